<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
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
    <name>tandem::Badge</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tandem::CheckList</name>
    <message>
        <source>Filter…</source>
        <translation>Filtern&#xa0;…</translation>
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
        <source>Tandem does not support %1 yet. Use ConnectWise, or look for a newer Tandem.</source>
        <translation>Tandem unterstützt %1 noch nicht. Nutzen Sie ConnectWise oder suchen Sie nach einer neueren Version von Tandem.</translation>
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
        <source>The server&apos;s answer is not one of ConnectWise. Check whether a proxy or a sign-in page is in between.</source>
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
        <source>The API member lacks the right for this in ConnectWise. Ask your ConnectWise administrator to add it to the member&apos;s security role.</source>
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
        <source>There is no quirk &quot;%1&quot;. There are: %2.</source>
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
        <translation>%1 wird gefragt&#xa0;…</translation>
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
    <name>tandem::Database</name>
    <message>
        <source>The disk is full, so nothing was saved. Free some space and try again.</source>
        <translation>Der Datenträger ist voll, daher wurde nichts gespeichert. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The database %1 is damaged (%2). Nothing was deleted. Close Tandem, keep a copy of the file and put back the last good one.</source>
        <translation>Die Datenbank %1 ist beschädigt (%2). Gelöscht wurde nichts. Schließen Sie Tandem, bewahren Sie eine Kopie der Datei auf und stellen Sie die letzte unbeschädigte wieder her.</translation>
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
        <source>Qt&apos;s driver for SQLite is not installed. Install the package libqt6sql6-sqlite.</source>
        <translation>Der Qt-Treiber für SQLite ist nicht installiert. Installieren Sie das Paket libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The change was committed or given up already.</source>
        <translation>Die Änderung wurde bereits gespeichert oder verworfen.</translation>
    </message>
    <message>
        <source>Tandem is not installed completely: &quot;%1&quot; is missing or out of order. Install it again.</source>
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
        <source>There is an integration called &quot;%1&quot; already.</source>
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
        <source>A sync is running already.</source>
        <translation>Es läuft bereits ein Abgleich.</translation>
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
        <source>Sync enabled.</source>
        <translation>Abgleich aktiviert.</translation>
    </message>
    <message>
        <source>Sync disabled.</source>
        <translation>Abgleich deaktiviert.</translation>
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
    <name>tandem::FaultRules</name>
    <message>
        <source>There is no fault &quot;%1&quot;.</source>
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
        <source>&quot;%1&quot; is not an email address.</source>
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
</context>
<context>
    <name>tandem::FieldMap</name>
    <message>
        <source>The field map is wrong at %1: %2</source>
        <translation>Die Feldzuordnung ist fehlerhaft bei %1: %2</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;</source>
        <translation>unbekannter Schlüssel „%1“</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>ein solches Feld gibt es nicht</translation>
    </message>
    <message>
        <source>&quot;remote&quot; is missing</source>
        <translation>„remote“ fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not true or false</source>
        <translation>„%1“ ist nicht true oder false</translation>
    </message>
    <message>
        <source>unknown &quot;shape&quot; or &quot;direction&quot;</source>
        <translation>„shape“ oder „direction“ unbekannt</translation>
    </message>
    <message>
        <source>unknown &quot;normal&quot;</source>
        <translation>„normal“ unbekannt</translation>
    </message>
    <message>
        <source>unknown &quot;list&quot;</source>
        <translation>„list“ unbekannt</translation>
    </message>
    <message>
        <source>a gate needs a &quot;list&quot;</source>
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
        <source>&quot;collection&quot; or &quot;fields&quot; is missing</source>
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
        <source>&quot;max_length&quot; is not a length</source>
        <translation>„max_length“ ist keine Länge</translation>
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
</context>
<context>
    <name>tandem::FieldMappingDialog</name>
    <message>
        <source>Field Mapping – %1</source>
        <translation>Feldzuordnung – %1</translation>
    </message>
    <message>
        <source>These fields travel between Tandem and %1. A field that is not listed stays in Tandem.</source>
        <translation>Diese Felder werden zwischen Tandem und %1 ausgetauscht. Nicht aufgeführte Felder bleiben in Tandem.</translation>
    </message>
    <message>
        <source>Kinds of records</source>
        <translation>Arten von Datensätzen</translation>
    </message>
    <message>
        <source>The field mapping of %1 cannot be read. %2</source>
        <translation>Die Feldzuordnung von %1 lässt sich nicht lesen. %2</translation>
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
    <name>tandem::Gates</name>
    <message>
        <source>Enable &quot;%1&quot; in Sync Settings</source>
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
        <source>%1 &quot;%2&quot; is not set to sync.</source>
        <translation>%1 „%2“ ist nicht für den Abgleich ausgewählt.</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; of its organization is not set to sync.</source>
        <translation>%1 „%2“ der Organisation ist nicht für den Abgleich ausgewählt.</translation>
    </message>
    <message>
        <source>It waits for its organization &quot;%1&quot;, which is on its way to %2.</source>
        <translation>Der Datensatz wartet auf seine Organisation „%1“; deren Übertragung an %2 läuft noch.</translation>
    </message>
    <message>
        <source>Its organization &quot;%1&quot; is not in %2.</source>
        <translation>Seine Organisation „%1“ ist nicht in %2.</translation>
    </message>
    <message>
        <source>Open &quot;%1&quot;</source>
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
        <source>It waits for %1 &quot;%2&quot;, which is on its way to %3.</source>
        <translation>Der Datensatz wartet auf %1 „%2“; die Übertragung an %3 läuft noch.</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is not in %3.</source>
        <translation>%1 „%2“ ist nicht in %3.</translation>
    </message>
    <message>
        <source>%1 has no &quot;%2&quot; for %3.</source>
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
        <translation>
            <numerusform>%1 (und %n weiterer Grund)</numerusform>
            <numerusform>%1 (und %n weitere Gründe)</numerusform>
        </translation>
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
        <source>The certificate of %1 cannot be trusted, so nothing was sent. Check the address, the date of this computer, and whether a proxy intercepts the traffic.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen, daher wurde nichts gesendet. Prüfen Sie die Adresse, das Datum dieses Computers und ob ein Proxy den Datenverkehr abfängt.</translation>
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
        <translation>
            <numerusform>%1 hat nicht innerhalb von %n Sekunde geantwortet. Tandem versucht es von selbst erneut; prüfen Sie Ihr Netzwerk, wenn es dabei bleibt.</numerusform>
            <numerusform>%1 hat nicht innerhalb von %n Sekunden geantwortet. Tandem versucht es von selbst erneut; prüfen Sie Ihr Netzwerk, wenn es dabei bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The change was sent to %1, but no answer came back. Tandem looks there whether it arrived before it sends anything again.</source>
        <translation>Die Änderung wurde an %1 gesendet, aber es kam keine Antwort. Tandem prüft dort, ob sie angekommen ist, bevor es erneut etwas sendet.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
        <translation>&amp;Abgleicheinstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Logs…</source>
        <translation>P&amp;rotokoll&#xa0;…</translation>
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
        <translation>Feld&amp;zuordnung&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Edit Connection…</source>
        <translation>&amp;Verbindung bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen&#xa0;…</translation>
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
        <source>There is an integration named &quot;%1&quot; already. Choose another name.</source>
        <translation>Es gibt bereits eine Integration namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no integration %1.</source>
        <translation>Es gibt keine Integration %1.</translation>
    </message>
    <message>
        <source>There is no integration named &quot;%1&quot;.</source>
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
        <translation>
            <numerusform>%n wartend</numerusform>
            <numerusform>%n wartend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n zurückgehalten</numerusform>
            <numerusform>%n zurückgehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
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
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
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
</context>
<context>
    <name>tandem::IntegrationsDialog</name>
    <message>
        <source>&amp;New Integration…</source>
        <translation>&amp;Neue Integration&#xa0;…</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>The PSAs that Tandem holds in step with your documentation.</source>
        <translation>Die PSAs, die Tandem mit Ihrer Dokumentation abgleicht.</translation>
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
        <translation>
            <numerusform>%n Änderung, die noch nicht angekommen ist, wird nicht mehr gesendet.</numerusform>
            <numerusform>%n Änderungen, die noch nicht angekommen sind, werden nicht mehr gesendet.</numerusform>
        </translation>
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
</context>
<context>
    <name>tandem::LinkStore</name>
    <message>
        <source>Record %1 is not linked with this PSA.</source>
        <translation>Datensatz %1 ist nicht mit diesem PSA verknüpft.</translation>
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
        <source>&amp;Failures only</source>
        <translation>Nur &amp;Fehler</translation>
    </message>
    <message>
        <source>Logs – %1</source>
        <translation>Protokoll – %1</translation>
    </message>
    <message>
        <source>Search records, messages and request ids…</source>
        <translation>Datensätze, Meldungen und Anfragekennungen durchsuchen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation>&amp;Suchen:</translation>
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
        <translation>
            <numerusform>Die %n neueste Zeile; ältere erscheinen beim Blättern nach unten.</numerusform>
            <numerusform>Die %n neuesten Zeilen; ältere erscheinen beim Blättern nach unten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened yet. Choose Start Manual Sync to fetch the records.</source>
        <translation>Bisher ist nichts geschehen. Wählen Sie „Manuellen Abgleich starten“, um die Datensätze abzuholen.</translation>
    </message>
    <message>
        <source>No line matches. Change the search or show more than failures.</source>
        <translation>Keine Zeile passt. Ändern Sie die Suche oder zeigen Sie mehr als nur Fehler an.</translation>
    </message>
</context>
<context>
    <name>tandem::Main</name>
    <message>
        <source>Tandem cannot open its database</source>
        <translation>Tandem kann seine Datenbank nicht öffnen</translation>
    </message>
    <message>
        <source>Database: %1
Nothing in it was changed. Another folder can be chosen with tandem --data FOLDER.</source>
        <translation>Datenbank: %1
Darin wurde nichts geändert. Mit tandem --data ORDNER lässt sich ein anderer Ordner wählen.</translation>
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
        <source>Organizations and views</source>
        <translation>Organisationen und Ansichten</translation>
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
        <translation>&amp;Suchen&#xa0;…</translation>
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
        <source>&amp;Next Record</source>
        <translation>Nächster &amp;Datensatz</translation>
    </message>
    <message>
        <source>&amp;Back to List</source>
        <translation>Zurück zur &amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>Lös&amp;chen&#xa0;…</translation>
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
        <translation>&amp;Integrationen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;New Integration…</source>
        <translation>&amp;Neue Integration&#xa0;…</translation>
    </message>
    <message>
        <source>Connect a PSA…</source>
        <translation>PSA verbinden&#xa0;…</translation>
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
        <translation>Ihr Na&amp;me&#xa0;…</translation>
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
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
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
        <translation>Alle Datensätze durchsuchen&#xa0;…  (%1)</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Records with changes that are not saved yet</source>
        <translation>Datensätze mit noch nicht gespeicherten Änderungen</translation>
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
        <source>%1: %2</source>
        <comment>integration: what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: the sync has ended; %Ln record(s) need a look.</source>
        <translation>
            <numerusform>%1: Der Abgleich ist beendet; %Ln Datensatz braucht Ihre Aufmerksamkeit.</numerusform>
            <numerusform>%1: Der Abgleich ist beendet; %Ln Datensätze brauchen Ihre Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the sync has ended.</source>
        <translation>%1: Der Abgleich ist beendet.</translation>
    </message>
    <message>
        <source>Starting the practice PSA…</source>
        <translation>Das Übungs-PSA wird gestartet&#xa0;…</translation>
    </message>
    <message>
        <source>The practice PSA could not be connected.</source>
        <translation>Das Übungs-PSA konnte nicht verbunden werden.</translation>
    </message>
    <message>
        <source>The practice PSA is connected and synced.</source>
        <translation>Das Übungs-PSA ist verbunden und abgeglichen.</translation>
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
        <source>Keeps the documentation of an MSP&apos;s clients and its PSA in step, both ways.

Free software under the GNU General Public License, version 3 or later.
Data: %1
Qt %2</source>
        <translation>Hält die Dokumentation der Kunden eines Dienstleisters (MSP) und sein PSA in beide Richtungen auf demselben Stand.

Freie Software unter der GNU General Public License, Version 3 oder neuer.
Daten: %1
Qt %2</translation>
    </message>
    <message>
        <source>No PSA connected</source>
        <translation>Kein PSA verbunden</translation>
    </message>
    <message>
        <source>Connect a PSA</source>
        <translation>PSA verbinden</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>integration: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>integration: what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) waiting to be pushed</source>
        <translation>
            <numerusform>%Ln Datensatz wartet auf Übertragung</numerusform>
            <numerusform>%Ln Datensätze warten auf Übertragung</numerusform>
        </translation>
    </message>
    <message>
        <source>next sync %1</source>
        <translation>nächster Abgleich %1</translation>
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
        <source>%1: %2</source>
        <comment>integration: its calls</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>● %Ln unsaved</source>
        <translation>
            <numerusform>● %Ln nicht gespeichert</numerusform>
            <numerusform>● %Ln nicht gespeichert</numerusform>
        </translation>
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
        <translation>Verbindung wird hergestellt, Listen der Typen und Status werden gelesen&#xa0;…</translation>
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
        <source>Stop connecting this PSA? What you typed is not kept.</source>
        <translation>Verbinden dieses PSA abbrechen? Ihre Eingaben gehen verloren.</translation>
    </message>
    <message>
        <source>The integration stays connected and paused.</source>
        <translation>Die Integration bleibt verbunden und pausiert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
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
    <name>tandem::Outbox</name>
    <message>
        <source>The push of record %1 is not waiting any more.</source>
        <translation>Die Übertragung von Datensatz %1 wartet nicht mehr.</translation>
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
        <source>Server</source>
        <translation>Server</translation>
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
</context>
<context>
    <name>tandem::PlatformPage</name>
    <message>
        <source>Choose Your PSA</source>
        <translation>Wählen Sie Ihr PSA</translation>
    </message>
    <message>
        <source>Tandem fetches its records, and sends your edits once you enable two-way sync.</source>
        <translation>Tandem holt seine Datensätze ab und sendet Ihre Änderungen, sobald Sie den Zwei-Wege-Abgleich einschalten.</translation>
    </message>
    <message>
        <source>PSA</source>
        <translation>PSA</translation>
    </message>
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
        <source>The control door has no &quot;%1&quot;.</source>
        <translation>Der Steuerzugang kennt „%1“ nicht.</translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot;.</source>
        <translation>Es gibt keine Art „%1“.</translation>
    </message>
    <message>
        <source>The action must be create, update or delete.</source>
        <translation>Die Aktion muss create, update oder delete sein.</translation>
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
        <translation>Die Listen von %1 werden gelesen&#xa0;…</translation>
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
        <translation>
            <numerusform>Abgeglichen: %n Datensatz übernommen.</numerusform>
            <numerusform>Abgeglichen: %n Datensätze übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sync was stopped.</source>
        <translation>Der Abgleich wurde abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 with UID %2 could not be pulled: %n records here match it, so none was linked.</source>
        <translation>
            <numerusform>%1 mit der UID %2 konnte nicht abgeholt werden: %n Datensatz hier passt dazu, daher wurde keiner verknüpft.</numerusform>
            <numerusform>%1 mit der UID %2 konnte nicht abgeholt werden: %n Datensätze hier passen dazu, daher wurde keiner verknüpft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::Pusher</name>
    <message>
        <source>%1 has several records that match this one. Delete the extra ones there, then try again.</source>
        <translation>In %1 passen mehrere Datensätze zu diesem. Löschen Sie dort die überzähligen und versuchen Sie es dann erneut.</translation>
    </message>
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
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>42 records · 1 waiting</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartend</numerusform>
            <numerusform>%Ln wartend</numerusform>
        </translation>
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
        <translation>Löschen&#xa0;…</translation>
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
        <source>Put back the blank value</source>
        <translation>Leeren Wert wiederherstellen</translation>
    </message>
    <message>
        <source>Put back “%1”</source>
        <translation>„%1“ wiederherstellen</translation>
    </message>
</context>
<context>
    <name>tandem::RecordPicker</name>
    <message>
        <source>Type to search…</source>
        <translation>Zum Suchen tippen&#xa0;…</translation>
    </message>
    <message>
        <source>There is no record called “%1” here. Choose one of the list.</source>
        <translation>Hier gibt es keinen Datensatz namens „%1“. Wählen Sie einen aus der Liste.</translation>
    </message>
</context>
<context>
    <name>tandem::RecordQuery</name>
    <message>
        <source>Choose a kind of record to filter by &quot;%1&quot;.</source>
        <translation>Wählen Sie eine Art von Datensätzen, um nach „%1“ zu filtern.</translation>
    </message>
    <message>
        <source>A record of this kind has no field &quot;%1&quot;.</source>
        <translation>Datensätze dieser Art haben kein Feld „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is either true or false.</source>
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
        <source>&quot;%1&quot; is syncing, so it cannot be deleted. Disable its sync first.</source>
        <translation>„%1“ wird abgeglichen und lässt sich daher nicht löschen. Deaktivieren Sie zuerst den Abgleich.</translation>
    </message>
    <message>
        <source>A %1 has no field &quot;%2&quot;.</source>
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
        <source>&quot;%1&quot; belongs to another organization.</source>
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
        <source>The value of &quot;%1&quot; is not of the right kind.</source>
        <translation>Der Wert von „%1“ ist nicht von der richtigen Art.</translation>
    </message>
    <message>
        <source>There is no record %1.</source>
        <translation>Es gibt keinen Datensatz %1.</translation>
    </message>
    <message>
        <source>A record of this kind has no field &quot;%1&quot;.</source>
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
        <translation>
            <numerusform>%1, %n Datensatz</numerusform>
            <numerusform>%1, %n Datensätze</numerusform>
        </translation>
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
        <translation>Wird an %1 übertragen&#xa0;…</translation>
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
        <source>%1 refused it: &quot;%2&quot;</source>
        <translation>%1 hat die Änderung abgelehnt: „%2“</translation>
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
        <translation>Anze&amp;igen&#xa0;…</translation>
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
        <translation>Die Einstellungen werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Counting what this change does…</source>
        <translation>Die Folgen dieser Änderung werden ermittelt&#xa0;…</translation>
    </message>
    <message>
        <source>This change makes no record syncable or orphaned.</source>
        <translation>Durch diese Änderung wird kein Datensatz neu abgeglichen und keiner verwaist.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) become syncable</source>
        <translation>
            <numerusform>%n Datensatz wird künftig abgeglichen</numerusform>
            <numerusform>%n Datensätze werden künftig abgeglichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n become orphaned</source>
        <translation>
            <numerusform>%n verwaist</numerusform>
            <numerusform>%n verwaisen</numerusform>
        </translation>
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
        <translation>
            <numerusform>Durch diese Änderung verwaist %n Datensatz.</numerusform>
            <numerusform>Durch diese Änderung verwaisen %n Datensätze.</numerusform>
        </translation>
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
        <source>Open this record in %1&apos;s web page</source>
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
        <source>The address of this record&apos;s page in the PSA is not known.</source>
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
</context>
<context>
    <name>tandem::Tandemctl</name>
    <message>
        <source>There is no integration called &quot;%1&quot;. See: tandemctl integration list</source>
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
        <source>The credential &quot;%1&quot; is not a text.</source>
        <translation>Die Angabe „%1“ der Zugangsdaten ist kein Text.</translation>
    </message>
    <message>
        <source>answers and accepts the credentials</source>
        <translation>antwortet und nimmt die Zugangsdaten an</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were refused; see: tandemctl push</source>
        <translation>
            <numerusform>%n Datensatz wurde abgelehnt; siehe: tandemctl push</numerusform>
            <numerusform>%n Datensätze wurden abgelehnt; siehe: tandemctl push</numerusform>
        </translation>
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
        <source>this computer&apos;s clock is wrong; certificates will not be accepted</source>
        <translation>die Uhr dieses Computers geht falsch; Zertifikate werden nicht angenommen</translation>
    </message>
    <message>
        <source>%1, schema %2</source>
        <translation>%1, Schema %2</translation>
    </message>
    <message>
        <source>damaged: %1. Keep the file, and restore a backup.</source>
        <translation>beschädigt: %1. Bewahren Sie die Datei auf und spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>There is no %1 called &quot;%2&quot;.</source>
        <translation>Es gibt keinen Datensatz der Art „%1“ namens „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are called &quot;%1&quot;; give the id.</source>
        <translation>
            <numerusform>%n Datensatz heißt „%1“; geben Sie die Kennung an.</numerusform>
            <numerusform>%n Datensätze heißen „%1“; geben Sie die Kennung an.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no value &quot;%2&quot;. It has: %3</source>
        <translation>Für das Feld „%1“ gibt es keinen Wert „%2“. Vorhanden: %3</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 muss true oder false sein.</translation>
    </message>
    <message>
        <source>%1 must be a JSON list such as [{&quot;value&quot;:&quot;a@b.example&quot;,&quot;label&quot;:&quot;Work&quot;,&quot;primary&quot;:true}].</source>
        <translation>%1 muss eine JSON-Liste sein, zum Beispiel [{&quot;value&quot;:&quot;a@b.example&quot;,&quot;label&quot;:&quot;Work&quot;,&quot;primary&quot;:true}].</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not field=value.</source>
        <translation>„%1“ hat nicht die Form Feld=Wert.</translation>
    </message>
    <message>
        <source>A %1 has no field &quot;%2&quot;.</source>
        <translation>Datensätze der Art „%1“ haben kein Feld „%2“.</translation>
    </message>
    <message>
        <source>The PSA has no %1 &quot;%2&quot;. It has: %3</source>
        <translation>Im PSA gibt es für %1 keinen Wert „%2“. Vorhanden: %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not key=value.</source>
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
        <source>There is no setting &quot;%1&quot;.</source>
        <translation>Es gibt keine Einstellung „%1“.</translation>
    </message>
    <message>
        <source>integration add PLATFORM --name NAME --url URL (--secret-stdin | --secret-env VAR)</source>
        <translation>integration add PLATFORM --name NAME --url URL (--secret-stdin | --secret-env VAR)</translation>
    </message>
    <message>
        <source>There is no platform &quot;%1&quot;.</source>
        <translation>Es gibt keine Plattform „%1“.</translation>
    </message>
    <message>
        <source>Connected &quot;%1&quot;.</source>
        <translation>„%1“ verbunden.</translation>
    </message>
    <message>
        <source>syncs</source>
        <translation>wird abgeglichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; answers and accepts the credentials.</source>
        <translation>„%1“ antwortet und nimmt die Zugangsdaten an.</translation>
    </message>
    <message>
        <source>integration add|list|show|settings|types|test|pause|resume|disconnect</source>
        <translation>integration add|list|show|settings|types|test|pause|resume|disconnect</translation>
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
        <source>There is no command &quot;%1&quot;. See: tandemctl --help</source>
        <translation>Es gibt keinen Befehl „%1“. Siehe: tandemctl --help</translation>
    </message>
    <message>
        <source>record list KIND [--where field=value]… [--state STATE] [--limit N] [--after ID]</source>
        <translation>record list KIND [--where field=value]… [--state STATE] [--limit N] [--after ID]</translation>
    </message>
    <message>
        <source>There is no state &quot;%1&quot;.</source>
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
        <source>record list|get|create|set|delete|history|sync|disable|enable</source>
        <translation>record list|get|create|set|delete|history|sync|disable|enable</translation>
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
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written.</source>
        <translation>
            <numerusform>%n Vorgang geschrieben.</numerusform>
            <numerusform>%n Vorgänge geschrieben.</numerusform>
        </translation>
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
        <source>&quot;%1&quot; is not understood here.</source>
        <translation>„%1“ wird hier nicht verstanden.</translation>
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
        <source>%1 &amp;wins. The value of Tandem stays in the record&apos;s history.</source>
        <translation>%1 ge&amp;winnt. Der Wert aus Tandem bleibt im Verlauf des Datensatzes.</translation>
    </message>
    <message>
        <source>T&amp;andem wins. The value of %1 stays in the record&apos;s history.</source>
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
        <source>There is no practice PSA &quot;%1&quot;. There is: connectwise</source>
        <translation>Es gibt kein Übungs-PSA „%1“. Es gibt: connectwise</translation>
    </message>
    <message>
        <source>The signals that end the server cannot be watched.</source>
        <translation>Die Signale, die den Server beenden, lassen sich nicht überwachen.</translation>
    </message>
    <message>
        <source>Standard output cannot be written.</source>
        <translation>In die Standardausgabe lässt sich nicht schreiben.</translation>
    </message>
</context>
</TS>
