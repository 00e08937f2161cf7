<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Version {0} of {1}</source>
        <translation>Fassung {0} von {1}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>What to do with this message</source>
        <translation>Aktionen für diese Nachricht</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Antwort neu erzeugen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Vorherige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Download, add and remove models</source>
        <translation>Modelle herunterladen, hinzufügen und entfernen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Writes the answers. Bigger models know more, and need more memory and time.</source>
        <translation>Schreibt die Antworten. Größere Modelle wissen mehr, brauchen aber mehr Arbeitsspeicher und Zeit.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Höchstlänge einer Antwort</translation>
    </message>
    <message>
        <source>In tokens; four tokens are about three English words. An answer that is cut off can be continued.</source>
        <translation>In Token; vier Token sind etwa drei englische Wörter. Eine abgeschnittene Antwort lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; higher values are more varied and less reliable.</source>
        <translation>0 nimmt immer das wahrscheinlichste Wort; höhere Werte bringen mehr Abwechslung, aber weniger Verlässlichkeit.</translation>
    </message>
    <message>
        <source>Find titles for conversations</source>
        <translation>Titel für Unterhaltungen finden</translation>
    </message>
    <message>
        <source>While nothing is asked, the model names the topic of a new conversation. A title you wrote stays.</source>
        <translation>Während nichts gefragt wird, benennt das Modell das Thema einer neuen Unterhaltung. Ein Titel, den Sie selbst geschrieben haben, bleibt.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest tokens are considered.</source>
        <translation>Nur so viele der wahrscheinlichsten Token kommen infrage.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this share are considered; 1 considers all.</source>
        <translation>Nur die wahrscheinlichsten Token, die zusammen diesen Anteil erreichen, kommen infrage; bei 1 alle.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Tokens less likely than this share of the likeliest one are left out; 0 leaves out none.</source>
        <translation>Token, deren Wahrscheinlichkeit unter diesem Anteil des wahrscheinlichsten liegt, fallen weg; bei 0 keines.</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Above 1, words used lately become less likely; 1 changes nothing.</source>
        <translation>Über 1 werden kürzlich verwendete Wörter unwahrscheinlicher; 1 ändert nichts.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same number gives the same answer to the same conversation.</source>
        <translation>Dieselbe Zahl ergibt bei derselben Unterhaltung dieselbe Antwort.</translation>
    </message>
    <message>
        <source>A new one each time</source>
        <translation>Jedes Mal ein neuer</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>More values for how the next word is chosen</source>
        <translation>Weitere Werte für die Wahl des nächsten Wortes</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light, dark, or as the system says.</source>
        <translation>Hell, dunkel oder wie im System eingestellt.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>The size of messages and of what you type.</source>
        <translation>Die Größe der Nachrichten und Ihrer Eingaben.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of menus and buttons; it changes at the next start.</source>
        <translation>Die Sprache der Menüs und Schaltflächen; sie wechselt beim nächsten Start.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Waiting for the model…</source>
        <translation>Warten auf das Modell…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>The model reads these passages…</source>
        <translation>Das Modell liest diese Stellen…</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Your conversations are backed up each day that Thimble is used, and before an update changes how they are kept. Backups of the last 7 days and of 4 earlier weeks stay.</source>
        <translation>Ihre Unterhaltungen werden an jedem Tag gesichert, an dem Thimble verwendet wird, und bevor ein Update ändert, wie sie aufbewahrt werden. Sicherungen der letzten 7 Tage und aus 4 früheren Wochen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Copy all conversations now</source>
        <translation>Jetzt alle Unterhaltungen kopieren</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>Ein zweiter Ort</translation>
    </message>
    <message>
        <source>Folder of the second place</source>
        <translation>Ordner des zweiten Ortes</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Have a backup made there each day as well</source>
        <translation>Auch dort jeden Tag eine Sicherung anlegen lassen</translation>
    </message>
    <message>
        <source>Don&apos;t use it</source>
        <translation>Nicht verwenden</translation>
    </message>
    <message>
        <source>Make no more backups there; those that are there stay</source>
        <translation>Dort keine Sicherungen mehr anlegen; die vorhandenen bleiben erhalten</translation>
    </message>
    <message>
        <source>For example a memory stick: it gets a backup each day on which it is connected.</source>
        <translation>Zum Beispiel ein USB-Stick: Er bekommt an jedem Tag, an dem er angeschlossen ist, eine Sicherung.</translation>
    </message>
    <message>
        <source>Backups there are</source>
        <translation>Vorhandene Sicherungen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Put this backup in the place of all conversations; those of now are backed up first</source>
        <translation>Alle Unterhaltungen durch diese Sicherung ersetzen; die jetzigen werden vorher gesichert</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder the backup lies in</source>
        <translation>Den Ordner öffnen, in dem die Sicherung liegt</translation>
    </message>
    <message>
        <source>Bring back the conversations from before</source>
        <translation>Die Unterhaltungen von vorher zurückholen</translation>
    </message>
    <message>
        <source>None yet. The first is made today.</source>
        <translation>Noch keine. Die erste wird heute angelegt.</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Keiner gewählt</translation>
    </message>
    <message>
        <source>{folder} is not there now. Connect the drive it is on, and backups are made there again.</source>
        <translation>{folder} ist gerade nicht da. Schließen Sie das Laufwerk mit diesem Ordner an, dann werden dort wieder Sicherungen angelegt.</translation>
    </message>
    <message>
        <source>{date} · {size}</source>
        <translation>{date} · {size}</translation>
    </message>
    <message>
        <source>{backup} · from before another was restored</source>
        <translation>{backup} · Stand vor einer Wiederherstellung</translation>
    </message>
    <message>
        <source>{backup} · second place</source>
        <translation>{backup} · zweiter Ort</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>Sicherung wird angelegt…</translation>
    </message>
    <message>
        <source>Backed up in two places.</source>
        <translation>An zwei Orten gesichert.</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>Gesichert.</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>Ordner für Sicherungen wählen</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for its end or stop it, then restore.</source>
        <translation>Gerade wird eine Antwort geschrieben. Warten Sie, bis sie fertig ist, oder stoppen Sie sie; stellen Sie dann wieder her.</translation>
    </message>
    <message>
        <source>Restoring… This takes some seconds.</source>
        <translation>Wird wiederhergestellt… Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>The backup has taken the place of all conversations. Those of before are in the list too.</source>
        <translation>Die Sicherung hat alle Unterhaltungen ersetzt. Auch der Stand von vorher steht in der Liste.</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Deleted conversations stay here for 30 days. What then goes, or is removed here, can&apos;t be brought back: its text is overwritten in the file of your conversations, at the latest when Thimble is closed, and it leaves the search and what models keep of it. Backups made before still have it until they go in their turn, some weeks later. Files you exported stay. A disk may keep traces that no program can reach.</source>
        <translation>Gelöschte Unterhaltungen bleiben 30 Tage hier. Was danach verschwindet oder hier endgültig gelöscht wird, lässt sich nicht wiederherstellen: Der Text wird in der Datei mit Ihren Unterhaltungen überschrieben, spätestens beim Schließen von Thimble, und verschwindet aus der Suche und aus dem, was Modelle davon aufbewahren. Frühere Sicherungen enthalten ihn noch, bis auch sie einige Wochen später an der Reihe sind. Dateien, die Sie exportiert haben, bleiben. Auf einem Datenträger können Spuren bleiben, an die kein Programm herankommt.</translation>
    </message>
    <message>
        <source>The bin is empty. What you delete can be brought back from here.</source>
        <translation>Der Papierkorb ist leer. Was Sie löschen, lässt sich von hier wiederherstellen.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Deleted conversations</source>
        <translation>Gelöschte Unterhaltungen</translation>
    </message>
    <message>
        <source>Enter brings back, Delete removes for good.</source>
        <translation>Die Eingabetaste stellt wieder her, Entf löscht endgültig.</translation>
    </message>
    <message>
        <source>Remove this conversation for good? It can&apos;t be brought back.</source>
        <translation>Diese Unterhaltung endgültig löschen? Sie lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Remove {count} conversations for good? They can&apos;t be brought back.</source>
        <translation>{count} Unterhaltungen endgültig löschen? Sie lassen sich nicht wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>BinModel</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Deleted on {date}. {messages} messages.</source>
        <translation>Gelöscht am {date}. Nachrichten: {messages}.</translation>
    </message>
    <message>
        <source>{title}, deleted on {date}, {left}</source>
        <translation>{title}, gelöscht am {date}, {left}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Can be brought back</source>
        <translation>Wiederherstellbar</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>The new one holds at once. Copies of your data that you made elsewhere still open with the old one.</source>
        <translation>Die neue gilt sofort. Kopien Ihrer Daten, die Sie anderswo angelegt haben, lassen sich weiterhin mit der alten öffnen.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Jetzige Passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The new one once more</source>
        <translation>Die neue noch einmal</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{count} conversations went into the archive.</source>
        <translation>{count} Unterhaltungen wurden archiviert.</translation>
    </message>
    <message>
        <source>{count} conversations are back in the list.</source>
        <translation>{count} Unterhaltungen sind wieder in der Liste.</translation>
    </message>
    <message>
        <source>“{title}” went into the archive.</source>
        <translation>„{title}“ wurde archiviert.</translation>
    </message>
    <message>
        <source>“{title}” is back in the list.</source>
        <translation>„{title}“ ist wieder in der Liste.</translation>
    </message>
    <message>
        <source>{count} conversations were moved to “{folder}”.</source>
        <translation>{count} Unterhaltungen wurden nach „{folder}“ verschoben.</translation>
    </message>
    <message>
        <source>{count} conversations were taken out of their folders.</source>
        <translation>{count} Unterhaltungen wurden aus ihren Ordnern genommen.</translation>
    </message>
    <message>
        <source>“{title}” was moved to “{folder}”.</source>
        <translation>„{title}“ wurde nach „{folder}“ verschoben.</translation>
    </message>
    <message>
        <source>“{title}” was taken out of its folder.</source>
        <translation>„{title}“ wurde aus dem Ordner genommen.</translation>
    </message>
    <message>
        <source>{count} conversations were deleted.</source>
        <translation>{count} Unterhaltungen wurden gelöscht.</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>„{title}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>The folder “{name}” was removed; what was in it is below.</source>
        <translation>Der Ordner „{name}“ wurde entfernt; was darin war, steht weiter unten.</translation>
    </message>
    <message>
        <source>The folder “{name}” was removed.</source>
        <translation>Der Ordner „{name}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
</context>
<context>
    <name>ChatFailure</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Modell wählen…</translation>
    </message>
    <message>
        <source>Use the built-in model</source>
        <translation>Eingebautes Modell verwenden</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Eigene Worte</translation>
    </message>
    <message>
        <source>The address {address} was copied. Thimble itself opens no connection.</source>
        <translation>Die Adresse {address} wurde kopiert. Thimble selbst stellt keine Verbindung her.</translation>
    </message>
</context>
<context>
    <name>ChatWords</name>
    <message>
        <source>Starting the model…</source>
        <translation>Modell wird gestartet…</translation>
    </message>
    <message>
        <source>Starting the model… {percent} %</source>
        <translation>Modell wird gestartet… {percent} %</translation>
    </message>
    <message>
        <source>Reading your message…</source>
        <translation>Ihre Nachricht wird gelesen…</translation>
    </message>
    <message>
        <source>Reading your message… {percent} %</source>
        <translation>Ihre Nachricht wird gelesen… {percent} %</translation>
    </message>
    <message>
        <source>Waiting for the other answer…</source>
        <translation>Warten auf die andere Antwort…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands and conversations</source>
        <translation>Befehle und Unterhaltungen</translation>
    </message>
    <message>
        <source>Type a command or a title</source>
        <translation>Befehl oder Titel eingeben</translation>
    </message>
    <message>
        <source>Command or title</source>
        <translation>Befehl oder Titel</translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts mit diesem Namen gefunden.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything …</source>
        <translation>Fragen Sie etwas …</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter begin a new line.</source>
        <translation>Die Eingabetaste sendet, mit Umschalt beginnt sie eine neue Zeile.</translation>
    </message>
    <message>
        <source>This text is sent with the message. Click to remove it.</source>
        <translation>Dieser Text wird mit der Nachricht gesendet. Klicken Sie, um ihn zu entfernen.</translation>
    </message>
    <message>
        <source>Remove: {text}</source>
        <translation>Entfernen: {text}</translation>
    </message>
    <message>
        <source>{text} attached</source>
        <translation>{text} angehängt</translation>
    </message>
    <message>
        <source>Pasted text, {size} kB</source>
        <translation>Eingefügter Text, {size} kB</translation>
    </message>
    <message>
        <source>Pasted text, {size} MB</source>
        <translation>Eingefügter Text, {size} MB</translation>
    </message>
</context>
<context>
    <name>ComputerPage</name>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>How many processor cores work on an answer. Automatic means {threads} here, and is nearly always the quickest.</source>
        <translation>Wie viele Prozessorkerne an einer Antwort arbeiten. „Automatisch“ bedeutet hier {threads} und ist fast immer am schnellsten.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>How much of a conversation the model reads, in tokens. Automatic takes what the model was made for, as far as the free memory holds it.</source>
        <translation>Wie viel von einer Unterhaltung das Modell liest, in Token. „Automatisch“ nimmt die Länge, für die das Modell gemacht ist, soweit der freie Arbeitsspeicher reicht.</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source>Most memory for a model</source>
        <translation>Speicherlimit für ein Modell</translation>
    </message>
    <message>
        <source>A model that needs more is not started. Automatic means what other programs leave free; this computer has {total}.</source>
        <translation>Ein Modell, das mehr Arbeitsspeicher braucht, wird nicht gestartet. „Automatisch“ bedeutet: so viel, wie andere Programme frei lassen; dieser Computer hat {total}.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Give memory back after</source>
        <translation>Arbeitsspeicher freigeben nach</translation>
    </message>
    <message>
        <source>When nothing was asked for so long, the model leaves the memory. The next message starts it again, which takes a moment.</source>
        <translation>Wenn so lange nichts gefragt wurde, wird das Modell aus dem Arbeitsspeicher entfernt. Die nächste Nachricht startet es wieder, was einen Moment dauert.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Save battery</source>
        <translation>Akku schonen</translation>
    </message>
    <message>
        <source>On battery, half the processor cores work on an answer: slower, but it lasts longer.</source>
        <translation>Im Akkubetrieb arbeitet nur die Hälfte der Prozessorkerne an einer Antwort: Das ist langsamer, aber der Akku hält länger.</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>Context {percent} %</source>
        <translation>Kontext {percent} %</translation>
    </message>
    <message>
        <source>The model keeps {used} of at most {length} tokens of this conversation in mind (a token is about three quarters of a word). When they are used up, it no longer reads the oldest messages; you still can.</source>
        <translation>Das Modell behält {used} von höchstens {length} Token dieser Unterhaltung im Blick (ein Token ist etwa drei Viertel eines englischen Wortes). Sind sie aufgebraucht, liest es die ältesten Nachrichten nicht mehr; Sie können das weiterhin.</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>New title of the conversation</source>
        <translation>Neuer Titel der Unterhaltung</translation>
    </message>
    <message>
        <source>New name of the folder</source>
        <translation>Neuer Name des Ordners</translation>
    </message>
</context>
<context>
    <name>ConversationDrops</name>
    <message>
        <source>Let go to import the conversations</source>
        <translation>Loslassen, um die Unterhaltungen zu importieren</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Enter opens, F2 renames, Delete deletes, Shift with an arrow selects more, the Menu key shows more.</source>
        <translation>Die Eingabetaste öffnet, F2 benennt um, Entf löscht, Umschalt mit einer Pfeiltaste wählt weitere aus, die Menütaste zeigt mehr.</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>{title}, pinned</source>
        <translation>{title}, angeheftet</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Folder without a name</source>
        <translation>Ordner ohne Namen</translation>
    </message>
    <message>
        <source>Bin, {count} in it</source>
        <translation>Papierkorb, {count} darin</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Ordner {name}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>{name}, {count} in it, {state}</source>
        <translation>{name}, {count} darin, {state}</translation>
    </message>
    <message>
        <source>{title}, summary</source>
        <translation>{title}, Zusammenfassung</translation>
    </message>
    <message>
        <source>{title}, archived</source>
        <translation>{title}, archiviert</translation>
    </message>
</context>
<context>
    <name>CopyCodeButton</name>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy code ({0})</source>
        <translation>Code kopieren ({0})</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The folder was given at the start with --data-dir.</source>
        <translation>Der Ordner wurde beim Start mit --data-dir angegeben.</translation>
    </message>
    <message>
        <source>It was given by the variable THIMBLE_HOME.</source>
        <translation>Der Ordner wurde durch die Variable THIMBLE_HOME vorgegeben.</translation>
    </message>
    <message>
        <source>The folder lies beside the program, so the program and your data move together.</source>
        <translation>Der Ordner liegt neben dem Programm, so ziehen Programm und Daten gemeinsam um.</translation>
    </message>
    <message>
        <source>It is your own folder on this computer.</source>
        <translation>Es ist Ihr eigener Ordner auf diesem Computer.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Conversations, settings and your models are kept here, and nowhere else.</source>
        <translation>Unterhaltungen, Einstellungen und Ihre Modelle werden hier aufbewahrt und nirgendwo sonst.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the data folder in the file manager</source>
        <translation>Den Datenordner in der Dateiverwaltung zeigen</translation>
    </message>
</context>
<context>
    <name>DocumentDrops</name>
    <message>
        <source>Let go to summarise</source>
        <translation>Loslassen, um zusammenzufassen</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Connecting to {host}…</source>
        <translation>Verbindung zu {host} wird hergestellt…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>Neuer Versuch in {seconds} s.</translation>
    </message>
    <message>
        <source>Checking that the file is unharmed…</source>
        <translation>Es wird geprüft, ob die Datei unversehrt ist…</translation>
    </message>
    <message>
        <source>Paused: {done} of {total} are here. Resume connects to {host}.</source>
        <translation>Angehalten: {done} von {total} sind da. „Fortsetzen“ stellt eine Verbindung zu {host} her.</translation>
    </message>
    <message>
        <source>The download of {name} was given up; {size} of it are deleted.</source>
        <translation>Der Download von {name} wurde abgebrochen; {size} davon werden gelöscht.</translation>
    </message>
</context>
<context>
    <name>DropView</name>
    <message>
        <source>{count} conversations</source>
        <translation>{count} Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What shall we write?</source>
        <translation>Was wollen wir schreiben?</translation>
    </message>
    <message>
        <source>Thimble writes first drafts, stories and lists of ideas with a language model on this computer.</source>
        <translation>Thimble schreibt erste Entwürfe, Geschichten und Ideenlisten mit einem Sprachmodell auf diesem Computer.</translation>
    </message>
    <message>
        <source>Nothing you write leaves this computer: no account, no connection. Conversations are kept here only.</source>
        <translation>Nichts, was Sie schreiben, verlässt diesen Computer: kein Konto, keine Verbindung. Unterhaltungen werden nur hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Draft an e-mail to the landlord</source>
        <translation>E-Mail an den Vermieter entwerfen</translation>
    </message>
    <message>
        <source>Tell a bedtime story</source>
        <translation>Gutenachtgeschichte erzählen</translation>
    </message>
    <message>
        <source>Collect ideas for a party</source>
        <translation>Ideen für eine Feier sammeln</translation>
    </message>
</context>
<context>
    <name>ErrorRow</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Einfacher Text</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Everything, to import again (JSON)</source>
        <translation>Alles, zum erneuten Importieren (JSON)</translation>
    </message>
    <message>
        <source>For notes and other programs; answers keep their headings, lists and code.</source>
        <translation>Für Notizen und andere Programme; Antworten behalten ihre Überschriften, Listen und ihren Code.</translation>
    </message>
    <message>
        <source>One file that every browser shows and prints. It loads nothing and holds no program.</source>
        <translation>Eine Datei, die jeder Browser anzeigt und druckt. Sie lädt nichts nach und enthält kein Programm.</translation>
    </message>
    <message>
        <source>Only the words, for any editor.</source>
        <translation>Nur die Worte, für jeden Texteditor.</translation>
    </message>
    <message>
        <source>Pages with numbers, to print or to pass on.</source>
        <translation>Nummerierte Seiten zum Drucken oder Weitergeben.</translation>
    </message>
    <message>
        <source>Also other answers, drafts and folders, for another computer or to keep.</source>
        <translation>Auch andere Antworten, Entwürfe und Ordner, für einen anderen Computer oder zum Aufbewahren.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>Anweisungen für das Modell</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>still being written</source>
        <translation>wird noch geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were exported to {file}.</source>
        <translation>
            <numerusform>%n Unterhaltung wurde in {file} exportiert.</numerusform>
            <numerusform>%n Unterhaltungen wurden in {file} exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were imported.</source>
        <translation>
            <numerusform>%n Unterhaltung wurde importiert.</numerusform>
            <numerusform>%n Unterhaltungen wurden importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations got new messages.</source>
        <translation>
            <numerusform>%n Unterhaltung bekam neue Nachrichten.</numerusform>
            <numerusform>%n Unterhaltungen bekamen neue Nachrichten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were here already.</source>
        <translation>
            <numerusform>%n Unterhaltung war schon da.</numerusform>
            <numerusform>%n Unterhaltungen waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Es wurde nichts importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures, attached files or notes of tools could not be taken over.</source>
        <translation>
            <numerusform>%n Bild, Anhang oder Hinweis eines Werkzeugs konnte nicht übernommen werden.</numerusform>
            <numerusform>%n Bilder, Anhänge oder Hinweise von Werkzeugen konnten nicht übernommen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged pieces were passed over.</source>
        <translation>
            <numerusform>%n beschädigter Teil wurde übersprungen.</numerusform>
            <numerusform>%n beschädigte Teile wurden übersprungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversations were found in {files}.</source>
        <translation>In {files} wurden keine Unterhaltungen gefunden.</translation>
    </message>
    <message>
        <source>It was stopped early; importing again brings the rest.</source>
        <translation>Der Import wurde vorzeitig abgebrochen; ein erneuter Import bringt den Rest.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export conversations</source>
        <translation>Unterhaltungen exportieren</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose where the file is put</source>
        <translation>Speicherort der Datei wählen</translation>
    </message>
    <message>
        <source>Exporting conversations</source>
        <translation>Export der Unterhaltungen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen conversations</source>
        <translation>
            <numerusform>%n gewählte Unterhaltung</numerusform>
            <numerusform>%n gewählte Unterhaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n conversations</source>
        <translation>
            <numerusform>Alle Unterhaltungen (%n)</numerusform>
            <numerusform>Alle Unterhaltungen (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folder “{name}” (%n)</source>
        <translation>
            <numerusform>Ordner „{name}“ (%n)</numerusform>
            <numerusform>Ordner „{name}“ (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a file of this name already; it will be replaced.</source>
        <translation>Eine Datei mit diesem Namen gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>The file is not protected by your passphrase: whoever has it can read it.</source>
        <translation>Die Datei ist nicht durch Ihre Passphrase geschützt: Wer sie hat, kann sie lesen.</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: %n conversations done</source>
        <translation>
            <numerusform>Export: %n Unterhaltung fertig</numerusform>
            <numerusform>Export: %n Unterhaltungen fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureWindow</name>
    <message>
        <source>Thimble could not start</source>
        <translation>Thimble konnte nicht starten</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Show the technical details</source>
        <translation>Technische Einzelheiten anzeigen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Choose a document</source>
        <translation>Dokument wählen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>Zusammenfassung speichern</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Where to search</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Unterhaltungen</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Wer es geschrieben hat</translation>
    </message>
    <message>
        <source>By anyone</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>By you</source>
        <translation>Von Ihnen</translation>
    </message>
    <message>
        <source>By Thimble</source>
        <translation>Von Thimble</translation>
    </message>
    <message>
        <source>When it was written</source>
        <translation>Wann es geschrieben wurde</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Beliebiger Zeitraum</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Over a year ago</source>
        <translation>Vor über einem Jahr</translation>
    </message>
    <message>
        <source>Kind of conversation</source>
        <translation>Art der Unterhaltung</translation>
    </message>
    <message>
        <source>Of any kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Zusammenfassungen</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Übersetzungen</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Was zuerst kommt</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Only “{title}”</source>
        <translation>Nur „{title}“</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Search in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Type words to find the messages that have all of them. “Quoted words” have to follow one another. Capitals and accents make no difference.</source>
        <translation>Geben Sie Wörter ein, um die Nachrichten zu finden, die sie alle enthalten. „Wörter in Anführungszeichen“ müssen aufeinanderfolgen. Großschreibung und Akzente spielen keine Rolle.</translation>
    </message>
    <message>
        <source>No message and no title has all these words.</source>
        <translation>Keine Nachricht und kein Titel enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>Many messages have all these words; one more word narrows them down.</source>
        <translation>Viele Nachrichten enthalten alle diese Wörter; ein weiteres Wort grenzt die Suche ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>%n Treffer.</numerusform>
            <numerusform>%n Treffer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are still to be read into the search.</source>
        <translation>
            <numerusform>%n Nachricht muss noch in die Suche aufgenommen werden.</numerusform>
            <numerusform>%n Nachrichten müssen noch in die Suche aufgenommen werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Finishing the encryption</source>
        <translation>Verschlüsselung wird abgeschlossen</translation>
    </message>
    <message>
        <source>Encrypting your conversations</source>
        <translation>Ihre Unterhaltungen werden verschlüsselt</translation>
    </message>
    <message>
        <source>Removing the protection</source>
        <translation>Schutz wird aufgehoben</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Menu of this conversation</source>
        <translation>Menü dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Character…</source>
        <translation>Rolle…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>How the model behaves in this conversation; click to change it</source>
        <translation>Wie sich das Modell in dieser Unterhaltung verhält; zum Ändern klicken</translation>
    </message>
    <message>
        <source>Character: {name}</source>
        <translation>Rolle: {name}</translation>
    </message>
    <message>
        <source>Character: {name}…</source>
        <translation>Rolle: {name}…</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>Bring conversations from another computer or another program. What is here already is not doubled.</source>
        <translation>Holen Sie Unterhaltungen von einem anderen Computer oder aus einem anderen Programm hierher. Was schon da ist, wird nicht verdoppelt.</translation>
    </message>
    <message>
        <source>Thimble: a file exported as JSON</source>
        <translation>Thimble: eine als JSON exportierte Datei</translation>
    </message>
    <message>
        <source>ChatGPT: the archive of its data export</source>
        <translation>ChatGPT: das Archiv aus dem Datenexport</translation>
    </message>
    <message>
        <source>GPT4All: its .chat files</source>
        <translation>GPT4All: die .chat-Dateien</translation>
    </message>
    <message>
        <source>Jan: its folder “threads”</source>
        <translation>Jan: der Ordner „threads“</translation>
    </message>
    <message>
        <source>LM Studio: its folder “conversations”</source>
        <translation>LM Studio: der Ordner „conversations“</translation>
    </message>
    <message>
        <source>Open WebUI: the chats it exports as JSON</source>
        <translation>Open WebUI: die als JSON exportierten Chats</translation>
    </message>
    <message>
        <source>Importing conversations</source>
        <translation>Import der Unterhaltungen</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Choose files, or drop them onto this window</source>
        <translation>Dateien wählen oder auf dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Conversations (*.json *.jsonl *.chat *.zip);;All files (*)</source>
        <translation>Unterhaltungen (*.json *.jsonl *.chat *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Conversations are being exported or imported already. Try again when that is done.</source>
        <translation>Es werden schon Unterhaltungen exportiert oder importiert. Versuchen Sie es erneut, wenn das fertig ist.</translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n conversations</source>
        <translation>
            <numerusform>Import: %n Unterhaltung</numerusform>
            <numerusform>Import: %n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert…</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>A copy stays when the file is moved or deleted. Used where it is, it takes no more room on the disk.</source>
        <translation>Eine Kopie bleibt erhalten, wenn die Datei verschoben oder gelöscht wird. Am jetzigen Ort verwendet, braucht die Datei keinen weiteren Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Copy into Thimble</source>
        <translation>In Thimble kopieren</translation>
    </message>
    <message>
        <source>Use where it is</source>
        <translation>Am jetzigen Ort verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Adding a model file</source>
        <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
        <source>Add {file} ({size})?</source>
        <translation>{file} ({size}) hinzufügen?</translation>
    </message>
    <message>
        <source>Add {file}?</source>
        <translation>{file} hinzufügen?</translation>
    </message>
    <message>
        <source>Add these files: {files}?</source>
        <translation>Diese Dateien hinzufügen: {files}?</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>checking the file</source>
        <translation>Datei wird geprüft</translation>
    </message>
    <message>
        <source>looking at the file</source>
        <translation>Datei wird angesehen</translation>
    </message>
    <message>
        <source>{file}: {progress}</source>
        <translation>{file}: {progress}</translation>
    </message>
</context>
<context>
    <name>InstalledCard</name>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Make faster…</source>
        <translation>Schneller machen…</translation>
    </message>
    <message>
        <source>Try a file format that this computer&apos;s processor reads faster</source>
        <translation>Ein Dateiformat ausprobieren, das der Prozessor dieses Computers schneller liest</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie vorher</translation>
    </message>
    <message>
        <source>Use the model in its own format again, and delete the faster one</source>
        <translation>Das Modell wieder in seinem eigenen Format verwenden und das schnellere löschen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>Show where the file lies</source>
        <translation>Zeigen, wo die Datei liegt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take it out of the list; the file stays</source>
        <translation>Aus der Liste nehmen; die Datei bleibt erhalten</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Die Datei löschen</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest (End)</source>
        <translation>Zum Neuesten springen (Ende)</translation>
    </message>
    <message>
        <source>Jump to the newest</source>
        <translation>Zum Neuesten springen</translation>
    </message>
</context>
<context>
    <name>ListMenus</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Nicht mehr anheften</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück in die Liste</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete {count} conversations</source>
        <translation>{count} Unterhaltungen löschen</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Select all in it</source>
        <translation>Alle darin auswählen</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>Ordner entfernen</translation>
    </message>
    <message>
        <source>The conversations in it stay.</source>
        <translation>Die Unterhaltungen darin bleiben.</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>Folder without a name</source>
        <translation>Ordner ohne Namen</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>Aus dem Ordner nehmen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages and conversations</source>
        <translation>Seiten und Unterhaltungen</translation>
    </message>
    <message>
        <source>There is no answer to copy yet. Ask something first.</source>
        <translation>Es gibt noch keine Antwort zum Kopieren. Fragen Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>{title} – Thimble</source>
        <translation>{title} – Thimble</translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit your message</source>
        <translation>Ihre Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>The old version is kept.</source>
        <translation>Die alte Fassung bleibt erhalten.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send again ({0})</source>
        <translation>Erneut senden ({0})</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel ({0})</source>
        <translation>Abbrechen ({0})</translation>
    </message>
</context>
<context>
    <name>MessageParts</name>
    <message>
        <source>Earlier messages no longer fit; the model reads from here.</source>
        <translation>Frühere Nachrichten passen nicht mehr hinein; das Modell liest ab hier.</translation>
    </message>
</context>
<context>
    <name>MessageWidget</name>
    <message>
        <source>Show less</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Show all ({0})</source>
        <translation>Alles anzeigen ({0})</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ModelDrops</name>
    <message>
        <source>Let go to add the model</source>
        <translation>Loslassen, um das Modell hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>built-in, {size}</source>
        <translation>eingebaut, {size}</translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation>Kein Modell installiert</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Modelldatei hinzufügen…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Download, add and remove models</source>
        <translation>Modelle herunterladen, hinzufügen und entfernen</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <source>{name} writes the answers. Press to choose another.</source>
        <translation>{name} schreibt die Antworten. Klicken Sie, um ein anderes Modell zu wählen.</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>{languages} and {count} more</source>
        <translation>{languages} und {count} weitere</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>Zusammenfassungen</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>Übersetzungen</translation>
    </message>
    <message>
        <source>Writes {number} words a second here.</source>
        <translation>Schreibt hier {number} Wörter pro Sekunde.</translation>
    </message>
    <message>
        <source>Would write about {number} words a second here.</source>
        <translation>Würde hier etwa {number} Wörter pro Sekunde schreiben.</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>noch etwa {hours} h</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{progress}, {time}</source>
        <translation>{progress}, {time}</translation>
    </message>
    <message>
        <source>{size}, built-in</source>
        <translation>{size}, eingebaut</translation>
    </message>
    <message>
        <source>{size}, outside Thimble&apos;s folder</source>
        <translation>{size}, außerhalb des Ordners von Thimble</translation>
    </message>
    <message>
        <source>How fast it is here shows once it has answered.</source>
        <translation>Wie schnell es hier ist, zeigt sich nach der ersten Antwort.</translation>
    </message>
    <message>
        <source>Made faster for this computer.</source>
        <translation>Für diesen Computer schneller gemacht.</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Verwendung</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Needs {size} of memory.</source>
        <translation>Braucht {size} Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Thimble will connect to {host} and download {size}. Nothing of yours is sent.</source>
        <translation>Thimble stellt eine Verbindung zu {host} her und lädt {size} herunter. Von Ihren Daten wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Licence: {licence} ({terms}).</source>
        <translation>Lizenz: {licence} ({terms}).</translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation>Lizenz: {licence}.</translation>
    </message>
    <message>
        <source>Free on the disk: {size}.</source>
        <translation>Frei auf dem Datenträger: {size}.</translation>
    </message>
    <message>
        <source>Good at {abilities}</source>
        <translation>Gut für {abilities}</translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation>{count} Sprachen</translation>
    </message>
    <message>
        <source>reads up to {words} words at once</source>
        <translation>liest bis zu {words} Wörter auf einmal</translation>
    </message>
    <message>
        <source>Runs well</source>
        <translation>Läuft gut</translation>
    </message>
    <message>
        <source>Slow here</source>
        <translation>Hier langsam</translation>
    </message>
    <message>
        <source>Won&apos;t fit here</source>
        <translation>Passt hier nicht</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>“{name}” was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>“{name}” was taken out of the list.</source>
        <translation>„{name}“ wurde aus der Liste genommen.</translation>
    </message>
    <message>
        <source>{name} is here and can be used.</source>
        <translation>{name} ist da und kann verwendet werden.</translation>
    </message>
    <message>
        <source>{name} is faster from the next answer on.</source>
        <translation>{name} ist ab der nächsten Antwort schneller.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models on this computer, and models to download</source>
        <translation>Modelle auf diesem Computer und Modelle zum Herunterladen</translation>
    </message>
    <message>
        <source>There is no model here. Download one, or add a model file that you have.</source>
        <translation>Hier ist kein Modell. Laden Sie eines herunter oder fügen Sie eine Modelldatei hinzu, die Sie schon haben.</translation>
    </message>
    <message>
        <source>The catalogue is empty.</source>
        <translation>Der Katalog ist leer.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Zum Herunterladen</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Modelldatei hinzufügen…</translation>
    </message>
    <message>
        <source>Choose a file, or drop one onto this window</source>
        <translation>Eine Datei wählen oder auf dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>Open the models folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
        <source>Model files (*.gguf *.bin);;All files (*)</source>
        <translation>Modelldateien (*.gguf *.bin);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Download {size}…</source>
        <translation>{size} herunterladen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Another model is being downloaded; one comes at a time.</source>
        <translation>Ein anderes Modell wird gerade heruntergeladen; es geht nur eines nach dem anderen.</translation>
    </message>
    <message>
        <source>To download · {percent} %</source>
        <translation>Zum Herunterladen · {percent} %</translation>
    </message>
    <message>
        <source>The models folder {folder} can&apos;t be made. Check that its disk can be written.</source>
        <translation>Der Modellordner {folder} lässt sich nicht anlegen. Prüfen Sie, ob auf den Datenträger geschrieben werden kann.</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>Folders, bin and statistics</source>
        <translation>Ordner, Papierkorb und Statistik</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>Papierkorb…</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Statistik…</translation>
    </message>
</context>
<context>
    <name>MovingPanel</name>
    <message>
        <source>Another computer</source>
        <translation>Ein anderer Computer</translation>
    </message>
    <message>
        <source>Model files are large; they can also be fetched again</source>
        <translation>Modelldateien sind groß; sie lassen sich auch neu herunterladen</translation>
    </message>
    <message>
        <source>Copy everything into one file…</source>
        <translation>Alles in eine Datei kopieren…</translation>
    </message>
    <message>
        <source>Take conversations and settings to another computer</source>
        <translation>Unterhaltungen und Einstellungen auf einen anderen Computer mitnehmen</translation>
    </message>
    <message>
        <source>Bring in from such a file…</source>
        <translation>Aus so einer Datei übernehmen…</translation>
    </message>
    <message>
        <source>Take in what was copied on another computer</source>
        <translation>Übernehmen, was auf einem anderen Computer kopiert wurde</translation>
    </message>
    <message>
        <source>Memory stick</source>
        <translation>USB-Stick</translation>
    </message>
    <message>
        <source>Thimble can keep its data beside the program, so that both move together. What is here is copied and stays.</source>
        <translation>Thimble kann seine Daten neben dem Programm aufbewahren, damit beide gemeinsam umziehen. Was hier ist, wird kopiert und bleibt erhalten.</translation>
    </message>
    <message>
        <source>Keep data beside the program</source>
        <translation>Daten neben dem Programm aufbewahren</translation>
    </message>
    <message>
        <source>Copy the data into the folder of the program</source>
        <translation>Die Daten in den Ordner des Programms kopieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop; nothing is left behind</source>
        <translation>Stoppen; es bleibt nichts zurück</translation>
    </message>
    <message>
        <source>One file takes conversations, settings and, if you want, models along. Protected conversations stay encrypted in it. Backups are left out.</source>
        <translation>Eine einzige Datei nimmt Unterhaltungen, Einstellungen und, wenn Sie möchten, auch Modelle mit. Geschützte Unterhaltungen bleiben darin verschlüsselt. Sicherungen sind nicht dabei.</translation>
    </message>
    <message>
        <source>With the models ({size})</source>
        <translation>Mit den Modellen ({size})</translation>
    </message>
    <message>
        <source>Copy everything into one file</source>
        <translation>Alles in eine Datei kopieren</translation>
    </message>
    <message>
        <source>Everything is in {file} ({size}).</source>
        <translation>Alles ist in {file} ({size}).</translation>
    </message>
    <message>
        <source>The same passphrase opens the conversations on the other computer.</source>
        <translation>Dieselbe Passphrase öffnet die Unterhaltungen auf dem anderen Computer.</translation>
    </message>
    <message>
        <source>Whoever has this file can read the conversations in it.</source>
        <translation>Wer diese Datei hat, kann die Unterhaltungen darin lesen.</translation>
    </message>
    <message>
        <source>Copying everything</source>
        <translation>Alles wird kopiert</translation>
    </message>
    <message>
        <source>Bring in from a file</source>
        <translation>Aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Bringing everything in</source>
        <translation>Alles wird übernommen</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Datei wird angesehen</translation>
    </message>
    <message>
        <source>The data is in {folder} now and is used from the next start on: close Thimble and start it again.</source>
        <translation>Die Daten sind jetzt in {folder} und werden ab dem nächsten Start verwendet: Schließen Sie Thimble und starten Sie es neu.</translation>
    </message>
    <message>
        <source>{title} …</source>
        <translation>{title} …</translation>
    </message>
    <message>
        <source>Stopped; nothing was left behind.</source>
        <translation>Gestoppt; es ist nichts zurückgeblieben.</translation>
    </message>
    <message>
        <source>Everything of Thimble (*{suffix})</source>
        <translation>Alles von Thimble (*{suffix})</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Connect and download</source>
        <translation>Verbinden und herunterladen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Delete the part that is here</source>
        <translation>Den Teil löschen, der schon da ist</translation>
    </message>
</context>
<context>
    <name>OfflinePopover</name>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Computer verlässt</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>The model runs here, on this computer&apos;s processor. What you type and what it answers stay in your data folder. Thimble opens no connection by itself and works with the network unplugged.</source>
        <translation>Das Modell läuft hier, auf dem Prozessor dieses Computers. Was Sie schreiben und was es antwortet, bleibt in Ihrem Datenordner. Thimble stellt von sich aus keine Verbindung her und arbeitet auch ganz ohne Netzwerk.</translation>
    </message>
    <message>
        <source>Counting connections…</source>
        <translation>Verbindungen werden gezählt…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>this system does not tell</source>
        <translation>dieses System gibt keine Auskunft</translation>
    </message>
    <message>
        <source>none, except Python&apos;s socket module, which this count needs</source>
        <translation>keine, außer dem Python-Modul „socket“, das diese Zählung braucht</translation>
    </message>
    <message>
        <source>Network libraries loaded: {list}</source>
        <translation>Geladene Netzwerkbibliotheken: {list}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Network sockets of this window: {count}</source>
        <translation>Netzwerk-Sockets dieses Fensters: {count}</translation>
    </message>
    <message>
        <source>Network sockets of the model&apos;s process: {count}</source>
        <translation>Netzwerk-Sockets des Modellprozesses: {count}</translation>
    </message>
    <message>
        <source>Checked just now:</source>
        <translation>Gerade geprüft:</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>Opening the document…</source>
        <translation>Dokument wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>OptionsRow</name>
    <message>
        <source>Style of the summary</source>
        <translation>Form der Zusammenfassung</translation>
    </message>
    <message>
        <source>Length of the summary</source>
        <translation>Länge der Zusammenfassung</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Sprache der Zusammenfassung</translation>
    </message>
    <message>
        <source>As the document</source>
        <translation>Wie das Dokument</translation>
    </message>
</context>
<context>
    <name>Organiser</name>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück in die Liste</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Nicht mehr anheften</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Reset to defaults</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Give every setting on this page its first value</source>
        <translation>Alle Einstellungen dieser Seite auf ihre Standardwerte setzen</translation>
    </message>
</context>
<context>
    <name>PageSwitch</name>
    <message>
        <source>There is no summary to save yet. Summarise a document first.</source>
        <translation>Es gibt noch keine Zusammenfassung zum Speichern. Fassen Sie zuerst ein Dokument zusammen.</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist an.</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe anzeigen</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Show this passage in the text</source>
        <translation>Diese Stelle im Text zeigen</translation>
    </message>
    <message>
        <source>Enter shows the passage in the text, Control and C copies.</source>
        <translation>Die Eingabetaste zeigt die Stelle im Text, Strg mit C kopiert.</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>This takes a moment. Should it be interrupted, the next start brings it to its end.</source>
        <translation>Das dauert einen Moment. Wird es unterbrochen, führt der nächste Start es zu Ende.</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Passphrase festlegen…</translation>
    </message>
    <message>
        <source>Encrypt your conversations; Thimble closes for a moment</source>
        <translation>Ihre Unterhaltungen verschlüsseln; Thimble wird dafür kurz geschlossen</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Passphrase ändern…</translation>
    </message>
    <message>
        <source>Choose another passphrase; nothing is encrypted again</source>
        <translation>Eine andere Passphrase wählen; neu verschlüsselt wird nichts</translation>
    </message>
    <message>
        <source>Remove the protection…</source>
        <translation>Schutz aufheben…</translation>
    </message>
    <message>
        <source>Decrypt your conversations; Thimble closes for a moment</source>
        <translation>Ihre Unterhaltungen entschlüsseln; Thimble wird dafür kurz geschlossen</translation>
    </message>
    <message>
        <source>The new passphrase holds from now on.</source>
        <translation>Ab jetzt gilt die neue Passphrase.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase</source>
        <translation>Ihre Unterhaltungen sind durch eine Passphrase geschützt</translation>
    </message>
    <message>
        <source>Conversations, drafts, backups, the search index and what models keep of them are encrypted on this disk. Exported files are not, and settings and models are not.</source>
        <translation>Unterhaltungen, Entwürfe, Sicherungen, der Suchindex und das, was Modelle davon aufbewahren, sind auf diesem Datenträger verschlüsselt. Exportierte Dateien sind es nicht, Einstellungen und Modelle auch nicht.</translation>
    </message>
    <message>
        <source>Your conversations are not protected</source>
        <translation>Ihre Unterhaltungen sind nicht geschützt</translation>
    </message>
    <message>
        <source>Whoever can use this computer&apos;s disk can read them. A passphrase encrypts conversations, drafts, backups, the search index and what models keep of them.</source>
        <translation>Wer an den Datenträger dieses Computers herankommt, kann sie lesen. Eine Passphrase verschlüsselt Unterhaltungen, Entwürfe, Sicherungen, den Suchindex und das, was Modelle davon aufbewahren.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Stopped before the answer.</source>
        <translation>Vor der Antwort gestoppt.</translation>
    </message>
    <message>
        <source>The nearest sentence of the document, word for word: the model&apos;s own answer did not hold.</source>
        <translation>Der am besten passende Satz des Dokuments, wörtlich: Die eigene Antwort des Modells hielt der Prüfung nicht stand.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove the protection</source>
        <translation>Schutz aufheben</translation>
    </message>
    <message>
        <source>Afterwards whoever can use this computer&apos;s disk can read your conversations.</source>
        <translation>Danach kann jeder Ihre Unterhaltungen lesen, der an den Datenträger dieses Computers herankommt.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>RepairScreen</name>
    <message>
        <source>The file with your conversations is damaged. What can be read of it is being saved… {percent} %</source>
        <translation>Die Datei mit Ihren Unterhaltungen ist beschädigt. Was darin noch lesbar ist, wird gerettet… {percent} %</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Thimble</source>
        <translation>Thimble</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Archived · {date}</source>
        <translation>Archiviert · {date}</translation>
    </message>
    <message>
        <source>{what} “{title}”, {date}</source>
        <translation>{what} „{title}“, {date}</translation>
    </message>
    <message>
        <source>{speaker} in “{title}”, {date}: {text}</source>
        <translation>{speaker} in „{title}“, {date}: {text}</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Waiting for “{title}”…</source>
        <translation>Warten auf „{title}“…</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>Warten auf das Modell…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>The model begins to read…</source>
        <translation>Das Modell beginnt zu lesen…</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search all messages</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Zurück zur Unterhaltung</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Enter opens the conversation at this place.</source>
        <translation>Die Eingabetaste öffnet die Unterhaltung an dieser Stelle.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>Ohne Filter suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Pin, move to a folder, export</source>
        <translation>Anheften, in einen Ordner verschieben, exportieren</translation>
    </message>
    <message>
        <source>End the selection (Esc)</source>
        <translation>Auswahl beenden (Esc)</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} ausgewählt</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>SetDialog</name>
    <message>
        <source>Protect your conversations</source>
        <translation>Ihre Unterhaltungen schützen</translation>
    </message>
    <message>
        <source>Conversations, their backups and all else that tells of them are encrypted with your passphrase, and it is asked for at each start.</source>
        <translation>Unterhaltungen, ihre Sicherungen und alles andere, was etwas über sie verrät, werden mit Ihrer Passphrase verschlüsselt, und bei jedem Start wird danach gefragt.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Dieselbe noch einmal</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>At least {count} characters. Four or five unusual words are good and easy to remember.</source>
        <translation>Mindestens {count} Zeichen. Vier oder fünf ungewöhnliche Wörter sind gut und leicht zu merken.</translation>
    </message>
    <message>
        <source>If you lose the passphrase, your conversations are lost for good: nobody can open them without it, neither we nor a repair shop, and there is no way to get it back. Write it down and keep the paper in a safe place.</source>
        <translation>Wenn Sie die Passphrase verlieren, sind Ihre Unterhaltungen endgültig verloren: Ohne Passphrase kann niemand sie öffnen, weder wir noch eine Werkstatt, und die Passphrase lässt sich auf keinem Weg zurückholen. Schreiben Sie sie auf und bewahren Sie den Zettel an einem sicheren Ort auf.</translation>
    </message>
    <message>
        <source>Files that could be read until now are overwritten and removed. A disk may keep traces of them all the same, and copies you made elsewhere stay as they are.</source>
        <translation>Dateien, die bisher lesbar waren, werden überschrieben und entfernt. Auf einem Datenträger können trotzdem Spuren davon bleiben, und Kopien, die Sie anderswo angelegt haben, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>I keep the passphrase in a safe place</source>
        <translation>Ich bewahre die Passphrase an einem sicheren Ort auf</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages and conversations</source>
        <translation>Seiten und Unterhaltungen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation>Titel durchsuchen</translation>
    </message>
    <message>
        <source>Search conversations by title</source>
        <translation>Unterhaltungen nach Titel suchen</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. Press to see the proof.</source>
        <translation>Nichts verlässt diesen Computer. Klicken Sie, um den Nachweis zu sehen.</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Hier erscheinen Ihre Unterhaltungen.</translation>
    </message>
    <message>
        <source>No title contains these words.</source>
        <translation>Kein Titel enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>SmallModelHint</name>
    <message>
        <source>Don&apos;t show this again</source>
        <translation>Nicht mehr anzeigen</translation>
    </message>
    <message>
        <source>A small model: it knows English, is good at drafting and weak at facts. Bigger ones can be added in {models}.</source>
        <translation>Ein kleines Modell: Es kann Englisch, ist gut im Entwerfen und schwach bei Fakten. Größere lassen sich unter {models} hinzufügen.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>of these in the archive</source>
        <translation>davon im Archiv</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>of these by you</source>
        <translation>davon von Ihnen</translation>
    </message>
    <message>
        <source>Characters of text</source>
        <translation>Zeichen insgesamt</translation>
    </message>
    <message>
        <source>The oldest began on</source>
        <translation>Die älteste begann am</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Auf dem Datenträger</translation>
    </message>
    <message>
        <source>of this free for what comes</source>
        <translation>davon frei für Neues</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>What models keep of conversations</source>
        <translation>Was Modelle von Unterhaltungen aufbewahren</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Search index, settings and the rest</source>
        <translation>Suchindex, Einstellungen und Übriges</translation>
    </message>
    <message>
        <source>The longest</source>
        <translation>Die längsten</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>{messages} messages, {characters} characters</source>
        <translation>Nachrichten: {messages}, Zeichen: {characters}</translation>
    </message>
</context>
<context>
    <name>SummaryController</name>
    <message>
        <source>There is no text in the clipboard. Copy some first.</source>
        <translation>In der Zwischenablage ist kein Text. Kopieren Sie zuerst einen.</translation>
    </message>
</context>
<context>
    <name>SummaryEmptyState</name>
    <message>
        <source>Summarise a document, whole</source>
        <translation>Ein ganzes Dokument zusammenfassen</translation>
    </message>
    <message>
        <source>Thimble reads all of it, says what is in it, and shows for each point the passage it comes from.</source>
        <translation>Thimble liest alles, sagt, was darin steht, und zeigt zu jedem Punkt die Stelle, von der er stammt.</translation>
    </message>
    <message>
        <source>Drop a document or a folder here, or</source>
        <translation>Ziehen Sie ein Dokument oder einen Ordner hierher oder</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Text einfügen</translation>
    </message>
    <message>
        <source>Summarise the text in the clipboard (Ctrl+V)</source>
        <translation>Den Text in der Zwischenablage zusammenfassen (Strg+V)</translation>
    </message>
    <message>
        <source>PDF, Word, OpenDocument, PowerPoint, EPUB, web pages, e-mail, RTF, CSV, subtitles, Markdown and plain text. Nothing of it leaves this computer.</source>
        <translation>PDF, Word, OpenDocument, PowerPoint, EPUB, Webseiten, E-Mails, RTF, CSV, Untertitel, Markdown und einfacher Text. Nichts davon verlässt diesen Computer.</translation>
    </message>
</context>
<context>
    <name>SummaryHeader</name>
    <message>
        <source>Menu of this summary</source>
        <translation>Menü dieser Zusammenfassung</translation>
    </message>
    <message>
        <source>New summary</source>
        <translation>Neue Zusammenfassung</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Send to chat</source>
        <translation>An den Chat senden</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Summary or text</source>
        <translation>Zusammenfassung oder Text</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiterer Hinweis.</numerusform>
            <numerusform>… und %n weitere Hinweise.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Summarise again</source>
        <translation>Neu zusammenfassen</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>The summary is there. {coverage}.</source>
        <translation>Die Zusammenfassung ist da. {coverage}.</translation>
    </message>
</context>
<context>
    <name>SummaryPane</name>
    <message>
        <source>How much of the document is summarised</source>
        <translation>Wie viel vom Dokument zusammengefasst ist</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>Save the summary as a file…</source>
        <translation>Zusammenfassung als Datei speichern…</translation>
    </message>
    <message>
        <source>Send the summary to a new chat</source>
        <translation>Zusammenfassung an einen neuen Chat senden</translation>
    </message>
    <message>
        <source>Ask about this document …</source>
        <translation>Fragen Sie etwas zu diesem Dokument …</translation>
    </message>
    <message>
        <source>Question about this document</source>
        <translation>Frage zu diesem Dokument</translation>
    </message>
    <message>
        <source>Key sentences of the whole document</source>
        <translation>Kernsätze des ganzen Dokuments</translation>
    </message>
    <message>
        <source>Looking for the key sentences…</source>
        <translation>Kernsätze werden gesucht…</translation>
    </message>
    <message>
        <source>Key sentences, word for word. {coverage}.</source>
        <translation>Kernsätze, wörtlich. {coverage}.</translation>
    </message>
</context>
<context>
    <name>SummaryWords</name>
    <message>
        <source>Key points</source>
        <translation>Kernpunkte</translation>
    </message>
    <message>
        <source>A paragraph</source>
        <translation>Ein Absatz</translation>
    </message>
    <message>
        <source>One sentence</source>
        <translation>Ein Satz</translation>
    </message>
    <message>
        <source>Outline by section</source>
        <translation>Gliederung nach Abschnitten</translation>
    </message>
    <message>
        <source>Tasks and dates</source>
        <translation>Aufgaben und Termine</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>“{heading}”</source>
        <translation>„{heading}“</translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation>Absatz {number}</translation>
    </message>
    <message>
        <source>word for word</source>
        <translation>wörtlich</translation>
    </message>
    <message>
        <source>written by {model}; only names and numbers were checked</source>
        <translation>geschrieben von {model}; nur Namen und Zahlen wurden geprüft</translation>
    </message>
    <message>
        <source>written by {model}, checked</source>
        <translation>geschrieben von {model}, geprüft</translation>
    </message>
    <message>
        <source>Reading the document…</source>
        <translation>Dokument wird gelesen…</translation>
    </message>
    <message>
        <source>Reading {file}, {number} of {files}…</source>
        <translation>{file} wird gelesen, {number} von {files}…</translation>
    </message>
    <message>
        <source>Reading {file}, {done} of {total}…</source>
        <translation>{file} wird gelesen, {done} von {total}…</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>{file} wird gelesen…</translation>
    </message>
    <message>
        <source>{done} of {total} sections</source>
        <translation>Abschnitte: {done} von {total}</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch ein paar Sekunden</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>noch etwa {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>noch etwa {hours} h</translation>
    </message>
    <message>
        <source>Covers {done} of {total} sections</source>
        <translation>Erfasste Abschnitte: {done} von {total}</translation>
    </message>
    <message>
        <source>Stopped: covers {done} of {total} sections</source>
        <translation>Gestoppt; erfasste Abschnitte: {done} von {total}</translation>
    </message>
    <message>
        <source>The model can&apos;t write {language}, so these are key sentences, word for word.</source>
        <translation>Das Modell beherrscht {language} nicht, deshalb stehen hier Kernsätze, wörtlich.</translation>
    </message>
    <message>
        <source>this language</source>
        <translation>diese Sprache</translation>
    </message>
    <message>
        <source>Pages without text, which could not be read: {number}.</source>
        <translation>Seiten ohne Text, die nicht gelesen werden konnten: {number}.</translation>
    </message>
    <message>
        <source>The document is damaged; the rest of it could not be read.</source>
        <translation>Das Dokument ist beschädigt; der Rest konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Left out: {file}.</source>
        <translation>Ausgelassen: {file}.</translation>
    </message>
    <message>
        <source>Hidden files left out: {number}.</source>
        <translation>Ausgelassene versteckte Dateien: {number}.</translation>
    </message>
    <message>
        <source>Files left out because there are too many: {number}.</source>
        <translation>Dateien, die ausgelassen wurden, weil es zu viele sind: {number}.</translation>
    </message>
    <message>
        <source>Folders left out because they lie too deep: {number}.</source>
        <translation>Ordner, die ausgelassen wurden, weil sie zu tief liegen: {number}.</translation>
    </message>
    <message>
        <source>There is nothing to be done and no date in this document.</source>
        <translation>In diesem Dokument stehen keine Aufgaben und keine Termine.</translation>
    </message>
    <message>
        <source>There is nothing of this kind in the document.</source>
        <translation>Im Dokument gibt es nichts dieser Art.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Summarise “{title}”</source>
        <translation>„{title}“ zusammenfassen</translation>
    </message>
</context>
<context>
    <name>SystemTextDialog</name>
    <message>
        <source>Character of this conversation</source>
        <translation>Rolle in dieser Unterhaltung</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Eigene Worte</translation>
    </message>
    <message>
        <source>Tell the model who it is. One or two short sentences work best.</source>
        <translation>Sagen Sie dem Modell, wer es ist. Am besten sind ein oder zwei kurze Sätze.</translation>
    </message>
    <message>
        <source>That is too long for instructions; paste it into the conversation instead.</source>
        <translation>Das ist zu lang für Anweisungen; fügen Sie es stattdessen in die Unterhaltung ein.</translation>
    </message>
    <message>
        <source>Your own instructions for the model</source>
        <translation>Ihre eigenen Anweisungen für das Modell</translation>
    </message>
    <message>
        <source>You are …</source>
        <translation>Du bist …</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Text of the document</source>
        <translation>Text des Dokuments</translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message>
        <source>Whole message</source>
        <translation>Ganze Nachricht</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Thimble</source>
        <translation>Thimble</translation>
    </message>
    <message>
        <source>You said: {0}</source>
        <translation>Sie schrieben: {0}</translation>
    </message>
    <message>
        <source>Thimble answered: {0}</source>
        <translation>Thimble antwortete: {0}</translation>
    </message>
    <message>
        <source>{0} words/s</source>
        <translation>{0} Wörter/s</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Interrupted when Thimble closed</source>
        <translation>Beim Schließen von Thimble unterbrochen</translation>
    </message>
    <message>
        <source>Cut off: the context is full</source>
        <translation>Abgeschnitten: Der Kontext ist voll</translation>
    </message>
    <message>
        <source>Cut off at the longest answer allowed</source>
        <translation>Abgeschnitten: Höchstlänge erreicht</translation>
    </message>
    <message>
        <source>{0} tokens · {1} tokens/s · first word after {2} s</source>
        <translation>{0} Token · {1} Token/s · erstes Wort nach {2} s</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>{0} kB</source>
        <translation>{0} kB</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>TunePanel</name>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Making the model faster</source>
        <translation>Modell schneller machen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Don&apos;t keep</source>
        <translation>Nicht behalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
</context>
<context>
    <name>TuneWords</name>
    <message>
        <source>Thimble writes copies of the model in formats that this computer&apos;s processor may read faster, and measures how fast and how exact each is. That takes some minutes, in which answers are slower, and up to {size} on the disk. The model itself stays as it is, and you decide at the end.</source>
        <translation>Thimble schreibt Kopien des Modells in Formaten, die der Prozessor dieses Computers vielleicht schneller liest, und misst, wie schnell und wie genau jede ist. Das dauert einige Minuten, in denen Antworten langsamer sind, und braucht bis zu {size} auf dem Datenträger. Das Modell selbst bleibt, wie es ist, und am Ende entscheiden Sie.</translation>
    </message>
    <message>
        <source>Looking at what matters most in the model…</source>
        <translation>Es wird ermittelt, was im Modell am wichtigsten ist…</translation>
    </message>
    <message>
        <source>Writing a copy in the format {format}…</source>
        <translation>Eine Kopie im Format {format} wird geschrieben…</translation>
    </message>
    <message>
        <source>Measuring the speed…</source>
        <translation>Geschwindigkeit wird gemessen…</translation>
    </message>
    <message>
        <source>Measuring the exactness…</source>
        <translation>Genauigkeit wird gemessen…</translation>
    </message>
    <message>
        <source>This model is already in a format that this computer reads as fast as any.</source>
        <translation>Dieses Modell hat schon ein Format, das dieser Computer so schnell liest wie jedes andere.</translation>
    </message>
    <message>
        <source>No other format is worth it here: those that are faster make the model clearly less exact. Nothing was changed.</source>
        <translation>Kein anderes Format lohnt sich hier: Die schnelleren machen das Modell deutlich ungenauer. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Size: {after} instead of {before}, on the disk and in memory.</source>
        <translation>Größe: {after} statt {before}, auf dem Datenträger und im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>({after} instead of {before} words a second)</source>
        <translation>({after} statt {before} Wörter pro Sekunde)</translation>
    </message>
    <message>
        <source>{what}: as fast as before {figures}.</source>
        <translation>{what}: so schnell wie vorher {figures}.</translation>
    </message>
    <message>
        <source>{what}: {number} times as fast {figures}.</source>
        <translation>{what}: {number}-mal so schnell {figures}.</translation>
    </message>
    <message>
        <source>{what}: {percent} % slower {figures}.</source>
        <translation>{what}: {percent} % langsamer {figures}.</translation>
    </message>
    <message>
        <source>Exactness: the same, as far as it can be measured.</source>
        <translation>Genauigkeit: dieselbe, soweit sie sich messen lässt.</translation>
    </message>
    <message>
        <source>Exactness: {percent} % less sure of its words, which is hardly noticed.</source>
        <translation>Genauigkeit: bei der Wortwahl {percent} % weniger sicher, was kaum auffällt.</translation>
    </message>
    <message>
        <source>Exactness: {percent} % less sure of its words, which may be noticed.</source>
        <translation>Genauigkeit: bei der Wortwahl {percent} % weniger sicher, was auffallen kann.</translation>
    </message>
</context>
<context>
    <name>TuningDesk</name>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back what was just done</source>
        <translation>Letzte Aktion rückgängig machen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Your conversations are locked</source>
        <translation>Ihre Unterhaltungen sind gesperrt</translation>
    </message>
    <message>
        <source>Type your passphrase to open them.</source>
        <translation>Geben Sie Ihre Passphrase ein, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Your last words could not be saved yet, because the disk is full or can&apos;t be written to.</source>
        <translation>Was zuletzt geschrieben wurde, konnte noch nicht gespeichert werden, weil der Datenträger voll ist oder nicht darauf geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Free some space and try again, or save them as a text file on another drive. If you close now, they are lost.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut oder speichern Sie den Text als Textdatei auf einem anderen Laufwerk. Wenn Sie jetzt schließen, geht er verloren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Save as a text file…</source>
        <translation>Als Textdatei speichern…</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Nicht schließen</translation>
    </message>
    <message>
        <source>Save as a text file</source>
        <translation>Als Textdatei speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>_LongTextView</name>
    <message>
        <source>Whole message</source>
        <translation>Ganze Nachricht</translation>
    </message>
</context>
<context>
    <name>characters</name>
    <message>
        <source>Plain assistant</source>
        <translation>Einfacher Assistent</translation>
    </message>
    <message>
        <source>Answers briefly and to the point.</source>
        <translation>Antwortet kurz und sachlich.</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>Tutor</translation>
    </message>
    <message>
        <source>Explains step by step in simple words, with an example.</source>
        <translation>Erklärt Schritt für Schritt in einfachen Worten, mit einem Beispiel.</translation>
    </message>
    <message>
        <source>Writing helper</source>
        <translation>Schreibhilfe</translation>
    </message>
    <message>
        <source>Rewords, shortens and drafts texts.</source>
        <translation>Formuliert um, kürzt und entwirft Texte.</translation>
    </message>
    <message>
        <source>Brainstormer</source>
        <translation>Ideengeber</translation>
    </message>
    <message>
        <source>Gives many different ideas as a list.</source>
        <translation>Liefert viele verschiedene Ideen als Liste.</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Go to the chat</source>
        <translation>Zum Chat wechseln</translation>
    </message>
    <message>
        <source>Go to the summary</source>
        <translation>Zur Zusammenfassung wechseln</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New summary</source>
        <translation>Neue Zusammenfassung</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>Zusammenfassung speichern</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Search conversations by title</source>
        <translation>Unterhaltungen nach Titel suchen</translation>
    </message>
    <message>
        <source>Commands and conversations</source>
        <translation>Befehle und Unterhaltungen</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Begin the summary</source>
        <translation>Zusammenfassung beginnen</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>Neue Zeile beginnen</translation>
    </message>
    <message>
        <source>Stop the answer, or close</source>
        <translation>Antwort stoppen oder schließen</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Vorherige Nachricht</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Unterhaltung umbenennen</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>Unterhaltung löschen</translation>
    </message>
    <message>
        <source>Archive the conversation</source>
        <translation>Unterhaltung archivieren</translation>
    </message>
    <message>
        <source>Select all conversations</source>
        <translation>Alle Unterhaltungen auswählen</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>Eine weitere auswählen</translation>
    </message>
    <message>
        <source>Take back what was just done</source>
        <translation>Letzte Aktion rückgängig machen</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Bin: deleted conversations</source>
        <translation>Papierkorb: gelöschte Unterhaltungen</translation>
    </message>
    <message>
        <source>Statistics: how many conversations, how large</source>
        <translation>Statistik: wie viele Unterhaltungen, wie groß</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Models: add, download, remove</source>
        <translation>Modelle: hinzufügen, herunterladen, entfernen</translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation>Unterhaltungen exportieren</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Computer verlässt</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The engine crashed twice in a row with the model {file}, so it is not loaded again by itself. Choose another model, or try again all the same.</source>
        <translation>Die Engine ist mit dem Modell {file} zweimal hintereinander abgestürzt, deshalb wird es nicht von selbst wieder geladen. Wählen Sie ein anderes Modell oder versuchen Sie es trotzdem erneut.</translation>
    </message>
    <message>
        <source>The engine answered something Thimble does not understand and was ended. What was written is kept; please try again.</source>
        <translation>Die Engine hat etwas geantwortet, das Thimble nicht versteht, und wurde beendet. Das Geschriebene bleibt erhalten; bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The engine gave an unexpected reply and was ended. Please try again.</source>
        <translation>Die Engine hat unerwartet geantwortet und wurde beendet. Bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly ({reason}). What was written is kept; please try again.</source>
        <translation>Die Engine ist unerwartet abgebrochen ({reason}). Das Geschriebene bleibt erhalten; bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The engine could not be started. Close other programs and try again; if that does not help, install Thimble again.</source>
        <translation>Die Engine konnte nicht gestartet werden. Schließen Sie andere Programme und versuchen Sie es erneut; hilft das nicht, installieren Sie Thimble neu.</translation>
    </message>
    <message>
        <source>The model file {file} can&apos;t be opened. Check that it is still there.</source>
        <translation>Die Modelldatei {file} lässt sich nicht öffnen. Prüfen Sie, ob sie noch vorhanden ist.</translation>
    </message>
    <message>
        <source>The model could not go on with this conversation. Try again, or start a new conversation.</source>
        <translation>Das Modell konnte diese Unterhaltung nicht fortsetzen. Versuchen Sie es erneut oder beginnen Sie eine neue Unterhaltung.</translation>
    </message>
    <message>
        <source>The engine can&apos;t be loaded on this computer. Install Thimble again; if that does not help, this computer&apos;s processor may be too old.</source>
        <translation>Die Engine lässt sich auf diesem Computer nicht laden. Installieren Sie Thimble neu; hilft das nicht, ist der Prozessor möglicherweise zu alt.</translation>
    </message>
    <message>
        <source>There is not enough memory for {file} with a context of {tokens} tokens. Close other programs, or choose a smaller model or context in Settings.</source>
        <translation>Der Arbeitsspeicher reicht nicht für {file} mit einem Kontext von {tokens} Token. Schließen Sie andere Programme oder wählen Sie in den Einstellungen ein kleineres Modell oder einen kleineren Kontext.</translation>
    </message>
    <message>
        <source>The model in {file} is too large for the engine that reads files of this older kind. Get the same model as a GGUF file.</source>
        <translation>Das Modell in {file} ist zu groß für die Engine, die Dateien dieser älteren Art liest. Besorgen Sie dasselbe Modell als GGUF-Datei.</translation>
    </message>
    <message>
        <source>{file} needs about {needed} MB of memory, and {available} MB are free. Close other programs, or choose a smaller model.</source>
        <translation>{file} braucht etwa {needed} MB Arbeitsspeicher, und {available} MB sind frei. Schließen Sie andere Programme oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>The model file {file} can&apos;t be used: it is damaged, incomplete or of a kind Thimble does not know. Choose another model, or get the file again.</source>
        <translation>Die Modelldatei {file} ist nicht verwendbar: Sie ist beschädigt, unvollständig oder von einer Art, die Thimble nicht kennt. Wählen Sie ein anderes Modell oder besorgen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>No model is loaded. Choose a model and try again.</source>
        <translation>Es ist kein Modell geladen. Wählen Sie ein Modell und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The engine failed ({kind}). What was written is kept; please try again.</source>
        <translation>In der Engine ist ein Fehler aufgetreten ({kind}). Das Geschriebene bleibt erhalten; bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This is too long for the model: about {words} words, and it can read about {limit} at once. Shorten the message, or send it in parts.</source>
        <translation>Das ist zu lang für das Modell: etwa {words} Wörter, und es kann etwa {limit} auf einmal lesen. Kürzen Sie die Nachricht oder senden Sie sie in Teilen.</translation>
    </message>
    <message>
        <source>Something in Thimble went wrong ({kind}). Nothing was lost; please try again.</source>
        <translation>In Thimble ist etwas schiefgegangen ({kind}). Nichts ging verloren; bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The built-in model is missing from this installation. Install Thimble again, or choose another model file.</source>
        <translation>In dieser Installation fehlt das eingebaute Modell. Installieren Sie Thimble neu oder wählen Sie eine andere Modelldatei.</translation>
    </message>
    <message>
        <source>There is no model “{name}” here. Choose one of these: {known}.</source>
        <translation>Ein Modell „{name}“ gibt es hier nicht. Wählen Sie ein anderes; bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a model file inside it.</source>
        <translation>{file} ist ein Ordner. Wählen Sie eine Modelldatei darin.</translation>
    </message>
    <message>
        <source>{file} is not a model file that Thimble can read. Choose a file that ends in .gguf.</source>
        <translation>{file} ist keine Modelldatei, die Thimble lesen kann. Wählen Sie eine Datei, die auf .gguf endet.</translation>
    </message>
    <message>
        <source>The model file {file} is damaged. Get it again, or choose another model.</source>
        <translation>Die Modelldatei {file} ist beschädigt. Besorgen Sie sie neu oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model file {file} is incomplete: it ends too early. Get it again.</source>
        <translation>Die Modelldatei {file} ist unvollständig: Sie endet zu früh. Besorgen Sie sie neu.</translation>
    </message>
    <message>
        <source>The model file {file} is empty. Get it again.</source>
        <translation>Die Modelldatei {file} ist leer. Besorgen Sie sie neu.</translation>
    </message>
    <message>
        <source>{file} is made for another kind of computer (big-endian). Get the ordinary file of this model.</source>
        <translation>{file} ist für eine andere Art von Computer gemacht (Big-Endian). Besorgen Sie die gewöhnliche Datei dieses Modells.</translation>
    </message>
    <message>
        <source>{file} is in version {version} of the GGUF format, which Thimble can&apos;t read. Get a file in version 3, or a newer Thimble.</source>
        <translation>{file} hat Version {version} des GGUF-Formats, die Thimble nicht lesen kann. Besorgen Sie eine Datei in Version 3 oder ein neueres Thimble.</translation>
    </message>
    <message>
        <source>There is no setting called “{name}”. Look at the list in Settings.</source>
        <translation>Eine Einstellung namens „{name}“ gibt es nicht. Sehen Sie in der Liste der Einstellungen nach.</translation>
    </message>
    <message>
        <source>The value {value} can&apos;t be used for “{name}”. Choose another in Settings.</source>
        <translation>Der Wert {value} ist für „{name}“ nicht verwendbar. Wählen Sie in den Einstellungen einen anderen.</translation>
    </message>
    <message>
        <source>The setting “{name}” had a value that can&apos;t be used; its default is used.</source>
        <translation>Die Einstellung „{name}“ hatte einen unbrauchbaren Wert; der Standardwert wird verwendet.</translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults are used. The old file was kept as {file}.</source>
        <translation>Die Einstellungen konnten nicht gelesen werden, deshalb gelten die Standardwerte. Die alte Datei wurde als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder}. They hold until Thimble is closed; check that the folder can be written and that the disk is not full.</source>
        <translation>Die Einstellungen konnten nicht in {folder} gespeichert werden. Sie gelten bis zum Schließen von Thimble; prüfen Sie, ob in den Ordner geschrieben werden kann und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>The disk is full, so the last change to your conversations was not saved; free some space and try again.</source>
        <translation>Der Datenträger ist voll, deshalb wurde die letzte Änderung an Ihren Unterhaltungen nicht gespeichert; schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Your conversations can&apos;t be saved because {path} can&apos;t be written to; allow writing there or choose another data folder.</source>
        <translation>Ihre Unterhaltungen lassen sich nicht speichern, weil nicht in {path} geschrieben werden kann; erlauben Sie dort das Schreiben oder wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Another program is using your conversations right now; close it or try again in a moment.</source>
        <translation>Ein anderes Programm verwendet gerade Ihre Unterhaltungen; schließen Sie es oder versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged; close Thimble and start it again to repair it, nothing will be deleted.</source>
        <translation>Die Datei mit Ihren Unterhaltungen ist beschädigt; schließen Sie Thimble und starten Sie es neu, um sie zu reparieren, gelöscht wird nichts.</translation>
    </message>
    <message>
        <source>Your conversations in {path} can&apos;t be opened; check that the folder exists and that you may read and write it.</source>
        <translation>Ihre Unterhaltungen in {path} lassen sich nicht öffnen; prüfen Sie, ob der Ordner vorhanden ist und Sie darin lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk failed while your conversations were read or saved; check the disk, then try again.</source>
        <translation>Beim Lesen oder Speichern Ihrer Unterhaltungen hat der Datenträger versagt; prüfen Sie ihn und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>There is not enough memory to read or save your conversations; close other programs and try again.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um Ihre Unterhaltungen zu lesen oder zu speichern; schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This text is too long to be saved; split it into several messages.</source>
        <translation>Dieser Text ist zu lang zum Speichern; teilen Sie ihn auf mehrere Nachrichten auf.</translation>
    </message>
    <message>
        <source>This message or conversation no longer exists; choose another one from the list.</source>
        <translation>Diese Nachricht oder Unterhaltung gibt es nicht mehr; wählen Sie eine andere aus der Liste.</translation>
    </message>
    <message>
        <source>Your conversations have been closed; start Thimble again to use them.</source>
        <translation>Ihre Unterhaltungen wurden geschlossen; starten Sie Thimble neu, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>Your conversations could not be read or saved; try again, and restart Thimble if it happens again.</source>
        <translation>Ihre Unterhaltungen konnten nicht gelesen oder gespeichert werden; versuchen Sie es erneut, und starten Sie Thimble neu, wenn es wieder geschieht.</translation>
    </message>
    <message>
        <source>Your conversations in {path} were saved by a newer Thimble; install the newest version to open them, nothing was changed.</source>
        <translation>Ihre Unterhaltungen in {path} wurden von einem neueren Thimble gespeichert; installieren Sie die neueste Version, um sie zu öffnen, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Your conversations were saved by an older Thimble; start the window once so that they can be brought up to date.</source>
        <translation>Ihre Unterhaltungen wurden von einem älteren Thimble gespeichert; öffnen Sie einmal das Fenster von Thimble, damit sie auf den neuen Stand gebracht werden.</translation>
    </message>
    <message>
        <source>Your conversations could not be brought up to date because no backup could be made in {path}; free some space there or allow writing, then start Thimble again. Nothing was changed.</source>
        <translation>Ihre Unterhaltungen konnten nicht auf den neuen Stand gebracht werden, weil sich in {path} keine Sicherung anlegen ließ; schaffen Sie dort Platz oder erlauben Sie das Schreiben und starten Sie Thimble dann neu. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. The backup of {date} was restored, with all that could still be read from the damaged file (conversations: {conversations}, messages: {messages}); look whether your newest messages are there.</source>
        <translation>Die Datei mit Ihren Unterhaltungen war beschädigt und wurde als {file} aufbewahrt. Die Sicherung vom {date} wurde wiederhergestellt, ergänzt um alles, was in der beschädigten Datei noch lesbar war (Unterhaltungen: {conversations}, Nachrichten: {messages}); prüfen Sie, ob Ihre neuesten Nachrichten da sind.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. All that could still be read was saved into a new one (conversations: {conversations}, messages: {messages}); look whether your newest messages are there.</source>
        <translation>Die Datei mit Ihren Unterhaltungen war beschädigt und wurde als {file} aufbewahrt. Alles, was noch lesbar war, wurde in einer neuen Datei gespeichert (Unterhaltungen: {conversations}, Nachrichten: {messages}); prüfen Sie, ob Ihre neuesten Nachrichten da sind.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. Nothing could be read from it and there was no backup, so an empty one was started.</source>
        <translation>Die Datei mit Ihren Unterhaltungen war beschädigt und wurde als {file} aufbewahrt. Nichts darin war lesbar und es gab keine Sicherung, deshalb wurde eine leere Datei angelegt.</translation>
    </message>
    <message>
        <source>The repair of your conversations was interrupted and has been finished now; the damaged file was kept beside the new one. Look whether your newest messages are there.</source>
        <translation>Die Reparatur Ihrer Unterhaltungen wurde unterbrochen und ist jetzt abgeschlossen; die beschädigte Datei wurde neben der neuen aufbewahrt. Prüfen Sie, ob Ihre neuesten Nachrichten da sind.</translation>
    </message>
    <message>
        <source>--json answers one question: give it as PROMPT or through a pipe.</source>
        <translation>--json beantwortet eine einzelne Frage: Geben Sie sie als PROMPT oder über eine Pipe an.</translation>
    </message>
    <message>
        <source>The question is empty. Write it behind “chat”, in quotes.</source>
        <translation>Die Frage ist leer. Schreiben Sie sie in Anführungszeichen hinter „chat“.</translation>
    </message>
    <message>
        <source>A PDF needs a file of its own. Name one with --output FILE.</source>
        <translation>Ein PDF braucht eine eigene Datei. Geben Sie mit --output FILE eine an.</translation>
    </message>
    <message>
        <source>There is no conversation {number}. “history list” shows their numbers.</source>
        <translation>Eine Unterhaltung {number} gibt es nicht. „history list“ zeigt die Nummern.</translation>
    </message>
    <message>
        <source>There is no folder called “{name}”. Check how it is written.</source>
        <translation>Einen Ordner namens „{name}“ gibt es nicht. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>The model had nothing to say. Try again, or put your message in other words.</source>
        <translation>Das Modell hatte nichts zu sagen. Versuchen Sie es erneut oder formulieren Sie Ihre Nachricht anders.</translation>
    </message>
    <message>
        <source>Thimble is already running but does not answer. Close it in the system&apos;s list of programs, then start it again.</source>
        <translation>Thimble läuft bereits, reagiert aber nicht. Beenden Sie es in der Prozessliste des Systems und starten Sie es dann neu.</translation>
    </message>
    <message>
        <source>Thimble can&apos;t write to its data folder {folder}. Allow writing there, or start Thimble with --data-dir and another folder.</source>
        <translation>Thimble kann nicht in seinen Datenordner {folder} schreiben. Erlauben Sie dort das Schreiben oder starten Sie Thimble mit --data-dir und einem anderen Ordner.</translation>
    </message>
    <message>
        <source>Model files of this older kind can&apos;t be used on this computer. Get the same model as a GGUF file.</source>
        <translation>Modelldateien dieser älteren Art sind auf diesem Computer nicht verwendbar. Besorgen Sie dasselbe Modell als GGUF-Datei.</translation>
    </message>
    <message>
        <source>The engine for older model files can&apos;t be loaded on this computer. Install Thimble again, or get the same model as a GGUF file.</source>
        <translation>Die Engine für ältere Modelldateien lässt sich auf diesem Computer nicht laden. Installieren Sie Thimble neu oder besorgen Sie dasselbe Modell als GGUF-Datei.</translation>
    </message>
    <message>
        <source>The model {file} needs {need} with a context of {context} tokens, and {free} are allowed. Raise the limit in Settings, or choose a smaller model or context.</source>
        <translation>Das Modell {file} braucht mit einem Kontext von {context} Token {need} Arbeitsspeicher, und {free} sind erlaubt. Erhöhen Sie das Speicherlimit in den Einstellungen oder wählen Sie ein kleineres Modell oder einen kleineren Kontext.</translation>
    </message>
    <message>
        <source>The model {file} needs {need} with a context of {context} tokens, and {free} are free. Close other programs, or choose a smaller model or context.</source>
        <translation>Das Modell {file} braucht mit einem Kontext von {context} Token {need} Arbeitsspeicher, und {free} sind frei. Schließen Sie andere Programme oder wählen Sie ein kleineres Modell oder einen kleineren Kontext.</translation>
    </message>
    <message>
        <source>{file} could not be measured: it can&apos;t be opened, or there is not enough memory. Close other programs and try again.</source>
        <translation>{file} konnte nicht gemessen werden: Die Datei lässt sich nicht öffnen oder der Arbeitsspeicher reicht nicht. Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{file} could not be converted: the disk may be full, or the model is of a kind that can&apos;t be. The original is as it was.</source>
        <translation>{file} konnte nicht umgewandelt werden: Vielleicht ist der Datenträger voll, oder das Modell ist von einer Art, bei der das nicht geht. Das Original ist unverändert.</translation>
    </message>
    <message>
        <source>Making the model faster failed ({kind}). The original is as it was; please try again.</source>
        <translation>Das Modell konnte nicht schneller gemacht werden ({kind}). Das Original ist unverändert; bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Making {file} faster needs {needed} of room on the disk, and {free} is free. Free some space and try again.</source>
        <translation>Um {file} schneller zu machen, werden {needed} Platz auf dem Datenträger gebraucht, und {free} sind frei. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Making {file} faster needs {needed} of memory, and {free} is free. Close other programs and try again.</source>
        <translation>Um {file} schneller zu machen, werden {needed} Arbeitsspeicher gebraucht, und {free} sind frei. Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The process that makes the model faster stopped unexpectedly. The original is as it was; close other programs and try again.</source>
        <translation>Der Prozess, der das Modell schneller macht, ist unerwartet abgebrochen. Das Original ist unverändert; schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be written to. Check that it is there and may be changed.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden. Prüfen Sie, ob er vorhanden ist und geändert werden darf.</translation>
    </message>
    <message>
        <source>The model file {file} has a form that is too old to be read. Get the same model as a GGUF file.</source>
        <translation>Die Modelldatei {file} hat eine Form, die zu alt zum Lesen ist. Besorgen Sie dasselbe Modell als GGUF-Datei.</translation>
    </message>
    <message>
        <source>The model file {file} is damaged or incomplete. Get the file again, or choose another model.</source>
        <translation>Die Modelldatei {file} ist beschädigt oder unvollständig. Besorgen Sie die Datei neu oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{file} is one of {count} parts of a model, but its name does not say which. Give the parts their own names again: they end in -00001-of-{last}.gguf and so on.</source>
        <translation>{file} ist einer von {count} Teilen eines Modells, aber der Name sagt nicht, welcher. Geben Sie den Teilen wieder ihre eigenen Namen: Sie enden auf -00001-of-{last}.gguf und so weiter.</translation>
    </message>
    <message>
        <source>{file} is one of {count} parts of a model, and {missing} is not beside it. Put all parts into one folder.</source>
        <translation>{file} ist einer von {count} Teilen eines Modells, und {missing} liegt nicht daneben. Legen Sie alle Teile in einen Ordner.</translation>
    </message>
    <message>
        <source>{file} is no model that writes answers but one for something else ({architecture}). Choose another model.</source>
        <translation>{file} ist kein Modell, das Antworten schreibt, sondern eines für etwas anderes ({architecture}). Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{file} holds a kind of model that Thimble does not know ({architecture}). Choose another model, or get a newer Thimble.</source>
        <translation>{file} enthält eine Art von Modell, die Thimble nicht kennt ({architecture}). Wählen Sie ein anderes Modell oder besorgen Sie ein neueres Thimble.</translation>
    </message>
    <message>
        <source>Needs {need} of memory; the settings allow {limit}.</source>
        <translation>Braucht {need} Arbeitsspeicher; die Einstellungen erlauben {limit}.</translation>
    </message>
    <message>
        <source>Needs {need} of memory; this computer has {total} in all.</source>
        <translation>Braucht {need} Arbeitsspeicher; dieser Computer hat insgesamt {total}.</translation>
    </message>
    <message>
        <source>Needs {need} of memory, {free} is free: close other programs first.</source>
        <translation>Braucht {need} Arbeitsspeicher, {free} sind frei: Schließen Sie zuerst andere Programme.</translation>
    </message>
    <message>
        <source>Needs {need} of memory, {free} is free. How fast it runs shows once a model has answered.</source>
        <translation>Braucht {need} Arbeitsspeicher, {free} sind frei. Wie schnell es läuft, zeigt sich, sobald ein Modell geantwortet hat.</translation>
    </message>
    <message>
        <source>Writes {rate} tokens a second here and needs {need} of memory.</source>
        <translation>Schreibt hier {rate} Token pro Sekunde und braucht {need} Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Would write about {rate} tokens a second here and needs {need} of memory.</source>
        <translation>Würde hier etwa {rate} Token pro Sekunde schreiben und braucht {need} Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Whether {host} is really {host} could not be checked, so nothing was fetched from there. Check this computer&apos;s date and time, or try another network.</source>
        <translation>Ob {host} wirklich {host} ist, ließ sich nicht prüfen, deshalb wurde von dort nichts heruntergeladen. Prüfen Sie Datum und Uhrzeit dieses Computers oder versuchen Sie es in einem anderen Netzwerk.</translation>
    </message>
    <message>
        <source>A safe connection to {host} could not be made. Try another network, or try again later.</source>
        <translation>Eine sichere Verbindung zu {host} ließ sich nicht herstellen. Versuchen Sie es in einem anderen Netzwerk oder später erneut.</translation>
    </message>
    <message>
        <source>{host} could not be found. Check that this computer is connected to the Internet and try again.</source>
        <translation>{host} wurde nicht gefunden. Prüfen Sie, ob dieser Computer mit dem Internet verbunden ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{host} does not answer any more. What has come so far is kept: try again later.</source>
        <translation>{host} antwortet nicht mehr. Was schon da ist, bleibt erhalten: Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not let Thimble through to {host}.</source>
        <translation>Der Proxy {proxy} lässt Thimble nicht zu {host} durch.</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check that this computer is connected to the Internet and try again.</source>
        <translation>{host} ist nicht erreichbar. Prüfen Sie, ob dieser Computer mit dem Internet verbunden ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{host} refers to an address that is not safe to use, so nothing was fetched from there. Try again later, or on another network.</source>
        <translation>{host} verweist auf eine unsichere Adresse, deshalb wurde von dort nichts heruntergeladen. Versuchen Sie es später oder in einem anderen Netzwerk erneut.</translation>
    </message>
    <message>
        <source>The connection to {host} broke. What has come so far is kept: try again.</source>
        <translation>Die Verbindung zu {host} ist abgerissen. Was schon da ist, bleibt erhalten: Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{host} does not have this file any more. A newer version of Thimble may know where it is.</source>
        <translation>{host} hat diese Datei nicht mehr. Eine neuere Version von Thimble weiß vielleicht, wo sie ist.</translation>
    </message>
    <message>
        <source>{host} does not give this file to everyone. Fetch it with your browser and import it here.</source>
        <translation>{host} gibt diese Datei nicht an alle heraus. Laden Sie sie mit Ihrem Browser herunter und fügen Sie sie hier hinzu.</translation>
    </message>
    <message>
        <source>{host} is busy at the moment (answer {status}). Try again later; what has come is kept.</source>
        <translation>{host} ist gerade überlastet (Antwort {status}). Versuchen Sie es später erneut; was schon da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{host} gave an answer that Thimble does not understand ({status}). Try later.</source>
        <translation>{host} hat eine Antwort gegeben, die Thimble nicht versteht ({status}). Versuchen Sie es später.</translation>
    </message>
    <message>
        <source>{host} sent a web page instead of the file. If this network asks for a sign-in, do that in your browser first; then try again.</source>
        <translation>{host} hat statt der Datei eine Webseite gesendet. Falls dieses Netzwerk eine Anmeldung verlangt, melden Sie sich zuerst in Ihrem Browser an; versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{host} has another file than the one Thimble knows (its size differs), so it was not fetched.</source>
        <translation>{host} hat eine andere Datei als die, die Thimble kennt (die Größe weicht ab), deshalb wurde sie nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>What came from {host} is not the file that Thimble knows, so it was thrown away. Try again later, or on another network.</source>
        <translation>Was von {host} kam, ist nicht die Datei, die Thimble kennt, deshalb wurde es verworfen. Versuchen Sie es später oder in einem anderen Netzwerk erneut.</translation>
    </message>
    <message>
        <source>{host} sends Thimble from one address to the next without end. Try again later.</source>
        <translation>{host} schickt Thimble endlos von einer Adresse zur nächsten. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Another model is being fetched. Wait until it is here, or stop it first.</source>
        <translation>Ein anderes Modell wird gerade heruntergeladen. Warten Sie, bis es da ist, oder stoppen Sie es zuerst.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting can&apos;t be used for downloads. Only HTTP proxies work: change the setting, or fetch the file another way and import it.</source>
        <translation>Die Proxy-Einstellung dieses Computers ist für Downloads nicht verwendbar. Nur HTTP-Proxys funktionieren: Ändern Sie die Einstellung oder besorgen Sie die Datei auf anderem Weg und fügen Sie sie hinzu.</translation>
    </message>
    <message>
        <source>The name of {file} can&apos;t be remembered. Rename the file, or copy it instead.</source>
        <translation>Thimble kann sich den Namen von {file} nicht merken. Benennen Sie die Datei um oder kopieren Sie sie stattdessen.</translation>
    </message>
    <message>
        <source>The built-in model belongs to Thimble and can&apos;t be removed.</source>
        <translation>Das eingebaute Modell gehört zu Thimble und lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space and try again; what has come so far is kept.</source>
        <translation>Der Datenträger mit {folder} ist voll. Schaffen Sie Platz und versuchen Sie es erneut; was schon da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written into {folder}. Check that the folder is there and can be written.</source>
        <translation>{file} lässt sich nicht in {folder} speichern. Prüfen Sie, ob der Ordner vorhanden ist und in ihn geschrieben werden kann.</translation>
    </message>
    <message>
        <source>There is a file {file} in the models folder already. Remove that model first, or use it.</source>
        <translation>Im Modellordner gibt es schon eine Datei {file}. Entfernen Sie zuerst dieses Modell oder verwenden Sie es.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} is needed, {free} is free. Free some space.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz: {needed} werden gebraucht, {free} sind frei. Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed. If it is in use, choose another model and try again in a moment.</source>
        <translation>{file} lässt sich nicht entfernen. Wird die Datei gerade verwendet, wählen Sie ein anderes Modell und versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be brought back: it is no longer in the trash.</source>
        <translation>{file} lässt sich nicht wiederherstellen: Die Datei ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>There is no faster form of {file} to keep. Use it as it is.</source>
        <translation>Es gibt keine schnellere Form von {file}, die sich behalten ließe. Verwenden Sie die Datei, wie sie ist.</translation>
    </message>
    <message>
        <source>The faster form of {file} can&apos;t be kept in {folder}. Check that there is room and that the folder may be changed.</source>
        <translation>Die schnellere Form von {file} lässt sich nicht in {folder} aufbewahren. Prüfen Sie, ob genug Platz ist und der Ordner geändert werden darf.</translation>
    </message>
    <message>
        <source>There is no model “{name}” to be fetched. “models list” shows their names.</source>
        <translation>Ein Modell „{name}“ gibt es nicht zum Herunterladen. „models list“ zeigt die Namen.</translation>
    </message>
    <message>
        <source>The file {file} is not one of Thimble&apos;s models, so it is left alone.</source>
        <translation>Die Datei {file} gehört nicht zu den Modellen von Thimble, deshalb bleibt sie unangetastet.</translation>
    </message>
    <message>
        <source>Nobody can be asked here. Add --yes if you agree to what is shown.</source>
        <translation>Hier kann niemand gefragt werden. Fügen Sie --yes hinzu, wenn Sie dem Angezeigten zustimmen.</translation>
    </message>
    <message>
        <source>{file} is in an old format that can&apos;t be converted. Look for the model as a GGUF file.</source>
        <translation>{file} liegt in einem alten Format vor, das sich nicht umwandeln lässt. Suchen Sie das Modell als GGUF-Datei.</translation>
    </message>
    <message>
        <source>The faster form of {file} can&apos;t be deleted. If it is in use, choose another model and try again in a moment.</source>
        <translation>Die schnellere Form von {file} kann nicht gelöscht werden. Wenn sie in Gebrauch ist, wählen Sie ein anderes Modell und versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{file} is empty. Choose a document with text in it.</source>
        <translation>{file} ist leer. Wählen Sie ein Dokument, das Text enthält.</translation>
    </message>
    <message>
        <source>There is no text in {file}. Choose a document with text in it.</source>
        <translation>In {file} ist kein Text. Wählen Sie ein Dokument, das Text enthält.</translation>
    </message>
    <message>
        <source>{file} holds only pictures of its pages, and Thimble can&apos;t read pictures. Choose a version with text, or run it through a text recognition (OCR) program first.</source>
        <translation>{file} enthält nur Bilder der Seiten, und Bilder kann Thimble nicht lesen. Wählen Sie eine Fassung mit Text oder bearbeiten Sie die Datei zuerst mit einem Programm zur Texterkennung (OCR).</translation>
    </message>
    <message>
        <source>{file} is protected with a password. Save it without one and choose the copy.</source>
        <translation>{file} ist mit einem Passwort geschützt. Speichern Sie eine Kopie ohne Passwort und wählen Sie diese.</translation>
    </message>
    <message>
        <source>{file} is damaged and can&apos;t be read. Get it once more from where it came from, or save it anew.</source>
        <translation>{file} ist beschädigt und lässt sich nicht lesen. Besorgen Sie die Datei noch einmal von dort, wo sie herkam, oder speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>{file} is not a document Thimble can read. It reads PDF, Word, OpenDocument, PowerPoint, EPUB, web pages, e-mail, RTF, CSV, subtitles and plain text.</source>
        <translation>{file} ist kein Dokument, das Thimble lesen kann. Thimble liest PDF, Word, OpenDocument, PowerPoint, EPUB, Webseiten, E-Mails, RTF, CSV, Untertitel und einfachen Text.</translation>
    </message>
    <message>
        <source>{file} has the format of Office before 2007. Open it in your office program and save it as DOCX, PPTX or PDF.</source>
        <translation>{file} hat das Format von Office vor 2007. Öffnen Sie die Datei in Ihrem Office-Programm und speichern Sie sie als DOCX, PPTX oder PDF.</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than a document should. If you trust it, save it as plain text and try again.</source>
        <translation>{file} wird beim Entpacken viel größer, als ein Dokument sein sollte. Wenn Sie der Datei vertrauen, speichern Sie sie als einfachen Text und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} million characters of text. Split it and choose one of the parts.</source>
        <translation>{file} enthält mehr als {limit} Millionen Zeichen Text. Teilen Sie die Datei auf und wählen Sie einen der Teile.</translation>
    </message>
    <message>
        <source>Reading {file} took too long, so it was stopped. Save it anew, or as plain text, and try again.</source>
        <translation>Das Lesen von {file} dauerte zu lange und wurde deshalb abgebrochen. Speichern Sie die Datei neu oder als einfachen Text und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Reading {file} would take too much memory. Save it as plain text, or split it, and try again.</source>
        <translation>Das Lesen von {file} würde zu viel Arbeitsspeicher brauchen. Speichern Sie die Datei als einfachen Text oder teilen Sie sie auf und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{file} could not be read: it made the reader fail. Save it anew, or as plain text, and try again.</source>
        <translation>{file} konnte nicht gelesen werden: Beim Lesen ist ein Fehler aufgetreten. Speichern Sie die Datei neu oder als einfachen Text und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be opened. Check that it is still there and that you may read it.</source>
        <translation>{file} lässt sich nicht öffnen. Prüfen Sie, ob die Datei noch vorhanden ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>{file} is neither a file nor a folder. Choose a document.</source>
        <translation>{file} ist weder eine Datei noch ein Ordner. Wählen Sie ein Dokument.</translation>
    </message>
    <message>
        <source>{file} is a link to another place. Choose what it leads to.</source>
        <translation>{file} ist eine Verknüpfung zu einem anderen Ort. Wählen Sie das, wohin sie führt.</translation>
    </message>
    <message>
        <source>There is no document in the folder {file}. Choose another one.</source>
        <translation>Im Ordner {file} ist kein Dokument. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The part of Thimble that reads documents could not be started. Close other programs and try again; if that does not help, install Thimble again.</source>
        <translation>Der Teil von Thimble, der Dokumente liest, konnte nicht gestartet werden. Schließen Sie andere Programme und versuchen Sie es erneut; hilft das nicht, installieren Sie Thimble neu.</translation>
    </message>
    <message>
        <source>There is not enough room for {file}. Free some space or choose another place; nothing was written.</source>
        <translation>Für {file} ist nicht genug Platz. Schaffen Sie Platz oder wählen Sie einen anderen Ort; geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Choose another place, or allow writing there; nothing was written.</source>
        <translation>{file} lässt sich nicht schreiben. Wählen Sie einen anderen Ort oder erlauben Sie dort das Schreiben; geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>{file} was exported by a newer Thimble. Install the newest version to import it; nothing was changed.</source>
        <translation>{file} wurde von einem neueren Thimble exportiert. Installieren Sie die neueste Version, um die Datei zu importieren; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>{file} is where Thimble keeps your conversations. Choose another name; nothing was written.</source>
        <translation>In {file} bewahrt Thimble Ihre Unterhaltungen auf. Wählen Sie einen anderen Namen; geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>There are no conversations to export here. Begin one, or choose other ones.</source>
        <translation>Hier gibt es keine Unterhaltungen zum Exportieren. Beginnen Sie eine oder wählen Sie andere.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase; it is needed to open them, nothing was changed.</source>
        <translation>Ihre Unterhaltungen sind durch eine Passphrase geschützt; sie wird zum Öffnen gebraucht, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>This is not the passphrase of your conversations; type it again.</source>
        <translation>Das ist nicht die Passphrase Ihrer Unterhaltungen; geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>{path} is encrypted with another key than the one in {key}; put the key file that belongs to it there, nothing was changed.</source>
        <translation>{path} ist mit einem anderen Schlüssel verschlüsselt als dem in {key}; legen Sie die zugehörige Schlüsseldatei dorthin, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Your conversations are encrypted, but their key file {key} is missing; put it back from a backup or another copy, nothing was changed.</source>
        <translation>Ihre Unterhaltungen sind verschlüsselt, aber die Schlüsseldatei {key} fehlt; legen Sie sie aus einer Sicherung oder einer anderen Kopie wieder dorthin, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The key file {key} can&apos;t be read, and without it your conversations can&apos;t be opened; put it back from a backup or another copy, nothing was changed.</source>
        <translation>Die Schlüsseldatei {key} ist nicht lesbar, und ohne sie lassen sich Ihre Unterhaltungen nicht öffnen; legen Sie sie aus einer Sicherung oder einer anderen Kopie wieder dorthin, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The encryption of your conversations was interrupted; start Thimble once more and type your passphrase to finish it.</source>
        <translation>Die Verschlüsselung Ihrer Unterhaltungen wurde unterbrochen; starten Sie Thimble noch einmal und geben Sie Ihre Passphrase ein, um sie abzuschließen.</translation>
    </message>
    <message>
        <source>This passphrase is too short; take at least {count} characters, best several words.</source>
        <translation>Diese Passphrase ist zu kurz; nehmen Sie mindestens {count} Zeichen, am besten mehrere Wörter.</translation>
    </message>
    <message>
        <source>The backup {file} is damaged or is no backup of Thimble; choose another one, nothing was changed.</source>
        <translation>Die Sicherung {file} ist beschädigt oder keine Sicherung von Thimble; wählen Sie eine andere, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The backup {file} is encrypted with another passphrase than your conversations; choose another one, nothing was changed.</source>
        <translation>Die Sicherung {file} ist mit einer anderen Passphrase verschlüsselt als Ihre Unterhaltungen; wählen Sie eine andere Sicherung, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The backup {file} is not there; look whether the drive it is on is connected, nothing was changed.</source>
        <translation>Die Sicherung {file} ist nicht da; prüfen Sie, ob das Laufwerk angeschlossen ist, auf dem sie liegt, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The file {file} exists already; choose another name, nothing was changed.</source>
        <translation>Die Datei {file} gibt es schon; wählen Sie einen anderen Namen, geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Nothing was restored because your present conversations could not be backed up first; free some space in {folder} and try again.</source>
        <translation>Es wurde nichts wiederhergestellt, weil sich Ihre jetzigen Unterhaltungen vorher nicht sichern ließen; schaffen Sie Platz in {folder} und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Your conversations are open in another program; close Thimble&apos;s window and every “thimble chat”, then try again.</source>
        <translation>Ihre Unterhaltungen sind in einem anderen Programm geöffnet; schließen Sie das Fenster von Thimble und jedes „thimble chat“ und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there, so no backup was made in it; connect the drive it is on or choose another folder.</source>
        <translation>Der Ordner {folder} ist nicht da, deshalb wurde darin keine Sicherung angelegt; schließen Sie das Laufwerk an, auf dem er liegt, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no room for a backup in {folder}; free {size} there or choose another folder.</source>
        <translation>In {folder} ist kein Platz für eine Sicherung; schaffen Sie dort {size} Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>No backup could be made in {folder}; look whether files can be written there, then try again.</source>
        <translation>In {folder} ließ sich keine Sicherung anlegen; prüfen Sie, ob dort Dateien geschrieben werden können, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The search is being prepared; try again in a moment.</source>
        <translation>Die Suche wird gerade vorbereitet; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Not everything can be found now, because the search index {path} can&apos;t be written; free some space or allow writing there. The conversations themselves are safe.</source>
        <translation>Zurzeit lässt sich nicht alles finden, weil der Suchindex {path} nicht geschrieben werden kann; schaffen Sie Platz oder erlauben Sie dort das Schreiben. Die Unterhaltungen selbst sind sicher.</translation>
    </message>
    <message>
        <source>No passage of the document has a word of this question. Ask in the document&apos;s language and words.</source>
        <translation>Keine Stelle des Dokuments enthält ein Wort dieser Frage. Fragen Sie in der Sprache und mit den Wörtern des Dokuments.</translation>
    </message>
    <message>
        <source>The model {model} can&apos;t write {language}. Choose another model, or a summary in the document&apos;s own language.</source>
        <translation>Das Modell {model} kann diese Sprache nicht schreiben: {language}. Wählen Sie ein anderes Modell oder eine Zusammenfassung in der Sprache des Dokuments.</translation>
    </message>
    <message>
        <source>There is no folder called “{name}”. The folders are: {folders}.</source>
        <translation>Einen Ordner namens „{name}“ gibt es nicht. Vorhanden sind: {folders}.</translation>
    </message>
    <message>
        <source>There are no conversations yet, so there is nothing to back up.</source>
        <translation>Es gibt noch keine Unterhaltungen, also auch nichts zu sichern.</translation>
    </message>
    <message>
        <source>There is no backup {backup}; “history restore” lists the backups there are.</source>
        <translation>Eine Sicherung {backup} gibt es nicht; „history restore“ listet die vorhandenen Sicherungen auf.</translation>
    </message>
    <message>
        <source>“{language}” is no language Thimble can write. Choose one of {languages}.</source>
        <translation>„{language}“ ist keine Sprache, die Thimble schreiben kann. Wählen Sie eine von diesen: {languages}.</translation>
    </message>
    <message>
        <source>There is nothing to summarise. Name a file behind “summarize”, or use a pipe.</source>
        <translation>Es gibt nichts zusammenzufassen. Nennen Sie hinter „summarize“ eine Datei oder verwenden Sie eine Pipe.</translation>
    </message>
    <message>
        <source>There is a file {file} already. Choose another name; nothing was written.</source>
        <translation>Eine Datei {file} gibt es schon. Wählen Sie einen anderen Namen; geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>There is not enough room in {folder}: {needed} is needed, {free} is free. Free some space or choose another place.</source>
        <translation>In {folder} ist nicht genug Platz: {needed} werden gebraucht, {free} sind frei. Schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Check that the folder exists and that you may write there.</source>
        <translation>{file} lässt sich nicht schreiben. Prüfen Sie, ob der Ordner vorhanden ist und Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk became full while {file} was written. Free some space and try again.</source>
        <translation>Beim Schreiben von {file} wurde der Datenträger voll. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{file} is too large for this disk or memory stick, which can&apos;t hold files of 4 GB. Choose another one, or leave the models out.</source>
        <translation>{file} ist zu groß für diesen Datenträger oder USB-Stick, der keine Dateien ab 4 GB aufnehmen kann. Wählen Sie einen anderen oder lassen Sie die Modelle weg.</translation>
    </message>
    <message>
        <source>{file} did not read back as it was written, so it was removed. The disk may be failing; use another one.</source>
        <translation>{file} ließ sich nicht so zurücklesen, wie es geschrieben wurde, deshalb wurde die Datei gelöscht. Vielleicht ist der Datenträger defekt; verwenden Sie einen anderen.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read. Check that it is there and that you may read it.</source>
        <translation>{file} lässt sich nicht lesen. Prüfen Sie, ob die Datei vorhanden ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>{file} is not a file that Thimble made to move everything. Choose one that was made by “move out”.</source>
        <translation>{file} ist keine Datei, die Thimble für einen Umzug angelegt hat. Wählen Sie eine, die mit „move out“ angelegt wurde.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Thimble. Install that version here, then try again.</source>
        <translation>{file} wurde von einem neueren Thimble angelegt. Installieren Sie diese Version hier und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{file} is damaged or was changed. Copy it from the other computer once more; nothing was changed here.</source>
        <translation>{file} ist beschädigt oder wurde verändert. Kopieren Sie die Datei noch einmal vom anderen Computer; hier wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There are conversations in {folder} already, and they are never overwritten. Start Thimble with --data-dir and an empty folder, or export the others and import them here. Nothing was changed.</source>
        <translation>In {folder} gibt es schon Unterhaltungen, und die werden nie überschrieben. Starten Sie Thimble mit --data-dir und einem leeren Ordner oder exportieren Sie die anderen Unterhaltungen und importieren Sie sie hier. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Thimble is open with the data folder {folder}. Close its window, then try again. Nothing was changed.</source>
        <translation>Thimble ist mit dem Datenordner {folder} geöffnet. Schließen Sie das Fenster und versuchen Sie es dann erneut. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>Thimble keeps its data beside the program already, in {folder}.</source>
        <translation>Thimble bewahrt seine Daten schon neben dem Programm auf, in {folder}.</translation>
    </message>
    <message>
        <source>There is a folder {folder} already, which Thimble uses when it is started without --data-dir and THIMBLE_HOME. Rename it first if you want another; nothing was changed.</source>
        <translation>Es gibt schon einen Ordner {folder}, den Thimble verwendet, wenn es ohne --data-dir und THIMBLE_HOME gestartet wird. Benennen Sie ihn zuerst um, wenn Sie einen anderen möchten; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The data can&apos;t be kept beside the program because {folder} can&apos;t be written to. Put Thimble&apos;s folder where you may write, on a memory stick for example, and try again from there.</source>
        <translation>Die Daten lassen sich nicht neben dem Programm aufbewahren, weil nicht in {folder} geschrieben werden kann. Legen Sie den Ordner von Thimble dorthin, wo Sie schreiben dürfen, zum Beispiel auf einen USB-Stick, und versuchen Sie es von dort erneut.</translation>
    </message>
    <message>
        <source>Your conversations are protected already; change the passphrase instead.</source>
        <translation>Ihre Unterhaltungen sind schon geschützt; ändern Sie stattdessen die Passphrase.</translation>
    </message>
    <message>
        <source>These damaged files stay encrypted because nothing in them could be read: {files}. Their key is kept as {key}.</source>
        <translation>Diese beschädigten Dateien bleiben verschlüsselt, weil nichts darin lesbar war: {files}. Der Schlüssel dazu wird als {key} aufbewahrt.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase. Run this in a terminal, where it can be typed, or put it into the variable {variable}.</source>
        <translation>Ihre Unterhaltungen sind durch eine Passphrase geschützt. Führen Sie dies in einem Terminal aus, wo sie eingegeben werden kann, oder hinterlegen Sie sie in der Variablen {variable}.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same; type them again.</source>
        <translation>Die beiden Passphrasen sind nicht gleich; geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The document of this summary can&apos;t be read from the store any more. Choose its file again.</source>
        <translation>Das Dokument dieser Zusammenfassung lässt sich nicht mehr aus den gespeicherten Daten lesen. Wählen Sie seine Datei noch einmal.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Check that there is space and that you may write there.</source>
        <translation>{file} lässt sich nicht schreiben. Prüfen Sie, ob genug Platz ist und Sie dort schreiben dürfen.</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
</context>
<context>
    <name>organise</name>
    <message>
        <source>last day</source>
        <translation>letzter Tag</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>noch {days} Tage</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} KB</source>
        <translation>{number} kB</translation>
    </message>
</context>
</TS>
