<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Version {0} of {1}</source>
        <translation>Version {0} sur {1}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>What to do with this message</source>
        <translation>Que faire de ce message</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copier le message</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Modifier et renvoyer</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Répondre à nouveau</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Version précédente</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Version suivante</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Download, add and remove models</source>
        <translation>Télécharger, ajouter et supprimer des modèles</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Writes the answers. Bigger models know more, and need more memory and time.</source>
        <translation>Il rédige les réponses. Les plus grands modèles en savent plus, mais demandent plus de mémoire et de temps.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Longueur maximale des réponses</translation>
    </message>
    <message>
        <source>In tokens; four tokens are about three English words. An answer that is cut off can be continued.</source>
        <translation>En jetons&#xa0;; quatre jetons font environ trois mots anglais. Une réponse coupée peut être poursuivie.</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> jetons</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; higher values are more varied and less reliable.</source>
        <translation>À 0, le mot le plus probable est toujours choisi&#xa0;; plus la valeur est élevée, plus les réponses sont variées et moins elles sont fiables.</translation>
    </message>
    <message>
        <source>Find titles for conversations</source>
        <translation>Trouver un titre aux conversations</translation>
    </message>
    <message>
        <source>While nothing is asked, the model names the topic of a new conversation. A title you wrote stays.</source>
        <translation>Quand rien ne lui est demandé, le modèle nomme le sujet d’une nouvelle conversation. Un titre que vous avez écrit reste.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest tokens are considered.</source>
        <translation>Nombre de jetons pris en compte, parmi les plus probables.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this share are considered; 1 considers all.</source>
        <translation>Seuls les jetons les plus probables qui atteignent ensemble cette part sont pris en compte&#xa0;; 1 les prend tous en compte.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Tokens less likely than this share of the likeliest one are left out; 0 leaves out none.</source>
        <translation>Les jetons dont la probabilité est inférieure à cette part de celle du plus probable sont écartés&#xa0;; 0 n’en écarte aucun.</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Pénalité de répétition</translation>
    </message>
    <message>
        <source>Above 1, words used lately become less likely; 1 changes nothing.</source>
        <translation>Au-dessus de 1, les mots employés récemment deviennent moins probables&#xa0;; 1 ne change rien.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same number gives the same answer to the same conversation.</source>
        <translation>Le même nombre donne la même réponse à la même conversation.</translation>
    </message>
    <message>
        <source>A new one each time</source>
        <translation>Nouvelle à chaque fois</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Réglages avancés</translation>
    </message>
    <message>
        <source>More values for how the next word is chosen</source>
        <translation>Autres valeurs qui déterminent le choix du mot suivant</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light, dark, or as the system says.</source>
        <translation>Claires, sombres ou celles du système.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claires</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>The size of messages and of what you type.</source>
        <translation>La taille des messages et de ce que vous écrivez.</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>The language of menus and buttons; it changes at the next start.</source>
        <translation>La langue des menus et des boutons&#xa0;; elle change au prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Waiting for the model…</source>
        <translation>En attente du modèle…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>The model reads these passages…</source>
        <translation>Le modèle lit ces passages…</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Your conversations are backed up each day that Thimble is used, and before an update changes how they are kept. Backups of the last 7 days and of 4 earlier weeks stay.</source>
        <translation>Vos conversations sont sauvegardées chaque jour où Thimble est utilisé, et avant qu’une mise à jour ne change la façon de les conserver. Les sauvegardes des 7 derniers jours et de 4 semaines plus anciennes restent.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Copy all conversations now</source>
        <translation>Copier toutes les conversations maintenant</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>Un second emplacement</translation>
    </message>
    <message>
        <source>Folder of the second place</source>
        <translation>Dossier du second emplacement</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Have a backup made there each day as well</source>
        <translation>Y faire aussi une sauvegarde chaque jour</translation>
    </message>
    <message>
        <source>Don&apos;t use it</source>
        <translation>Ne plus l’utiliser</translation>
    </message>
    <message>
        <source>Make no more backups there; those that are there stay</source>
        <translation>Ne plus y faire de sauvegardes&#xa0;; celles qui s’y trouvent restent</translation>
    </message>
    <message>
        <source>For example a memory stick: it gets a backup each day on which it is connected.</source>
        <translation>Par exemple une clé USB&#xa0;: elle reçoit une sauvegarde chaque jour où elle est branchée.</translation>
    </message>
    <message>
        <source>Backups there are</source>
        <translation>Sauvegardes existantes</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Put this backup in the place of all conversations; those of now are backed up first</source>
        <translation>Remplacer toutes les conversations par cette sauvegarde&#xa0;; celles d’aujourd’hui sont d’abord sauvegardées</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Afficher dans son dossier</translation>
    </message>
    <message>
        <source>Open the folder the backup lies in</source>
        <translation>Ouvrir le dossier où se trouve la sauvegarde</translation>
    </message>
    <message>
        <source>Bring back the conversations from before</source>
        <translation>Rétablir les conversations d’avant</translation>
    </message>
    <message>
        <source>None yet. The first is made today.</source>
        <translation>Aucune pour l’instant. La première sera faite aujourd’hui.</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Aucun dossier choisi</translation>
    </message>
    <message>
        <source>{folder} is not there now. Connect the drive it is on, and backups are made there again.</source>
        <translation>{folder} n’est pas accessible en ce moment. Branchez le disque qui le contient, et les sauvegardes y reprendront.</translation>
    </message>
    <message>
        <source>{date} · {size}</source>
        <translation>{date} · {size}</translation>
    </message>
    <message>
        <source>{backup} · from before another was restored</source>
        <translation>{backup} · faite avant la restauration d’une autre</translation>
    </message>
    <message>
        <source>{backup} · second place</source>
        <translation>{backup} · second emplacement</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>Backed up in two places.</source>
        <translation>Sauvegarde faite à deux endroits.</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>Sauvegarde faite.</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>Choisir un dossier pour les sauvegardes</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for its end or stop it, then restore.</source>
        <translation>Une réponse est en cours d’écriture. Attendez qu’elle se termine ou arrêtez-la, puis restaurez.</translation>
    </message>
    <message>
        <source>Restoring… This takes some seconds.</source>
        <translation>Restauration… Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>The backup has taken the place of all conversations. Those of before are in the list too.</source>
        <translation>La sauvegarde a remplacé toutes les conversations. Celles d’avant sont aussi dans la liste des sauvegardes.</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Deleted conversations stay here for 30 days. What then goes, or is removed here, can&apos;t be brought back: its text is overwritten in the file of your conversations, at the latest when Thimble is closed, and it leaves the search and what models keep of it. Backups made before still have it until they go in their turn, some weeks later. Files you exported stay. A disk may keep traces that no program can reach.</source>
        <translation>Les conversations supprimées restent ici 30&#xa0;jours. Ce qui disparaît ensuite, ou que vous supprimez ici, ne peut pas être restauré&#xa0;: le texte est écrasé dans le fichier de vos conversations, au plus tard à la fermeture de Thimble, et il disparaît de la recherche et de ce que les modèles en gardent. Les sauvegardes faites avant le contiennent encore, jusqu’à leur propre disparition quelques semaines plus tard. Les fichiers que vous avez exportés restent. Un disque peut garder des traces qu’aucun programme ne peut atteindre.</translation>
    </message>
    <message>
        <source>The bin is empty. What you delete can be brought back from here.</source>
        <translation>La corbeille est vide. Ce que vous supprimez peut être restauré d’ici.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>Supprimer définitivement…</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Vider la corbeille…</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Deleted conversations</source>
        <translation>Conversations supprimées</translation>
    </message>
    <message>
        <source>Enter brings back, Delete removes for good.</source>
        <translation>Entrée restaure, Suppr supprime définitivement.</translation>
    </message>
    <message>
        <source>Remove this conversation for good? It can&apos;t be brought back.</source>
        <translation>Supprimer définitivement cette conversation&#xa0;? Elle ne pourra pas être restaurée.</translation>
    </message>
    <message>
        <source>Remove {count} conversations for good? They can&apos;t be brought back.</source>
        <translation>Supprimer définitivement {count} conversations&#xa0;? Elles ne pourront pas être restaurées.</translation>
    </message>
</context>
<context>
    <name>BinModel</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Deleted on {date}. {messages} messages.</source>
        <translation>Supprimée le {date}. Messages&#xa0;: {messages}.</translation>
    </message>
    <message>
        <source>{title}, deleted on {date}, {left}</source>
        <translation>{title}, supprimée le {date}, {left}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Can be brought back</source>
        <translation>Peut être restaurée</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase de passe</translation>
    </message>
    <message>
        <source>The new one holds at once. Copies of your data that you made elsewhere still open with the old one.</source>
        <translation>La nouvelle est valable immédiatement. Les copies de vos données que vous avez faites ailleurs s’ouvrent toujours avec l’ancienne.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Phrase de passe actuelle</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>The new one once more</source>
        <translation>La nouvelle, encore une fois</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{count} conversations went into the archive.</source>
        <translation>{count} conversations ont été archivées.</translation>
    </message>
    <message>
        <source>{count} conversations are back in the list.</source>
        <translation>{count} conversations sont de retour dans la liste.</translation>
    </message>
    <message>
        <source>“{title}” went into the archive.</source>
        <translation>La conversation «&#xa0;{title}&#xa0;» a été archivée.</translation>
    </message>
    <message>
        <source>“{title}” is back in the list.</source>
        <translation>La conversation «&#xa0;{title}&#xa0;» est de retour dans la liste.</translation>
    </message>
    <message>
        <source>{count} conversations were moved to “{folder}”.</source>
        <translation>{count} conversations ont été déplacées dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>{count} conversations were taken out of their folders.</source>
        <translation>{count} conversations ont été sorties de leurs dossiers.</translation>
    </message>
    <message>
        <source>“{title}” was moved to “{folder}”.</source>
        <translation>La conversation «&#xa0;{title}&#xa0;» a été déplacée dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>“{title}” was taken out of its folder.</source>
        <translation>La conversation «&#xa0;{title}&#xa0;» a été sortie de son dossier.</translation>
    </message>
    <message>
        <source>{count} conversations were deleted.</source>
        <translation>{count} conversations ont été supprimées.</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>La conversation «&#xa0;{title}&#xa0;» a été supprimée.</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>The folder “{name}” was removed; what was in it is below.</source>
        <translation>Le dossier «&#xa0;{name}&#xa0;» a été supprimé&#xa0;; son contenu se trouve plus bas.</translation>
    </message>
    <message>
        <source>The folder “{name}” was removed.</source>
        <translation>Le dossier «&#xa0;{name}&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
</context>
<context>
    <name>ChatFailure</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>Choisir un modèle…</translation>
    </message>
    <message>
        <source>Use the built-in model</source>
        <translation>Utiliser le modèle intégré</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Mes propres mots</translation>
    </message>
    <message>
        <source>The address {address} was copied. Thimble itself opens no connection.</source>
        <translation>L’adresse {address} a été copiée. Thimble n’ouvre lui-même aucune connexion.</translation>
    </message>
</context>
<context>
    <name>ChatWords</name>
    <message>
        <source>Starting the model…</source>
        <translation>Démarrage du modèle…</translation>
    </message>
    <message>
        <source>Starting the model… {percent} %</source>
        <translation>Démarrage du modèle… {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Reading your message…</source>
        <translation>Lecture de votre message…</translation>
    </message>
    <message>
        <source>Reading your message… {percent} %</source>
        <translation>Lecture de votre message… {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Waiting for the other answer…</source>
        <translation>En attente de l’autre réponse…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands and conversations</source>
        <translation>Commandes et conversations</translation>
    </message>
    <message>
        <source>Type a command or a title</source>
        <translation>Saisissez une commande ou un titre</translation>
    </message>
    <message>
        <source>Command or title</source>
        <translation>Commande ou titre</translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation>Choix possibles</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Rien ne porte ce nom.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything …</source>
        <translation>Demandez ce que vous voulez…</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter begin a new line.</source>
        <translation>Entrée envoie, Maj et Entrée commencent une nouvelle ligne.</translation>
    </message>
    <message>
        <source>This text is sent with the message. Click to remove it.</source>
        <translation>Ce texte est envoyé avec le message. Cliquez pour le retirer.</translation>
    </message>
    <message>
        <source>Remove: {text}</source>
        <translation>Retirer&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{text} attached</source>
        <translation>Pièce jointe&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Pasted text, {size} kB</source>
        <translation>Texte collé, {size}&#xa0;ko</translation>
    </message>
    <message>
        <source>Pasted text, {size} MB</source>
        <translation>Texte collé, {size}&#xa0;Mo</translation>
    </message>
</context>
<context>
    <name>ComputerPage</name>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fils d’exécution</translation>
    </message>
    <message>
        <source>How many processor cores work on an answer. Automatic means {threads} here, and is nearly always the quickest.</source>
        <translation>Nombre de cœurs du processeur qui travaillent à une réponse. Le choix automatique, ici {threads}, est presque toujours le plus rapide.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>How much of a conversation the model reads, in tokens. Automatic takes what the model was made for, as far as the free memory holds it.</source>
        <translation>Ce que le modèle lit d’une conversation, en jetons. Le choix automatique retient ce pour quoi le modèle a été conçu, dans la limite de la mémoire libre.</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> jetons</translation>
    </message>
    <message>
        <source>Most memory for a model</source>
        <translation>Mémoire maximale pour un modèle</translation>
    </message>
    <message>
        <source>A model that needs more is not started. Automatic means what other programs leave free; this computer has {total}.</source>
        <translation>Un modèle qui en demande plus n’est pas démarré. Le choix automatique retient ce que les autres programmes laissent libre&#xa0;; cet ordinateur a {total}.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation>&#xa0;Mo</translation>
    </message>
    <message>
        <source>Give memory back after</source>
        <translation>Libérer la mémoire après</translation>
    </message>
    <message>
        <source>When nothing was asked for so long, the model leaves the memory. The next message starts it again, which takes a moment.</source>
        <translation>Si rien n’est demandé pendant ce temps, le modèle quitte la mémoire. Le message suivant le redémarre, ce qui prend un instant.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source> min</source>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>Save battery</source>
        <translation>Économiser la batterie</translation>
    </message>
    <message>
        <source>On battery, half the processor cores work on an answer: slower, but it lasts longer.</source>
        <translation>Sur batterie, la moitié des cœurs du processeur travaillent à une réponse&#xa0;: c’est plus lent, mais la batterie dure plus longtemps.</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>Context {percent} %</source>
        <translation>Contexte {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The model keeps {used} of at most {length} tokens of this conversation in mind (a token is about three quarters of a word). When they are used up, it no longer reads the oldest messages; you still can.</source>
        <translation>Le modèle garde en tête {used} jetons de cette conversation, sur {length} au plus (un jeton vaut environ trois quarts de mot). Quand ils sont épuisés, il ne lit plus les messages les plus anciens&#xa0;; vous le pouvez toujours.</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>New title of the conversation</source>
        <translation>Nouveau titre de la conversation</translation>
    </message>
    <message>
        <source>New name of the folder</source>
        <translation>Nouveau nom du dossier</translation>
    </message>
</context>
<context>
    <name>ConversationDrops</name>
    <message>
        <source>Let go to import the conversations</source>
        <translation>Relâchez pour importer les conversations</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Enter opens, F2 renames, Delete deletes, Shift with an arrow selects more, the Menu key shows more.</source>
        <translation>Entrée ouvre, F2 renomme, Suppr supprime, Maj et une flèche étendent la sélection, la touche Menu affiche d’autres choix.</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>{title}, pinned</source>
        <translation>{title}, épinglée</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglées</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus anciennes</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Folder without a name</source>
        <translation>Dossier sans nom</translation>
    </message>
    <message>
        <source>Bin, {count} in it</source>
        <translation>Corbeille, {count} à l’intérieur</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Dossier {name}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>contenu masqué</translation>
    </message>
    <message>
        <source>open</source>
        <translation>contenu affiché</translation>
    </message>
    <message>
        <source>{name}, {count} in it, {state}</source>
        <translation>{name}, {count} à l’intérieur, {state}</translation>
    </message>
    <message>
        <source>{title}, summary</source>
        <translation>{title}, résumé</translation>
    </message>
    <message>
        <source>{title}, archived</source>
        <translation>{title}, archivée</translation>
    </message>
</context>
<context>
    <name>CopyCodeButton</name>
    <message>
        <source>Copy code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>Copy code ({0})</source>
        <translation>Copier le code ({0})</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>The folder was given at the start with --data-dir.</source>
        <translation>Ce dossier a été indiqué au démarrage par --data-dir.</translation>
    </message>
    <message>
        <source>It was given by the variable THIMBLE_HOME.</source>
        <translation>Ce dossier a été indiqué par la variable THIMBLE_HOME.</translation>
    </message>
    <message>
        <source>The folder lies beside the program, so the program and your data move together.</source>
        <translation>Ce dossier se trouve à côté du programme&#xa0;: vos données se déplacent ainsi avec lui.</translation>
    </message>
    <message>
        <source>It is your own folder on this computer.</source>
        <translation>C’est votre dossier personnel sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Dossier de données</translation>
    </message>
    <message>
        <source>Conversations, settings and your models are kept here, and nowhere else.</source>
        <translation>Vos conversations, vos réglages et vos modèles sont conservés ici, et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Show the data folder in the file manager</source>
        <translation>Afficher le dossier de données dans le gestionnaire de fichiers</translation>
    </message>
</context>
<context>
    <name>DocumentDrops</name>
    <message>
        <source>Let go to summarise</source>
        <translation>Relâchez pour résumer</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Connecting to {host}…</source>
        <translation>Connexion à {host}…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Mise en pause…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>Nouvel essai dans {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Checking that the file is unharmed…</source>
        <translation>Vérification de l’intégrité du fichier…</translation>
    </message>
    <message>
        <source>Paused: {done} of {total} are here. Resume connects to {host}.</source>
        <translation>En pause&#xa0;: {done} sur {total} sont déjà là. Reprendre se connecte à {host}.</translation>
    </message>
    <message>
        <source>The download of {name} was given up; {size} of it are deleted.</source>
        <translation>Le téléchargement de {name} a été abandonné&#xa0;; les {size} déjà reçus sont supprimés.</translation>
    </message>
</context>
<context>
    <name>DropView</name>
    <message>
        <source>{count} conversations</source>
        <translation>{count} conversations</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What shall we write?</source>
        <translation>Qu’allons-nous écrire&#xa0;?</translation>
    </message>
    <message>
        <source>Thimble writes first drafts, stories and lists of ideas with a language model on this computer.</source>
        <translation>Thimble rédige des brouillons, des histoires et des listes d’idées avec un modèle de langage sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing you write leaves this computer: no account, no connection. Conversations are kept here only.</source>
        <translation>Rien de ce que vous écrivez ne quitte cet ordinateur&#xa0;: ni compte, ni connexion. Les conversations ne sont conservées qu’ici.</translation>
    </message>
    <message>
        <source>Draft an e-mail to the landlord</source>
        <translation>Écrire un e-mail au propriétaire</translation>
    </message>
    <message>
        <source>Tell a bedtime story</source>
        <translation>Raconter une histoire du soir</translation>
    </message>
    <message>
        <source>Collect ideas for a party</source>
        <translation>Trouver des idées pour une fête</translation>
    </message>
</context>
<context>
    <name>ErrorRow</name>
    <message>
        <source>More</source>
        <translation>Plus de détails</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins de détails</translation>
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
        <translation>Page web (HTML)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Everything, to import again (JSON)</source>
        <translation>Tout, pour réimporter (JSON)</translation>
    </message>
    <message>
        <source>For notes and other programs; answers keep their headings, lists and code.</source>
        <translation>Pour des notes et d’autres programmes&#xa0;; les réponses gardent leurs titres, leurs listes et leur code.</translation>
    </message>
    <message>
        <source>One file that every browser shows and prints. It loads nothing and holds no program.</source>
        <translation>Un seul fichier que tout navigateur affiche et imprime. Il ne charge rien et ne contient aucun programme.</translation>
    </message>
    <message>
        <source>Only the words, for any editor.</source>
        <translation>Seulement les mots, pour tout éditeur de texte.</translation>
    </message>
    <message>
        <source>Pages with numbers, to print or to pass on.</source>
        <translation>Des pages numérotées, à imprimer ou à transmettre.</translation>
    </message>
    <message>
        <source>Also other answers, drafts and folders, for another computer or to keep.</source>
        <translation>Avec aussi les autres réponses, les brouillons et les dossiers, pour un autre ordinateur ou pour les garder.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>Instructions pour le modèle</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>coupée</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompue</translation>
    </message>
    <message>
        <source>still being written</source>
        <translation>encore en cours d’écriture</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were exported to {file}.</source>
        <translation>
            <numerusform>%n conversation a été exportée vers {file}.</numerusform>
            <numerusform>%n conversations ont été exportées vers {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were imported.</source>
        <translation>
            <numerusform>%n conversation a été importée.</numerusform>
            <numerusform>%n conversations ont été importées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations got new messages.</source>
        <translation>
            <numerusform>%n conversation a reçu de nouveaux messages.</numerusform>
            <numerusform>%n conversations ont reçu de nouveaux messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were here already.</source>
        <translation>
            <numerusform>%n conversation était déjà là.</numerusform>
            <numerusform>%n conversations étaient déjà là.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Rien n’a été importé.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures, attached files or notes of tools could not be taken over.</source>
        <translation>
            <numerusform>%n image, pièce jointe ou note d’outil n’a pas pu être reprise.</numerusform>
            <numerusform>%n images, pièces jointes ou notes d’outils n’ont pas pu être reprises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged pieces were passed over.</source>
        <translation>
            <numerusform>%n élément endommagé a été ignoré.</numerusform>
            <numerusform>%n éléments endommagés ont été ignorés.</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversations were found in {files}.</source>
        <translation>Aucune conversation n’a été trouvée dans {files}.</translation>
    </message>
    <message>
        <source>It was stopped early; importing again brings the rest.</source>
        <translation>L’importation a été arrêtée avant la fin&#xa0;; une nouvelle importation apportera le reste.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export conversations</source>
        <translation>Exporter des conversations</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose where the file is put</source>
        <translation>Choisir où placer le fichier</translation>
    </message>
    <message>
        <source>Exporting conversations</source>
        <translation>Exportation des conversations</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«&#xa0;{title}&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen conversations</source>
        <translation>
            <numerusform>%n conversation choisie</numerusform>
            <numerusform>%n conversations choisies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n conversations</source>
        <translation>
            <numerusform>Toutes les conversations (%n)</numerusform>
            <numerusform>Toutes les conversations (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folder “{name}” (%n)</source>
        <translation>
            <numerusform>Dossier «&#xa0;{name}&#xa0;» (%n)</numerusform>
            <numerusform>Dossier «&#xa0;{name}&#xa0;» (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a file of this name already; it will be replaced.</source>
        <translation>Il y a déjà un fichier de ce nom&#xa0;; il sera remplacé.</translation>
    </message>
    <message>
        <source>The file is not protected by your passphrase: whoever has it can read it.</source>
        <translation>Le fichier n’est pas protégé par votre phrase de passe&#xa0;: toute personne qui l’a peut le lire.</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: %n conversations done</source>
        <translation>
            <numerusform>Exportation&#xa0;: %n conversation terminée</numerusform>
            <numerusform>Exportation&#xa0;: %n conversations terminées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureWindow</name>
    <message>
        <source>Thimble could not start</source>
        <translation>Thimble n’a pas pu démarrer</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus de détails</translation>
    </message>
    <message>
        <source>Show the technical details</source>
        <translation>Afficher les détails techniques</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Ouvrir le dossier de données</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Choose a document</source>
        <translation>Choisir un document</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Document Word</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>Enregistrer le résumé</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Where to search</source>
        <translation>Où rechercher</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Toutes les conversations</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Qui l’a écrit</translation>
    </message>
    <message>
        <source>By anyone</source>
        <translation>De tout le monde</translation>
    </message>
    <message>
        <source>By you</source>
        <translation>De vous</translation>
    </message>
    <message>
        <source>By Thimble</source>
        <translation>De Thimble</translation>
    </message>
    <message>
        <source>When it was written</source>
        <translation>Quand cela a été écrit</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>À tout moment</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>24 dernières heures</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>Over a year ago</source>
        <translation>Il y a plus d’un an</translation>
    </message>
    <message>
        <source>Kind of conversation</source>
        <translation>Type de conversation</translation>
    </message>
    <message>
        <source>Of any kind</source>
        <translation>De tout type</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Discussions</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Résumés</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Traductions</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Ce qui vient en premier</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Les meilleurs d’abord</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récents d’abord</translation>
    </message>
    <message>
        <source>Only “{title}”</source>
        <translation>Seulement «&#xa0;{title}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Search in this conversation</source>
        <translation>Rechercher dans cette conversation</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Passage précédent</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Passage suivant</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Type words to find the messages that have all of them. “Quoted words” have to follow one another. Capitals and accents make no difference.</source>
        <translation>Saisissez des mots pour trouver les messages qui les contiennent tous. Les mots entre guillemets droits, &quot;comme ceci&quot;, doivent se suivre. Les majuscules et les accents ne comptent pas.</translation>
    </message>
    <message>
        <source>No message and no title has all these words.</source>
        <translation>Aucun message ni aucun titre ne contient tous ces mots.</translation>
    </message>
    <message>
        <source>Many messages have all these words; one more word narrows them down.</source>
        <translation>Beaucoup de messages contiennent tous ces mots&#xa0;; un mot de plus réduira leur nombre.</translation>
    </message>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>%n résultat.</numerusform>
            <numerusform>%n résultats.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are still to be read into the search.</source>
        <translation>
            <numerusform>%n message reste à ajouter à la recherche.</numerusform>
            <numerusform>%n messages restent à ajouter à la recherche.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Finishing the encryption</source>
        <translation>Finalisation du chiffrement</translation>
    </message>
    <message>
        <source>Encrypting your conversations</source>
        <translation>Chiffrement de vos conversations</translation>
    </message>
    <message>
        <source>Removing the protection</source>
        <translation>Retrait de la protection</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Menu of this conversation</source>
        <translation>Menu de cette conversation</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Character…</source>
        <translation>Rôle…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>How the model behaves in this conversation; click to change it</source>
        <translation>Le comportement du modèle dans cette conversation&#xa0;; cliquez pour le changer</translation>
    </message>
    <message>
        <source>Character: {name}</source>
        <translation>Rôle&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Character: {name}…</source>
        <translation>Rôle&#xa0;: {name}…</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import conversations</source>
        <translation>Importer des conversations</translation>
    </message>
    <message>
        <source>Bring conversations from another computer or another program. What is here already is not doubled.</source>
        <translation>Apportez des conversations d’un autre ordinateur ou d’un autre programme. Ce qui est déjà là n’est pas doublé.</translation>
    </message>
    <message>
        <source>Thimble: a file exported as JSON</source>
        <translation>Thimble&#xa0;: un fichier exporté en JSON</translation>
    </message>
    <message>
        <source>ChatGPT: the archive of its data export</source>
        <translation>ChatGPT&#xa0;: l’archive de son exportation de données</translation>
    </message>
    <message>
        <source>GPT4All: its .chat files</source>
        <translation>GPT4All&#xa0;: ses fichiers .chat</translation>
    </message>
    <message>
        <source>Jan: its folder “threads”</source>
        <translation>Jan&#xa0;: son dossier «&#xa0;threads&#xa0;»</translation>
    </message>
    <message>
        <source>LM Studio: its folder “conversations”</source>
        <translation>LM Studio&#xa0;: son dossier «&#xa0;conversations&#xa0;»</translation>
    </message>
    <message>
        <source>Open WebUI: the chats it exports as JSON</source>
        <translation>Open WebUI&#xa0;: les discussions qu’il exporte en JSON</translation>
    </message>
    <message>
        <source>Importing conversations</source>
        <translation>Importation des conversations</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Choisir des fichiers…</translation>
    </message>
    <message>
        <source>Choose files, or drop them onto this window</source>
        <translation>Choisissez des fichiers ou déposez-les sur cette fenêtre</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Conversations (*.json *.jsonl *.chat *.zip);;All files (*)</source>
        <translation>Conversations (*.json *.jsonl *.chat *.zip);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Conversations are being exported or imported already. Try again when that is done.</source>
        <translation>Des conversations sont déjà en cours d’exportation ou d’importation. Réessayez quand ce sera terminé.</translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n conversations</source>
        <translation>
            <numerusform>Importation&#xa0;: %n conversation</numerusform>
            <numerusform>Importation&#xa0;: %n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>A copy stays when the file is moved or deleted. Used where it is, it takes no more room on the disk.</source>
        <translation>Une copie reste même si le fichier est déplacé ou supprimé. Utilisé là où il est, il ne prend pas plus de place sur le disque.</translation>
    </message>
    <message>
        <source>Copy into Thimble</source>
        <translation>Copier dans Thimble</translation>
    </message>
    <message>
        <source>Use where it is</source>
        <translation>Utiliser là où il est</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Adding a model file</source>
        <translation>Ajout d’un fichier de modèle</translation>
    </message>
    <message>
        <source>Add {file} ({size})?</source>
        <translation>Ajouter {file} ({size})&#xa0;?</translation>
    </message>
    <message>
        <source>Add {file}?</source>
        <translation>Ajouter {file}&#xa0;?</translation>
    </message>
    <message>
        <source>Add these files: {files}?</source>
        <translation>Ajouter ces fichiers&#xa0;: {files}&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>checking the file</source>
        <translation>vérification du fichier</translation>
    </message>
    <message>
        <source>looking at the file</source>
        <translation>examen du fichier</translation>
    </message>
    <message>
        <source>{file}: {progress}</source>
        <translation>{file}&#xa0;: {progress}</translation>
    </message>
</context>
<context>
    <name>InstalledCard</name>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Make faster…</source>
        <translation>Accélérer…</translation>
    </message>
    <message>
        <source>Try a file format that this computer&apos;s processor reads faster</source>
        <translation>Essayer un format de fichier que le processeur de cet ordinateur lit plus vite</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Comme avant</translation>
    </message>
    <message>
        <source>Use the model in its own format again, and delete the faster one</source>
        <translation>Utiliser à nouveau le modèle dans son propre format et supprimer la version plus rapide</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Show where the file lies</source>
        <translation>Montrer où se trouve le fichier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take it out of the list; the file stays</source>
        <translation>Retirer le modèle de la liste&#xa0;; le fichier reste</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Supprimer le fichier</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest (End)</source>
        <translation>Aller au plus récent (Fin)</translation>
    </message>
    <message>
        <source>Jump to the newest</source>
        <translation>Aller au plus récent</translation>
    </message>
</context>
<context>
    <name>ListMenus</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Épingler en haut</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Remettre dans la liste</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete {count} conversations</source>
        <translation>Supprimer {count} conversations</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Renommer le dossier</translation>
    </message>
    <message>
        <source>Select all in it</source>
        <translation>Sélectionner tout son contenu</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>Supprimer le dossier</translation>
    </message>
    <message>
        <source>The conversations in it stay.</source>
        <translation>Les conversations qu’il contient restent.</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Déplacer dans un dossier</translation>
    </message>
    <message>
        <source>Folder without a name</source>
        <translation>Dossier sans nom</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>Sortir du dossier</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages and conversations</source>
        <translation>Pages et conversations</translation>
    </message>
    <message>
        <source>There is no answer to copy yet. Ask something first.</source>
        <translation>Il n’y a pas encore de réponse à copier. Posez d’abord une question.</translation>
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
        <translation>texte</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit your message</source>
        <translation>Modifier votre message</translation>
    </message>
    <message>
        <source>The old version is kept.</source>
        <translation>L’ancienne version est conservée.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Send again ({0})</source>
        <translation>Renvoyer ({0})</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel ({0})</source>
        <translation>Annuler ({0})</translation>
    </message>
</context>
<context>
    <name>MessageParts</name>
    <message>
        <source>Earlier messages no longer fit; the model reads from here.</source>
        <translation>Les messages précédents ne tiennent plus dans le contexte&#xa0;; le modèle lit à partir d’ici.</translation>
    </message>
</context>
<context>
    <name>MessageWidget</name>
    <message>
        <source>Show less</source>
        <translation>Afficher moins</translation>
    </message>
    <message>
        <source>Show all ({0})</source>
        <translation>Tout afficher ({0})</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>ModelDrops</name>
    <message>
        <source>Let go to add the model</source>
        <translation>Relâchez pour ajouter le modèle</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>No model</source>
        <translation>Aucun modèle</translation>
    </message>
    <message>
        <source>built-in, {size}</source>
        <translation>intégré, {size}</translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation>Aucun modèle n’est installé</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Ajouter un fichier de modèle…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Download, add and remove models</source>
        <translation>Télécharger, ajouter et supprimer des modèles</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modèle&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{name} writes the answers. Press to choose another.</source>
        <translation>{name} rédige les réponses. Cliquez pour choisir un autre modèle.</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>{languages} and {count} more</source>
        <translation>{languages} et {count} autres</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>conversation</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>résumés</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>traduction</translation>
    </message>
    <message>
        <source>Writes {number} words a second here.</source>
        <translation>Écrit {number} mots par seconde ici.</translation>
    </message>
    <message>
        <source>Would write about {number} words a second here.</source>
        <translation>Écrirait environ {number} mots par seconde ici.</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>moins d’une minute restante</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>encore environ {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>encore environ {hours}&#xa0;h</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>{progress}, {time}</source>
        <translation>{progress}, {time}</translation>
    </message>
    <message>
        <source>{size}, built-in</source>
        <translation>{size}, intégré</translation>
    </message>
    <message>
        <source>{size}, outside Thimble&apos;s folder</source>
        <translation>{size}, hors du dossier de Thimble</translation>
    </message>
    <message>
        <source>How fast it is here shows once it has answered.</source>
        <translation>Sa vitesse ici sera connue après sa première réponse.</translation>
    </message>
    <message>
        <source>Made faster for this computer.</source>
        <translation>Accéléré pour cet ordinateur.</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>Inutilisable</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Needs {size} of memory.</source>
        <translation>Demande {size} de mémoire.</translation>
    </message>
    <message>
        <source>Thimble will connect to {host} and download {size}. Nothing of yours is sent.</source>
        <translation>Thimble va se connecter à {host} et télécharger {size}. Rien de ce qui vous appartient n’est envoyé.</translation>
    </message>
    <message>
        <source>Licence: {licence} ({terms}).</source>
        <translation>Licence&#xa0;: {licence} ({terms}).</translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation>Licence&#xa0;: {licence}.</translation>
    </message>
    <message>
        <source>Free on the disk: {size}.</source>
        <translation>Espace libre sur le disque&#xa0;: {size}.</translation>
    </message>
    <message>
        <source>Good at {abilities}</source>
        <translation>Points forts&#xa0;: {abilities}</translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation>{count} langues</translation>
    </message>
    <message>
        <source>reads up to {words} words at once</source>
        <translation>lit jusqu’à {words} mots à la fois</translation>
    </message>
    <message>
        <source>Runs well</source>
        <translation>Fonctionne bien</translation>
    </message>
    <message>
        <source>Slow here</source>
        <translation>Lent ici</translation>
    </message>
    <message>
        <source>Won&apos;t fit here</source>
        <translation>Trop grand ici</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>“{name}” was removed.</source>
        <translation>Le modèle «&#xa0;{name}&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>“{name}” was taken out of the list.</source>
        <translation>Le modèle «&#xa0;{name}&#xa0;» a été retiré de la liste.</translation>
    </message>
    <message>
        <source>{name} is here and can be used.</source>
        <translation>{name} est là et peut être utilisé.</translation>
    </message>
    <message>
        <source>{name} is faster from the next answer on.</source>
        <translation>{name} sera plus rapide dès la prochaine réponse.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Models on this computer, and models to download</source>
        <translation>Modèles sur cet ordinateur et modèles à télécharger</translation>
    </message>
    <message>
        <source>There is no model here. Download one, or add a model file that you have.</source>
        <translation>Il n’y a aucun modèle ici. Téléchargez-en un ou ajoutez un fichier de modèle que vous avez déjà.</translation>
    </message>
    <message>
        <source>The catalogue is empty.</source>
        <translation>Le catalogue est vide.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>À télécharger</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Ajouter un fichier de modèle…</translation>
    </message>
    <message>
        <source>Choose a file, or drop one onto this window</source>
        <translation>Choisissez un fichier ou déposez-en un sur cette fenêtre</translation>
    </message>
    <message>
        <source>Open the models folder</source>
        <translation>Ouvrir le dossier des modèles</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>Ajouter un fichier de modèle</translation>
    </message>
    <message>
        <source>Model files (*.gguf *.bin);;All files (*)</source>
        <translation>Fichiers de modèle (*.gguf *.bin);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Download {size}…</source>
        <translation>Télécharger {size}…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Another model is being downloaded; one comes at a time.</source>
        <translation>Un autre modèle est en cours de téléchargement&#xa0;; un seul à la fois.</translation>
    </message>
    <message>
        <source>To download · {percent} %</source>
        <translation>À télécharger · {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The models folder {folder} can&apos;t be made. Check that its disk can be written.</source>
        <translation>Impossible de créer le dossier des modèles {folder}. Vérifiez que son disque est accessible en écriture.</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>Folders, bin and statistics</source>
        <translation>Dossiers, corbeille et statistiques</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>Corbeille…</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Statistiques…</translation>
    </message>
</context>
<context>
    <name>MovingPanel</name>
    <message>
        <source>Another computer</source>
        <translation>Un autre ordinateur</translation>
    </message>
    <message>
        <source>Model files are large; they can also be fetched again</source>
        <translation>Les fichiers de modèle sont volumineux&#xa0;; ils peuvent aussi être téléchargés à nouveau</translation>
    </message>
    <message>
        <source>Copy everything into one file…</source>
        <translation>Tout copier dans un fichier…</translation>
    </message>
    <message>
        <source>Take conversations and settings to another computer</source>
        <translation>Emporter les conversations et les réglages sur un autre ordinateur</translation>
    </message>
    <message>
        <source>Bring in from such a file…</source>
        <translation>Récupérer depuis un tel fichier…</translation>
    </message>
    <message>
        <source>Take in what was copied on another computer</source>
        <translation>Récupérer ici ce qui a été copié sur un autre ordinateur</translation>
    </message>
    <message>
        <source>Memory stick</source>
        <translation>Clé USB</translation>
    </message>
    <message>
        <source>Thimble can keep its data beside the program, so that both move together. What is here is copied and stays.</source>
        <translation>Thimble peut conserver ses données à côté du programme&#xa0;: les deux se déplacent ainsi ensemble. Ce qui est ici est copié et reste en place.</translation>
    </message>
    <message>
        <source>Keep data beside the program</source>
        <translation>Garder les données à côté du programme</translation>
    </message>
    <message>
        <source>Copy the data into the folder of the program</source>
        <translation>Copier les données dans le dossier du programme</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop; nothing is left behind</source>
        <translation>Arrêter&#xa0;; aucun fichier incomplet ne restera</translation>
    </message>
    <message>
        <source>One file takes conversations, settings and, if you want, models along. Protected conversations stay encrypted in it. Backups are left out.</source>
        <translation>Un seul fichier emporte les conversations, les réglages et, si vous le souhaitez, les modèles. Les conversations protégées y restent chiffrées. Les sauvegardes n’en font pas partie.</translation>
    </message>
    <message>
        <source>With the models ({size})</source>
        <translation>Avec les modèles ({size})</translation>
    </message>
    <message>
        <source>Copy everything into one file</source>
        <translation>Tout copier dans un fichier</translation>
    </message>
    <message>
        <source>Everything is in {file} ({size}).</source>
        <translation>Tout est dans {file} ({size}).</translation>
    </message>
    <message>
        <source>The same passphrase opens the conversations on the other computer.</source>
        <translation>La même phrase de passe ouvre les conversations sur l’autre ordinateur.</translation>
    </message>
    <message>
        <source>Whoever has this file can read the conversations in it.</source>
        <translation>Toute personne qui a ce fichier peut lire les conversations qu’il contient.</translation>
    </message>
    <message>
        <source>Copying everything</source>
        <translation>Copie de tout le contenu</translation>
    </message>
    <message>
        <source>Bring in from a file</source>
        <translation>Récupérer depuis un fichier</translation>
    </message>
    <message>
        <source>Bringing everything in</source>
        <translation>Récupération de tout le contenu</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Examen du fichier</translation>
    </message>
    <message>
        <source>The data is in {folder} now and is used from the next start on: close Thimble and start it again.</source>
        <translation>Les données sont maintenant dans {folder} et seront utilisées dès le prochain démarrage&#xa0;: fermez Thimble et relancez-le.</translation>
    </message>
    <message>
        <source>{title} …</source>
        <translation>{title}…</translation>
    </message>
    <message>
        <source>Stopped; nothing was left behind.</source>
        <translation>Arrêté&#xa0;; aucun fichier incomplet n’est resté.</translation>
    </message>
    <message>
        <source>Everything of Thimble (*{suffix})</source>
        <translation>Données complètes de Thimble (*{suffix})</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Connect and download</source>
        <translation>Se connecter et télécharger</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Delete the part that is here</source>
        <translation>Supprimer la partie déjà reçue</translation>
    </message>
</context>
<context>
    <name>OfflinePopover</name>
    <message>
        <source>What leaves this computer</source>
        <translation>Ce qui sort de cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Rien ne sort de cet ordinateur</translation>
    </message>
    <message>
        <source>The model runs here, on this computer&apos;s processor. What you type and what it answers stay in your data folder. Thimble opens no connection by itself and works with the network unplugged.</source>
        <translation>Le modèle fonctionne ici, sur le processeur de cet ordinateur. Ce que vous écrivez et ce qu’il répond restent dans votre dossier de données. Thimble n’ouvre de lui-même aucune connexion et fonctionne réseau débranché.</translation>
    </message>
    <message>
        <source>Counting connections…</source>
        <translation>Décompte des connexions…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>this system does not tell</source>
        <translation>ce système ne l’indique pas</translation>
    </message>
    <message>
        <source>none, except Python&apos;s socket module, which this count needs</source>
        <translation>aucune, sauf le module socket de Python, nécessaire à ce décompte</translation>
    </message>
    <message>
        <source>Network libraries loaded: {list}</source>
        <translation>Bibliothèques réseau chargées&#xa0;: {list}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Network sockets of this window: {count}</source>
        <translation>Sockets réseau de cette fenêtre&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Network sockets of the model&apos;s process: {count}</source>
        <translation>Sockets réseau du processus du modèle&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Checked just now:</source>
        <translation>Vérifié à l’instant&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Pasted text</source>
        <translation>Texte collé</translation>
    </message>
    <message>
        <source>Opening the document…</source>
        <translation>Ouverture du document…</translation>
    </message>
</context>
<context>
    <name>OptionsRow</name>
    <message>
        <source>Style of the summary</source>
        <translation>Style du résumé</translation>
    </message>
    <message>
        <source>Length of the summary</source>
        <translation>Longueur du résumé</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>Langue du résumé</translation>
    </message>
    <message>
        <source>As the document</source>
        <translation>Comme le document</translation>
    </message>
</context>
<context>
    <name>Organiser</name>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Épingler en haut</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Remettre dans la liste</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Reset to defaults</source>
        <translation>Rétablir les valeurs par défaut</translation>
    </message>
    <message>
        <source>Give every setting on this page its first value</source>
        <translation>Rendre à chaque réglage de cette page sa valeur d’origine</translation>
    </message>
</context>
<context>
    <name>PageSwitch</name>
    <message>
        <source>There is no summary to save yet. Summarise a document first.</source>
        <translation>Il n’y a pas encore de résumé à enregistrer. Résumez d’abord un document.</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>La touche Verr. Maj est activée.</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Afficher la saisie</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Show this passage in the text</source>
        <translation>Afficher ce passage dans le texte</translation>
    </message>
    <message>
        <source>Enter shows the passage in the text, Control and C copies.</source>
        <translation>Entrée affiche le passage dans le texte, Ctrl et C copient.</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>This takes a moment. Should it be interrupted, the next start brings it to its end.</source>
        <translation>Cela prend un instant. En cas d’interruption, tout sera terminé au prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Définir une phrase de passe…</translation>
    </message>
    <message>
        <source>Encrypt your conversations; Thimble closes for a moment</source>
        <translation>Chiffrer vos conversations&#xa0;; Thimble se ferme un instant</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Changer la phrase de passe…</translation>
    </message>
    <message>
        <source>Choose another passphrase; nothing is encrypted again</source>
        <translation>Choisir une autre phrase de passe&#xa0;; rien n’est chiffré de nouveau</translation>
    </message>
    <message>
        <source>Remove the protection…</source>
        <translation>Retirer la protection…</translation>
    </message>
    <message>
        <source>Decrypt your conversations; Thimble closes for a moment</source>
        <translation>Déchiffrer vos conversations&#xa0;; Thimble se ferme un instant</translation>
    </message>
    <message>
        <source>The new passphrase holds from now on.</source>
        <translation>La nouvelle phrase de passe est désormais valable.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase</source>
        <translation>Vos conversations sont protégées par une phrase de passe</translation>
    </message>
    <message>
        <source>Conversations, drafts, backups, the search index and what models keep of them are encrypted on this disk. Exported files are not, and settings and models are not.</source>
        <translation>Les conversations, les brouillons, les sauvegardes, l’index de recherche et ce que les modèles gardent des conversations sont chiffrés sur ce disque. Les fichiers exportés, les réglages et les modèles ne le sont pas.</translation>
    </message>
    <message>
        <source>Your conversations are not protected</source>
        <translation>Vos conversations ne sont pas protégées</translation>
    </message>
    <message>
        <source>Whoever can use this computer&apos;s disk can read them. A passphrase encrypts conversations, drafts, backups, the search index and what models keep of them.</source>
        <translation>Toute personne qui a accès au disque de cet ordinateur peut les lire. Une phrase de passe chiffre les conversations, les brouillons, les sauvegardes, l’index de recherche et ce que les modèles gardent des conversations.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Stopped before the answer.</source>
        <translation>Arrêté avant la réponse.</translation>
    </message>
    <message>
        <source>The nearest sentence of the document, word for word: the model&apos;s own answer did not hold.</source>
        <translation>La phrase du document la plus proche, mot pour mot&#xa0;: la réponse du modèle n’a pas résisté à la vérification.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove the protection</source>
        <translation>Retirer la protection</translation>
    </message>
    <message>
        <source>Afterwards whoever can use this computer&apos;s disk can read your conversations.</source>
        <translation>Ensuite, toute personne qui a accès au disque de cet ordinateur pourra lire vos conversations.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>RepairScreen</name>
    <message>
        <source>The file with your conversations is damaged. What can be read of it is being saved… {percent} %</source>
        <translation>Le fichier de vos conversations est endommagé. Ce qui peut y être lu est en cours de récupération… {percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Thimble</source>
        <translation>Thimble</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Archived · {date}</source>
        <translation>Archivée · {date}</translation>
    </message>
    <message>
        <source>{what} “{title}”, {date}</source>
        <translation>{what} «&#xa0;{title}&#xa0;», {date}</translation>
    </message>
    <message>
        <source>{speaker} in “{title}”, {date}: {text}</source>
        <translation>{speaker} dans «&#xa0;{title}&#xa0;», {date}&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Waiting for “{title}”…</source>
        <translation>En attente de «&#xa0;{title}&#xa0;»…</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>En attente du modèle…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>The model begins to read…</source>
        <translation>Le modèle commence à lire…</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search all messages</source>
        <translation>Rechercher dans tous les messages</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Retour à la conversation</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Enter opens the conversation at this place.</source>
        <translation>Entrée ouvre la conversation à cet endroit.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher plus</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>Rechercher sans filtres</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Pin, move to a folder, export</source>
        <translation>Épingler, déplacer dans un dossier, exporter</translation>
    </message>
    <message>
        <source>End the selection (Esc)</source>
        <translation>Terminer la sélection (Échap)</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>Sélection&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
</context>
<context>
    <name>SetDialog</name>
    <message>
        <source>Protect your conversations</source>
        <translation>Protéger vos conversations</translation>
    </message>
    <message>
        <source>Conversations, their backups and all else that tells of them are encrypted with your passphrase, and it is asked for at each start.</source>
        <translation>Les conversations, leurs sauvegardes et tout ce qui pourrait les révéler sont chiffrés avec votre phrase de passe, qui est demandée à chaque démarrage.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La même, encore une fois</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Chiffrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>At least {count} characters. Four or five unusual words are good and easy to remember.</source>
        <translation>Au moins {count} caractères. Quatre ou cinq mots peu courants conviennent bien et sont faciles à retenir.</translation>
    </message>
    <message>
        <source>If you lose the passphrase, your conversations are lost for good: nobody can open them without it, neither we nor a repair shop, and there is no way to get it back. Write it down and keep the paper in a safe place.</source>
        <translation>Si vous perdez la phrase de passe, vos conversations sont définitivement perdues&#xa0;: personne ne peut les ouvrir sans elle, ni nous ni un réparateur, et il n’y a aucun moyen de la retrouver. Notez-la et gardez le papier en lieu sûr.</translation>
    </message>
    <message>
        <source>Files that could be read until now are overwritten and removed. A disk may keep traces of them all the same, and copies you made elsewhere stay as they are.</source>
        <translation>Les fichiers lisibles jusqu’ici sont écrasés et supprimés. Un disque peut malgré tout en garder des traces, et les copies que vous avez faites ailleurs restent telles quelles.</translation>
    </message>
    <message>
        <source>I keep the passphrase in a safe place</source>
        <translation>Je garde la phrase de passe en lieu sûr</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des réglages</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages and conversations</source>
        <translation>Pages et conversations</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Résumer</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation>Rechercher un titre</translation>
    </message>
    <message>
        <source>Search conversations by title</source>
        <translation>Rechercher des conversations par titre</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Rechercher dans tous les messages</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. Press to see the proof.</source>
        <translation>Rien ne sort de cet ordinateur. Cliquez pour en voir la preuve.</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Vos conversations apparaîtront ici.</translation>
    </message>
    <message>
        <source>No title contains these words.</source>
        <translation>Aucun titre ne contient ces mots.</translation>
    </message>
</context>
<context>
    <name>SmallModelHint</name>
    <message>
        <source>Don&apos;t show this again</source>
        <translation>Ne plus afficher ce message</translation>
    </message>
    <message>
        <source>A small model: it knows English, is good at drafting and weak at facts. Bigger ones can be added in {models}.</source>
        <translation>Un petit modèle&#xa0;: il connaît l’anglais, rédige bien des brouillons, mais reste peu fiable sur les faits. De plus grands s’ajoutent dans {models}.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Décompte…</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>of these in the archive</source>
        <translation>dont archivées</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>Dans la corbeille</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>of these by you</source>
        <translation>dont écrits par vous</translation>
    </message>
    <message>
        <source>Characters of text</source>
        <translation>Caractères de texte</translation>
    </message>
    <message>
        <source>The oldest began on</source>
        <translation>Début de la plus ancienne</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Sur le disque</translation>
    </message>
    <message>
        <source>of this free for what comes</source>
        <translation>dont libre pour la suite</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>What models keep of conversations</source>
        <translation>Ce que les modèles gardent des conversations</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Search index, settings and the rest</source>
        <translation>Index de recherche, réglages et le reste</translation>
    </message>
    <message>
        <source>The longest</source>
        <translation>Les plus longues</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>{messages} messages, {characters} characters</source>
        <translation>Messages&#xa0;: {messages}, caractères&#xa0;: {characters}</translation>
    </message>
</context>
<context>
    <name>SummaryController</name>
    <message>
        <source>There is no text in the clipboard. Copy some first.</source>
        <translation>Il n’y a pas de texte dans le presse-papiers. Copiez-en d’abord.</translation>
    </message>
</context>
<context>
    <name>SummaryEmptyState</name>
    <message>
        <source>Summarise a document, whole</source>
        <translation>Résumer un document en entier</translation>
    </message>
    <message>
        <source>Thimble reads all of it, says what is in it, and shows for each point the passage it comes from.</source>
        <translation>Thimble le lit en entier, dit ce qu’il contient et montre, pour chaque point, le passage dont il provient.</translation>
    </message>
    <message>
        <source>Drop a document or a folder here, or</source>
        <translation>Déposez ici un document ou un dossier, ou</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Coller du texte</translation>
    </message>
    <message>
        <source>Summarise the text in the clipboard (Ctrl+V)</source>
        <translation>Résumer le texte du presse-papiers (Ctrl+V)</translation>
    </message>
    <message>
        <source>PDF, Word, OpenDocument, PowerPoint, EPUB, web pages, e-mail, RTF, CSV, subtitles, Markdown and plain text. Nothing of it leaves this computer.</source>
        <translation>PDF, Word, OpenDocument, PowerPoint, EPUB, pages web, e-mails, RTF, CSV, sous-titres, Markdown et texte brut. Rien ne sort de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>SummaryHeader</name>
    <message>
        <source>Menu of this summary</source>
        <translation>Menu de ce résumé</translation>
    </message>
    <message>
        <source>New summary</source>
        <translation>Nouveau résumé</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Copier le résumé</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Send to chat</source>
        <translation>Envoyer dans une discussion</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Summary or text</source>
        <translation>Résumé ou texte</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… et %n autre.</numerusform>
            <numerusform>… et %n autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Summarise again</source>
        <translation>Résumer à nouveau</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Résumer</translation>
    </message>
    <message>
        <source>The summary is there. {coverage}.</source>
        <translation>Le résumé est prêt. {coverage}.</translation>
    </message>
</context>
<context>
    <name>SummaryPane</name>
    <message>
        <source>How much of the document is summarised</source>
        <translation>Part du document déjà résumée</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Copier le résumé</translation>
    </message>
    <message>
        <source>Save the summary as a file…</source>
        <translation>Enregistrer le résumé dans un fichier…</translation>
    </message>
    <message>
        <source>Send the summary to a new chat</source>
        <translation>Envoyer le résumé dans une nouvelle discussion</translation>
    </message>
    <message>
        <source>Ask about this document …</source>
        <translation>Posez une question sur ce document…</translation>
    </message>
    <message>
        <source>Question about this document</source>
        <translation>Question sur ce document</translation>
    </message>
    <message>
        <source>Key sentences of the whole document</source>
        <translation>Phrases clés de tout le document</translation>
    </message>
    <message>
        <source>Looking for the key sentences…</source>
        <translation>Recherche des phrases clés…</translation>
    </message>
    <message>
        <source>Key sentences, word for word. {coverage}.</source>
        <translation>Phrases clés, mot pour mot. {coverage}.</translation>
    </message>
</context>
<context>
    <name>SummaryWords</name>
    <message>
        <source>Key points</source>
        <translation>Points clés</translation>
    </message>
    <message>
        <source>A paragraph</source>
        <translation>Un paragraphe</translation>
    </message>
    <message>
        <source>One sentence</source>
        <translation>Une phrase</translation>
    </message>
    <message>
        <source>Outline by section</source>
        <translation>Plan par section</translation>
    </message>
    <message>
        <source>Tasks and dates</source>
        <translation>Tâches et dates</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Questions et réponses</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>page {number}</translation>
    </message>
    <message>
        <source>“{heading}”</source>
        <translation>«&#xa0;{heading}&#xa0;»</translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation>paragraphe {number}</translation>
    </message>
    <message>
        <source>word for word</source>
        <translation>mot pour mot</translation>
    </message>
    <message>
        <source>written by {model}; only names and numbers were checked</source>
        <translation>rédigé par {model}&#xa0;; seuls les noms et les nombres ont été vérifiés</translation>
    </message>
    <message>
        <source>written by {model}, checked</source>
        <translation>rédigé par {model}, vérifié</translation>
    </message>
    <message>
        <source>Reading the document…</source>
        <translation>Lecture du document…</translation>
    </message>
    <message>
        <source>Reading {file}, {number} of {files}…</source>
        <translation>Lecture de {file}, {number} sur {files}…</translation>
    </message>
    <message>
        <source>Reading {file}, {done} of {total}…</source>
        <translation>Lecture de {file}, {done} sur {total}…</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Lecture de {file}…</translation>
    </message>
    <message>
        <source>{done} of {total} sections</source>
        <translation>Sections&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>encore environ {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>encore environ {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>encore environ {hours}&#xa0;h</translation>
    </message>
    <message>
        <source>Covers {done} of {total} sections</source>
        <translation>Sections couvertes&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>Stopped: covers {done} of {total} sections</source>
        <translation>Arrêté&#xa0;; sections couvertes&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>The model can&apos;t write {language}, so these are key sentences, word for word.</source>
        <translation>Le modèle ne sait pas écrire en {language}&#xa0;; voici donc des phrases clés, mot pour mot.</translation>
    </message>
    <message>
        <source>this language</source>
        <translation>cette langue</translation>
    </message>
    <message>
        <source>Pages without text, which could not be read: {number}.</source>
        <translation>Pages sans texte, qui n’ont pas pu être lues&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>The document is damaged; the rest of it could not be read.</source>
        <translation>Le document est endommagé&#xa0;; le reste n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>Left out: {file}.</source>
        <translation>Ignoré&#xa0;: {file}.</translation>
    </message>
    <message>
        <source>Hidden files left out: {number}.</source>
        <translation>Fichiers masqués ignorés&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Files left out because there are too many: {number}.</source>
        <translation>Fichiers ignorés, car il y en a trop&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>Folders left out because they lie too deep: {number}.</source>
        <translation>Dossiers ignorés, car ils sont trop profonds&#xa0;: {number}.</translation>
    </message>
    <message>
        <source>There is nothing to be done and no date in this document.</source>
        <translation>Ce document ne contient ni tâche ni date.</translation>
    </message>
    <message>
        <source>There is nothing of this kind in the document.</source>
        <translation>Il n’y a rien de tel dans le document.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Summarise “{title}”</source>
        <translation>Résumer «&#xa0;{title}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>SystemTextDialog</name>
    <message>
        <source>Character of this conversation</source>
        <translation>Rôle dans cette conversation</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Mes propres mots</translation>
    </message>
    <message>
        <source>Tell the model who it is. One or two short sentences work best.</source>
        <translation>Dites au modèle qui il est. Une ou deux phrases courtes conviennent le mieux.</translation>
    </message>
    <message>
        <source>That is too long for instructions; paste it into the conversation instead.</source>
        <translation>Ce texte est trop long pour des instructions&#xa0;; collez-le plutôt dans la conversation.</translation>
    </message>
    <message>
        <source>Your own instructions for the model</source>
        <translation>Vos propres instructions pour le modèle</translation>
    </message>
    <message>
        <source>You are …</source>
        <translation>Vous êtes…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Text of the document</source>
        <translation>Texte du document</translation>
    </message>
</context>
<context>
    <name>TextViewer</name>
    <message>
        <source>Whole message</source>
        <translation>Message entier</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Thimble</source>
        <translation>Thimble</translation>
    </message>
    <message>
        <source>You said: {0}</source>
        <translation>Vous avez dit&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Thimble answered: {0}</source>
        <translation>Thimble a répondu&#xa0;: {0}</translation>
    </message>
    <message>
        <source>{0} words/s</source>
        <translation>{0}&#xa0;mots/s</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Interrupted when Thimble closed</source>
        <translation>Interrompue à la fermeture de Thimble</translation>
    </message>
    <message>
        <source>Cut off: the context is full</source>
        <translation>Coupée&#xa0;: le contexte est plein</translation>
    </message>
    <message>
        <source>Cut off at the longest answer allowed</source>
        <translation>Coupée à la longueur maximale autorisée</translation>
    </message>
    <message>
        <source>{0} tokens · {1} tokens/s · first word after {2} s</source>
        <translation>{0} jetons · {1}&#xa0;jetons/s · premier mot après {2}&#xa0;s</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0}&#xa0;Mo</translation>
    </message>
    <message>
        <source>{0} kB</source>
        <translation>{0}&#xa0;ko</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>TunePanel</name>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Making the model faster</source>
        <translation>Accélération du modèle</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Don&apos;t keep</source>
        <translation>Ne pas garder</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>D’accord</translation>
    </message>
</context>
<context>
    <name>TuneWords</name>
    <message>
        <source>Thimble writes copies of the model in formats that this computer&apos;s processor may read faster, and measures how fast and how exact each is. That takes some minutes, in which answers are slower, and up to {size} on the disk. The model itself stays as it is, and you decide at the end.</source>
        <translation>Thimble écrit des copies du modèle dans des formats que le processeur de cet ordinateur lit peut-être plus vite, puis mesure la vitesse et la précision de chacune. Cela prend quelques minutes, pendant lesquelles les réponses sont plus lentes, et jusqu’à {size} sur le disque. Le modèle lui-même reste tel quel, et vous décidez à la fin.</translation>
    </message>
    <message>
        <source>Looking at what matters most in the model…</source>
        <translation>Recherche de ce qui compte le plus dans le modèle…</translation>
    </message>
    <message>
        <source>Writing a copy in the format {format}…</source>
        <translation>Écriture d’une copie au format {format}…</translation>
    </message>
    <message>
        <source>Measuring the speed…</source>
        <translation>Mesure de la vitesse…</translation>
    </message>
    <message>
        <source>Measuring the exactness…</source>
        <translation>Mesure de la précision…</translation>
    </message>
    <message>
        <source>This model is already in a format that this computer reads as fast as any.</source>
        <translation>Ce modèle est déjà dans l’un des formats que cet ordinateur lit le plus vite.</translation>
    </message>
    <message>
        <source>No other format is worth it here: those that are faster make the model clearly less exact. Nothing was changed.</source>
        <translation>Aucun autre format n’en vaut la peine ici&#xa0;: ceux qui sont plus rapides rendent le modèle nettement moins précis. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Size: {after} instead of {before}, on the disk and in memory.</source>
        <translation>Taille&#xa0;: {after} au lieu de {before}, sur le disque et en mémoire.</translation>
    </message>
    <message>
        <source>({after} instead of {before} words a second)</source>
        <translation>({after} au lieu de {before} mots par seconde)</translation>
    </message>
    <message>
        <source>{what}: as fast as before {figures}.</source>
        <translation>{what}&#xa0;: aussi rapide qu’avant {figures}.</translation>
    </message>
    <message>
        <source>{what}: {number} times as fast {figures}.</source>
        <translation>{what}&#xa0;: {number} fois plus rapide {figures}.</translation>
    </message>
    <message>
        <source>{what}: {percent} % slower {figures}.</source>
        <translation>{what}&#xa0;: {percent}&#xa0;% plus lente {figures}.</translation>
    </message>
    <message>
        <source>Exactness: the same, as far as it can be measured.</source>
        <translation>Précision&#xa0;: la même, pour autant qu’on puisse la mesurer.</translation>
    </message>
    <message>
        <source>Exactness: {percent} % less sure of its words, which is hardly noticed.</source>
        <translation>Précision&#xa0;: le modèle est {percent}&#xa0;% moins sûr de ses mots, ce qui se remarque à peine.</translation>
    </message>
    <message>
        <source>Exactness: {percent} % less sure of its words, which may be noticed.</source>
        <translation>Précision&#xa0;: le modèle est {percent}&#xa0;% moins sûr de ses mots, ce qui peut se remarquer.</translation>
    </message>
</context>
<context>
    <name>TuningDesk</name>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take back what was just done</source>
        <translation>Annuler ce qui vient d’être fait</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Your conversations are locked</source>
        <translation>Vos conversations sont verrouillées</translation>
    </message>
    <message>
        <source>Type your passphrase to open them.</source>
        <translation>Saisissez votre phrase de passe pour les ouvrir.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Your last words could not be saved yet, because the disk is full or can&apos;t be written to.</source>
        <translation>Vos derniers mots n’ont pas encore pu être enregistrés, car le disque est plein ou n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>Free some space and try again, or save them as a text file on another drive. If you close now, they are lost.</source>
        <translation>Libérez de l’espace et réessayez, ou enregistrez-les dans un fichier texte sur un autre disque. Si vous fermez maintenant, ils seront perdus.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Save as a text file…</source>
        <translation>Enregistrer en fichier texte…</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Fermer et les perdre</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Save as a text file</source>
        <translation>Enregistrer en fichier texte</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
</context>
<context>
    <name>_LongTextView</name>
    <message>
        <source>Whole message</source>
        <translation>Message entier</translation>
    </message>
</context>
<context>
    <name>characters</name>
    <message>
        <source>Plain assistant</source>
        <translation>Assistant simple</translation>
    </message>
    <message>
        <source>Answers briefly and to the point.</source>
        <translation>Répond brièvement et va droit au but.</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>Professeur</translation>
    </message>
    <message>
        <source>Explains step by step in simple words, with an example.</source>
        <translation>Explique pas à pas, avec des mots simples et un exemple.</translation>
    </message>
    <message>
        <source>Writing helper</source>
        <translation>Aide à la rédaction</translation>
    </message>
    <message>
        <source>Rewords, shortens and drafts texts.</source>
        <translation>Reformule, raccourcit et ébauche des textes.</translation>
    </message>
    <message>
        <source>Brainstormer</source>
        <translation>Boîte à idées</translation>
    </message>
    <message>
        <source>Gives many different ideas as a list.</source>
        <translation>Donne de nombreuses idées variées sous forme de liste.</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Go to the chat</source>
        <translation>Aller à la discussion</translation>
    </message>
    <message>
        <source>Go to the summary</source>
        <translation>Aller au résumé</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>New summary</source>
        <translation>Nouveau résumé</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>Enregistrer le résumé</translation>
    </message>
    <message>
        <source>Search in this conversation</source>
        <translation>Rechercher dans cette conversation</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Passage trouvé suivant</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Passage trouvé précédent</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Rechercher dans tous les messages</translation>
    </message>
    <message>
        <source>Search conversations by title</source>
        <translation>Rechercher des conversations par titre</translation>
    </message>
    <message>
        <source>Commands and conversations</source>
        <translation>Commandes et conversations</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Envoyer le message</translation>
    </message>
    <message>
        <source>Begin the summary</source>
        <translation>Commencer le résumé</translation>
    </message>
    <message>
        <source>Begin a new line</source>
        <translation>Commencer une nouvelle ligne</translation>
    </message>
    <message>
        <source>Stop the answer, or close</source>
        <translation>Arrêter la réponse ou fermer</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Copier la dernière réponse</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Message précédent</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Message suivant</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Renommer la conversation</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>Supprimer la conversation</translation>
    </message>
    <message>
        <source>Archive the conversation</source>
        <translation>Archiver la conversation</translation>
    </message>
    <message>
        <source>Select all conversations</source>
        <translation>Sélectionner toutes les conversations</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>En sélectionner une de plus</translation>
    </message>
    <message>
        <source>Take back what was just done</source>
        <translation>Annuler ce qui vient d’être fait</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Bin: deleted conversations</source>
        <translation>Corbeille&#xa0;: conversations supprimées</translation>
    </message>
    <message>
        <source>Statistics: how many conversations, how large</source>
        <translation>Statistiques&#xa0;: nombre et taille des conversations</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>Choisir le modèle</translation>
    </message>
    <message>
        <source>Models: add, download, remove</source>
        <translation>Modèles&#xa0;: ajouter, télécharger, supprimer</translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation>Exporter des conversations</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Importer des conversations</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Ce qui sort de cet ordinateur</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The engine crashed twice in a row with the model {file}, so it is not loaded again by itself. Choose another model, or try again all the same.</source>
        <translation>Le moteur s’est arrêté brutalement deux fois de suite avec le modèle {file}, qui n’est donc plus chargé automatiquement. Choisissez un autre modèle ou réessayez malgré tout.</translation>
    </message>
    <message>
        <source>The engine answered something Thimble does not understand and was ended. What was written is kept; please try again.</source>
        <translation>Le moteur a donné une réponse que Thimble ne comprend pas et a été arrêté. Ce qui était écrit est conservé&#xa0;; veuillez réessayer.</translation>
    </message>
    <message>
        <source>The engine gave an unexpected reply and was ended. Please try again.</source>
        <translation>Le moteur a donné une réponse inattendue et a été arrêté. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly ({reason}). What was written is kept; please try again.</source>
        <translation>Le moteur s’est arrêté de façon inattendue ({reason}). Ce qui était écrit est conservé&#xa0;; veuillez réessayer.</translation>
    </message>
    <message>
        <source>The engine could not be started. Close other programs and try again; if that does not help, install Thimble again.</source>
        <translation>Le moteur n’a pas pu démarrer. Fermez d’autres programmes et réessayez&#xa0;; si cela ne suffit pas, réinstallez Thimble.</translation>
    </message>
    <message>
        <source>The model file {file} can&apos;t be opened. Check that it is still there.</source>
        <translation>Impossible d’ouvrir le fichier de modèle {file}. Vérifiez qu’il est toujours là.</translation>
    </message>
    <message>
        <source>The model could not go on with this conversation. Try again, or start a new conversation.</source>
        <translation>Le modèle n’a pas pu poursuivre cette conversation. Réessayez ou commencez une nouvelle conversation.</translation>
    </message>
    <message>
        <source>The engine can&apos;t be loaded on this computer. Install Thimble again; if that does not help, this computer&apos;s processor may be too old.</source>
        <translation>Impossible de charger le moteur sur cet ordinateur. Réinstallez Thimble&#xa0;; si cela ne suffit pas, le processeur est peut-être trop ancien.</translation>
    </message>
    <message>
        <source>There is not enough memory for {file} with a context of {tokens} tokens. Close other programs, or choose a smaller model or context in Settings.</source>
        <translation>La mémoire ne suffit pas pour {file} avec un contexte de {tokens} jetons. Fermez d’autres programmes, ou choisissez un modèle ou un contexte plus petit dans les réglages.</translation>
    </message>
    <message>
        <source>The model in {file} is too large for the engine that reads files of this older kind. Get the same model as a GGUF file.</source>
        <translation>Le modèle contenu dans {file} est trop grand pour le moteur qui lit les fichiers de cet ancien type. Procurez-vous le même modèle au format GGUF.</translation>
    </message>
    <message>
        <source>{file} needs about {needed} MB of memory, and {available} MB are free. Close other programs, or choose a smaller model.</source>
        <translation>{file} demande environ {needed}&#xa0;Mo de mémoire, et {available}&#xa0;Mo sont libres. Fermez d’autres programmes ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>The model file {file} can&apos;t be used: it is damaged, incomplete or of a kind Thimble does not know. Choose another model, or get the file again.</source>
        <translation>Le fichier de modèle {file} est inutilisable&#xa0;: il est endommagé, incomplet ou d’un type que Thimble ne connaît pas. Choisissez un autre modèle ou procurez-vous à nouveau le fichier.</translation>
    </message>
    <message>
        <source>No model is loaded. Choose a model and try again.</source>
        <translation>Aucun modèle n’est chargé. Choisissez un modèle et réessayez.</translation>
    </message>
    <message>
        <source>The engine failed ({kind}). What was written is kept; please try again.</source>
        <translation>Le moteur a échoué ({kind}). Ce qui était écrit est conservé&#xa0;; veuillez réessayer.</translation>
    </message>
    <message>
        <source>This is too long for the model: about {words} words, and it can read about {limit} at once. Shorten the message, or send it in parts.</source>
        <translation>C’est trop long pour le modèle&#xa0;: environ {words} mots, alors qu’il peut en lire environ {limit} à la fois. Raccourcissez le message ou envoyez-le en plusieurs parties.</translation>
    </message>
    <message>
        <source>Something in Thimble went wrong ({kind}). Nothing was lost; please try again.</source>
        <translation>Un problème est survenu dans Thimble ({kind}). Rien n’a été perdu&#xa0;; veuillez réessayer.</translation>
    </message>
    <message>
        <source>The built-in model is missing from this installation. Install Thimble again, or choose another model file.</source>
        <translation>Le modèle intégré manque dans cette installation. Réinstallez Thimble ou choisissez un autre fichier de modèle.</translation>
    </message>
    <message>
        <source>There is no model “{name}” here. Choose one of these: {known}.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{name}&#xa0;» ici. Choisissez-en un autre&#xa0;; modèles connus&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a model file inside it.</source>
        <translation>{file} est un dossier. Choisissez un fichier de modèle à l’intérieur.</translation>
    </message>
    <message>
        <source>{file} is not a model file that Thimble can read. Choose a file that ends in .gguf.</source>
        <translation>{file} n’est pas un fichier de modèle que Thimble peut lire. Choisissez un fichier dont le nom se termine par .gguf.</translation>
    </message>
    <message>
        <source>The model file {file} is damaged. Get it again, or choose another model.</source>
        <translation>Le fichier de modèle {file} est endommagé. Procurez-vous à nouveau ce fichier ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The model file {file} is incomplete: it ends too early. Get it again.</source>
        <translation>Le fichier de modèle {file} est incomplet&#xa0;: il se termine trop tôt. Procurez-vous à nouveau ce fichier.</translation>
    </message>
    <message>
        <source>The model file {file} is empty. Get it again.</source>
        <translation>Le fichier de modèle {file} est vide. Procurez-vous à nouveau ce fichier.</translation>
    </message>
    <message>
        <source>{file} is made for another kind of computer (big-endian). Get the ordinary file of this model.</source>
        <translation>{file} est fait pour un autre type d’ordinateur (gros-boutiste). Procurez-vous le fichier ordinaire de ce modèle.</translation>
    </message>
    <message>
        <source>{file} is in version {version} of the GGUF format, which Thimble can&apos;t read. Get a file in version 3, or a newer Thimble.</source>
        <translation>{file} est dans la version {version} du format GGUF, que Thimble ne peut pas lire. Procurez-vous un fichier dans la version 3 ou une version plus récente de Thimble.</translation>
    </message>
    <message>
        <source>There is no setting called “{name}”. Look at the list in Settings.</source>
        <translation>Aucun réglage ne s’appelle «&#xa0;{name}&#xa0;». Consultez la liste dans les réglages.</translation>
    </message>
    <message>
        <source>The value {value} can&apos;t be used for “{name}”. Choose another in Settings.</source>
        <translation>La valeur {value} ne convient pas pour «&#xa0;{name}&#xa0;». Choisissez-en une autre dans les réglages.</translation>
    </message>
    <message>
        <source>The setting “{name}” had a value that can&apos;t be used; its default is used.</source>
        <translation>Le réglage «&#xa0;{name}&#xa0;» avait une valeur inutilisable&#xa0;; sa valeur par défaut la remplace.</translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults are used. The old file was kept as {file}.</source>
        <translation>Les réglages n’ont pas pu être lus&#xa0;; les valeurs par défaut les remplacent. L’ancien fichier a été conservé sous le nom {file}.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder}. They hold until Thimble is closed; check that the folder can be written and that the disk is not full.</source>
        <translation>Les réglages n’ont pas pu être enregistrés dans {folder}. Ils restent valables jusqu’à la fermeture de Thimble&#xa0;; vérifiez que le dossier est accessible en écriture et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <source>The disk is full, so the last change to your conversations was not saved; free some space and try again.</source>
        <translation>Le disque est plein et la dernière modification de vos conversations n’a pas été enregistrée&#xa0;; libérez de l’espace et réessayez.</translation>
    </message>
    <message>
        <source>Your conversations can&apos;t be saved because {path} can&apos;t be written to; allow writing there or choose another data folder.</source>
        <translation>Vos conversations ne peuvent pas être enregistrées, car {path} n’est pas accessible en écriture&#xa0;; autorisez-y l’écriture ou choisissez un autre dossier de données.</translation>
    </message>
    <message>
        <source>Another program is using your conversations right now; close it or try again in a moment.</source>
        <translation>Un autre programme utilise vos conversations en ce moment&#xa0;; fermez-le ou réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged; close Thimble and start it again to repair it, nothing will be deleted.</source>
        <translation>Le fichier de vos conversations est endommagé&#xa0;; fermez Thimble et relancez-le pour le réparer, rien ne sera supprimé.</translation>
    </message>
    <message>
        <source>Your conversations in {path} can&apos;t be opened; check that the folder exists and that you may read and write it.</source>
        <translation>Impossible d’ouvrir vos conversations dans {path}&#xa0;; vérifiez que le dossier existe et que vous avez le droit d’y lire et d’y écrire.</translation>
    </message>
    <message>
        <source>The disk failed while your conversations were read or saved; check the disk, then try again.</source>
        <translation>Le disque a eu une défaillance pendant la lecture ou l’enregistrement de vos conversations&#xa0;; vérifiez le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>There is not enough memory to read or save your conversations; close other programs and try again.</source>
        <translation>La mémoire ne suffit pas pour lire ou enregistrer vos conversations&#xa0;; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>This text is too long to be saved; split it into several messages.</source>
        <translation>Ce texte est trop long pour être enregistré&#xa0;; divisez-le en plusieurs messages.</translation>
    </message>
    <message>
        <source>This message or conversation no longer exists; choose another one from the list.</source>
        <translation>Ce message ou cette conversation n’existe plus&#xa0;; choisissez un autre élément dans la liste.</translation>
    </message>
    <message>
        <source>Your conversations have been closed; start Thimble again to use them.</source>
        <translation>Vos conversations ont été fermées&#xa0;; redémarrez Thimble pour les utiliser.</translation>
    </message>
    <message>
        <source>Your conversations could not be read or saved; try again, and restart Thimble if it happens again.</source>
        <translation>Vos conversations n’ont pas pu être lues ou enregistrées&#xa0;; réessayez, et redémarrez Thimble si cela se reproduit.</translation>
    </message>
    <message>
        <source>Your conversations in {path} were saved by a newer Thimble; install the newest version to open them, nothing was changed.</source>
        <translation>Vos conversations dans {path} ont été enregistrées par une version plus récente de Thimble&#xa0;; installez la dernière version pour les ouvrir, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Your conversations were saved by an older Thimble; start the window once so that they can be brought up to date.</source>
        <translation>Vos conversations ont été enregistrées par une version plus ancienne de Thimble&#xa0;; ouvrez une fois la fenêtre de Thimble pour les mettre à jour.</translation>
    </message>
    <message>
        <source>Your conversations could not be brought up to date because no backup could be made in {path}; free some space there or allow writing, then start Thimble again. Nothing was changed.</source>
        <translation>Vos conversations n’ont pas pu être mises à jour, car aucune sauvegarde n’a pu être créée dans {path}&#xa0;; libérez-y de l’espace ou autorisez-y l’écriture, puis relancez Thimble. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. The backup of {date} was restored, with all that could still be read from the damaged file (conversations: {conversations}, messages: {messages}); look whether your newest messages are there.</source>
        <translation>Le fichier de vos conversations était endommagé et a été conservé sous le nom {file}. La sauvegarde du {date} a été restaurée, avec tout ce qui pouvait encore être lu dans le fichier endommagé (conversations&#xa0;: {conversations}, messages&#xa0;: {messages})&#xa0;; vérifiez que vos messages les plus récents sont là.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. All that could still be read was saved into a new one (conversations: {conversations}, messages: {messages}); look whether your newest messages are there.</source>
        <translation>Le fichier de vos conversations était endommagé et a été conservé sous le nom {file}. Tout ce qui pouvait encore être lu a été enregistré dans un nouveau fichier (conversations&#xa0;: {conversations}, messages&#xa0;: {messages})&#xa0;; vérifiez que vos messages les plus récents sont là.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged and kept as {file}. Nothing could be read from it and there was no backup, so an empty one was started.</source>
        <translation>Le fichier de vos conversations était endommagé et a été conservé sous le nom {file}. Rien n’a pu y être lu et il n’y avait pas de sauvegarde&#xa0;: un fichier vide a donc été créé.</translation>
    </message>
    <message>
        <source>The repair of your conversations was interrupted and has been finished now; the damaged file was kept beside the new one. Look whether your newest messages are there.</source>
        <translation>La réparation de vos conversations avait été interrompue et vient d’être terminée&#xa0;; le fichier endommagé a été conservé à côté du nouveau. Vérifiez que vos messages les plus récents sont là.</translation>
    </message>
    <message>
        <source>--json answers one question: give it as PROMPT or through a pipe.</source>
        <translation>--json répond à une seule question&#xa0;: donnez-la comme PROMPT ou par un tube.</translation>
    </message>
    <message>
        <source>The question is empty. Write it behind “chat”, in quotes.</source>
        <translation>La question est vide. Écrivez-la après «&#xa0;chat&#xa0;», entre guillemets.</translation>
    </message>
    <message>
        <source>A PDF needs a file of its own. Name one with --output FILE.</source>
        <translation>Un PDF doit aller dans un fichier à part. Indiquez-en un avec --output FILE.</translation>
    </message>
    <message>
        <source>There is no conversation {number}. “history list” shows their numbers.</source>
        <translation>La conversation {number} n’existe pas. «&#xa0;history list&#xa0;» affiche les numéros.</translation>
    </message>
    <message>
        <source>There is no folder called “{name}”. Check how it is written.</source>
        <translation>Aucun dossier ne s’appelle «&#xa0;{name}&#xa0;». Vérifiez comment il s’écrit.</translation>
    </message>
    <message>
        <source>The model had nothing to say. Try again, or put your message in other words.</source>
        <translation>Le modèle n’a rien eu à dire. Réessayez ou formulez votre message autrement.</translation>
    </message>
    <message>
        <source>Thimble is already running but does not answer. Close it in the system&apos;s list of programs, then start it again.</source>
        <translation>Thimble est déjà ouvert mais ne répond pas. Fermez-le dans la liste des programmes du système, puis relancez-le.</translation>
    </message>
    <message>
        <source>Thimble can&apos;t write to its data folder {folder}. Allow writing there, or start Thimble with --data-dir and another folder.</source>
        <translation>Thimble ne peut pas écrire dans son dossier de données {folder}. Autorisez-y l’écriture, ou lancez Thimble avec --data-dir et un autre dossier.</translation>
    </message>
    <message>
        <source>Model files of this older kind can&apos;t be used on this computer. Get the same model as a GGUF file.</source>
        <translation>Les fichiers de modèle de cet ancien type sont inutilisables sur cet ordinateur. Procurez-vous le même modèle au format GGUF.</translation>
    </message>
    <message>
        <source>The engine for older model files can&apos;t be loaded on this computer. Install Thimble again, or get the same model as a GGUF file.</source>
        <translation>Impossible de charger sur cet ordinateur le moteur pour les anciens fichiers de modèle. Réinstallez Thimble ou procurez-vous le même modèle au format GGUF.</translation>
    </message>
    <message>
        <source>The model {file} needs {need} with a context of {context} tokens, and {free} are allowed. Raise the limit in Settings, or choose a smaller model or context.</source>
        <translation>Le modèle {file} demande {need} avec un contexte de {context} jetons, et {free} sont autorisés. Relevez la limite dans les réglages, ou choisissez un modèle ou un contexte plus petit.</translation>
    </message>
    <message>
        <source>The model {file} needs {need} with a context of {context} tokens, and {free} are free. Close other programs, or choose a smaller model or context.</source>
        <translation>Le modèle {file} demande {need} avec un contexte de {context} jetons, et {free} sont libres. Fermez d’autres programmes, ou choisissez un modèle ou un contexte plus petit.</translation>
    </message>
    <message>
        <source>{file} could not be measured: it can&apos;t be opened, or there is not enough memory. Close other programs and try again.</source>
        <translation>{file} n’a pas pu être mesuré&#xa0;: il est impossible de l’ouvrir ou la mémoire ne suffit pas. Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>{file} could not be converted: the disk may be full, or the model is of a kind that can&apos;t be. The original is as it was.</source>
        <translation>{file} n’a pas pu être converti&#xa0;: le disque est peut-être plein, ou ce type de modèle ne peut pas l’être. L’original n’a pas changé.</translation>
    </message>
    <message>
        <source>Making the model faster failed ({kind}). The original is as it was; please try again.</source>
        <translation>L’accélération du modèle a échoué ({kind}). L’original n’a pas changé&#xa0;; veuillez réessayer.</translation>
    </message>
    <message>
        <source>Making {file} faster needs {needed} of room on the disk, and {free} is free. Free some space and try again.</source>
        <translation>Pour accélérer {file}, il faut {needed} d’espace sur le disque, et {free} sont libres. Libérez de l’espace et réessayez.</translation>
    </message>
    <message>
        <source>Making {file} faster needs {needed} of memory, and {free} is free. Close other programs and try again.</source>
        <translation>Pour accélérer {file}, il faut {needed} de mémoire, et {free} sont libres. Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>The process that makes the model faster stopped unexpectedly. The original is as it was; close other programs and try again.</source>
        <translation>Le processus qui accélère le modèle s’est arrêté de façon inattendue. L’original n’a pas changé&#xa0;; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be written to. Check that it is there and may be changed.</source>
        <translation>Impossible d’écrire dans le dossier {folder}. Vérifiez qu’il existe et que vous avez le droit de le modifier.</translation>
    </message>
    <message>
        <source>The model file {file} has a form that is too old to be read. Get the same model as a GGUF file.</source>
        <translation>Le fichier de modèle {file} a une forme trop ancienne pour être lue. Procurez-vous le même modèle au format GGUF.</translation>
    </message>
    <message>
        <source>The model file {file} is damaged or incomplete. Get the file again, or choose another model.</source>
        <translation>Le fichier de modèle {file} est endommagé ou incomplet. Procurez-vous à nouveau le fichier ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>{file} is one of {count} parts of a model, but its name does not say which. Give the parts their own names again: they end in -00001-of-{last}.gguf and so on.</source>
        <translation>{file} est l’une des {count} parties d’un modèle, mais son nom ne dit pas laquelle. Redonnez aux parties leurs propres noms&#xa0;: ils se terminent par -00001-of-{last}.gguf et ainsi de suite.</translation>
    </message>
    <message>
        <source>{file} is one of {count} parts of a model, and {missing} is not beside it. Put all parts into one folder.</source>
        <translation>{file} est l’une des {count} parties d’un modèle, et {missing} n’est pas à côté. Mettez toutes les parties dans un même dossier.</translation>
    </message>
    <message>
        <source>{file} is no model that writes answers but one for something else ({architecture}). Choose another model.</source>
        <translation>{file} n’est pas un modèle qui rédige des réponses&#xa0;: il sert à autre chose ({architecture}). Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>{file} holds a kind of model that Thimble does not know ({architecture}). Choose another model, or get a newer Thimble.</source>
        <translation>{file} contient un type de modèle que Thimble ne connaît pas ({architecture}). Choisissez un autre modèle ou procurez-vous une version plus récente de Thimble.</translation>
    </message>
    <message>
        <source>Needs {need} of memory; the settings allow {limit}.</source>
        <translation>Demande {need} de mémoire&#xa0;; les réglages autorisent {limit}.</translation>
    </message>
    <message>
        <source>Needs {need} of memory; this computer has {total} in all.</source>
        <translation>Demande {need} de mémoire&#xa0;; cet ordinateur a {total} en tout.</translation>
    </message>
    <message>
        <source>Needs {need} of memory, {free} is free: close other programs first.</source>
        <translation>Demande {need} de mémoire, {free} sont libres&#xa0;: fermez d’abord d’autres programmes.</translation>
    </message>
    <message>
        <source>Needs {need} of memory, {free} is free. How fast it runs shows once a model has answered.</source>
        <translation>Demande {need} de mémoire, {free} sont libres. Sa vitesse sera connue dès qu’un modèle aura répondu.</translation>
    </message>
    <message>
        <source>Writes {rate} tokens a second here and needs {need} of memory.</source>
        <translation>Écrit {rate} jetons par seconde ici et demande {need} de mémoire.</translation>
    </message>
    <message>
        <source>Would write about {rate} tokens a second here and needs {need} of memory.</source>
        <translation>Écrirait environ {rate} jetons par seconde ici et demande {need} de mémoire.</translation>
    </message>
    <message>
        <source>Whether {host} is really {host} could not be checked, so nothing was fetched from there. Check this computer&apos;s date and time, or try another network.</source>
        <translation>Impossible de vérifier que {host} est vraiment {host}&#xa0;; rien n’y a donc été téléchargé. Vérifiez la date et l’heure de cet ordinateur ou essayez un autre réseau.</translation>
    </message>
    <message>
        <source>A safe connection to {host} could not be made. Try another network, or try again later.</source>
        <translation>Impossible d’établir une connexion sûre à {host}. Essayez un autre réseau ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} could not be found. Check that this computer is connected to the Internet and try again.</source>
        <translation>{host} est introuvable. Vérifiez que cet ordinateur est connecté à Internet et réessayez.</translation>
    </message>
    <message>
        <source>{host} does not answer any more. What has come so far is kept: try again later.</source>
        <translation>{host} ne répond plus. Ce qui est déjà arrivé est conservé&#xa0;: réessayez plus tard.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not let Thimble through to {host}.</source>
        <translation>Le proxy {proxy} ne laisse pas Thimble accéder à {host}.</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check that this computer is connected to the Internet and try again.</source>
        <translation>Impossible de joindre {host}. Vérifiez que cet ordinateur est connecté à Internet et réessayez.</translation>
    </message>
    <message>
        <source>{host} refers to an address that is not safe to use, so nothing was fetched from there. Try again later, or on another network.</source>
        <translation>{host} renvoie vers une adresse qui n’est pas sûre&#xa0;; rien n’y a donc été téléchargé. Réessayez plus tard ou sur un autre réseau.</translation>
    </message>
    <message>
        <source>The connection to {host} broke. What has come so far is kept: try again.</source>
        <translation>La connexion à {host} a été coupée. Ce qui est déjà arrivé est conservé&#xa0;: réessayez.</translation>
    </message>
    <message>
        <source>{host} does not have this file any more. A newer version of Thimble may know where it is.</source>
        <translation>{host} n’a plus ce fichier. Une version plus récente de Thimble sait peut-être où il se trouve.</translation>
    </message>
    <message>
        <source>{host} does not give this file to everyone. Fetch it with your browser and import it here.</source>
        <translation>{host} ne donne pas ce fichier à tout le monde. Téléchargez-le avec votre navigateur et importez-le ici.</translation>
    </message>
    <message>
        <source>{host} is busy at the moment (answer {status}). Try again later; what has come is kept.</source>
        <translation>{host} est occupé en ce moment (réponse {status}). Réessayez plus tard&#xa0;; ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>{host} gave an answer that Thimble does not understand ({status}). Try later.</source>
        <translation>{host} a donné une réponse que Thimble ne comprend pas ({status}). Réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} sent a web page instead of the file. If this network asks for a sign-in, do that in your browser first; then try again.</source>
        <translation>{host} a envoyé une page web au lieu du fichier. Si ce réseau demande de se connecter, faites-le d’abord dans votre navigateur, puis réessayez.</translation>
    </message>
    <message>
        <source>{host} has another file than the one Thimble knows (its size differs), so it was not fetched.</source>
        <translation>{host} a un autre fichier que celui que Thimble connaît (sa taille diffère)&#xa0;; il n’a donc pas été téléchargé.</translation>
    </message>
    <message>
        <source>What came from {host} is not the file that Thimble knows, so it was thrown away. Try again later, or on another network.</source>
        <translation>Ce qui est arrivé de {host} n’est pas le fichier que Thimble connaît et a donc été supprimé. Réessayez plus tard ou sur un autre réseau.</translation>
    </message>
    <message>
        <source>{host} sends Thimble from one address to the next without end. Try again later.</source>
        <translation>{host} renvoie sans fin Thimble d’une adresse à l’autre. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>Another model is being fetched. Wait until it is here, or stop it first.</source>
        <translation>Un autre modèle est en cours de téléchargement. Attendez qu’il soit là ou arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting can&apos;t be used for downloads. Only HTTP proxies work: change the setting, or fetch the file another way and import it.</source>
        <translation>Le réglage de proxy de cet ordinateur ne convient pas pour les téléchargements. Seuls les proxys HTTP fonctionnent&#xa0;: changez ce réglage, ou obtenez le fichier autrement et importez-le.</translation>
    </message>
    <message>
        <source>The name of {file} can&apos;t be remembered. Rename the file, or copy it instead.</source>
        <translation>Thimble ne peut pas retenir le nom de {file}. Renommez le fichier ou copiez-le plutôt.</translation>
    </message>
    <message>
        <source>The built-in model belongs to Thimble and can&apos;t be removed.</source>
        <translation>Le modèle intégré fait partie de Thimble et ne peut pas être supprimé.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space and try again; what has come so far is kept.</source>
        <translation>Le disque qui contient {folder} est plein. Libérez de l’espace et réessayez&#xa0;; ce qui est déjà arrivé est conservé.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written into {folder}. Check that the folder is there and can be written.</source>
        <translation>Impossible d’écrire {file} dans {folder}. Vérifiez que le dossier existe et qu’il est accessible en écriture.</translation>
    </message>
    <message>
        <source>There is a file {file} in the models folder already. Remove that model first, or use it.</source>
        <translation>Il y a déjà un fichier {file} dans le dossier des modèles. Supprimez d’abord ce modèle ou utilisez-le.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} is needed, {free} is free. Free some space.</source>
        <translation>Il n’y a pas assez de place sur le disque&#xa0;: il faut {needed}, et {free} sont libres. Libérez de l’espace.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed. If it is in use, choose another model and try again in a moment.</source>
        <translation>Impossible de supprimer {file}. S’il est utilisé, choisissez un autre modèle et réessayez dans un instant.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be brought back: it is no longer in the trash.</source>
        <translation>Impossible de récupérer {file}&#xa0;: il n’est plus dans la corbeille.</translation>
    </message>
    <message>
        <source>There is no faster form of {file} to keep. Use it as it is.</source>
        <translation>Il n’y a pas de version plus rapide de {file} à garder. Utilisez-le tel quel.</translation>
    </message>
    <message>
        <source>The faster form of {file} can&apos;t be kept in {folder}. Check that there is room and that the folder may be changed.</source>
        <translation>Impossible de garder la version plus rapide de {file} dans {folder}. Vérifiez qu’il y a de la place et que vous avez le droit de modifier le dossier.</translation>
    </message>
    <message>
        <source>There is no model “{name}” to be fetched. “models list” shows their names.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{name}&#xa0;» à télécharger. «&#xa0;models list&#xa0;» affiche les noms.</translation>
    </message>
    <message>
        <source>The file {file} is not one of Thimble&apos;s models, so it is left alone.</source>
        <translation>Le fichier {file} n’est pas l’un des modèles de Thimble&#xa0;; il n’est donc pas touché.</translation>
    </message>
    <message>
        <source>Nobody can be asked here. Add --yes if you agree to what is shown.</source>
        <translation>Personne ne peut répondre ici. Ajoutez --yes si vous acceptez ce qui est affiché.</translation>
    </message>
    <message>
        <source>{file} is in an old format that can&apos;t be converted. Look for the model as a GGUF file.</source>
        <translation>{file} est dans un ancien format qui ne peut pas être converti. Cherchez le modèle sous forme de fichier GGUF.</translation>
    </message>
    <message>
        <source>The faster form of {file} can&apos;t be deleted. If it is in use, choose another model and try again in a moment.</source>
        <translation>La forme plus rapide de {file} ne peut pas être supprimée. Si elle est utilisée, choisissez un autre modèle et réessayez dans un instant.</translation>
    </message>
    <message>
        <source>{file} is empty. Choose a document with text in it.</source>
        <translation>{file} est vide. Choisissez un document qui contient du texte.</translation>
    </message>
    <message>
        <source>There is no text in {file}. Choose a document with text in it.</source>
        <translation>Il n’y a pas de texte dans {file}. Choisissez un document qui contient du texte.</translation>
    </message>
    <message>
        <source>{file} holds only pictures of its pages, and Thimble can&apos;t read pictures. Choose a version with text, or run it through a text recognition (OCR) program first.</source>
        <translation>{file} ne contient que des images de ses pages, et Thimble ne sait pas lire les images. Choisissez une version avec du texte ou passez-le d’abord dans un programme de reconnaissance de texte (OCR).</translation>
    </message>
    <message>
        <source>{file} is protected with a password. Save it without one and choose the copy.</source>
        <translation>{file} est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe et choisissez-la.</translation>
    </message>
    <message>
        <source>{file} is damaged and can&apos;t be read. Get it once more from where it came from, or save it anew.</source>
        <translation>{file} est endommagé et ne peut pas être lu. Procurez-vous-le à nouveau là d’où il vient ou enregistrez-le de nouveau.</translation>
    </message>
    <message>
        <source>{file} is not a document Thimble can read. It reads PDF, Word, OpenDocument, PowerPoint, EPUB, web pages, e-mail, RTF, CSV, subtitles and plain text.</source>
        <translation>{file} n’est pas un document que Thimble peut lire. Il lit les formats PDF, Word, OpenDocument, PowerPoint, EPUB, RTF et CSV, les pages web, les e-mails, les sous-titres et le texte brut.</translation>
    </message>
    <message>
        <source>{file} has the format of Office before 2007. Open it in your office program and save it as DOCX, PPTX or PDF.</source>
        <translation>{file} est dans le format d’Office d’avant 2007. Ouvrez-le dans votre logiciel de bureautique et enregistrez-le en DOCX, PPTX ou PDF.</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than a document should. If you trust it, save it as plain text and try again.</source>
        <translation>Une fois décompressé, {file} est bien plus gros qu’un document ne devrait l’être. Si vous lui faites confiance, enregistrez-le en texte brut et réessayez.</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} million characters of text. Split it and choose one of the parts.</source>
        <translation>{file} contient plus de {limit} millions de caractères de texte. Divisez-le et choisissez l’une des parties.</translation>
    </message>
    <message>
        <source>Reading {file} took too long, so it was stopped. Save it anew, or as plain text, and try again.</source>
        <translation>La lecture de {file} prenait trop de temps et a été arrêtée. Enregistrez-le de nouveau, ou en texte brut, et réessayez.</translation>
    </message>
    <message>
        <source>Reading {file} would take too much memory. Save it as plain text, or split it, and try again.</source>
        <translation>La lecture de {file} demanderait trop de mémoire. Enregistrez-le en texte brut ou divisez-le, et réessayez.</translation>
    </message>
    <message>
        <source>{file} could not be read: it made the reader fail. Save it anew, or as plain text, and try again.</source>
        <translation>{file} n’a pas pu être lu&#xa0;: il a fait échouer le lecteur de documents. Enregistrez-le de nouveau, ou en texte brut, et réessayez.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be opened. Check that it is still there and that you may read it.</source>
        <translation>Impossible d’ouvrir {file}. Vérifiez qu’il est toujours là et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>{file} is neither a file nor a folder. Choose a document.</source>
        <translation>{file} n’est ni un fichier ni un dossier. Choisissez un document.</translation>
    </message>
    <message>
        <source>{file} is a link to another place. Choose what it leads to.</source>
        <translation>{file} est un lien vers un autre endroit. Choisissez ce vers quoi il mène.</translation>
    </message>
    <message>
        <source>There is no document in the folder {file}. Choose another one.</source>
        <translation>Il n’y a aucun document dans le dossier {file}. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The part of Thimble that reads documents could not be started. Close other programs and try again; if that does not help, install Thimble again.</source>
        <translation>La partie de Thimble qui lit les documents n’a pas pu démarrer. Fermez d’autres programmes et réessayez&#xa0;; si cela ne suffit pas, réinstallez Thimble.</translation>
    </message>
    <message>
        <source>There is not enough room for {file}. Free some space or choose another place; nothing was written.</source>
        <translation>Il n’y a pas assez de place pour {file}. Libérez de l’espace ou choisissez un autre emplacement&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Choose another place, or allow writing there; nothing was written.</source>
        <translation>Impossible d’écrire {file}. Choisissez un autre emplacement ou autorisez-y l’écriture&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>{file} was exported by a newer Thimble. Install the newest version to import it; nothing was changed.</source>
        <translation>{file} a été exporté par une version plus récente de Thimble. Installez la dernière version pour l’importer&#xa0;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>{file} is where Thimble keeps your conversations. Choose another name; nothing was written.</source>
        <translation>{file} est le fichier où Thimble conserve vos conversations. Choisissez un autre nom&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>There are no conversations to export here. Begin one, or choose other ones.</source>
        <translation>Il n’y a pas de conversation à exporter ici. Commencez-en une ou choisissez-en d’autres.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase; it is needed to open them, nothing was changed.</source>
        <translation>Vos conversations sont protégées par une phrase de passe&#xa0;; il la faut pour les ouvrir, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This is not the passphrase of your conversations; type it again.</source>
        <translation>Ce n’est pas la phrase de passe de vos conversations&#xa0;; saisissez-la à nouveau.</translation>
    </message>
    <message>
        <source>{path} is encrypted with another key than the one in {key}; put the key file that belongs to it there, nothing was changed.</source>
        <translation>{path} est chiffré avec une autre clé que celle de {key}&#xa0;; placez-y le fichier de clé qui lui correspond, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Your conversations are encrypted, but their key file {key} is missing; put it back from a backup or another copy, nothing was changed.</source>
        <translation>Vos conversations sont chiffrées, mais leur fichier de clé {key} manque&#xa0;; remettez-le en place depuis une sauvegarde ou une autre copie, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The key file {key} can&apos;t be read, and without it your conversations can&apos;t be opened; put it back from a backup or another copy, nothing was changed.</source>
        <translation>Impossible de lire le fichier de clé {key}, et sans lui vos conversations ne peuvent pas être ouvertes&#xa0;; remettez-le en place depuis une sauvegarde ou une autre copie, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The encryption of your conversations was interrupted; start Thimble once more and type your passphrase to finish it.</source>
        <translation>Le chiffrement de vos conversations a été interrompu&#xa0;; relancez Thimble et saisissez votre phrase de passe pour le terminer.</translation>
    </message>
    <message>
        <source>This passphrase is too short; take at least {count} characters, best several words.</source>
        <translation>Cette phrase de passe est trop courte&#xa0;; prenez au moins {count} caractères, de préférence plusieurs mots.</translation>
    </message>
    <message>
        <source>The backup {file} is damaged or is no backup of Thimble; choose another one, nothing was changed.</source>
        <translation>La sauvegarde {file} est endommagée ou n’est pas une sauvegarde de Thimble&#xa0;; choisissez-en une autre, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The backup {file} is encrypted with another passphrase than your conversations; choose another one, nothing was changed.</source>
        <translation>La sauvegarde {file} est chiffrée avec une autre phrase de passe que vos conversations&#xa0;; choisissez-en une autre, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The backup {file} is not there; look whether the drive it is on is connected, nothing was changed.</source>
        <translation>La sauvegarde {file} est introuvable&#xa0;; vérifiez que le disque qui la contient est branché, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The file {file} exists already; choose another name, nothing was changed.</source>
        <translation>Le fichier {file} existe déjà&#xa0;; choisissez un autre nom, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Nothing was restored because your present conversations could not be backed up first; free some space in {folder} and try again.</source>
        <translation>Rien n’a été restauré, car vos conversations actuelles n’ont pas pu être sauvegardées d’abord&#xa0;; libérez de l’espace dans {folder} et réessayez.</translation>
    </message>
    <message>
        <source>Your conversations are open in another program; close Thimble&apos;s window and every “thimble chat”, then try again.</source>
        <translation>Vos conversations sont ouvertes dans un autre programme&#xa0;; fermez la fenêtre de Thimble et chaque «&#xa0;thimble chat&#xa0;», puis réessayez.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there, so no backup was made in it; connect the drive it is on or choose another folder.</source>
        <translation>Le dossier {folder} est introuvable et aucune sauvegarde n’y a donc été faite&#xa0;; branchez le disque qui le contient ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>There is no room for a backup in {folder}; free {size} there or choose another folder.</source>
        <translation>Il n’y a pas de place pour une sauvegarde dans {folder}&#xa0;; libérez-y {size} ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>No backup could be made in {folder}; look whether files can be written there, then try again.</source>
        <translation>Aucune sauvegarde n’a pu être faite dans {folder}&#xa0;; vérifiez que ce dossier est accessible en écriture, puis réessayez.</translation>
    </message>
    <message>
        <source>The search is being prepared; try again in a moment.</source>
        <translation>La recherche est en préparation&#xa0;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Not everything can be found now, because the search index {path} can&apos;t be written; free some space or allow writing there. The conversations themselves are safe.</source>
        <translation>Tout ne peut pas être trouvé pour le moment, car l’index de recherche {path} n’est pas accessible en écriture&#xa0;; libérez de l’espace ou autorisez-y l’écriture. Les conversations elles-mêmes sont intactes.</translation>
    </message>
    <message>
        <source>No passage of the document has a word of this question. Ask in the document&apos;s language and words.</source>
        <translation>Aucun passage du document ne contient un mot de cette question. Posez-la dans la langue du document et avec ses mots.</translation>
    </message>
    <message>
        <source>The model {model} can&apos;t write {language}. Choose another model, or a summary in the document&apos;s own language.</source>
        <translation>Le modèle {model} ne sait pas écrire dans cette langue ({language}). Choisissez un autre modèle ou un résumé dans la langue du document.</translation>
    </message>
    <message>
        <source>There is no folder called “{name}”. The folders are: {folders}.</source>
        <translation>Aucun dossier ne s’appelle «&#xa0;{name}&#xa0;». Voici les dossiers&#xa0;: {folders}.</translation>
    </message>
    <message>
        <source>There are no conversations yet, so there is nothing to back up.</source>
        <translation>Il n’y a pas encore de conversation, donc rien à sauvegarder.</translation>
    </message>
    <message>
        <source>There is no backup {backup}; “history restore” lists the backups there are.</source>
        <translation>La sauvegarde {backup} n’existe pas&#xa0;; «&#xa0;history restore&#xa0;» affiche les sauvegardes existantes.</translation>
    </message>
    <message>
        <source>“{language}” is no language Thimble can write. Choose one of {languages}.</source>
        <translation>«&#xa0;{language}&#xa0;» n’est pas une langue dans laquelle Thimble peut écrire. Choisissez parmi {languages}.</translation>
    </message>
    <message>
        <source>There is nothing to summarise. Name a file behind “summarize”, or use a pipe.</source>
        <translation>Il n’y a rien à résumer. Indiquez un fichier après «&#xa0;summarize&#xa0;» ou utilisez un tube.</translation>
    </message>
    <message>
        <source>There is a file {file} already. Choose another name; nothing was written.</source>
        <translation>Il y a déjà un fichier {file}. Choisissez un autre nom&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>There is not enough room in {folder}: {needed} is needed, {free} is free. Free some space or choose another place.</source>
        <translation>Il n’y a pas assez de place dans {folder}&#xa0;: il faut {needed}, et {free} sont libres. Libérez de l’espace ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Check that the folder exists and that you may write there.</source>
        <translation>Impossible d’écrire {file}. Vérifiez que le dossier existe et que vous avez le droit d’y écrire.</translation>
    </message>
    <message>
        <source>The disk became full while {file} was written. Free some space and try again.</source>
        <translation>Le disque s’est rempli pendant l’écriture de {file}. Libérez de l’espace et réessayez.</translation>
    </message>
    <message>
        <source>{file} is too large for this disk or memory stick, which can&apos;t hold files of 4 GB. Choose another one, or leave the models out.</source>
        <translation>{file} est trop grand pour ce disque ou cette clé USB, qui n’accepte pas les fichiers de 4&#xa0;Go. Choisissez un autre support ou n’emportez pas les modèles.</translation>
    </message>
    <message>
        <source>{file} did not read back as it was written, so it was removed. The disk may be failing; use another one.</source>
        <translation>Une fois relu, {file} ne correspondait pas à ce qui avait été écrit et a donc été supprimé. Le disque est peut-être défaillant&#xa0;; utilisez-en un autre.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read. Check that it is there and that you may read it.</source>
        <translation>Impossible de lire {file}. Vérifiez qu’il est là et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>{file} is not a file that Thimble made to move everything. Choose one that was made by “move out”.</source>
        <translation>{file} n’est pas un fichier que Thimble a créé pour tout emporter. Choisissez-en un qui a été créé par «&#xa0;Tout copier dans un fichier&#xa0;» (dans un terminal&#xa0;: «&#xa0;move out&#xa0;»).</translation>
    </message>
    <message>
        <source>{file} was made by a newer Thimble. Install that version here, then try again.</source>
        <translation>{file} a été créé par une version plus récente de Thimble. Installez cette version ici, puis réessayez.</translation>
    </message>
    <message>
        <source>{file} is damaged or was changed. Copy it from the other computer once more; nothing was changed here.</source>
        <translation>{file} est endommagé ou a été modifié. Copiez-le à nouveau depuis l’autre ordinateur&#xa0;; rien n’a été modifié ici.</translation>
    </message>
    <message>
        <source>There are conversations in {folder} already, and they are never overwritten. Start Thimble with --data-dir and an empty folder, or export the others and import them here. Nothing was changed.</source>
        <translation>Il y a déjà des conversations dans {folder}, et elles ne sont jamais écrasées. Lancez Thimble avec --data-dir et un dossier vide, ou exportez les autres conversations et importez-les ici. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Thimble is open with the data folder {folder}. Close its window, then try again. Nothing was changed.</source>
        <translation>Thimble est ouvert avec le dossier de données {folder}. Fermez sa fenêtre, puis réessayez. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Thimble keeps its data beside the program already, in {folder}.</source>
        <translation>Thimble conserve déjà ses données à côté du programme, dans {folder}.</translation>
    </message>
    <message>
        <source>There is a folder {folder} already, which Thimble uses when it is started without --data-dir and THIMBLE_HOME. Rename it first if you want another; nothing was changed.</source>
        <translation>Il y a déjà un dossier {folder}, que Thimble utilise quand il est lancé sans --data-dir ni THIMBLE_HOME. Renommez-le d’abord si vous en voulez un autre&#xa0;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The data can&apos;t be kept beside the program because {folder} can&apos;t be written to. Put Thimble&apos;s folder where you may write, on a memory stick for example, and try again from there.</source>
        <translation>Impossible de conserver les données à côté du programme, car {folder} n’est pas accessible en écriture. Placez le dossier de Thimble là où vous avez le droit d’écrire, par exemple sur une clé USB, et réessayez depuis cet endroit.</translation>
    </message>
    <message>
        <source>Your conversations are protected already; change the passphrase instead.</source>
        <translation>Vos conversations sont déjà protégées&#xa0;; changez plutôt la phrase de passe.</translation>
    </message>
    <message>
        <source>These damaged files stay encrypted because nothing in them could be read: {files}. Their key is kept as {key}.</source>
        <translation>Ces fichiers endommagés restent chiffrés, car rien n’a pu y être lu&#xa0;: {files}. Leur clé est conservée sous le nom {key}.</translation>
    </message>
    <message>
        <source>Your conversations are protected by a passphrase. Run this in a terminal, where it can be typed, or put it into the variable {variable}.</source>
        <translation>Vos conversations sont protégées par une phrase de passe. Exécutez ceci dans un terminal, où vous pourrez la saisir, ou placez-la dans la variable {variable}.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same; type them again.</source>
        <translation>Les deux phrases de passe ne sont pas identiques&#xa0;; saisissez-les à nouveau.</translation>
    </message>
    <message>
        <source>The document of this summary can&apos;t be read from the store any more. Choose its file again.</source>
        <translation>Le document de ce résumé ne peut plus être lu dans les données de Thimble. Choisissez à nouveau son fichier.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Check that there is space and that you may write there.</source>
        <translation>Impossible d’écrire {file}. Vérifiez qu’il y a de la place et que vous avez le droit d’y écrire.</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>German</source>
        <translation>allemand</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>grec</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hébreu</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italien</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonais</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coréen</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>néerlandais</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugais</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russe</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>thaï</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinois</translation>
    </message>
</context>
<context>
    <name>organise</name>
    <message>
        <source>last day</source>
        <translation>dernier jour</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>encore {days} jours</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>{number} GB</source>
        <translation>{number}&#xa0;Go</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number}&#xa0;Mo</translation>
    </message>
    <message>
        <source>{number} KB</source>
        <translation>{number}&#xa0;ko</translation>
    </message>
</context>
</TS>
