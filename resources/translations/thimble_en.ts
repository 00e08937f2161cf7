<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message numerus="yes">
        <source>%n conversations were exported to {file}.</source>
        <translation>
            <numerusform>%n conversation was exported to {file}.</numerusform>
            <numerusform>%n conversations were exported to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were imported.</source>
        <translation>
            <numerusform>%n conversation was imported.</numerusform>
            <numerusform>%n conversations were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations got new messages.</source>
        <translation>
            <numerusform>%n conversation got new messages.</numerusform>
            <numerusform>%n conversations got new messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were here already.</source>
        <translation>
            <numerusform>%n conversation was here already.</numerusform>
            <numerusform>%n conversations were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures, attached files or notes of tools could not be taken over.</source>
        <translation>
            <numerusform>%n picture, attached file or note of a tool could not be taken over.</numerusform>
            <numerusform>%n pictures, attached files or notes of tools could not be taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged pieces were passed over.</source>
        <translation>
            <numerusform>%n damaged piece was passed over.</numerusform>
            <numerusform>%n damaged pieces were passed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n chosen conversations</source>
        <translation>
            <numerusform>%n chosen conversation</numerusform>
            <numerusform>%n chosen conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n conversations</source>
        <translation>
            <numerusform>The only conversation</numerusform>
            <numerusform>All %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folder “{name}” (%n)</source>
        <translation>
            <numerusform>Folder “{name}” (%n)</numerusform>
            <numerusform>Folder “{name}” (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting: %n conversations done</source>
        <translation>
            <numerusform>Exporting: %n conversation done</numerusform>
            <numerusform>Exporting: %n conversations done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>%n found.</numerusform>
            <numerusform>%n found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are still to be read into the search.</source>
        <translation>
            <numerusform>%n message is still to be read into the search.</numerusform>
            <numerusform>%n messages are still to be read into the search.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Importing: %n conversations</source>
        <translation>
            <numerusform>Importing: %n conversation</numerusform>
            <numerusform>Importing: %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
</TS>
