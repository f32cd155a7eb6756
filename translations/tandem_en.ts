<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>tandem::Api</name>
    <message numerus="yes">
        <source>One request can have %n object(s) at most.</source>
        <translation><numerusform>One request can have %n object at most.</numerusform><numerusform>One request can have %n objects at most.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) before this one were written.</source>
        <translation><numerusform>%n object before this one was written.</numerusform><numerusform>%n objects before this one were written.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This key has made 3,000 calls in five minutes. Ask again in %n second(s).</source>
        <translation><numerusform>This key has made 3,000 calls in five minutes. Ask again in %n second.</numerusform><numerusform>This key has made 3,000 calls in five minutes. Ask again in %n seconds.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) before this one were deleted.</source>
        <translation><numerusform>%n object before this one was deleted.</numerusform><numerusform>%n objects before this one were deleted.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::ApiKeyService</name>
    <message numerus="yes">
        <source>The name of an API key can have %n character(s) at most.</source>
        <translation><numerusform>The name of an API key can have %n character at most.</numerusform><numerusform>The name of an API key can have %n characters at most.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::CallsDialog</name>
    <message numerus="yes">
        <source>%Ln call(s) since Tandem connected</source>
        <translation><numerusform>%Ln call since Tandem connected</numerusform><numerusform>%Ln calls since Tandem connected</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused as too many</source>
        <translation><numerusform>%Ln refused as too many</numerusform><numerusform>%Ln refused as too many</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::ConflictDialog</name>
    <message numerus="yes">
        <source>%Ln record(s) to decide</source>
        <translation><numerusform>%Ln record to decide</numerusform><numerusform>%Ln records to decide</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::DeleteRecordsDialog</name>
    <message numerus="yes">
        <source>Delete %Ln record(s) for good?</source>
        <translation><numerusform>Delete %Ln record for good?</numerusform><numerusform>Delete %Ln records for good?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) among them have edits that %1 never got; these edits are lost too.</source>
        <translation><numerusform>%Ln record among them has edits that %1 never got; these edits are lost too.</numerusform><numerusform>%Ln records among them have edits that %1 never got; these edits are lost too.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryRow</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation><numerusform>%Ln user</numerusform><numerusform>%Ln users</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::DirectorySync</name>
    <message numerus="yes">
        <source>%n contacts have its address or name, so it is not known which one is meant. Give one of them its email address.</source>
        <translation><numerusform>%n contact has its address or name, so it is not known which one is meant. Give one of them its email address.</numerusform><numerusform>%n contacts have its address or name, so it is not known which one is meant. Give one of them its email address.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::DirectoryWords</name>
    <message numerus="yes">
        <source>%Ln contact(s) of %1</source>
        <translation><numerusform>%Ln contact of %1</numerusform><numerusform>%Ln contacts of %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The directory accepts the sign-in. These are the first %Ln user(s) that the filter finds:</source>
        <translation><numerusform>The directory accepts the sign-in. The filter finds %Ln user:</numerusform><numerusform>The directory accepts the sign-in. These are the first %Ln users that the filter finds:</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::EventTypeButton</name>
    <message numerus="yes">
        <source>%n type(s) of event</source>
        <translation><numerusform>%n type of event</numerusform><numerusform>%n types of event</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::FieldValueDialog</name>
    <message numerus="yes">
        <source>Set %1 of %Ln organization(s)</source>
        <translation><numerusform>Set %1 of %Ln organization</numerusform><numerusform>Set %1 of %Ln organizations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %Ln location(s)</source>
        <translation><numerusform>Set %1 of %Ln location</numerusform><numerusform>Set %1 of %Ln locations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %Ln contact(s)</source>
        <translation><numerusform>Set %1 of %Ln contact</numerusform><numerusform>Set %1 of %Ln contacts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %Ln configuration(s)</source>
        <translation><numerusform>Set %1 of %Ln configuration</numerusform><numerusform>Set %1 of %Ln configurations</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::Gates</name>
    <message numerus="yes">
        <source>%1 (and %n more reason(s))</source>
        <translation><numerusform>%1 (and %n more reason)</numerusform><numerusform>%1 (and %n more reasons)</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::HeldPane</name>
    <message numerus="yes">
        <source>%n record(s) of %1 match, so none is linked. After the push you choose under Manage Data &gt; Needs a decision.</source>
        <translation><numerusform>%n record of %1 matches, so none is linked. After the push you choose under Manage Data &gt; Needs a decision.</numerusform><numerusform>%n records of %1 match, so none is linked. After the push you choose under Manage Data &gt; Needs a decision.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) for which records are held</source>
        <translation><numerusform>%n reason for which records are held</numerusform><numerusform>%n reasons for which records are held</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>And %n more reason(s): the table shows them under Held.</source>
        <translation><numerusform>And %n more reason: the table shows it under Held.</numerusform><numerusform>And %n more reasons: the table shows them under Held.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::HttpClient</name>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s). It is tried again by itself; check your network if it stays.</source>
        <translation><numerusform>%1 did not answer within %n second. It is tried again by itself; check your network if it stays.</numerusform><numerusform>%1 did not answer within %n seconds. It is tried again by itself; check your network if it stays.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::Import</name>
    <message numerus="yes">
        <source>%n records here are the same as this row, so it is not known which one is meant.</source>
        <translation><numerusform>%n record here is the same as this row, so it is not known which one is meant.</numerusform><numerusform>%n records here are the same as this row, so it is not known which one is meant.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n records are called "%2".</source>
        <translation><numerusform>%1: %n record is called "%2".</numerusform><numerusform>%1: %n records are called "%2".</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationRow</name>
    <message numerus="yes">
        <source>%Ln need(s) a decision</source>
        <translation><numerusform>%Ln needs a decision</numerusform><numerusform>%Ln need a decision</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationWords</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation><numerusform>%n held</numerusform><numerusform>%n held</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation><numerusform>%n error</numerusform><numerusform>%n errors</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation><numerusform>%n hour</numerusform><numerusform>%n hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationsDialog</name>
    <message numerus="yes">
        <source>%n change(s) that have not reached it will not be sent.</source>
        <translation><numerusform>%n change that has not reached it will not be sent.</numerusform><numerusform>%n changes that have not reached it will not be sent.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::ItGlueJob</name>
    <message numerus="yes">
        <source>%n records are synced with a PSA by IT Glue's own integration. Importing them is fine, but two programs that sync the same PSA undo each other's work: turn off the one in IT Glue before you turn on two-way sync here.</source>
        <translation><numerusform>%n record is synced with a PSA by IT Glue's own integration. Importing it is fine, but two programs that sync the same PSA undo each other's work: turn off the one in IT Glue before you turn on two-way sync here.</numerusform><numerusform>%n records are synced with a PSA by IT Glue's own integration. Importing them is fine, but two programs that sync the same PSA undo each other's work: turn off the one in IT Glue before you turn on two-way sync here.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::LinkActions</name>
    <message numerus="yes">
        <source>%Ln record(s) among them have edits that %1 has not got yet; these wait until then.</source>
        <translation><numerusform>%Ln record among them has edits that %1 has not got yet; these wait until then.</numerusform><numerusform>%Ln records among them have edits that %1 has not got yet; these wait until then.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln record(s) from %1?</source>
        <translation><numerusform>Disconnect %Ln record from %1?</numerusform><numerusform>Disconnect %Ln records from %1?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Pausing the sync of %Ln record(s)…</source>
        <translation><numerusform>Pausing the sync of %Ln record…</numerusform><numerusform>Pausing the sync of %Ln records…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Resuming the sync of %Ln record(s)…</source>
        <translation><numerusform>Resuming the sync of %Ln record…</numerusform><numerusform>Resuming the sync of %Ln records…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Disconnecting %Ln record(s)…</source>
        <translation><numerusform>Disconnecting %Ln record…</numerusform><numerusform>Disconnecting %Ln records…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting %Ln record(s)…</source>
        <translation><numerusform>Reconnecting %Ln record…</numerusform><numerusform>Reconnecting %Ln records…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The sync of %Ln record(s) is paused. The links are kept, and edits wait.</source>
        <translation><numerusform>The sync of %Ln record is paused. Its link is kept, and edits wait.</numerusform><numerusform>The sync of %Ln records is paused. The links are kept, and edits wait.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) sync again.</source>
        <translation><numerusform>%Ln record syncs again.</numerusform><numerusform>%Ln records sync again.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are disconnected. You find them under Disconnected.</source>
        <translation><numerusform>%Ln record is disconnected. You find it under Disconnected.</numerusform><numerusform>%Ln records are disconnected. You find them under Disconnected.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are reconnected. The next sync takes what changed in %1.</source>
        <translation><numerusform>%Ln record is reconnected. The next sync takes what changed in %1.</numerusform><numerusform>%Ln records are reconnected. The next sync takes what changed in %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Writing the backup and deleting %Ln record(s)…</source>
        <translation><numerusform>Writing the backup and deleting %Ln record…</numerusform><numerusform>Writing the backup and deleting %Ln records…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are deleted. The backup is %1.</source>
        <translation><numerusform>%Ln record is deleted. The backup is %1.</numerusform><numerusform>%Ln records are deleted. The backup is %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) stayed, because they sync with another PSA or have just begun to sync.</source>
        <translation><numerusform>%Ln record stayed, because it syncs with another PSA or has just begun to sync.</numerusform><numerusform>%Ln records stayed, because they sync with another PSA or have just begun to sync.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::LinkManager</name>
    <message numerus="yes">
        <source>Deleted %n record(s) for good; the backup is %1.</source>
        <translation><numerusform>Deleted %n record for good; the backup is %1.</numerusform><numerusform>Deleted %n records for good; the backup is %1.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::LinkedRecordsDialog</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation><numerusform>%Ln record</numerusform><numerusform>%Ln records</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::ListExport</name>
    <message numerus="yes">
        <source>%n record(s) written to %1.</source>
        <translation><numerusform>%n record written to %1.</numerusform><numerusform>%n records written to %1.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::LogDialog</name>
    <message numerus="yes">
        <source>The newest %n line(s); scroll down for older ones.</source>
        <translation><numerusform>The newest %n line; scroll down for older ones.</numerusform><numerusform>The newest %n lines; scroll down for older ones.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n line</numerusform><numerusform>%n lines</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are written to %1.</source>
        <translation><numerusform>%Ln line is written to %1.</numerusform><numerusform>%Ln lines are written to %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Lines are kept for %Ln day(s).</source>
        <translation><numerusform>Lines are kept for %Ln day.</numerusform><numerusform>Lines are kept for %Ln days.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::LogRetentionDialog</name>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number in a field</comment>
        <translation><numerusform> day</numerusform><numerusform> days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Lines older than %n day(s) will be gone for good; export them before if you need them.</source>
        <translation><numerusform>Lines older than %n day will be gone for good; export them before if you need them.</numerusform><numerusform>Lines older than %n days will be gone for good; export them before if you need them.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::MainWindow</name>
    <message numerus="yes">
        <source>%1: the sync has ended; %Ln record(s) need a look.</source>
        <translation><numerusform>%1: the sync has ended; %Ln record needs a look.</numerusform><numerusform>%1: the sync has ended; %Ln records need a look.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>● %Ln unsaved</source>
        <translation><numerusform>● %Ln unsaved</numerusform><numerusform>● %Ln unsaved</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::PlanRemedies</name>
    <message numerus="yes">
        <source>Add a location to %Ln organization(s)…</source>
        <translation><numerusform>Add a location to %Ln organization…</numerusform><numerusform>Add a location to %Ln organizations…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Enable the sync of %Ln record(s)</source>
        <translation><numerusform>Enable the sync of %Ln record</numerusform><numerusform>Enable the sync of %Ln records</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Reconnect %Ln record(s)</source>
        <translation><numerusform>Reconnect %Ln record</numerusform><numerusform>Reconnect %Ln records</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Add a location "%1" to %Ln organization(s)?</source>
        <translation><numerusform>Add a location "%1" to %Ln organization?</numerusform><numerusform>Add a location "%1" to %Ln organizations?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Changing %Ln record(s)…</source>
        <translation><numerusform>Changing %Ln record…</numerusform><numerusform>Changing %Ln records…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be changed: %1</source>
        <translation><numerusform>%Ln record could not be changed: %1</numerusform><numerusform>%Ln records could not be changed: %1</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::PlanView</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation><numerusform>%Ln record</numerusform><numerusform>%Ln records</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are written to %1.</source>
        <translation><numerusform>%Ln record is written to %1.</numerusform><numerusform>%Ln records are written to %1.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::Puller</name>
    <message numerus="yes">
        <source>Synced: %n record(s) taken over.</source>
        <translation><numerusform>Synced: %n record taken over.</numerusform><numerusform>Synced: %n records taken over.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::PushAllProgressPage</name>
    <message numerus="yes">
        <source>%Ln record(s) that are still to go stay as they are. What was made or linked there stays, and keeps syncing. To go on later, start again with a new preview.</source>
        <translation><numerusform>%Ln record that is still to go stays as it is. What was made or linked there stays, and keeps syncing. To go on later, start again with a new preview.</numerusform><numerusform>%Ln records that are still to go stay as they are. What was made or linked there stays, and keeps syncing. To go on later, start again with a new preview.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::PushAllScopePage</name>
    <message numerus="yes">
        <source>%1 of %Ln organization(s)</source>
        <translation><numerusform>%1 of %Ln organization</numerusform><numerusform>%1 of %Ln organizations</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::PushAllWords</name>
    <message numerus="yes">
        <source>%Ln organization(s)</source>
        <translation><numerusform>%Ln organization</numerusform><numerusform>%Ln organizations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln location(s)</source>
        <translation><numerusform>%Ln location</numerusform><numerusform>%Ln locations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation><numerusform>%Ln contact</numerusform><numerusform>%Ln contacts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln configuration(s)</source>
        <translation><numerusform>%Ln configuration</numerusform><numerusform>%Ln configurations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more reason(s))</source>
        <translation><numerusform>%1 (and %n more reason)</numerusform><numerusform>%1 (and %n more reasons)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) there match</source>
        <translation><numerusform>%n record there matches</numerusform><numerusform>%n records there match</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln created</source>
        <translation><numerusform>%Ln created</numerusform><numerusform>%Ln created</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln linked</source>
        <translation><numerusform>%Ln linked</numerusform><numerusform>%Ln linked</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation><numerusform>%Ln updated</numerusform><numerusform>%Ln updated</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already</source>
        <translation><numerusform>%Ln there already</numerusform><numerusform>%Ln there already</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation><numerusform>%Ln failed</numerusform><numerusform>%Ln failed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln held</source>
        <translation><numerusform>%Ln held</numerusform><numerusform>%Ln held</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation><numerusform>%Ln not sent</numerusform><numerusform>%Ln not sent</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation><numerusform>about %n minute left</numerusform><numerusform>about %n minutes left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation><numerusform>about %n hour left</numerusform><numerusform>about %n hours left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) a minute</source>
        <translation><numerusform>%Ln record a minute</numerusform><numerusform>%Ln records a minute</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) a minute, of %1 permitted</source>
        <translation><numerusform>%Ln call a minute, of %1 permitted</numerusform><numerusform>%Ln calls a minute, of %1 permitted</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) a minute</source>
        <translation><numerusform>%Ln call a minute</numerusform><numerusform>%Ln calls a minute</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::RecordList</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation><numerusform>%Ln record</numerusform><numerusform>%Ln records</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation><numerusform>%Ln waiting</numerusform><numerusform>%Ln waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::Salvage</name>
    <message numerus="yes">
        <source>The damaged database was salvaged; %n row(s) are lost.</source>
        <translation><numerusform>The damaged database was salvaged; %n row is lost.</numerusform><numerusform>The damaged database was salvaged; %n rows are lost.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::SidebarModel</name>
    <message numerus="yes">
        <source>%1, %n record(s)</source>
        <translation><numerusform>%1, %n record</numerusform><numerusform>%1, %n records</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::StatusText</name>
    <message numerus="yes">
        <source>%Ln record(s) waiting to be pushed</source>
        <translation><numerusform>%Ln record waiting to be pushed</numerusform><numerusform>%Ln records waiting to be pushed</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::SyncSettingsEditor</name>
    <message numerus="yes">
        <source>%n record(s) become syncable</source>
        <translation><numerusform>%n record becomes syncable</numerusform><numerusform>%n records become syncable</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n become orphaned</source>
        <translation><numerusform>%n becomes orphaned</numerusform><numerusform>%n become orphaned</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) become orphaned by this change.</source>
        <translation><numerusform>%n record becomes orphaned by this change.</numerusform><numerusform>%n records become orphaned by this change.</numerusform></translation>
    </message>
</context>
<context>
    <name>tandem::Tandemctl</name>
    <message numerus="yes">
        <source>%n record(s) were refused; see: tandemctl push</source>
        <translation><numerusform>%n record was refused; see: tandemctl push</numerusform><numerusform>%n records were refused; see: tandemctl push</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n records are called "%1"; give the id.</source>
        <translation><numerusform>%n record is called "%1"; give the id.</numerusform><numerusform>%n records are called "%1"; give the id.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written.</source>
        <translation><numerusform>%n event written.</numerusform><numerusform>%n events written.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 [Directory] %2, %n contact(s) of %3</source>
        <translation><numerusform>%1 [Directory] %2, %n contact of %3</numerusform><numerusform>%1 [Directory] %2, %n contacts of %3</numerusform></translation>
    </message>
</context>
</TS>
