<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Version {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the answers. Bigger models know more, and need more memory and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens; four tokens are about three English words. An answer that is cut off can be continued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; higher values are more varied and less reliable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this many of the likeliest tokens are considered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this share are considered; 1 considers all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens less likely than this share of the likeliest one are left out; 0 leaves out none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1, words used lately become less likely; 1 changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number gives the same answer to the same conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new one each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More values for how the next word is chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, or as the system says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of messages and of what you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of menus and buttons; it changes at the next start. You can write in any language.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatFailure</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address {address} was copied. Thimble itself opens no connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatWords</name>
    <message>
        <source>Starting the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the model… {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your message… {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the other answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands and conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command or a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command or title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter begin a new line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is sent with the message. Click to remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text, {size} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text, {size} MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComputerPage</name>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many processor cores work on an answer. Automatic means {threads} here, and is nearly always the quickest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of a conversation the model reads, in tokens. Automatic takes what the model was made for, as far as the free memory holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>Context {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model keeps {used} of at most {length} tokens of this conversation in mind (a token is about three quarters of a word). When they are used up, it no longer reads the oldest messages; you still can.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>New title of the conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens, F2 renames, Delete deletes, the Menu key shows more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>{title}, pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyCodeButton</name>
    <message>
        <source>Copy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy code ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was given at the start with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was given by the variable THIMBLE_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies beside the program, so the program and your data move together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is your own folder on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations, settings and your models are kept here, and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the data folder in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What shall we write?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thimble writes first drafts, stories and lists of ideas with a language model on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you write leaves it: no account, no connection. Conversations are kept here only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft an e-mail to the landlord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an e-mail to my landlord: the heating in my flat does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell a bedtime story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a bedtime story about a little lighthouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect ideas for a party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give me five ideas for a birthday party in the garden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorRow</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureWindow</name>
    <message>
        <source>Thimble could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Menu of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the model behaves in this conversation; click to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character: {name}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the newest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages and conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no answer to copy yet. Ask something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} – Thimble</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit your message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old version is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel ({0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageParts</name>
    <message>
        <source>Earlier messages no longer fit; the model reads from here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageWidget</name>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model files (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models folder {folder} can&apos;t be made. Check that its disk can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built-in, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the models folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} writes the answers. Press to choose another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfflinePopover</name>
    <message>
        <source>What leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model runs here, on this computer&apos;s processor. What you type and what it answers stay in your data folder. Thimble opens no connection by itself and works with the network unplugged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting connections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this system does not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, except Python&apos;s socket module, which this count needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network libraries loaded: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network sockets of this window: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network sockets of the model&apos;s process: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked just now:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Reset to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every setting on this page its first value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages and conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search conversations by title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer. Press to see the proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title contains these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SmallModelHint</name>
    <message>
        <source>Don&apos;t show this again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model: good at drafting and rewording, weak at facts. Bigger ones are in {models}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemTextDialog</name>
    <message>
        <source>Character of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the model who it is. One or two short sentences work best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too long for instructions; paste it into the conversation instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own instructions for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message>
        <source>Whole message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thimble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thimble answered: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} words/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted when Thimble closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off: the context is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off at the longest answer allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens · {1} tokens/s · first word after {2} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} kB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_LongTextView</name>
    <message>
        <source>Whole message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>characters</name>
    <message>
        <source>Plain assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers briefly and to the point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains step by step in simple words, with an example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing helper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewords, shortens and drafts texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brainstormer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives many different ideas as a list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Go to the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search conversations by title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer, or close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The engine answered something Thimble does not understand and was ended. What was written is kept; please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine gave a wrong answer and was ended. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly ({reason}). What was written is kept; please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not be started. Close other programs and try again; if that does not help, install Thimble again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file {file} can&apos;t be opened. Check that it is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not go on with this conversation. Try again, or start a new conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine can&apos;t be loaded on this computer. Install Thimble again; if that does not help, its processor may be too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for {file} with a context of {tokens} tokens. Close other programs, or choose a smaller model or context in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file {file} can&apos;t be used: it is damaged, incomplete or of a kind Thimble does not know. Choose another model, or get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded. Choose a model and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine did not understand what was asked. Start Thimble again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine failed ({kind}). What was written is kept; please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for the model: about {words} words, and it can read about {limit} at once. Shorten the message, or send it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Thimble went wrong ({kind}). Nothing was lost; please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in model is missing from this installation. Install Thimble again, or choose another model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model “{name}” here. Choose another one; known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a model file that Thimble can read. Choose a file that ends in .gguf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting called “{name}”. Look at the list in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value {value} can&apos;t be used for “{name}”. Choose another in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “{name}” had a value that can&apos;t be used; its default is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults are used. The old file was kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder}. They hold until Thimble is closed; check that the folder can be written and that the disk is not full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so the last change to your conversations was not saved; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations can&apos;t be saved because {path} can&apos;t be written to; allow writing there or choose another data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using your conversations right now; close it or try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your conversations is damaged; close Thimble and start it again to repair it, nothing will be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations in {path} can&apos;t be opened; check that the folder exists and that you may read and write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk failed while your conversations were read or saved; check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read or save your conversations; close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long to be saved; split it into several messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message or conversation no longer exists; choose another one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations have been closed; start Thimble again to use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations could not be read or saved; try again, and restart Thimble if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations in {path} were saved by a newer Thimble; install the newest version to open them, nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations were saved by an older Thimble; start the window once so that they can be brought up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations could not be brought up to date because no backup could be made in {path}; free some space there or allow writing, then start Thimble again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. The backup of {date} was restored, with all that could still be read from the damaged file; look whether your newest messages are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. All that could still be read was saved into a new one; look whether your newest messages are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. Nothing could be read from it and there was no backup, so an empty one was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--json answers one question: give it as PROMPT or through a pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is empty. Write it behind “chat”, in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversation {number}. “history list” shows their numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model had nothing to say. Try again, or put your message in other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thimble is already running but does not answer. Close it in the system&apos;s list of programs, then start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thimble can&apos;t write to its data folder {folder}. Allow writing there, or start Thimble with --data-dir and another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>{number} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
