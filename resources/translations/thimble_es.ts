<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Version {0} of {1}</source>
        <translation>Versión {0} de {1}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>What to do with this message</source>
        <translation>Qué hacer con este mensaje</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Editar y volver a enviar</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Versión siguiente</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Download, add and remove models</source>
        <translation>Descargar, añadir y quitar modelos</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Writes the answers. Bigger models know more, and need more memory and time.</source>
        <translation>Escribe las respuestas. Los modelos más grandes saben más, pero necesitan más memoria y tiempo.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Longitud máxima</translation>
    </message>
    <message>
        <source>In tokens; four tokens are about three English words. An answer that is cut off can be continued.</source>
        <translation>En tokens; cuatro tokens son unas tres palabras en inglés. Una respuesta cortada se puede continuar.</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; higher values are more varied and less reliable.</source>
        <translation>Con 0 se toma siempre la palabra más probable; los valores más altos son más variados y menos fiables.</translation>
    </message>
    <message>
        <source>Find titles for conversations</source>
        <translation>Poner título a las conversaciones</translation>
    </message>
    <message>
        <source>While nothing is asked, the model names the topic of a new conversation. A title you wrote stays.</source>
        <translation>Mientras no se pregunta nada, el modelo busca un título para las conversaciones nuevas. Los títulos que haya escrito usted se conservan.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest tokens are considered.</source>
        <translation>Solo se tienen en cuenta los tokens más probables, hasta este número.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this share are considered; 1 considers all.</source>
        <translation>Solo se tienen en cuenta los tokens más probables que juntos alcanzan esta proporción; con 1, todos.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Tokens less likely than this share of the likeliest one are left out; 0 leaves out none.</source>
        <translation>Se descartan los tokens cuya probabilidad no llega a esta proporción de la del más probable; con 0, ninguno.</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Penalización por repetición</translation>
    </message>
    <message>
        <source>Above 1, words used lately become less likely; 1 changes nothing.</source>
        <translation>Por encima de 1, las palabras usadas hace poco se vuelven menos probables; 1 no cambia nada.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same number gives the same answer to the same conversation.</source>
        <translation>El mismo número da la misma respuesta a la misma conversación.</translation>
    </message>
    <message>
        <source>A new one each time</source>
        <translation>Una nueva cada vez</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>More values for how the next word is chosen</source>
        <translation>Más valores para la elección de la palabra siguiente</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light, dark, or as the system says.</source>
        <translation>Claros, oscuros o como indique el sistema.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claros</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuros</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>The size of messages and of what you type.</source>
        <translation>El tamaño de los mensajes y de lo que se escribe.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language of menus and buttons; it changes at the next start.</source>
        <translation>El idioma de los menús y botones; cambia en el próximo inicio.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Waiting for the model…</source>
        <translation>Esperando al modelo…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>The model reads these passages…</source>
        <translation>El modelo lee estos pasajes…</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Your conversations are backed up each day that Thimble is used, and before an update changes how they are kept. Backups of the last 7 days and of 4 earlier weeks stay.</source>
        <translation>Cada día que se usa Thimble se hace una copia de seguridad de sus conversaciones, y también antes de que una actualización cambie cómo se guardan. Se conservan las copias de los últimos 7 días y de 4 semanas anteriores.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer copia ahora</translation>
    </message>
    <message>
        <source>Copy all conversations now</source>
        <translation>Copiar ahora todas las conversaciones</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>Una segunda ubicación</translation>
    </message>
    <message>
        <source>Folder of the second place</source>
        <translation>Carpeta de la segunda ubicación</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Have a backup made there each day as well</source>
        <translation>Hacer cada día una copia también ahí</translation>
    </message>
    <message>
        <source>Don&apos;t use it</source>
        <translation>No usarla</translation>
    </message>
    <message>
        <source>Make no more backups there; those that are there stay</source>
        <translation>No hacer más copias ahí; las que hay se conservan</translation>
    </message>
    <message>
        <source>For example a memory stick: it gets a backup each day on which it is connected.</source>
        <translation>Por ejemplo, una memoria USB: cada día que esté conectada se guarda en ella una copia.</translation>
    </message>
    <message>
        <source>Backups there are</source>
        <translation>Copias disponibles</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Put this backup in the place of all conversations; those of now are backed up first</source>
        <translation>Poner esta copia en lugar de todas las conversaciones; antes se hace una copia de las actuales</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostrar en su carpeta</translation>
    </message>
    <message>
        <source>Open the folder the backup lies in</source>
        <translation>Abrir la carpeta donde está la copia</translation>
    </message>
    <message>
        <source>Bring back the conversations from before</source>
        <translation>Recuperar las conversaciones de antes</translation>
    </message>
    <message>
        <source>None yet. The first is made today.</source>
        <translation>Todavía no hay ninguna. La primera se hace hoy.</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Ninguna elegida</translation>
    </message>
    <message>
        <source>{folder} is not there now. Connect the drive it is on, and backups are made there again.</source>
        <translation>{folder} no está disponible ahora. Conecte la unidad en la que está y se volverán a hacer copias ahí.</translation>
    </message>
    <message>
        <source>{date} · {size}</source>
        <translation>{date} · {size}</translation>
    </message>
    <message>
        <source>{backup} · from before another was restored</source>
        <translation>{backup} · de antes de restaurar otra</translation>
    </message>
    <message>
        <source>{backup} · second place</source>
        <translation>{backup} · segunda ubicación</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>Haciendo una copia de seguridad…</translation>
    </message>
    <message>
        <source>Backed up in two places.</source>
        <translation>Copia hecha en dos ubicaciones.</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>Copia hecha.</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>Elegir una carpeta para las copias de seguridad</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for its end or stop it, then restore.</source>
        <translation>Se está escribiendo una respuesta. Espere a que termine o deténgala, y después restaure.</translation>
    </message>
    <message>
        <source>Restoring… This takes some seconds.</source>
        <translation>Restaurando… Tarda unos segundos.</translation>
    </message>
    <message>
        <source>The backup has taken the place of all conversations. Those of before are in the list too.</source>
        <translation>La copia ha sustituido todas las conversaciones. Las de antes también están en la lista.</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Deleted conversations stay here for 30 days. What then goes, or is removed here, can&apos;t be brought back: its text is overwritten in the file of your conversations, at the latest when Thimble is closed, and it leaves the search and what models keep of it. Backups made before still have it until they go in their turn, some weeks later. Files you exported stay. A disk may keep traces that no program can reach.</source>
        <translation>Las conversaciones eliminadas se quedan aquí 30 días. Lo que desaparece después, o se borra aquí, no se puede recuperar: su texto se sobrescribe en el archivo de sus conversaciones, como muy tarde al cerrar Thimble, y desaparece de la búsqueda y de lo que guardan los modelos. Las copias de seguridad anteriores lo conservan hasta que les llega el turno de borrarse, unas semanas después. Los archivos que usted exportó permanecen. Un disco puede guardar restos a los que ningún programa llega.</translation>
    </message>
    <message>
        <source>The bin is empty. What you delete can be brought back from here.</source>
        <translation>La papelera está vacía. Lo que elimine se podrá recuperar desde aquí.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>Borrar para siempre…</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Vaciar la papelera…</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Deleted conversations</source>
        <translation>Conversaciones eliminadas</translation>
    </message>
    <message>
        <source>Enter brings back, Delete removes for good.</source>
        <translation>Intro recupera, Supr borra para siempre.</translation>
    </message>
    <message>
        <source>Remove this conversation for good? It can&apos;t be brought back.</source>
        <translation>¿Borrar esta conversación para siempre? No se podrá recuperar.</translation>
    </message>
    <message>
        <source>Remove {count} conversations for good? They can&apos;t be brought back.</source>
        <translation>¿Borrar {count} conversaciones para siempre? No se podrán recuperar.</translation>
    </message>
</context>
<context>
    <name>BinModel</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Deleted on {date}. {messages} messages.</source>
        <translation>Eliminada el {date}. Mensajes: {messages}.</translation>
    </message>
    <message>
        <source>{title}, deleted on {date}, {left}</source>
        <translation>{title}, eliminada el {date}, {left}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Can be brought back</source>
        <translation>Se puede recuperar</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>The new one holds at once. Copies of your data that you made elsewhere still open with the old one.</source>
        <translation>La nueva vale de inmediato. Las copias de sus datos que haya hecho en otros lugares se siguen abriendo con la anterior.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Frase de contraseña actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>The new one once more</source>
        <translation>La nueva, otra vez</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{count} conversations went into the archive.</source>
        <translation>Se archivaron {count} conversaciones.</translation>
    </message>
    <message>
        <source>{count} conversations are back in the list.</source>
        <translation>{count} conversaciones vuelven a estar en la lista.</translation>
    </message>
    <message>
        <source>“{title}” went into the archive.</source>
        <translation>Se archivó «{title}».</translation>
    </message>
    <message>
        <source>“{title}” is back in the list.</source>
        <translation>«{title}» vuelve a estar en la lista.</translation>
    </message>
    <message>
        <source>{count} conversations were moved to “{folder}”.</source>
        <translation>Se movieron {count} conversaciones a «{folder}».</translation>
    </message>
    <message>
        <source>{count} conversations were taken out of their folders.</source>
        <translation>Se sacaron {count} conversaciones de sus carpetas.</translation>
    </message>
    <message>
        <source>“{title}” was moved to “{folder}”.</source>
        <translation>Se movió «{title}» a «{folder}».</translation>
    </message>
    <message>
        <source>“{title}” was taken out of its folder.</source>
        <translation>Se sacó «{title}» de su carpeta.</translation>
    </message>
    <message>
        <source>{count} conversations were deleted.</source>
        <translation>Se eliminaron {count} conversaciones.</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>Se eliminó «{title}».</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nueva carpeta</translation>
    </message>
    <message>
        <source>The folder “{name}” was removed; what was in it is below.</source>
        <translation>Se quitó la carpeta «{name}»; lo que contenía está más abajo.</translation>
    </message>
    <message>
        <source>The folder “{name}” was removed.</source>
        <translation>Se quitó la carpeta «{name}».</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
</context>
<context>
    <name>ChatFailure</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Elegir un modelo…</translation>
    </message>
    <message>
        <source>Use the built-in model</source>
        <translation>Usar el modelo integrado</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Texto propio</translation>
    </message>
    <message>
        <source>The address {address} was copied. Thimble itself opens no connection.</source>
        <translation>Se copió la dirección {address}. Thimble no abre ninguna conexión.</translation>
    </message>
</context>
<context>
    <name>ChatWords</name>
    <message>
        <source>Starting the model…</source>
        <translation>Iniciando el modelo…</translation>
    </message>
    <message>
        <source>Starting the model… {percent} %</source>
        <translation>Iniciando el modelo… {percent} %</translation>
    </message>
    <message>
        <source>Reading your message…</source>
        <translation>Leyendo el mensaje…</translation>
    </message>
    <message>
        <source>Reading your message… {percent} %</source>
        <translation>Leyendo el mensaje… {percent} %</translation>
    </message>
    <message>
        <source>Waiting for the other answer…</source>
        <translation>Esperando la otra respuesta…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands and conversations</source>
        <translation>Comandos y conversaciones</translation>
    </message>
    <message>
        <source>Type a command or a title</source>
        <translation>Escriba un comando o un título</translation>
    </message>
    <message>
        <source>Command or title</source>
        <translation>Comando o título</translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation>Opciones disponibles</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No hay nada con ese nombre.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything …</source>
        <translation>Pregunte lo que quiera…</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter begin a new line.</source>
        <translation>Intro envía, Mayús+Intro empieza una línea nueva.</translation>
    </message>
    <message>
        <source>This text is sent with the message. Click to remove it.</source>
        <translation>Este texto se envía con el mensaje. Haga clic para quitarlo.</translation>
    </message>
    <message>
        <source>Remove: {text}</source>
        <translation>Quitar: {text}</translation>
    </message>
    <message>
        <source>{text} attached</source>
        <translation>Se adjuntó: {text}</translation>
    </message>
    <message>
        <source>Pasted text, {size} kB</source>
        <translation>Texto pegado, {size} kB</translation>
    </message>
    <message>
        <source>Pasted text, {size} MB</source>
        <translation>Texto pegado, {size} MB</translation>
    </message>
</context>
<context>
    <name>ComputerPage</name>
    <message>
        <source>Computer</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>How many processor cores work on an answer. Automatic means {threads} here, and is nearly always the quickest.</source>
        <translation>Cuántos núcleos del procesador trabajan en una respuesta. «Automático» equivale aquí a {threads} y casi siempre es lo más rápido.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>How much of a conversation the model reads, in tokens. Automatic takes what the model was made for, as far as the free memory holds it.</source>
        <translation>Cuánto lee el modelo de una conversación, en tokens. «Automático» usa el tamaño previsto para el modelo, hasta donde alcance la memoria libre.</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
    <message>
        <source>Most memory for a model</source>
        <translation>Memoria máxima para un modelo</translation>
    </message>
    <message>
        <source>A model that needs more is not started. Automatic means what other programs leave free; this computer has {total}.</source>
        <translation>Un modelo que necesite más no se inicia. Automático significa lo que dejan libre los demás programas; este ordenador tiene {total}.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Give memory back after</source>
        <translation>Devolver la memoria tras</translation>
    </message>
    <message>
        <source>When nothing was asked for so long, the model leaves the memory. The next message starts it again, which takes a moment.</source>
        <translation>Cuando no se ha preguntado nada durante este tiempo, el modelo deja la memoria. El mensaje siguiente lo inicia de nuevo, lo que tarda un momento.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Save battery</source>
        <translation>Ahorrar batería</translation>
    </message>
    <message>
        <source>On battery, half the processor cores work on an answer: slower, but it lasts longer.</source>
        <translation>Con batería, solo la mitad de los núcleos del procesador trabaja en una respuesta: es más lento, pero dura más.</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>Context {percent} %</source>
        <translation>Contexto {percent} %</translation>
    </message>
    <message>
        <source>The model keeps {used} of at most {length} tokens of this conversation in mind (a token is about three quarters of a word). When they are used up, it no longer reads the oldest messages; you still can.</source>
        <translation>El modelo tiene presentes {used} tokens de esta conversación, de un máximo de {length} (un token son unos tres cuartos de palabra). Cuando se agotan, deja de leer los mensajes más antiguos; usted puede seguir leyéndolos.</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>New title of the conversation</source>
        <translation>Nuevo título de la conversación</translation>
    </message>
    <message>
        <source>New name of the folder</source>
        <translation>Nuevo nombre de la carpeta</translation>
    </message>
</context>
<context>
    <name>ConversationDrops</name>
    <message>
        <source>Let go to import the conversations</source>
        <translation>Suelte para importar las conversaciones</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Enter opens, F2 renames, Delete deletes, Shift with an arrow selects more, the Menu key shows more.</source>
        <translation>Intro abre, F2 cambia el nombre, Supr elimina, Mayús con una flecha selecciona más, la tecla Menú muestra más opciones.</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>{title}, pinned</source>
        <translation>{title}, fijada</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijadas</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Última semana</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivadas</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Folder without a name</source>
        <translation>Carpeta sin nombre</translation>
    </message>
    <message>
        <source>Bin, {count} in it</source>
        <translation>Papelera, {count} dentro</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Carpeta {name}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>{name}, {count} in it, {state}</source>
        <translation>{name}, {count} dentro, {state}</translation>
    </message>
    <message>
        <source>{title}, summary</source>
        <translation>{title}, resumen</translation>
    </message>
    <message>
        <source>{title}, archived</source>
        <translation>{title}, archivada</translation>
    </message>
</context>
<context>
    <name>CopyCodeButton</name>
    <message>
        <source>Copy code</source>
        <translation>Copiar el código</translation>
    </message>
    <message>
        <source>Copy code ({0})</source>
        <translation>Copiar el código ({0})</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n palabra</numerusform>
            <numerusform>%n palabras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>The folder was given at the start with --data-dir.</source>
        <translation>Se indicó al iniciar con --data-dir.</translation>
    </message>
    <message>
        <source>It was given by the variable THIMBLE_HOME.</source>
        <translation>Se indicó con la variable THIMBLE_HOME.</translation>
    </message>
    <message>
        <source>The folder lies beside the program, so the program and your data move together.</source>
        <translation>Está junto al programa, así que el programa y sus datos se mueven juntos.</translation>
    </message>
    <message>
        <source>It is your own folder on this computer.</source>
        <translation>Es su propia carpeta en este equipo.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Conversations, settings and your models are kept here, and nowhere else.</source>
        <translation>Las conversaciones, los ajustes y sus modelos se guardan aquí y en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Show the data folder in the file manager</source>
        <translation>Mostrar la carpeta de datos en el gestor de archivos</translation>
    </message>
</context>
<context>
    <name>DocumentDrops</name>
    <message>
        <source>Let go to summarise</source>
        <translation>Suelte para resumir</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Connecting to {host}…</source>
        <translation>Conectando con {host}…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pausando…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>Se vuelve a intentar en {seconds} s.</translation>
    </message>
    <message>
        <source>Checking that the file is unharmed…</source>
        <translation>Comprobando que el archivo está intacto…</translation>
    </message>
    <message>
        <source>Paused: {done} of {total} are here. Resume connects to {host}.</source>
        <translation>En pausa: {done} de {total} están aquí. Reanudar conecta con {host}.</translation>
    </message>
    <message>
        <source>The download of {name} was given up; {size} of it are deleted.</source>
        <translation>Se abandonó la descarga de {name}; se han borrado {size}.</translation>
    </message>
</context>
<context>
    <name>DropView</name>
    <message>
        <source>{count} conversations</source>
        <translation>{count} conversaciones</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What shall we write?</source>
        <translation>¿Qué escribimos?</translation>
    </message>
    <message>
        <source>Thimble writes first drafts, stories and lists of ideas with a language model on this computer.</source>
        <translation>Thimble escribe primeros borradores, cuentos y listas de ideas con un modelo de lenguaje en este equipo.</translation>
    </message>
    <message>
        <source>Nothing you write leaves this computer: no account, no connection. Conversations are kept here only.</source>
        <translation>Nada de lo que escriba sale del equipo: sin cuenta y sin conexión. Las conversaciones se guardan solo aquí.</translation>
    </message>
    <message>
        <source>Draft an e-mail to the landlord</source>
        <translation>Redactar un correo al arrendador</translation>
    </message>
    <message>
        <source>Tell a bedtime story</source>
        <translation>Contar un cuento para dormir</translation>
    </message>
    <message>
        <source>Collect ideas for a party</source>
        <translation>Reunir ideas para una fiesta</translation>
    </message>
</context>
<context>
    <name>ErrorRow</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
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
        <translation>Página web (HTML)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texto sin formato</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Everything, to import again (JSON)</source>
        <translation>Todo, para volver a importarlo (JSON)</translation>
    </message>
    <message>
        <source>For notes and other programs; answers keep their headings, lists and code.</source>
        <translation>Para notas y otros programas; las respuestas conservan sus títulos, listas y código.</translation>
    </message>
    <message>
        <source>One file that every browser shows and prints. It loads nothing and holds no program.</source>
        <translation>Un solo archivo que cualquier navegador muestra e imprime. No carga nada ni contiene ningún programa.</translation>
    </message>
    <message>
        <source>Only the words, for any editor.</source>
        <translation>Solo las palabras, para cualquier editor.</translation>
    </message>
    <message>
        <source>Pages with numbers, to print or to pass on.</source>
        <translation>Páginas numeradas, para imprimir o compartir.</translation>
    </message>
    <message>
        <source>Also other answers, drafts and folders, for another computer or to keep.</source>
        <translation>También las otras respuestas, los borradores y las carpetas, para otro ordenador o para guardar.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>Instrucciones para el modelo</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>cortada</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpida</translation>
    </message>
    <message>
        <source>still being written</source>
        <translation>aún se está escribiendo</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were exported to {file}.</source>
        <translation>
            <numerusform>Se exportó %n conversación a {file}.</numerusform>
            <numerusform>Se exportaron %n conversaciones a {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were imported.</source>
        <translation>
            <numerusform>Se importó %n conversación.</numerusform>
            <numerusform>Se importaron %n conversaciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations got new messages.</source>
        <translation>
            <numerusform>%n conversación recibió mensajes nuevos.</numerusform>
            <numerusform>%n conversaciones recibieron mensajes nuevos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were here already.</source>
        <translation>
            <numerusform>%n conversación ya estaba aquí.</numerusform>
            <numerusform>%n conversaciones ya estaban aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>No se importó nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures, attached files or notes of tools could not be taken over.</source>
        <translation>
            <numerusform>No se pudo traer %n imagen, archivo adjunto o nota de herramienta.</numerusform>
            <numerusform>No se pudieron traer %n imágenes, archivos adjuntos o notas de herramientas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged pieces were passed over.</source>
        <translation>
            <numerusform>Se omitió %n fragmento dañado.</numerusform>
            <numerusform>Se omitieron %n fragmentos dañados.</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversations were found in {files}.</source>
        <translation>No se encontraron conversaciones en {files}.</translation>
    </message>
    <message>
        <source>It was stopped early; importing again brings the rest.</source>
        <translation>Se detuvo antes de terminar; si vuelve a importar, llegará el resto.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export conversations</source>
        <translation>Exportar conversaciones</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose where the file is put</source>
        <translation>Elegir dónde se guarda el archivo</translation>
    </message>
    <message>
        <source>Exporting conversations</source>
        <translation>Exportando conversaciones</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«{title}»</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen conversations</source>
        <translation>
            <numerusform>%n conversación elegida</numerusform>
            <numerusform>%n conversaciones elegidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n conversations</source>
        <translation>
            <numerusform>Todas las conversaciones (%n)</numerusform>
            <numerusform>Todas las conversaciones (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folder “{name}” (%n)</source>
        <translation>
            <numerusform>Carpeta «{name}» (%n)</numerusform>
            <numerusform>Carpeta «{name}» (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a file of this name already; it will be replaced.</source>
        <translation>Ya hay un archivo con este nombre; se reemplazará.</translation>
    </message>
    <message>
        <source>The file is not protected by your passphrase: whoever has it can read it.</source>
        <translation>Su frase de contraseña no protege este archivo: quien lo tenga puede leerlo.</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: %n conversations done</source>
        <translation>
            <numerusform>Exportando: %n conversación lista</numerusform>
            <numerusform>Exportando: %n conversaciones listas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureWindow</name>
    <message>
        <source>Thimble could not start</source>
        <translation>Thimble no pudo iniciarse</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Detalles técnicos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Show the technical details</source>
        <translation>Mostrar los detalles técnicos</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Choose a document</source>
        <translation>Elegir un documento</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Documento de Word</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>Guardar el resumen</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Where to search</source>
        <translation>Dónde buscar</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Todas las conversaciones</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Quién lo escribió</translation>
    </message>
    <message>
        <source>By anyone</source>
        <translation>De cualquiera</translation>
    </message>
    <message>
        <source>By you</source>
        <translation>De usted</translation>
    </message>
    <message>
        <source>By Thimble</source>
        <translation>De Thimble</translation>
    </message>
    <message>
        <source>When it was written</source>
        <translation>Cuándo se escribió</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>En cualquier fecha</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>Over a year ago</source>
        <translation>Hace más de un año</translation>
    </message>
    <message>
        <source>Kind of conversation</source>
        <translation>Tipo de conversación</translation>
    </message>
    <message>
        <source>Of any kind</source>
        <translation>De cualquier tipo</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Resúmenes</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Traducciones</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Qué aparece primero</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Mejores primero</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Recientes primero</translation>
    </message>
    <message>
        <source>Only “{title}”</source>
        <translation>Solo «{title}»</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Search in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Type words to find the messages that have all of them. “Quoted words” have to follow one another. Capitals and accents make no difference.</source>
        <translation>Escriba palabras para encontrar los mensajes que las contienen todas. Las “palabras entre comillas” tienen que ir seguidas. Las mayúsculas y los acentos no importan.</translation>
    </message>
    <message>
        <source>No message and no title has all these words.</source>
        <translation>Ningún mensaje ni título contiene todas estas palabras.</translation>
    </message>
    <message>
        <source>Many messages have all these words; one more word narrows them down.</source>
        <translation>Muchos mensajes contienen todas estas palabras; añada otra para acotar la búsqueda.</translation>
    </message>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>%n resultado.</numerusform>
            <numerusform>%n resultados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are still to be read into the search.</source>
        <translation>
            <numerusform>Falta %n mensaje por incorporar a la búsqueda.</numerusform>
            <numerusform>Faltan %n mensajes por incorporar a la búsqueda.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Finishing the encryption</source>
        <translation>Terminando el cifrado</translation>
    </message>
    <message>
        <source>Encrypting your conversations</source>
        <translation>Cifrando sus conversaciones</translation>
    </message>
    <message>
        <source>Removing the protection</source>
        <translation>Quitando la protección</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Menu of this conversation</source>
        <translation>Menú de esta conversación</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Character…</source>
        <translation>Personalidad…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>How the model behaves in this conversation; click to change it</source>
        <translation>Cómo se comporta el modelo en esta conversación; haga clic para cambiarlo</translation>
    </message>
    <message>
        <source>Character: {name}</source>
        <translation>Personalidad: {name}</translation>
    </message>
    <message>
        <source>Character: {name}…</source>
        <translation>Personalidad: {name}…</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import conversations</source>
        <translation>Importar conversaciones</translation>
    </message>
    <message>
        <source>Bring conversations from another computer or another program. What is here already is not doubled.</source>
        <translation>Traiga conversaciones de otro ordenador o de otro programa. Lo que ya está aquí no se duplica.</translation>
    </message>
    <message>
        <source>Thimble: a file exported as JSON</source>
        <translation>Thimble: un archivo exportado como JSON</translation>
    </message>
    <message>
        <source>ChatGPT: the archive of its data export</source>
        <translation>ChatGPT: el archivo comprimido de su exportación de datos</translation>
    </message>
    <message>
        <source>GPT4All: its .chat files</source>
        <translation>GPT4All: sus archivos .chat</translation>
    </message>
    <message>
        <source>Jan: its folder “threads”</source>
        <translation>Jan: su carpeta «threads»</translation>
    </message>
    <message>
        <source>LM Studio: its folder “conversations”</source>
        <translation>LM Studio: su carpeta «conversations»</translation>
    </message>
    <message>
        <source>Open WebUI: the chats it exports as JSON</source>
        <translation>Open WebUI: los chats que exporta como JSON</translation>
    </message>
    <message>
        <source>Importing conversations</source>
        <translation>Importando conversaciones</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Choose files, or drop them onto this window</source>
        <translation>Elija archivos o suéltelos en esta ventana</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Conversations (*.json *.jsonl *.chat *.zip);;All files (*)</source>
        <translation>Conversaciones (*.json *.jsonl *.chat *.zip);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Conversations are being exported or imported already. Try again when that is done.</source>
        <translation>Ya se están exportando o importando conversaciones. Inténtelo de nuevo cuando termine.</translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n conversations</source>
        <translation>
            <numerusform>Importando: %n conversación</numerusform>
            <numerusform>Importando: %n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importando…</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>A copy stays when the file is moved or deleted. Used where it is, it takes no more room on the disk.</source>
        <translation>Una copia permanece aunque el archivo se mueva o se borre. Usado donde está, no ocupa más sitio en el disco.</translation>
    </message>
    <message>
        <source>Copy into Thimble</source>
        <translation>Copiar en Thimble</translation>
    </message>
    <message>
        <source>Use where it is</source>
        <translation>Usar donde está</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Adding a model file</source>
        <translation>Añadiendo un archivo de modelo</translation>
    </message>
    <message>
        <source>Add {file} ({size})?</source>
        <translation>¿Añadir {file} ({size})?</translation>
    </message>
    <message>
        <source>Add {file}?</source>
        <translation>¿Añadir {file}?</translation>
    </message>
    <message>
        <source>Add these files: {files}?</source>
        <translation>¿Añadir estos archivos: {files}?</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>checking the file</source>
        <translation>comprobando el archivo</translation>
    </message>
    <message>
        <source>looking at the file</source>
        <translation>examinando el archivo</translation>
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
        <translation>Usar</translation>
    </message>
    <message>
        <source>Make faster…</source>
        <translation>Acelerar…</translation>
    </message>
    <message>
        <source>Try a file format that this computer&apos;s processor reads faster</source>
        <translation>Probar un formato de archivo que el procesador de este ordenador lea más deprisa</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Como antes</translation>
    </message>
    <message>
        <source>Use the model in its own format again, and delete the faster one</source>
        <translation>Volver a usar el modelo en su propio formato y borrar el más rápido</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Show where the file lies</source>
        <translation>Mostrar dónde está el archivo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take it out of the list; the file stays</source>
        <translation>Quitarlo de la lista; el archivo permanece</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Borrar el archivo</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest (End)</source>
        <translation>Ir a lo más reciente (Fin)</translation>
    </message>
    <message>
        <source>Jump to the newest</source>
        <translation>Ir a lo más reciente</translation>
    </message>
</context>
<context>
    <name>ListMenus</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Dejar de fijar</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Fijar arriba</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete {count} conversations</source>
        <translation>Eliminar {count} conversaciones</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Cambiar nombre de la carpeta</translation>
    </message>
    <message>
        <source>Select all in it</source>
        <translation>Seleccionar todo su contenido</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>Quitar la carpeta</translation>
    </message>
    <message>
        <source>The conversations in it stay.</source>
        <translation>Las conversaciones que contiene se conservan.</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Mover a la carpeta</translation>
    </message>
    <message>
        <source>Folder without a name</source>
        <translation>Carpeta sin nombre</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nueva carpeta</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>Sacar de la carpeta</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages and conversations</source>
        <translation>Páginas y conversaciones</translation>
    </message>
    <message>
        <source>There is no answer to copy yet. Ask something first.</source>
        <translation>Aún no hay ninguna respuesta que copiar. Pregunte algo primero.</translation>
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
        <translation>texto</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit your message</source>
        <translation>Editar el mensaje</translation>
    </message>
    <message>
        <source>The old version is kept.</source>
        <translation>Se conserva la versión anterior.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Volver a enviar</translation>
    </message>
    <message>
        <source>Send again ({0})</source>
        <translation>Volver a enviar ({0})</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel ({0})</source>
        <translation>Cancelar ({0})</translation>
    </message>
</context>
<context>
    <name>MessageParts</name>
    <message>
        <source>Earlier messages no longer fit; the model reads from here.</source>
        <translation>Los mensajes anteriores ya no caben; el modelo lee desde aquí.</translation>
    </message>
</context>
<context>
    <name>MessageWidget</name>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show all ({0})</source>
        <translation>Mostrar todo ({0})</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>ModelDrops</name>
    <message>
        <source>Let go to add the model</source>
        <translation>Suelte para añadir el modelo</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>No model</source>
        <translation>Sin modelo</translation>
    </message>
    <message>
        <source>built-in, {size}</source>
        <translation>integrado, {size}</translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation>No hay ningún modelo instalado</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Añadir un archivo de modelo…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Download, add and remove models</source>
        <translation>Descargar, añadir y quitar modelos</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modelo: {name}</translation>
    </message>
    <message>
        <source>{name} writes the answers. Press to choose another.</source>
        <translation>{name} escribe las respuestas. Pulse para elegir otro modelo.</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>{languages} and {count} more</source>
        <translation>{languages} y {count} más</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>conversación</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>resúmenes</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>traducción</translation>
    </message>
    <message>
        <source>Writes {number} words a second here.</source>
        <translation>Aquí escribe {number} palabras por segundo.</translation>
    </message>
    <message>
        <source>Would write about {number} words a second here.</source>
        <translation>Aquí escribiría unas {number} palabras por segundo.</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>quedan unos {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>quedan unas {hours} h</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>{progress}, {time}</source>
        <translation>{progress}, {time}</translation>
    </message>
    <message>
        <source>{size}, built-in</source>
        <translation>{size}, integrado</translation>
    </message>
    <message>
        <source>{size}, outside Thimble&apos;s folder</source>
        <translation>{size}, fuera de la carpeta de Thimble</translation>
    </message>
    <message>
        <source>How fast it is here shows once it has answered.</source>
        <translation>Su velocidad aquí se sabrá cuando haya respondido.</translation>
    </message>
    <message>
        <source>Made faster for this computer.</source>
        <translation>Acelerado para este ordenador.</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>No se puede usar</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este ordenador</translation>
    </message>
    <message>
        <source>Needs {size} of memory.</source>
        <translation>Necesita {size} de memoria.</translation>
    </message>
    <message>
        <source>Thimble will connect to {host} and download {size}. Nothing of yours is sent.</source>
        <translation>Thimble conectará con {host} y descargará {size}. No se envía nada suyo.</translation>
    </message>
    <message>
        <source>Licence: {licence} ({terms}).</source>
        <translation>Licencia: {licence} ({terms}).</translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation>Licencia: {licence}.</translation>
    </message>
    <message>
        <source>Free on the disk: {size}.</source>
        <translation>Libre en el disco: {size}.</translation>
    </message>
    <message>
        <source>Good at {abilities}</source>
        <translation>Bueno para {abilities}</translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation>{count} idiomas</translation>
    </message>
    <message>
        <source>reads up to {words} words at once</source>
        <translation>lee hasta {words} palabras de una vez</translation>
    </message>
    <message>
        <source>Runs well</source>
        <translation>Funciona bien</translation>
    </message>
    <message>
        <source>Slow here</source>
        <translation>Lento aquí</translation>
    </message>
    <message>
        <source>Won&apos;t fit here</source>
        <translation>No cabe aquí</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>“{name}” was removed.</source>
        <translation>Se ha quitado «{name}».</translation>
    </message>
    <message>
        <source>“{name}” was taken out of the list.</source>
        <translation>«{name}» se ha quitado de la lista.</translation>
    </message>
    <message>
        <source>{name} is here and can be used.</source>
        <translation>{name} está aquí y se puede usar.</translation>
    </message>
    <message>
        <source>{name} is faster from the next answer on.</source>
        <translation>{name} será más rápido desde la próxima respuesta.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Models on this computer, and models to download</source>
        <translation>Modelos en este ordenador y modelos para descargar</translation>
    </message>
    <message>
        <source>There is no model here. Download one, or add a model file that you have.</source>
        <translation>Aquí no hay ningún modelo. Descargue uno o añada un archivo de modelo que tenga.</translation>
    </message>
    <message>
        <source>The catalogue is empty.</source>
        <translation>El catálogo está vacío.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este ordenador</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Para descargar</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Añadir un archivo de modelo…</translation>
    </message>
    <message>
        <source>Choose a file, or drop one onto this window</source>
        <translation>Elija un archivo o suéltelo en esta ventana</translation>
    </message>
    <message>
        <source>Open the models folder</source>
        <translation>Abrir la carpeta de modelos</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>Añadir un archivo de modelo</translation>
    </message>
    <message>
        <source>Model files (*.gguf *.bin);;All files (*)</source>
        <translation>Archivos de modelo (*.gguf *.bin);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Download {size}…</source>
        <translation>Descargar {size}…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Another model is being downloaded; one comes at a time.</source>
        <translation>Se está descargando otro modelo; van de uno en uno.</translation>
    </message>
    <message>
        <source>To download · {percent} %</source>
        <translation>Para descargar · {percent} %</translation>
    </message>
    <message>
        <source>The models folder {folder} can&apos;t be made. Check that its disk can be written.</source>
        <translation>No se puede crear la carpeta de modelos {folder}. Compruebe que se puede escribir en el disco.</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>Folders, bin and statistics</source>
        <translation>Carpetas, papelera y estadísticas</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nueva carpeta</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>Papelera…</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Estadísticas…</translation>
    </message>
</context>
<context>
    <name>MovingPanel</name>
    <message>
        <source>Another computer</source>
        <translation>Otro ordenador</translation>
    </message>
    <message>
        <source>Model files are large; they can also be fetched again</source>
        <translation>Los archivos de modelo son grandes; también se pueden volver a descargar</translation>
    </message>
    <message>
        <source>Copy everything into one file…</source>
        <translation>Copiar todo en un archivo…</translation>
    </message>
    <message>
        <source>Take conversations and settings to another computer</source>
        <translation>Llevar las conversaciones y los ajustes a otro ordenador</translation>
    </message>
    <message>
        <source>Bring in from such a file…</source>
        <translation>Traer todo desde un archivo…</translation>
    </message>
    <message>
        <source>Take in what was copied on another computer</source>
        <translation>Traer lo que se copió en otro ordenador</translation>
    </message>
    <message>
        <source>Memory stick</source>
        <translation>Memoria USB</translation>
    </message>
    <message>
        <source>Thimble can keep its data beside the program, so that both move together. What is here is copied and stays.</source>
        <translation>Thimble puede guardar sus datos junto al programa, para que ambos se muevan juntos. Lo que hay aquí se copia y se conserva.</translation>
    </message>
    <message>
        <source>Keep data beside the program</source>
        <translation>Guardar los datos junto al programa</translation>
    </message>
    <message>
        <source>Copy the data into the folder of the program</source>
        <translation>Copiar los datos en la carpeta del programa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop; nothing is left behind</source>
        <translation>Detener; no queda ningún resto</translation>
    </message>
    <message>
        <source>One file takes conversations, settings and, if you want, models along. Protected conversations stay encrypted in it. Backups are left out.</source>
        <translation>Un solo archivo se lleva las conversaciones, los ajustes y, si quiere, los modelos. Las conversaciones protegidas siguen cifradas en él. Las copias de seguridad no se incluyen.</translation>
    </message>
    <message>
        <source>With the models ({size})</source>
        <translation>Con los modelos ({size})</translation>
    </message>
    <message>
        <source>Copy everything into one file</source>
        <translation>Copiar todo en un archivo</translation>
    </message>
    <message>
        <source>Everything is in {file} ({size}).</source>
        <translation>Todo está en {file} ({size}).</translation>
    </message>
    <message>
        <source>The same passphrase opens the conversations on the other computer.</source>
        <translation>La misma frase de contraseña abre las conversaciones en el otro ordenador.</translation>
    </message>
    <message>
        <source>Whoever has this file can read the conversations in it.</source>
        <translation>Quien tenga este archivo puede leer las conversaciones que contiene.</translation>
    </message>
    <message>
        <source>Copying everything</source>
        <translation>Copiando todo</translation>
    </message>
    <message>
        <source>Bring in from a file</source>
        <translation>Traer todo desde un archivo</translation>
    </message>
    <message>
        <source>Bringing everything in</source>
        <translation>Trayendo todo</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Examinando el archivo</translation>
    </message>
    <message>
        <source>The data is in {folder} now and is used from the next start on: close Thimble and start it again.</source>
        <translation>Los datos están ahora en {folder} y se usarán a partir del próximo inicio: cierre Thimble y vuelva a iniciarlo.</translation>
    </message>
    <message>
        <source>{title} …</source>
        <translation>{title}…</translation>
    </message>
    <message>
        <source>Stopped; nothing was left behind.</source>
        <translation>Detenido; no quedó ningún resto.</translation>
    </message>
    <message>
        <source>Everything of Thimble (*{suffix})</source>
        <translation>Todo lo de Thimble (*{suffix})</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Connect and download</source>
        <translation>Conectar y descargar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonar</translation>
    </message>
    <message>
        <source>Delete the part that is here</source>
        <translation>Borrar la parte que está aquí</translation>
    </message>
</context>
<context>
    <name>OfflinePopover</name>
    <message>
        <source>What leaves this computer</source>
        <translation>Qué sale de este equipo</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nada sale de este equipo</translation>
    </message>
    <message>
        <source>The model runs here, on this computer&apos;s processor. What you type and what it answers stay in your data folder. Thimble opens no connection by itself and works with the network unplugged.</source>
        <translation>El modelo se ejecuta aquí, en el procesador de este equipo. Lo que usted escribe y lo que el modelo responde se quedan en su carpeta de datos. Thimble no abre ninguna conexión por su cuenta y funciona con la red desconectada.</translation>
    </message>
    <message>
        <source>Counting connections…</source>
        <translation>Contando conexiones…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>this system does not tell</source>
        <translation>este sistema no lo indica</translation>
    </message>
    <message>
        <source>none, except Python&apos;s socket module, which this count needs</source>
        <translation>ninguna, salvo el módulo socket de Python, necesario para este recuento</translation>
    </message>
    <message>
        <source>Network libraries loaded: {list}</source>
        <translation>Bibliotecas de red cargadas: {list}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Network sockets of this window: {count}</source>
        <translation>Sockets de red de esta ventana: {count}</translation>
    </message>
    <message>
        <source>Network sockets of the model&apos;s process: {count}</source>
        <translation>Sockets de red del proceso del modelo: {count}</translation>
    </message>
    <message>
        <source>Checked just now:</source>
        <translation>Comprobado ahora mismo:</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Pasted text</source>
        <translation>Texto pegado</translation>
    </message>
    <message>
        <source>Opening the document…</source>
        <translation>Abriendo el documento…</translation>
    </message>
</context>
<context>
    <name>OptionsRow</name>
    <message>
        <source>Style of the summary</source>
        <translation>Estilo del resumen</translation>
    </message>
    <message>
        <source>Length of the summary</source>
        <translation>Longitud del resumen</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Idioma del resumen</translation>
    </message>
    <message>
        <source>As the document</source>
        <translation>Como el documento</translation>
    </message>
</context>
<context>
    <name>Organiser</name>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Fijar arriba</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Dejar de fijar</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Reset to defaults</source>
        <translation>Restaurar valores predeterminados</translation>
    </message>
    <message>
        <source>Give every setting on this page its first value</source>
        <translation>Devolver todos los ajustes de esta página a su valor inicial</translation>
    </message>
</context>
<context>
    <name>PageSwitch</name>
    <message>
        <source>There is no summary to save yet. Summarise a document first.</source>
        <translation>Aún no hay ningún resumen que guardar. Resuma antes un documento.</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>El bloqueo de mayúsculas está activado.</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Mostrar lo que se escribe</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Show this passage in the text</source>
        <translation>Mostrar este pasaje en el texto</translation>
    </message>
    <message>
        <source>Enter shows the passage in the text, Control and C copies.</source>
        <translation>Intro muestra el pasaje en el texto, Control+C copia.</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>This takes a moment. Should it be interrupted, the next start brings it to its end.</source>
        <translation>Tarda un momento. Si se interrumpe, se terminará en el próximo inicio.</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Poner una frase de contraseña…</translation>
    </message>
    <message>
        <source>Encrypt your conversations; Thimble closes for a moment</source>
        <translation>Cifrar sus conversaciones; Thimble se cierra un momento</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Cambiar la frase de contraseña…</translation>
    </message>
    <message>
        <source>Choose another passphrase; nothing is encrypted again</source>
        <translation>Elegir otra frase de contraseña; no se vuelve a cifrar nada</translation>
    </message>
    <message>
        <source>Remove the protection…</source>
        <translation>Quitar la protección…</translation>
    </message>
    <message>
        <source>Decrypt your conversations; Thimble closes for a moment</source>
        <translation>Descifrar sus conversaciones; Thimble se cierra un momento</translation>
    </message>
    <message>
        <source>The new passphrase holds from now on.</source>
        <translation>La nueva frase de contraseña vale desde ahora.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase</source>
        <translation>Sus conversaciones están protegidas con una frase de contraseña</translation>
    </message>
    <message>
        <source>Conversations, drafts, backups, the search index and what models keep of them are encrypted on this disk. Exported files are not, and settings and models are not.</source>
        <translation>Las conversaciones, los borradores, las copias de seguridad, el índice de búsqueda y lo que los modelos guardan de ellas están cifrados en este disco. Los archivos exportados no lo están, ni tampoco los ajustes y los modelos.</translation>
    </message>
    <message>
        <source>Your conversations are not protected</source>
        <translation>Sus conversaciones no están protegidas</translation>
    </message>
    <message>
        <source>Whoever can use this computer&apos;s disk can read them. A passphrase encrypts conversations, drafts, backups, the search index and what models keep of them.</source>
        <translation>Quien pueda usar el disco de este ordenador puede leerlas. Una frase de contraseña cifra las conversaciones, los borradores, las copias de seguridad, el índice de búsqueda y lo que los modelos guardan de ellas.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Stopped before the answer.</source>
        <translation>Se detuvo antes de responder.</translation>
    </message>
    <message>
        <source>The nearest sentence of the document, word for word: the model&apos;s own answer did not hold.</source>
        <translation>La frase más cercana del documento, palabra por palabra: la respuesta del propio modelo no se sostenía.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove the protection</source>
        <translation>Quitar la protección</translation>
    </message>
    <message>
        <source>Afterwards whoever can use this computer&apos;s disk can read your conversations.</source>
        <translation>Después, quien pueda usar el disco de este ordenador podrá leer sus conversaciones.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>RepairScreen</name>
    <message>
        <source>The file with your conversations is damaged. What can be read of it is being saved… {percent} %</source>
        <translation>El archivo con sus conversaciones está dañado. Se está salvando lo que se puede leer de él… {percent} %</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Thimble</source>
        <translation>Thimble</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>Archived · {date}</source>
        <translation>Archivada · {date}</translation>
    </message>
    <message>
        <source>{what} “{title}”, {date}</source>
        <translation>{what} «{title}», {date}</translation>
    </message>
    <message>
        <source>{speaker} in “{title}”, {date}: {text}</source>
        <translation>{speaker} en «{title}», {date}: {text}</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Waiting for “{title}”…</source>
        <translation>Esperando a «{title}»…</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>Esperando al modelo…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>The model begins to read…</source>
        <translation>El modelo empieza a leer…</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search all messages</source>
        <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Volver a la conversación</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Enter opens the conversation at this place.</source>
        <translation>Intro abre la conversación en este punto.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>Buscar sin filtros</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Pin, move to a folder, export</source>
        <translation>Fijar, mover a una carpeta, exportar</translation>
    </message>
    <message>
        <source>End the selection (Esc)</source>
        <translation>Terminar la selección (Esc)</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>Seleccionadas: {count}</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
</context>
<context>
    <name>SetDialog</name>
    <message>
        <source>Protect your conversations</source>
        <translation>Proteger sus conversaciones</translation>
    </message>
    <message>
        <source>Conversations, their backups and all else that tells of them are encrypted with your passphrase, and it is asked for at each start.</source>
        <translation>Las conversaciones, sus copias de seguridad y todo lo demás que revele algo de ellas se cifran con su frase de contraseña, que se pide en cada inicio.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma, otra vez</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Cifrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>At least {count} characters. Four or five unusual words are good and easy to remember.</source>
        <translation>Al menos {count} caracteres. Cuatro o cinco palabras poco corrientes son una buena elección y se recuerdan bien.</translation>
    </message>
    <message>
        <source>If you lose the passphrase, your conversations are lost for good: nobody can open them without it, neither we nor a repair shop, and there is no way to get it back. Write it down and keep the paper in a safe place.</source>
        <translation>Si pierde la frase de contraseña, sus conversaciones se pierden para siempre: nadie puede abrirlas sin ella, ni nosotros ni un taller de reparación, y no hay forma de recuperarla. Anótela y guarde el papel en un lugar seguro.</translation>
    </message>
    <message>
        <source>Files that could be read until now are overwritten and removed. A disk may keep traces of them all the same, and copies you made elsewhere stay as they are.</source>
        <translation>Los archivos que hasta ahora se podían leer se sobrescriben y se borran. Aun así, un disco puede guardar restos de ellos, y las copias que haya hecho en otros lugares se quedan como están.</translation>
    </message>
    <message>
        <source>I keep the passphrase in a safe place</source>
        <translation>Guardo la frase de contraseña en un lugar seguro</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages and conversations</source>
        <translation>Páginas y conversaciones</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation>Buscar títulos</translation>
    </message>
    <message>
        <source>Search conversations by title</source>
        <translation>Buscar conversaciones por título</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. Press to see the proof.</source>
        <translation>Nada sale de este equipo. Pulse para ver la prueba.</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Aquí aparecerán sus conversaciones.</translation>
    </message>
    <message>
        <source>No title contains these words.</source>
        <translation>Ningún título contiene estas palabras.</translation>
    </message>
</context>
<context>
    <name>SmallModelHint</name>
    <message>
        <source>Don&apos;t show this again</source>
        <translation>No volver a mostrar</translation>
    </message>
    <message>
        <source>A small model: it knows English, is good at drafting and weak at facts. Bigger ones can be added in {models}.</source>
        <translation>Un modelo pequeño: sabe inglés, redacta bien y es poco fiable con los datos. En {models} se pueden añadir otros más grandes.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>of these in the archive</source>
        <translation>de ellas, archivadas</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>En la papelera</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>of these by you</source>
        <translation>de ellos, escritos por usted</translation>
    </message>
    <message>
        <source>Characters of text</source>
        <translation>Caracteres de texto</translation>
    </message>
    <message>
        <source>The oldest began on</source>
        <translation>La más antigua empezó el</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>En el disco</translation>
    </message>
    <message>
        <source>of this free for what comes</source>
        <translation>de ello, libre para lo que venga</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>What models keep of conversations</source>
        <translation>Lo que los modelos guardan de las conversaciones</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Search index, settings and the rest</source>
        <translation>Índice de búsqueda, ajustes y el resto</translation>
    </message>
    <message>
        <source>The longest</source>
        <translation>Las más largas</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>{messages} messages, {characters} characters</source>
        <translation>Mensajes: {messages}; caracteres: {characters}</translation>
    </message>
</context>
<context>
    <name>SummaryController</name>
    <message>
        <source>There is no text in the clipboard. Copy some first.</source>
        <translation>No hay texto en el portapapeles. Copie alguno antes.</translation>
    </message>
</context>
<context>
    <name>SummaryEmptyState</name>
    <message>
        <source>Summarise a document, whole</source>
        <translation>Resumir un documento entero</translation>
    </message>
    <message>
        <source>Thimble reads all of it, says what is in it, and shows for each point the passage it comes from.</source>
        <translation>Thimble lo lee todo, dice qué contiene y muestra para cada punto el pasaje del que procede.</translation>
    </message>
    <message>
        <source>Drop a document or a folder here, or</source>
        <translation>Suelte aquí un documento o una carpeta, o bien</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Pegar texto</translation>
    </message>
    <message>
        <source>Summarise the text in the clipboard (Ctrl+V)</source>
        <translation>Resumir el texto del portapapeles (Ctrl+V)</translation>
    </message>
    <message>
        <source>PDF, Word, OpenDocument, PowerPoint, EPUB, web pages, e-mail, RTF, CSV, subtitles, Markdown and plain text. Nothing of it leaves this computer.</source>
        <translation>PDF, Word, OpenDocument, PowerPoint, EPUB, páginas web, correos electrónicos, RTF, CSV, subtítulos, Markdown y texto sin formato. Nada de ello sale de este equipo.</translation>
    </message>
</context>
<context>
    <name>SummaryHeader</name>
    <message>
        <source>Menu of this summary</source>
        <translation>Menú de este resumen</translation>
    </message>
    <message>
        <source>New summary</source>
        <translation>Nuevo resumen</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Copiar el resumen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Send to chat</source>
        <translation>Enviar al chat</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Summary or text</source>
        <translation>Resumen o texto</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… y %n más.</numerusform>
            <numerusform>… y %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Summarise again</source>
        <translation>Resumir de nuevo</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>The summary is there. {coverage}.</source>
        <translation>El resumen está listo. {coverage}.</translation>
    </message>
</context>
<context>
    <name>SummaryPane</name>
    <message>
        <source>How much of the document is summarised</source>
        <translation>Qué parte del documento está resumida</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Copiar el resumen</translation>
    </message>
    <message>
        <source>Save the summary as a file…</source>
        <translation>Guardar el resumen como archivo…</translation>
    </message>
    <message>
        <source>Send the summary to a new chat</source>
        <translation>Enviar el resumen a un nuevo chat</translation>
    </message>
    <message>
        <source>Ask about this document …</source>
        <translation>Pregunte sobre este documento…</translation>
    </message>
    <message>
        <source>Question about this document</source>
        <translation>Pregunta sobre este documento</translation>
    </message>
    <message>
        <source>Key sentences of the whole document</source>
        <translation>Frases clave de todo el documento</translation>
    </message>
    <message>
        <source>Looking for the key sentences…</source>
        <translation>Buscando las frases clave…</translation>
    </message>
    <message>
        <source>Key sentences, word for word. {coverage}.</source>
        <translation>Frases clave, palabra por palabra. {coverage}.</translation>
    </message>
</context>
<context>
    <name>SummaryWords</name>
    <message>
        <source>Key points</source>
        <translation>Puntos clave</translation>
    </message>
    <message>
        <source>A paragraph</source>
        <translation>Un párrafo</translation>
    </message>
    <message>
        <source>One sentence</source>
        <translation>Una frase</translation>
    </message>
    <message>
        <source>Outline by section</source>
        <translation>Esquema por secciones</translation>
    </message>
    <message>
        <source>Tasks and dates</source>
        <translation>Tareas y fechas</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Preguntas y respuestas</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Corto</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Largo</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>página {number}</translation>
    </message>
    <message>
        <source>“{heading}”</source>
        <translation>«{heading}»</translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation>párrafo {number}</translation>
    </message>
    <message>
        <source>word for word</source>
        <translation>palabra por palabra</translation>
    </message>
    <message>
        <source>written by {model}; only names and numbers were checked</source>
        <translation>escrito por {model}; solo se comprobaron los nombres y los números</translation>
    </message>
    <message>
        <source>written by {model}, checked</source>
        <translation>escrito por {model}, comprobado</translation>
    </message>
    <message>
        <source>Reading the document…</source>
        <translation>Leyendo el documento…</translation>
    </message>
    <message>
        <source>Reading {file}, {number} of {files}…</source>
        <translation>Leyendo {file}, {number} de {files}…</translation>
    </message>
    <message>
        <source>Reading {file}, {done} of {total}…</source>
        <translation>Leyendo {file}, {done} de {total}…</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Leyendo {file}…</translation>
    </message>
    <message>
        <source>{done} of {total} sections</source>
        <translation>{done} de {total} secciones</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>quedan unos segundos</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>quedan unos {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>quedan unos {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>quedan unas {hours} h</translation>
    </message>
    <message>
        <source>Covers {done} of {total} sections</source>
        <translation>Abarca {done} de {total} secciones</translation>
    </message>
    <message>
        <source>Stopped: covers {done} of {total} sections</source>
        <translation>Detenido: abarca {done} de {total} secciones</translation>
    </message>
    <message>
        <source>The model can&apos;t write {language}, so these are key sentences, word for word.</source>
        <translation>El modelo no sabe escribir en {language}, así que estas son frases clave, palabra por palabra.</translation>
    </message>
    <message>
        <source>this language</source>
        <translation>este idioma</translation>
    </message>
    <message>
        <source>Pages without text, which could not be read: {number}.</source>
        <translation>Páginas sin texto, que no se pudieron leer: {number}.</translation>
    </message>
    <message>
        <source>The document is damaged; the rest of it could not be read.</source>
        <translation>El documento está dañado; el resto no se pudo leer.</translation>
    </message>
    <message>
        <source>Left out: {file}.</source>
        <translation>No se incluyó: {file}.</translation>
    </message>
    <message>
        <source>Hidden files left out: {number}.</source>
        <translation>Archivos ocultos no incluidos: {number}.</translation>
    </message>
    <message>
        <source>Files left out because there are too many: {number}.</source>
        <translation>Archivos no incluidos porque son demasiados: {number}.</translation>
    </message>
    <message>
        <source>Folders left out because they lie too deep: {number}.</source>
        <translation>Carpetas no incluidas porque están a demasiada profundidad: {number}.</translation>
    </message>
    <message>
        <source>There is nothing to be done and no date in this document.</source>
        <translation>En este documento no hay nada que hacer ni ninguna fecha.</translation>
    </message>
    <message>
        <source>There is nothing of this kind in the document.</source>
        <translation>En el documento no hay nada de este tipo.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Summarise “{title}”</source>
        <translation>Resumir «{title}»</translation>
    </message>
</context>
<context>
    <name>SystemTextDialog</name>
    <message>
        <source>Character of this conversation</source>
        <translation>Personalidad de esta conversación</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Texto propio</translation>
    </message>
    <message>
        <source>Tell the model who it is. One or two short sentences work best.</source>
        <translation>Indique al modelo quién es. Lo mejor son una o dos frases cortas.</translation>
    </message>
    <message>
        <source>That is too long for instructions; paste it into the conversation instead.</source>
        <translation>Es demasiado largo para unas instrucciones; péguelo en la conversación.</translation>
    </message>
    <message>
        <source>Your own instructions for the model</source>
        <translation>Sus propias instrucciones para el modelo</translation>
    </message>
    <message>
        <source>You are …</source>
        <translation>Eres…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Text of the document</source>
        <translation>Texto del documento</translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message>
        <source>Whole message</source>
        <translation>Mensaje completo</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Thimble</source>
        <translation>Thimble</translation>
    </message>
    <message>
        <source>You said: {0}</source>
        <translation>Usted dijo: {0}</translation>
    </message>
    <message>
        <source>Thimble answered: {0}</source>
        <translation>Thimble respondió: {0}</translation>
    </message>
    <message>
        <source>{0} words/s</source>
        <translation>{0} palabras/s</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Interrupted when Thimble closed</source>
        <translation>Interrumpida al cerrarse Thimble</translation>
    </message>
    <message>
        <source>Cut off: the context is full</source>
        <translation>Cortada: el contexto está lleno</translation>
    </message>
    <message>
        <source>Cut off at the longest answer allowed</source>
        <translation>Cortada al llegar a la longitud máxima</translation>
    </message>
    <message>
        <source>{0} tokens · {1} tokens/s · first word after {2} s</source>
        <translation>{0} tokens · {1} tokens/s · primera palabra a los {2} s</translation>
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
        <translation>Conversación</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>TunePanel</name>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Making the model faster</source>
        <translation>Acelerando el modelo</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Don&apos;t keep</source>
        <translation>No conservar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>De acuerdo</translation>
    </message>
</context>
<context>
    <name>TuneWords</name>
    <message>
        <source>Thimble writes copies of the model in formats that this computer&apos;s processor may read faster, and measures how fast and how exact each is. That takes some minutes, in which answers are slower, and up to {size} on the disk. The model itself stays as it is, and you decide at the end.</source>
        <translation>Thimble escribe copias del modelo en formatos que el procesador de este ordenador quizá lea más deprisa y mide lo rápida y lo exacta que es cada una. Tarda unos minutos, en los que las respuestas son más lentas, y ocupa hasta {size} en el disco. El modelo en sí queda como está, y usted decide al final.</translation>
    </message>
    <message>
        <source>Looking at what matters most in the model…</source>
        <translation>Viendo qué es lo más importante en el modelo…</translation>
    </message>
    <message>
        <source>Writing a copy in the format {format}…</source>
        <translation>Escribiendo una copia en el formato {format}…</translation>
    </message>
    <message>
        <source>Measuring the speed…</source>
        <translation>Midiendo la velocidad…</translation>
    </message>
    <message>
        <source>Measuring the exactness…</source>
        <translation>Midiendo la exactitud…</translation>
    </message>
    <message>
        <source>This model is already in a format that this computer reads as fast as any.</source>
        <translation>Este modelo ya está en un formato que este ordenador lee tan deprisa como cualquier otro.</translation>
    </message>
    <message>
        <source>No other format is worth it here: those that are faster make the model clearly less exact. Nothing was changed.</source>
        <translation>Ningún otro formato vale la pena aquí: los más rápidos hacen el modelo claramente menos exacto. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Size: {after} instead of {before}, on the disk and in memory.</source>
        <translation>Tamaño: {after} en lugar de {before}, en el disco y en la memoria.</translation>
    </message>
    <message>
        <source>({after} instead of {before} words a second)</source>
        <translation>({after} en lugar de {before} palabras por segundo)</translation>
    </message>
    <message>
        <source>{what}: as fast as before {figures}.</source>
        <translation>{what}: tan rápida como antes {figures}.</translation>
    </message>
    <message>
        <source>{what}: {number} times as fast {figures}.</source>
        <translation>{what}: {number} veces más rápida {figures}.</translation>
    </message>
    <message>
        <source>{what}: {percent} % slower {figures}.</source>
        <translation>{what}: un {percent} % más lenta {figures}.</translation>
    </message>
    <message>
        <source>Exactness: the same, as far as it can be measured.</source>
        <translation>Exactitud: la misma, hasta donde se puede medir.</translation>
    </message>
    <message>
        <source>Exactness: {percent} % less sure of its words, which is hardly noticed.</source>
        <translation>Exactitud: un {percent} % menos seguro de sus palabras, lo que apenas se nota.</translation>
    </message>
    <message>
        <source>Exactness: {percent} % less sure of its words, which may be noticed.</source>
        <translation>Exactitud: un {percent} % menos seguro de sus palabras, lo que puede notarse.</translation>
    </message>
</context>
<context>
    <name>TuningDesk</name>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take back what was just done</source>
        <translation>Deshacer lo último que se hizo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Your conversations are locked</source>
        <translation>Sus conversaciones están bloqueadas</translation>
    </message>
    <message>
        <source>Type your passphrase to open them.</source>
        <translation>Escriba su frase de contraseña para abrirlas.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Your last words could not be saved yet, because the disk is full or can&apos;t be written to.</source>
        <translation>Lo último de la conversación aún no se pudo guardar, porque el disco está lleno o no se puede escribir en él.</translation>
    </message>
    <message>
        <source>Free some space and try again, or save them as a text file on another drive. If you close now, they are lost.</source>
        <translation>Libere espacio e inténtelo de nuevo, o guárdelo como archivo de texto en otra unidad. Si cierra ahora, se perderá.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Save as a text file…</source>
        <translation>Guardar como texto…</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Cerrar y perderlo</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>No cerrar</translation>
    </message>
    <message>
        <source>Save as a text file</source>
        <translation>Guardar como archivo de texto</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
</context>
<context>
    <name>_LongTextView</name>
    <message>
        <source>Whole message</source>
        <translation>Mensaje completo</translation>
    </message>
</context>
<context>
    <name>characters</name>
    <message>
        <source>Plain assistant</source>
        <translation>Asistente sencillo</translation>
    </message>
    <message>
        <source>Answers briefly and to the point.</source>
        <translation>Responde de forma breve y directa.</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>Tutor</translation>
    </message>
    <message>
        <source>Explains step by step in simple words, with an example.</source>
        <translation>Explica paso a paso con palabras sencillas y un ejemplo.</translation>
    </message>
    <message>
        <source>Writing helper</source>
        <translation>Ayudante de redacción</translation>
    </message>
    <message>
        <source>Rewords, shortens and drafts texts.</source>
        <translation>Reformula, acorta y redacta textos.</translation>
    </message>
    <message>
        <source>Brainstormer</source>
        <translation>Lluvia de ideas</translation>
    </message>
    <message>
        <source>Gives many different ideas as a list.</source>
        <translation>Da muchas ideas distintas en una lista.</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Go to the chat</source>
        <translation>Ir al chat</translation>
    </message>
    <message>
        <source>Go to the summary</source>
        <translation>Ir al resumen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>New summary</source>
        <translation>Nuevo resumen</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>Guardar el resumen</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
        <source>Search conversations by title</source>
        <translation>Buscar conversaciones por título</translation>
    </message>
    <message>
        <source>Commands and conversations</source>
        <translation>Comandos y conversaciones</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Enviar el mensaje</translation>
    </message>
    <message>
        <source>Begin the summary</source>
        <translation>Empezar el resumen</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>Empezar una línea nueva</translation>
    </message>
    <message>
        <source>Stop the answer, or close</source>
        <translation>Detener la respuesta o cerrar</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Copiar la última respuesta</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Mensaje anterior</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Mensaje siguiente</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Cambiar el nombre de la conversación</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>Eliminar la conversación</translation>
    </message>
    <message>
        <source>Archive the conversation</source>
        <translation>Archivar la conversación</translation>
    </message>
    <message>
        <source>Select all conversations</source>
        <translation>Seleccionar todas las conversaciones</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>Seleccionar una más</translation>
    </message>
    <message>
        <source>Take back what was just done</source>
        <translation>Deshacer lo último que se hizo</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nueva carpeta</translation>
    </message>
    <message>
        <source>Bin: deleted conversations</source>
        <translation>Papelera: conversaciones eliminadas</translation>
    </message>
    <message>
        <source>Statistics: how many conversations, how large</source>
        <translation>Estadísticas: cuántas conversaciones y cuánto ocupan</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>Elegir el modelo</translation>
    </message>
    <message>
        <source>Models: add, download, remove</source>
        <translation>Modelos: añadir, descargar, quitar</translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation>Exportar conversaciones</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Importar conversaciones</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Qué sale de este equipo</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The engine crashed twice in a row with the model {file}, so it is not loaded again by itself. Choose another model, or try again all the same.</source>
        <translation>El motor se cerró dos veces seguidas con el modelo {file}, así que no se vuelve a cargar por sí solo. Elija otro modelo o inténtelo de todos modos.</translation>
    </message>
    <message>
        <source>The engine answered something Thimble does not understand and was ended. What was written is kept; please try again.</source>
        <translation>El motor respondió algo que Thimble no entiende y se cerró. Lo escrito se conserva; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The engine gave an unexpected reply and was ended. Please try again.</source>
        <translation>El motor dio una respuesta inesperada y se cerró. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly ({reason}). What was written is kept; please try again.</source>
        <translation>El motor se detuvo de forma inesperada ({reason}). Lo escrito se conserva; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The engine could not be started. Close other programs and try again; if that does not help, install Thimble again.</source>
        <translation>No se pudo iniciar el motor. Cierre otros programas e inténtelo de nuevo; si no funciona, vuelva a instalar Thimble.</translation>
    </message>
    <message>
        <source>The model file {file} can&apos;t be opened. Check that it is still there.</source>
        <translation>No se puede abrir el archivo de modelo {file}. Compruebe que sigue en su sitio.</translation>
    </message>
    <message>
        <source>The model could not go on with this conversation. Try again, or start a new conversation.</source>
        <translation>El modelo no pudo seguir con esta conversación. Inténtelo de nuevo o empiece otra conversación.</translation>
    </message>
    <message>
        <source>The engine can&apos;t be loaded on this computer. Install Thimble again; if that does not help, this computer&apos;s processor may be too old.</source>
        <translation>No se puede cargar el motor en este equipo. Vuelva a instalar Thimble; si no funciona, quizá el procesador sea demasiado antiguo.</translation>
    </message>
    <message>
        <source>There is not enough memory for {file} with a context of {tokens} tokens. Close other programs, or choose a smaller model or context in Settings.</source>
        <translation>No hay memoria suficiente para {file} con un contexto de {tokens} tokens. Cierre otros programas o elija en Ajustes un modelo o un contexto más pequeño.</translation>
    </message>
    <message>
        <source>The model in {file} is too large for the engine that reads files of this older kind. Get the same model as a GGUF file.</source>
        <translation>El modelo de {file} es demasiado grande para el motor que lee archivos de este tipo antiguo. Consiga el mismo modelo como archivo GGUF.</translation>
    </message>
    <message>
        <source>{file} needs about {needed} MB of memory, and {available} MB are free. Close other programs, or choose a smaller model.</source>
        <translation>{file} necesita unos {needed} MB de memoria y hay {available} MB libres. Cierre otros programas o elija un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The model file {file} can&apos;t be used: it is damaged, incomplete or of a kind Thimble does not know. Choose another model, or get the file again.</source>
        <translation>No se puede usar el archivo de modelo {file}: está dañado, incompleto o es de un tipo que Thimble no conoce. Elija otro modelo o vuelva a obtener el archivo.</translation>
    </message>
    <message>
        <source>No model is loaded. Choose a model and try again.</source>
        <translation>No hay ningún modelo cargado. Elija un modelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The engine failed ({kind}). What was written is kept; please try again.</source>
        <translation>El motor falló ({kind}). Lo escrito se conserva; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This is too long for the model: about {words} words, and it can read about {limit} at once. Shorten the message, or send it in parts.</source>
        <translation>Esto es demasiado largo para el modelo: son unas {words} palabras y puede leer unas {limit} a la vez. Acorte el mensaje o envíelo por partes.</translation>
    </message>
    <message>
        <source>Something in Thimble went wrong ({kind}). Nothing was lost; please try again.</source>
        <translation>Algo falló en Thimble ({kind}). No se perdió nada; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The built-in model is missing from this installation. Install Thimble again, or choose another model file.</source>
        <translation>A esta instalación le falta el modelo integrado. Vuelva a instalar Thimble o elija otro archivo de modelo.</translation>
    </message>
    <message>
        <source>There is no model “{name}” here. Choose one of these: {known}.</source>
        <translation>Aquí no hay ningún modelo «{name}». Elija otro; los disponibles son: {known}.</translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a model file inside it.</source>
        <translation>{file} es una carpeta. Elija un archivo de modelo que esté dentro.</translation>
    </message>
    <message>
        <source>{file} is not a model file that Thimble can read. Choose a file that ends in .gguf.</source>
        <translation>{file} no es un archivo de modelo que Thimble pueda leer. Elija un archivo que termine en .gguf.</translation>
    </message>
    <message>
        <source>The model file {file} is damaged. Get it again, or choose another model.</source>
        <translation>El archivo de modelo {file} está dañado. Consígalo de nuevo o elija otro modelo.</translation>
    </message>
    <message>
        <source>The model file {file} is incomplete: it ends too early. Get it again.</source>
        <translation>El archivo de modelo {file} está incompleto: termina antes de tiempo. Consígalo de nuevo.</translation>
    </message>
    <message>
        <source>The model file {file} is empty. Get it again.</source>
        <translation>El archivo de modelo {file} está vacío. Consígalo de nuevo.</translation>
    </message>
    <message>
        <source>{file} is made for another kind of computer (big-endian). Get the ordinary file of this model.</source>
        <translation>{file} está hecho para otro tipo de ordenador (big-endian). Consiga el archivo corriente de este modelo.</translation>
    </message>
    <message>
        <source>{file} is in version {version} of the GGUF format, which Thimble can&apos;t read. Get a file in version 3, or a newer Thimble.</source>
        <translation>{file} está en la versión {version} del formato GGUF, que Thimble no sabe leer. Consiga un archivo en la versión 3 o un Thimble más nuevo.</translation>
    </message>
    <message>
        <source>There is no setting called “{name}”. Look at the list in Settings.</source>
        <translation>No hay ningún ajuste llamado «{name}». Consulte la lista en Ajustes.</translation>
    </message>
    <message>
        <source>The value {value} can&apos;t be used for “{name}”. Choose another in Settings.</source>
        <translation>El valor {value} no se puede usar para «{name}». Elija otro en Ajustes.</translation>
    </message>
    <message>
        <source>The setting “{name}” had a value that can&apos;t be used; its default is used.</source>
        <translation>El ajuste «{name}» tenía un valor que no se puede usar; se usa el predeterminado.</translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults are used. The old file was kept as {file}.</source>
        <translation>No se pudieron leer los ajustes, así que se usan los predeterminados. El archivo anterior se conservó como {file}.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder}. They hold until Thimble is closed; check that the folder can be written and that the disk is not full.</source>
        <translation>No se pudieron guardar los ajustes en {folder}. Valen hasta que se cierre Thimble; compruebe que se puede escribir en la carpeta y que el disco no está lleno.</translation>
    </message>
    <message>
        <source>The disk is full, so the last change to your conversations was not saved; free some space and try again.</source>
        <translation>El disco está lleno, así que no se guardó el último cambio en sus conversaciones; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Your conversations can&apos;t be saved because {path} can&apos;t be written to; allow writing there or choose another data folder.</source>
        <translation>No se pueden guardar sus conversaciones porque no se puede escribir en {path}; permita escribir ahí o elija otra carpeta de datos.</translation>
    </message>
    <message>
        <source>Another program is using your conversations right now; close it or try again in a moment.</source>
        <translation>Otro programa está usando ahora sus conversaciones; ciérrelo o inténtelo de nuevo dentro de un momento.</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged; close Thimble and start it again to repair it, nothing will be deleted.</source>
        <translation>El archivo con sus conversaciones está dañado; cierre Thimble y vuelva a iniciarlo para repararlo, no se eliminará nada.</translation>
    </message>
    <message>
        <source>Your conversations in {path} can&apos;t be opened; check that the folder exists and that you may read and write it.</source>
        <translation>No se pueden abrir sus conversaciones en {path}; compruebe que la carpeta existe y que usted tiene permiso para leer y escribir en ella.</translation>
    </message>
    <message>
        <source>The disk failed while your conversations were read or saved; check the disk, then try again.</source>
        <translation>El disco falló al leer o guardar sus conversaciones; revise el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is not enough memory to read or save your conversations; close other programs and try again.</source>
        <translation>No hay memoria suficiente para leer o guardar sus conversaciones; cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This text is too long to be saved; split it into several messages.</source>
        <translation>Este texto es demasiado largo para guardarlo; divídalo en varios mensajes.</translation>
    </message>
    <message>
        <source>This message or conversation no longer exists; choose another one from the list.</source>
        <translation>Este mensaje o conversación ya no existe; elija otro elemento de la lista.</translation>
    </message>
    <message>
        <source>Your conversations have been closed; start Thimble again to use them.</source>
        <translation>Sus conversaciones se han cerrado; vuelva a iniciar Thimble para usarlas.</translation>
    </message>
    <message>
        <source>Your conversations could not be read or saved; try again, and restart Thimble if it happens again.</source>
        <translation>No se pudieron leer o guardar sus conversaciones; inténtelo de nuevo y, si vuelve a ocurrir, reinicie Thimble.</translation>
    </message>
    <message>
        <source>Your conversations in {path} were saved by a newer Thimble; install the newest version to open them, nothing was changed.</source>
        <translation>Sus conversaciones en {path} se guardaron con un Thimble más reciente; instale la última versión para abrirlas, no se cambió nada.</translation>
    </message>
    <message>
        <source>Your conversations were saved by an older Thimble; start the window once so that they can be brought up to date.</source>
        <translation>Sus conversaciones se guardaron con un Thimble más antiguo; abra una vez la ventana para que se actualicen.</translation>
    </message>
    <message>
        <source>Your conversations could not be brought up to date because no backup could be made in {path}; free some space there or allow writing, then start Thimble again. Nothing was changed.</source>
        <translation>No se pudieron actualizar sus conversaciones porque no se pudo hacer una copia de seguridad en {path}; libere espacio o permita escribir ahí y vuelva a iniciar Thimble. No se cambió nada.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. The backup of {date} was restored, with all that could still be read from the damaged file (conversations: {conversations}, messages: {messages}); look whether your newest messages are there.</source>
        <translation>El archivo con sus conversaciones estaba dañado y se conservó como {file}. Se restauró la copia de seguridad del {date}, con todo lo que aún se pudo leer del archivo dañado (conversaciones: {conversations}, mensajes: {messages}); compruebe si están sus mensajes más recientes.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. All that could still be read was saved into a new one (conversations: {conversations}, messages: {messages}); look whether your newest messages are there.</source>
        <translation>El archivo con sus conversaciones estaba dañado y se conservó como {file}. Todo lo que aún se pudo leer se guardó en uno nuevo (conversaciones: {conversations}, mensajes: {messages}); compruebe si están sus mensajes más recientes.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. Nothing could be read from it and there was no backup, so an empty one was started.</source>
        <translation>El archivo con sus conversaciones estaba dañado y se conservó como {file}. No se pudo leer nada de él y no había copia de seguridad, así que se creó uno vacío.</translation>
    </message>
    <message>
        <source>The repair of your conversations was interrupted and has been finished now; the damaged file was kept beside the new one. Look whether your newest messages are there.</source>
        <translation>La reparación de sus conversaciones se interrumpió y ya se ha terminado; el archivo dañado se conservó junto al nuevo. Compruebe si están sus mensajes más recientes.</translation>
    </message>
    <message>
        <source>--json answers one question: give it as PROMPT or through a pipe.</source>
        <translation>--json responde a una sola pregunta: indíquela como PROMPT o mediante una tubería.</translation>
    </message>
    <message>
        <source>The question is empty. Write it behind “chat”, in quotes.</source>
        <translation>La pregunta está vacía. Escríbala después de «chat», entre comillas.</translation>
    </message>
    <message>
        <source>A PDF needs a file of its own. Name one with --output FILE.</source>
        <translation>Un PDF necesita su propio archivo. Indique uno con --output FILE.</translation>
    </message>
    <message>
        <source>There is no conversation {number}. “history list” shows their numbers.</source>
        <translation>No hay ninguna conversación {number}. «history list» muestra los números.</translation>
    </message>
    <message>
        <source>There is no folder called “{name}”. Check how it is written.</source>
        <translation>No hay ninguna carpeta llamada «{name}». Compruebe cómo está escrito el nombre.</translation>
    </message>
    <message>
        <source>The model had nothing to say. Try again, or put your message in other words.</source>
        <translation>El modelo no tuvo nada que decir. Inténtelo de nuevo o diga su mensaje con otras palabras.</translation>
    </message>
    <message>
        <source>Thimble is already running but does not answer. Close it in the system&apos;s list of programs, then start it again.</source>
        <translation>Thimble ya está en marcha, pero no responde. Ciérrelo en la lista de programas del sistema y vuelva a iniciarlo.</translation>
    </message>
    <message>
        <source>Thimble can&apos;t write to its data folder {folder}. Allow writing there, or start Thimble with --data-dir and another folder.</source>
        <translation>Thimble no puede escribir en su carpeta de datos {folder}. Permita escribir ahí o inicie Thimble con --data-dir y otra carpeta.</translation>
    </message>
    <message>
        <source>Model files of this older kind can&apos;t be used on this computer. Get the same model as a GGUF file.</source>
        <translation>Los archivos de modelo de este tipo antiguo no se pueden usar en este ordenador. Consiga el mismo modelo como archivo GGUF.</translation>
    </message>
    <message>
        <source>The engine for older model files can&apos;t be loaded on this computer. Install Thimble again, or get the same model as a GGUF file.</source>
        <translation>No se puede cargar en este ordenador el motor para archivos de modelo antiguos. Instale Thimble de nuevo o consiga el mismo modelo como archivo GGUF.</translation>
    </message>
    <message>
        <source>The model {file} needs {need} with a context of {context} tokens, and {free} are allowed. Raise the limit in Settings, or choose a smaller model or context.</source>
        <translation>El modelo {file} necesita {need} con un contexto de {context} tokens y se permiten {free}. Suba el límite en Ajustes o elija un modelo o un contexto más pequeño.</translation>
    </message>
    <message>
        <source>The model {file} needs {need} with a context of {context} tokens, and {free} are free. Close other programs, or choose a smaller model or context.</source>
        <translation>El modelo {file} necesita {need} con un contexto de {context} tokens y hay {free} libres. Cierre otros programas o elija un modelo o un contexto más pequeño.</translation>
    </message>
    <message>
        <source>{file} could not be measured: it can&apos;t be opened, or there is not enough memory. Close other programs and try again.</source>
        <translation>No se pudo medir {file}: no se puede abrir o no hay memoria suficiente. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{file} could not be converted: the disk may be full, or the model is of a kind that can&apos;t be. The original is as it was.</source>
        <translation>No se pudo convertir {file}: quizá el disco esté lleno o el modelo sea de un tipo que no se puede convertir. El original sigue como estaba.</translation>
    </message>
    <message>
        <source>Making the model faster failed ({kind}). The original is as it was; please try again.</source>
        <translation>No se pudo acelerar el modelo ({kind}). El original sigue como estaba; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Making {file} faster needs {needed} of room on the disk, and {free} is free. Free some space and try again.</source>
        <translation>Acelerar {file} necesita {needed} de sitio en el disco y hay {free} libres. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Making {file} faster needs {needed} of memory, and {free} is free. Close other programs and try again.</source>
        <translation>Acelerar {file} necesita {needed} de memoria y hay {free} libres. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The process that makes the model faster stopped unexpectedly. The original is as it was; close other programs and try again.</source>
        <translation>El proceso que acelera el modelo se detuvo de forma inesperada. El original sigue como estaba; cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be written to. Check that it is there and may be changed.</source>
        <translation>No se puede escribir en la carpeta {folder}. Compruebe que existe y que se puede modificar.</translation>
    </message>
    <message>
        <source>The model file {file} has a form that is too old to be read. Get the same model as a GGUF file.</source>
        <translation>El archivo de modelo {file} tiene una forma demasiado antigua para leerla. Consiga el mismo modelo como archivo GGUF.</translation>
    </message>
    <message>
        <source>The model file {file} is damaged or incomplete. Get the file again, or choose another model.</source>
        <translation>El archivo de modelo {file} está dañado o incompleto. Consiga el archivo de nuevo o elija otro modelo.</translation>
    </message>
    <message>
        <source>{file} is one of {count} parts of a model, but its name does not say which. Give the parts their own names again: they end in -00001-of-{last}.gguf and so on.</source>
        <translation>{file} es una de las {count} partes de un modelo, pero su nombre no dice cuál. Devuelva a las partes sus propios nombres: terminan en -00001-of-{last}.gguf, etc.</translation>
    </message>
    <message>
        <source>{file} is one of {count} parts of a model, and {missing} is not beside it. Put all parts into one folder.</source>
        <translation>{file} es una de las {count} partes de un modelo y {missing} no está a su lado. Ponga todas las partes en una carpeta.</translation>
    </message>
    <message>
        <source>{file} is no model that writes answers but one for something else ({architecture}). Choose another model.</source>
        <translation>{file} no es un modelo que escriba respuestas, sino uno para otra cosa ({architecture}). Elija otro modelo.</translation>
    </message>
    <message>
        <source>{file} holds a kind of model that Thimble does not know ({architecture}). Choose another model, or get a newer Thimble.</source>
        <translation>{file} contiene un tipo de modelo que Thimble no conoce ({architecture}). Elija otro modelo o consiga un Thimble más nuevo.</translation>
    </message>
    <message>
        <source>Needs {need} of memory; the settings allow {limit}.</source>
        <translation>Necesita {need} de memoria; los ajustes permiten {limit}.</translation>
    </message>
    <message>
        <source>Needs {need} of memory; this computer has {total} in all.</source>
        <translation>Necesita {need} de memoria; este ordenador tiene {total} en total.</translation>
    </message>
    <message>
        <source>Needs {need} of memory, {free} is free: close other programs first.</source>
        <translation>Necesita {need} de memoria y hay {free} libres: cierre antes otros programas.</translation>
    </message>
    <message>
        <source>Needs {need} of memory, {free} is free. How fast it runs shows once a model has answered.</source>
        <translation>Necesita {need} de memoria y hay {free} libres. Su velocidad se sabrá cuando un modelo haya respondido.</translation>
    </message>
    <message>
        <source>Writes {rate} tokens a second here and needs {need} of memory.</source>
        <translation>Aquí escribe {rate} tokens por segundo y necesita {need} de memoria.</translation>
    </message>
    <message>
        <source>Would write about {rate} tokens a second here and needs {need} of memory.</source>
        <translation>Aquí escribiría unos {rate} tokens por segundo y necesita {need} de memoria.</translation>
    </message>
    <message>
        <source>Whether {host} is really {host} could not be checked, so nothing was fetched from there. Check this computer&apos;s date and time, or try another network.</source>
        <translation>No se pudo comprobar si {host} es de verdad {host}, así que no se descargó nada de allí. Compruebe la fecha y la hora de este ordenador o pruebe con otra red.</translation>
    </message>
    <message>
        <source>A safe connection to {host} could not be made. Try another network, or try again later.</source>
        <translation>No se pudo establecer una conexión segura con {host}. Pruebe con otra red o inténtelo más tarde.</translation>
    </message>
    <message>
        <source>{host} could not be found. Check that this computer is connected to the Internet and try again.</source>
        <translation>No se encontró {host}. Compruebe que este ordenador está conectado a Internet e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{host} does not answer any more. What has come so far is kept: try again later.</source>
        <translation>{host} ya no responde. Lo que ha llegado se conserva: inténtelo más tarde.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not let Thimble through to {host}.</source>
        <translation>El proxy {proxy} no deja pasar a Thimble hasta {host}.</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check that this computer is connected to the Internet and try again.</source>
        <translation>No se puede llegar a {host}. Compruebe que este ordenador está conectado a Internet e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{host} refers to an address that is not safe to use, so nothing was fetched from there. Try again later, or on another network.</source>
        <translation>{host} remite a una dirección que no es segura, así que no se descargó nada de allí. Inténtelo más tarde o en otra red.</translation>
    </message>
    <message>
        <source>The connection to {host} broke. What has come so far is kept: try again.</source>
        <translation>Se cortó la conexión con {host}. Lo que ha llegado se conserva: inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{host} does not have this file any more. A newer version of Thimble may know where it is.</source>
        <translation>{host} ya no tiene este archivo. Quizá una versión más nueva de Thimble sepa dónde está.</translation>
    </message>
    <message>
        <source>{host} does not give this file to everyone. Fetch it with your browser and import it here.</source>
        <translation>{host} no da este archivo a todo el mundo. Descárguelo con su navegador e impórtelo aquí.</translation>
    </message>
    <message>
        <source>{host} is busy at the moment (answer {status}). Try again later; what has come is kept.</source>
        <translation>{host} está ocupado en este momento (respuesta {status}). Inténtelo más tarde; lo que ha llegado se conserva.</translation>
    </message>
    <message>
        <source>{host} gave an answer that Thimble does not understand ({status}). Try later.</source>
        <translation>{host} dio una respuesta que Thimble no entiende ({status}). Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>{host} sent a web page instead of the file. If this network asks for a sign-in, do that in your browser first; then try again.</source>
        <translation>{host} envió una página web en lugar del archivo. Si esta red pide iniciar sesión, hágalo antes en su navegador y luego inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{host} has another file than the one Thimble knows (its size differs), so it was not fetched.</source>
        <translation>{host} tiene un archivo distinto del que Thimble conoce (su tamaño es otro), así que no se descargó.</translation>
    </message>
    <message>
        <source>What came from {host} is not the file that Thimble knows, so it was thrown away. Try again later, or on another network.</source>
        <translation>Lo que llegó de {host} no es el archivo que Thimble conoce, así que se desechó. Inténtelo más tarde o en otra red.</translation>
    </message>
    <message>
        <source>{host} sends Thimble from one address to the next without end. Try again later.</source>
        <translation>{host} manda a Thimble de una dirección a otra sin fin. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>Another model is being fetched. Wait until it is here, or stop it first.</source>
        <translation>Se está descargando otro modelo. Espere a que llegue o deténgalo antes.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting can&apos;t be used for downloads. Only HTTP proxies work: change the setting, or fetch the file another way and import it.</source>
        <translation>La configuración de proxy de este ordenador no sirve para descargar. Solo funcionan los proxies HTTP: cambie la configuración o consiga el archivo de otra forma e impórtelo.</translation>
    </message>
    <message>
        <source>The name of {file} can&apos;t be remembered. Rename the file, or copy it instead.</source>
        <translation>No se puede recordar el nombre de {file}. Cambie el nombre del archivo o cópielo en su lugar.</translation>
    </message>
    <message>
        <source>The built-in model belongs to Thimble and can&apos;t be removed.</source>
        <translation>El modelo integrado pertenece a Thimble y no se puede quitar.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space and try again; what has come so far is kept.</source>
        <translation>El disco de {folder} está lleno. Libere espacio e inténtelo de nuevo; lo que ha llegado se conserva.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written into {folder}. Check that the folder is there and can be written.</source>
        <translation>No se puede escribir {file} en {folder}. Compruebe que la carpeta existe y que se puede escribir en ella.</translation>
    </message>
    <message>
        <source>There is a file {file} in the models folder already. Remove that model first, or use it.</source>
        <translation>Ya hay un archivo {file} en la carpeta de modelos. Quite antes ese modelo o úselo.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} is needed, {free} is free. Free some space.</source>
        <translation>No hay sitio suficiente en el disco: se necesitan {needed} y hay {free} libres. Libere espacio.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed. If it is in use, choose another model and try again in a moment.</source>
        <translation>No se puede quitar {file}. Si está en uso, elija otro modelo e inténtelo de nuevo dentro de un momento.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be brought back: it is no longer in the trash.</source>
        <translation>No se puede recuperar {file}: ya no está en la papelera.</translation>
    </message>
    <message>
        <source>There is no faster form of {file} to keep. Use it as it is.</source>
        <translation>No hay ninguna forma más rápida de {file} que conservar. Úselo como está.</translation>
    </message>
    <message>
        <source>The faster form of {file} can&apos;t be kept in {folder}. Check that there is room and that the folder may be changed.</source>
        <translation>No se puede conservar en {folder} la forma más rápida de {file}. Compruebe que hay sitio y que la carpeta se puede modificar.</translation>
    </message>
    <message>
        <source>There is no model “{name}” to be fetched. “models list” shows their names.</source>
        <translation>No hay ningún modelo «{name}» para descargar. «models list» muestra los nombres.</translation>
    </message>
    <message>
        <source>The file {file} is not one of Thimble&apos;s models, so it is left alone.</source>
        <translation>El archivo {file} no es uno de los modelos de Thimble, así que no se toca.</translation>
    </message>
    <message>
        <source>Nobody can be asked here. Add --yes if you agree to what is shown.</source>
        <translation>Aquí no se puede preguntar a nadie. Añada --yes si está de acuerdo con lo que se muestra.</translation>
    </message>
    <message>
        <source>{file} is in an old format that can&apos;t be converted. Look for the model as a GGUF file.</source>
        <translation>{file} está en un formato antiguo que no se puede convertir. Busque el modelo como archivo GGUF.</translation>
    </message>
    <message>
        <source>The faster form of {file} can&apos;t be deleted. If it is in use, choose another model and try again in a moment.</source>
        <translation>No se puede borrar la forma más rápida de {file}. Si está en uso, elija otro modelo e inténtelo de nuevo dentro de un momento.</translation>
    </message>
    <message>
        <source>{file} is empty. Choose a document with text in it.</source>
        <translation>{file} está vacío. Elija un documento que contenga texto.</translation>
    </message>
    <message>
        <source>There is no text in {file}. Choose a document with text in it.</source>
        <translation>No hay texto en {file}. Elija un documento que contenga texto.</translation>
    </message>
    <message>
        <source>{file} holds only pictures of its pages, and Thimble can&apos;t read pictures. Choose a version with text, or run it through a text recognition (OCR) program first.</source>
        <translation>{file} solo contiene imágenes de sus páginas, y Thimble no sabe leer imágenes. Elija una versión con texto o páselo antes por un programa de reconocimiento de texto (OCR).</translation>
    </message>
    <message>
        <source>{file} is protected with a password. Save it without one and choose the copy.</source>
        <translation>{file} está protegido con contraseña. Guárdelo sin ella y elija la copia.</translation>
    </message>
    <message>
        <source>{file} is damaged and can&apos;t be read. Get it once more from where it came from, or save it anew.</source>
        <translation>{file} está dañado y no se puede leer. Consígalo otra vez en su lugar de origen o vuelva a guardarlo.</translation>
    </message>
    <message>
        <source>{file} is not a document Thimble can read. It reads PDF, Word, OpenDocument, PowerPoint, EPUB, web pages, e-mail, RTF, CSV, subtitles and plain text.</source>
        <translation>{file} no es un documento que Thimble pueda leer. Lee PDF, Word, OpenDocument, PowerPoint, EPUB, páginas web, correos electrónicos, RTF, CSV, subtítulos y texto sin formato.</translation>
    </message>
    <message>
        <source>{file} has the format of Office before 2007. Open it in your office program and save it as DOCX, PPTX or PDF.</source>
        <translation>{file} tiene el formato de Office anterior a 2007. Ábralo en su programa de oficina y guárdelo como DOCX, PPTX o PDF.</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than a document should. If you trust it, save it as plain text and try again.</source>
        <translation>{file} ocupa al descomprimirse mucho más de lo normal en un documento. Si se fía de él, guárdelo como texto sin formato e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} million characters of text. Split it and choose one of the parts.</source>
        <translation>{file} contiene más de {limit} millones de caracteres de texto. Divídalo y elija una de las partes.</translation>
    </message>
    <message>
        <source>Reading {file} took too long, so it was stopped. Save it anew, or as plain text, and try again.</source>
        <translation>Leer {file} tardaba demasiado, así que se detuvo. Vuelva a guardarlo, o guárdelo como texto sin formato, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Reading {file} would take too much memory. Save it as plain text, or split it, and try again.</source>
        <translation>Leer {file} requeriría demasiada memoria. Guárdelo como texto sin formato, o divídalo, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{file} could not be read: it made the reader fail. Save it anew, or as plain text, and try again.</source>
        <translation>No se pudo leer {file}: hizo fallar al lector. Vuelva a guardarlo, o guárdelo como texto sin formato, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be opened. Check that it is still there and that you may read it.</source>
        <translation>No se puede abrir {file}. Compruebe que sigue en su sitio y que usted tiene permiso para leerlo.</translation>
    </message>
    <message>
        <source>{file} is neither a file nor a folder. Choose a document.</source>
        <translation>{file} no es un archivo ni una carpeta. Elija un documento.</translation>
    </message>
    <message>
        <source>{file} is a link to another place. Choose what it leads to.</source>
        <translation>{file} es un enlace a otro lugar. Elija aquello a lo que lleva.</translation>
    </message>
    <message>
        <source>There is no document in the folder {file}. Choose another one.</source>
        <translation>No hay ningún documento en la carpeta {file}. Elija otra.</translation>
    </message>
    <message>
        <source>The part of Thimble that reads documents could not be started. Close other programs and try again; if that does not help, install Thimble again.</source>
        <translation>No se pudo iniciar la parte de Thimble que lee documentos. Cierre otros programas e inténtelo de nuevo; si no funciona, vuelva a instalar Thimble.</translation>
    </message>
    <message>
        <source>There is not enough room for {file}. Free some space or choose another place; nothing was written.</source>
        <translation>No hay sitio suficiente para {file}. Libere espacio o elija otro lugar; no se escribió nada.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Choose another place, or allow writing there; nothing was written.</source>
        <translation>No se puede escribir {file}. Elija otro lugar o permita escribir ahí; no se escribió nada.</translation>
    </message>
    <message>
        <source>{file} was exported by a newer Thimble. Install the newest version to import it; nothing was changed.</source>
        <translation>{file} se exportó con un Thimble más reciente. Instale la última versión para importarlo; no se cambió nada.</translation>
    </message>
    <message>
        <source>{file} is where Thimble keeps your conversations. Choose another name; nothing was written.</source>
        <translation>En {file} guarda Thimble sus conversaciones. Elija otro nombre; no se escribió nada.</translation>
    </message>
    <message>
        <source>There are no conversations to export here. Begin one, or choose other ones.</source>
        <translation>Aquí no hay conversaciones que exportar. Empiece una o elija otras.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase; it is needed to open them, nothing was changed.</source>
        <translation>Sus conversaciones están protegidas con una frase de contraseña; hace falta para abrirlas, no se cambió nada.</translation>
    </message>
    <message>
        <source>This is not the passphrase of your conversations; type it again.</source>
        <translation>Esta no es la frase de contraseña de sus conversaciones; escríbala de nuevo.</translation>
    </message>
    <message>
        <source>{path} is encrypted with another key than the one in {key}; put the key file that belongs to it there, nothing was changed.</source>
        <translation>{path} está cifrado con una clave distinta de la que hay en {key}; ponga ahí el archivo de clave que le corresponde, no se cambió nada.</translation>
    </message>
    <message>
        <source>Your conversations are encrypted, but their key file {key} is missing; put it back from a backup or another copy, nothing was changed.</source>
        <translation>Sus conversaciones están cifradas, pero falta su archivo de clave {key}; recupérelo de una copia de seguridad o de otra copia, no se cambió nada.</translation>
    </message>
    <message>
        <source>The key file {key} can&apos;t be read, and without it your conversations can&apos;t be opened; put it back from a backup or another copy, nothing was changed.</source>
        <translation>No se puede leer el archivo de clave {key}, y sin él no se pueden abrir sus conversaciones; recupérelo de una copia de seguridad o de otra copia, no se cambió nada.</translation>
    </message>
    <message>
        <source>The encryption of your conversations was interrupted; start Thimble once more and type your passphrase to finish it.</source>
        <translation>El cifrado de sus conversaciones se interrumpió; vuelva a iniciar Thimble y escriba su frase de contraseña para terminarlo.</translation>
    </message>
    <message>
        <source>This passphrase is too short; take at least {count} characters, best several words.</source>
        <translation>Esta frase de contraseña es demasiado corta; use al menos {count} caracteres, mejor varias palabras.</translation>
    </message>
    <message>
        <source>The backup {file} is damaged or is no backup of Thimble; choose another one, nothing was changed.</source>
        <translation>La copia de seguridad {file} está dañada o no es de Thimble; elija otra, no se cambió nada.</translation>
    </message>
    <message>
        <source>The backup {file} is encrypted with another passphrase than your conversations; choose another one, nothing was changed.</source>
        <translation>La copia de seguridad {file} está cifrada con una frase de contraseña distinta de la de sus conversaciones; elija otra, no se cambió nada.</translation>
    </message>
    <message>
        <source>The backup {file} is not there; look whether the drive it is on is connected, nothing was changed.</source>
        <translation>La copia de seguridad {file} no está; compruebe si está conectada la unidad que la contiene, no se cambió nada.</translation>
    </message>
    <message>
        <source>The file {file} exists already; choose another name, nothing was changed.</source>
        <translation>El archivo {file} ya existe; elija otro nombre, no se cambió nada.</translation>
    </message>
    <message>
        <source>Nothing was restored because your present conversations could not be backed up first; free some space in {folder} and try again.</source>
        <translation>No se restauró nada porque antes no se pudo hacer una copia de seguridad de sus conversaciones actuales; libere espacio en {folder} e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Your conversations are open in another program; close Thimble&apos;s window and every “thimble chat”, then try again.</source>
        <translation>Sus conversaciones están abiertas en otro programa; cierre la ventana de Thimble y todos los «thimble chat», e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there, so no backup was made in it; connect the drive it is on or choose another folder.</source>
        <translation>La carpeta {folder} no está, así que no se hizo ninguna copia de seguridad en ella; conecte la unidad en la que se encuentra o elija otra carpeta.</translation>
    </message>
    <message>
        <source>There is no room for a backup in {folder}; free {size} there or choose another folder.</source>
        <translation>No hay sitio para una copia de seguridad en {folder}; libere ahí {size} o elija otra carpeta.</translation>
    </message>
    <message>
        <source>No backup could be made in {folder}; look whether files can be written there, then try again.</source>
        <translation>No se pudo hacer ninguna copia de seguridad en {folder}; compruebe si se pueden escribir archivos ahí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The search is being prepared; try again in a moment.</source>
        <translation>La búsqueda se está preparando; inténtelo de nuevo dentro de un momento.</translation>
    </message>
    <message>
        <source>Not everything can be found now, because the search index {path} can&apos;t be written; free some space or allow writing there. The conversations themselves are safe.</source>
        <translation>Ahora no se puede encontrar todo, porque no se puede escribir el índice de búsqueda {path}; libere espacio o permita escribir ahí. Las conversaciones en sí están a salvo.</translation>
    </message>
    <message>
        <source>No passage of the document has a word of this question. Ask in the document&apos;s language and words.</source>
        <translation>Ningún pasaje del documento contiene palabras de esta pregunta. Pregunte en el idioma y con las palabras del documento.</translation>
    </message>
    <message>
        <source>The model {model} can&apos;t write {language}. Choose another model, or a summary in the document&apos;s own language.</source>
        <translation>El modelo {model} no sabe escribir en este idioma: {language}. Elija otro modelo o un resumen en el idioma del documento.</translation>
    </message>
    <message>
        <source>There is no folder called “{name}”. The folders are: {folders}.</source>
        <translation>No hay ninguna carpeta llamada «{name}». Las carpetas son: {folders}.</translation>
    </message>
    <message>
        <source>There are no conversations yet, so there is nothing to back up.</source>
        <translation>Aún no hay conversaciones, así que no hay nada de lo que hacer copia de seguridad.</translation>
    </message>
    <message>
        <source>There is no backup {backup}; “history restore” lists the backups there are.</source>
        <translation>No hay ninguna copia de seguridad {backup}; «history restore» muestra las que hay.</translation>
    </message>
    <message>
        <source>“{language}” is no language Thimble can write. Choose one of {languages}.</source>
        <translation>«{language}» no es un idioma en el que Thimble pueda escribir. Elija uno de estos: {languages}.</translation>
    </message>
    <message>
        <source>There is nothing to summarise. Name a file behind “summarize”, or use a pipe.</source>
        <translation>No hay nada que resumir. Indique un archivo después de «summarize» o use una tubería.</translation>
    </message>
    <message>
        <source>There is a file {file} already. Choose another name; nothing was written.</source>
        <translation>Ya hay un archivo {file}. Elija otro nombre; no se escribió nada.</translation>
    </message>
    <message>
        <source>There is not enough room in {folder}: {needed} is needed, {free} is free. Free some space or choose another place.</source>
        <translation>No hay sitio suficiente en {folder}: se necesitan {needed} y hay {free} libres. Libere espacio o elija otro lugar.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Check that the folder exists and that you may write there.</source>
        <translation>No se puede escribir {file}. Compruebe que la carpeta existe y que usted tiene permiso para escribir en ella.</translation>
    </message>
    <message>
        <source>The disk became full while {file} was written. Free some space and try again.</source>
        <translation>El disco se llenó mientras se escribía {file}. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{file} is too large for this disk or memory stick, which can&apos;t hold files of 4 GB. Choose another one, or leave the models out.</source>
        <translation>{file} es demasiado grande para este disco o memoria USB, que no admite archivos de 4 GB. Elija otro o deje fuera los modelos.</translation>
    </message>
    <message>
        <source>{file} did not read back as it was written, so it was removed. The disk may be failing; use another one.</source>
        <translation>Al releerlo, {file} no coincidía con lo escrito, así que se borró. Quizá el disco esté fallando; use otro.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read. Check that it is there and that you may read it.</source>
        <translation>No se puede leer {file}. Compruebe que está en su sitio y que usted tiene permiso para leerlo.</translation>
    </message>
    <message>
        <source>{file} is not a file that Thimble made to move everything. Choose one that was made by “move out”.</source>
        <translation>{file} no es un archivo que Thimble haya creado para trasladarlo todo. Elija uno creado con «move out».</translation>
    </message>
    <message>
        <source>{file} was made by a newer Thimble. Install that version here, then try again.</source>
        <translation>{file} se hizo con un Thimble más nuevo. Instale aquí esa versión e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{file} is damaged or was changed. Copy it from the other computer once more; nothing was changed here.</source>
        <translation>{file} está dañado o se modificó. Cópielo otra vez desde el otro ordenador; aquí no se cambió nada.</translation>
    </message>
    <message>
        <source>There are conversations in {folder} already, and they are never overwritten. Start Thimble with --data-dir and an empty folder, or export the others and import them here. Nothing was changed.</source>
        <translation>Ya hay conversaciones en {folder}, y nunca se sobrescriben. Inicie Thimble con --data-dir y una carpeta vacía, o exporte las otras e impórtelas aquí. No se cambió nada.</translation>
    </message>
    <message>
        <source>Thimble is open with the data folder {folder}. Close its window, then try again. Nothing was changed.</source>
        <translation>Thimble está abierto con la carpeta de datos {folder}. Cierre su ventana e inténtelo de nuevo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Thimble keeps its data beside the program already, in {folder}.</source>
        <translation>Thimble ya guarda sus datos junto al programa, en {folder}.</translation>
    </message>
    <message>
        <source>There is a folder {folder} already, which Thimble uses when it is started without --data-dir and THIMBLE_HOME. Rename it first if you want another; nothing was changed.</source>
        <translation>Ya hay una carpeta {folder}, que Thimble usa cuando se inicia sin --data-dir ni THIMBLE_HOME. Si quiere otra, cámbiele antes el nombre; no se cambió nada.</translation>
    </message>
    <message>
        <source>The data can&apos;t be kept beside the program because {folder} can&apos;t be written to. Put Thimble&apos;s folder where you may write, on a memory stick for example, and try again from there.</source>
        <translation>No se pueden guardar los datos junto al programa porque no se puede escribir en {folder}. Ponga la carpeta de Thimble donde usted pueda escribir, por ejemplo en una memoria USB, e inténtelo de nuevo desde ahí.</translation>
    </message>
    <message>
        <source>Your conversations are protected already; change the passphrase instead.</source>
        <translation>Sus conversaciones ya están protegidas; en su lugar, cambie la frase de contraseña.</translation>
    </message>
    <message>
        <source>These damaged files stay encrypted because nothing in them could be read: {files}. Their key is kept as {key}.</source>
        <translation>Estos archivos dañados siguen cifrados porque no se pudo leer nada de ellos: {files}. Su clave se conserva como {key}.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase. Run this in a terminal, where it can be typed, or put it into the variable {variable}.</source>
        <translation>Sus conversaciones están protegidas con una frase de contraseña. Ejecute esto en un terminal, donde pueda escribirla, o póngala en la variable {variable}.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same; type them again.</source>
        <translation>Las dos frases de contraseña no son iguales; escríbalas de nuevo.</translation>
    </message>
    <message>
        <source>The document of this summary can&apos;t be read from the store any more. Choose its file again.</source>
        <translation>Ya no se puede leer el documento guardado de este resumen. Elija de nuevo su archivo.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Check that there is space and that you may write there.</source>
        <translation>No se puede escribir {file}. Compruebe que hay espacio y que usted tiene permiso para escribir ahí.</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Arabic</source>
        <translation>árabe</translation>
    </message>
    <message>
        <source>German</source>
        <translation>alemán</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>griego</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hebreo</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italiano</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonés</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coreano</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>neerlandés</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugués</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>ruso</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>tailandés</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chino</translation>
    </message>
</context>
<context>
    <name>organise</name>
    <message>
        <source>last day</source>
        <translation>último día</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>quedan {days} días</translation>
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
