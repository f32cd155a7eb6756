<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>tandem::AccountStatus</name>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>No longer in the directory</source>
        <translation>Nicht mehr im Verzeichnisdienst</translation>
    </message>
</context>
<context>
    <name>tandem::ActivityDock</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
</context>
<context>
    <name>tandem::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
</context>
<context>
    <name>tandem::AddCustomFieldDialog</name>
    <message>
        <source>Add Custom Field – %1</source>
        <translation>Benutzerdefiniertes Feld hinzufügen – %1</translation>
    </message>
    <message>
        <source>The next sync reads the field of every record. Where both sides have a value and they differ, Sync Settings decide which one stays.</source>
        <translation>Der nächste Abgleich liest das Feld aller Datensätze. Wo beide Seiten einen Wert haben und die Werte sich unterscheiden, entscheiden die Abgleicheinstellungen, welcher bleibt.</translation>
    </message>
    <message>
        <source>Field in %1</source>
        <translation>Feld in %1</translation>
    </message>
    <message>
        <source>Label in Tandem</source>
        <translation>Bezeichnung in Tandem</translation>
    </message>
    <message>
        <source>Travels</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Field in %1:</source>
        <translation>&amp;Feld in %1:</translation>
    </message>
    <message>
        <source>&amp;Label in Tandem:</source>
        <translation>&amp;Bezeichnung in Tandem:</translation>
    </message>
    <message>
        <source>&amp;Travels:</source>
        <translation>&amp;Richtung:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a field and what it holds</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 has no further custom field for %2 that Tandem could map.</source>
        <translation>%1 hat für %2 kein weiteres benutzerdefiniertes Feld, das Tandem zuordnen könnte.</translation>
    </message>
    <message>
        <source>Give the field a label.</source>
        <translation>Geben Sie dem Feld eine Bezeichnung.</translation>
    </message>
</context>
<context>
    <name>tandem::AffectedRecordsDialog</name>
    <message>
        <source>Records This Change Concerns</source>
        <translation>Von dieser Änderung betroffene Datensätze</translation>
    </message>
    <message>
        <source>Become syncable</source>
        <translation>Künftig abgeglichen</translation>
    </message>
    <message>
        <source>These records sync from now on. None is pushed before somebody edits it.</source>
        <translation>Diese Datensätze werden künftig abgeglichen. Keiner wird übertragen, bevor ihn jemand bearbeitet.</translation>
    </message>
    <message>
        <source>Become orphaned</source>
        <translation>Künftig verwaist</translation>
    </message>
    <message>
        <source>These records no longer sync. They are kept in Tandem and in the PSA.</source>
        <translation>Diese Datensätze werden nicht mehr abgeglichen. Sie bleiben in Tandem und im PSA erhalten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>Die ersten %1 von %2 werden angezeigt.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a heading and a count</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>tandem::Api</name>
    <message>
        <source>An object is needed here.</source>
        <translation>Hier ist ein Objekt nötig.</translation>
    </message>
    <message>
        <source>The attributes must be an object.</source>
        <translation>Die Attribute müssen ein Objekt sein.</translation>
    </message>
    <message>
        <source>The body is not JSON: %1</source>
        <translation>Der Inhalt ist kein JSON: %1</translation>
    </message>
    <message>
        <source>The body must be an object whose "data" is an object or an array.</source>
        <translation>Der Inhalt muss ein Objekt sein, dessen „data“ ein Objekt oder ein Array ist.</translation>
    </message>
    <message numerus="yes">
        <source>One request can have %n object(s) at most.</source>
        <translation><numerusform>Eine Anfrage kann höchstens %n Objekt enthalten.</numerusform><numerusform>Eine Anfrage kann höchstens %n Objekte enthalten.</numerusform></translation>
    </message>
    <message>
        <source>Tandem is closing. Ask again later.</source>
        <translation>Tandem wird gerade beendet. Fragen Sie später noch einmal an.</translation>
    </message>
    <message>
        <source>The body must be sent as application/vnd.api+json.</source>
        <translation>Der Inhalt muss als application/vnd.api+json gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) before this one were written.</source>
        <translation><numerusform>%n Objekt davor wurde geschrieben.</numerusform><numerusform>%n Objekte davor wurden geschrieben.</numerusform></translation>
    </message>
    <message>
        <source>Ask for 127.0.0.1, localhost or [::1].</source>
        <translation>Fragen Sie 127.0.0.1, localhost oder [::1] an.</translation>
    </message>
    <message>
        <source>The role %1 of the API key "%2" does not allow this.</source>
        <translation>Die Rolle %1 des API-Schlüssels „%2“ erlaubt das nicht.</translation>
    </message>
    <message>
        <source>The API key in x-api-key is not known, or was revoked. Keys are made in Tandem under Account &gt; Local API.</source>
        <translation>Der API-Schlüssel in x-api-key ist nicht bekannt oder wurde widerrufen. Schlüssel werden in Tandem unter „Konto &gt; Lokale API“ erstellt.</translation>
    </message>
    <message numerus="yes">
        <source>This key has made 3,000 calls in five minutes. Ask again in %n second(s).</source>
        <translation><numerusform>Dieser Schlüssel hat in fünf Minuten 3.000 Aufrufe gemacht. Fragen Sie in %n Sekunde noch einmal an.</numerusform><numerusform>Dieser Schlüssel hat in fünf Minuten 3.000 Aufrufe gemacht. Fragen Sie in %n Sekunden noch einmal an.</numerusform></translation>
    </message>
    <message>
        <source>API key %1</source>
        <translation>API-Schlüssel %1</translation>
    </message>
    <message>
        <source>The location was written, but it could not be made the primary one. %1</source>
        <translation>Der Standort wurde geschrieben, konnte aber nicht zum Hauptstandort gemacht werden. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) before this one were deleted.</source>
        <translation><numerusform>%n Objekt davor wurde gelöscht.</numerusform><numerusform>%n Objekte davor wurden gelöscht.</numerusform></translation>
    </message>
    <message>
        <source>"%1" is not a moment such as 2026-01-31T08:00:00Z.</source>
        <translation>„%1“ ist kein Zeitpunkt wie 2026-01-31T08:00:00Z.</translation>
    </message>
    <message>
        <source>A range is two values, "start,end", of which one may be "*".</source>
        <translation>Ein Bereich besteht aus zwei Werten, „start,end“, von denen einer „*“ sein darf.</translation>
    </message>
    <message>
        <source>"%1" is no type of PSA. There are: manage, autotask, kaseya-bms, pulseway-psa, vorex.</source>
        <translation>„%1“ ist keine Art von PSA. Es gibt: manage, autotask, kaseya-bms, pulseway-psa, vorex.</translation>
    </message>
    <message>
        <source>filter[psa_id] needs filter[psa_integration_type] beside it.</source>
        <translation>filter[psa_id] braucht daneben filter[psa_integration_type].</translation>
    </message>
    <message>
        <source>%1 cannot be sorted by "%2".</source>
        <translation>%1 lässt sich nicht nach „%2“ sortieren.</translation>
    </message>
    <message>
        <source>%1 cannot be filtered by "%2".</source>
        <translation>%1 lässt sich nicht nach „%2“ filtern.</translation>
    </message>
    <message>
        <source>%1 has nothing with the id %2.</source>
        <translation>%1 hat nichts mit der Kennung %2.</translation>
    </message>
    <message>
        <source>There is no such page here.</source>
        <translation>Eine solche Seite gibt es hier nicht.</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be an id</source>
        <translation>muss eine Kennung sein</translation>
    </message>
    <message>
        <source>must be text</source>
        <translation>muss Text sein</translation>
    </message>
    <message>
        <source>must be a date such as 2026-01-31</source>
        <translation>muss ein Datum wie 2026-01-31 sein</translation>
    </message>
    <message>
        <source>must be an array</source>
        <translation>muss ein Array sein</translation>
    </message>
    <message>
        <source>has an entry without a value</source>
        <translation>hat einen Eintrag ohne Wert</translation>
    </message>
    <message>
        <source>Say which: by an id in each object, or by a filter.</source>
        <translation>Geben Sie an, welche: durch eine Kennung in jedem Objekt oder durch einen Filter.</translation>
    </message>
    <message>
        <source>The filter chooses %1 records; one request can change %2 at most.</source>
        <translation>Der Filter wählt %1 Datensätze aus; eine Anfrage kann höchstens %2 ändern.</translation>
    </message>
    <message>
        <source>One object is needed here.</source>
        <translation>Hier ist ein einzelnes Objekt nötig.</translation>
    </message>
    <message>
        <source>Several can only be made below the organization they belong to, such as /organizations/1/relationships/%1.</source>
        <translation>Mehrere lassen sich nur unter der Organisation anlegen, zu der sie gehören, etwa /organizations/1/relationships/%1.</translation>
    </message>
    <message>
        <source>This is not the page of %1.</source>
        <translation>Das ist nicht die Seite für %1.</translation>
    </message>
    <message>
        <source>Relationships cannot be changed here.</source>
        <translation>Beziehungen lassen sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>must be the id of what is to be changed</source>
        <translation>muss die Kennung dessen sein, was geändert werden soll</translation>
    </message>
    <message>
        <source>Tandem keeps one interface of a configuration, its primary one.</source>
        <translation>Tandem führt von einer Konfiguration nur eine Schnittstelle, die primäre.</translation>
    </message>
    <message>
        <source>must be the id of what is to be deleted</source>
        <translation>muss die Kennung dessen sein, was gelöscht werden soll</translation>
    </message>
    <message>
        <source>Give ids or a filter, and not both.</source>
        <translation>Geben Sie Kennungen oder einen Filter an, nicht beides.</translation>
    </message>
    <message>
        <source>An id is there twice.</source>
        <translation>Eine Kennung kommt doppelt vor.</translation>
    </message>
    <message>
        <source>Not all of these are there. Nothing was deleted.</source>
        <translation>Nicht alle davon gibt es. Es wurde nichts gelöscht.</translation>
    </message>
</context>
<context>
    <name>tandem::ApiGuard</name>
    <message>
        <source>A request can have 10 MB at most. Send less at once.</source>
        <translation>Eine Anfrage kann höchstens 10 MB groß sein. Senden Sie weniger auf einmal.</translation>
    </message>
</context>
<context>
    <name>tandem::ApiHttp</name>
    <message>
        <source>Port %1 is taken by another program. Choose another port.</source>
        <translation>Port %1 ist von einem anderen Programm belegt. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>Port %1 cannot be used: %2. Choose another port.</source>
        <translation>Port %1 ist nicht verwendbar: %2. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>No port is free on this computer.</source>
        <translation>Auf diesem Computer ist kein Port frei.</translation>
    </message>
</context>
<context>
    <name>tandem::ApiKeyModel</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>Erstellt von %1</translation>
    </message>
    <message>
        <source>Revoked on %1</source>
        <translation>Widerrufen am %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>tandem::ApiKeyService</name>
    <message>
        <source>An API key needs a name, such as that of the script that uses it.</source>
        <translation>Ein API-Schlüssel braucht einen Namen, etwa den des Skripts, das ihn verwendet.</translation>
    </message>
    <message numerus="yes">
        <source>The name of an API key can have %n character(s) at most.</source>
        <translation><numerusform>Der Name eines API-Schlüssels kann höchstens %n Zeichen haben.</numerusform><numerusform>Der Name eines API-Schlüssels kann höchstens %n Zeichen haben.</numerusform></translation>
    </message>
    <message>
        <source>This computer gives no random numbers, so no key can be made.</source>
        <translation>Dieser Computer liefert keine Zufallszahlen, daher lässt sich kein Schlüssel erstellen.</translation>
    </message>
    <message>
        <source>There is an API key called "%1" already. Choose another name, or revoke that one first.</source>
        <translation>Es gibt bereits einen API-Schlüssel namens „%1“. Wählen Sie einen anderen Namen oder widerrufen Sie zuerst jenen.</translation>
    </message>
</context>
<context>
    <name>tandem::ApiKeyStore</name>
    <message>
        <source>There is no such API key. It may have been revoked already.</source>
        <translation>Einen solchen API-Schlüssel gibt es nicht. Vielleicht wurde er schon widerrufen.</translation>
    </message>
</context>
<context>
    <name>tandem::Application</name>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
</context>
<context>
    <name>tandem::AssetKind</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurationen</translation>
    </message>
</context>
<context>
    <name>tandem::Authorities</name>
    <message>
        <source>The file is too large to be a certificate. Choose the PEM file of your company's authority.</source>
        <translation>Die Datei ist zu groß für ein Zertifikat. Wählen Sie die PEM-Datei der Zertifizierungsstelle Ihrer Firma.</translation>
    </message>
    <message>
        <source>The file contains a private key, which must not be given away. Choose the file that holds the authority's certificate alone.</source>
        <translation>Die Datei enthält einen privaten Schlüssel, der nicht weitergegeben werden darf. Wählen Sie die Datei, die nur das Zertifikat der Zertifizierungsstelle enthält.</translation>
    </message>
    <message>
        <source>There is no certificate in it. Choose the authority's certificate as a PEM file.</source>
        <translation>Darin ist kein Zertifikat. Wählen Sie das Zertifikat der Zertifizierungsstelle als PEM-Datei.</translation>
    </message>
    <message>
        <source>"%1" is the certificate of a server, not of an authority. Choose that of the authority that signed it.</source>
        <translation>„%1“ ist das Zertifikat eines Servers, nicht das einer Zertifizierungsstelle. Wählen Sie das der Zertifizierungsstelle, die es signiert hat.</translation>
    </message>
    <message>
        <source>The certificate of "%1" was valid until %2. Ask for the present one.</source>
        <translation>Das Zertifikat von „%1“ war bis %2 gültig. Fragen Sie nach dem heutigen.</translation>
    </message>
    <message>
        <source>%1, valid until %2</source>
        <translation>%1, gültig bis %2</translation>
    </message>
</context>
<context>
    <name>tandem::AuthoritiesBox</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>A&amp;uswählen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Choose the certificate of your company's authority</source>
        <translation>Wählen Sie das Zertifikat der Zertifizierungsstelle Ihrer Firma</translation>
    </message>
    <message>
        <source>Trust the system's authorities only</source>
        <translation>Nur den Zertifizierungsstellen des Systems vertrauen</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Certificate of Your Company's Authority</source>
        <translation>Zertifikat der Zertifizierungsstelle Ihrer Firma</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
</context>
<context>
    <name>tandem::AutotaskApi</name>
    <message>
        <source>“%1” is missing. Enter it in the connection settings.</source>
        <translation>„%1“ fehlt. Tragen Sie die Angabe in den Verbindungseinstellungen ein.</translation>
    </message>
    <message>
        <source>%1 does not answer like a server of Autotask. Check the address in the connection settings; %2 fits every tenant.</source>
        <translation>%1 antwortet nicht wie ein Server von Autotask. Prüfen Sie die Adresse in den Verbindungseinstellungen; %2 passt für jeden Mandanten.</translation>
    </message>
    <message>
        <source>The server's answer is not one of Autotask. Check whether a proxy or a sign-in page is in between.</source>
        <translation>Die Antwort des Servers ist keine von Autotask. Prüfen Sie, ob ein Proxy oder eine Anmeldeseite dazwischen liegt.</translation>
    </message>
    <message>
        <source>Autotask answered without a list.</source>
        <translation>Autotask hat ohne Liste geantwortet.</translation>
    </message>
    <message>
        <source>Autotask answered without the record's id.</source>
        <translation>Autotask hat ohne die Nummer des Datensatzes geantwortet.</translation>
    </message>
</context>
<context>
    <name>tandem::AutotaskClient</name>
    <message>
        <source>Autotask does not tell which company this record belongs to. Make it active there, then try again.</source>
        <translation>Autotask sagt nicht, zu welcher Firma dieser Datensatz gehört. Machen Sie ihn dort aktiv, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>“%1” is not the id of a company.</source>
        <translation>„%1“ ist nicht die Kennung einer Firma.</translation>
    </message>
    <message>
        <source>Autotask does not have this record.</source>
        <translation>Autotask hat diesen Datensatz nicht.</translation>
    </message>
    <message>
        <source>Autotask took the change, but could not be asked what it made of it. Tandem looks again before it sends anything.</source>
        <translation>Autotask hat die Änderung genommen, konnte aber nicht gefragt werden, was daraus wurde. Tandem sieht noch einmal nach, bevor es etwas sendet.</translation>
    </message>
    <message>
        <source>Autotask keeps a configuration as one of a product, which needs a manufacturer and a model. Fill in both.</source>
        <translation>Autotask führt eine Konfiguration als eine eines Produkts, das Hersteller und Modell braucht. Füllen Sie beide aus.</translation>
    </message>
    <message>
        <source>Autotask gives no such ids.</source>
        <translation>Autotask vergibt solche Nummern nicht.</translation>
    </message>
    <message>
        <source>Autotask cannot move a record to another company. Make a new one there instead, and set this one to inactive.</source>
        <translation>Autotask kann einen Datensatz nicht zu einer anderen Firma verschieben. Legen Sie dort einen neuen an, und setzen Sie diesen auf inaktiv.</translation>
    </message>
    <message>
        <source>A company in Autotask always has a primary location. Choose another one instead.</source>
        <translation>Eine Firma in Autotask hat immer einen Hauptstandort. Wählen Sie stattdessen einen anderen.</translation>
    </message>
</context>
<context>
    <name>tandem::AutotaskErrors</name>
    <message>
        <source>Autotask does not take the Default Account Manager as the owner of a company. Choose an active person who is not an API-only user in Sync Settings.</source>
        <translation>Autotask nimmt den Standard-Account-Manager nicht als Besitzer einer Firma. Wählen Sie in den Sync-Einstellungen eine aktive Person, die kein reiner API-Benutzer ist.</translation>
    </message>
    <message>
        <source>Autotask does not take the billing code for a new product. Choose another one in Sync Settings.</source>
        <translation>Autotask nimmt den Abrechnungscode für ein neues Produkt nicht. Wählen Sie in den Sync-Einstellungen einen anderen.</translation>
    </message>
    <message>
        <source>Autotask refused the change. Its own words say why.</source>
        <translation>Autotask hat die Änderung abgelehnt. Seine eigenen Worte sagen, warum.</translation>
    </message>
    <message>
        <source>Autotask does not take a record without “%1”. Fill it in.</source>
        <translation>Autotask nimmt keinen Datensatz ohne „%1“. Füllen Sie es aus.</translation>
    </message>
    <message>
        <source>“%1” is too long for Autotask. Shorten it.</source>
        <translation>„%1“ ist zu lang für Autotask. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>The value of “%1” is not in Autotask any more, or is inactive there. Choose another one.</source>
        <translation>Den Wert von „%1“ gibt es in Autotask nicht mehr, oder er ist dort inaktiv. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Autotask does not accept the value of “%1”. Correct it.</source>
        <translation>Autotask nimmt den Wert von „%1“ nicht an. Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>Autotask failed while it took up the change. Tandem looks there whether it arrived before it sends anything again.</source>
        <translation>Autotask ist gescheitert, während es die Änderung annahm. Tandem sieht dort nach, ob sie angekommen ist, bevor es etwas noch einmal sendet.</translation>
    </message>
    <message>
        <source>Autotask has a fault of its own. Tandem tries again by itself.</source>
        <translation>Autotask hat selbst einen Fehler. Tandem versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Autotask takes no more calls within this hour, from whatever program. Tandem goes on by itself.</source>
        <translation>Autotask nimmt in dieser Stunde keine Aufrufe mehr an, gleich von welchem Programm. Tandem macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Autotask is busy with other calls of Tandem. It goes on by itself.</source>
        <translation>Autotask ist mit anderen Aufrufen von Tandem beschäftigt. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Autotask does not know the API tracking identifier. Copy it from the API user's page in Autotask.</source>
        <translation>Autotask kennt die API-Tracking-Kennung nicht. Kopieren Sie sie von der Seite des API-Benutzers in Autotask.</translation>
    </message>
    <message>
        <source>Autotask does not know the API user name. Use the user name (key) of the API user, not an e-mail address of yours.</source>
        <translation>Autotask kennt den API-Benutzernamen nicht. Verwenden Sie den Benutzernamen (Schlüssel) des API-Benutzers, nicht Ihre eigene E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>The API user lacks the right for this in Autotask. Ask your Autotask administrator to check its security level.</source>
        <translation>Dem API-Benutzer fehlt dafür in Autotask das Recht. Bitten Sie Ihren Autotask-Administrator, seine Sicherheitsstufe zu prüfen.</translation>
    </message>
    <message>
        <source>The server sends Tandem to another address instead of answering. Check the address in the connection settings.</source>
        <translation>Der Server verweist Tandem auf eine andere Adresse, statt zu antworten. Prüfen Sie die Adresse in den Verbindungseinstellungen.</translation>
    </message>
    <message>
        <source>Autotask refused the API user name or the secret. Check both, and that the user has the security level “API User”. A new API user works after some five minutes.</source>
        <translation>Autotask hat den API-Benutzernamen oder das Geheimnis abgelehnt. Prüfen Sie beides, und dass der Benutzer die Sicherheitsstufe „API User“ hat. Ein neuer API-Benutzer geht nach etwa fünf Minuten.</translation>
    </message>
    <message>
        <source>The server does not know this address of the Autotask API. Test the connection in the settings.</source>
        <translation>Der Server kennt diese Adresse der Autotask-API nicht. Prüfen Sie die Verbindung in den Einstellungen.</translation>
    </message>
    <message>
        <source>Autotask does not offer this change to programs. Its own words say why.</source>
        <translation>Autotask bietet diese Änderung für Programme nicht an. Seine eigenen Worte sagen, warum.</translation>
    </message>
    <message>
        <source>Autotask is out of service for the moment. Tandem tries again by itself.</source>
        <translation>Autotask ist im Augenblick außer Betrieb. Tandem versucht es von selbst wieder.</translation>
    </message>
</context>
<context>
    <name>tandem::AutotaskMetadata</name>
    <message>
        <source>Autotask did not say what fields its records have.</source>
        <translation>Autotask hat nicht gesagt, welche Felder seine Datensätze haben.</translation>
    </message>
</context>
<context>
    <name>tandem::AutotaskPlatform</name>
    <message>
        <source>There is no quirk "%1". There are: %2.</source>
        <translation>Es gibt keine Eigenart „%1“. Es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>tandem::AutotaskProducts</name>
    <message>
        <source>The billing code for new products is not one of Autotask. Choose it in Sync Settings.</source>
        <translation>Den Abrechnungscode für neue Produkte gibt es in Autotask nicht. Wählen Sie ihn in den Sync-Einstellungen.</translation>
    </message>
    <message>
        <source>Autotask has no product “%1 %2”. In Sync Settings choose a billing code, so that Tandem can make it, or a fallback product.</source>
        <translation>Autotask hat kein Produkt „%1 %2“. Wählen Sie in den Sync-Einstellungen einen Abrechnungscode, damit Tandem es anlegen kann, oder ein Ersatzprodukt.</translation>
    </message>
</context>
<context>
    <name>tandem::AutotaskWire</name>
    <message>
        <source>“%1” is not an id that Autotask could have given.</source>
        <translation>„%1“ ist keine Nummer, die Autotask vergeben haben könnte.</translation>
    </message>
    <message>
        <source>Autotask has no place for another “%1” of a contact.</source>
        <translation>Autotask hat keinen Platz für ein weiteres „%1“ eines Kontakts.</translation>
    </message>
    <message>
        <source>Autotask does not take a new record without what Sync Settings choose for it: the Default Account Manager and the default phone. Choose them there.</source>
        <translation>Autotask nimmt keinen neuen Datensatz ohne das, was die Sync-Einstellungen dafür wählen: den Standard-Account-Manager und die Standard-Telefonnummer. Wählen Sie beides dort.</translation>
    </message>
    <message>
        <source>“%1” has %2 characters; your Autotask takes at most %3. Shorten it.</source>
        <translation>„%1“ hat %2 Zeichen; Ihr Autotask nimmt höchstens %3. Kürzen Sie es.</translation>
    </message>
</context>
<context>
    <name>tandem::Badge</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tandem::CallFiguresModel</name>
    <message>
        <source>Whole account</source>
        <translation>Ganzes Konto</translation>
    </message>
    <message>
        <source>not limited</source>
        <comment>calls</comment>
        <translation>nicht begrenzt</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>ungebremst</translation>
    </message>
    <message>
        <source>a call every %1 s</source>
        <translation>ein Aufruf alle %1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>calls under way, of those that may be</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The PSA said that there were too many calls at once. %1 are allowed; the number creeps back by itself.</source>
        <translation>Das PSA meldete zu viele gleichzeitige Aufrufe. %1 sind erlaubt; die Zahl steigt von selbst wieder an.</translation>
    </message>
    <message>
        <source>Calls to</source>
        <translation>Aufrufe an</translation>
    </message>
    <message>
        <source>Used of the budget</source>
        <translation>Vom Kontingent verbraucht</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
</context>
<context>
    <name>tandem::CallsDialog</name>
    <message>
        <source>Calls – %1</source>
        <translation>Aufrufe – %1</translation>
    </message>
    <message>
        <source>%1 allows only so many calls. Tandem stays within them by itself, and what people do goes before what runs in the background.</source>
        <translation>%1 erlaubt nur eine begrenzte Zahl von Aufrufen. Tandem hält sie von selbst ein, und was Menschen tun, geht vor dem, was im Hintergrund läuft.</translation>
    </message>
    <message>
        <source>Calls used of the budget</source>
        <translation>Verbrauchte Aufrufe des Kontingents</translation>
    </message>
    <message>
        <source>Calls by endpoint</source>
        <translation>Aufrufe nach Endpunkt</translation>
    </message>
    <message>
        <source>Fullest budget: %1</source>
        <translation>Vollstes Kontingent: %1</translation>
    </message>
    <message>
        <source>%1 does not limit the number of calls.</source>
        <translation>%1 begrenzt die Zahl der Aufrufe nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) since Tandem connected</source>
        <translation><numerusform>%Ln Aufruf seit der Verbindung</numerusform><numerusform>%Ln Aufrufe seit der Verbindung</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused as too many</source>
        <translation><numerusform>%Ln als zu viel abgewiesen</numerusform><numerusform>%Ln als zu viele abgewiesen</numerusform></translation>
    </message>
    <message>
        <source>%1 of people and %2 of the background waiting</source>
        <comment>calls</comment>
        <translation>%1 von Menschen und %2 aus dem Hintergrund warten</translation>
    </message>
</context>
<context>
    <name>tandem::CheckList</name>
    <message>
        <source>Filter…</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation>Filter für %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Tick all values that are shown and active</source>
        <translation>Alle angezeigten aktiven Werte auswählen</translation>
    </message>
    <message>
        <source>Tick all of %1</source>
        <translation>%1: alle auswählen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Untick all values that are shown</source>
        <translation>Alle angezeigten Werte abwählen</translation>
    </message>
    <message>
        <source>Tick none of %1</source>
        <translation>%1: keine auswählen</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Nothing is ticked, so no record of this kind syncs.</source>
        <translation>Nichts ist ausgewählt, daher wird kein Datensatz dieser Art abgeglichen.</translation>
    </message>
</context>
<context>
    <name>tandem::CheckListModel</name>
    <message>
        <source>%1 (inactive)</source>
        <translation>%1 (inaktiv)</translation>
    </message>
    <message>
        <source>The PSA has set this value to inactive.</source>
        <translation>Das PSA hat diesen Wert auf inaktiv gesetzt.</translation>
    </message>
</context>
<context>
    <name>tandem::Clients</name>
    <message>
        <source>Tandem does not know this platform.</source>
        <translation>Tandem kennt diese Plattform nicht.</translation>
    </message>
</context>
<context>
    <name>tandem::ColourScheme</name>
    <message>
        <source>&amp;Follow System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>tandem::ColoursMenu</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
</context>
<context>
    <name>tandem::ConflictCard</name>
    <message>
        <source>changed %1 by %2</source>
        <comment>when, who</comment>
        <translation>geändert %1 von %2</translation>
    </message>
    <message>
        <source>changed %1</source>
        <comment>when</comment>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>changed by %1</source>
        <translation>geändert von %1</translation>
    </message>
    <message>
        <source>Before both changes</source>
        <translation>Vor beiden Änderungen</translation>
    </message>
    <message>
        <source>Before both changes:</source>
        <translation>Vor beiden Änderungen:</translation>
    </message>
    <message>
        <source>Tandem</source>
        <translation>Tandem</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>value, when it was changed</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Keep both texts, one after the other</source>
        <translation>Beide Texte behalten, einen nach dem anderen</translation>
    </message>
    <message>
        <source>Keep the value of %1, and add Tandem's to %2</source>
        <comment>PSA, the field for notes</comment>
        <translation>Den Wert aus %1 behalten und den von Tandem in „%2“ anfügen</translation>
    </message>
</context>
<context>
    <name>tandem::ConflictDialog</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Records with conflicts</source>
        <translation>Datensätze mit Konflikten</translation>
    </message>
    <message>
        <source>Settle this record as chosen, and go on to the next (%1)</source>
        <translation>Diesen Datensatz wie gewählt klären und zum nächsten gehen (%1)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) to decide</source>
        <translation><numerusform>%Ln Datensatz zu klären</numerusform><numerusform>%Ln Datensätze zu klären</numerusform></translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <source>Where a field was changed here and in the PSA, and Sync Settings say “Ask me”, it waits here for your choice.</source>
        <translation>Wo ein Feld hier und im PSA geändert wurde und die Sync-Einstellungen „Mich fragen“ sagen, wartet es hier auf Ihre Wahl.</translation>
    </message>
    <message>
        <source>The conflict is settled.</source>
        <translation>Der Konflikt ist geklärt.</translation>
    </message>
</context>
<context>
    <name>tandem::ConflictModel</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>record, integration: fields</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Auf beiden Seiten geändert</translation>
    </message>
</context>
<context>
    <name>tandem::ConflictPage</name>
    <message>
        <source>All From &amp;Tandem</source>
        <translation>Alles aus &amp;Tandem</translation>
    </message>
    <message>
        <source>Show &amp;Record</source>
        <translation>Datensatz &amp;zeigen</translation>
    </message>
    <message>
        <source>What differs is underlined. The value that loses stays in the record's history, where it can be put back.</source>
        <translation>Was abweicht, ist unterstrichen. Der unterlegene Wert bleibt im Verlauf des Datensatzes und kann von dort zurückgeholt werden.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind · integration</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>All From %1</source>
        <translation>Alles aus %1</translation>
    </message>
</context>
<context>
    <name>tandem::ConnectWiseClient</name>
    <message>
        <source>“%1” is missing. Enter it in the connection settings.</source>
        <translation>„%1“ fehlt. Tragen Sie die Angabe in den Verbindungseinstellungen ein.</translation>
    </message>
    <message>
        <source>ConnectWise at %1 does not know the company ID “%2”. It is what you type as the company when you sign in.</source>
        <translation>ConnectWise unter %1 kennt die Firmen-ID „%2“ nicht. Es ist das, was Sie beim Anmelden als Firma eingeben.</translation>
    </message>
    <message>
        <source>%1 does not answer like a ConnectWise server. Check the address: it is the one you open ConnectWise with.</source>
        <translation>%1 antwortet nicht wie ein ConnectWise-Server. Prüfen Sie die Adresse: Es ist die, unter der Sie ConnectWise öffnen.</translation>
    </message>
    <message>
        <source>The server's answer is not one of ConnectWise. Check whether a proxy or a sign-in page is in between.</source>
        <translation>Die Antwort des Servers stammt nicht von ConnectWise. Prüfen Sie, ob ein Proxy oder eine Anmeldeseite dazwischenliegt.</translation>
    </message>
    <message>
        <source>ConnectWise answered without a record.</source>
        <translation>ConnectWise hat ohne Datensatz geantwortet.</translation>
    </message>
    <message>
        <source>ConnectWise answered without a list.</source>
        <translation>ConnectWise hat ohne Liste geantwortet.</translation>
    </message>
    <message>
        <source>“%1” is not the id of a company.</source>
        <translation>„%1“ ist nicht die Kennung einer Firma.</translation>
    </message>
    <message>
        <source>ConnectWise lists sites by company only.</source>
        <translation>ConnectWise listet Niederlassungen nur je Firma auf.</translation>
    </message>
    <message>
        <source>ConnectWise gives no such ids.</source>
        <translation>Solche Kennungen vergibt ConnectWise nicht.</translation>
    </message>
    <message>
        <source>The company was deleted in ConnectWise.</source>
        <translation>Die Firma wurde in ConnectWise gelöscht.</translation>
    </message>
    <message>
        <source>A site needs a company.</source>
        <translation>Eine Niederlassung braucht eine Firma.</translation>
    </message>
    <message>
        <source>ConnectWise cannot move a site to another company. Make a new location there instead.</source>
        <translation>ConnectWise kann eine Niederlassung nicht in eine andere Firma verschieben. Legen Sie dort stattdessen einen neuen Standort an.</translation>
    </message>
    <message>
        <source>ConnectWise tells its custom fields only with a record, and it has none of the kind %1 yet. Make one there first.</source>
        <translation>ConnectWise nennt seine benutzerdefinierten Felder nur mit einem Datensatz und hat noch keinen der Art %1. Legen Sie dort zuerst einen an.</translation>
    </message>
</context>
<context>
    <name>tandem::ConnectWiseErrors</name>
    <message>
        <source>ConnectWise already has a record like this one.</source>
        <translation>In ConnectWise gibt es bereits einen solchen Datensatz.</translation>
    </message>
    <message>
        <source>ConnectWise already has a record with this value of “%1”.</source>
        <translation>In ConnectWise gibt es bereits einen Datensatz mit diesem Wert von „%1“.</translation>
    </message>
    <message>
        <source>ConnectWise refused the change. Its own words say why.</source>
        <translation>ConnectWise hat die Änderung abgelehnt. Den Grund nennt seine eigene Meldung.</translation>
    </message>
    <message>
        <source>ConnectWise does not take a record without “%1”. Fill it in.</source>
        <translation>ConnectWise nimmt keinen Datensatz ohne „%1“ an. Füllen Sie das Feld aus.</translation>
    </message>
    <message>
        <source>“%1” is too long for ConnectWise. Shorten it.</source>
        <translation>„%1“ ist zu lang für ConnectWise. Kürzen Sie den Wert.</translation>
    </message>
    <message>
        <source>ConnectWise does not have the value of “%1” any more. Choose another one.</source>
        <translation>Den Wert von „%1“ gibt es in ConnectWise nicht mehr. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>ConnectWise does not accept the value of “%1”. Correct it.</source>
        <translation>ConnectWise nimmt den Wert von „%1“ nicht an. Korrigieren Sie ihn.</translation>
    </message>
    <message>
        <source>ConnectWise does not accept the client ID. Copy it from the ConnectWise developer site.</source>
        <translation>ConnectWise nimmt die Client-ID nicht an. Kopieren Sie sie von der ConnectWise-Entwicklerseite.</translation>
    </message>
    <message>
        <source>ConnectWise accepted the keys, but the API member may not read companies. Give its security role the right to inquire about companies, contacts and configurations.</source>
        <translation>ConnectWise hat die Schlüssel angenommen, aber das API-Mitglied darf keine Firmen lesen. Geben Sie seiner Sicherheitsrolle das Leserecht (Inquire) für Firmen, Kontakte und Konfigurationen.</translation>
    </message>
    <message>
        <source>ConnectWise does not know this combination of keys, company ID and client ID. Check all four.</source>
        <translation>ConnectWise kennt diese Kombination aus Schlüsseln, Firmen-ID und Client-ID nicht. Prüfen Sie alle vier Angaben.</translation>
    </message>
    <message>
        <source>ConnectWise refused the keys. Check the public and the private key, and that the API member is active.</source>
        <translation>ConnectWise hat die Schlüssel abgelehnt. Prüfen Sie den öffentlichen und den privaten Schlüssel und ob das API-Mitglied aktiv ist.</translation>
    </message>
    <message>
        <source>The server sends Tandem to another address instead of answering. Check the address in the connection settings.</source>
        <translation>Der Server verweist Tandem auf eine andere Adresse, statt zu antworten. Prüfen Sie die Adresse in den Verbindungseinstellungen.</translation>
    </message>
    <message>
        <source>ConnectWise asks to wait. Tandem goes on by itself.</source>
        <translation>ConnectWise bittet zu warten. Tandem macht von selbst weiter.</translation>
    </message>
    <message>
        <source>ConnectWise failed while it took up the change. Tandem looks there whether it arrived before it sends anything again.</source>
        <translation>In ConnectWise ist beim Übernehmen der Änderung ein Fehler aufgetreten. Tandem prüft dort, ob sie angekommen ist, bevor es erneut etwas sendet.</translation>
    </message>
    <message>
        <source>ConnectWise has a fault of its own. Tandem tries again by itself.</source>
        <translation>In ConnectWise ist ein Fehler aufgetreten. Tandem versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>The API member lacks the right for this in ConnectWise. Ask your ConnectWise administrator to add it to the member's security role.</source>
        <translation>Dem API-Mitglied fehlt in ConnectWise das Recht dafür. Bitten Sie Ihren ConnectWise-Administrator, es der Sicherheitsrolle des Mitglieds hinzuzufügen.</translation>
    </message>
    <message>
        <source>ConnectWise does not route the request to your company. Test the connection in the settings.</source>
        <translation>ConnectWise leitet die Anfrage nicht an Ihre Firma weiter. Testen Sie die Verbindung in den Einstellungen.</translation>
    </message>
    <message>
        <source>ConnectWise does not have this record.</source>
        <translation>In ConnectWise gibt es diesen Datensatz nicht.</translation>
    </message>
    <message>
        <source>ConnectWise refused the change because the record is in use there.</source>
        <translation>ConnectWise hat die Änderung abgelehnt, weil der Datensatz dort in Gebrauch ist.</translation>
    </message>
</context>
<context>
    <name>tandem::ConnectWisePlatform</name>
    <message>
        <source>There is no quirk "%1". There are: %2.</source>
        <translation>Es gibt keine Eigenart „%1“. Es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>tandem::ConnectWisePoints</name>
    <message>
        <source>ConnectWise has no email type named “%1”. Choose one of its types.</source>
        <translation>In ConnectWise gibt es keinen E-Mail-Typ namens „%1“. Wählen Sie einen vorhandenen Typ.</translation>
    </message>
    <message>
        <source>ConnectWise has no phone type named “%1”. Choose one of its types.</source>
        <translation>In ConnectWise gibt es keinen Telefontyp namens „%1“. Wählen Sie einen vorhandenen Typ.</translation>
    </message>
</context>
<context>
    <name>tandem::ConnectWiseWire</name>
    <message>
        <source>“%1” is not an id that ConnectWise could have given.</source>
        <translation>„%1“ ist keine Kennung, die ConnectWise vergeben haben kann.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>tandem::ConnectionForm</name>
    <message>
        <source>&amp;Test Connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Stop Test</source>
        <translation>Test a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Testing the connection</source>
        <translation>Verbindung wird getestet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Badges, lists and logs show this name.</source>
        <translation>Dieser Name steht in Kennzeichen, Listen und Protokollen.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The address you open %1 with, such as %2.</source>
        <translation>Die Adresse, unter der Sie %1 öffnen, zum Beispiel %2.</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt unverändert</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the %1</source>
        <translation>%1 anzeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>%1 asks for this.</source>
        <translation>%1 verlangt diese Angabe.</translation>
    </message>
    <message>
        <source>Type the address, such as %1.</source>
        <translation>Geben Sie die Adresse ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>May stay blank: %1 tells by the user name where your data is.</source>
        <translation>Darf leer bleiben: %1 sagt anhand des Benutzernamens, wo Ihre Daten liegen.</translation>
    </message>
    <message>
        <source>Only where a proxy of your company reads along, or the PSA is a server of your own: the certificate authority that it is signed by.</source>
        <translation>Nur nötig, wo ein Proxy Ihrer Firma mitliest oder das PSA ein eigener Server ist: die Zertifizierungsstelle, von der er signiert ist.</translation>
    </message>
    <message>
        <source>Trusted authorities:</source>
        <translation>Vertraute Zertifizierungsstellen:</translation>
    </message>
</context>
<context>
    <name>tandem::ConnectionPage</name>
    <message>
        <source>Connect to %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>The keys are kept in the keychain of this computer, never in the database.</source>
        <translation>Die Schlüssel werden im Schlüsselbund dieses Computers aufbewahrt, nie in der Datenbank.</translation>
    </message>
</context>
<context>
    <name>tandem::ContactPointsEditor</name>
    <message>
        <source>Add Phone</source>
        <translation>Telefonnummer hinzufügen</translation>
    </message>
    <message>
        <source>Add Email</source>
        <translation>E-Mail-Adresse hinzufügen</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>name@example.com</source>
        <translation>name@example.com</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Haupteintrag</translation>
    </message>
    <message>
        <source>The primary phone number</source>
        <translation>Die Haupttelefonnummer</translation>
    </message>
    <message>
        <source>The primary email address</source>
        <translation>Die Haupt-E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Remove this phone number</source>
        <translation>Diese Telefonnummer entfernen</translation>
    </message>
    <message>
        <source>Remove this email address</source>
        <translation>Diese E-Mail-Adresse entfernen</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Durchwahl</translation>
    </message>
    <message>
        <source>Ext.</source>
        <comment>extension of a phone number</comment>
        <translation>Durchw.</translation>
    </message>
</context>
<context>
    <name>tandem::CountBar</name>
    <message>
        <source>%1 %2</source>
        <comment>a group and how many it has</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tandem::CsvDetection</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet and no CSV file. Save it as CSV and choose that file.</source>
        <translation>%1 ist eine Tabellenkalkulation und keine CSV-Datei. Speichern Sie sie als CSV und wählen Sie diese Datei.</translation>
    </message>
</context>
<context>
    <name>tandem::CsvEncoding</name>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode (UTF-8)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, little endian)</source>
        <translation>Unicode (UTF-16, Little Endian)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, big endian)</source>
        <translation>Unicode (UTF-16, Big Endian)</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>Westeuropäisch (Windows-1252)</translation>
    </message>
</context>
<context>
    <name>tandem::CsvFilePage</name>
    <message>
        <source>The first row holds the &amp;names of the columns</source>
        <translation>Die erste Zeile enthält die &amp;Namen der Spalten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose a CSV file, or drop one here. How it is written is found out; change it where the rows below look wrong.</source>
        <translation>Wählen Sie eine CSV-Datei oder ziehen Sie eine hierher. Wie sie geschrieben ist, wird erkannt; ändern Sie es, wenn die Zeilen unten falsch aussehen.</translation>
    </message>
    <message>
        <source>A file that ends with .csv, .tsv or .txt</source>
        <translation>Eine Datei, die auf .csv, .tsv oder .txt endet</translation>
    </message>
    <message>
        <source>Comma (,)</source>
        <translation>Komma (,)</translation>
    </message>
    <message>
        <source>Semicolon (;)</source>
        <translation>Semikolon (;)</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar (|)</source>
        <translation>Senkrechter Strich (|)</translation>
    </message>
    <message>
        <source>Quotation mark (")</source>
        <translation>Anführungszeichen (")</translation>
    </message>
    <message>
        <source>Apostrophe (')</source>
        <translation>Apostroph (')</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Auswählen…</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Kodierung:</translation>
    </message>
    <message>
        <source>&amp;Delimiter:</source>
        <translation>&amp;Trennzeichen:</translation>
    </message>
    <message>
        <source>&amp;Quotes:</source>
        <translation>An&amp;führungszeichen:</translation>
    </message>
    <message>
        <source>Import CSV File</source>
        <translation>CSV-Datei importieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.tsv *.txt)</source>
        <translation>CSV-Dateien (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tandem::CsvJob</name>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>The list of rows that failed cannot be written: %1</source>
        <translation>Die Liste der gescheiterten Zeilen lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>tandem::CsvMapping</name>
    <message>
        <source>%1: "%2" is not understood as a date. Use 2026-01-31, or say whether the day or the month comes first.</source>
        <translation>%1: „%2“ wird nicht als Datum verstanden. Verwenden Sie 2026-01-31 oder geben Sie an, ob der Tag oder der Monat zuerst kommt.</translation>
    </message>
    <message>
        <source>%1: "%2" is neither yes nor no.</source>
        <translation>%1: „%2“ ist weder Ja noch Nein.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>Externe Kennung</translation>
    </message>
    <message>
        <source>Two columns are chosen for %1. Leave one of them out.</source>
        <translation>Für %1 sind zwei Spalten gewählt. Lassen Sie eine davon aus.</translation>
    </message>
    <message>
        <source>Choose for at least one column what it is.</source>
        <translation>Wählen Sie für mindestens eine Spalte, was sie ist.</translation>
    </message>
    <message>
        <source>A %1 has no field "%2".</source>
        <translation>Datensätze der Art „%1“ haben kein Feld „%2“.</translation>
    </message>
    <message>
        <source>on_match is update, skip or create.</source>
        <translation>on_match ist update, skip oder create.</translation>
    </message>
    <message>
        <source>dates is unknown, day_first or month_first.</source>
        <translation>dates ist unknown, day_first oder month_first.</translation>
    </message>
    <message>
        <source>There is no encoding "%1". There are: utf-8, utf-16le, utf-16be, windows-1252.</source>
        <translation>Es gibt keine Kodierung „%1“. Es gibt: utf-8, utf-16le, utf-16be, windows-1252.</translation>
    </message>
    <message>
        <source>%1 is one sign, such as ";".</source>
        <translation>%1 ist ein einzelnes Zeichen, etwa „;“.</translation>
    </message>
    <message>
        <source>It has %1 columns where the file has %2.</source>
        <translation>Die Zeile hat %1 Spalten, die Datei aber %2.</translation>
    </message>
</context>
<context>
    <name>tandem::CsvMappingPage</name>
    <message>
        <source>Create records that are not here &amp;yet</source>
        <translation>Datensätze anle&amp;gen, die es hier noch nicht gibt</translation>
    </message>
    <message>
        <source>An empty cell &amp;erases what the record holds</source>
        <translation>Eine &amp;leere Zelle löscht, was im Datensatz steht</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Say what each column is. Columns that are left out change nothing.</source>
        <translation>Geben Sie an, was jede Spalte ist. Ausgelassene Spalten ändern nichts.</translation>
    </message>
    <message>
        <source>Name to save these choices under</source>
        <translation>Name, unter dem diese Auswahl gespeichert wird</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Update it</source>
        <translation>Ihn aktualisieren</translation>
    </message>
    <message>
        <source>Skip the row</source>
        <translation>Die Zeile überspringen</translation>
    </message>
    <message>
        <source>Create a second one</source>
        <translation>Einen zweiten anlegen</translation>
    </message>
    <message>
        <source>As in 2026-01-31 or 31.01.2026</source>
        <translation>Wie in 2026-01-31 oder 31.01.2026</translation>
    </message>
    <message>
        <source>31/01/2026: the day comes first</source>
        <translation>31/01/2026: Der Tag kommt zuerst</translation>
    </message>
    <message>
        <source>01/31/2026: the month comes first</source>
        <translation>01/31/2026: Der Monat kommt zuerst</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Keeps these choices under this name; they are taken for the next file with the same columns</source>
        <translation>Bewahrt diese Auswahl unter diesem Namen auf; sie gilt für die nächste Datei mit denselben Spalten</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Lös&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Art:</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>&amp;Profil:</translation>
    </message>
    <message>
        <source>A record that is here &amp;already:</source>
        <translation>Ein schon &amp;vorhandener Datensatz:</translation>
    </message>
    <message>
        <source>Da&amp;tes:</source>
        <translation>&amp;Datumsangaben:</translation>
    </message>
    <message>
        <source>%1 becomes</source>
        <translation>%1 wird zu</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(ausgelassen)</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>A new record needs %1, and no column gives it: only records that are here already can be updated.</source>
        <translation>Ein neuer Datensatz braucht %1, und keine Spalte liefert es: Nur Datensätze, die es hier schon gibt, lassen sich aktualisieren.</translation>
    </message>
</context>
<context>
    <name>tandem::CsvPreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>What the import would do. Nothing has been written yet, and nothing of it is pushed to a PSA until a record is edited.</source>
        <translation>Was der Import tun würde. Noch wurde nichts geschrieben, und nichts davon wird an ein PSA übertragen, bis ein Datensatz bearbeitet wird.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>First Rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Looking at every row…</source>
        <translation>Jede Zeile wird angesehen…</translation>
    </message>
    <message>
        <source>Errors (%1)</source>
        <translation>Fehler (%1)</translation>
    </message>
    <message>
        <source>New list values will be added: %1</source>
        <translation>Neue Listenwerte werden hinzugefügt: %1</translation>
    </message>
    <message>
        <source>There is nothing to import. Go back to change the columns.</source>
        <translation>Es gibt nichts zu importieren. Gehen Sie zurück, um die Spalten zu ändern.</translation>
    </message>
</context>
<context>
    <name>tandem::CsvProgressPage</name>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>Work goes on as usual meanwhile. Stopping keeps what was imported by then, and it can be undone.</source>
        <translation>Die Arbeit geht dabei weiter wie sonst. Wenn Sie anhalten, bleibt, was bis dahin importiert wurde, und es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 What was imported by then can be undone under File &gt; Imports….</source>
        <translation>%1 Was bis dahin importiert wurde, lässt sich unter „Datei &gt; Importe…“ rückgängig machen.</translation>
    </message>
    <message>
        <source>Importing %1…</source>
        <translation>%1 wird importiert…</translation>
    </message>
</context>
<context>
    <name>tandem::CsvReader</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>A quotation mark is opened in this row and never closed.</source>
        <translation>In dieser Zeile beginnt ein Anführungszeichen, das nie geschlossen wird.</translation>
    </message>
    <message>
        <source>The file ends in the middle of a character, so it is damaged or in another encoding.</source>
        <translation>Die Datei endet mitten in einem Zeichen, sie ist also beschädigt oder hat eine andere Kodierung.</translation>
    </message>
    <message>
        <source>It has more than %1 columns.</source>
        <translation>Die Zeile hat mehr als %1 Spalten.</translation>
    </message>
    <message>
        <source>It is longer than %1 characters.</source>
        <translation>Die Zeile ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>A cell is longer than %1 characters. Perhaps a quotation mark is never closed.</source>
        <translation>Eine Zelle ist länger als %1 Zeichen. Vielleicht wird ein Anführungszeichen nie geschlossen.</translation>
    </message>
    <message>
        <source>It holds zero bytes, which no text has. Perhaps the encoding is another.</source>
        <translation>Der Text enthält Nullbytes, die es in keinem Text gibt. Vielleicht ist die Kodierung eine andere.</translation>
    </message>
    <message>
        <source>It holds bytes that %1 does not have. Choose another encoding.</source>
        <translation>Der Text enthält Bytes, die es in %1 nicht gibt. Wählen Sie eine andere Kodierung.</translation>
    </message>
</context>
<context>
    <name>tandem::CsvResultsPage</name>
    <message>
        <source>&amp;Export Errors…</source>
        <translation>Fehler &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Undo This Import</source>
        <translation>Diesen Import &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>What was imported shows as not yet pushed until it is edited. File &gt; Imports… lists this import and can undo it later too.</source>
        <translation>Was importiert wurde, gilt als noch nicht übertragen, bis es bearbeitet wird. „Datei &gt; Importe…“ führt diesen Import auf und kann ihn auch später rückgängig machen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1 errors.csv</source>
        <translation>%1 Fehler.csv</translation>
    </message>
    <message>
        <source>Export Errors</source>
        <translation>Fehler exportieren</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The errors were written.</source>
        <translation>Die Fehler wurden geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>tandem::CustomFieldManager</name>
    <message>
        <source>%1 has no custom field "%2" for %3.</source>
        <translation>%1 hat für %3 kein benutzerdefiniertes Feld „%2“.</translation>
    </message>
    <message>
        <source>"%1" holds what Tandem cannot keep, so it cannot be mapped.</source>
        <translation>„%1“ enthält, was Tandem nicht aufbewahren kann, und lässt sich daher nicht zuordnen.</translation>
    </message>
    <message>
        <source>%1 lets nobody change "%2" from outside: it can only come in.</source>
        <translation>%1 lässt „%2“ von außen nicht ändern: Es kann nur hereinkommen.</translation>
    </message>
    <message>
        <source>"%1" is mapped already.</source>
        <translation>„%1“ ist schon zugeordnet.</translation>
    </message>
    <message>
        <source>Tandem has a field "%1" already. Choose another label.</source>
        <translation>Tandem hat schon ein Feld „%1“. Wählen Sie eine andere Bezeichnung.</translation>
    </message>
    <message>
        <source>"%1" is mapped to another field already. Choose another label.</source>
        <translation>„%1“ ist schon einem anderen Feld zugeordnet. Wählen Sie eine andere Bezeichnung.</translation>
    </message>
    <message>
        <source>Custom field "%1" is mapped to "%2" now.</source>
        <translation>Das benutzerdefinierte Feld „%1“ ist jetzt „%2“ zugeordnet.</translation>
    </message>
    <message>
        <source>%1 maps no custom field "%2".</source>
        <translation>%1 ordnet kein benutzerdefiniertes Feld „%2“ zu.</translation>
    </message>
    <message>
        <source>Custom field "%1" is no longer mapped to "%2"; its values stay in Tandem.</source>
        <translation>Das benutzerdefinierte Feld „%1“ ist „%2“ nicht mehr zugeordnet; seine Werte bleiben in Tandem.</translation>
    </message>
</context>
<context>
    <name>tandem::Database</name>
    <message>
        <source>The disk is full, so nothing was saved. Free some space and try again.</source>
        <translation>Der Datenträger ist voll, daher wurde nichts gespeichert. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written. Check that the file and its folder are yours and not write-protected.</source>
        <translation>In die Datenbank %1 lässt sich nicht schreiben. Prüfen Sie, ob die Datei und ihr Ordner Ihnen gehören und nicht schreibgeschützt sind.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened. Check that its folder exists and that you may read and write there.</source>
        <translation>Die Datenbank %1 lässt sich nicht öffnen. Prüfen Sie, ob ihr Ordner vorhanden ist und Sie dort lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 is not a database. Move the file away or choose another one.</source>
        <translation>%1 ist keine Datenbank. Verschieben Sie die Datei oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Another program keeps the database %1 locked. Close it and try again.</source>
        <translation>Ein anderes Programm hält die Datenbank %1 gesperrt. Schließen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The database %1 could not be read or written (%2). Check that the disk is connected, healthy and not full.</source>
        <translation>Die Datenbank %1 konnte nicht gelesen oder geschrieben werden (%2). Prüfen Sie, ob der Datenträger angeschlossen, unbeschädigt und nicht voll ist.</translation>
    </message>
    <message>
        <source>The value refers to something that is not there any more. Choose another one.</source>
        <translation>Der Wert verweist auf etwas, das es nicht mehr gibt. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The database did not do what was asked: %1</source>
        <translation>Die Datenbank hat den Auftrag nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>The database %1 is not ready yet. Start Tandem, which brings it up to date, and try again.</source>
        <translation>Die Datenbank %1 ist noch nicht bereit. Starten Sie Tandem, das sie auf den neuesten Stand bringt, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 is a database of another program. Choose another file.</source>
        <translation>%1 ist die Datenbank eines anderen Programms. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Tandem. Update Tandem, or use another data folder.</source>
        <translation>Die Datenbank %1 stammt von einer neueren Version von Tandem. Aktualisieren Sie Tandem oder verwenden Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>The disk of %1 does not offer what a database needs (%2). Choose a folder on a disk of this computer.</source>
        <translation>Der Datenträger von %1 bietet nicht, was eine Datenbank braucht (%2). Wählen Sie einen Ordner auf einem Datenträger dieses Computers.</translation>
    </message>
    <message>
        <source>The copy %1 cannot be made, and without it the database is not brought up to date. Check that you may write to the folder and that the disk is not full.</source>
        <translation>Die Kopie %1 lässt sich nicht anlegen, und ohne sie wird die Datenbank nicht auf den neuesten Stand gebracht. Prüfen Sie, ob Sie in den Ordner schreiben dürfen und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>%1 is a folder, but a database is a file. Choose a file.</source>
        <translation>%1 ist ein Ordner, eine Datenbank ist aber eine Datei. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>There is no database %1 yet. Start Tandem, which makes it, or check the path.</source>
        <translation>Die Datenbank %1 gibt es noch nicht. Starten Sie Tandem, das sie anlegt, oder prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>The database %1 cannot be made. Check that you may write to its folder and that the disk is not full.</source>
        <translation>Die Datenbank %1 lässt sich nicht anlegen. Prüfen Sie, ob Sie in ihren Ordner schreiben dürfen und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>The change was committed or given up already.</source>
        <translation>Die Änderung wurde bereits gespeichert oder verworfen.</translation>
    </message>
    <message>
        <source>Tandem is not installed completely: "%1" is missing or out of order. Install it again.</source>
        <translation>Tandem ist nicht vollständig installiert: „%1“ fehlt oder ist fehlerhaft. Installieren Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 is a file, but Tandem keeps its data in a folder. Choose another folder.</source>
        <translation>%1 ist eine Datei, Tandem bewahrt seine Daten aber in einem Ordner auf. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check that you may write to the folder above it and that the disk is not full.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Prüfen Sie, ob Sie in den übergeordneten Ordner schreiben dürfen und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>The damaged database %1 could not be read: %2</source>
        <translation>Die beschädigte Datenbank %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>its copy cannot be written.</source>
        <translation>ihre Kopie kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The database %1 is damaged (%2). Nothing was deleted. Tandem can repair it: what can be read goes into a new database, and the damaged file is kept beside it.</source>
        <translation>Die Datenbank %1 ist beschädigt (%2). Nichts wurde gelöscht. Tandem kann sie reparieren: Was lesbar ist, kommt in eine neue Datenbank, und die beschädigte Datei bleibt daneben liegen.</translation>
    </message>
</context>
<context>
    <name>tandem::DateEditor</name>
    <message>
        <source>Choose from a calendar (F4)</source>
        <translation>Aus einem Kalender wählen (F4)</translation>
    </message>
    <message>
        <source>yyyy-mm-dd</source>
        <comment>how a date is typed</comment>
        <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write it like 2026-01-31.</source>
        <translation>„%1“ ist kein Datum. Schreiben Sie es wie 2026-01-31.</translation>
    </message>
</context>
<context>
    <name>tandem::DecisionForm</name>
    <message>
        <source>%1 #%2</source>
        <comment>a PSA and the number of a record in it</comment>
        <translation>%1 #%2</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Carries out the choice and goes to the next (%1)</source>
        <translation>Führt die Wahl aus und geht zum nächsten (%1)</translation>
    </message>
    <message>
        <source>Select a record on the left to decide what it is.</source>
        <translation>Wählen Sie links einen Datensatz, um zu entscheiden, welcher es ist.</translation>
    </message>
    <message>
        <source>Several organizations here match this one of %1. Which of them is it?</source>
        <translation>Mehrere Organisationen hier passen zu dieser aus %1. Welche ist es?</translation>
    </message>
    <message>
        <source>Several locations here match this one of %1. Which of them is it?</source>
        <translation>Mehrere Standorte hier passen zu diesem aus %1. Welcher ist es?</translation>
    </message>
    <message>
        <source>Several contacts here match this one of %1. Which of them is it?</source>
        <translation>Mehrere Kontakte hier passen zu diesem aus %1. Welcher ist es?</translation>
    </message>
    <message>
        <source>Several configurations here match this one of %1. Which of them is it?</source>
        <translation>Mehrere Konfigurationen hier passen zu dieser aus %1. Welche ist es?</translation>
    </message>
    <message>
        <source>Several organizations in %1 match this one of Tandem. Which of them is it?</source>
        <translation>Mehrere Organisationen in %1 passen zu dieser aus Tandem. Welche ist es?</translation>
    </message>
    <message>
        <source>Several locations in %1 match this one of Tandem. Which of them is it?</source>
        <translation>Mehrere Standorte in %1 passen zu diesem aus Tandem. Welcher ist es?</translation>
    </message>
    <message>
        <source>Several contacts in %1 match this one of Tandem. Which of them is it?</source>
        <translation>Mehrere Kontakte in %1 passen zu diesem aus Tandem. Welcher ist es?</translation>
    </message>
    <message>
        <source>Several configurations in %1 match this one of Tandem. Which of them is it?</source>
        <translation>Mehrere Konfigurationen in %1 passen zu dieser aus Tandem. Welche ist es?</translation>
    </message>
    <message>
        <source>You left it; you can still decide.</source>
        <translation>Sie haben es offen gelassen; Sie können noch entscheiden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Tandem</source>
        <translation>Tandem</translation>
    </message>
    <message>
        <source>It is %1, %2, %3</source>
        <comment>name, details and place of a record</comment>
        <translation>Es ist %1, %2, %3</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keiner davon</translation>
    </message>
    <message>
        <source>None of them: make a new record in Tandem</source>
        <translation>Keiner davon: in Tandem einen neuen Datensatz anlegen</translation>
    </message>
    <message>
        <source>None of them: make it in %1, besides these</source>
        <translation>Keiner davon: in %1 anlegen, neben diesen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Leave it: nothing happens, and it is not asked again</source>
        <translation>Offen lassen: Nichts geschieht, und es wird nicht wieder gefragt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Closes these windows and shows the record.</source>
        <translation>Schließt diese Fenster und zeigt den Datensatz.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet …</translation>
    </message>
    <message>
        <source>(no details)</source>
        <translation>(keine Einzelheiten)</translation>
    </message>
</context>
<context>
    <name>tandem::DecisionModel</name>
    <message>
        <source>%1, %2</source>
        <comment>the name of a record and its kind</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (left)</source>
        <translation>%1 (offen gelassen)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>tandem::DecisionStore</name>
    <message>
        <source>This was decided already. There is nothing left to do.</source>
        <translation>Das wurde schon entschieden. Es bleibt nichts zu tun.</translation>
    </message>
</context>
<context>
    <name>tandem::Decisions</name>
    <message>
        <source>Settled: the value of %1 was kept.</source>
        <translation>Geklärt: Der Wert aus %1 wurde behalten.</translation>
    </message>
    <message>
        <source>Settled: Tandem's value was kept.</source>
        <translation>Geklärt: Der Wert von Tandem wurde behalten.</translation>
    </message>
    <message>
        <source>Settled: both values were kept.</source>
        <translation>Geklärt: Beide Werte wurden behalten.</translation>
    </message>
    <message>
        <source>"%1" is not in Tandem yet. Sync first, then choose again.</source>
        <translation>„%1“ ist noch nicht in Tandem. Synchronisieren Sie zuerst, und wählen Sie dann erneut.</translation>
    </message>
    <message>
        <source>%1 in Tandem was: %2</source>
        <translation>%1 in Tandem war: %2</translation>
    </message>
    <message>
        <source>Nothing is to be decided here any more.</source>
        <translation>Hier ist nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>Choose a value first.</source>
        <translation>Wählen Sie zuerst einen Wert.</translation>
    </message>
    <message>
        <source>This line of the history holds no value of "%1".</source>
        <translation>Diese Zeile des Verlaufs enthält keinen Wert von „%1“.</translation>
    </message>
    <message>
        <source>The record is not in %1 yet, so there is nothing to put back. Disable its sync to keep it here.</source>
        <translation>Der Datensatz ist noch nicht in %1, also gibt es nichts zurückzuholen. Deaktivieren Sie seine Synchronisation, um ihn nur hier zu behalten.</translation>
    </message>
    <message>
        <source>No change of this record waits for %1.</source>
        <translation>Keine Änderung dieses Datensatzes wartet auf %1.</translation>
    </message>
</context>
<context>
    <name>tandem::DecisionsPage</name>
    <message>
        <source>Show those that were &amp;left too</source>
        <translation>Auch &amp;offen gelassene zeigen</translation>
    </message>
    <message>
        <source>Records that need a decision</source>
        <translation>Datensätze, die eine Entscheidung brauchen</translation>
    </message>
    <message>
        <source>Nothing needs a decision</source>
        <translation>Nichts braucht eine Entscheidung</translation>
    </message>
    <message>
        <source>When a sync finds several exact matches for one record, it links none of them and asks here.</source>
        <translation>Findet ein Abgleich zu einem Datensatz mehrere genaue Treffer, verknüpft er keinen und fragt hier.</translation>
    </message>
    <message>
        <source>The decisions cannot be read. %1</source>
        <translation>Die Entscheidungen können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>%1 could not be settled. %2</source>
        <comment>a record, and why</comment>
        <translation>%1 konnte nicht geklärt werden. %2</translation>
    </message>
</context>
<context>
    <name>tandem::DeleteRecordsDialog</name>
    <message>
        <source>Delete for Good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln record(s) for good?</source>
        <translation><numerusform>%Ln Datensatz endgültig löschen?</numerusform><numerusform>%Ln Datensätze endgültig löschen?</numerusform></translation>
    </message>
    <message>
        <source>Their fields, links and history are removed from Tandem. There is no trash to take them out of again. Nothing is deleted in %1.</source>
        <translation>Ihre Felder, Verknüpfungen und ihr Verlauf werden aus Tandem entfernt. Es gibt keinen Papierkorb, aus dem man sie zurückholen könnte. In %1 wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>Configurations, contacts and locations of a deleted organization stay, without their organization.</source>
        <translation>Konfigurationen, Kontakte und Standorte einer gelöschten Organisation bleiben, ohne ihre Organisation.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) among them have edits that %1 never got; these edits are lost too.</source>
        <translation><numerusform>%Ln Datensatz davon hat Änderungen, die %1 nie bekommen hat; auch diese gehen verloren.</numerusform><numerusform>%Ln Datensätze davon haben Änderungen, die %1 nie bekommen hat; auch diese gehen verloren.</numerusform></translation>
    </message>
    <message>
        <source>Before that, all of them are written to a backup file in %1. If it cannot be written, nothing is deleted.</source>
        <translation>Vorher werden alle in eine Sicherungsdatei in %1 geschrieben. Kann sie nicht geschrieben werden, wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>The number of records, to confirm</source>
        <translation>Die Zahl der Datensätze, zur Bestätigung</translation>
    </message>
    <message>
        <source>&amp;Type %1 to confirm:</source>
        <translation>Zur Bestätigung %1 &amp;eingeben:</translation>
    </message>
    <message>
        <source>&amp;Delete for Good</source>
        <translation>Endgültig &amp;löschen</translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryForm</name>
    <message>
        <source>&amp;Read from Server</source>
        <translation>&amp;Vom Server lesen</translation>
    </message>
    <message>
        <source>Also make contacts for &amp;disabled users</source>
        <translation>Auch für dea&amp;ktivierte Benutzer Kontakte anlegen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Active Directory</source>
        <translation>Active Directory</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>LDAPS</source>
        <translation>LDAPS</translation>
    </message>
    <message>
        <source>StartTLS</source>
        <translation>StartTLS</translation>
    </message>
    <message>
        <source>By the Kerberos ticket</source>
        <translation>Mit dem Kerberos-Ticket</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>Kerberos ticket of this user</source>
        <translation>Kerberos-Ticket dieses Benutzers</translation>
    </message>
    <message>
        <source>the authorities that this computer trusts</source>
        <translation>die Zertifizierungsstellen, denen dieser Computer vertraut</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Auswählen…</translation>
    </message>
    <message>
        <source>Contacts that are there already show in any case that their account is disabled.</source>
        <translation>Schon vorhandene Kontakte zeigen in jedem Fall, dass ihr Konto deaktiviert ist.</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>Asking the directory</source>
        <translation>Der Verzeichnisdienst wird gefragt</translation>
    </message>
    <message>
        <source>Users that the filter finds</source>
        <translation>Benutzer, die der Filter findet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Port:</source>
        <translation>Port:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Lists and logs show this name.</source>
        <translation>Listen und Protokolle zeigen diesen Namen.</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Sign &amp;in with:</source>
        <translation>&amp;Anmelden mit:</translation>
    </message>
    <message>
        <source>How Tandem signs in</source>
        <translation>Wie Tandem sich anmeldet</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Benutzername:</translation>
    </message>
    <message>
        <source>A DN, user@domain or DOMAIN\user; it only has to read</source>
        <translation>Ein DN, user@domain oder DOMAIN\user; er muss nur lesen dürfen</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Pass&amp;wort:</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer, never in the database</source>
        <translation>Wird im Schlüsselbund dieses Computers aufbewahrt, nie in der Datenbank</translation>
    </message>
    <message>
        <source>Certificate &amp;file:</source>
        <translation>&amp;Zertifikatdatei:</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatdatei</translation>
    </message>
    <message>
        <source>The certificate of the authority that issued the server's, in PEM format</source>
        <translation>Das Zertifikat der Stelle, die das des Servers ausgestellt hat, im PEM-Format</translation>
    </message>
    <message>
        <source>&amp;Base DN:</source>
        <translation>Basis-&amp;DN:</translation>
    </message>
    <message>
        <source>Base DN</source>
        <translation>Basis-DN</translation>
    </message>
    <message>
        <source>User fi&amp;lter:</source>
        <translation>Benutzer&amp;filter:</translation>
    </message>
    <message>
        <source>Which entries are users, as an LDAP filter</source>
        <translation>Welche Einträge Benutzer sind, als LDAP-Filter</translation>
    </message>
    <message>
        <source>&amp;Organization:</source>
        <translation>&amp;Organisation:</translation>
    </message>
    <message>
        <source>The organization whose contacts they become</source>
        <translation>Die Organisation, deren Kontakte sie werden</translation>
    </message>
    <message>
        <source>Check for chan&amp;ges every:</source>
        <translation>Auf Änderungen &amp;prüfen im Abstand von:</translation>
    </message>
    <message>
        <source>How often Tandem asks for what changed</source>
        <translation>Wie oft Tandem fragt, was sich geändert hat</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt unverändert</translation>
    </message>
    <message>
        <source>Enter the name of the server, such as dc1.example.com.</source>
        <translation>Geben Sie den Namen des Servers ein, etwa dc1.example.com.</translation>
    </message>
    <message>
        <source>Enter the user name that Tandem signs in with.</source>
        <translation>Geben Sie den Benutzernamen ein, mit dem Tandem sich anmeldet.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>A password is only sent over LDAPS or StartTLS. Choose one of them.</source>
        <translation>Ein Passwort wird nur über LDAPS oder StartTLS gesendet. Wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>Enter the base DN, or read it from the server.</source>
        <translation>Geben Sie den Basis-DN ein oder lesen Sie ihn vom Server.</translation>
    </message>
    <message>
        <source>Enter a filter that finds the users.</source>
        <translation>Geben Sie einen Filter ein, der die Benutzer findet.</translation>
    </message>
    <message>
        <source>The server tells no base DN. Enter it by hand, or enter the user name and password first.</source>
        <translation>Der Server nennt keine Basis-DN. Geben Sie sie von Hand ein oder zuerst Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>An Active Directory answers.</source>
        <translation>Ein Active Directory antwortet.</translation>
    </message>
    <message>
        <source>An LDAP server answers.</source>
        <translation>Ein LDAP-Server antwortet.</translation>
    </message>
    <message>
        <source>Certificate of the Authority</source>
        <translation>Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryPage</name>
    <message>
        <source>Bring the users in &amp;now</source>
        <translation>Die Benutzer &amp;jetzt hereinholen</translation>
    </message>
    <message>
        <source>Connect to a Directory</source>
        <translation>Verzeichnisdienst verbinden</translation>
    </message>
    <message>
        <source>Users of Active Directory or another LDAP server become contacts, or enrich them. Tandem only reads.</source>
        <translation>Benutzer aus Active Directory oder einem anderen LDAP-Server werden zu Kontakten oder ergänzen sie. Tandem liest nur.</translation>
    </message>
    <message>
        <source>Choose the organization whose contacts the users become.</source>
        <translation>Wählen Sie die Organisation, deren Kontakte die Benutzer werden.</translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryRegistry</name>
    <message>
        <source>The directory needs a name.</source>
        <translation>Der Verzeichnisdienst braucht einen Namen.</translation>
    </message>
    <message>
        <source>Enter the name of the server, such as dc1.example.com.</source>
        <translation>Geben Sie den Namen des Servers ein, etwa dc1.example.com.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Enter the base DN, or read it from the server.</source>
        <translation>Geben Sie den Basis-DN ein oder lesen Sie ihn vom Server.</translation>
    </message>
    <message>
        <source>Enter a filter that finds the users.</source>
        <translation>Geben Sie einen Filter ein, der die Benutzer findet.</translation>
    </message>
    <message>
        <source>A password is only sent over LDAPS or StartTLS. Choose one of them.</source>
        <translation>Ein Passwort wird nur über LDAPS oder StartTLS gesendet. Wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>Choose the organization that the users belong to.</source>
        <translation>Wählen Sie die Organisation, zu der die Benutzer gehören.</translation>
    </message>
    <message>
        <source>There is a directory called "%1" already.</source>
        <translation>Es gibt bereits einen Verzeichnisdienst namens „%1“.</translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryRow</name>
    <message>
        <source>&amp;Actions</source>
        <translation>&amp;Aktionen</translation>
    </message>
    <message>
        <source>Directory (LDAP)</source>
        <translation>Verzeichnisdienst (LDAP)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Sync Now</source>
        <translation>Jetzt &amp;abgleichen</translation>
    </message>
    <message>
        <source>&amp;Pause Sync</source>
        <translation>Abgleich &amp;pausieren</translation>
    </message>
    <message>
        <source>&amp;Logs…</source>
        <translation>P&amp;rotokoll …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation><numerusform>%Ln Benutzer</numerusform><numerusform>%Ln Benutzer</numerusform></translation>
    </message>
    <message>
        <source>&amp;Resume Sync</source>
        <translation>Abgleich &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Actions of %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>%1, directory, %2</source>
        <comment>name and state of a directory</comment>
        <translation>%1, Verzeichnisdienst, %2</translation>
    </message>
</context>
<context>
    <name>tandem::DirectorySection</name>
    <message>
        <source>AD Status</source>
        <translation>AD-Status</translation>
    </message>
    <message>
        <source>Last Logon</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Last Password Reset</source>
        <translation>Passwort zuletzt zurückgesetzt</translation>
    </message>
    <message>
        <source>Password Expires</source>
        <translation>Passwort läuft ab</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>A domain passes this on with a delay of up to 14 days.</source>
        <translation>Eine Domäne gibt dies mit bis zu 14 Tagen Verzögerung weiter.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Never, as far as the domain knows</source>
        <translation>Nie, soweit die Domäne weiß</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <comment>name of a directory and a moment</comment>
        <translation>%1, Stand %2</translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryService</name>
    <message>
        <source>Another Tandem on this profile reads directories just now. Wait for its end.</source>
        <translation>Ein anderes Tandem auf diesem Profil liest gerade Verzeichnisdienste. Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Tandem is closing.</source>
        <translation>Tandem wird beendet.</translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryStore</name>
    <message>
        <source>There is a directory called "%1" already.</source>
        <translation>Es gibt bereits einen Verzeichnisdienst namens „%1“.</translation>
    </message>
    <message>
        <source>This directory was removed.</source>
        <translation>Dieser Verzeichnisdienst wurde entfernt.</translation>
    </message>
    <message>
        <source>There is no directory called "%1".</source>
        <translation>Es gibt keinen Verzeichnisdienst namens „%1“.</translation>
    </message>
</context>
<context>
    <name>tandem::DirectorySync</name>
    <message>
        <source>Left out, because the values cannot be a contact's: %1.</source>
        <translation>Ausgelassen, weil ein Kontakt solche Werte nicht haben kann: %1.</translation>
    </message>
    <message>
        <source>The organization of this directory was deleted. Choose another one.</source>
        <translation>Die Organisation dieses Verzeichnisdienstes wurde gelöscht. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>It has neither an objectGUID nor an entryUUID to be known by. May the account read them?</source>
        <translation>Der Eintrag hat weder eine objectGUID noch eine entryUUID, an der er zu erkennen wäre. Darf das Konto sie lesen?</translation>
    </message>
    <message>
        <source>It has no name that a contact could have.</source>
        <translation>Der Eintrag hat keinen Namen, den ein Kontakt haben könnte.</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts have its address or name, so it is not known which one is meant. Give one of them its email address.</source>
        <translation><numerusform>%n Kontakt hat die Adresse oder den Namen des Eintrags, daher ist nicht klar, welcher gemeint ist. Geben Sie einem davon die E-Mail-Adresse des Eintrags.</numerusform><numerusform>%n Kontakte haben die Adresse oder den Namen des Eintrags, daher ist nicht klar, welcher gemeint ist. Geben Sie einem davon die E-Mail-Adresse des Eintrags.</numerusform></translation>
    </message>
    <message>
        <source>Another directory feeds this contact.</source>
        <translation>Ein anderer Verzeichnisdienst füllt diesen Kontakt.</translation>
    </message>
    <message>
        <source>The account is disabled, so no contact is made for it.</source>
        <translation>Das Konto ist deaktiviert, daher wird kein Kontakt dafür angelegt.</translation>
    </message>
    <message>
        <source>%1 showed no users at all, although there were some. Are the base DN, the filter and the rights of the account still right?</source>
        <translation>%1 zeigte gar keine Benutzer, obwohl es vorher welche gab. Stimmen Basis-DN, Filter und Rechte des Kontos noch?</translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryWords</name>
    <message numerus="yes">
        <source>%Ln contact(s) of %1</source>
        <translation><numerusform>%Ln Kontakt von %1</numerusform><numerusform>%Ln Kontakte von %1</numerusform></translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>letzter Abgleich %1</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächster %1</translation>
    </message>
    <message>
        <source>The organization it fed was deleted. Choose another one under Edit.</source>
        <translation>Die Organisation, die er füllte, wurde gelöscht. Wählen Sie unter „Bearbeiten“ eine andere.</translation>
    </message>
    <message>
        <source>Choose Sync Now to bring its users in.</source>
        <translation>Wählen Sie „Jetzt abgleichen“, um die Benutzer hereinzuholen.</translation>
    </message>
    <message>
        <source>%1 created, %2 updated, %3 unchanged, %4 removed there, %5 skipped, %6 failed.</source>
        <translation>%1 angelegt, %2 aktualisiert, %3 unverändert, %4 dort entfernt, %5 übersprungen, %6 gescheitert.</translation>
    </message>
    <message>
        <source>The directory accepts the sign-in, but the filter finds nobody below the base DN.</source>
        <translation>Der Verzeichnisdienst nimmt die Anmeldung an, aber der Filter findet unterhalb des Basis-DN niemanden.</translation>
    </message>
    <message numerus="yes">
        <source>The directory accepts the sign-in. These are the first %Ln user(s) that the filter finds:</source>
        <translation><numerusform>Der Verzeichnisdienst nimmt die Anmeldung an. Das ist %Ln Benutzer, den der Filter findet:</numerusform><numerusform>Der Verzeichnisdienst nimmt die Anmeldung an. Das sind die ersten %Ln Benutzer, die der Filter findet:</numerusform></translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Must be changed at the next logon</source>
        <translation>Muss bei der nächsten Anmeldung geändert werden</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>tandem::EditConnectionDialog</name>
    <message>
        <source>Edit Connection – %1</source>
        <translation>Verbindung bearbeiten – %1</translation>
    </message>
    <message>
        <source>The records stay linked to %1. Keys that you leave blank stay as they are.</source>
        <translation>Die Datensätze bleiben mit %1 verknüpft. Schlüssel, die Sie leer lassen, bleiben unverändert.</translation>
    </message>
    <message>
        <source>Testing and saving the connection</source>
        <translation>Verbindung wird getestet und gespeichert</translation>
    </message>
    <message>
        <source>Test and &amp;Save</source>
        <translation>Testen und &amp;speichern</translation>
    </message>
    <message>
        <source>Another integration has this name. Choose a different one.</source>
        <translation>Eine andere Integration hat diesen Namen. Wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>tandem::EditDirectoryDialog</name>
    <message>
        <source>Edit Directory – %1</source>
        <translation>Verzeichnisdienst bearbeiten – %1</translation>
    </message>
    <message>
        <source>Test and &amp;Save</source>
        <translation>Testen und &amp;speichern</translation>
    </message>
</context>
<context>
    <name>tandem::EngineCore</name>
    <message>
        <source>Another Tandem is open on this profile and does the syncing. Use that one, or close it first.</source>
        <translation>Mit diesem Profil ist bereits ein Tandem geöffnet, das den Abgleich erledigt. Verwenden Sie dieses oder schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>%1 cannot be connected in this version of Tandem.</source>
        <translation>%1 lässt sich mit dieser Version von Tandem nicht verbinden.</translation>
    </message>
    <message>
        <source>A value needs a name.</source>
        <translation>Ein Wert braucht einen Namen.</translation>
    </message>
    <message>
        <source>The integration needs a name.</source>
        <translation>Die Integration braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is an integration called "%1" already.</source>
        <translation>Es gibt bereits eine Integration namens „%1“.</translation>
    </message>
    <message>
        <source>Sync Settings changed.</source>
        <translation>Abgleicheinstellungen geändert.</translation>
    </message>
    <message>
        <source>Sync paused.</source>
        <translation>Abgleich pausiert.</translation>
    </message>
    <message>
        <source>Sync resumed.</source>
        <translation>Abgleich fortgesetzt.</translation>
    </message>
    <message>
        <source>%1 (disconnected %2)</source>
        <translation>%1 (getrennt %2)</translation>
    </message>
    <message>
        <source>reading lists</source>
        <translation>Listen werden gelesen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>The record is not in %1 yet.</source>
        <translation>Der Datensatz ist noch nicht in %1.</translation>
    </message>
    <message>
        <source>Tandem is closing.</source>
        <translation>Tandem wird beendet.</translation>
    </message>
    <message>
        <source>Choose which record it is.</source>
        <translation>Wählen Sie, welcher Datensatz es ist.</translation>
    </message>
    <message>
        <source>Linked to "%1", as chosen.</source>
        <translation>Wie gewählt mit „%1“ verknüpft.</translation>
    </message>
    <message>
        <source>Taken over as a new record, as chosen.</source>
        <translation>Wie gewählt als neuer Datensatz übernommen.</translation>
    </message>
    <message>
        <source>Push All Syncable Assets is under way for %1. Wait for its end, or cancel it.</source>
        <translation>„Alle abgleichbaren Daten übertragen“ läuft gerade für %1. Warten Sie das Ende ab oder brechen Sie es ab.</translation>
    </message>
    <message>
        <source>This preview is not the newest one any more, or was confirmed already. Make a new one.</source>
        <translation>Diese Vorschau ist nicht mehr die neueste oder wurde schon bestätigt. Erstellen Sie eine neue.</translation>
    </message>
    <message>
        <source>Type the name of the integration, "%1", to confirm.</source>
        <translation>Geben Sie zur Bestätigung den Namen der Integration ein: „%1“.</translation>
    </message>
    <message>
        <source>Everything was pushed to %1 on %2 already: %3 created, %4 linked, %5 updated, %6 failed, %7 held. Confirm a second time to do it again.</source>
        <translation>Am %2 wurde schon alles an %1 übertragen: %3 angelegt, %4 verknüpft, %5 aktualisiert, %6 gescheitert, %7 zurückgehalten. Bestätigen Sie ein zweites Mal, um es zu wiederholen.</translation>
    </message>
    <message>
        <source>%1 is paused. Resume its sync to go on.</source>
        <translation>%1 ist angehalten. Setzen Sie den Abgleich fort, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Two-way sync with %1 is off. Enable it in Sync Settings to go on.</source>
        <translation>Der Abgleich mit %1 in beide Richtungen ist aus. Schalten Sie ihn in den Sync-Einstellungen ein, um weiterzumachen.</translation>
    </message>
</context>
<context>
    <name>tandem::Event</name>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>Push failed</source>
        <translation>Übertragung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Pull failed</source>
        <translation>Abholen fehlgeschlagen</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verknüpft</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Sync finished</source>
        <translation>Abgleich beendet</translation>
    </message>
    <message>
        <source>Sync failed</source>
        <translation>Abgleich fehlgeschlagen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>tandem::EventLog</name>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-Nr.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>A newer question took its place.</source>
        <translation>Eine neuere Abfrage hat diese abgelöst.</translation>
    </message>
    <message>
        <source>This line of the log is gone.</source>
        <translation>Diese Zeile des Protokolls ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The log is kept for a number of days; 0 keeps it for ever.</source>
        <translation>Das Protokoll wird eine Zahl von Tagen aufbewahrt; 0 bewahrt es für immer auf.</translation>
    </message>
</context>
<context>
    <name>tandem::EventTableModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tandem</source>
        <translation>Tandem</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfragekennung</translation>
    </message>
</context>
<context>
    <name>tandem::EventTypeButton</name>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%n type(s) of event</source>
        <translation><numerusform>%n Ereignisart</numerusform><numerusform>%n Ereignisarten</numerusform></translation>
    </message>
    <message>
        <source>Shows only events of the types that are ticked</source>
        <translation>Zeigt nur Ereignisse der angehakten Arten</translation>
    </message>
    <message>
        <source>Types of events: %1</source>
        <translation>Ereignisarten: %1</translation>
    </message>
</context>
<context>
    <name>tandem::FaultRules</name>
    <message>
        <source>There is no fault "%1".</source>
        <translation>Es gibt keine Störung „%1“.</translation>
    </message>
</context>
<context>
    <name>tandem::Field</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Parent organization</source>
        <translation>Übergeordnete Organisation</translation>
    </message>
    <message>
        <source>Primary location</source>
        <translation>Hauptstandort</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Warnhinweis</translation>
    </message>
    <message>
        <source>Quick notes</source>
        <translation>Kurznotizen</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Address 1</source>
        <translation>Adresse 1</translation>
    </message>
    <message>
        <source>Address 2</source>
        <translation>Adresse 2</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>Bundesland oder Region</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Important contact</source>
        <translation>Wichtiger Kontakt</translation>
    </message>
    <message>
        <source>Emails</source>
        <translation>E-Mail-Adressen</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>Primary IP</source>
        <translation>Primäre IP-Adresse</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Default gateway</source>
        <translation>Standardgateway</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Asset tag</source>
        <translation>Inventarnummer</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Operating system notes</source>
        <translation>Notizen zum Betriebssystem</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Physical position</source>
        <translation>Aufstellort</translation>
    </message>
    <message>
        <source>Installed on</source>
        <translation>Installiert am</translation>
    </message>
    <message>
        <source>Installed by</source>
        <translation>Installiert von</translation>
    </message>
    <message>
        <source>Purchased on</source>
        <translation>Gekauft am</translation>
    </message>
    <message>
        <source>Purchased by</source>
        <translation>Gekauft von</translation>
    </message>
    <message>
        <source>Warranty expires on</source>
        <translation>Garantie bis</translation>
    </message>
</context>
<context>
    <name>tandem::FieldCheck</name>
    <message>
        <source>%1 must be %2.</source>
        <translation>Der Wert von „%1“ muss %2 sein.</translation>
    </message>
    <message>
        <source>a list of entries with a value and a label</source>
        <translation>eine Liste von Einträgen mit Wert und Bezeichnung</translation>
    </message>
    <message>
        <source>An entry of %1 has no value.</source>
        <translation>Ein Eintrag im Feld „%1“ hat keinen Wert.</translation>
    </message>
    <message>
        <source>"%1" is not an email address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Only one entry of %1 can be the primary one.</source>
        <translation>Im Feld „%1“ kann nur ein Eintrag der Haupteintrag sein.</translation>
    </message>
    <message>
        <source>%1 must not be blank.</source>
        <translation>Das Feld „%1“ darf nicht leer sein.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a single line</source>
        <translation>eine einzelne Zeile</translation>
    </message>
    <message>
        <source>a date such as 2026-01-31</source>
        <translation>ein Datum wie 2026-01-31</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>an id</source>
        <translation>eine Kennung</translation>
    </message>
</context>
<context>
    <name>tandem::FieldChecks</name>
    <message>
        <source>“%1” is not an IP address. Write it like 192.168.1.10 or fe80::1.</source>
        <translation>„%1“ ist keine IP-Adresse. Schreiben Sie sie wie 192.168.1.10 oder fe80::1.</translation>
    </message>
    <message>
        <source>“%1” is not a MAC address. Write it like 00:1A:2B:3C:4D:5E.</source>
        <translation>„%1“ ist keine MAC-Adresse. Schreiben Sie sie wie 00:1A:2B:3C:4D:5E.</translation>
    </message>
    <message>
        <source>“%1” is not an email address. Write it like name@example.com.</source>
        <translation>„%1“ ist keine E-Mail-Adresse. Schreiben Sie sie wie name@example.com.</translation>
    </message>
    <message>
        <source>%1 has %2 characters, and %3 takes %4 at most.</source>
        <translation>Das Feld „%1“ hat %2 Zeichen, %3 nimmt höchstens %4 an.</translation>
    </message>
</context>
<context>
    <name>tandem::FieldGroup</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
</context>
<context>
    <name>tandem::FieldMap</name>
    <message>
        <source>The field map is wrong at %1: %2</source>
        <translation>Die Feldzuordnung ist fehlerhaft bei %1: %2</translation>
    </message>
    <message>
        <source>unknown key "%1"</source>
        <translation>unbekannter Schlüssel „%1“</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>ein solches Feld gibt es nicht</translation>
    </message>
    <message>
        <source>"remote" is missing</source>
        <translation>„remote“ fehlt</translation>
    </message>
    <message>
        <source>"%1" is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>"%1" is not true or false</source>
        <translation>„%1“ ist nicht true oder false</translation>
    </message>
    <message>
        <source>unknown "shape" or "direction"</source>
        <translation>„shape“ oder „direction“ unbekannt</translation>
    </message>
    <message>
        <source>unknown "normal"</source>
        <translation>„normal“ unbekannt</translation>
    </message>
    <message>
        <source>unknown "list"</source>
        <translation>„list“ unbekannt</translation>
    </message>
    <message>
        <source>a gate needs a "list"</source>
        <translation>eine Sperre braucht „list“</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>das ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>unknown platform</source>
        <translation>unbekannte Plattform</translation>
    </message>
    <message>
        <source>there is no such kind</source>
        <translation>eine solche Art gibt es nicht</translation>
    </message>
    <message>
        <source>the kind is missing</source>
        <translation>die Art fehlt</translation>
    </message>
    <message>
        <source>"collection" or "fields" is missing</source>
        <translation>„collection“ oder „fields“ fehlt</translation>
    </message>
    <message>
        <source>the field is mapped twice</source>
        <translation>das Feld ist doppelt zugeordnet</translation>
    </message>
    <message>
        <source>Tandem has no field map for %1 yet.</source>
        <translation>Tandem hat noch keine Feldzuordnung für %1.</translation>
    </message>
    <message>
        <source>"max_length" is not a length</source>
        <translation>„max_length“ ist keine Länge</translation>
    </message>
    <message>
        <source>only emails and phones have "places"</source>
        <translation>nur E-Mail-Adressen und Telefonnummern haben „places“</translation>
    </message>
    <message>
        <source>a place of "places" is wrong</source>
        <translation>ein Eintrag in „places“ ist falsch</translation>
    </message>
    <message>
        <source>a line of "settings" is wrong</source>
        <translation>eine Zeile in „settings“ ist falsch</translation>
    </message>
    <message>
        <source>a line of "gates" is wrong</source>
        <translation>eine Zeile in „gates“ ist falsch</translation>
    </message>
    <message>
        <source>it is not a number in its range</source>
        <translation>es ist keine Zahl im erlaubten Bereich</translation>
    </message>
    <message>
        <source>it is no known scope</source>
        <translation>es ist kein bekannter Geltungsbereich</translation>
    </message>
    <message>
        <source>it is not a list</source>
        <translation>es ist keine Liste</translation>
    </message>
    <message>
        <source>"filler" is wrong</source>
        <translation>„filler“ ist falsch</translation>
    </message>
    <message>
        <source>an entry of "needs" is unknown</source>
        <translation>ein Eintrag von „needs“ ist unbekannt</translation>
    </message>
    <message>
        <source>"write_switch" is no switch of Sync Settings</source>
        <translation>„write_switch“ ist kein Schalter der Sync-Einstellungen</translation>
    </message>
    <message>
        <source>it names no table of a list or setting</source>
        <translation>es nennt keine Tabelle einer Liste oder Einstellung</translation>
    </message>
    <message>
        <source>"detail_share" is no share</source>
        <translation>„detail_share“ ist kein Anteil</translation>
    </message>
</context>
<context>
    <name>tandem::FieldMapModel</name>
    <message>
        <source>both ways</source>
        <translation>in beide Richtungen</translation>
    </message>
    <message>
        <source>only from %1</source>
        <translation>nur von %1</translation>
    </message>
    <message>
        <source>text, without blanks around it</source>
        <translation>Text ohne Leerzeichen am Rand</translation>
    </message>
    <message>
        <source>text, line breaks count as blanks</source>
        <translation>Text, Zeilenumbrüche gelten als Leerzeichen</translation>
    </message>
    <message>
        <source>text of several lines</source>
        <translation>mehrzeiliger Text</translation>
    </message>
    <message>
        <source>digits of the number</source>
        <translation>Ziffern der Nummer</translation>
    </message>
    <message>
        <source>one MAC address</source>
        <translation>eine MAC-Adresse</translation>
    </message>
    <message>
        <source>day, without the time</source>
        <translation>Tag ohne Uhrzeit</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>chosen value</source>
        <translation>ausgewählter Wert</translation>
    </message>
    <message>
        <source>list, in any order</source>
        <translation>Liste in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>Field in Tandem</source>
        <translation>Feld in Tandem</translation>
    </message>
    <message>
        <source>Travels</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Field in %1</source>
        <translation>Feld in %1</translation>
    </message>
    <message>
        <source>Compared as</source>
        <translation>Verglichen als</translation>
    </message>
    <message>
        <source>To create</source>
        <translation>Zum Anlegen</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Höchstlänge</translation>
    </message>
    <message>
        <source>name, in any case</source>
        <translation>Name, Groß- und Kleinschreibung gleich</translation>
    </message>
    <message>
        <source>only to %1</source>
        <translation>nur an %1</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>One of: %1</source>
        <translation>Eines von: %1</translation>
    </message>
    <message>
        <source>%1 (custom)</source>
        <comment>label of a field</comment>
        <translation>%1 (benutzerdefiniert)</translation>
    </message>
    <message>
        <source>%1 – no longer in %2</source>
        <translation>%1 – nicht mehr in %2</translation>
    </message>
</context>
<context>
    <name>tandem::FieldMappingDialog</name>
    <message>
        <source>Field Mapping – %1</source>
        <translation>Feldzuordnung – %1</translation>
    </message>
    <message>
        <source>Kinds of records</source>
        <translation>Arten von Datensätzen</translation>
    </message>
    <message>
        <source>&amp;Add Custom Field…</source>
        <translation>Benutzerdefiniertes Feld &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>These fields travel between Tandem and %1. A field that is not listed stays in Tandem. Custom fields of your %1 can be added.</source>
        <translation>Diese Felder werden zwischen Tandem und %1 ausgetauscht. Nicht aufgeführte Felder bleiben in Tandem. Benutzerdefinierte Felder Ihres %1 lassen sich hinzufügen.</translation>
    </message>
    <message>
        <source>The field mapping of %1 cannot be read.</source>
        <translation>Die Feldzuordnung von %1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Choose a custom field; the other fields always travel.</source>
        <translation>Wählen Sie ein benutzerdefiniertes Feld; die anderen Felder werden immer ausgetauscht.</translation>
    </message>
    <message>
        <source>%1 has no field “%2” that fits any more, so it does not travel; all other fields do. Its values stay in Tandem. Remove it, or add it again in %1.</source>
        <translation>%1 hat kein passendes Feld „%2“ mehr, darum wird es nicht ausgetauscht; alle anderen Felder schon. Seine Werte bleiben in Tandem. Entfernen Sie es, oder legen Sie es in %1 wieder an.</translation>
    </message>
    <message>
        <source>Remove Custom Field</source>
        <translation>Benutzerdefiniertes Feld entfernen</translation>
    </message>
    <message>
        <source>Stop syncing “%1” with %2?</source>
        <translation>„%1“ nicht mehr mit %2 abgleichen?</translation>
    </message>
    <message>
        <source>Its values stay in Tandem and in %1, but no longer change each other. To undo this, add “%2” again with the label “%3”.</source>
        <translation>Seine Werte bleiben in Tandem und in %1, ändern einander aber nicht mehr. Um das rückgängig zu machen, fügen Sie „%2“ wieder mit der Beschriftung „%3“ hinzu.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>tandem::FieldText</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>tandem::FieldValueDialog</name>
    <message numerus="yes">
        <source>Set %1 of %Ln organization(s)</source>
        <translation><numerusform>%1 von %Ln Organisation setzen</numerusform><numerusform>%1 von %Ln Organisationen setzen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %Ln location(s)</source>
        <translation><numerusform>%1 von %Ln Standort setzen</numerusform><numerusform>%1 von %Ln Standorten setzen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %Ln contact(s)</source>
        <translation><numerusform>%1 von %Ln Kontakt setzen</numerusform><numerusform>%1 von %Ln Kontakten setzen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %Ln configuration(s)</source>
        <translation><numerusform>%1 von %Ln Konfiguration setzen</numerusform><numerusform>%1 von %Ln Konfigurationen setzen</numerusform></translation>
    </message>
    <message>
        <source>Set %1</source>
        <comment>a field</comment>
        <translation>„%1“ festlegen</translation>
    </message>
    <message>
        <source>Set %1 of this record</source>
        <translation>%1 dieses Datensatzes setzen</translation>
    </message>
    <message>
        <source>This is an edit like any other: what nothing else holds up then is pushed to %1 as soon as it is saved.</source>
        <translation>Das ist eine Änderung wie jede andere: Was dann nichts anderes mehr aufhält, wird beim Speichern sofort an %1 übertragen.</translation>
    </message>
    <message>
        <source>&amp;%1:</source>
        <comment>a field</comment>
        <translation>&amp;%1:</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
</context>
<context>
    <name>tandem::Gates</name>
    <message>
        <source>Enable "%1" in Sync Settings</source>
        <translation>„%1“ in den Abgleicheinstellungen zulassen</translation>
    </message>
    <message>
        <source>%1 is blank, so Sync Settings cannot allow it.</source>
        <translation>Das Feld „%1“ ist leer, daher können die Abgleicheinstellungen den Datensatz nicht zulassen.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>„%1“ festlegen</translation>
    </message>
    <message>
        <source>%1 of its organization is blank, so Sync Settings cannot allow it.</source>
        <translation>Das Feld „%1“ der Organisation ist leer, daher können die Abgleicheinstellungen den Datensatz nicht zulassen.</translation>
    </message>
    <message>
        <source>Set %1 of the organization</source>
        <translation>„%1“ der Organisation festlegen</translation>
    </message>
    <message>
        <source>%1 "%2" is not set to sync.</source>
        <translation>%1 „%2“ ist nicht für den Abgleich ausgewählt.</translation>
    </message>
    <message>
        <source>%1 "%2" of its organization is not set to sync.</source>
        <translation>%1 „%2“ der Organisation ist nicht für den Abgleich ausgewählt.</translation>
    </message>
    <message>
        <source>It waits for its organization "%1", which is on its way to %2.</source>
        <translation>Der Datensatz wartet auf seine Organisation „%1“; deren Übertragung an %2 läuft noch.</translation>
    </message>
    <message>
        <source>Its organization "%1" is not in %2.</source>
        <translation>Seine Organisation „%1“ ist nicht in %2.</translation>
    </message>
    <message>
        <source>Open "%1"</source>
        <translation>„%1“ öffnen</translation>
    </message>
    <message>
        <source>%1 is blank, and %2 requires it.</source>
        <translation>Das Feld „%1“ ist leer, %2 verlangt aber einen Wert.</translation>
    </message>
    <message>
        <source>Fill in %1</source>
        <translation>„%1“ ausfüllen</translation>
    </message>
    <message>
        <source>ConnectWise requires a site for a new company, and the organization has no location.</source>
        <translation>ConnectWise verlangt für eine neue Firma eine Niederlassung, die Organisation hat aber keinen Standort.</translation>
    </message>
    <message>
        <source>Add a location</source>
        <translation>Standort hinzufügen</translation>
    </message>
    <message>
        <source>%1 has %2 characters; %3 takes at most %4.</source>
        <translation>Das Feld „%1“ hat %2 Zeichen; %3 nimmt höchstens %4 an.</translation>
    </message>
    <message>
        <source>Shorten %1</source>
        <translation>„%1“ kürzen</translation>
    </message>
    <message>
        <source>%1 is disconnected.</source>
        <translation>%1 ist getrennt.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Wieder verbinden</translation>
    </message>
    <message>
        <source>Two-way sync with %1 is off.</source>
        <translation>Der Zwei-Wege-Abgleich mit %1 ist aus.</translation>
    </message>
    <message>
        <source>Enable two-way sync</source>
        <translation>Zwei-Wege-Abgleich einschalten</translation>
    </message>
    <message>
        <source>Contacts are not set to sync.</source>
        <translation>Kontakte sind nicht für den Abgleich ausgewählt.</translation>
    </message>
    <message>
        <source>Enable Contacts sync</source>
        <translation>Abgleich der Kontakte einschalten</translation>
    </message>
    <message>
        <source>Locations are not set to sync.</source>
        <translation>Standorte sind nicht für den Abgleich ausgewählt.</translation>
    </message>
    <message>
        <source>Enable Locations sync</source>
        <translation>Abgleich der Standorte einschalten</translation>
    </message>
    <message>
        <source>Sync with %1 is disabled for this record.</source>
        <translation>Der Abgleich mit %1 ist für diesen Datensatz deaktiviert.</translation>
    </message>
    <message>
        <source>Enable sync</source>
        <translation>Abgleich aktivieren</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 ist pausiert.</translation>
    </message>
    <message>
        <source>Resume Sync</source>
        <translation>Abgleich fortsetzen</translation>
    </message>
    <message>
        <source>It waits for %1 "%2", which is on its way to %3.</source>
        <translation>Der Datensatz wartet auf %1 „%2“; die Übertragung an %3 läuft noch.</translation>
    </message>
    <message>
        <source>%1 "%2" is not in %3.</source>
        <translation>%1 „%2“ ist nicht in %3.</translation>
    </message>
    <message>
        <source>%1 has no "%2" for %3.</source>
        <translation>%1 hat keinen Wert „%2“ für „%3“.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>See the types in Sync Settings</source>
        <translation>Typen in den Abgleicheinstellungen ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more reason(s))</source>
        <translation><numerusform>%1 (und %n weiterer Grund)</numerusform><numerusform>%1 (und %n weitere Gründe)</numerusform></translation>
    </message>
    <message>
        <source>%1 requires it of a new record, and Sync Settings do not say it: %2.</source>
        <translation>%1 verlangt es von einem neuen Datensatz, und die Sync-Einstellungen nennen es nicht: %2.</translation>
    </message>
    <message>
        <source>Choose "%1" in Sync Settings</source>
        <translation>„%1“ in den Sync-Einstellungen wählen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The extension of %1</source>
        <translation>Die Durchwahl von %1</translation>
    </message>
    <message>
        <source>This record was disconnected from %1.</source>
        <translation>Dieser Datensatz wurde von %1 getrennt.</translation>
    </message>
    <message>
        <source>%1 keeps one "%2" of %3, and there are several.</source>
        <translation>%1 führt nur einen Eintrag „%2“ je %3, und es gibt mehrere.</translation>
    </message>
    <message>
        <source>%1 requires a location for a new account, and the organization has none.</source>
        <translation>%1 verlangt für ein neues Konto einen Standort, und die Organisation hat keinen.</translation>
    </message>
    <message>
        <source>Sync Settings choose no email type, and without one contacts are not pushed to %1.</source>
        <translation>In den Sync-Einstellungen ist kein E-Mail-Typ gewählt, und ohne ihn werden Kontakte nicht an %1 übertragen.</translation>
    </message>
    <message>
        <source>Choose the email type in Sync Settings</source>
        <translation>E-Mail-Typ in den Sync-Einstellungen wählen</translation>
    </message>
    <message>
        <source>The phone number has no label, and Sync Settings choose no phone type for it; %1 requires one.</source>
        <translation>Die Telefonnummer hat keine Bezeichnung, und in den Sync-Einstellungen ist kein Telefontyp dafür gewählt; %1 verlangt einen.</translation>
    </message>
    <message>
        <source>Choose the phone type in Sync Settings</source>
        <translation>Telefontyp in den Sync-Einstellungen wählen</translation>
    </message>
    <message>
        <source>%1 cannot make or change locations by its current interface (V2).</source>
        <translation>%1 kann über seine heutige Schnittstelle (V2) keine Standorte anlegen oder ändern.</translation>
    </message>
    <message>
        <source>%1 cannot take this by its current interface.</source>
        <translation>%1 kann dies über seine heutige Schnittstelle nicht annehmen.</translation>
    </message>
    <message>
        <source>Switch on "%1" in Sync Settings</source>
        <translation>„%1“ in den Sync-Einstellungen einschalten</translation>
    </message>
    <message>
        <source>%1 is "%2", and %3 takes a number only.</source>
        <translation>%1 ist „%2“, und %3 nimmt nur eine Zahl an.</translation>
    </message>
</context>
<context>
    <name>tandem::HeldPane</name>
    <message>
        <source>All &amp;Reasons</source>
        <translation>Alle &amp;Gründe</translation>
    </message>
    <message>
        <source>Shows every reason that holds records, and what can be done for all of them at once</source>
        <translation>Zeigt jeden Grund, der Datensätze zurückhält, und was sich für alle auf einmal tun lässt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a record and what will happen to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It is not in %1 yet, and is made there.</source>
        <translation>Er ist noch nicht in %1 und wird dort angelegt.</translation>
    </message>
    <message>
        <source>%1 has an exact match: %2. The two are linked, and on this first match the values of %1 win.</source>
        <translation>%1 hat einen genauen Treffer: %2. Beide werden verknüpft, und bei diesem ersten Mal gelten die Werte von %1.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a reason as a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of %1 match, so none is linked. After the push you choose under Manage Data &gt; Needs a decision.</source>
        <translation><numerusform>%n Datensatz von %1 passt, darum wird keiner verknüpft. Nach der Übertragung wählen Sie unter Daten verwalten &gt; Zu entscheiden.</numerusform><numerusform>%n Datensätze von %1 passen, darum wird keiner verknüpft. Nach der Übertragung wählen Sie unter Daten verwalten &gt; Zu entscheiden.</numerusform></translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>Nichts wird zurückgehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) for which records are held</source>
        <translation><numerusform>%n Grund, aus dem Datensätze zurückgehalten werden</numerusform><numerusform>%n Gründe, aus denen Datensätze zurückgehalten werden</numerusform></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how many records, and why they are held</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>And %n more reason(s): the table shows them under Held.</source>
        <translation><numerusform>Und %n weiterer Grund: Die Tabelle zeigt ihn unter „Zurückgehalten“.</numerusform><numerusform>Und %n weitere Gründe: Die Tabelle zeigt sie unter „Zurückgehalten“.</numerusform></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It opens by itself.</source>
        <translation>Das erledigt sich von selbst.</translation>
    </message>
    <message>
        <source>The organization they belong to is not in %1.</source>
        <translation>Die Organisation, zu der sie gehören, ist nicht in %1.</translation>
    </message>
</context>
<context>
    <name>tandem::HistoryModel</name>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field: before → after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Makes %1 blank again.</source>
        <translation>Leert %1 wieder.</translation>
    </message>
    <message>
        <source>Puts “%1” back into %2.</source>
        <translation>Setzt „%1“ wieder in %2 ein.</translation>
    </message>
    <message>
        <source>This is an edit itself: it is saved at once, and pushed as any other.</source>
        <translation>Das ist selbst eine Änderung: Sie wird sofort gespeichert und wie jede andere übertragen.</translation>
    </message>
    <message>
        <source>%1: %2 lost to %3</source>
        <comment>field: value lost to value</comment>
        <translation>%1: %2 unterlag %3</translation>
    </message>
</context>
<context>
    <name>tandem::HistorySection</name>
    <message>
        <source>Show all…</source>
        <translation>Alle zeigen …</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Read what happened before</source>
        <translation>Lesen, was vorher geschah</translation>
    </message>
    <message>
        <source>The record has this value already.</source>
        <translation>Der Datensatz hat diesen Wert schon.</translation>
    </message>
    <message>
        <source>The value was put back and saved.</source>
        <translation>Der Wert wurde zurückgeholt und gespeichert.</translation>
    </message>
    <message>
        <source>Put back the blank value</source>
        <translation>Leeren Wert wiederherstellen</translation>
    </message>
    <message>
        <source>Put back “%1”</source>
        <translation>„%1“ wiederherstellen</translation>
    </message>
</context>
<context>
    <name>tandem::HttpClient</name>
    <message>
        <source>“%1” is not a web address. Check the address in the connection settings.</source>
        <translation>„%1“ ist keine Webadresse. Prüfen Sie die Adresse in den Verbindungseinstellungen.</translation>
    </message>
    <message>
        <source>Tandem speaks to %1 only over https, because the keys would be readable on the way. Write the address with https://.</source>
        <translation>Tandem verbindet sich mit %1 nur über https, weil die Schlüssel sonst unterwegs lesbar wären. Schreiben Sie die Adresse mit https://.</translation>
    </message>
    <message>
        <source>The address must not contain a user name or password.</source>
        <translation>Die Adresse darf weder Benutzernamen noch Passwort enthalten.</translation>
    </message>
    <message>
        <source>Tandem built a request without a proper method.</source>
        <translation>Tandem hat eine Anfrage ohne gültige Methode erstellt.</translation>
    </message>
    <message>
        <source>A credential contains a line break. Paste it again without it.</source>
        <translation>Eine der Zugangsdaten enthält einen Zeilenumbruch. Fügen Sie sie ohne Umbruch erneut ein.</translation>
    </message>
    <message>
        <source>%1 refuses the connection. Check the address and port, and whether a firewall is in between.</source>
        <translation>%1 verweigert die Verbindung. Prüfen Sie Adresse und Port und ob eine Firewall dazwischenliegt.</translation>
    </message>
    <message>
        <source>There is no server named %1. Check the spelling of the address and your network.</source>
        <translation>Es gibt keinen Server namens %1. Prüfen Sie die Schreibweise der Adresse und Ihr Netzwerk.</translation>
    </message>
    <message>
        <source>The proxy does not let the connection to %1 through. Check the proxy settings of this computer.</source>
        <translation>Der Proxy lässt die Verbindung zu %1 nicht durch. Prüfen Sie die Proxy-Einstellungen dieses Computers.</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer was complete. It is tried again by itself; check your network if it stays.</source>
        <translation>Die Verbindung zu %1 brach ab, bevor die Antwort vollständig war. Tandem versucht es von selbst erneut; prüfen Sie Ihr Netzwerk, wenn es dabei bleibt.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than Tandem accepts.</source>
        <translation>Die Antwort von %1 ist größer, als Tandem annimmt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s). It is tried again by itself; check your network if it stays.</source>
        <translation><numerusform>%1 hat nicht innerhalb von %n Sekunde geantwortet. Tandem versucht es von selbst erneut; prüfen Sie Ihr Netzwerk, wenn es dabei bleibt.</numerusform><numerusform>%1 hat nicht innerhalb von %n Sekunden geantwortet. Tandem versucht es von selbst erneut; prüfen Sie Ihr Netzwerk, wenn es dabei bleibt.</numerusform></translation>
    </message>
    <message>
        <source>The change was sent to %1, but no answer came back. Tandem looks there whether it arrived before it sends anything again.</source>
        <translation>Die Änderung wurde an %1 gesendet, aber es kam keine Antwort. Tandem prüft dort, ob sie angekommen ist, bevor es erneut etwas sendet.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The answer of %1 is not compressed the way it says.</source>
        <translation>Die Antwort von %1 ist nicht so komprimiert, wie sie angibt.</translation>
    </message>
    <message>
        <source>%1 did not answer several times in a row. Tandem looks by itself whether it is back, and goes on then.</source>
        <translation>%1 hat mehrmals hintereinander nicht geantwortet. Tandem sieht von selbst nach, ob es wieder da ist, und macht dann weiter.</translation>
    </message>
    <message>
        <source>Tandem built a request with a header that is not one.</source>
        <translation>Tandem hat eine Anfrage mit einer ungültigen Kopfzeile gebaut.</translation>
    </message>
    <message>
        <source>A credential is too long. Paste it again, and nothing but it.</source>
        <translation>Ein Zugangswert ist zu lang. Fügen Sie ihn noch einmal ein, und nichts anderes.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted, so nothing was sent. Check the address and the date of this computer. If a proxy of your company reads along, choose its authority's certificate in the connection settings.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen, daher wurde nichts gesendet. Prüfen Sie die Adresse und das Datum dieses Computers. Liest ein Proxy Ihrer Firma mit, wählen Sie in den Verbindungseinstellungen das Zertifikat seiner Zertifizierungsstelle.</translation>
    </message>
</context>
<context>
    <name>tandem::Import</name>
    <message>
        <source>Record %1 is no %2.</source>
        <translation>Datensatz %1 ist nicht von der Art „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>%n records here are the same as this row, so it is not known which one is meant.</source>
        <translation><numerusform>%n Datensatz hier gleicht dieser Zeile, darum ist nicht bekannt, welcher gemeint ist.</numerusform><numerusform>%n Datensätze hier gleichen dieser Zeile, darum ist nicht bekannt, welcher gemeint ist.</numerusform></translation>
    </message>
    <message>
        <source>%1: there is no %2 with the id %3.</source>
        <translation>%1: Es gibt keinen Datensatz der Art „%2“ mit der Kennung %3.</translation>
    </message>
    <message>
        <source>%1: there is no %2 called "%3".</source>
        <translation>%1: Es gibt keinen Datensatz der Art „%2“ namens „%3“.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n records are called "%2".</source>
        <translation><numerusform>%1: %n Datensatz heißt „%2“.</numerusform><numerusform>%1: %n Datensätze heißen „%2“.</numerusform></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tandem is closing.</source>
        <translation>Tandem wird beendet.</translation>
    </message>
    <message>
        <source>The import %1 has ended. Begin a new one.</source>
        <translation>Der Import %1 ist beendet. Beginnen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Imported from %1.</source>
        <translation>Aus %1 importiert.</translation>
    </message>
    <message>
        <source>%1 created, %2 updated, %3 skipped, %4 failed.</source>
        <translation>%1 angelegt, %2 aktualisiert, %3 übersprungen, %4 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Import from %1 stopped: %2</source>
        <translation>Import aus %1 angehalten: %2</translation>
    </message>
    <message>
        <source>Imported from %1: %2</source>
        <translation>Aus %1 importiert: %2</translation>
    </message>
    <message>
        <source>The import %1 was undone already.</source>
        <translation>Der Import %1 wurde schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Stopped. The rest of the import can be undone later.</source>
        <translation>Angehalten. Der Rest des Imports lässt sich später rückgängig machen.</translation>
    </message>
    <message>
        <source>Import from %1 undone: %2 removed, %3 restored, %4 kept.</source>
        <translation>Import aus %1 rückgängig gemacht: %2 entfernt, %3 wiederhergestellt, %4 behalten.</translation>
    </message>
    <message>
        <source>It was changed since the import.</source>
        <translation>Er wurde seit dem Import geändert.</translation>
    </message>
    <message>
        <source>Other records belong to it or refer to it.</source>
        <translation>Andere Datensätze gehören zu ihm oder verweisen auf ihn.</translation>
    </message>
    <message>
        <source>The record was deleted.</source>
        <translation>Der Datensatz wurde gelöscht.</translation>
    </message>
    <message>
        <source>Import from %1 undone.</source>
        <translation>Import aus %1 rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Changed since the import, and left: %1.</source>
        <translation>Seit dem Import geändert und daher belassen: %1.</translation>
    </message>
    <message>
        <source>The import %1 cannot go on. Begin a new one.</source>
        <translation>Der Import %1 kann nicht weitergehen. Beginnen Sie einen neuen.</translation>
    </message>
</context>
<context>
    <name>tandem::ImportOutcomeTable</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
</context>
<context>
    <name>tandem::ImportRun</name>
    <message>
        <source>Not finished</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Undone in part</source>
        <translation>Teilweise rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>tandem::ImportStore</name>
    <message>
        <source>There is no import %1.</source>
        <translation>Es gibt keinen Import %1.</translation>
    </message>
</context>
<context>
    <name>tandem::ImportWizard</name>
    <message>
        <source>Import CSV File</source>
        <translation>CSV-Datei importieren</translation>
    </message>
</context>
<context>
    <name>tandem::ImportWords</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 to create, %2 to update, %3 to skip, %4 with errors</source>
        <translation>%1 anzulegen, %2 zu aktualisieren, %3 zu überspringen, %4 mit Fehlern</translation>
    </message>
    <message>
        <source>%1 created, %2 updated, %3 skipped, %4 failed</source>
        <translation>%1 angelegt, %2 aktualisiert, %3 übersprungen, %4 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>tandem::ImportsDialog</name>
    <message>
        <source>Undone: %1 removed, %2 restored, %3 kept.</source>
        <translation>Rückgängig gemacht: %1 entfernt, %2 wiederhergestellt, %3 behalten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Der Import wird rückgängig gemacht…</translation>
    </message>
    <message>
        <source>Stopped. The rest can be undone later.</source>
        <translation>Angehalten. Der Rest lässt sich später rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Undo Import…</source>
        <translation>Import &amp;rückgängig machen…</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Was er bewirkt hat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>An undo removes what the import made and gives back what it changed. What was edited since stays.</source>
        <translation>Rückgängig machen entfernt, was der Import angelegt hat, und stellt wieder her, was er geändert hat. Was seither bearbeitet wurde, bleibt.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Undo Import</source>
        <translation>Import rückgängig machen</translation>
    </message>
    <message>
        <source>Undo the import of "%1"?</source>
        <translation>Den Import von „%1“ rückgängig machen?</translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationButton</name>
    <message>
        <source>No PSA connected</source>
        <translation>Kein PSA verbunden</translation>
    </message>
    <message>
        <source>Connect a PSA</source>
        <translation>PSA verbinden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>integration: its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationRow</name>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>&amp;Aktionen</translation>
    </message>
    <message>
        <source>&amp;Sync Settings…</source>
        <translation>&amp;Abgleicheinstellungen …</translation>
    </message>
    <message>
        <source>&amp;Logs…</source>
        <translation>P&amp;rotokoll …</translation>
    </message>
    <message>
        <source>Start &amp;Manual Sync</source>
        <translation>&amp;Manuellen Abgleich starten</translation>
    </message>
    <message>
        <source>&amp;Pause Sync</source>
        <translation>Abgleich &amp;pausieren</translation>
    </message>
    <message>
        <source>&amp;Field Mapping…</source>
        <translation>Feld&amp;zuordnung …</translation>
    </message>
    <message>
        <source>&amp;Edit Connection…</source>
        <translation>&amp;Verbindung bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen …</translation>
    </message>
    <message>
        <source>&amp;Resume Sync</source>
        <translation>Abgleich &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Actions of %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>name, platform and state of an integration</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Stop this sync. What came in stays.</source>
        <translation>Diesen Abgleich anhalten. Was gekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Shows what matches several records, so that you can decide which it is.</source>
        <translation>Zeigt, was zu mehreren Datensätzen passt, damit Sie entscheiden können, welcher es ist.</translation>
    </message>
    <message>
        <source>Manage Da&amp;ta…</source>
        <translation>Da&amp;ten verwalten …</translation>
    </message>
    <message>
        <source>Stop S&amp;ync</source>
        <translation>Abgleich a&amp;nhalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a decision</source>
        <translation><numerusform>%Ln braucht eine Entscheidung</numerusform><numerusform>%Ln brauchen eine Entscheidung</numerusform></translation>
    </message>
    <message>
        <source>Stop the sync of %1</source>
        <translation>Den Abgleich von %1 anhalten</translation>
    </message>
    <message>
        <source>&amp;Calls…</source>
        <translation>&amp;Aufrufe…</translation>
    </message>
    <message>
        <source>P&amp;ush All Syncable Assets…</source>
        <translation>Alle abgleichbaren Daten ü&amp;bertragen…</translation>
    </message>
    <message>
        <source>Fills a new or first PSA from your documentation</source>
        <translation>Füllt ein neues oder erstes PSA aus Ihrer Dokumentation</translation>
    </message>
    <message>
        <source>P&amp;ush All Syncable Assets… (under way)</source>
        <translation>Alle abgleichbaren Daten ü&amp;bertragen… (läuft)</translation>
    </message>
    <message>
        <source>P&amp;ush All Syncable Assets… (disconnected)</source>
        <translation>Alle abgleichbaren Daten ü&amp;bertragen… (getrennt)</translation>
    </message>
    <message>
        <source>P&amp;ush All Syncable Assets… (paused)</source>
        <translation>Alle abgleichbaren Daten ü&amp;bertragen… (pausiert)</translation>
    </message>
    <message>
        <source>P&amp;ush All Syncable Assets… (two-way sync is off)</source>
        <translation>Alle abgleichbaren Daten ü&amp;bertragen… (Abgleich in beide Richtungen ist aus)</translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationState</name>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Wird abgeglichen</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf aktuellem Stand</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationStore</name>
    <message>
        <source>An integration needs a name.</source>
        <translation>Eine Integration braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is an integration named "%1" already. Choose another name.</source>
        <translation>Es gibt bereits eine Integration namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no integration %1.</source>
        <translation>Es gibt keine Integration %1.</translation>
    </message>
    <message>
        <source>There is no integration named "%1".</source>
        <translation>Es gibt keine Integration namens „%1“.</translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationWords</name>
    <message>
        <source>Companies, sites, contacts and configurations of ConnectWise PSA (Manage).</source>
        <translation>Firmen, Niederlassungen, Kontakte und Konfigurationen aus ConnectWise PSA (Manage).</translation>
    </message>
    <message>
        <source>Accounts, locations, contacts and configuration items of Datto Autotask PSA.</source>
        <translation>Konten, Standorte, Kontakte und Konfigurationselemente aus Datto Autotask PSA.</translation>
    </message>
    <message>
        <source>Accounts, locations, contacts and assets of Kaseya BMS.</source>
        <translation>Konten, Standorte, Kontakte und Geräte aus Kaseya BMS.</translation>
    </message>
    <message>
        <source>Accounts, locations, contacts and assets of Pulseway PSA.</source>
        <translation>Konten, Standorte, Kontakte und Geräte aus Pulseway PSA.</translation>
    </message>
    <message>
        <source>Accounts, locations, contacts and assets of Vorex PSA.</source>
        <translation>Konten, Standorte, Kontakte und Geräte aus Vorex PSA.</translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>letzter Abgleich %1</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>nie abgeglichen</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächster %1</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n wartend</numerusform><numerusform>%n wartend</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation><numerusform>%n zurückgehalten</numerusform><numerusform>%n zurückgehalten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation><numerusform>%n Fehler</numerusform><numerusform>%n Fehler</numerusform></translation>
    </message>
    <message>
        <source>%1, retrying at %2</source>
        <comment>a state and a time</comment>
        <translation>%1, neuer Versuch um %2</translation>
    </message>
    <message>
        <source>Choose Start Manual Sync to fetch the records of %1 for the first time.</source>
        <translation>Wählen Sie „Manuellen Abgleich starten“, um die Datensätze von %1 zum ersten Mal abzuholen.</translation>
    </message>
    <message>
        <source>Nothing is fetched or sent until you choose Resume Sync. Edits are kept and wait.</source>
        <translation>Es wird nichts abgeholt oder gesendet, bis Sie „Abgleich fortsetzen“ wählen. Änderungen bleiben erhalten und warten.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Tandem keeps trying; edits are kept until then.</source>
        <translation>%1 ist nicht erreichbar. Tandem versucht es weiter; Änderungen bleiben bis dahin erhalten.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in. Choose Edit Connection and enter the keys again.</source>
        <translation>%1 hat die Anmeldung abgelehnt. Wählen Sie „Verbindung bearbeiten“ und geben Sie die Schlüssel erneut ein.</translation>
    </message>
    <message>
        <source>The last sync failed. Choose Logs to see why.</source>
        <translation>Der letzte Abgleich ist fehlgeschlagen. Wählen Sie „Protokoll“, um den Grund zu sehen.</translation>
    </message>
    <message>
        <source>Connected to %1 at %2.</source>
        <translation>Verbunden mit %1 unter %2.</translation>
    </message>
    <message>
        <source>Connected to %1, %2 at %3.</source>
        <translation>Verbunden mit %1, %2 unter %3.</translation>
    </message>
    <message>
        <source>Main %1</source>
        <translation>Haupt-%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a PSA of a company</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 It said: “%2”</source>
        <translation>%1 Die Meldung lautete: „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation><numerusform>%n Stunde</numerusform><numerusform>%n Stunden</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n Minute</numerusform><numerusform>%n Minuten</numerusform></translation>
    </message>
    <message>
        <source>Without an email type, contacts are not pushed to %1.</source>
        <translation>Ohne E-Mail-Typ werden Kontakte nicht an %1 übertragen.</translation>
    </message>
    <message>
        <source>Without an email type, new contacts are pushed without their email addresses.</source>
        <translation>Ohne E-Mail-Typ werden neue Kontakte ohne ihre E-Mail-Adressen übertragen.</translation>
    </message>
    <message>
        <source>Without a phone type, new contacts are pushed without their phone numbers.</source>
        <translation>Ohne Telefontyp werden neue Kontakte ohne ihre Telefonnummern übertragen.</translation>
    </message>
    <message>
        <source>calls %1 of %2 this minute</source>
        <translation>Aufrufe: %1 von %2 in dieser Minute</translation>
    </message>
    <message>
        <source>calls %1 of %2 this hour</source>
        <translation>Aufrufe: %1 von %2 in dieser Stunde</translation>
    </message>
    <message>
        <source>calls %1 of %2</source>
        <translation>Aufrufe: %1 von %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Tandem is trying again now.</source>
        <translation>%1 ist nicht erreichbar. Tandem versucht es gerade erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Tandem tries again at %2, and goes on by itself.</source>
        <translation>%1 ist nicht erreichbar. Tandem versucht es um %2 erneut und macht von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 said that there were too many calls. They go on at %2.</source>
        <translation>%1 meldete zu viele Aufrufe. Sie gehen um %2 weiter.</translation>
    </message>
    <message>
        <source>%1 asked to wait. Calls go on at %2.</source>
        <translation>%1 bat um Geduld. Die Aufrufe gehen um %2 weiter.</translation>
    </message>
    <message>
        <source>The budget is used up. Calls go on at %1.</source>
        <translation>Das Kontingent ist verbraucht. Die Aufrufe gehen um %1 weiter.</translation>
    </message>
    <message>
        <source>Without a phone type, contacts whose phone number has no label are not pushed to %1.</source>
        <translation>Ohne Telefontyp werden Kontakte, deren Telefonnummer keine Bezeichnung hat, nicht an %1 übertragen.</translation>
    </message>
    <message>
        <source>details of %1 of %2 assets, about %3 h left</source>
        <translation>Einzelheiten von %1 von %2 Geräten, noch etwa %3 Std.</translation>
    </message>
    <message>
        <source>%1 permits %2 calls of a kind in this time, and they are used up for one kind. They go on at %3.</source>
        <translation>%1 erlaubt in dieser Zeit %2 Aufrufe je Art, und für eine Art sind sie aufgebraucht. Um %3 geht es damit weiter.</translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationsDialog</name>
    <message>
        <source>&amp;New Integration…</source>
        <translation>&amp;Neue Integration …</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>No PSA is connected yet</source>
        <translation>Noch kein PSA verbunden</translation>
    </message>
    <message>
        <source>Connect your PSA, and its organizations, configurations, contacts and locations come in. Nothing is written to it until you enable two-way sync.</source>
        <translation>Verbinden Sie Ihr PSA, dann werden seine Organisationen, Konfigurationen, Kontakte und Standorte abgeholt. Geschrieben wird dort nichts, bis Sie den Zwei-Wege-Abgleich einschalten.</translation>
    </message>
    <message>
        <source>The sync of %1 did not run to its end.</source>
        <translation>Der Abgleich von %1 ist nicht bis zum Ende gelaufen.</translation>
    </message>
    <message>
        <source>%1 could not be paused.</source>
        <translation>%1 konnte nicht pausiert werden.</translation>
    </message>
    <message>
        <source>%1 could not be resumed.</source>
        <translation>%1 konnte nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Its records stay in Tandem and in %1, but no longer sync, and the keys are removed from this computer.</source>
        <translation>Die Datensätze bleiben in Tandem und in %1, werden aber nicht mehr abgeglichen, und die Schlüssel werden von diesem Computer entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that have not reached it will not be sent.</source>
        <translation><numerusform>%n Änderung, die noch nicht angekommen ist, wird nicht mehr gesendet.</numerusform><numerusform>%n Änderungen, die noch nicht angekommen sind, werden nicht mehr gesendet.</numerusform></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <source>%1 could not be disconnected.</source>
        <translation>%1 konnte nicht getrennt werden.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what failed, and why</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>&amp;Types and Statuses…</source>
        <translation>&amp;Typen und Status …</translation>
    </message>
    <message>
        <source>Shows which types and statuses sync with which PSA</source>
        <translation>Zeigt, welche Typen und Status mit welchem PSA abgeglichen werden</translation>
    </message>
    <message>
        <source>The sync of %1 could not be stopped.</source>
        <translation>Der Abgleich von %1 konnte nicht angehalten werden.</translation>
    </message>
    <message>
        <source>Push All Syncable Assets cannot be opened.</source>
        <translation>„Alle abgleichbaren Daten übertragen“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The PSAs that Tandem holds in step with your documentation, and the directories it reads.</source>
        <translation>Die PSAs, die Tandem mit Ihrer Dokumentation abgleicht, und die Verzeichnisdienste, die es liest.</translation>
    </message>
    <message>
        <source>%1 could not be changed.</source>
        <translation>%1 konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a directory, and what its sync did</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Its contacts stay, but no longer show what the directory says of them, and the password is removed from this computer.</source>
        <translation>Die Kontakte bleiben, zeigen aber nicht mehr, was der Verzeichnisdienst über sie sagt, und das Passwort wird von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 konnte nicht entfernt werden.</translation>
    </message>
</context>
<context>
    <name>tandem::ItGlueAddress</name>
    <message>
        <source>United States</source>
        <translation>USA</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Choose a region, or enter the address of the API.</source>
        <translation>Wählen Sie eine Region, oder geben Sie die Adresse der API ein.</translation>
    </message>
    <message>
        <source>This is no address of a server. Enter one such as https://api.itglue.com.</source>
        <translation>Das ist keine Adresse eines Servers. Geben Sie eine ein wie https://api.itglue.com.</translation>
    </message>
    <message>
        <source>The key is only sent over TLS. Enter an address that begins with https://.</source>
        <translation>Der Schlüssel wird nur über TLS gesendet. Geben Sie eine Adresse ein, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>%1 is the web page of an account, not its API. Choose the region of the account.</source>
        <translation>%1 ist die Webseite eines Kontos, nicht seine API. Wählen Sie die Region des Kontos.</translation>
    </message>
</context>
<context>
    <name>tandem::ItGlueClient</name>
    <message>
        <source>IT Glue refused the key. Check the key and the region: a key of another region is refused too, and so is one that nobody has used for 90 days.</source>
        <translation>IT Glue hat den Schlüssel abgelehnt. Prüfen Sie Schlüssel und Region: Auch ein Schlüssel einer anderen Region wird abgelehnt, und einer, den 90 Tage lang niemand benutzt hat.</translation>
    </message>
    <message>
        <source>%1 has no such list. Check the address.</source>
        <translation>%1 hat keine solche Liste. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>IT Glue asks to wait, because it got too many calls. Go on later.</source>
        <translation>IT Glue bittet zu warten, weil es zu viele Aufrufe bekam. Fahren Sie später fort.</translation>
    </message>
    <message>
        <source>IT Glue failed (%1). Go on later.</source>
        <translation>IT Glue ist gescheitert (%1). Fahren Sie später fort.</translation>
    </message>
    <message>
        <source>%1 sends Tandem to another address, which it does not follow. Check the address.</source>
        <translation>%1 schickt Tandem an eine andere Adresse, der es nicht folgt. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>IT Glue refused the request (%1). %2</source>
        <translation>IT Glue hat die Anfrage abgelehnt (%1). %2</translation>
    </message>
</context>
<context>
    <name>tandem::ItGlueJob</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Changed in IT Glue and edited here too, so the edit stays: %1.</source>
        <translation>In IT Glue geändert und hier auch bearbeitet, daher bleibt die Bearbeitung: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are synced with a PSA by IT Glue's own integration. Importing them is fine, but two programs that sync the same PSA undo each other's work: turn off the one in IT Glue before you turn on two-way sync here.</source>
        <translation><numerusform>%n Datensatz gleicht die eigene Integration von IT Glue mit einem PSA ab. Der Import ist in Ordnung, doch zwei Programme, die dasselbe PSA abgleichen, machen einander die Arbeit zunichte: Schalten Sie das in IT Glue aus, bevor Sie hier den Abgleich in beide Richtungen einschalten.</numerusform><numerusform>%n Datensätze gleicht die eigene Integration von IT Glue mit einem PSA ab. Der Import ist in Ordnung, doch zwei Programme, die dasselbe PSA abgleichen, machen einander die Arbeit zunichte: Schalten Sie das in IT Glue aus, bevor Sie hier den Abgleich in beide Richtungen einschalten.</numerusform></translation>
    </message>
    <message>
        <source>Another Tandem on this profile imports from IT Glue just now. Wait for its end.</source>
        <translation>Ein anderes Tandem in diesem Profil importiert gerade aus IT Glue. Warten Sie sein Ende ab.</translation>
    </message>
</context>
<context>
    <name>tandem::ItGluePage</name>
    <message>
        <source>The server does not answer like IT Glue. Check the address, and whether a proxy or a sign-in page is in between.</source>
        <translation>Der Server antwortet nicht wie IT Glue. Prüfen Sie die Adresse, und ob ein Proxy oder eine Anmeldeseite dazwischen ist.</translation>
    </message>
    <message>
        <source>The pages of %1 lead to another server, %2, which Tandem does not follow. Check the address.</source>
        <translation>Die Seiten von %1 führen zu einem anderen Server, %2, dem Tandem nicht folgt. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>IT Glue answered without a list. Try again later.</source>
        <translation>IT Glue hat ohne eine Liste geantwortet. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The pages that IT Glue sends do not come to an end (page %1 leads to %2).</source>
        <translation>Die Seiten, die IT Glue sendet, enden nicht (Seite %1 führt zu %2).</translation>
    </message>
    <message>
        <source>IT Glue answered without the record that was asked for.</source>
        <translation>IT Glue hat ohne den Datensatz geantwortet, nach dem gefragt wurde.</translation>
    </message>
</context>
<context>
    <name>tandem::JobBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Op&amp;en Folder</source>
        <translation>Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>No program could be started to show %1.</source>
        <translation>Es konnte kein Programm gestartet werden, um %1 zu zeigen.</translation>
    </message>
</context>
<context>
    <name>tandem::KaseyaApi</name>
    <message>
        <source>“%1” is missing. Enter it in the connection settings.</source>
        <translation>„%1“ fehlt. Tragen Sie die Angabe in den Verbindungseinstellungen ein.</translation>
    </message>
    <message>
        <source>%1 does not answer like a server of %2. Check the address in the connection settings.</source>
        <translation>%1 antwortet nicht wie ein Server von %2. Prüfen Sie die Adresse in den Verbindungseinstellungen.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in. Check the company name, which must be exactly as under My Settings, the user name and the password; the user must be an API Employee whose role has API access.</source>
        <translation>%1 hat die Anmeldung abgelehnt. Prüfen Sie den Firmennamen, der genau wie unter My Settings lauten muss, den Benutzernamen und das Kennwort; der Benutzer muss ein API Employee sein, dessen Rolle API-Zugriff hat.</translation>
    </message>
    <message>
        <source>The address of the old interface (V1) of %1 is not known. Enter the address you open it with in the connection settings.</source>
        <translation>Die Adresse der alten Schnittstelle (V1) von %1 ist nicht bekannt. Geben Sie in den Verbindungseinstellungen die Adresse ein, mit der Sie es öffnen.</translation>
    </message>
    <message>
        <source>The server's answer is not one of %1. Check whether a proxy or a sign-in page is in between.</source>
        <translation>Die Antwort des Servers ist keine von %1. Prüfen Sie, ob ein Proxy oder eine Anmeldeseite dazwischen ist.</translation>
    </message>
    <message>
        <source>%1 answered without a list.</source>
        <translation>%1 hat ohne eine Liste geantwortet.</translation>
    </message>
    <message>
        <source>%1 does not offer its old interface (V1) at %2, and the current one cannot make or change locations. Change them in %1, and switch the old interface off in Sync Settings.</source>
        <translation>%1 bietet seine alte Schnittstelle (V1) unter %2 nicht an, und die heutige kann keine Standorte anlegen oder ändern. Ändern Sie sie in %1 und schalten Sie die alte Schnittstelle in den Sync-Einstellungen aus.</translation>
    </message>
</context>
<context>
    <name>tandem::KaseyaClient</name>
    <message>
        <source>%1 gives no such ids as “%2”.</source>
        <translation>%1 vergibt keine Kennungen wie „%2“.</translation>
    </message>
    <message>
        <source>%1 says that its own IT Glue integration is on. Two programs that sync the same tenant overwrite each other's changes: switch one of them off.</source>
        <translation>%1 meldet, dass seine eigene IT-Glue-Integration eingeschaltet ist. Zwei Programme, die denselben Mandanten abgleichen, überschreiben einander: Schalten Sie eines davon aus.</translation>
    </message>
    <message>
        <source>%1 does not have this record.</source>
        <translation>%1 hat diesen Datensatz nicht.</translation>
    </message>
    <message>
        <source>%1 took the change, but not all of it, or could not be asked what it made of it. Tandem looks again before it sends anything.</source>
        <translation>%1 hat die Änderung angenommen, aber nicht ganz, oder konnte nicht gefragt werden, was daraus wurde. Tandem sieht noch einmal nach, bevor es etwas sendet.</translation>
    </message>
    <message>
        <source>%1 cannot make or change locations by its current interface (V2). Allow the old interface (V1) in Sync Settings.</source>
        <translation>%1 kann über seine heutige Schnittstelle (V2) keine Standorte anlegen oder ändern. Erlauben Sie in den Sync-Einstellungen die alte Schnittstelle (V1).</translation>
    </message>
    <message>
        <source>%1 cannot move a location to another account. Make a new one there instead.</source>
        <translation>%1 kann einen Standort nicht zu einem anderen Konto verschieben. Legen Sie dort stattdessen einen neuen an.</translation>
    </message>
    <message>
        <source>The asset was not read before it was changed.</source>
        <translation>Das Gerät wurde vor der Änderung nicht gelesen.</translation>
    </message>
    <message>
        <source>Custom fields of %1 cannot be mapped: it gives them one record at a time only, and does not publish how their modules are numbered.</source>
        <translation>Benutzerdefinierte Felder von %1 lassen sich nicht zuordnen: Es liefert sie nur für jeweils einen Datensatz und veröffentlicht nicht, wie ihre Module nummeriert sind.</translation>
    </message>
</context>
<context>
    <name>tandem::KaseyaErrors</name>
    <message>
        <source>%1 does not take the account manager. Choose another one in Sync Settings.</source>
        <translation>%1 nimmt den Kundenbetreuer nicht an. Wählen Sie in den Sync-Einstellungen einen anderen.</translation>
    </message>
    <message>
        <source>%1 does not take the business type. Choose another one in Sync Settings.</source>
        <translation>%1 nimmt die Geschäftsart nicht an. Wählen Sie in den Sync-Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>%1 refused the change. Its own words say why.</source>
        <translation>%1 hat die Änderung abgelehnt. Seine eigenen Worte sagen, warum.</translation>
    </message>
    <message>
        <source>%1 does not take a record without “%2”. Fill it in.</source>
        <translation>%1 nimmt keinen Datensatz ohne „%2“ an. Füllen Sie das Feld aus.</translation>
    </message>
    <message>
        <source>“%2” is too long for %1. Shorten it.</source>
        <translation>„%2“ ist zu lang für %1. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>The value of “%2” is not in %1 any more. Choose another one.</source>
        <translation>Den Wert von „%2“ gibt es in %1 nicht mehr. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 does not accept the value of “%2”. Correct it.</source>
        <translation>%1 nimmt den Wert von „%2“ nicht an. Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>%1 failed while it took up the change. Tandem looks there whether it arrived before it sends anything again.</source>
        <translation>%1 ist beim Annehmen der Änderung gescheitert. Tandem sieht dort nach, ob sie ankam, bevor es etwas noch einmal sendet.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own. Tandem tries again by itself.</source>
        <translation>%1 hat selbst eine Störung. Tandem versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in. Check the company name, which must be exactly as under My Settings, the user name and the password.</source>
        <translation>%1 hat die Anmeldung abgelehnt. Prüfen Sie den Firmennamen, der genau wie unter My Settings lauten muss, den Benutzernamen und das Kennwort.</translation>
    </message>
    <message>
        <source>The user lacks the right for this in %1. Its security role needs API access, and View and Modify of accounts, contacts and assets.</source>
        <translation>Dem Benutzer fehlt in %1 das Recht dazu. Seine Sicherheitsrolle braucht API-Zugriff sowie Ansehen und Ändern von Konten, Kontakten und Geräten.</translation>
    </message>
    <message>
        <source>%1 takes no more calls of this kind within the hour. Tandem goes on by itself.</source>
        <translation>%1 nimmt in dieser Stunde keine Aufrufe dieser Art mehr an. Tandem macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The server sends Tandem to another address instead of answering. Check the address in the connection settings.</source>
        <translation>Der Server verweist Tandem auf eine andere Adresse, statt zu antworten. Prüfen Sie die Adresse in den Verbindungseinstellungen.</translation>
    </message>
    <message>
        <source>%1 does not offer this change at this address. Test the connection in the settings.</source>
        <translation>%1 bietet diese Änderung unter dieser Adresse nicht an. Testen Sie die Verbindung in den Einstellungen.</translation>
    </message>
    <message>
        <source>%1 does not have this record.</source>
        <translation>%1 hat diesen Datensatz nicht.</translation>
    </message>
</context>
<context>
    <name>tandem::KaseyaPlatform</name>
    <message>
        <source>There is no quirk "%1". There are: %2.</source>
        <translation>Es gibt keine Eigenart „%1“. Es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>tandem::KaseyaWire</name>
    <message>
        <source>The PSA has no type “%1”. Refresh the lists in Sync Settings.</source>
        <translation>Das PSA hat keinen Typ „%1“. Aktualisieren Sie die Listen in den Sync-Einstellungen.</translation>
    </message>
    <message>
        <source>“%1” is not an id that the PSA could have given.</source>
        <translation>„%1“ ist keine Kennung, die das PSA vergeben haben könnte.</translation>
    </message>
    <message>
        <source>%1 does not take a new account without an account manager and a business type. Choose them in Sync Settings.</source>
        <translation>%1 nimmt kein neues Konto ohne Kundenbetreuer und Geschäftsart an. Wählen Sie beides in den Sync-Einstellungen.</translation>
    </message>
    <message>
        <source>%1 does not take a new account without a location. Add one to the organization.</source>
        <translation>%1 nimmt kein neues Konto ohne Standort an. Fügen Sie der Organisation einen hinzu.</translation>
    </message>
</context>
<context>
    <name>tandem::LdapClient</name>
    <message>
        <source>"%1" is not the name of a server. Give the name alone, such as dc1.example.com, without "ldap://".</source>
        <translation>„%1“ ist kein Servername. Geben Sie nur den Namen an, etwa dc1.example.com, ohne „ldap://“.</translation>
    </message>
    <message>
        <source>The certificate file "%1" cannot be read.</source>
        <translation>Die Zertifikatsdatei „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The certificate file "%1" holds no certificates that can be used. It has to be in PEM format.</source>
        <translation>Die Zertifikatsdatei „%1“ enthält keine brauchbaren Zertifikate. Sie muss im PEM-Format vorliegen.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>There is no such way to sign in.</source>
        <translation>Diese Art der Anmeldung gibt es nicht.</translation>
    </message>
    <message>
        <source>Enter a user name and a password.</source>
        <translation>Geben Sie einen Benutzernamen und ein Passwort ein.</translation>
    </message>
    <message>
        <source>A password is only sent over LDAPS or StartTLS. Choose one of them.</source>
        <translation>Ein Passwort wird nur über LDAPS oder StartTLS gesendet. Wählen Sie eines davon.</translation>
    </message>
</context>
<context>
    <name>tandem::LdapProblem</name>
    <message>
        <source>The directory knows no such user. Write the name as user@domain, DOMAIN\user or as a DN.</source>
        <translation>Der Verzeichnisdienst kennt diesen Benutzer nicht. Schreiben Sie den Namen als benutzer@domäne, DOMÄNE\benutzer oder als DN.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong.</source>
        <translation>Der Benutzername oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>A restriction of this account forbids the sign-in, such as a blank password. Ask who looks after the directory.</source>
        <translation>Eine Beschränkung dieses Kontos verbietet die Anmeldung, etwa ein leeres Passwort. Fragen Sie, wer den Verzeichnisdienst betreut.</translation>
    </message>
    <message>
        <source>This account may not sign in at this hour.</source>
        <translation>Dieses Konto darf sich zu dieser Stunde nicht anmelden.</translation>
    </message>
    <message>
        <source>This account may not sign in from this computer.</source>
        <translation>Dieses Konto darf sich von diesem Computer aus nicht anmelden.</translation>
    </message>
    <message>
        <source>The password of this account has expired. Set a new one in the directory, and enter it here.</source>
        <translation>Das Passwort dieses Kontos ist abgelaufen. Setzen Sie im Verzeichnisdienst ein neues, und geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>This account is disabled. Enable it in the directory, or use another one.</source>
        <translation>Dieses Konto ist deaktiviert. Aktivieren Sie es im Verzeichnisdienst, oder verwenden Sie ein anderes.</translation>
    </message>
    <message>
        <source>This account has expired. Extend it in the directory, or use another one.</source>
        <translation>Dieses Konto ist abgelaufen. Verlängern Sie es im Verzeichnisdienst, oder verwenden Sie ein anderes.</translation>
    </message>
    <message>
        <source>This account has to change its password first. Sign in to Windows with it once.</source>
        <translation>Dieses Konto muss zuerst sein Passwort ändern. Melden Sie sich damit einmal bei Windows an.</translation>
    </message>
    <message>
        <source>This account is locked after too many wrong passwords. Unlock it in the directory, or wait.</source>
        <translation>Dieses Konto ist nach zu vielen falschen Passwörtern gesperrt. Entsperren Sie es im Verzeichnisdienst, oder warten Sie.</translation>
    </message>
    <message>
        <source>The sign-in with Kerberos failed. Is there a ticket (klist), is it for this domain, and is the server given by its full name?</source>
        <translation>Die Anmeldung mit Kerberos ist fehlgeschlagen. Gibt es ein Ticket (klist), gilt es für diese Domäne, und ist der Server mit vollem Namen angegeben?</translation>
    </message>
    <message>
        <source>%1 refused the sign-in: the user name or the password is wrong.</source>
        <translation>%1 hat die Anmeldung abgelehnt: Der Benutzername oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Is the server's name right, is it on, and does a firewall let LDAP through?</source>
        <translation>%1 ist nicht erreichbar. Stimmt der Name des Servers, ist er eingeschaltet, und lässt eine Firewall LDAP durch?</translation>
    </message>
    <message>
        <source>%1 wants a better protected connection. Choose LDAPS or StartTLS.</source>
        <translation>%1 verlangt eine besser geschützte Verbindung. Wählen Sie LDAPS oder StartTLS.</translation>
    </message>
    <message>
        <source>The account may sign in, but not read the users there. Have it given the right to read "%1".</source>
        <translation>Das Konto darf sich anmelden, aber die Benutzer dort nicht lesen. Lassen Sie ihm das Recht geben, „%1“ zu lesen.</translation>
    </message>
    <message>
        <source>%1 lets nobody search without a sign-in. Enter a user name and a password.</source>
        <translation>%1 lässt niemanden ohne Anmeldung suchen. Geben Sie einen Benutzernamen und ein Passwort ein.</translation>
    </message>
    <message>
        <source>The user name is not one that %1 understands. Write it as a DN.</source>
        <translation>Diesen Benutzernamen versteht %1 nicht. Schreiben Sie ihn als DN.</translation>
    </message>
    <message>
        <source>The base DN "%1" does not exist on %2. Read it from the server.</source>
        <translation>Den Basis-DN „%1“ gibt es auf %2 nicht. Lesen Sie ihn vom Server.</translation>
    </message>
    <message>
        <source>The user filter "%1" is not written as LDAP wants it. Are all brackets closed?</source>
        <translation>Der Benutzerfilter „%1“ ist nicht so geschrieben, wie LDAP es verlangt. Sind alle Klammern geschlossen?</translation>
    </message>
    <message>
        <source>%1 gives out fewer users than there are. Have its size limit raised for this account, or narrow the base DN or the filter.</source>
        <translation>%1 gibt weniger Benutzer heraus, als es gibt. Lassen Sie die Größenbegrenzung für dieses Konto erhöhen, oder grenzen Sie den Basis-DN oder den Filter ein.</translation>
    </message>
    <message>
        <source>%1 gave up the search because it took too long. Narrow the base DN or the filter.</source>
        <translation>%1 hat die Suche aufgegeben, weil sie zu lange dauerte. Grenzen Sie den Basis-DN oder den Filter ein.</translation>
    </message>
    <message>
        <source>%1 ended the search at a limit of its administrator's. Narrow the base DN or the filter.</source>
        <translation>%1 hat die Suche an einer Grenze beendet, die der Administrator gesetzt hat. Grenzen Sie den Basis-DN oder den Filter ein.</translation>
    </message>
    <message>
        <source>%1 is too busy just now. It is tried again later.</source>
        <translation>%1 ist gerade überlastet. Tandem versucht es später erneut.</translation>
    </message>
    <message>
        <source>%1 does not do what was asked.</source>
        <translation>%1 führt nicht aus, was verlangt wurde.</translation>
    </message>
    <message>
        <source>%1 cannot give out users page by page, which Tandem needs.</source>
        <translation>%1 kann Benutzer nicht seitenweise ausgeben, und das braucht Tandem.</translation>
    </message>
    <message>
        <source>%1 does not offer StartTLS. Choose LDAPS.</source>
        <translation>%1 bietet StartTLS nicht an. Wählen Sie LDAPS.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. It is tried again later.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Tandem versucht es später erneut.</translation>
    </message>
    <message>
        <source>%1 ended the connection. It is tried again later.</source>
        <translation>%1 hat die Verbindung beendet. Tandem versucht es später erneut.</translation>
    </message>
    <message>
        <source>%1 does not speak LDAP. Are the name and the port right?</source>
        <translation>%1 spricht kein LDAP. Stimmen der Name und der Port?</translation>
    </message>
    <message>
        <source>%1 answered: %2.</source>
        <translation>%1 hat geantwortet: %2.</translation>
    </message>
    <message>
        <source>%1 answers, but does not speak TLS there. Are the port and the encryption right?</source>
        <translation>%1 antwortet, spricht dort aber kein TLS. Stimmen der Port und die Verschlüsselung?</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Have it renewed.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen. Lassen Sie es erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted, because it was made for another name: %2. Give the server by that name.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen, weil es auf einen anderen Namen ausgestellt ist: %2. Geben Sie den Server mit diesem Namen an.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Choose the file with the certificate of the authority that issued it, or have the system trust that.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen. Wählen Sie die Datei mit dem Zertifikat der Zertifizierungsstelle, die es ausgestellt hat, oder lassen Sie das System dieser vertrauen.</translation>
    </message>
</context>
<context>
    <name>tandem::LinkActions</name>
    <message>
        <source>&amp;Pause and keep links</source>
        <translation>&amp;Pausieren und Verknüpfungen behalten</translation>
    </message>
    <message>
        <source>Stops the sync of the selected records. Their links to %1 are kept.</source>
        <translation>Hält den Abgleich der gewählten Datensätze an. Ihre Verknüpfungen mit %1 bleiben.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>Lets the paused ones of the selected records sync again.</source>
        <translation>Lässt die pausierten unter den gewählten Datensätzen wieder abgleichen.</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>Wieder &amp;verbinden</translation>
    </message>
    <message>
        <source>Lets the selected records sync with %1 again.</source>
        <translation>Lässt die gewählten Datensätze wieder mit %1 abgleichen.</translation>
    </message>
    <message>
        <source>Disconnect and &amp;keep records…</source>
        <translation>Trennen und Datensätze &amp;behalten …</translation>
    </message>
    <message>
        <source>Ends the sync of the selected records. They stay in Tandem and in %1.</source>
        <translation>Beendet den Abgleich der gewählten Datensätze. Sie bleiben in Tandem und in %1.</translation>
    </message>
    <message>
        <source>&amp;Delete for good…</source>
        <translation>Endgültig &amp;löschen …</translation>
    </message>
    <message>
        <source>Deletes the selected records from Tandem, after a backup.</source>
        <translation>Löscht die gewählten Datensätze nach einer Sicherung aus Tandem.</translation>
    </message>
    <message>
        <source>They stay in Tandem and in %1, but changes no longer travel, and %1’s do not come in again until you choose Reconnect under Disconnected.</source>
        <translation>Sie bleiben in Tandem und in %1, aber Änderungen werden nicht mehr übertragen, und die aus %1 kommen erst wieder herein, wenn Sie unter „Getrennt“ wieder verbinden.</translation>
    </message>
    <message>
        <source>The configurations, contacts and locations of these organizations are disconnected too.</source>
        <translation>Die Konfigurationen, Kontakte und Standorte dieser Organisationen werden ebenfalls getrennt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) among them have edits that %1 has not got yet; these wait until then.</source>
        <translation><numerusform>%Ln Datensatz davon hat Änderungen, die %1 noch nicht hat; sie warten bis dahin.</numerusform><numerusform>%Ln Datensätze davon haben Änderungen, die %1 noch nicht hat; sie warten bis dahin.</numerusform></translation>
    </message>
    <message>
        <source>Disconnect and keep records</source>
        <translation>Trennen und Datensätze behalten</translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln record(s) from %1?</source>
        <translation><numerusform>%Ln Datensatz von %1 trennen?</numerusform><numerusform>%Ln Datensätze von %1 trennen?</numerusform></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message numerus="yes">
        <source>Pausing the sync of %Ln record(s)…</source>
        <translation><numerusform>Der Abgleich von %Ln Datensatz wird pausiert …</numerusform><numerusform>Der Abgleich von %Ln Datensätzen wird pausiert …</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Resuming the sync of %Ln record(s)…</source>
        <translation><numerusform>Der Abgleich von %Ln Datensatz wird fortgesetzt …</numerusform><numerusform>Der Abgleich von %Ln Datensätzen wird fortgesetzt …</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln record(s)…</source>
        <translation><numerusform>%Ln Datensatz wird getrennt …</numerusform><numerusform>%Ln Datensätze werden getrennt …</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting %Ln record(s)…</source>
        <translation><numerusform>%Ln Datensatz wird wieder verbunden …</numerusform><numerusform>%Ln Datensätze werden wieder verbunden …</numerusform></translation>
    </message>
    <message>
        <source>Not all records could be changed. %1</source>
        <translation>Nicht alle Datensätze konnten geändert werden. %1</translation>
    </message>
    <message>
        <source>Stopped. What was done until then stays done; the rest is as it was.</source>
        <translation>Angehalten. Was bis dahin getan war, bleibt; der Rest ist, wie er war.</translation>
    </message>
    <message numerus="yes">
        <source>The sync of %Ln record(s) is paused. The links are kept, and edits wait.</source>
        <translation><numerusform>Der Abgleich von %Ln Datensatz ist pausiert. Die Verknüpfung bleibt, und Änderungen warten.</numerusform><numerusform>Der Abgleich von %Ln Datensätzen ist pausiert. Die Verknüpfungen bleiben, und Änderungen warten.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) sync again.</source>
        <translation><numerusform>%Ln Datensatz gleicht wieder ab.</numerusform><numerusform>%Ln Datensätze gleichen wieder ab.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are disconnected. You find them under Disconnected.</source>
        <translation><numerusform>%Ln Datensatz ist getrennt. Sie finden ihn unter „Getrennt“.</numerusform><numerusform>%Ln Datensätze sind getrennt. Sie finden sie unter „Getrennt“.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are reconnected. The next sync takes what changed in %1.</source>
        <translation><numerusform>%Ln Datensatz ist wieder verbunden. Der nächste Abgleich übernimmt, was sich in %1 geändert hat.</numerusform><numerusform>%Ln Datensätze sind wieder verbunden. Der nächste Abgleich übernimmt, was sich in %1 geändert hat.</numerusform></translation>
    </message>
    <message>
        <source>The records could not be counted. %1</source>
        <translation>Die Datensätze konnten nicht gezählt werden. %1</translation>
    </message>
    <message>
        <source>These records are not here any more.</source>
        <translation>Diese Datensätze sind nicht mehr hier.</translation>
    </message>
    <message numerus="yes">
        <source>Writing the backup and deleting %Ln record(s)…</source>
        <translation><numerusform>Die Sicherung wird geschrieben und %Ln Datensatz gelöscht …</numerusform><numerusform>Die Sicherung wird geschrieben und %Ln Datensätze gelöscht …</numerusform></translation>
    </message>
    <message>
        <source>Stopped. Records that were deleted until then are in the newest backup file in %1.</source>
        <translation>Angehalten. Bis dahin gelöschte Datensätze sind in der neuesten Sicherungsdatei in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are deleted. The backup is %1.</source>
        <translation><numerusform>%Ln Datensatz ist gelöscht. Die Sicherung ist %1.</numerusform><numerusform>%Ln Datensätze sind gelöscht. Die Sicherung ist %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) stayed, because they sync with another PSA or have just begun to sync.</source>
        <translation><numerusform>%Ln Datensatz blieb, weil er mit einem anderen PSA abgleicht oder gerade damit begonnen hat.</numerusform><numerusform>%Ln Datensätze blieben, weil sie mit einem anderen PSA abgleichen oder gerade damit begonnen haben.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::LinkGroupModel</name>
    <message>
        <source>(no type)</source>
        <translation>(kein Typ)</translation>
    </message>
    <message>
        <source>(no status)</source>
        <translation>(kein Status)</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>Sync Active</comment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Partly</source>
        <comment>Sync Active</comment>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>Sync Active</comment>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>No</source>
        <comment>Sync Active</comment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>This type and status sync.</source>
        <translation>Dieser Typ und Status gleichen ab.</translation>
    </message>
    <message>
        <source>Some types or statuses of this kind are not ticked in Sync Settings.</source>
        <translation>Einige Typen oder Status dieser Art sind in den Sync-Einstellungen nicht angehakt.</translation>
    </message>
    <message>
        <source>The sync of all these records is paused. Their links are kept; choose Resume to go on.</source>
        <translation>Der Abgleich all dieser Datensätze ist pausiert. Ihre Verknüpfungen bleiben; mit „Fortsetzen“ geht es weiter.</translation>
    </message>
    <message>
        <source>This type or status is not ticked in Sync Settings, so these records do not sync.</source>
        <translation>Dieser Typ oder Status ist in den Sync-Einstellungen nicht angehakt, also gleichen diese Datensätze nicht ab.</translation>
    </message>
    <message>
        <source>Records whose sync a person has paused</source>
        <translation>Datensätze, deren Abgleich jemand pausiert hat</translation>
    </message>
    <message>
        <source>Records with an edit that the PSA has not got yet</source>
        <translation>Datensätze mit einer Änderung, die das PSA noch nicht hat</translation>
    </message>
    <message>
        <source>Whether the type and the status are ticked in Sync Settings</source>
        <translation>Ob Typ und Status in den Sync-Einstellungen angehakt sind</translation>
    </message>
    <message>
        <source>Kind and type</source>
        <translation>Art und Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Sync Active</source>
        <translation>Abgleich aktiv</translation>
    </message>
</context>
<context>
    <name>tandem::LinkManager</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Sync with %1 disabled.</source>
        <translation>Abgleich mit %1 abgeschaltet.</translation>
    </message>
    <message>
        <source>Sync with %1 enabled.</source>
        <translation>Abgleich mit %1 eingeschaltet.</translation>
    </message>
    <message>
        <source>Disconnected from %1; the record stays here.</source>
        <translation>Von %1 getrennt; der Datensatz bleibt hier.</translation>
    </message>
    <message>
        <source>Reconnected to %1.</source>
        <translation>Wieder mit %1 verbunden.</translation>
    </message>
    <message>
        <source>Nothing was deleted, because the backup %1 could not be written: %2</source>
        <translation>Nichts wurde gelöscht, weil die Sicherung %1 nicht geschrieben werden konnte: %2</translation>
    </message>
    <message>
        <source>the folder cannot be made.</source>
        <translation>der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>These records are syncing. Disconnect them first.</source>
        <translation>Diese Datensätze gleichen ab. Trennen Sie sie zuerst.</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n record(s) for good; the backup is %1.</source>
        <translation><numerusform>%n Datensatz endgültig gelöscht; die Sicherung ist %1.</numerusform><numerusform>%n Datensätze endgültig gelöscht; die Sicherung ist %1.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::LinkSectionPage</name>
    <message>
        <source>Records that are tied to one in %1. Choose a kind or lines of it, then what to do with their records.</source>
        <translation>Datensätze, die mit einem in %1 verknüpft sind. Wählen Sie eine Art oder Zeilen davon und dann, was mit ihren Datensätzen geschehen soll.</translation>
    </message>
    <message>
        <source>Records whose counterpart in %1 is gone, or whose type or status no longer syncs. They are kept here until you decide.</source>
        <translation>Datensätze, deren Gegenstück in %1 nicht mehr da ist oder deren Typ oder Status nicht mehr abgleicht. Sie bleiben hier, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>Records whose sync a person ended. %1’s do not come in again until they are reconnected.</source>
        <translation>Datensätze, deren Abgleich jemand beendet hat. Die aus %1 kommen erst wieder herein, wenn sie wieder verbunden sind.</translation>
    </message>
    <message>
        <source>&amp;View…</source>
        <translation>&amp;Ansehen …</translation>
    </message>
    <message>
        <source>Start &amp;Manual Sync</source>
        <translation>&amp;Manuellen Abgleich starten</translation>
    </message>
    <message>
        <source>Lists the records of the selected lines.</source>
        <translation>Listet die Datensätze der gewählten Zeilen auf.</translation>
    </message>
    <message>
        <source>Records by kind, type and status</source>
        <translation>Datensätze nach Art, Typ und Status</translation>
    </message>
    <message>
        <source>Nothing is synced yet</source>
        <translation>Noch ist nichts abgeglichen</translation>
    </message>
    <message>
        <source>A sync fetches the records of %1 whose types and statuses are ticked in Sync Settings.</source>
        <translation>Ein Abgleich holt die Datensätze aus %1, deren Typen und Status in den Sync-Einstellungen angehakt sind.</translation>
    </message>
    <message>
        <source>No record is orphaned</source>
        <translation>Kein Datensatz ist verwaist</translation>
    </message>
    <message>
        <source>Records come here when they are gone from %1, or when their type or status no longer syncs. There is nothing to do.</source>
        <translation>Datensätze kommen hierher, wenn sie in %1 nicht mehr da sind oder ihr Typ oder Status nicht mehr abgleicht. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>No record is disconnected</source>
        <translation>Kein Datensatz ist getrennt</translation>
    </message>
    <message>
        <source>To end the sync of records without losing them, select them under Synced items and choose Disconnect and keep records.</source>
        <translation>Um den Abgleich von Datensätzen zu beenden, ohne sie zu verlieren, wählen Sie sie unter „Abgeglichen“ aus und dann „Trennen und Datensätze behalten“.</translation>
    </message>
</context>
<context>
    <name>tandem::LinkStore</name>
    <message>
        <source>Record %1 is not linked with this PSA.</source>
        <translation>Datensatz %1 ist nicht mit diesem PSA verknüpft.</translation>
    </message>
</context>
<context>
    <name>tandem::LinkedRecordsDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Records – %1</source>
        <translation>Datensätze – %1</translation>
    </message>
    <message>
        <source>Search these records…</source>
        <translation>Diese Datensätze durchsuchen …</translation>
    </message>
    <message>
        <source>Search these records</source>
        <translation>Diese Datensätze durchsuchen</translation>
    </message>
    <message>
        <source>Closes these windows and shows the record.</source>
        <translation>Schließt diese Fenster und zeigt den Datensatz.</translation>
    </message>
    <message>
        <source>The records cannot be read. %1</source>
        <translation>Die Datensätze können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation><numerusform>%Ln Datensatz</numerusform><numerusform>%Ln Datensätze</numerusform></translation>
    </message>
    <message>
        <source>%1 of %2 records match</source>
        <translation>%1 von %2 Datensätzen passen</translation>
    </message>
    <message>
        <source>No records are left here</source>
        <translation>Hier sind keine Datensätze mehr</translation>
    </message>
    <message>
        <source>What was in these lines has been dealt with. Close this window to go on.</source>
        <translation>Was in diesen Zeilen war, ist erledigt. Schließen Sie dieses Fenster, um weiterzumachen.</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>Kein Datensatz passt</translation>
    </message>
    <message>
        <source>Change the search or clear it.</source>
        <translation>Ändern oder löschen Sie die Suche.</translation>
    </message>
    <message>
        <source>Stop what is running and close?</source>
        <translation>Anhalten, was läuft, und schließen?</translation>
    </message>
    <message>
        <source>What was done until then stays done.</source>
        <translation>Was bis dahin getan war, bleibt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>tandem::LinkedRecordsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>PSA</source>
        <translation>PSA</translation>
    </message>
</context>
<context>
    <name>tandem::ListEditor</name>
    <message>
        <source>A value needs a name.</source>
        <translation>Ein Wert braucht einen Namen.</translation>
    </message>
    <message>
        <source>"%1" comes from a connected PSA and can only be changed there.</source>
        <translation>„%1“ kommt aus einem verbundenen PSA und lässt sich nur dort ändern.</translation>
    </message>
    <message>
        <source>The list has a value "%1" already.</source>
        <translation>Die Liste hat schon einen Wert „%1“.</translation>
    </message>
</context>
<context>
    <name>tandem::ListExport</name>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Export List</source>
        <translation>Liste exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to %1.</source>
        <translation><numerusform>%n Datensatz nach %1 geschrieben.</numerusform><numerusform>%n Datensätze nach %1 geschrieben.</numerusform></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>tandem::LocalApiDialog</name>
    <message>
        <source>&amp;Serve the local API</source>
        <translation>&amp;Lokale API bereitstellen</translation>
    </message>
    <message>
        <source>&amp;Copy Address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;New Key…</source>
        <translation>&amp;Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen…</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>The address is in the clipboard.</source>
        <translation>Die Adresse ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>New Key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>From then on, Tandem refuses the key</source>
        <translation>Von da an lehnt Tandem den Schlüssel ab</translation>
    </message>
    <message>
        <source>Scripts written for IT Glue work with Tandem: give them this address and a key from here. Only programs on this computer can reach it. What they change goes to the PSAs like a change of yours.</source>
        <translation>Für IT Glue geschriebene Skripte funktionieren mit Tandem: Geben Sie ihnen diese Adresse und einen Schlüssel von hier. Nur Programme auf diesem Computer erreichen sie. Was sie ändern, geht an die PSAs wie eine Änderung von Ihnen.</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>API &amp;keys</source>
        <translation>&amp;API-Schlüssel</translation>
    </message>
    <message>
        <source>Off.</source>
        <translation>Aus.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Ending what is under way…</source>
        <translation>Laufendes wird beendet…</translation>
    </message>
    <message>
        <source>Running at %1</source>
        <translation>Läuft unter %1</translation>
    </message>
    <message>
        <source>The keys cannot be read. %1</source>
        <translation>Die Schlüssel lassen sich nicht lesen. %1</translation>
    </message>
    <message>
        <source>There is no API key yet</source>
        <translation>Es gibt noch keinen API-Schlüssel</translation>
    </message>
    <message>
        <source>A script needs one to get in. Make a key for each script, so that each can be revoked alone.</source>
        <translation>Ein Skript braucht einen, um Zugang zu erhalten. Erstellen Sie für jedes Skript einen Schlüssel, damit sich jeder einzeln widerrufen lässt.</translation>
    </message>
    <message>
        <source>Revoke API Key</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Revoke the API key "%1"?</source>
        <translation>Den API-Schlüssel „%1“ widerrufen?</translation>
    </message>
    <message>
        <source>Scripts that use it are refused from now on. This cannot be undone; a new key can be made at any time.</source>
        <translation>Skripte, die ihn verwenden, werden ab sofort abgelehnt. Das lässt sich nicht rückgängig machen; ein neuer Schlüssel lässt sich jederzeit erstellen.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
</context>
<context>
    <name>tandem::LogDialog</name>
    <message>
        <source>(blank)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, value before, value after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Logs – %1</source>
        <translation>Protokoll – %1</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Log lines, newest first</source>
        <translation>Protokollzeilen, neueste zuerst</translation>
    </message>
    <message>
        <source>The selected line in full</source>
        <translation>Die ausgewählte Zeile in voller Länge</translation>
    </message>
    <message>
        <source>Select a line to read it in full.</source>
        <translation>Wählen Sie eine Zeile aus, um sie in voller Länge zu lesen.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are read when none is selected</source>
        <translation>Die ausgewählten Zeilen kopieren, ohne Auswahl alle geladenen</translation>
    </message>
    <message>
        <source>The log cannot be read. %1</source>
        <translation>Das Protokoll lässt sich nicht lesen. %1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Anfragekennung: %1</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n line(s); scroll down for older ones.</source>
        <translation><numerusform>Die %n neueste Zeile; ältere erscheinen beim Blättern nach unten.</numerusform><numerusform>Die %n neuesten Zeilen; ältere erscheinen beim Blättern nach unten.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n Zeile</numerusform><numerusform>%n Zeilen</numerusform></translation>
    </message>
    <message>
        <source>Nothing has happened yet. Choose Start Manual Sync to fetch the records.</source>
        <translation>Bisher ist nichts geschehen. Wählen Sie „Manuellen Abgleich starten“, um die Datensätze abzuholen.</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>Än&amp;dern …</translation>
    </message>
    <message>
        <source>Change how long lines are kept</source>
        <translation>Ändern, wie lange Zeilen aufbewahrt werden</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Writes all lines that match to a file</source>
        <translation>Schreibt alle passenden Zeilen in eine Datei</translation>
    </message>
    <message>
        <source>No line matches. Change the search, or let more types, kinds and days in.</source>
        <translation>Keine Zeile passt. Ändern Sie die Suche, oder lassen Sie mehr Ereignisse, Arten und Tage zu.</translation>
    </message>
    <message>
        <source>Export the Log</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.json)</source>
        <translation>JSON-Zeilen (*.json)</translation>
    </message>
    <message>
        <source>Writing the log to %1…</source>
        <translation>Das Protokoll wird nach %1 geschrieben …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are written to %1.</source>
        <translation><numerusform>%Ln Zeile ist in %1 geschrieben.</numerusform><numerusform>%Ln Zeilen sind in %1 geschrieben.</numerusform></translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Angehalten. Keine Datei wurde geschrieben.</translation>
    </message>
    <message>
        <source>How long lines are kept cannot be read.</source>
        <translation>Wie lange Zeilen aufbewahrt werden, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Lines are kept for ever.</source>
        <translation>Zeilen werden für immer aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>Lines are kept for %Ln day(s).</source>
        <translation><numerusform>Zeilen werden %Ln Tag aufbewahrt.</numerusform><numerusform>Zeilen werden %Ln Tage aufbewahrt.</numerusform></translation>
    </message>
    <message>
        <source>This could not be saved. %1</source>
        <translation>Das konnte nicht gespeichert werden. %1</translation>
    </message>
</context>
<context>
    <name>tandem::LogFilterBar</name>
    <message>
        <source>&amp;Failures only</source>
        <translation>Nur &amp;Fehler</translation>
    </message>
    <message>
        <source>Search records, messages and request ids…</source>
        <translation>Datensätze, Meldungen und Anfragekennungen durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Suchen:</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>Tage wählen …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between the first and the last day</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>E&amp;vents:</source>
        <translation>&amp;Ereignisse:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Art:</translation>
    </message>
    <message>
        <source>&amp;When:</source>
        <translation>&amp;Wann:</translation>
    </message>
</context>
<context>
    <name>tandem::LogRetentionDialog</name>
    <message>
        <source>Keep lines for &amp;ever</source>
        <translation>Zeilen für &amp;immer aufbewahren</translation>
    </message>
    <message>
        <source>Keep the Log</source>
        <translation>Protokoll aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Keep lines for</source>
        <translation>Zeilen &amp;aufbewahren für</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number in a field</comment>
        <translation><numerusform> Tag</numerusform><numerusform> Tage</numerusform></translation>
    </message>
    <message>
        <source>This holds for all integrations and for the history of the records, which is made of the same lines. Older lines are removed once a day.</source>
        <translation>Das gilt für alle Integrationen und für den Verlauf der Datensätze, der aus denselben Zeilen besteht. Ältere Zeilen werden einmal am Tag entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Lines older than %n day(s) will be gone for good; export them before if you need them.</source>
        <translation><numerusform>Zeilen, die älter als %n Tag sind, gehen endgültig verloren; exportieren Sie sie vorher, wenn Sie sie brauchen.</numerusform><numerusform>Zeilen, die älter als %n Tage sind, gehen endgültig verloren; exportieren Sie sie vorher, wenn Sie sie brauchen.</numerusform></translation>
    </message>
    <message>
        <source>No line is ever removed. The log grows with every sync and every edit.</source>
        <translation>Nie wird eine Zeile entfernt. Das Protokoll wächst mit jedem Abgleich und jeder Änderung.</translation>
    </message>
</context>
<context>
    <name>tandem::MainWindow</name>
    <message>
        <source>New &amp;Organization</source>
        <translation>Neue &amp;Organisation</translation>
    </message>
    <message>
        <source>New &amp;Location</source>
        <translation>Neuer &amp;Standort</translation>
    </message>
    <message>
        <source>New &amp;Contact</source>
        <translation>Neuer &amp;Kontakt</translation>
    </message>
    <message>
        <source>New Con&amp;figuration</source>
        <translation>Neue Kon&amp;figuration</translation>
    </message>
    <message>
        <source>Tandem</source>
        <translation>Tandem</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No record has words that begin like “%1”.</source>
        <translation>Kein Datensatz enthält Wörter, die mit „%1“ beginnen.</translation>
    </message>
    <message>
        <source>Connect your PSA</source>
        <translation>Verbinden Sie Ihr PSA</translation>
    </message>
    <message>
        <source>Tandem keeps your documentation and your PSA in step. Connect a PSA to bring its organizations, contacts and configurations here, or try everything with a practice PSA that runs on this computer.</source>
        <translation>Tandem hält Ihre Dokumentation und Ihr PSA auf demselben Stand. Verbinden Sie ein PSA, um seine Organisationen, Kontakte und Konfigurationen hierher zu holen, oder probieren Sie alles mit einem Übungs-PSA aus, das auf diesem Computer läuft.</translation>
    </message>
    <message>
        <source>No records in this state</source>
        <translation>Keine Datensätze in diesem Zustand</translation>
    </message>
    <message>
        <source>Records appear here while their state is “%1”.</source>
        <translation>Hier erscheinen Datensätze, solange ihr Zustand „%1“ ist.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>Records come with the next sync of a PSA, or are made by hand.</source>
        <translation>Datensätze kommen mit dem nächsten Abgleich eines PSA oder werden von Hand angelegt.</translation>
    </message>
    <message>
        <source>Practice PSA</source>
        <translation>Übungs-PSA</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy Cell</source>
        <translation>Zelle &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>C&amp;lear Search</source>
        <translation>Suche &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Previous Record</source>
        <translation>&amp;Vorheriger Datensatz</translation>
    </message>
    <message>
        <source>&amp;Back to List</source>
        <translation>Zurück zur &amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>Lös&amp;chen …</translation>
    </message>
    <message>
        <source>&amp;Sync Now</source>
        <translation>Jetzt &amp;abgleichen</translation>
    </message>
    <message>
        <source>Sync with every connected PSA now (F5)</source>
        <translation>Jetzt mit allen verbundenen PSAs abgleichen (F5)</translation>
    </message>
    <message>
        <source>&amp;Integrations…</source>
        <translation>&amp;Integrationen …</translation>
    </message>
    <message>
        <source>&amp;New Integration…</source>
        <translation>&amp;Neue Integration …</translation>
    </message>
    <message>
        <source>Connect a PSA…</source>
        <translation>PSA verbinden …</translation>
    </message>
    <message>
        <source>&amp;Try With a Practice PSA</source>
        <translation>Mit einem Übungs-PSA aus&amp;probieren</translation>
    </message>
    <message>
        <source>Try With a Practice PSA</source>
        <translation>Mit einem Übungs-PSA ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Your Name…</source>
        <translation>Ihr Na&amp;me …</translation>
    </message>
    <message>
        <source>&amp;About Tandem</source>
        <translation>Über &amp;Tandem</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>Da&amp;tensatz</translation>
    </message>
    <message>
        <source>&amp;Unsaved Changes</source>
        <translation>&amp;Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Make a new record</source>
        <translation>Einen neuen Datensatz anlegen</translation>
    </message>
    <message>
        <source>Search all records</source>
        <translation>Alle Datensätze durchsuchen</translation>
    </message>
    <message>
        <source>Search all records…  (%1)</source>
        <translation>Alle Datensätze durchsuchen …  (%1)</translation>
    </message>
    <message>
        <source>Records with changes that are not saved yet</source>
        <translation>Datensätze mit noch nicht gespeicherten Änderungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>integration: what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: the sync has ended; %Ln record(s) need a look.</source>
        <translation><numerusform>%1: Der Abgleich ist beendet; %Ln Datensatz braucht Ihre Aufmerksamkeit.</numerusform><numerusform>%1: Der Abgleich ist beendet; %Ln Datensätze brauchen Ihre Aufmerksamkeit.</numerusform></translation>
    </message>
    <message>
        <source>%1: the sync has ended.</source>
        <translation>%1: Der Abgleich ist beendet.</translation>
    </message>
    <message>
        <source>Your Name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>The history of records shows who changed them. Your name:</source>
        <translation>Der Verlauf der Datensätze zeigt, wer sie geändert hat. Ihr Name:</translation>
    </message>
    <message>
        <source>About Tandem</source>
        <translation>Über Tandem</translation>
    </message>
    <message>
        <source>Tandem %1</source>
        <translation>Tandem %1</translation>
    </message>
    <message>
        <source>Keeps the documentation of an MSP's clients and its PSA in step, both ways.

Free software under the GNU General Public License, version 3 or later.
Data: %1
Qt %2</source>
        <translation>Hält die Dokumentation der Kunden eines Dienstleisters (MSP) und sein PSA in beide Richtungen auf demselben Stand.

Freie Software unter der GNU General Public License, Version 3 oder neuer.
Daten: %1
Qt %2</translation>
    </message>
    <message numerus="yes">
        <source>● %Ln unsaved</source>
        <translation><numerusform>● %Ln nicht gespeichert</numerusform><numerusform>● %Ln nicht gespeichert</numerusform></translation>
    </message>
    <message>
        <source>Delete this record from Tandem</source>
        <translation>Diesen Datensatz aus Tandem löschen</translation>
    </message>
    <message>
        <source>%1 – Tandem</source>
        <comment>title of the window</comment>
        <translation>%1 – Tandem</translation>
    </message>
    <message>
        <source>Ne&amp;xt Record</source>
        <translation>Nä&amp;chster Datensatz</translation>
    </message>
    <message>
        <source>&amp;Conflicts…</source>
        <translation>&amp;Konflikte …</translation>
    </message>
    <message>
        <source>Choose between values that were changed on both sides</source>
        <translation>Zwischen Werten wählen, die auf beiden Seiten geändert wurden</translation>
    </message>
    <message>
        <source>Ty&amp;pes and Statuses…</source>
        <translation>Ty&amp;pen und Status…</translation>
    </message>
    <message>
        <source>Shows which types and statuses sync with which PSA</source>
        <translation>Zeigt, welche Typen und Status mit welchem PSA abgeglichen werden</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Bring in records from elsewhere</source>
        <translation>Datensätze von anderswo hereinholen</translation>
    </message>
    <message>
        <source>&amp;CSV File…</source>
        <translation>&amp;CSV-Datei…</translation>
    </message>
    <message>
        <source>I&amp;mports…</source>
        <translation>I&amp;mporte…</translation>
    </message>
    <message>
        <source>&amp;Export List…</source>
        <translation>Liste &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Local API…</source>
        <translation>&amp;Lokale API…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Import records from a CSV file; a file can also be dropped onto the window</source>
        <translation>Datensätze aus einer CSV-Datei importieren; eine Datei lässt sich auch auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>Shows what was imported, and undoes it</source>
        <translation>Zeigt, was importiert wurde, und macht es rückgängig</translation>
    </message>
    <message>
        <source>Write the list that is shown to a CSV file</source>
        <translation>Die angezeigte Liste in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Lets scripts written for IT Glue work with Tandem</source>
        <translation>Lässt für IT Glue geschriebene Skripte mit Tandem arbeiten</translation>
    </message>
</context>
<context>
    <name>tandem::ManageDataDialog</name>
    <message>
        <source>&amp;Synced items</source>
        <translation>Ab&amp;geglichen</translation>
    </message>
    <message>
        <source>&amp;Orphaned</source>
        <translation>Ver&amp;waist</translation>
    </message>
    <message>
        <source>D&amp;isconnected</source>
        <translation>Ge&amp;trennt</translation>
    </message>
    <message>
        <source>Manage Data – %1</source>
        <translation>Daten verwalten – %1</translation>
    </message>
    <message>
        <source>Sections of the data</source>
        <translation>Abschnitte der Daten</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Reads the lists again (%1)</source>
        <translation>Liest die Listen neu (%1)</translation>
    </message>
    <message>
        <source>The lists cannot be read. %1</source>
        <translation>Die Listen können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a heading and a count</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Needs a decision</source>
        <translation>&amp;Zu entscheiden</translation>
    </message>
    <message>
        <source>The sync has begun. The records appear as they come in.</source>
        <translation>Der Abgleich hat begonnen. Die Datensätze erscheinen, sowie sie kommen.</translation>
    </message>
    <message>
        <source>The sync did not run to its end. %1</source>
        <translation>Der Abgleich lief nicht zu Ende. %1</translation>
    </message>
    <message>
        <source>Stop what is running and close?</source>
        <translation>Anhalten, was läuft, und schließen?</translation>
    </message>
    <message>
        <source>What was done until then stays done.</source>
        <translation>Was bis dahin getan war, bleibt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>tandem::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>tandem::NamePage</name>
    <message>
        <source>Name the Integration</source>
        <translation>Integration benennen</translation>
    </message>
    <message>
        <source>Badges, lists and logs show this name.</source>
        <translation>Dieser Name steht in Kennzeichen, Listen und Protokollen.</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird hergestellt</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a name and a number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Another integration has this name. Choose a different one.</source>
        <translation>Eine andere Integration hat diesen Namen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Connecting, and reading the lists of types and statuses…</source>
        <translation>Verbindung wird hergestellt, Listen der Typen und Status werden gelesen …</translation>
    </message>
</context>
<context>
    <name>tandem::NewApiKeyDialog</name>
    <message>
        <source>C&amp;reate Key</source>
        <translation>Schlüssel &amp;erstellen</translation>
    </message>
    <message>
        <source>New API Key</source>
        <translation>Neuer API-Schlüssel</translation>
    </message>
    <message>
        <source>Such as the name of the script that uses it</source>
        <translation>Etwa der Name des Skripts, das ihn verwendet</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Rolle:</translation>
    </message>
    <message>
        <source>This is the new key. Copy it now and keep it in a safe place: Tandem stores only a fingerprint of it and cannot show it again.</source>
        <translation>Das ist der neue Schlüssel. Kopieren Sie ihn jetzt, und bewahren Sie ihn sicher auf: Tandem speichert nur einen Fingerabdruck davon und kann ihn nicht noch einmal zeigen.</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Der neue Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The key is in the clipboard.</source>
        <translation>Der Schlüssel ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>tandem::NewIntegrationWizard</name>
    <message>
        <source>New Integration</source>
        <translation>Neue Integration</translation>
    </message>
    <message>
        <source>Discard the changes to the sync settings?</source>
        <translation>Änderungen an den Abgleicheinstellungen verwerfen?</translation>
    </message>
    <message>
        <source>The integration stays connected and paused.</source>
        <translation>Die Integration bleibt verbunden und pausiert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stop connecting? What you typed is not kept.</source>
        <translation>Verbinden abbrechen? Ihre Eingaben gehen verloren.</translation>
    </message>
</context>
<context>
    <name>tandem::OptionList</name>
    <message>
        <source>Organization types</source>
        <translation>Organisationstypen</translation>
    </message>
    <message>
        <source>Organization statuses</source>
        <translation>Organisationsstatus</translation>
    </message>
    <message>
        <source>Configuration types</source>
        <translation>Konfigurationstypen</translation>
    </message>
    <message>
        <source>Configuration statuses</source>
        <translation>Konfigurationsstatus</translation>
    </message>
    <message>
        <source>Contact types</source>
        <translation>Kontakttypen</translation>
    </message>
    <message>
        <source>Email types</source>
        <translation>E-Mail-Typen</translation>
    </message>
    <message>
        <source>Phone types</source>
        <translation>Telefontypen</translation>
    </message>
    <message>
        <source>Manufacturers</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>States and provinces</source>
        <translation>Bundesländer und Regionen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Classifications</source>
        <translation>Klassifizierungen</translation>
    </message>
</context>
<context>
    <name>tandem::OptionPicker</name>
    <message>
        <source>“%1” is not in the list. Choose one of its values.</source>
        <translation>„%1“ steht nicht in der Liste. Wählen Sie einen ihrer Werte.</translation>
    </message>
</context>
<context>
    <name>tandem::OptionStore</name>
    <message>
        <source>There is no list value %1.</source>
        <translation>Es gibt keinen Listenwert %1.</translation>
    </message>
    <message>
        <source>A value of a list needs a name.</source>
        <translation>Ein Listenwert braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>tandem::OptionUseModel</name>
    <message>
        <source>%1 has no such value. Make it there, and it comes in with the next sync.</source>
        <translation>%1 hat diesen Wert nicht. Legen Sie ihn dort an, dann kommt er mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>%1 has this value, and records can use it.</source>
        <translation>%1 hat diesen Wert, und Datensätze können ihn verwenden.</translation>
    </message>
    <message>
        <source>Ticked in the Sync Settings of %1.</source>
        <translation>In den Sync-Einstellungen von %1 angehakt.</translation>
    </message>
    <message>
        <source>Not ticked in the Sync Settings of %1, so records with it do not sync.</source>
        <translation>In den Sync-Einstellungen von %1 nicht angehakt, also gleichen Datensätze damit nicht ab.</translation>
    </message>
    <message>
        <source>The PSA has set this value to inactive.</source>
        <translation>Das PSA hat diesen Wert auf inaktiv gesetzt.</translation>
    </message>
    <message>
        <source>It is called “%1” there.</source>
        <translation>Dort heißt er „%1“.</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
</context>
<context>
    <name>tandem::Outbox</name>
    <message>
        <source>The push of record %1 is not waiting any more.</source>
        <translation>Die Übertragung von Datensatz %1 wartet nicht mehr.</translation>
    </message>
</context>
<context>
    <name>tandem::Plan</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Link to an exact match</source>
        <translation>Mit genauem Treffer verknüpfen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Already linked</source>
        <translation>Schon verknüpft</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verknüpft</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Was there already</source>
        <translation>War schon da</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Changed since the preview</source>
        <translation>Seit der Vorschau geändert</translation>
    </message>
</context>
<context>
    <name>tandem::PlanRemedies</name>
    <message numerus="yes">
        <source>Add a location to %Ln organization(s)…</source>
        <translation><numerusform>%Ln Organisation einen Standort hinzufügen…</numerusform><numerusform>%Ln Organisationen einen Standort hinzufügen…</numerusform></translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>a button that asks first</comment>
        <translation>%1…</translation>
    </message>
    <message numerus="yes">
        <source>Enable the sync of %Ln record(s)</source>
        <translation><numerusform>Abgleich von %Ln Datensatz einschalten</numerusform><numerusform>Abgleich von %Ln Datensätzen einschalten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Reconnect %Ln record(s)</source>
        <translation><numerusform>%Ln Datensatz wieder verbinden</numerusform><numerusform>%Ln Datensätze wieder verbinden</numerusform></translation>
    </message>
    <message>
        <source>Main</source>
        <comment>the name of an organization's first location</comment>
        <translation>Hauptsitz</translation>
    </message>
    <message>
        <source>Add a Location</source>
        <translation>Standort hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add a location "%1" to %Ln organization(s)?</source>
        <translation><numerusform>%Ln Organisation einen Standort „%1“ hinzufügen?</numerusform><numerusform>%Ln Organisationen einen Standort „%1“ hinzufügen?</numerusform></translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Changing %Ln record(s)…</source>
        <translation><numerusform>%Ln Datensatz wird geändert…</numerusform><numerusform>%Ln Datensätze werden geändert…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be changed: %1</source>
        <translation><numerusform>%Ln Datensatz ließ sich nicht ändern: %1</numerusform><numerusform>%Ln Datensätze ließen sich nicht ändern: %1</numerusform></translation>
    </message>
    <message>
        <source>Its address stays blank until you fill it in. This is an edit like any other: what nothing else holds up then is pushed to %1 at once.</source>
        <translation>Die Adresse bleibt leer, bis Sie sie ausfüllen. Das ist eine Änderung wie jede andere: Was dann nichts anderes mehr aufhält, wird sofort an %1 übertragen.</translation>
    </message>
</context>
<context>
    <name>tandem::PlanStore</name>
    <message>
        <source>A newer question took its place.</source>
        <translation>Eine neuere Abfrage hat diese abgelöst.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>PSA ID</source>
        <translation>PSA-Kennung</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>tandem::PlanView</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>All organizations</source>
        <translation>Alle Organisationen</translation>
    </message>
    <message>
        <source>Search records and organizations…</source>
        <translation>Datensätze und Organisationen suchen…</translation>
    </message>
    <message>
        <source>Search records and organizations</source>
        <translation>Datensätze und Organisationen suchen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Writes the rows that are shown to a CSV file</source>
        <translation>Schreibt die angezeigten Zeilen in eine CSV-Datei</translation>
    </message>
    <message>
        <source>&amp;Open Record</source>
        <translation>Datensatz ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Closes these windows and shows the record. Nothing here is lost.</source>
        <translation>Schließt diese Fenster und zeigt den Datensatz. Hier geht nichts verloren.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>The records cannot be read. %1</source>
        <translation>Die Datensätze können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an organization and how many records it has</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation><numerusform>%Ln Datensatz</numerusform><numerusform>%Ln Datensätze</numerusform></translation>
    </message>
    <message>
        <source>Export the Preview</source>
        <translation>Vorschau exportieren</translation>
    </message>
    <message>
        <source>Export the Results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Writing to %1…</source>
        <translation>Wird nach %1 geschrieben…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Geschrieben wurde nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are written to %1.</source>
        <translation><numerusform>%Ln Datensatz ist nach %1 geschrieben.</numerusform><numerusform>%Ln Datensätze sind nach %1 geschrieben.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::Platform</name>
    <message>
        <source>Company ID</source>
        <translation>Firmen-ID</translation>
    </message>
    <message>
        <source>What you type as the company when you sign in to ConnectWise.</source>
        <translation>Was Sie beim Anmelden in ConnectWise als Firma eingeben.</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>From System &gt; Members &gt; API Members &gt; API Keys.</source>
        <translation>Aus System &gt; Members &gt; API Members &gt; API Keys.</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Shown once, when the API key is made.</source>
        <translation>Wird nur einmal angezeigt, beim Erstellen des API-Schlüssels.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>The id of the integration from the ConnectWise developer site.</source>
        <translation>Die Kennung der Integration von der ConnectWise-Entwicklerseite.</translation>
    </message>
    <message>
        <source>API user name (key)</source>
        <translation>API-Benutzername (Key)</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API-Geheimnis (Secret)</translation>
    </message>
    <message>
        <source>API tracking identifier</source>
        <translation>API-Tracking-Kennung</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Firmenname</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>From the page of a user with the security level API User: Admin &gt; Resources/Users (HR).</source>
        <translation>Von der Seite eines Benutzers mit der Sicherheitsstufe API User: Admin &gt; Resources/Users (HR).</translation>
    </message>
    <message>
        <source>Shown once, when the API user's key is made.</source>
        <translation>Wird einmal gezeigt, wenn der Schlüssel des API-Benutzers erzeugt wird.</translation>
    </message>
    <message>
        <source>From the same page, below the key.</source>
        <translation>Von derselben Seite, unter dem Schlüssel.</translation>
    </message>
    <message>
        <source>Exactly as under My Settings, with its blanks.</source>
        <translation>Genau wie unter My Settings, mit seinen Leerzeichen.</translation>
    </message>
    <message>
        <source>Of a user of the type API Employee, whose security role has API access.</source>
        <translation>Von einem Benutzer des Typs API Employee, dessen Sicherheitsrolle API-Zugriff hat.</translation>
    </message>
    <message>
        <source>Of the same user. A user who needs a code besides (MFA) cannot be used.</source>
        <translation>Desselben Benutzers. Ein Benutzer, der zusätzlich einen Code braucht (MFA), geht nicht.</translation>
    </message>
</context>
<context>
    <name>tandem::PlatformPage</name>
    <message>
        <source>Not available in this version of Tandem.</source>
        <translation>In dieser Version von Tandem nicht verfügbar.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>a PSA and a sentence about it</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Choose Your PSA or Directory</source>
        <translation>Wählen Sie Ihr PSA oder Ihren Verzeichnisdienst</translation>
    </message>
    <message>
        <source>Tandem fetches a PSA's records, and sends your edits once you enable two-way sync. A directory is only read.</source>
        <translation>Tandem holt die Datensätze eines PSA ab und sendet Ihre Änderungen, sobald Sie den Zwei-Wege-Abgleich einschalten. Ein Verzeichnisdienst wird nur gelesen.</translation>
    </message>
    <message>
        <source>PSA or directory</source>
        <translation>PSA oder Verzeichnisdienst</translation>
    </message>
    <message>
        <source>Directory (LDAP)
Users of Active Directory or another LDAP server become contacts.</source>
        <translation>Verzeichnisdienst (LDAP)
Benutzer von Active Directory oder eines anderen LDAP-Servers werden zu Kontakten.</translation>
    </message>
</context>
<context>
    <name>tandem::PlatformSettingsForm</name>
    <message>
        <source>For new records in %1</source>
        <translation>Für neue Datensätze in %1</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>%1 could not be asked. %2</source>
        <translation>%1 konnte nicht gefragt werden. %2</translation>
    </message>
    <message>
        <source>New organizations wait for: %1.</source>
        <translation>Neue Organisationen warten auf: %1.</translation>
    </message>
</context>
<context>
    <name>tandem::PracticePsa</name>
    <message>
        <source>The practice PSA could not be started: %1</source>
        <translation>Das Übungs-PSA konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>The practice PSA is part of the program tandemctl, which is not installed beside Tandem. Install it and try again.</source>
        <translation>Das Übungs-PSA gehört zum Programm tandemctl, das nicht neben Tandem installiert ist. Installieren Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Practice ConnectWise</source>
        <translation>Übungs-ConnectWise</translation>
    </message>
    <message>
        <source>The practice PSA ended before it was ready: %1</source>
        <translation>Das Übungs-PSA endete, bevor es bereit war: %1</translation>
    </message>
    <message>
        <source>The practice PSA has ended. Choose Account &gt; Try With a Practice PSA to start it again.</source>
        <translation>Das Übungs-PSA ist beendet. Wählen Sie „Konto &gt; Mit einem Übungs-PSA ausprobieren“, um es wieder zu starten.</translation>
    </message>
</context>
<context>
    <name>tandem::PracticeServer</name>
    <message>
        <source>Port %1 cannot be used. Another program may hold it: choose another port, or 0 for any.</source>
        <translation>Port %1 ist nicht verwendbar. Vielleicht belegt ihn ein anderes Programm: Wählen Sie einen anderen Port oder 0 für einen beliebigen.</translation>
    </message>
    <message>
        <source>The control door knows GET and POST.</source>
        <translation>Der Steuerzugang kennt GET und POST.</translation>
    </message>
    <message>
        <source>The body must be a JSON array.</source>
        <translation>Der Inhalt muss ein JSON-Array sein.</translation>
    </message>
    <message>
        <source>The control door has no "%1".</source>
        <translation>Der Steuerzugang kennt „%1“ nicht.</translation>
    </message>
    <message>
        <source>There is no kind "%1".</source>
        <translation>Es gibt keine Art „%1“.</translation>
    </message>
    <message>
        <source>The action must be create, update or delete.</source>
        <translation>Die Aktion muss create, update oder delete sein.</translation>
    </message>
</context>
<context>
    <name>tandem::PracticeTrial</name>
    <message>
        <source>Starting the practice PSA…</source>
        <translation>Das Übungs-PSA wird gestartet …</translation>
    </message>
    <message>
        <source>The practice PSA could not be connected.</source>
        <translation>Das Übungs-PSA konnte nicht verbunden werden.</translation>
    </message>
    <message>
        <source>The practice PSA is connected and synced.</source>
        <translation>Das Übungs-PSA ist verbunden und abgeglichen.</translation>
    </message>
</context>
<context>
    <name>tandem::PullSettingsPage</name>
    <message>
        <source>Enable &amp;Contacts sync</source>
        <translation>&amp;Kontakte abgleichen</translation>
    </message>
    <message>
        <source>Enable &amp;Locations sync</source>
        <translation>S&amp;tandorte abgleichen</translation>
    </message>
    <message>
        <source>&amp;Refresh Lists</source>
        <translation>&amp;Listen neu laden</translation>
    </message>
    <message>
        <source>Organizations and configurations of the ticked types and statuses are fetched from %1. Tick only what you look after.</source>
        <translation>Organisationen und Konfigurationen der ausgewählten Typen und Status werden von %1 abgeholt. Wählen Sie nur aus, was Sie betreuen.</translation>
    </message>
    <message>
        <source>Contacts of the organizations that sync are fetched too.</source>
        <translation>Kontakte der abgeglichenen Organisationen werden ebenfalls abgeholt.</translation>
    </message>
    <message>
        <source>Locations of the organizations that sync are fetched too.</source>
        <translation>Standorte der abgeglichenen Organisationen werden ebenfalls abgeholt.</translation>
    </message>
    <message>
        <source>Check for changes &amp;every</source>
        <translation>Auf Änderungen &amp;prüfen im Abstand von</translation>
    </message>
    <message>
        <source>Reading the lists</source>
        <translation>Listen werden gelesen</translation>
    </message>
    <message>
        <source>Lists read from %1 at %2</source>
        <translation>Listen von %1 gelesen: %2</translation>
    </message>
    <message>
        <source>The lists have not been read from %1 yet.</source>
        <translation>Die Listen von %1 wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Reading the lists from %1…</source>
        <translation>Die Listen von %1 werden gelesen …</translation>
    </message>
    <message>
        <source>The lists could not be read anew, those shown are from before. %1</source>
        <translation>Die Listen konnten nicht neu gelesen werden, angezeigt wird der frühere Stand. %1</translation>
    </message>
</context>
<context>
    <name>tandem::Puller</name>
    <message numerus="yes">
        <source>Synced: %n record(s) taken over.</source>
        <translation><numerusform>Abgeglichen: %n Datensatz übernommen.</numerusform><numerusform>Abgeglichen: %n Datensätze übernommen.</numerusform></translation>
    </message>
    <message>
        <source>This was settled meanwhile: the record is linked already.</source>
        <translation>Das wurde inzwischen geklärt: Der Datensatz ist schon verknüpft.</translation>
    </message>
    <message>
        <source>%1 with UID %2 could not be pulled: its parent would lie below it, so it keeps the one it has.</source>
        <translation>%1 mit UID %2 konnte nicht geholt werden: Das Übergeordnete läge darunter, also behält es das, was es hat.</translation>
    </message>
    <message>
        <source>The sync was stopped.</source>
        <translation>Der Abgleich wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllConfirmPage</name>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>From here on records are written to %1.</source>
        <translation>Ab hier werden Datensätze nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Push All</source>
        <translation>&amp;Alles übertragen</translation>
    </message>
    <message>
        <source>The name of the integration, to confirm</source>
        <translation>Der Name der Integration, zur Bestätigung</translation>
    </message>
    <message>
        <source>&amp;Type %1 to confirm:</source>
        <translation>Zur Bestätigung %1 &amp;eingeben:</translation>
    </message>
    <message>
        <source>• Made in the PSA: %1</source>
        <translation>• Im PSA angelegt: %1</translation>
    </message>
    <message>
        <source>• Linked to their exact match, whose values win: %1</source>
        <translation>• Mit ihrem genauen Treffer verknüpft, dessen Werte gelten: %1</translation>
    </message>
    <message>
        <source>• Changed where they differ: %1</source>
        <translation>• Geändert, wo sie abweichen: %1</translation>
    </message>
    <message>
        <source>• There already: %1</source>
        <translation>• Schon vorhanden: %1</translation>
    </message>
    <message>
        <source>• Held, and not pushed: %1</source>
        <translation>• Zurückgehalten und nicht übertragen: %1</translation>
    </message>
    <message>
        <source>• To be decided by you afterwards: %1</source>
        <translation>• Danach von Ihnen zu entscheiden: %1</translation>
    </message>
    <message>
        <source>This happens in %1:

%2

What is made there cannot be taken back from here: it would have to be deleted in %3, record by record. You can pause or cancel at any time; what has not left then stays as it was. A record that changes before its turn is looked at again first.</source>
        <translation>Das geschieht in %1:

%2

Was dort angelegt wird, lässt sich von hier nicht zurücknehmen: Es müsste in %3 gelöscht werden, Datensatz für Datensatz. Sie können jederzeit pausieren oder abbrechen; was dann noch nicht gesendet ist, bleibt, wie es war. Ein Datensatz, der sich ändert, bevor er an der Reihe ist, wird vorher noch einmal geprüft.</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllIntroPage</name>
    <message>
        <source>Push All Syncable Assets to %1</source>
        <translation>Alle abgleichbaren Daten an %1 übertragen</translation>
    </message>
    <message>
        <source>Fills a new or first PSA from your documentation, once.</source>
        <translation>Füllt ein neues oder erstes PSA einmal aus Ihrer Dokumentation.</translation>
    </message>
    <message>
        <source>Every record that may sync is made in %1, or linked to the exact match that is there already. Organizations go first, then locations, contacts and configurations, at the rate that %1 permits.

Use it when %1 is new, or empty but for a few records. If %1 already has your clients, let a sync bring them in instead: the two are matched, and only what you edit is pushed.

You see first what would happen to each record. Nothing is written before you confirm that.</source>
        <translation>Jeder Datensatz, der abgeglichen werden darf, wird in %1 angelegt oder mit dem genauen Treffer verknüpft, der schon dort ist. Zuerst gehen Organisationen, dann Standorte, Kontakte und Konfigurationen, so schnell %1 es erlaubt.

Nehmen Sie es, wenn %1 neu oder bis auf wenige Datensätze leer ist. Hat %1 Ihre Kunden schon, dann lassen Sie sie lieber durch einen Abgleich hereinkommen: Beides wird einander zugeordnet, und übertragen wird nur, was Sie ändern.

Sie sehen zuerst, was mit jedem Datensatz geschehen würde. Geschrieben wird nichts, bevor Sie das bestätigen.</translation>
    </message>
    <message>
        <source>Found in %1</source>
        <translation>In %1 gefunden</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>It was done before</source>
        <translation>Es wurde schon einmal gemacht</translation>
    </message>
    <message>
        <source>Show Its &amp;Results</source>
        <translation>&amp;Ergebnisse davon zeigen</translation>
    </message>
    <message>
        <source>I have seen what it &amp;did, and want to do it again</source>
        <translation>Ich &amp;habe gesehen, was es getan hat, und will es noch einmal</translation>
    </message>
    <message>
        <source>What %1 has could not be counted. %2</source>
        <translation>Was %1 hat, ließ sich nicht zählen. %2</translation>
    </message>
    <message>
        <source>%1 is not empty. Records with an exact match there are linked, and all others are made: one that is there under a slightly different name is then there twice. Look at the preview with care, or let a sync bring in what is there.</source>
        <translation>%1 ist nicht leer. Datensätze mit einem genauen Treffer dort werden verknüpft, alle anderen angelegt: Was dort unter einem etwas anderen Namen steht, ist danach doppelt. Sehen Sie die Vorschau sorgfältig an oder lassen Sie einen Abgleich hereinholen, was dort ist.</translation>
    </message>
    <message>
        <source>%1 cannot say of every kind how much it has. The preview reads it.</source>
        <translation>%1 kann nicht von jeder Art sagen, wie viel es hat. Die Vorschau liest es.</translation>
    </message>
    <message>
        <source>%1 is empty: the right moment.</source>
        <translation>%1 ist leer: der richtige Zeitpunkt.</translation>
    </message>
    <message>
        <source>%1 is nearly empty: the right moment.</source>
        <translation>%1 ist fast leer: der richtige Zeitpunkt.</translation>
    </message>
    <message>
        <source>Started at %1 by %2, and cancelled: %3.</source>
        <translation>Begonnen um %1 von %2 und abgebrochen: %3.</translation>
    </message>
    <message>
        <source>Started at %1 by %2: %3.</source>
        <translation>Begonnen um %1 von %2: %3.</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllModel</name>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>What Will Happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>What Happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllPreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>Noch ist nichts geschrieben.</translation>
    </message>
    <message>
        <source>Make the &amp;Preview</source>
        <translation>&amp;Vorschau erstellen</translation>
    </message>
    <message>
        <source>Refresh &amp;Preview</source>
        <translation>&amp;Vorschau erneuern</translation>
    </message>
    <message>
        <source>Reads the PSA anew, and works out anew what would happen</source>
        <translation>Liest das PSA neu und ermittelt neu, was geschehen würde</translation>
    </message>
    <message>
        <source>Reading %1, and working out what would happen to each record…</source>
        <translation>%1 wird gelesen und ermittelt, was mit jedem Datensatz geschehen würde…</translation>
    </message>
    <message>
        <source>The preview was stopped. Nothing was written.</source>
        <translation>Die Vorschau wurde angehalten. Geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>The preview could not be made. %1</source>
        <translation>Die Vorschau ließ sich nicht erstellen. %1</translation>
    </message>
    <message>
        <source>What you changed is not in this preview yet. Refresh it before you go on.</source>
        <translation>Was Sie geändert haben, ist noch nicht in dieser Vorschau. Erneuern Sie sie, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>There is nothing to push while these records are held.</source>
        <translation>Es gibt nichts zu übertragen, solange diese Datensätze zurückgehalten sind.</translation>
    </message>
    <message>
        <source>There is nothing to push: everything that you chose is in %1 already.</source>
        <translation>Es gibt nichts zu übertragen: Alles, was Sie gewählt haben, ist schon in %1.</translation>
    </message>
    <message>
        <source>As of %1. What is held stays as it is; you can push it later.</source>
        <translation>Stand %1. Was zurückgehalten ist, bleibt, wie es ist; Sie können es später übertragen.</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllProgressPage</name>
    <message>
        <source>Pushing</source>
        <translation>Wird übertragen</translation>
    </message>
    <message>
        <source>%1 gets the records in this order, never faster than it permits.</source>
        <translation>%1 bekommt die Datensätze in dieser Reihenfolge, nie schneller als erlaubt.</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Cancel the Push…</source>
        <translation>Übertragung &amp;abbrechen…</translation>
    </message>
    <message>
        <source>You can close this window, and Tandem too: nothing is lost. The push goes on while Tandem runs, also after a restart; Actions &gt; Push All Syncable Assets… brings you back to this page.</source>
        <translation>Sie können dieses Fenster und auch Tandem schließen: Nichts geht verloren. Die Übertragung läuft weiter, solange Tandem läuft, auch nach einem Neustart; Aktionen &gt; Alle abgleichbaren Daten übertragen… führt auf diese Seite zurück.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>To go</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt: %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Cancel the Push</source>
        <translation>Übertragung abbrechen</translation>
    </message>
    <message>
        <source>Cancel the push to %1?</source>
        <translation>Die Übertragung an %1 abbrechen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) that are still to go stay as they are. What was made or linked there stays, and keeps syncing. To go on later, start again with a new preview.</source>
        <translation><numerusform>%Ln Datensatz, der noch offen ist, bleibt, wie er ist. Was dort angelegt oder verknüpft wurde, bleibt und wird weiter abgeglichen. Um später weiterzumachen, beginnen Sie mit einer neuen Vorschau.</numerusform><numerusform>%Ln Datensätze, die noch offen sind, bleiben, wie sie sind. Was dort angelegt oder verknüpft wurde, bleibt und wird weiter abgeglichen. Um später weiterzumachen, beginnen Sie mit einer neuen Vorschau.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::PushAllResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>What became of each record. It stays here: Push All Syncable Assets… shows it again.</source>
        <translation>Was aus jedem Datensatz wurde. Es bleibt hier: „Alle abgleichbaren Daten übertragen…“ zeigt es wieder.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Why, in full</source>
        <translation>Warum, ausführlich</translation>
    </message>
    <message>
        <source>&amp;Retry Failed and Held</source>
        <translation>&amp;Gescheiterte und Zurückgehaltene wiederholen</translation>
    </message>
    <message>
        <source>Tries again what failed, is held or has changed since the preview</source>
        <translation>Versucht noch einmal, was scheiterte, zurückgehalten ist oder sich seit der Vorschau geändert hat</translation>
    </message>
    <message>
        <source>It still goes on; so far: %1.</source>
        <translation>Es läuft noch; bis jetzt: %1.</translation>
    </message>
    <message>
        <source>It was cancelled: %1.</source>
        <translation>Es wurde abgebrochen: %1.</translation>
    </message>
    <message>
        <source>It is done: %1.</source>
        <translation>Es ist fertig: %1.</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllRun</name>
    <message>
        <source>It was deleted here since the preview.</source>
        <translation>Es wurde seit der Vorschau hier gelöscht.</translation>
    </message>
    <message>
        <source>It matched something that was not there in the preview.</source>
        <translation>Es passte zu etwas, das in der Vorschau noch nicht da war.</translation>
    </message>
    <message>
        <source>What matched it in the preview is not there any more, so nothing was made.</source>
        <translation>Was in der Vorschau dazu passte, ist nicht mehr da; darum wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>Its push was taken back since the preview.</source>
        <translation>Seine Übertragung wurde seit der Vorschau zurückgenommen.</translation>
    </message>
    <message>
        <source>It is not linked any more.</source>
        <translation>Es ist nicht mehr verknüpft.</translation>
    </message>
    <message>
        <source>It was linked since the preview.</source>
        <translation>Es wurde seit der Vorschau verknüpft.</translation>
    </message>
    <message>
        <source>Push All Syncable Assets has ended: %1 done, %2 not.</source>
        <translation>„Alle abgleichbaren Daten übertragen“ ist beendet: %1 erledigt, %2 nicht.</translation>
    </message>
    <message>
        <source>Push All Syncable Assets was started.</source>
        <translation>„Alle abgleichbaren Daten übertragen“ wurde gestartet.</translation>
    </message>
    <message>
        <source>Nothing is being pushed. Make a preview first.</source>
        <translation>Es wird nichts übertragen. Erstellen Sie zuerst eine Vorschau.</translation>
    </message>
    <message>
        <source>Nothing is being pushed.</source>
        <translation>Es wird nichts übertragen.</translation>
    </message>
    <message>
        <source>Nothing was pushed yet. Make a preview first.</source>
        <translation>Es wurde noch nichts übertragen. Erstellen Sie zuerst eine Vorschau.</translation>
    </message>
    <message>
        <source>Tandem is closing.</source>
        <translation>Tandem wird beendet.</translation>
    </message>
    <message>
        <source>It was edited since the preview, and what it is now was pushed.</source>
        <translation>Er wurde seit der Vorschau geändert; übertragen wurde, was er jetzt ist.</translation>
    </message>
    <message>
        <source>Nothing holds it any more. Try again to push it.</source>
        <translation>Nichts hält ihn mehr zurück. Versuchen Sie es noch einmal, um ihn zu übertragen.</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllScopePage</name>
    <message>
        <source>Choose What to Push</source>
        <translation>Wählen, was übertragen wird</translation>
    </message>
    <message>
        <source>What refers to something that you leave out here is held until that is in the PSA.</source>
        <translation>Was sich auf etwas bezieht, das Sie hier weglassen, wird zurückgehalten, bis dieses im PSA ist.</translation>
    </message>
    <message>
        <source>Search organizations…</source>
        <translation>Organisationen suchen…</translation>
    </message>
    <message>
        <source>Search organizations</source>
        <translation>Organisationen suchen</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>Ticks every organization that is shown</source>
        <translation>Hakt jede angezeigte Organisation an</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Takes the tick from every organization that is shown</source>
        <translation>Nimmt den Haken von jeder angezeigten Organisation</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>&amp;Kinds</source>
        <translation>A&amp;rten</translation>
    </message>
    <message>
        <source>&amp;Organizations</source>
        <translation>&amp;Organisationen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln organization(s)</source>
        <translation><numerusform>%1 von %Ln Organisation</numerusform><numerusform>%1 von %Ln Organisationen</numerusform></translation>
    </message>
    <message>
        <source>Tick at least one kind.</source>
        <translation>Haken Sie mindestens eine Art an.</translation>
    </message>
    <message>
        <source>There are no organizations yet, so there is nothing to push.</source>
        <translation>Es gibt noch keine Organisationen und darum nichts zu übertragen.</translation>
    </message>
    <message>
        <source>Tick at least one organization.</source>
        <translation>Haken Sie mindestens eine Organisation an.</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllWizard</name>
    <message>
        <source>Push All Syncable Assets – %1</source>
        <translation>Alle abgleichbaren Daten übertragen – %1</translation>
    </message>
</context>
<context>
    <name>tandem::PushAllWords</name>
    <message>
        <source>Same name</source>
        <translation>Gleicher Name</translation>
    </message>
    <message>
        <source>Same organization and address</source>
        <translation>Gleiche Organisation und Adresse</translation>
    </message>
    <message>
        <source>Same organization, first and last name</source>
        <translation>Gleiche Organisation, gleicher Vor- und Nachname</translation>
    </message>
    <message>
        <source>Same organization, type, name, serial number and MAC address</source>
        <translation>Gleiche Organisation, gleicher Typ, Name, gleiche Serien- und MAC-Nummer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s)</source>
        <translation><numerusform>%Ln Organisation</numerusform><numerusform>%Ln Organisationen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln location(s)</source>
        <translation><numerusform>%Ln Standort</numerusform><numerusform>%Ln Standorte</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation><numerusform>%Ln Kontakt</numerusform><numerusform>%Ln Kontakte</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln configuration(s)</source>
        <translation><numerusform>%Ln Konfiguration</numerusform><numerusform>%Ln Konfigurationen</numerusform></translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Link to %1 #%2</source>
        <comment>a PSA and an id there</comment>
        <translation>Mit %1 Nr. %2 verknüpfen</translation>
    </message>
    <message>
        <source>Update %1 #%2</source>
        <comment>a PSA and an id there</comment>
        <translation>%1 Nr. %2 aktualisieren</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>It is there already, and some fields differ</source>
        <translation>Er ist schon dort, und einige Felder weichen ab</translation>
    </message>
    <message>
        <source>It is there already, and nothing differs</source>
        <translation>Er ist schon dort, und nichts weicht ab</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more reason(s))</source>
        <translation><numerusform>%1 (und %n weiterer Grund)</numerusform><numerusform>%1 (und %n weitere Gründe)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) there match</source>
        <translation><numerusform>%n Datensatz dort passt</numerusform><numerusform>%n Datensätze dort passen</numerusform></translation>
    </message>
    <message>
        <source>Tried again at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln created</source>
        <translation><numerusform>%Ln angelegt</numerusform><numerusform>%Ln angelegt</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln linked</source>
        <translation><numerusform>%Ln verknüpft</numerusform><numerusform>%Ln verknüpft</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation><numerusform>%Ln aktualisiert</numerusform><numerusform>%Ln aktualisiert</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already</source>
        <translation><numerusform>%Ln schon dort</numerusform><numerusform>%Ln schon dort</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation><numerusform>%Ln gescheitert</numerusform><numerusform>%Ln gescheitert</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln held</source>
        <translation><numerusform>%Ln zurückgehalten</numerusform><numerusform>%Ln zurückgehalten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation><numerusform>%Ln nicht gesendet</numerusform><numerusform>%Ln nicht gesendet</numerusform></translation>
    </message>
    <message>
        <source>nothing happened</source>
        <translation>nichts geschehen</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation><numerusform>noch etwa %n Minute</numerusform><numerusform>noch etwa %n Minuten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation><numerusform>noch etwa %n Stunde</numerusform><numerusform>noch etwa %n Stunden</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) a minute</source>
        <translation><numerusform>%Ln Datensatz in der Minute</numerusform><numerusform>%Ln Datensätze in der Minute</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) a minute, of %1 permitted</source>
        <translation><numerusform>%Ln Aufruf in der Minute, von %1 erlaubten</numerusform><numerusform>%Ln Aufrufe in der Minute, von %1 erlaubten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) a minute</source>
        <translation><numerusform>%Ln Aufruf in der Minute</numerusform><numerusform>%Ln Aufrufe in der Minute</numerusform></translation>
    </message>
    <message>
        <source>Pushing to %1.</source>
        <translation>Wird an %1 übertragen.</translation>
    </message>
    <message>
        <source>Paused. Nothing new leaves until you choose Resume.</source>
        <translation>Pausiert. Nichts Neues wird gesendet, bis Sie „Fortsetzen“ wählen.</translation>
    </message>
    <message>
        <source>Cancelled. What had not left stays as it was.</source>
        <translation>Abgebrochen. Was noch nicht gesendet war, bleibt, wie es war.</translation>
    </message>
    <message>
        <source>%1 is disconnected. Connect it first, with Edit Connection.</source>
        <translation>%1 ist getrennt. Verbinden Sie es zuerst, über „Verbindung bearbeiten“.</translation>
    </message>
    <message>
        <source>%1 is paused. Choose Resume Sync first.</source>
        <translation>%1 ist pausiert. Wählen Sie zuerst „Abgleich fortsetzen“.</translation>
    </message>
    <message>
        <source>Two-way sync with %1 is off. Enable it first, in Sync Settings.</source>
        <translation>Der Abgleich mit %1 in beide Richtungen ist aus. Schalten Sie ihn zuerst in den Sync-Einstellungen ein.</translation>
    </message>
    <message>
        <source>Finished: %1.</source>
        <translation>Fertig: %1.</translation>
    </message>
</context>
<context>
    <name>tandem::PushPlan</name>
    <message>
        <source>It is no longer in %1.</source>
        <translation>Der Datensatz ist nicht mehr in %1.</translation>
    </message>
</context>
<context>
    <name>tandem::PushPreview</name>
    <message>
        <source>The preview was stopped. Nothing was written.</source>
        <translation>Die Vorschau wurde angehalten. Geschrieben wurde nichts.</translation>
    </message>
</context>
<context>
    <name>tandem::Pusher</name>
    <message>
        <source>It is no longer in %1.</source>
        <translation>Der Datensatz ist nicht mehr in %1.</translation>
    </message>
    <message>
        <source>Changed here and in %1; choose which to keep.</source>
        <translation>Hier und in %1 geändert; wählen Sie, was gelten soll.</translation>
    </message>
    <message>
        <source>Created in %1.</source>
        <translation>In %1 angelegt.</translation>
    </message>
    <message>
        <source>Pushed %1 to %2.</source>
        <translation>%1 an %2 übertragen.</translation>
    </message>
    <message>
        <source>%1 answered that all is well, but kept its own value of %2.</source>
        <translation>%1 hat Erfolg gemeldet, aber den eigenen Wert von %2 behalten.</translation>
    </message>
    <message>
        <source>Found in %1 and linked, not made a second time.</source>
        <translation>In %1 gefunden und verknüpft, nicht ein zweites Mal angelegt.</translation>
    </message>
    <message>
        <source>Tandem is closing.</source>
        <translation>Tandem wird beendet.</translation>
    </message>
    <message>
        <source>%1 has several records that match this one. Choose under Manage Data &gt; Needs a decision.</source>
        <translation>%1 hat mehrere Datensätze, die zu diesem passen. Wählen Sie unter Daten verwalten &gt; Zu entscheiden.</translation>
    </message>
    <message>
        <source>%1 may have this record already, but it was changed there. Choose under Manage Data &gt; Needs a decision.</source>
        <translation>%1 hat diesen Datensatz vielleicht schon, aber er wurde dort geändert. Wählen Sie unter Daten verwalten &gt; Zu entscheiden.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordCsv</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Changed (UTC)</source>
        <translation>Geändert (UTC)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordForm</name>
    <message>
        <source>%1 *</source>
        <comment>label of a field that must be filled</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>%1 comes from %2 and can only be changed there, because two-way sync is off.</source>
        <translation>Das Feld „%1“ kommt aus %2 und lässt sich nur dort ändern, weil der Zwei-Wege-Abgleich aus ist.</translation>
    </message>
    <message>
        <source>%1 only comes in from %2; change it there.</source>
        <translation>Das Feld „%1“ kommt nur aus %2; ändern Sie es dort.</translation>
    </message>
    <message>
        <source>Syncs both ways with %1, where it is “%2”.</source>
        <translation>Wird in beide Richtungen mit %1 abgeglichen und heißt dort „%2“.</translation>
    </message>
    <message>
        <source>%1 needs it.</source>
        <translation>%1 benötigt dieses Feld.</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Meanwhile it was changed to “%1”. Saving keeps what you typed.</source>
        <translation>Inzwischen wurde der Wert in „%1“ geändert. Beim Speichern bleibt Ihre Eingabe erhalten.</translation>
    </message>
    <message>
        <source>Only goes out to %1, where it is “%2”.</source>
        <translation>Wird nur an %1 übertragen und heißt dort „%2“.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordList</name>
    <message>
        <source>Filter by state</source>
        <translation>Nach Zustand filtern</translation>
    </message>
    <message>
        <source>Show only records in one state</source>
        <translation>Nur Datensätze in einem Zustand anzeigen</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Records with “%1”</source>
        <translation>Datensätze mit „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation><numerusform>%Ln Datensatz</numerusform><numerusform>%Ln Datensätze</numerusform></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>42 records · 1 waiting</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation><numerusform>%Ln wartend</numerusform><numerusform>%Ln wartend</numerusform></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Choose between values that were changed on both sides</source>
        <translation>Zwischen Werten wählen, die auf beiden Seiten geändert wurden</translation>
    </message>
</context>
<context>
    <name>tandem::RecordPage</name>
    <message>
        <source>There is no field "%1" to filter or sort by.</source>
        <translation>Es gibt kein Feld „%1“, nach dem sich filtern oder sortieren lässt.</translation>
    </message>
    <message>
        <source>"%1" is not an id.</source>
        <translation>„%1“ ist keine Kennung.</translation>
    </message>
    <message>
        <source>"%1" is neither true nor false.</source>
        <translation>„%1“ ist weder true noch false.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordPane</name>
    <message>
        <source>No record selected</source>
        <translation>Kein Datensatz ausgewählt</translation>
    </message>
    <message>
        <source>Choose a record in the list to see and edit it.</source>
        <translation>Wählen Sie einen Datensatz in der Liste, um ihn zu sehen und zu bearbeiten.</translation>
    </message>
    <message>
        <source>PSA sync status</source>
        <translation>PSA-Abgleichstatus</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Let go of the changes that are not saved</source>
        <translation>Nicht gespeicherte Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save this record (Ctrl+S)</source>
        <translation>Diesen Datensatz speichern (Strg+S)</translation>
    </message>
    <message>
        <source>No record is selected.</source>
        <translation>Kein Datensatz ist ausgewählt.</translation>
    </message>
    <message>
        <source>It syncs with %1. Disable its sync first, then it can be deleted here.</source>
        <translation>Er wird mit %1 abgeglichen. Deaktivieren Sie zuerst seinen Abgleich, dann lässt er sich hier löschen.</translation>
    </message>
    <message>
        <source>New Organization</source>
        <translation>Neue Organisation</translation>
    </message>
    <message>
        <source>New Location</source>
        <translation>Neuer Standort</translation>
    </message>
    <message>
        <source>New Contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>New Configuration</source>
        <translation>Neue Konfiguration</translation>
    </message>
    <message>
        <source>%1 ●</source>
        <comment>title of a record with unsaved changes</comment>
        <translation>%1 ●</translation>
    </message>
    <message>
        <source>%1 (unsaved changes)</source>
        <translation>%1 (ungespeicherte Änderungen)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind · organization</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Delete this record from Tandem</source>
        <translation>Diesen Datensatz aus Tandem löschen</translation>
    </message>
    <message>
        <source>Nothing has changed, so there is nothing to save.</source>
        <translation>Nichts hat sich geändert, also gibt es nichts zu speichern.</translation>
    </message>
    <message>
        <source>It is not saved yet: please correct the fields that are marked.</source>
        <translation>Noch nicht gespeichert: Bitte korrigieren Sie die markierten Felder.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Delete Record</source>
        <translation>Datensatz löschen</translation>
    </message>
    <message>
        <source>Delete “%1” from Tandem?</source>
        <translation>„%1“ aus Tandem löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone. Nothing is deleted in any PSA.</source>
        <translation>Das lässt sich nicht rückgängig machen. In keinem PSA wird etwas gelöscht.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Active Directory</source>
        <translation>Active Directory</translation>
    </message>
</context>
<context>
    <name>tandem::RecordPicker</name>
    <message>
        <source>Type to search…</source>
        <translation>Zum Suchen tippen …</translation>
    </message>
    <message>
        <source>There is no record called “%1” here. Choose one of the list.</source>
        <translation>Hier gibt es keinen Datensatz namens „%1“. Wählen Sie einen aus der Liste.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordQuery</name>
    <message>
        <source>Choose a kind of record to filter by "%1".</source>
        <translation>Wählen Sie eine Art von Datensätzen, um nach „%1“ zu filtern.</translation>
    </message>
    <message>
        <source>A record of this kind has no field "%1".</source>
        <translation>Datensätze dieser Art haben kein Feld „%1“.</translation>
    </message>
    <message>
        <source>"%1" is either true or false.</source>
        <translation>„%1“ ist entweder true oder false.</translation>
    </message>
    <message>
        <source>A newer question took its place.</source>
        <translation>Eine neuere Abfrage hat diese abgelöst.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Disabled in Sync Settings: %1</source>
        <translation>In den Abgleicheinstellungen ausgeschaltet: %1</translation>
    </message>
</context>
<context>
    <name>tandem::RecordService</name>
    <message>
        <source>There is no %1 %2.</source>
        <translation>Es gibt keinen Datensatz %2 der Art „%1“.</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>Angelegt.</translation>
    </message>
    <message>
        <source>Changed here.</source>
        <translation>Hier geändert.</translation>
    </message>
    <message>
        <source>"%1" is syncing, so it cannot be deleted. Disable its sync first.</source>
        <translation>„%1“ wird abgeglichen und lässt sich daher nicht löschen. Deaktivieren Sie zuerst den Abgleich.</translation>
    </message>
    <message>
        <source>A %1 has no field "%2".</source>
        <translation>Datensätze der Art „%1“ haben kein Feld „%2“.</translation>
    </message>
    <message>
        <source>%1 has no value with the id %2.</source>
        <translation>Für das Feld „%1“ gibt es keinen Wert mit der Kennung %2.</translation>
    </message>
    <message>
        <source>%1: there is no %2 with the id %3.</source>
        <translation>%1: Es gibt keinen Datensatz der Art „%2“ mit der Kennung %3.</translation>
    </message>
    <message>
        <source>An organization cannot be its own parent.</source>
        <translation>Eine Organisation kann nicht sich selbst übergeordnet sein.</translation>
    </message>
    <message>
        <source>"%1" belongs to another organization.</source>
        <translation>„%1“ gehört zu einer anderen Organisation.</translation>
    </message>
    <message>
        <source>%1 comes from %2 and can only be changed there, because two-way sync is off.</source>
        <translation>Das Feld „%1“ kommt aus %2 und lässt sich nur dort ändern, weil der Zwei-Wege-Abgleich aus ist.</translation>
    </message>
    <message>
        <source>%1 only comes in from %2; change it there.</source>
        <translation>Das Feld „%1“ kommt nur aus %2; ändern Sie es dort.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordSource</name>
    <message>
        <source>Made by hand</source>
        <translation>Von Hand angelegt</translation>
    </message>
    <message>
        <source>CSV import</source>
        <translation>CSV-Import</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnisdienst</translation>
    </message>
    <message>
        <source>IT Glue import</source>
        <translation>IT-Glue-Import</translation>
    </message>
    <message>
        <source>PSA</source>
        <translation>PSA</translation>
    </message>
</context>
<context>
    <name>tandem::RecordStore</name>
    <message>
        <source>The state file %1 cannot be written: %2</source>
        <translation>Die Zustandsdatei %1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2</source>
        <translation>Das Journal %1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>The state file %1 cannot be read: %2</source>
        <translation>Die Zustandsdatei %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 was not written by this practice PSA. Name another file, or delete this one.</source>
        <translation>%1 stammt nicht von diesem Übungs-PSA. Nennen Sie eine andere Datei oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>The state file %1 is damaged. Name another file, or delete this one.</source>
        <translation>Die Zustandsdatei %1 ist beschädigt. Nennen Sie eine andere Datei oder löschen Sie diese.</translation>
    </message>
    <message>
        <source>The value of "%1" is not of the right kind.</source>
        <translation>Der Wert von „%1“ ist nicht von der richtigen Art.</translation>
    </message>
    <message>
        <source>There is no record %1.</source>
        <translation>Es gibt keinen Datensatz %1.</translation>
    </message>
    <message>
        <source>A record of this kind has no field "%1".</source>
        <translation>Datensätze dieser Art haben kein Feld „%1“.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordSync</name>
    <message>
        <source>Both sides had changed; settled as Sync Settings of %1 say.</source>
        <translation>Beide Seiten hatten sich geändert; nach den Abgleicheinstellungen von %1 entschieden.</translation>
    </message>
    <message>
        <source>Changed in %1 by %2.</source>
        <translation>In %1 von %2 geändert.</translation>
    </message>
    <message>
        <source>Changed in %1.</source>
        <translation>In %1 geändert.</translation>
    </message>
    <message>
        <source>Tandem cannot push to %1 yet.</source>
        <translation>Tandem kann noch nicht an %1 übertragen.</translation>
    </message>
    <message>
        <source>%1 had a value that Tandem had not read before; settled as its Sync Settings say.</source>
        <translation>%1 hatte einen Wert, den Tandem noch nicht gelesen hatte; nach den Abgleicheinstellungen entschieden.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>PSA</source>
        <translation>PSA</translation>
    </message>
    <message>
        <source>%1 (unsaved changes)</source>
        <translation>%1 (ungespeicherte Änderungen)</translation>
    </message>
    <message>
        <source>Has changes that are not saved yet.</source>
        <translation>Enthält noch nicht gespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Warum nicht?</translation>
    </message>
</context>
<context>
    <name>tandem::ReviewSettingsPage</name>
    <message>
        <source>Start the first sync &amp;now</source>
        <translation>Den ersten Abgleich &amp;jetzt starten</translation>
    </message>
    <message>
        <source>Choose What Syncs</source>
        <translation>Wählen Sie, was abgeglichen wird</translation>
    </message>
    <message>
        <source>The integration is connected. Nothing is fetched before you finish here.</source>
        <translation>Die Integration ist verbunden. Abgeholt wird erst etwas, wenn Sie hier fertig sind.</translation>
    </message>
    <message>
        <source>Otherwise the integration stays paused until you choose Resume Sync.</source>
        <translation>Sonst bleibt die Integration pausiert, bis Sie „Abgleich fortsetzen“ wählen.</translation>
    </message>
</context>
<context>
    <name>tandem::Role</name>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>May do everything.</source>
        <translation>Darf alles.</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>May change and delete records, and change lists.</source>
        <translation>Darf Datensätze ändern und löschen sowie Listen ändern.</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>Creator</translation>
    </message>
    <message>
        <source>May create and change records, and delete none.</source>
        <translation>Darf Datensätze anlegen und ändern, aber keine löschen.</translation>
    </message>
    <message>
        <source>Lite</source>
        <translation>Lite</translation>
    </message>
    <message>
        <source>May read, and change nothing.</source>
        <translation>Darf lesen, aber nichts ändern.</translation>
    </message>
</context>
<context>
    <name>tandem::Salvage</name>
    <message>
        <source>%1 could not be renamed to %2: %3</source>
        <translation>%1 konnte nicht in %2 umbenannt werden: %3</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The salvaged database is not sound. Nothing was changed.</source>
        <translation>Die gerettete Datenbank ist nicht in Ordnung. Nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>The damaged database was salvaged; %n row(s) are lost.</source>
        <translation><numerusform>Die beschädigte Datenbank wurde gerettet; %n Zeile ist verloren.</numerusform><numerusform>Die beschädigte Datenbank wurde gerettet; %n Zeilen sind verloren.</numerusform></translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Tandem. Update Tandem, then salvage it.</source>
        <translation>Die Datenbank %1 stammt von einem neueren Tandem. Aktualisieren Sie Tandem, und retten Sie sie dann.</translation>
    </message>
    <message>
        <source>%1 is not a database of Tandem, so there is nothing in it to salvage. Move it away or choose another file.</source>
        <translation>%1 ist keine Datenbank von Tandem, also ist darin nichts zu retten. Verschieben Sie sie, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Integration %1</source>
        <translation>Integration %1</translation>
    </message>
    <message>
        <source>The database was damaged, and it is not known whether the PSA has this record. Start a sync, look for it there, then retry.</source>
        <translation>Die Datenbank war beschädigt, und es ist nicht bekannt, ob das PSA diesen Datensatz hat. Starten Sie einen Abgleich, suchen Sie ihn dort, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Edits that wait to be pushed</source>
        <translation>Änderungen, die auf die Übertragung warten</translation>
    </message>
    <message>
        <source>Ties to records of a PSA</source>
        <translation>Verknüpfungen mit Datensätzen eines PSA</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Open decisions</source>
        <translation>Offene Entscheidungen</translation>
    </message>
    <message>
        <source>Lines of the history and the log</source>
        <translation>Zeilen des Verlaufs und des Protokolls</translation>
    </message>
    <message>
        <source>List values</source>
        <translation>Listenwerte</translation>
    </message>
    <message>
        <source>Other data</source>
        <translation>Andere Daten</translation>
    </message>
    <message>
        <source>%1 no. %2</source>
        <comment>kind, number</comment>
        <translation>%1 Nr. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>what was changed is not known</source>
        <translation>was geändert wurde, ist nicht bekannt</translation>
    </message>
    <message>
        <source>• %1, for %2: %3</source>
        <comment>record, integration, values</comment>
        <translation>• %1, für %2: %3</translation>
    </message>
    <message>
        <source>• %1, for %2, by %3: %4</source>
        <comment>record, integration, person, values</comment>
        <translation>• %1, für %2, von %3: %4</translation>
    </message>
    <message>
        <source>Everything that was known to be in the database could be read.</source>
        <translation>Alles, was in der Datenbank bekannt war, konnte gelesen werden.</translation>
    </message>
    <message>
        <source>Most of it could be read, but not everything.</source>
        <translation>Das meiste konnte gelesen werden, aber nicht alles.</translation>
    </message>
    <message>
        <source>• %1: %2 kept</source>
        <translation>• %1: %2 behalten</translation>
    </message>
    <message>
        <source>• %1: %2 kept, %3 lost</source>
        <translation>• %1: %2 behalten, %3 verloren</translation>
    </message>
    <message>
        <source>Records that a PSA has come back with the next sync.</source>
        <translation>Datensätze, die ein PSA hat, kommen mit dem nächsten Abgleich zurück.</translation>
    </message>
    <message>
        <source>These edits were not pushed yet and have to be made again:</source>
        <translation>Diese Änderungen waren noch nicht übertragen und müssen noch einmal gemacht werden:</translation>
    </message>
    <message>
        <source>Paused until you have looked at their Sync Settings: %1</source>
        <translation>Pausiert, bis Sie die Sync-Einstellungen angesehen haben: %1</translation>
    </message>
    <message>
        <source>The damaged file was kept: %1</source>
        <translation>Die beschädigte Datei wurde behalten: %1</translation>
    </message>
</context>
<context>
    <name>tandem::Screenshots</name>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>Das Bild %1 konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>tandem::SecretStore</name>
    <message>
        <source>No credentials are stored for this integration. Enter them under Edit Connection.</source>
        <translation>Für diese Integration sind keine Zugangsdaten gespeichert. Geben Sie sie unter „Verbindung bearbeiten“ ein.</translation>
    </message>
    <message>
        <source>The system keychain did not open: %1</source>
        <translation>Der Schlüsselbund des Systems ließ sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>The system keychain refused to keep the credentials.</source>
        <translation>Der Schlüsselbund des Systems hat die Zugangsdaten nicht angenommen.</translation>
    </message>
    <message>
        <source>In an encrypted file of the profile: %1</source>
        <translation>In einer verschlüsselten Datei des Profils: %1</translation>
    </message>
    <message>
        <source>In the system keychain.</source>
        <translation>Im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>In memory, until the program ends.</source>
        <translation>Im Arbeitsspeicher, bis das Programm endet.</translation>
    </message>
</context>
<context>
    <name>tandem::SettingPicker</name>
    <message>
        <source>Type to search…</source>
        <translation>Zum Suchen tippen …</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>“%1” is not in the list. Choose one of its values.</source>
        <translation>„%1“ steht nicht in der Liste. Wählen Sie einen ihrer Werte.</translation>
    </message>
</context>
<context>
    <name>tandem::Sidebar</name>
    <message>
        <source>Organizations and views</source>
        <translation>Organisationen und Ansichten</translation>
    </message>
</context>
<context>
    <name>tandem::SidebarModel</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>Alle Datensätze</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>Configurations of Acme GmbH</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n record(s)</source>
        <translation><numerusform>%1, %n Datensatz</numerusform><numerusform>%1, %n Datensätze</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::StartProblem</name>
    <message>
        <source>Database: %1
Nothing in it was changed. Another folder can be chosen with tandem --data FOLDER.</source>
        <translation>Datenbank: %1
Darin wurde nichts geändert. Mit tandem --data ORDNER lässt sich ein anderer Ordner wählen.</translation>
    </message>
    <message>
        <source>&amp;Repair…</source>
        <translation>&amp;Reparieren …</translation>
    </message>
    <message>
        <source>Repairing the Database</source>
        <translation>Datenbank wird repariert</translation>
    </message>
    <message>
        <source>Everything that can be read goes into a new database.
This takes about as long as reading all of it anew.</source>
        <translation>Alles, was lesbar ist, kommt in eine neue Datenbank.
Das dauert etwa so lange, wie alles neu zu lesen.</translation>
    </message>
    <message>
        <source>The database could not be repaired. Everything is as it was.</source>
        <translation>Die Datenbank konnte nicht repariert werden. Alles ist, wie es war.</translation>
    </message>
    <message>
        <source>The Database Was Repaired</source>
        <translation>Die Datenbank wurde repariert</translation>
    </message>
    <message>
        <source>&amp;Start Tandem</source>
        <translation>Tandem &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Tandem cannot open its database</source>
        <translation>Tandem kann seine Datenbank nicht öffnen</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>tandem::StatusSentence</name>
    <message>
        <source>Two-way sync with %1 is off.</source>
        <translation>Der Zwei-Wege-Abgleich mit %1 ist aus.</translation>
    </message>
    <message>
        <source>Synced with %1.</source>
        <translation>Mit %1 abgeglichen.</translation>
    </message>
    <message>
        <source>Synced with %1 at %2.</source>
        <translation>Mit %1 abgeglichen: %2.</translation>
    </message>
    <message>
        <source>Record not yet pushed to %1. To trigger a push, try updating the record</source>
        <translation>Datensatz noch nicht an %1 übertragen. Bearbeiten Sie den Datensatz, um eine Übertragung auszulösen</translation>
    </message>
    <message>
        <source>Sync with %1 is paused. The change waits and leaves when sync is resumed.</source>
        <translation>Der Abgleich mit %1 ist pausiert. Die Änderung wartet und wird übertragen, sobald er fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Sync with %1 is disabled for this record.</source>
        <translation>Der Abgleich mit %1 ist für diesen Datensatz deaktiviert.</translation>
    </message>
    <message>
        <source>Disconnected from %1. It is kept here and no longer synced.</source>
        <translation>Von %1 getrennt. Der Datensatz bleibt hier erhalten und wird nicht mehr abgeglichen.</translation>
    </message>
    <message>
        <source>Waiting to be pushed to %1.</source>
        <translation>Wartet auf die Übertragung an %1.</translation>
    </message>
    <message>
        <source>Waiting to push %1 to %2.</source>
        <translation>Wartet auf die Übertragung an %2: %1.</translation>
    </message>
    <message>
        <source>Pushing to %1…</source>
        <translation>Wird an %1 übertragen …</translation>
    </message>
    <message>
        <source>Sent to %1, no answer came. Checking what it has before sending again.</source>
        <translation>An %1 gesendet, aber es kam keine Antwort. Vor dem erneuten Senden wird geprüft, was dort angekommen ist.</translation>
    </message>
    <message>
        <source>%1 did not take it (%2). Will retry.</source>
        <translation>%1 hat die Änderung nicht angenommen (%2). Neuer Versuch folgt.</translation>
    </message>
    <message>
        <source>%1 did not take it (%2). Will retry at %3.</source>
        <translation>%1 hat die Änderung nicht angenommen (%2). Neuer Versuch: %3.</translation>
    </message>
    <message>
        <source>No longer in %1, or its type no longer syncs. It is kept here.</source>
        <translation>Nicht mehr in %1, oder sein Typ wird nicht mehr abgeglichen. Hier bleibt der Datensatz erhalten.</translation>
    </message>
    <message>
        <source>Not pushed: %1</source>
        <translation>Nicht übertragen: %1</translation>
    </message>
    <message>
        <source>Changed here and in %1.</source>
        <translation>Hier und in %1 geändert.</translation>
    </message>
    <message>
        <source>%1 refused it: "%2"</source>
        <translation>%1 hat die Änderung abgelehnt: „%2“</translation>
    </message>
</context>
<context>
    <name>tandem::StatusText</name>
    <message>
        <source>%1: %2</source>
        <comment>integration: what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) waiting to be pushed</source>
        <translation><numerusform>%Ln Datensatz wartet auf Übertragung</numerusform><numerusform>%Ln Datensätze warten auf Übertragung</numerusform></translation>
    </message>
    <message>
        <source>next sync %1</source>
        <translation>nächster Abgleich %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>integration: its calls</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>tandem::SyncEngine</name>
    <message>
        <source>Tandem is closing.</source>
        <translation>Tandem wird beendet.</translation>
    </message>
</context>
<context>
    <name>tandem::SyncSettings</name>
    <message>
        <source>Default Account Manager</source>
        <translation>Standard-Account-Manager</translation>
    </message>
    <message>
        <source>Owns the companies that Tandem makes in Autotask. Autotask does not take an API-only user.</source>
        <translation>Ihm gehören die Firmen, die Tandem in Autotask anlegt. Autotask nimmt keinen reinen API-Benutzer.</translation>
    </message>
    <message>
        <source>Default phone</source>
        <translation>Standard-Telefonnummer</translation>
    </message>
    <message>
        <source>The phone number of companies that Tandem makes in Autotask, which requires one.</source>
        <translation>Die Telefonnummer der Firmen, die Tandem in Autotask anlegt; Autotask verlangt eine.</translation>
    </message>
    <message>
        <source>Billing code for new products</source>
        <translation>Abrechnungscode für neue Produkte</translation>
    </message>
    <message>
        <source>With it Tandem makes a product in Autotask for a manufacturer and model that has none yet.</source>
        <translation>Damit legt Tandem in Autotask ein Produkt für einen Hersteller und ein Modell an, zu denen es noch keines gibt.</translation>
    </message>
    <message>
        <source>Fallback product</source>
        <translation>Ersatzprodukt</translation>
    </message>
    <message>
        <source>The product of configurations whose manufacturer and model have none in Autotask, and for which none can be made.</source>
        <translation>Das Produkt von Konfigurationen, zu deren Hersteller und Modell es in Autotask keines gibt und für die keines angelegt werden kann.</translation>
    </message>
    <message>
        <source>%1 has %2 characters; at most %3 are possible.</source>
        <translation>%1 hat %2 Zeichen; höchstens %3 sind möglich.</translation>
    </message>
    <message>
        <source>%1 is not a phone number. Write one with digits.</source>
        <translation>%1 ist keine Telefonnummer. Schreiben Sie eine mit Ziffern.</translation>
    </message>
    <message>
        <source>%1: choose an active person who is not an API-only user, or refresh the lists.</source>
        <translation>%1: Wählen Sie eine aktive Person, die kein reiner API-Benutzer ist, oder lesen Sie die Listen neu.</translation>
    </message>
    <message>
        <source>%1: choose one from the list.</source>
        <translation>%1: Wählen Sie einen Eintrag aus der Liste.</translation>
    </message>
    <message>
        <source>Account manager</source>
        <translation>Kundenbetreuer</translation>
    </message>
    <message>
        <source>Manages the accounts that Tandem makes in %1, which requires one.</source>
        <translation>Betreut die Konten, die Tandem in %1 anlegt; dort ist einer Pflicht.</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>Geschäftsart</translation>
    </message>
    <message>
        <source>The business type of accounts that Tandem makes in %1, which requires one.</source>
        <translation>Die Geschäftsart der Konten, die Tandem in %1 anlegt; dort ist eine Pflicht.</translation>
    </message>
    <message>
        <source>Fill a missing phone with 000-000-0000</source>
        <translation>Fehlende Telefonnummer mit 000-000-0000 füllen</translation>
    </message>
    <message>
        <source>%1 takes no contact without a phone number. With this, one that has none is pushed with 000-000-0000 instead of being held.</source>
        <translation>%1 nimmt keinen Kontakt ohne Telefonnummer an. Hiermit wird einer ohne Nummer mit 000-000-0000 übertragen, statt zurückgehalten zu werden.</translation>
    </message>
    <message>
        <source>Allow the old interface (V1) for locations</source>
        <translation>Alte Schnittstelle (V1) für Standorte erlauben</translation>
    </message>
    <message>
        <source>The current interface of %1 cannot make or change locations, the old one can. The same user signs in to it.</source>
        <translation>Die heutige Schnittstelle von %1 kann keine Standorte anlegen oder ändern, die alte kann es. Derselbe Benutzer meldet sich dort an.</translation>
    </message>
    <message>
        <source>Other names of lookup tables</source>
        <translation>Andere Namen von Wertelisten</translation>
    </message>
    <message>
        <source>Only if lists stay empty: the names that the tables have in your %1, such as "email_type=Email Types, business_type=Industry".</source>
        <translation>Nur wenn Listen leer bleiben: die Namen, die die Tabellen in Ihrem %1 haben, etwa „email_type=Email Types, business_type=Industry“.</translation>
    </message>
    <message>
        <source>%1: write each as list=name, with commas between them, such as "email_type=Email Types, business_type=Industry".</source>
        <translation>%1: schreiben Sie jede als Liste=Name, durch Kommas getrennt, etwa „email_type=Email Types, business_type=Industry“.</translation>
    </message>
</context>
<context>
    <name>tandem::SyncSettingsDialog</name>
    <message>
        <source>Sync Settings – %1</source>
        <translation>Abgleicheinstellungen – %1</translation>
    </message>
    <message>
        <source>Discard the changes to these settings?</source>
        <translation>Änderungen an diesen Einstellungen verwerfen?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>tandem::SyncSettingsEditor</name>
    <message>
        <source>S&amp;how…</source>
        <translation>Anze&amp;igen …</translation>
    </message>
    <message>
        <source>Sync &amp;Settings</source>
        <translation>&amp;Abgleicheinstellungen</translation>
    </message>
    <message>
        <source>Two-Wa&amp;y Sync Settings</source>
        <translation>Einstellungen für den Zwei-Wege-A&amp;bgleich</translation>
    </message>
    <message>
        <source>Show the records that this change concerns</source>
        <translation>Die von dieser Änderung betroffenen Datensätze anzeigen</translation>
    </message>
    <message>
        <source>What this change does could not be counted. %1</source>
        <translation>Die Folgen dieser Änderung ließen sich nicht ermitteln. %1</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
    <message>
        <source>Reading the settings…</source>
        <translation>Die Einstellungen werden gelesen …</translation>
    </message>
    <message>
        <source>Counting what this change does…</source>
        <translation>Die Folgen dieser Änderung werden ermittelt …</translation>
    </message>
    <message>
        <source>This change makes no record syncable or orphaned.</source>
        <translation>Durch diese Änderung wird kein Datensatz neu abgeglichen und keiner verwaist.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) become syncable</source>
        <translation><numerusform>%n Datensatz wird künftig abgeglichen</numerusform><numerusform>%n Datensätze werden künftig abgeglichen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n become orphaned</source>
        <translation><numerusform>%n verwaist</numerusform><numerusform>%n verwaisen</numerusform></translation>
    </message>
    <message>
        <source>This change: %1 · %2</source>
        <translation>Diese Änderung: %1 · %2</translation>
    </message>
    <message>
        <source>Sync Settings</source>
        <translation>Abgleicheinstellungen</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) become orphaned by this change.</source>
        <translation><numerusform>Durch diese Änderung verwaist %n Datensatz.</numerusform><numerusform>Durch diese Änderung verwaisen %n Datensätze.</numerusform></translation>
    </message>
    <message>
        <source>They are kept in Tandem and in the PSA, but no longer sync.</source>
        <translation>Sie bleiben in Tandem und im PSA erhalten, werden aber nicht mehr abgeglichen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The settings were not saved. %1</source>
        <translation>Die Einstellungen wurden nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Settings of the integration</source>
        <translation>Einstellungen der Integration</translation>
    </message>
</context>
<context>
    <name>tandem::SyncState</name>
    <message>
        <source>Not syncing</source>
        <translation>Ohne Abgleich</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Not yet pushed</source>
        <translation>Noch nicht übertragen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Sync disabled</source>
        <translation>Abgleich deaktiviert</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>Wird übertragen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Will retry</source>
        <translation>Neuer Versuch folgt</translation>
    </message>
    <message>
        <source>Orphaned</source>
        <translation>Verwaist</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>tandem::SyncStatusSection</name>
    <message>
        <source>No PSA is connected. Connect one under Account &gt; New Integration.</source>
        <translation>Kein PSA ist verbunden. Verbinden Sie eines unter „Konto &gt; Neue Integration“.</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Open this record in %1's web page</source>
        <translation>Diesen Datensatz auf der Webseite von %1 öffnen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Read this record from %1 now</source>
        <translation>Diesen Datensatz jetzt von %1 abholen</translation>
    </message>
    <message>
        <source>Push now</source>
        <translation>Jetzt übertragen</translation>
    </message>
    <message>
        <source>Push this record as it is, as if it had been updated</source>
        <translation>Diesen Datensatz unverändert übertragen, als wäre er bearbeitet worden</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>The address of this record's page in the PSA is not known.</source>
        <translation>Die Adresse der Seite dieses Datensatzes im PSA ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No web browser could be opened for %1.</source>
        <translation>Für %1 konnte kein Webbrowser geöffnet werden.</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <comment>a field</comment>
        <translation>Zum Feld „%1“</translation>
    </message>
    <message>
        <source>Enable sync</source>
        <translation>Abgleich aktivieren</translation>
    </message>
    <message>
        <source>Disable sync with %1</source>
        <translation>Abgleich mit %1 deaktivieren</translation>
    </message>
    <message>
        <source>• %1</source>
        <comment>one of several reasons</comment>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Choose between the values of both sides</source>
        <translation>Zwischen den Werten beider Seiten wählen</translation>
    </message>
    <message>
        <source>Discard change</source>
        <translation>Änderung verwerfen</translation>
    </message>
    <message>
        <source>Put back what %1 has. The history keeps your values.</source>
        <translation>Zurückholen, was %1 hat. Der Verlauf behält Ihre Werte.</translation>
    </message>
</context>
<context>
    <name>tandem::Tandemctl</name>
    <message>
        <source>There is no integration called "%1". See: tandemctl integration list</source>
        <translation>Es gibt keine Integration namens „%1“. Siehe: tandemctl integration list</translation>
    </message>
    <message>
        <source>The credentials could not be read from standard input.</source>
        <translation>Die Zugangsdaten konnten nicht von der Standardeingabe gelesen werden.</translation>
    </message>
    <message>
        <source>Give the credentials with --secret-stdin or --secret-env.</source>
        <translation>Geben Sie die Zugangsdaten mit --secret-stdin oder --secret-env an.</translation>
    </message>
    <message>
        <source>The credentials are not one JSON object.</source>
        <translation>Die Zugangsdaten sind kein einzelnes JSON-Objekt.</translation>
    </message>
    <message>
        <source>The credential "%1" is not a text.</source>
        <translation>Die Angabe „%1“ der Zugangsdaten ist kein Text.</translation>
    </message>
    <message>
        <source>answers and accepts the credentials</source>
        <translation>antwortet und nimmt die Zugangsdaten an</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were refused; see: tandemctl push</source>
        <translation><numerusform>%n Datensatz wurde abgelehnt; siehe: tandemctl push</numerusform><numerusform>%n Datensätze wurden abgelehnt; siehe: tandemctl push</numerusform></translation>
    </message>
    <message>
        <source>less than 200 MB are free where the profile is; free some space</source>
        <translation>weniger als 200 MB sind am Ort des Profils frei; schaffen Sie Platz</translation>
    </message>
    <message>
        <source>enough space</source>
        <translation>genug Platz</translation>
    </message>
    <message>
        <source>no TLS library was found; install OpenSSL</source>
        <translation>keine TLS-Bibliothek gefunden; installieren Sie OpenSSL</translation>
    </message>
    <message>
        <source>this computer's clock is wrong; certificates will not be accepted</source>
        <translation>die Uhr dieses Computers geht falsch; Zertifikate werden nicht angenommen</translation>
    </message>
    <message>
        <source>%1, schema %2</source>
        <translation>%1, Schema %2</translation>
    </message>
    <message>
        <source>There is no %1 called "%2".</source>
        <translation>Es gibt keinen Datensatz der Art „%1“ namens „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are called "%1"; give the id.</source>
        <translation><numerusform>%n Datensatz heißt „%1“; geben Sie die Kennung an.</numerusform><numerusform>%n Datensätze heißen „%1“; geben Sie die Kennung an.</numerusform></translation>
    </message>
    <message>
        <source>%1 has no value "%2". It has: %3</source>
        <translation>Für das Feld „%1“ gibt es keinen Wert „%2“. Vorhanden: %3</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 muss true oder false sein.</translation>
    </message>
    <message>
        <source>%1 must be a JSON list such as [{"value":"a@b.example","label":"Work","primary":true}].</source>
        <translation>%1 muss eine JSON-Liste sein, zum Beispiel [{"value":"a@b.example","label":"Work","primary":true}].</translation>
    </message>
    <message>
        <source>"%1" is not field=value.</source>
        <translation>„%1“ hat nicht die Form Feld=Wert.</translation>
    </message>
    <message>
        <source>A %1 has no field "%2".</source>
        <translation>Datensätze der Art „%1“ haben kein Feld „%2“.</translation>
    </message>
    <message>
        <source>The PSA has no %1 "%2". It has: %3</source>
        <translation>Im PSA gibt es für %1 keinen Wert „%2“. Vorhanden: %3</translation>
    </message>
    <message>
        <source>"%1" is not key=value.</source>
        <translation>„%1“ hat nicht die Form Schlüssel=Wert.</translation>
    </message>
    <message>
        <source>interval is a number of minutes from 1 to 1440.</source>
        <translation>interval ist eine Anzahl Minuten von 1 bis 1440.</translation>
    </message>
    <message>
        <source>conflict is psa, tandem or ask.</source>
        <translation>conflict ist psa, tandem oder ask.</translation>
    </message>
    <message>
        <source>There is no setting "%1".</source>
        <translation>Es gibt keine Einstellung „%1“.</translation>
    </message>
    <message>
        <source>There is no platform "%1".</source>
        <translation>Es gibt keine Plattform „%1“.</translation>
    </message>
    <message>
        <source>Connected "%1".</source>
        <translation>„%1“ verbunden.</translation>
    </message>
    <message>
        <source>syncs</source>
        <translation>wird abgeglichen</translation>
    </message>
    <message>
        <source>"%1" answers and accepts the credentials.</source>
        <translation>„%1“ antwortet und nimmt die Zugangsdaten an.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pausiert.</translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation>Fortgesetzt.</translation>
    </message>
    <message>
        <source>Disconnected. Its records are kept.</source>
        <translation>Getrennt. Die Datensätze bleiben erhalten.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>Only SQLite databases can be used in this version: give a file name.</source>
        <translation>In dieser Version sind nur SQLite-Datenbanken möglich: Geben Sie einen Dateinamen an.</translation>
    </message>
    <message>
        <source>There is no command "%1". See: tandemctl --help</source>
        <translation>Es gibt keinen Befehl „%1“. Siehe: tandemctl --help</translation>
    </message>
    <message>
        <source>record list KIND [--where field=value]… [--state STATE] [--limit N] [--after ID]</source>
        <translation>record list KIND [--where field=value]… [--state STATE] [--limit N] [--after ID]</translation>
    </message>
    <message>
        <source>There is no state "%1".</source>
        <translation>Es gibt keinen Zustand „%1“.</translation>
    </message>
    <message>
        <source>--limit and --after take numbers.</source>
        <translation>--limit und --after verlangen Zahlen.</translation>
    </message>
    <message>
        <source>record create KIND field=value…</source>
        <translation>record create KIND field=value…</translation>
    </message>
    <message>
        <source>record set KIND ID field=value…</source>
        <translation>record set KIND ID field=value…</translation>
    </message>
    <message>
        <source>Deleted here. The PSA keeps its own.</source>
        <translation>Hier gelöscht. Im PSA bleibt der Datensatz erhalten.</translation>
    </message>
    <message>
        <source>The record is not in any PSA yet.</source>
        <translation>Der Datensatz ist noch in keinem PSA.</translation>
    </message>
    <message>
        <source>Name a record as KIND ID, such as: configuration 17</source>
        <translation>Nennen Sie einen Datensatz als KIND ID, zum Beispiel: configuration 17</translation>
    </message>
    <message>
        <source>There is no %1 %2.</source>
        <translation>Es gibt keinen Datensatz %2 der Art „%1“.</translation>
    </message>
    <message>
        <source>Nothing holds it.</source>
        <translation>Nichts hält den Datensatz zurück.</translation>
    </message>
    <message>
        <source>%1 done, %2 failed, %3 held in %4 s</source>
        <translation>%1 erledigt, %2 fehlgeschlagen, %3 zurückgehalten in %4 s</translation>
    </message>
    <message>
        <source>--since takes a time such as 2026-01-31T08:00:00Z.</source>
        <translation>--since verlangt einen Zeitpunkt wie 2026-01-31T08:00:00Z.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written.</source>
        <translation><numerusform>%n Vorgang geschrieben.</numerusform><numerusform>%n Vorgänge geschrieben.</numerusform></translation>
    </message>
    <message>
        <source>Signals cannot be watched.</source>
        <translation>Signale lassen sich nicht überwachen.</translation>
    </message>
    <message>
        <source>Working. Stop with SIGTERM.</source>
        <translation>In Betrieb. Beenden mit SIGTERM.</translation>
    </message>
    <message>
        <source>"%1" is not understood here.</source>
        <translation>„%1“ wird hier nicht verstanden.</translation>
    </message>
    <message>
        <source>%1 %2 %3, %4: "%5" in %6, "%7" in Tandem</source>
        <translation>%1 %2 %3, %4: „%5“ in %6, „%7“ in Tandem</translation>
    </message>
    <message>
        <source>match %1: %2 "%3" of %4 matches several</source>
        <translation>match %1: %2 „%3“ aus %4 passt zu mehreren</translation>
    </message>
    <message>
        <source>decide match NUMBER link N | create | leave</source>
        <translation>decide match NUMMER link N | create | leave</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>Geklärt.</translation>
    </message>
    <message>
        <source>Choose psa, tandem or both, not "%1".</source>
        <translation>Wählen Sie psa, tandem oder both, nicht „%1“.</translation>
    </message>
    <message>
        <source>"%1" was not changed on both sides.</source>
        <translation>„%1“ wurde nicht auf beiden Seiten geändert.</translation>
    </message>
    <message>
        <source>decide KIND ID psa|tandem|both | FIELD=psa|tandem|both… [--integration NAME]</source>
        <translation>decide ART ID psa|tandem|both | FELD=psa|tandem|both… [--integration NAME]</translation>
    </message>
    <message>
        <source>Nothing of this record waits for a decision.</source>
        <translation>Nichts an diesem Datensatz wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>reapply KIND ID FIELD [--event NUMBER]</source>
        <translation>reapply ART ID FELD [--event NUMMER]</translation>
    </message>
    <message>
        <source>No value of "%1" lost a conflict. Name a line of the history with --event.</source>
        <translation>Kein Wert von „%1“ unterlag in einem Konflikt. Nennen Sie mit --event eine Zeile des Verlaufs.</translation>
    </message>
    <message>
        <source>Another Tandem is open on this profile. Close it first.</source>
        <translation>Ein anderes Tandem ist auf diesem Profil geöffnet. Schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>%1: %2 kept, %3 lost</source>
        <translation>%1: %2 behalten, %3 verloren</translation>
    </message>
    <message>
        <source>An edit of %1 %2 by %3 could not be kept; the line with --json has its values.</source>
        <translation>Eine Änderung an %1 %2 von %3 konnte nicht behalten werden; die Zeile mit --json nennt ihre Werte.</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1. The next sync reads the rest from the PSA.</source>
        <translation>Die beschädigte Datei bleibt als %1. Der nächste Abgleich liest den Rest aus dem PSA.</translation>
    </message>
    <message>
        <source>%1 "tandemctl doctor --repair" sets the file aside and keeps all that can be read of it.</source>
        <translation>%1 „tandemctl doctor --repair“ legt die Datei beiseite und behält alles, was lesbar ist.</translation>
    </message>
    <message>
        <source>damaged: %1. "tandemctl doctor --repair" sets the file aside and keeps all that can be read of it.</source>
        <translation>beschädigt: %1. „tandemctl doctor --repair“ legt die Datei beiseite und behält alles, was lesbar ist.</translation>
    </message>
    <message>
        <source>The PSA has several of the name "%1" for %2.</source>
        <translation>Das PSA hat mehrere mit dem Namen „%1“ für %2.</translation>
    </message>
    <message>
        <source>record list|get|create|set|delete|history|sync|disable|enable|disconnect|reconnect|discard</source>
        <translation>record list|get|create|set|delete|history|sync|disable|enable|disconnect|reconnect|discard</translation>
    </message>
    <message>
        <source>"%1" is true or false, not "%2".</source>
        <translation>„%1“ ist true oder false, nicht „%2“.</translation>
    </message>
    <message>
        <source>There is no kind "%1". There are: organization, location, contact, configuration.</source>
        <translation>Eine Art „%1“ gibt es nicht. Es gibt: organization, location, contact, configuration.</translation>
    </message>
    <message>
        <source>Some are tried again later: run it again with --resume.</source>
        <translation>Einige werden später wieder versucht: Rufen Sie es mit --resume noch einmal auf.</translation>
    </message>
    <message>
        <source>There is nothing to resume. Start with --dry-run, then --confirm NAME.</source>
        <translation>Es gibt nichts fortzusetzen. Beginnen Sie mit --dry-run, dann --confirm NAME.</translation>
    </message>
    <message>
        <source>push-all takes an integration's name and one of --dry-run, --confirm NAME and --resume.</source>
        <translation>push-all nimmt den Namen einer Integration und eines von --dry-run, --confirm NAME und --resume.</translation>
    </message>
    <message>
        <source>Give the name of the integration, "%1", to --confirm.</source>
        <translation>Geben Sie --confirm den Namen der Integration: „%1“.</translation>
    </message>
    <message>
        <source>--port takes a number from 0 to 65535; 0 is any free one.</source>
        <translation>--port nimmt eine Zahl von 0 bis 65535; 0 ist ein beliebiger freier Port.</translation>
    </message>
    <message>
        <source>Serving the local API at %1. Stop with SIGTERM.</source>
        <translation>Die lokale API läuft unter %1. Mit SIGTERM beenden.</translation>
    </message>
    <message>
        <source>Name the key, such as: api key create "Backup script"</source>
        <translation>Benennen Sie den Schlüssel, etwa: api key create "Backup script"</translation>
    </message>
    <message>
        <source>--role is administrator, manager, editor, creator or lite.</source>
        <translation>--role ist administrator, manager, editor, creator oder lite.</translation>
    </message>
    <message>
        <source>Keep the key now: it is not shown again.</source>
        <translation>Bewahren Sie den Schlüssel jetzt auf: Er wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Name the key, such as: api key revoke "Backup script"</source>
        <translation>Nennen Sie den Schlüssel, etwa: api key revoke "Backup script"</translation>
    </message>
    <message>
        <source>There is no API key "%1" in use. See: tandemctl api key list</source>
        <translation>Es ist kein API-Schlüssel „%1“ in Gebrauch. Siehe: tandemctl api key list</translation>
    </message>
    <message>
        <source>"%1" is revoked.</source>
        <translation>„%1“ ist widerrufen.</translation>
    </message>
    <message>
        <source>api serve, or api key create, list or revoke. See: tandemctl --help</source>
        <translation>api serve oder api key create, list oder revoke. Siehe: tandemctl --help</translation>
    </message>
    <message>
        <source>The address of a directory is ldaps://SERVER, or ldap://SERVER for StartTLS.</source>
        <translation>Die Adresse eines Verzeichnisdienstes ist ldaps://SERVER oder für StartTLS ldap://SERVER.</translation>
    </message>
    <message>
        <source>There is no organization called "%1".</source>
        <translation>Es gibt keine Organisation namens „%1“.</translation>
    </message>
    <message>
        <source>Several organizations are called "%1". Give its number.</source>
        <translation>Mehrere Organisationen heißen „%1“. Geben Sie die Nummer an.</translation>
    </message>
    <message>
        <source>bind is simple or kerberos.</source>
        <translation>bind ist simple oder kerberos.</translation>
    </message>
    <message>
        <source>security is ldaps, starttls or kerberos.</source>
        <translation>security ist ldaps, starttls oder kerberos.</translation>
    </message>
    <message>
        <source>interval is a number of minutes from 0 (only when asked) to 1440.</source>
        <translation>interval ist eine Anzahl Minuten von 0 (nur auf Anforderung) bis 1440.</translation>
    </message>
    <message numerus="yes">
        <source>%1 [Directory] %2, %n contact(s) of %3</source>
        <translation><numerusform>%1 [Verzeichnisdienst] %2, %n Kontakt von %3</numerusform><numerusform>%1 [Verzeichnisdienst] %2, %n Kontakte von %3</numerusform></translation>
    </message>
    <message>
        <source>The directory accepts the sign-in, but the filter finds nobody.</source>
        <translation>Der Verzeichnisdienst nimmt die Anmeldung an, aber der Filter findet niemanden.</translation>
    </message>
    <message>
        <source>The directory accepts the sign-in, and the filter finds users.</source>
        <translation>Der Verzeichnisdienst nimmt die Anmeldung an, und der Filter findet Benutzer.</translation>
    </message>
    <message>
        <source>integration add directory --name NAME --url ldaps://SERVER --set base_dn=… --set organization=… (--secret-stdin | --secret-env VAR)</source>
        <translation>integration add directory --name NAME --url ldaps://SERVER --set base_dn=… --set organization=… (--secret-stdin | --secret-env VAR)</translation>
    </message>
    <message>
        <source>The server tells no base DN. Give it with --set base_dn=…</source>
        <translation>Der Server nennt keine Basis-DN. Geben Sie sie mit --set base_dn=… an.</translation>
    </message>
    <message>
        <source>Removed. Its contacts are kept.</source>
        <translation>Entfernt. Die Kontakte bleiben erhalten.</translation>
    </message>
    <message>
        <source>A directory has no lists of types and statuses.</source>
        <translation>Ein Verzeichnisdienst hat keine Listen der Typen und Status.</translation>
    </message>
    <message>
        <source>There is no kind "%1".</source>
        <translation>Es gibt keine Art „%1“.</translation>
    </message>
    <message>
        <source>The direction is both, in or out.</source>
        <translation>Die Richtung ist both, in oder out.</translation>
    </message>
    <message>
        <source>Several custom fields are called "%1": %2</source>
        <translation>Mehrere benutzerdefinierte Felder heißen „%1“: %2</translation>
    </message>
    <message>
        <source>It travels no longer. Its values stay in Tandem and in the PSA.</source>
        <translation>Es wird nicht mehr ausgetauscht. Seine Werte bleiben in Tandem und im PSA.</translation>
    </message>
    <message>
        <source>integration fields NAME [--kind KIND] | offered --kind KIND | add --kind KIND --remote FIELD [--label LABEL] [--direction both|in|out] | remove FIELD</source>
        <translation>integration fields NAME [--kind KIND] | offered --kind KIND | add --kind KIND --remote FIELD [--label LABEL] [--direction both|in|out] | remove FIELD</translation>
    </message>
    <message>
        <source>%1  %2  %3  %4: %5 created, %6 updated, %7 skipped, %8 failed</source>
        <translation>%1  %2  %3  %4: %5 angelegt, %6 aktualisiert, %7 übersprungen, %8 fehlgeschlagen</translation>
    </message>
    <message>
        <source>import undo takes the number of an import, as import list shows it.</source>
        <translation>import undo nimmt die Nummer eines Imports, wie import list sie zeigt.</translation>
    </message>
    <message>
        <source>%1 removed, %2 restored, %3 kept</source>
        <translation>%1 entfernt, %2 wiederhergestellt, %3 behalten</translation>
    </message>
    <message>
        <source>import knows: %1.</source>
        <translation>import kennt: %1.</translation>
    </message>
    <message>
        <source>The map %1 cannot be read: %2</source>
        <translation>Die Zuordnung %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The map %1 is no JSON object: %2</source>
        <translation>Die Zuordnung %1 ist kein JSON-Objekt: %2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>Row 1: %1</source>
        <translation>Zeile 1: %1</translation>
    </message>
    <message>
        <source>import csv takes a file and --kind organization, location, contact or configuration.</source>
        <translation>import csv nimmt eine Datei und --kind organization, location, contact oder configuration.</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 created, %2 updated, %3 skipped, %4 failed in %5 s</source>
        <translation>%1 angelegt, %2 aktualisiert, %3 übersprungen, %4 fehlgeschlagen in %5 s</translation>
    </message>
    <message>
        <source>Would be: %1</source>
        <translation>Es wären: %1</translation>
    </message>
    <message>
        <source>Import %1: %2</source>
        <translation>Import %1: %2</translation>
    </message>
    <message>
        <source>import directory takes the name of a directory: import directory NAME [--dry-run] [--full]</source>
        <translation>import directory nimmt den Namen eines Verzeichnisdienstes: import directory NAME [--dry-run] [--full]</translation>
    </message>
    <message>
        <source>%1 created, %2 updated, %3 unchanged, %4 removed there, %5 skipped, %6 failed in %7 s</source>
        <translation>%1 angelegt, %2 aktualisiert, %3 unverändert, %4 dort entfernt, %5 übersprungen, %6 fehlgeschlagen in %7 s</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>integration add PLATFORM --name NAME --url URL (--secret-stdin | --secret-env VAR) [--ca-file FILE]</source>
        <translation>integration add PLATFORM --name NAME --url URL (--secret-stdin | --secret-env VAR) [--ca-file FILE]</translation>
    </message>
    <message>
        <source>integration add|list|show|settings|types|fields|test|pause|resume|disconnect</source>
        <translation>integration add|list|show|settings|types|fields|test|pause|resume|disconnect</translation>
    </message>
    <message>
        <source>Name at least one kind, such as --kinds organization,contact</source>
        <translation>Nennen Sie mindestens eine Art, etwa --kinds organization,contact</translation>
    </message>
    <message>
        <source>Give the key with --secret-stdin or --secret-env, as {"api_key":"ITG.…"}.</source>
        <translation>Geben Sie den Schlüssel mit --secret-stdin oder --secret-env an, als {"api_key":"ITG.…"}.</translation>
    </message>
    <message>
        <source>The credentials lack "api_key".</source>
        <translation>Den Zugangsdaten fehlt „api_key“.</translation>
    </message>
    <message>
        <source>The import that goes on reads %1.</source>
        <translation>Der Import, der weitergeht, liest %1.</translation>
    </message>
    <message>
        <source>Say where the account is: --url us, eu, au or an address.</source>
        <translation>Sagen Sie, wo das Konto ist: --url us, eu, au oder eine Adresse.</translation>
    </message>
    <message>
        <source>import itglue --url us|eu|au|URL (--secret-stdin|--secret-env VAR) [--kinds …] [--types …] [--dry-run] [--remember], or import itglue --resume</source>
        <translation>import itglue --url us|eu|au|URL (--secret-stdin|--secret-env VAR) [--kinds …] [--types …] [--dry-run] [--remember] oder import itglue --resume</translation>
    </message>
    <message>
        <source>No import from IT Glue was stopped or interrupted.</source>
        <translation>Kein Import aus IT Glue wurde angehalten oder unterbrochen.</translation>
    </message>
</context>
<context>
    <name>tandem::TenantField</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text of several lines</source>
        <translation>mehrzeiliger Text</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
</context>
<context>
    <name>tandem::TwoWaySettingsPage</name>
    <message>
        <source>Enable &amp;two-way sync</source>
        <translation>Zwei-We&amp;ge-Abgleich einschalten</translation>
    </message>
    <message>
        <source>&amp;Push new contacts from Active Directory</source>
        <translation>&amp;Neue Kontakte aus Active Directory übertragen</translation>
    </message>
    <message>
        <source>Edits that are saved in Tandem go to %1 at once. Records that exist already are not pushed until you edit them.</source>
        <translation>In Tandem gespeicherte Änderungen gehen sofort an %1. Bereits vorhandene Datensätze werden erst übertragen, wenn Sie sie bearbeiten.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>E&amp;mail Type:</source>
        <translation>E-&amp;Mail-Typ:</translation>
    </message>
    <message>
        <source>P&amp;hone Type:</source>
        <translation>Tele&amp;fontyp:</translation>
    </message>
    <message>
        <source>New contacts get their email address and phone number under these types of %1.</source>
        <translation>Neue Kontakte erhalten ihre E-Mail-Adresse und Telefonnummer unter diesen Typen von %1.</translation>
    </message>
    <message>
        <source>When both sides changed a field</source>
        <translation>Wenn beide Seiten ein Feld geändert haben</translation>
    </message>
    <message>
        <source>%1 &amp;wins. The value of Tandem stays in the record's history.</source>
        <translation>%1 ge&amp;winnt. Der Wert aus Tandem bleibt im Verlauf des Datensatzes.</translation>
    </message>
    <message>
        <source>T&amp;andem wins. The value of %1 stays in the record's history.</source>
        <translation>Tan&amp;dem gewinnt. Der Wert aus %1 bleibt im Verlauf des Datensatzes.</translation>
    </message>
    <message>
        <source>As&amp;k me. The record waits until somebody has chosen.</source>
        <translation>Nac&amp;hfragen. Der Datensatz wartet, bis jemand entschieden hat.</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>%1 (not in %2)</source>
        <comment>a chosen type that a PSA no longer has</comment>
        <translation>%1 (nicht in %2)</translation>
    </message>
</context>
<context>
    <name>tandem::TypesDialog</name>
    <message>
        <source>Types and Statuses</source>
        <translation>Typen und Status</translation>
    </message>
    <message>
        <source>&amp;List:</source>
        <translation>&amp;Liste:</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtern …</translation>
    </message>
    <message>
        <source>Filter of the values</source>
        <translation>Filter der Werte</translation>
    </message>
    <message>
        <source>&amp;Sync Settings…</source>
        <translation>&amp;Abgleicheinstellungen …</translation>
    </message>
    <message>
        <source>Chooses which values sync</source>
        <translation>Wählt, welche Werte abgeglichen werden</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Values and whether they sync</source>
        <translation>Werte und ob sie abgleichen</translation>
    </message>
    <message>
        <source>The values cannot be read. %1</source>
        <translation>Die Werte können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Enabled values are ticked in Sync Settings; records with a disabled one do not sync. Make new values in the PSA: they come in with the next sync.</source>
        <translation>Eingeschaltete Werte sind in den Sync-Einstellungen angehakt; Datensätze mit einem abgeschalteten gleichen nicht ab. Legen Sie neue Werte im PSA an: Sie kommen mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>These values are not ticked in Sync Settings: records can use all that the PSA has. Make new values in the PSA: they come in with the next sync.</source>
        <translation>Diese Werte werden in den Sync-Einstellungen nicht angehakt: Datensätze können alle verwenden, die das PSA hat. Legen Sie neue Werte im PSA an: Sie kommen mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>This list is empty</source>
        <translation>Diese Liste ist leer</translation>
    </message>
    <message>
        <source>Connect a PSA or start a sync, and its values come in. Values that you type in a record are listed here too.</source>
        <translation>Verbinden Sie ein PSA, oder starten Sie einen Abgleich, dann kommen seine Werte. Werte, die Sie in einem Datensatz eingeben, stehen auch hier.</translation>
    </message>
    <message>
        <source>No value matches</source>
        <translation>Kein Wert passt</translation>
    </message>
    <message>
        <source>Change the filter or clear it.</source>
        <translation>Ändern oder löschen Sie den Filter.</translation>
    </message>
</context>
<context>
    <name>tandem::ValueBox</name>
    <message>
        <source>(blank)</source>
        <translation>(leer)</translation>
    </message>
</context>
<context>
    <name>tandem::Vault</name>
    <message>
        <source>The credentials could not be kept in %1: %2</source>
        <translation>Die Zugangsdaten konnten nicht in %1 gespeichert werden: %2</translation>
    </message>
    <message>
        <source>No credentials are stored for this integration. Enter them under Edit Connection.</source>
        <translation>Für diese Integration sind keine Zugangsdaten gespeichert. Geben Sie sie unter „Verbindung bearbeiten“ ein.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is damaged. Enter the credentials again.</source>
        <translation>%1 ist beschädigt. Geben Sie die Zugangsdaten erneut ein.</translation>
    </message>
    <message>
        <source>The vault %1 does not open with this passphrase or key.</source>
        <translation>Der Tresor %1 lässt sich mit dieser Passphrase oder diesem Schlüssel nicht öffnen.</translation>
    </message>
    <message>
        <source>The encryption library could not be started.</source>
        <translation>Die Verschlüsselungsbibliothek konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>There is not enough memory to open the vault.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um den Tresor zu öffnen.</translation>
    </message>
    <message>
        <source>The vault %1 needs its passphrase; give it in TANDEM_VAULT_PASSPHRASE.</source>
        <translation>Der Tresor %1 braucht seine Passphrase; geben Sie sie in TANDEM_VAULT_PASSPHRASE an.</translation>
    </message>
</context>
<context>
    <name>tandem::practice</name>
    <message>
        <source>Port to listen on; 0 for any.</source>
        <translation>Port, auf dem gelauscht wird; 0 für einen beliebigen.</translation>
    </message>
    <message>
        <source>Seed of the records and faults.</source>
        <translation>Startwert für Datensätze und Störungen.</translation>
    </message>
    <message>
        <source>How many.</source>
        <translation>Anzahl.</translation>
    </message>
    <message>
        <source>How many in all.</source>
        <translation>Gesamtzahl.</translation>
    </message>
    <message>
        <source>Milliseconds before every answer.</source>
        <translation>Millisekunden vor jeder Antwort.</translation>
    </message>
    <message>
        <source>Keep the records in this file.</source>
        <translation>Die Datensätze in dieser Datei aufbewahren.</translation>
    </message>
    <message>
        <source>Fault rules, a JSON array.</source>
        <translation>Störungsregeln, ein JSON-Array.</translation>
    </message>
    <message>
        <source>Habits to have, separated by commas; none for none.</source>
        <translation>Gewünschte Eigenarten, durch Kommas getrennt; none für keine.</translation>
    </message>
    <message>
        <source>HTTPS: certificate, then key.</source>
        <translation>HTTPS: Zertifikat, dann Schlüssel.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The certificate or its key is not in PEM form.</source>
        <translation>Das Zertifikat oder sein Schlüssel liegt nicht im PEM-Format vor.</translation>
    </message>
    <message>
        <source>Only the lists of types and statuses, no records.</source>
        <translation>Nur die Listen der Typen und Status, keine Datensätze.</translation>
    </message>
    <message>
        <source>--tls needs a certificate and a key: --tls CERT KEY</source>
        <translation>--tls braucht ein Zertifikat und einen Schlüssel: --tls CERT KEY</translation>
    </message>
    <message>
        <source>Name one platform, such as: practice connectwise</source>
        <translation>Nennen Sie eine Plattform, zum Beispiel: practice connectwise</translation>
    </message>
    <message>
        <source>--%1 needs a number from 0 to %2.</source>
        <translation>--%1 braucht eine Zahl von 0 bis %2.</translation>
    </message>
    <message>
        <source>The file of fault rules must hold a JSON array.</source>
        <translation>Die Datei mit den Fehlerregeln muss ein JSON-Array enthalten.</translation>
    </message>
    <message>
        <source>The signals that end the server cannot be watched.</source>
        <translation>Die Signale, die den Server beenden, lassen sich nicht überwachen.</translation>
    </message>
    <message>
        <source>Standard output cannot be written.</source>
        <translation>In die Standardausgabe lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>There is no practice PSA "%1". There are: %2</source>
        <translation>Es gibt kein Übungs-PSA „%1“. Es gibt: %2</translation>
    </message>
    <message>
        <source>The practice IT Glue can only be read.</source>
        <translation>Das Übungs-IT-Glue kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>There is no quirk "%1". There is: calls:N/SECONDS</source>
        <translation>Die Eigenheit „%1“ gibt es nicht. Es gibt: calls:N/SECONDS</translation>
    </message>
    <message>
        <source>%1 is no state of a practice PSA.</source>
        <translation>%1 ist kein Zustand eines Übungs-PSA.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
</TS>
