<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>tandem::Gates</name>
    <message numerus="yes">
        <source>%1 (and %n more reason(s))</source>
        <translation>
            <numerusform>%1 (and %n more reason)</numerusform>
            <numerusform>%1 (and %n more reasons)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::HttpClient</name>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s). It is tried again by itself; check your network if it stays.</source>
        <translation>
            <numerusform>%1 did not answer within %n second. It is tried again by itself; check your network if it stays.</numerusform>
            <numerusform>%1 did not answer within %n seconds. It is tried again by itself; check your network if it stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationWords</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::IntegrationsDialog</name>
    <message numerus="yes">
        <source>%n change(s) that have not reached it will not be sent.</source>
        <translation>
            <numerusform>%n change that has not reached it will not be sent.</numerusform>
            <numerusform>%n changes that have not reached it will not be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::LogDialog</name>
    <message numerus="yes">
        <source>The newest %n line(s); scroll down for older ones.</source>
        <translation>
            <numerusform>The newest %n line; scroll down for older ones.</numerusform>
            <numerusform>The newest %n lines; scroll down for older ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::MainWindow</name>
    <message numerus="yes">
        <source>%1: the sync has ended; %Ln record(s) need a look.</source>
        <translation>
            <numerusform>%1: the sync has ended; %Ln record needs a look.</numerusform>
            <numerusform>%1: the sync has ended; %Ln records need a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) waiting to be pushed</source>
        <translation>
            <numerusform>%Ln record waiting to be pushed</numerusform>
            <numerusform>%Ln records waiting to be pushed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>● %Ln unsaved</source>
        <translation>
            <numerusform>● %Ln unsaved</numerusform>
            <numerusform>● %Ln unsaved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::Puller</name>
    <message numerus="yes">
        <source>Synced: %n record(s) taken over.</source>
        <translation>
            <numerusform>Synced: %n record taken over.</numerusform>
            <numerusform>Synced: %n records taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with UID %2 could not be pulled: %n records here match it, so none was linked.</source>
        <translation>
            <numerusform>%1 with UID %2 could not be pulled: %n record here matches it, so none was linked.</numerusform>
            <numerusform>%1 with UID %2 could not be pulled: %n records here match it, so none was linked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::RecordList</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::SidebarModel</name>
    <message numerus="yes">
        <source>%1, %n record(s)</source>
        <translation>
            <numerusform>%1, %n record</numerusform>
            <numerusform>%1, %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::SyncSettingsEditor</name>
    <message numerus="yes">
        <source>%n record(s) become syncable</source>
        <translation>
            <numerusform>%n record becomes syncable</numerusform>
            <numerusform>%n records become syncable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n become orphaned</source>
        <translation>
            <numerusform>%n becomes orphaned</numerusform>
            <numerusform>%n become orphaned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) become orphaned by this change.</source>
        <translation>
            <numerusform>%n record becomes orphaned by this change.</numerusform>
            <numerusform>%n records become orphaned by this change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tandem::Tandemctl</name>
    <message numerus="yes">
        <source>%n record(s) were refused; see: tandemctl push</source>
        <translation>
            <numerusform>%n record was refused; see: tandemctl push</numerusform>
            <numerusform>%n records were refused; see: tandemctl push</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are called &quot;%1&quot;; give the id.</source>
        <translation>
            <numerusform>%n record is called &quot;%1&quot;; give the id.</numerusform>
            <numerusform>%n records are called &quot;%1&quot;; give the id.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written.</source>
        <translation>
            <numerusform>%n event written.</numerusform>
            <numerusform>%n events written.</numerusform>
        </translation>
    </message>
</context>
</TS>
