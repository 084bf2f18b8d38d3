<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>%1: belongs to the command %2. Accepted here: %3.</source>
        <translation>%1: gehört zum Befehl %2. Hier erlaubt: %3.</translation>
    </message>
    <message>
        <source>unknown option %1.</source>
        <translation>unbekannte Option %1.</translation>
    </message>
    <message>
        <source>%1: takes no value.</source>
        <translation>%1: nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>%1: needs a value; accepted is %1 %2.</source>
        <translation>%1: braucht einen Wert; erlaubt ist %1 %2.</translation>
    </message>
    <message>
        <source>%1: given twice; accepted once.</source>
        <translation>%1: zweimal angegeben; erlaubt ist einmal.</translation>
    </message>
    <message>
        <source>standard output cannot be written to.</source>
        <translation>in die Standardausgabe kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1: unexpected; the command %2 accepts only %3.</source>
        <translation>%1: unerwartet; der Befehl %2 nimmt nur %3.</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Saved as run %1</source>
        <translation>Gespeichert als Lauf %1</translation>
    </message>
    <message>
        <source>%1: the variant %2 is left out; it exists on the real clock only.</source>
        <translation>%1: die Variante %2 entfällt; es gibt sie nur mit der echten Uhr.</translation>
    </message>
    <message>
        <source>%1: cancelled; nothing was written of it.</source>
        <translation>%1: abgebrochen; davon wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 does not hold: %2</source>
        <translation>%1 gilt nicht: %2</translation>
    </message>
    <message>
        <source>variant %1 did not end well: %2</source>
        <translation>Variante %1 endete nicht gut: %2</translation>
    </message>
    <message>
        <source>%1 coroutine frames left alive</source>
        <translation>%1 Coroutine-Frames noch am Leben</translation>
    </message>
    <message>
        <source>%1: %2 claims checked over %3 variant, all hold (%4)</source>
        <translation>%1: %2 Aussagen über %3 Variante geprüft, alle gelten (%4)</translation>
    </message>
    <message>
        <source>%1: %2 claims checked over %3 variants, all hold (%4)</source>
        <translation>%1: %2 Aussagen über %3 Varianten geprüft, alle gelten (%4)</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 lessons hold, in %3</source>
        <translation>%1 von %2 Lektionen gelten, in %3</translation>
    </message>
    <message>
        <source>May be repeated.</source>
        <translation>Darf wiederholt werden.</translation>
    </message>
    <message>
        <source>Awaitscope teaches async/await by running it: real coroutines, recorded and drawn as timelines.</source>
        <translation>Awaitscope lehrt async/await, indem es sie ausführt: echte Coroutinen, aufgezeichnet und als Zeitleisten gezeichnet.</translation>
    </message>
    <message>
        <source>Exit codes: 0 done; 1 a claim did not hold or a run failed; 2 wrong usage or unreadable input, with one line on standard error.</source>
        <translation>Exit-Codes: 0 fertig; 1 eine Aussage galt nicht oder ein Lauf schlug fehl; 2 falscher Aufruf oder unlesbare Eingabe, mit einer Zeile auf der Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>War %1 gemeint?</translation>
    </message>
    <message>
        <source>Known: %1.</source>
        <translation>Bekannt: %1.</translation>
    </message>
    <message>
        <source>Colours of the window. Default: as the desktop.</source>
        <translation>Farben des Fensters. Standard: wie der Desktop.</translation>
    </message>
    <message>
        <source>Lists the lessons with their variants and parameters.</source>
        <translation>Listet die Lektionen mit ihren Varianten und Parametern.</translation>
    </message>
    <message>
        <source>As JSON.</source>
        <translation>Als JSON.</translation>
    </message>
    <message>
        <source>Plays a lesson, checks its claims and writes what is asked for. Needs no display.</source>
        <translation>Spielt eine Lektion, prüft ihre Aussagen und schreibt, was verlangt ist. Braucht kein Display.</translation>
    </message>
    <message>
        <source>Every lesson. Those that have none of the named variants are left out; a parameter is set where it exists.</source>
        <translation>Alle Lektionen. Solche ohne eine der genannten Varianten entfallen; ein Parameter wird gesetzt, wo es ihn gibt.</translation>
    </message>
    <message>
        <source>A variant to play; in the order given. Default: all that exist for the parameters.</source>
        <translation>Eine Variante, die gespielt wird; in der angegebenen Reihenfolge. Standard: alle, die es für die Parameter gibt.</translation>
    </message>
    <message>
        <source>A parameter&apos;s value: a duration as 250ms, 1.5s or bare milliseconds, a count, on or off, or a choice.</source>
        <translation>Wert eines Parameters: eine Dauer wie 250ms, 1.5s oder bloße Millisekunden, eine Anzahl, on oder off, oder eine Auswahl.</translation>
    </message>
    <message>
        <source>The clock. With virtual, waits take no time and every run is the same. Default: real.</source>
        <translation>Die Uhr. Mit virtual kosten Wartezeiten keine Zeit und jeder Lauf ist gleich. Standard: real.</translation>
    </message>
    <message>
        <source>Seed of all chance, from 0 to 9007199254740991. Default: 1.</source>
        <translation>Seed für allen Zufall, von 0 bis 9007199254740991. Standard: 1.</translation>
    </message>
    <message>
        <source>Writes the report. With - to standard output, one line a lesson, and nothing else is printed there.</source>
        <translation>Schreibt den Bericht. Mit - in die Standardausgabe, eine Zeile je Lektion, und sonst steht dort nichts.</translation>
    </message>
    <message>
        <source>Draws the run into a .png, .svg or .pdf file. A regular file is replaced; a link or a folder is refused.</source>
        <translation>Zeichnet den Lauf in eine Datei .png, .svg oder .pdf. Eine gewöhnliche Datei wird ersetzt; ein Link oder Ordner wird abgelehnt.</translation>
    </message>
    <message>
        <source>Keeps the run among the saved runs, and tells its number; see runs.</source>
        <translation>Behält den Lauf bei den gespeicherten Läufen und nennt seine Nummer; siehe runs.</translation>
    </message>
    <message>
        <source>Saves the run as a trace, to be opened or drawn later: a file whose name ends in .awaitscope.</source>
        <translation>Speichert den Lauf als Spur, um sie später zu öffnen oder zu zeichnen: eine Datei, deren Name auf .awaitscope endet.</translation>
    </message>
    <message>
        <source>Colours of the figure. Default: print.</source>
        <translation>Farben der Abbildung. Standard: print.</translation>
    </message>
    <message>
        <source>Width and height of the figure in px, 200 to 8192 each. Default: 960 wide, as high as it needs to be.</source>
        <translation>Breite und Höhe der Abbildung in px, jeweils 200 bis 8192. Standard: 960 breit, so hoch wie nötig.</translation>
    </message>
    <message>
        <source>Pixels of a PNG for each px, 0.5 to 8. Default: 1.</source>
        <translation>Pixel eines PNG je px, 0.5 bis 8. Standard: 1.</translation>
    </message>
    <message>
        <source>Draws a saved trace. Needs no display.</source>
        <translation>Zeichnet eine gespeicherte Spur. Braucht kein Display.</translation>
    </message>
    <message>
        <source>A .png, .svg or .pdf file to draw into; at least one. A regular file is replaced; a link or a folder is refused.</source>
        <translation>Eine Datei .png, .svg oder .pdf für die Zeichnung; mindestens eine. Eine gewöhnliche Datei wird ersetzt; ein Link oder Ordner wird abgelehnt.</translation>
    </message>
    <message>
        <source>Shows lessons full screen for a workshop, those named or all, or those of a playlist file.</source>
        <translation>Zeigt Lektionen für einen Workshop im Vollbild: die genannten, alle, oder die einer Playlist-Datei.</translation>
    </message>
    <message>
        <source>Whether runs are played once beforehand or at the moment they are shown. Default: as in the playlist, else recorded.</source>
        <translation>Ob Läufe vorher einmal gespielt werden oder in dem Moment, in dem sie gezeigt werden. Standard: wie in der Playlist, sonst recorded.</translation>
    </message>
    <message>
        <source>The clock. Default: as in the playlist, else real.</source>
        <translation>Die Uhr. Standard: wie in der Playlist, sonst real.</translation>
    </message>
    <message>
        <source>Seed of all chance, from 0 to 9007199254740991. Default: as in the playlist, else 1.</source>
        <translation>Seed für allen Zufall, von 0 bis 9007199254740991. Standard: wie in der Playlist, sonst 1.</translation>
    </message>
    <message>
        <source>How long it is meant to take, 1 to 600; the speaker window counts it. Default: not set.</source>
        <translation>Wie lange es dauern soll, 1 bis 600; das Vortragsfenster zählt mit. Standard: nicht gesetzt.</translation>
    </message>
    <message>
        <source>Colours of the windows. Default: as the desktop.</source>
        <translation>Farben der Fenster. Standard: wie der Desktop.</translation>
    </message>
    <message>
        <source>Plays every lesson on the virtual clock: do all claims hold? Needs no display.</source>
        <translation>Spielt jede Lektion mit der virtuellen Uhr: Gelten alle Aussagen? Braucht kein Display.</translation>
    </message>
    <message>
        <source>Lists the saved runs, shows or deletes one, writes all that is kept into one file, or adds what such a file holds. Needs no display.</source>
        <translation>Listet die gespeicherten Läufe, zeigt oder löscht einen, schreibt alles Behaltene in eine Datei, oder fügt hinzu, was so eine Datei enthält. Braucht kein Display.</translation>
    </message>
    <message>
        <source>Prints this help; after a command, the command&apos;s.</source>
        <translation>Gibt diese Hilfe aus; nach einem Befehl die des Befehls.</translation>
    </message>
    <message>
        <source>Prints the versions of Awaitscope, Qt and QCoro.</source>
        <translation>Gibt die Versionen von Awaitscope, Qt und QCoro aus.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>left work behind</source>
        <translation>ließ Arbeit zurück</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>gilt nicht</translation>
    </message>
    <message>
        <source>The record is not sound: %1</source>
        <translation>Die Aufzeichnung ist nicht stimmig: %1</translation>
    </message>
    <message>
        <source>Coroutine frames left alive: %1</source>
        <translation>Coroutine-Frames noch am Leben: %1</translation>
    </message>
    <message>
        <source>variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>to stay within the limit, %1 old run(s) were left without a trace.</source>
        <translation>um die Grenze einzuhalten, blieben %1 alte Läufe ohne Spur.</translation>
    </message>
    <message>
        <source>runs %1 %2: is no run; accepted is a number that “runs list” shows.</source>
        <translation>runs %1 %2: ist kein Lauf; erlaubt ist eine Nummer, die „runs list“ zeigt.</translation>
    </message>
    <message>
        <source>Deleted run %1; for seven days, “runs restore %1” brings it back</source>
        <translation>Lauf %1 gelöscht; sieben Tage lang holt „runs restore %1“ ihn zurück</translation>
    </message>
    <message>
        <source>Restored run %1</source>
        <translation>Lauf %1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Wrote %1; runs in it: %2</source>
        <translation>%1 geschrieben; Läufe darin: %2</translation>
    </message>
    <message>
        <source>Read %1; new runs: %2, known before: %3</source>
        <translation>%1 gelesen; neue Läufe: %2, schon bekannt: %3</translation>
    </message>
    <message>
        <source>runs %1: unknown; accepted: %2.</source>
        <translation>runs %1: unbekannt; erlaubt: %2.</translation>
    </message>
    <message>
        <source>runs %1: is given too little or too much; accepted: %2.</source>
        <translation>runs %1: zu wenig oder zu viel angegeben; erlaubt: %2.</translation>
    </message>
    <message>
        <source>--save: %1 The run was not saved.</source>
        <translation>--save: %1 Der Lauf wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 of %2 claims held</source>
        <translation>%1 von %2 Aussagen galten</translation>
    </message>
    <message>
        <source>without its trace</source>
        <translation>ohne seine Spur</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>No runs are saved. “run LESSON --save” saves one; the window saves each that ends.</source>
        <translation>Es sind keine Läufe gespeichert. „run LESSON --save“ speichert einen; das Fenster speichert jeden, der endet.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>virtual clock, seed %1</source>
        <translation>virtuelle Uhr, Seed %1</translation>
    </message>
    <message>
        <source>real clock, seed %1</source>
        <translation>echte Uhr, Seed %1</translation>
    </message>
    <message>
        <source>This run is damaged: it is not as it was saved.</source>
        <translation>Dieser Lauf ist beschädigt: Er ist nicht, wie er gespeichert wurde.</translation>
    </message>
    <message>
        <source>Its trace was let go to stay within the limit.</source>
        <translation>Seine Spur wurde aufgegeben, um die Grenze einzuhalten.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Opens the window, on a lesson or a saved trace if one is named; each further one gets a window of its own.</source>
        <translation>Öffnet das Fenster, mit einer Lektion oder einer gespeicherten Spur, wenn eine genannt ist; jede weitere bekommt ein eigenes Fenster.</translation>
    </message>
    <message>
        <source>Tells whether this machine is fit for Awaitscope, as a report to pass on; nothing is sent. Needs no display.</source>
        <translation>Sagt, ob dieser Rechner für Awaitscope geeignet ist, als Bericht zum Weitergeben; gesendet wird nichts. Braucht kein Display.</translation>
    </message>
    <message>
        <source>One check, by its id in the JSON, such as clock. Default: all.</source>
        <translation>Eine Prüfung, nach ihrer Kennung im JSON, etwa clock. Ohne: alle.</translation>
    </message>
    <message>
        <source>Keeps all in that folder, and nothing in your own: settings, saved runs, what the window remembers, and the lessons&apos; data. It is made where the folder above it exists.</source>
        <translation>Behält alles in diesem Ordner und nichts in den eigenen: Einstellungen, gespeicherte Läufe, was das Fenster sich merkt, und die Daten der Lektionen. Er wird angelegt, wenn der Ordner darüber da ist.</translation>
    </message>
    <message>
        <source>--only %1: is no check; accepted are %2.</source>
        <translation>--only %1: ist keine Prüfung; erlaubt sind %2.</translation>
    </message>
    <message>
        <source>%1; accepted is a folder that can be written to, or the name of a new one in such a folder.</source>
        <translation>%1; erlaubt ist ein Ordner, in den geschrieben werden kann, oder der Name eines neuen in einem solchen Ordner.</translation>
    </message>
    <message>
        <source>is not a folder</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>is a link that leads nowhere</source>
        <translation>ist ein Link, der nirgendwohin führt</translation>
    </message>
    <message>
        <source>there is no folder above it</source>
        <translation>es gibt keinen Ordner darüber</translation>
    </message>
    <message>
        <source>cannot be made</source>
        <translation>kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>cannot be written to</source>
        <translation>kann nicht beschrieben werden</translation>
    </message>
    <message>
        <source>names no folder</source>
        <translation>nennt keinen Ordner</translation>
    </message>
    <message>
        <source>%1 in it is no folder that can be written to</source>
        <translation>%1 darin ist kein Ordner, in den geschrieben werden kann</translation>
    </message>
</context>
<context>
    <name>ExportArguments</name>
    <message>
        <source>export: no trace named; accepted is a file that run --trace or the window has saved.</source>
        <translation>export: keine Spur genannt; erlaubt ist eine Datei, die run --trace oder das Fenster gespeichert hat.</translation>
    </message>
    <message>
        <source>%1: unexpected; accepted is one trace.</source>
        <translation>%1: unerwartet; erlaubt ist eine Spur.</translation>
    </message>
    <message>
        <source>export: no file to draw into; accepted is --export FILE with a .png, .svg or .pdf file.</source>
        <translation>export: keine Datei für die Zeichnung; erlaubt ist --export FILE mit einer Datei .png, .svg oder .pdf.</translation>
    </message>
</context>
<context>
    <name>FigureArguments</name>
    <message>
        <source>is no theme; accepted is light, dark or print.</source>
        <translation>ist kein Theme; erlaubt ist light, dark oder print.</translation>
    </message>
    <message>
        <source>is no size; accepted is WIDTHxHEIGHT in whole px, each from %1 to %2, such as 1200x800.</source>
        <translation>ist keine Größe; erlaubt ist BREITExHÖHE in ganzen px, jede von %1 bis %2, etwa 1200x800.</translation>
    </message>
    <message>
        <source>is no scale; accepted is a number from %1 to %2, such as 2.</source>
        <translation>ist keine Skalierung; erlaubt ist eine Zahl von %1 bis %2, etwa 2.</translation>
    </message>
    <message>
        <source>with --size %1 is a picture of %2 million pixels; accepted are at most %3 million.</source>
        <translation>ist mit --size %1 ein Bild von %2 Millionen Pixeln; erlaubt sind höchstens %3 Millionen.</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>the connection to %1 was closed before the answer was there</source>
        <translation>die Verbindung zu %1 wurde geschlossen, bevor die Antwort da war</translation>
    </message>
    <message>
        <source>the connection to %1 failed: %2</source>
        <translation>die Verbindung zu %1 schlug fehl: %2</translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>there is nothing at %1</source>
        <translation>unter %1 gibt es nichts</translation>
    </message>
    <message>
        <source>%1 takes %2, not %3</source>
        <translation>%1 nimmt %2, nicht %3</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Qt %1, built with %2</source>
        <translation>Qt %1, gebaut mit %2</translation>
    </message>
</context>
<context>
    <name>LessonDatabase</name>
    <message>
        <source>The lesson&apos;s database cannot be written to %1: %2</source>
        <translation>In die Datenbank der Lektion kann unter %1 nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 rows cannot be made; accepted are 0 to %2.</source>
        <translation>%1 Zeilen können nicht angelegt werden; erlaubt sind 0 bis %2.</translation>
    </message>
    <message>
        <source>The lesson&apos;s database can be kept neither in %1 nor in %2; one of the two must be writable.</source>
        <translation>Die Datenbank der Lektion kann weder in %1 noch in %2 liegen; einer der beiden Ordner muss beschreibbar sein.</translation>
    </message>
</context>
<context>
    <name>LessonStep</name>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Fazit</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>the window needs a display, and none can be reached; accepted without one are the commands %1, such as: awaitscope run %2</source>
        <translation>das Fenster braucht ein Display, und keines ist erreichbar; ohne gehen die Befehle %1, etwa: awaitscope run %2</translation>
    </message>
</context>
<context>
    <name>Playlist</name>
    <message>
        <source>is not known; accepted here: %1.</source>
        <translation>ist nicht bekannt; hier erlaubt: %1.</translation>
    </message>
    <message>
        <source>accepted is a text in quotes.</source>
        <translation>erlaubt ist ein Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>accepted is %1.</source>
        <translation>erlaubt ist %1.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>accepted is a whole number from 0 to 9007199254740991.</source>
        <translation>erlaubt ist eine ganze Zahl von 0 bis 9007199254740991.</translation>
    </message>
    <message>
        <source>accepted is an object in braces, with a lesson.</source>
        <translation>erlaubt ist ein Objekt in geschweiften Klammern, mit einer Lektion.</translation>
    </message>
    <message>
        <source>accepted is an object in braces, such as {&quot;getUser&quot;: &quot;250ms&quot;}.</source>
        <translation>erlaubt ist ein Objekt in geschweiften Klammern, etwa {&quot;getUser&quot;: &quot;250ms&quot;}.</translation>
    </message>
    <message>
        <source>accepted is a list in brackets, such as [&quot;gather&quot;].</source>
        <translation>erlaubt ist eine Liste in eckigen Klammern, etwa [&quot;gather&quot;].</translation>
    </message>
    <message>
        <source>accepted are texts in quotes.</source>
        <translation>erlaubt sind Texte in Anführungszeichen.</translation>
    </message>
    <message>
        <source>has %1 bytes; accepted are up to %2.</source>
        <translation>hat %1 Bytes; erlaubt sind bis zu %2.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>is no JSON (%1); accepted is a playlist as Awaitscope writes it.</source>
        <translation>ist kein JSON (%1); erlaubt ist eine Playlist, wie Awaitscope sie schreibt.</translation>
    </message>
    <message>
        <source>is no playlist; accepted is an object in braces, with lessons.</source>
        <translation>ist keine Playlist; erlaubt ist ein Objekt in geschweiften Klammern, mit lessons.</translation>
    </message>
    <message>
        <source>is the version of the format; accepted is %1.</source>
        <translation>ist die Version des Formats; erlaubt ist %1.</translation>
    </message>
    <message>
        <source>accepted is a list of 1 to %1 lessons.</source>
        <translation>erlaubt ist eine Liste von 1 bis %1 Lektionen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>cannot be read; accepted is a playlist&apos;s file.</source>
        <translation>kann nicht gelesen werden; erlaubt ist die Datei einer Playlist.</translation>
    </message>
    <message>
        <source>%1 is no file; accepted is a saved run.</source>
        <translation>%1 ist keine Datei; erlaubt ist ein gespeicherter Lauf.</translation>
    </message>
    <message>
        <source>“%1” is no lesson; accepted: %2.</source>
        <translation>„%1“ ist keine Lektion; erlaubt: %2.</translation>
    </message>
    <message>
        <source>%1 has no such parameter; accepted: %2.</source>
        <translation>%1 hat keinen solchen Parameter; erlaubt: %2.</translation>
    </message>
    <message>
        <source>“%1” does not exist for these settings, or is named twice; accepted, once each: %2.</source>
        <translation>„%1“ gibt es für diese Einstellungen nicht oder ist zweimal genannt; erlaubt, je einmal: %2.</translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>%1 did not come about in this run.</source>
        <translation>%1 kam in diesem Lauf nicht zustande.</translation>
    </message>
    <message>
        <source>%1 went from %2 to %3.</source>
        <translation>%1 ging von %2 bis %3.</translation>
    </message>
    <message>
        <source>You drew %1 from %2 to %3. It went from %4 to %5.</source>
        <translation>%1 war von %2 bis %3 gezeichnet. Es ging von %4 bis %5.</translation>
    </message>
    <message>
        <source>You drew %1 %2. It took %3.</source>
        <translation>%1 war mit %2 gezeichnet. Es dauerte %3.</translation>
    </message>
    <message>
        <source>%1 took %2.</source>
        <translation>%1 dauerte %2.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>It was: %1.</source>
        <translation>Es war: %1.</translation>
    </message>
    <message>
        <source>“%1” did not happen in this run.</source>
        <translation>„%1“ geschah in diesem Lauf nicht.</translation>
    </message>
</context>
<context>
    <name>PresentArguments</name>
    <message>
        <source>is no kind of runs; accepted is recorded or live.</source>
        <translation>ist keine Art von Läufen; erlaubt ist recorded oder live.</translation>
    </message>
    <message>
        <source>is no clock; accepted is real or virtual.</source>
        <translation>ist keine Uhr; erlaubt ist real oder virtual.</translation>
    </message>
    <message>
        <source>is no seed; accepted is a whole number from 0 to %1.</source>
        <translation>ist kein Seed; erlaubt ist eine ganze Zahl von 0 bis %1.</translation>
    </message>
    <message>
        <source>is no length; accepted is a whole number from 1 to %1.</source>
        <translation>ist keine Länge; erlaubt ist eine ganze Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>is no theme of a window; accepted is light or dark.</source>
        <translation>ist kein Theme eines Fensters; erlaubt ist light oder dark.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>RunArguments</name>
    <message>
        <source>%1: given beside --all; accepted is one lesson or --all.</source>
        <translation>%1: neben --all angegeben; erlaubt ist eine Lektion oder --all.</translation>
    </message>
    <message>
        <source>run: no lesson named; accepted is a lesson or --all. Known: %1.</source>
        <translation>run: keine Lektion genannt; erlaubt ist eine Lektion oder --all. Bekannt: %1.</translation>
    </message>
    <message>
        <source>%1: unexpected; accepted is one lesson, or --all for every one.</source>
        <translation>%1: unerwartet; erlaubt ist eine Lektion, oder --all für alle.</translation>
    </message>
    <message>
        <source>--set %1: accepted is NAME=VALUE, such as %2.</source>
        <translation>--set %1: erlaubt ist NAME=VALUE, etwa %2.</translation>
    </message>
    <message>
        <source>--set %1: %2 is set twice; accepted once.</source>
        <translation>--set %1: %2 ist zweimal gesetzt; erlaubt ist einmal.</translation>
    </message>
    <message>
        <source>--set %1: unknown parameter %2.</source>
        <translation>--set %1: unbekannter Parameter %2.</translation>
    </message>
    <message>
        <source>--variant %1: does not exist for these parameters.</source>
        <translation>--variant %1: gibt es für diese Parameter nicht.</translation>
    </message>
    <message>
        <source>--variant %1: exists on the real clock only.</source>
        <translation>--variant %1: gibt es nur mit der echten Uhr.</translation>
    </message>
    <message>
        <source>It does with --set %1=%2.</source>
        <translation>Mit --set %1=%2 gibt es sie.</translation>
    </message>
    <message>
        <source>Accepted: %1.</source>
        <translation>Erlaubt: %1.</translation>
    </message>
    <message>
        <source>--variant: a variant is named twice; accepted once each.</source>
        <translation>--variant: eine Variante ist zweimal genannt; erlaubt ist jede einmal.</translation>
    </message>
    <message>
        <source>--variant: unknown variant %1.</source>
        <translation>--variant: unbekannte Variante %1.</translation>
    </message>
    <message>
        <source>--clock %1: is no clock; accepted is real or virtual.</source>
        <translation>--clock %1: ist keine Uhr; erlaubt ist real oder virtual.</translation>
    </message>
    <message>
        <source>--seed %1: is no seed; accepted is a whole number from 0 to %2.</source>
        <translation>--seed %1: ist kein Seed; erlaubt ist eine ganze Zahl von 0 bis %2.</translation>
    </message>
    <message>
        <source>%1 %2: is one file for all lessons; accepted with --all is a name with {lesson} in it.</source>
        <translation>%1 %2: ist eine Datei für alle Lektionen; mit --all ist ein Name erlaubt, in dem {lesson} vorkommt.</translation>
    </message>
    <message>
        <source>unknown lesson %1.</source>
        <translation>unbekannte Lektion %1.</translation>
    </message>
    <message>
        <source>%1 %2: the file is named twice; accepted once.</source>
        <translation>%1 %2: die Datei ist zweimal genannt; erlaubt ist einmal.</translation>
    </message>
    <message>
        <source>--export %1: the ending is not known; accepted is .png, .svg or .pdf.</source>
        <translation>--export %1: die Endung ist nicht bekannt; erlaubt ist .png, .svg oder .pdf.</translation>
    </message>
    <message>
        <source>--trace %1: the ending is not known; accepted is %2.</source>
        <translation>--trace %1: die Endung ist nicht bekannt; erlaubt ist %2.</translation>
    </message>
</context>
<context>
    <name>RunChanges</name>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 %2 → %3, %4</source>
        <translation>%1 %2 → %3, %4</translation>
    </message>
    <message>
        <source>%1 last work ends %2 → %3, %4</source>
        <translation>%1 letzte Arbeit endet %2 → %3, %4</translation>
    </message>
    <message>
        <source>%1: as long as before</source>
        <translation>%1: so lange wie vorher</translation>
    </message>
    <message>
        <source>✓ Holds now: %1</source>
        <translation>✓ Gilt jetzt: %1</translation>
    </message>
    <message>
        <source>✕ Held before: %1</source>
        <translation>✕ Galt vorher: %1</translation>
    </message>
</context>
<context>
    <name>RunFigure</name>
    <message>
        <source>real clock</source>
        <translation>echte Uhr</translation>
    </message>
    <message>
        <source>virtual clock, seed %1</source>
        <translation>virtuelle Uhr, Seed %1</translation>
    </message>
</context>
<context>
    <name>Selftest</name>
    <message>
        <source>fit</source>
        <translation>geeignet</translation>
    </message>
    <message>
        <source>fit with a limit</source>
        <translation>mit einer Einschränkung geeignet</translation>
    </message>
    <message>
        <source>unfit</source>
        <translation>nicht geeignet</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Loop and threads</source>
        <translation>Event-Loop und Threads</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Saved runs</source>
        <translation>Gespeicherte Läufe</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>the lesson %1 is not in this program</source>
        <translation>die Lektion %1 ist nicht in diesem Programm</translation>
    </message>
    <message>
        <source>Install Awaitscope anew.</source>
        <translation>Awaitscope neu installieren.</translation>
    </message>
    <message>
        <source>%1 is not what was written</source>
        <translation>%1 ist nicht, was geschrieben wurde</translation>
    </message>
    <message>
        <source>a lesson&apos;s tests ran in a process of their own, and ended after %1</source>
        <translation>die Tests einer Lektion liefen in einem eigenen Prozess, der nach %1 endete</translation>
    </message>
    <message>
        <source>the process of a lesson ended without an answer</source>
        <translation>der Prozess einer Lektion endete ohne Antwort</translation>
    </message>
    <message>
        <source>the process of a lesson did not run: %1</source>
        <translation>der Prozess einer Lektion lief nicht: %1</translation>
    </message>
    <message>
        <source>Let this program start itself: see the limit of processes (ulimit -u) and security modules.</source>
        <translation>Diesem Programm erlauben, sich selbst zu starten: siehe die Grenze für Prozesse (ulimit -u) und Sicherheitsmodule.</translation>
    </message>
    <message>
        <source>%1 of %2 claims hold on the virtual clock; two runs gave %3; %4</source>
        <translation>%1 von %2 Behauptungen gelten auf der virtuellen Uhr; zwei Läufe ergaben %3; %4</translation>
    </message>
    <message>
        <source>the same record</source>
        <translation>dieselbe Aufzeichnung</translation>
    </message>
    <message>
        <source>different records</source>
        <translation>verschiedene Aufzeichnungen</translation>
    </message>
    <message>
        <source>Install Awaitscope anew; if that does not help, send this report to its authors.</source>
        <translation>Awaitscope neu installieren; hilft das nicht, diesen Bericht an die Autoren schicken.</translation>
    </message>
    <message>
        <source>no temporary folder can be made: %1</source>
        <translation>kein temporärer Ordner kann angelegt werden: %1</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that can be written to.</source>
        <translation>TMPDIR auf einen Ordner setzen, in den geschrieben werden kann.</translation>
    </message>
    <message>
        <source>a picture cannot be written: %1</source>
        <translation>ein Bild kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Make room in the temporary folder, or set TMPDIR to another.</source>
        <translation>Platz im temporären Ordner schaffen, oder TMPDIR auf einen anderen setzen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>a run drawn as %1 in %2</source>
        <translation>ein Lauf gezeichnet als %1 in %2</translation>
    </message>
    <message>
        <source>; its texts left no ink</source>
        <translation>; seine Texte hinterließen keine Farbe</translation>
    </message>
    <message>
        <source>Install %1.</source>
        <translation>%1 installieren.</translation>
    </message>
    <message>
        <source>a server on 127.0.0.1, port %1, answered after %2</source>
        <translation>ein Server auf 127.0.0.1, Port %1, antwortete nach %2</translation>
    </message>
    <message>
        <source>no talk over 127.0.0.1: %1</source>
        <translation>keine Verbindung über 127.0.0.1: %1</translation>
    </message>
    <message>
        <source>the answer was %1</source>
        <translation>die Antwort war %1</translation>
    </message>
    <message>
        <source>Bring the loopback interface up (ip link set lo up), and let a firewall pass 127.0.0.1.</source>
        <translation>Die Loopback-Schnittstelle einschalten (ip link set lo up), und 127.0.0.1 in der Firewall durchlassen.</translation>
    </message>
    <message>
        <source>unknown compiler</source>
        <translation>unbekannter Compiler</translation>
    </message>
    <message>
        <source>Awaitscope %1, Qt %2 (built with %3), QCoro %4, SQLite %5, %6</source>
        <translation>Awaitscope %1, Qt %2 (gebaut mit %3), QCoro %4, SQLite %5, %6</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Update Qt to %1 or later.</source>
        <translation>Qt auf %1 oder neuer aktualisieren.</translation>
    </message>
    <message>
        <source>%1, %2 %3, %4, processors: %5, memory: %6, locale %7</source>
        <translation>%1, %2 %3, %4, Prozessoren: %5, Speicher: %6, Sprachumgebung %7</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>With one processor, threads take turns: what runs at once on the real clock takes longer.</source>
        <translation>Mit einem Prozessor wechseln sich Threads ab: Was auf der echten Uhr gleichzeitig läuft, dauert länger.</translation>
    </message>
    <message>
        <source>Close other programs before you open large traces.</source>
        <translation>Andere Programme schließen, bevor große Spuren geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 for windows and pictures, SQLite, PNG and SVG are there; from %2</source>
        <translation>%1 für Fenster und Bilder, SQLite, PNG und SVG sind da; aus %2</translation>
    </message>
    <message>
        <source>missing: %1; Qt looks in %2</source>
        <translation>es fehlen: %1; Qt sucht in %2</translation>
    </message>
    <message>
        <source>Install %1, and unset QT_PLUGIN_PATH where it is set.</source>
        <translation>%1 installieren, und QT_PLUGIN_PATH aufheben, wo es gesetzt ist.</translation>
    </message>
    <message>
        <source>session %1, desktop %2</source>
        <translation>Sitzung %1, Desktop %2</translation>
    </message>
    <message>
        <source>no display: the window cannot open, the command line works; %1</source>
        <translation>kein Display: Das Fenster kann nicht öffnen, die Befehlszeile geht; %1</translation>
    </message>
    <message>
        <source>Start it in a graphical session to see the window.</source>
        <translation>In einer grafischen Sitzung starten, um das Fenster zu sehen.</translation>
    </message>
    <message>
        <source>the window cannot open: %1; %2</source>
        <translation>das Fenster kann nicht öffnen: %1; %2</translation>
    </message>
    <message>
        <source>Check DISPLAY (%1), WAYLAND_DISPLAY (%2) and QT_QPA_PLATFORM (%3).</source>
        <translation>DISPLAY (%1), WAYLAND_DISPLAY (%2) und QT_QPA_PLATFORM (%3) prüfen.</translation>
    </message>
    <message>
        <source>%1 × %2 px at scale %3</source>
        <translation>%1 × %2 px bei Skalierung %3</translation>
    </message>
    <message>
        <source>%1, %2; %3</source>
        <translation>%1, %2; %3</translation>
    </message>
    <message>
        <source>Qt draws into memory, and no window is seen: unset QT_QPA_PLATFORM.</source>
        <translation>Qt zeichnet in den Speicher, und kein Fenster ist zu sehen: QT_QPA_PLATFORM aufheben.</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 ist da</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is missing, %2 stands in</source>
        <translation>%1 fehlt, %2 steht dafür</translation>
    </message>
    <message>
        <source>✓, → and ä can be drawn</source>
        <translation>✓, → und ä können gezeichnet werden</translation>
    </message>
    <message>
        <source>no font has %1</source>
        <translation>keine Schrift hat %1</translation>
    </message>
    <message>
        <source>Install %1: pictures look the same everywhere then.</source>
        <translation>%1 installieren: Dann sehen Bilder überall gleich aus.</translation>
    </message>
    <message>
        <source>Qt has no driver for SQLite</source>
        <translation>Qt hat keinen Treiber für SQLite</translation>
    </message>
    <message>
        <source>a new file is written and read; journal %1, a transaction takes %2, foreign keys %3, threads %4</source>
        <translation>eine neue Datei wird geschrieben und gelesen; Journal %1, eine Transaktion dauert %2, Fremdschlüssel %3, Threads %4</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>beachtet</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>nicht beachtet</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>Install the SQLite of your distribution: libsqlite3-0.</source>
        <translation>Das SQLite der Distribution installieren: libsqlite3-0.</translation>
    </message>
    <message>
        <source>Keep the saved runs on a local disk; see --portable.</source>
        <translation>Die gespeicherten Läufe auf einer lokalen Platte behalten; siehe --portable.</translation>
    </message>
    <message>
        <source>a new file cannot be written in %1: %2</source>
        <translation>eine neue Datei kann in %1 nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Make room there, or set TMPDIR to a folder that can be written to.</source>
        <translation>Dort Platz schaffen, oder TMPDIR auf einen Ordner setzen, in den geschrieben werden kann.</translation>
    </message>
    <message>
        <source>none yet; they will be kept in %1</source>
        <translation>noch keine; sie kommen in %1</translation>
    </message>
    <message>
        <source>runs: %1, in %2 (%3), sound</source>
        <translation>Läufe: %1, in %2 (%3), unbeschädigt</translation>
    </message>
    <message>
        <source>; written by a newer Awaitscope: version %1, this one writes %2</source>
        <translation>; von einem neueren Awaitscope geschrieben: Version %1, dieses schreibt %2</translation>
    </message>
    <message>
        <source>Update Awaitscope; until then the file is read, and new runs stay in memory.</source>
        <translation>Awaitscope aktualisieren; bis dahin wird die Datei gelesen, und neue Läufe bleiben im Speicher.</translation>
    </message>
    <message>
        <source>; it cannot be written</source>
        <translation>; sie kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>New runs stay in memory: give yourself the right to write that file and its folder.</source>
        <translation>Neue Läufe bleiben im Speicher: Das Recht geben, die Datei und ihren Ordner zu schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Another program has locked the file: close it, and test again.</source>
        <translation>Ein anderes Programm hat die Datei gesperrt: Es schließen und erneut prüfen.</translation>
    </message>
    <message>
        <source>At its next start Awaitscope moves the file aside, in the same folder, and begins a new one.</source>
        <translation>Beim nächsten Start verschiebt Awaitscope die Datei im selben Ordner und beginnt eine neue.</translation>
    </message>
    <message>
        <source>Give yourself the right to read and write that file.</source>
        <translation>Das Recht geben, die Datei zu lesen und zu schreiben.</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>all can be written</source>
        <translation>alle sind beschreibbar</translation>
    </message>
    <message>
        <source>not to be written: %1</source>
        <translation>nicht beschreibbar: %1</translation>
    </message>
    <message>
        <source>; free: %1</source>
        <translation>; frei: %1</translation>
    </message>
    <message>
        <source>What belongs there is forgotten at the end: give yourself the right to write, or use --portable FOLDER.</source>
        <translation>Was dorthin gehört, ist am Ende vergessen: Das Recht zum Schreiben geben, oder --portable FOLDER nehmen.</translation>
    </message>
    <message>
        <source>Make room for saved runs: %1 at least.</source>
        <translation>Platz für gespeicherte Läufe schaffen: mindestens %1.</translation>
    </message>
    <message>
        <source>%1 waits of 5 ms ended late by %2 (median), %3 (99 of 100), %4 (worst); a read takes %5</source>
        <translation>%1 Wartezeiten von 5 ms endeten um %2 (Median), %3 (99 von 100), %4 (schlimmste) zu spät; ein Ablesen dauert %5</translation>
    </message>
    <message>
        <source>Bars of the real clock may be off by %1: close programs that keep the processor busy and test again, or play on the virtual clock, which is exact.</source>
        <translation>Balken der echten Uhr können um %1 falsch sein: Programme schließen, die den Prozessor beschäftigen, und erneut prüfen, oder auf der virtuellen Uhr spielen, die genau ist.</translation>
    </message>
    <message>
        <source>%1; a queued call takes %2, a thread answers after %3</source>
        <translation>%1; ein eingereihter Aufruf dauert %2, ein Thread antwortet nach %3</translation>
    </message>
    <message>
        <source>%1; no thread can be started: %2</source>
        <translation>%1; kein Thread kann gestartet werden: %2</translation>
    </message>
    <message>
        <source>Raise the limit of processes and threads of your user (ulimit -u).</source>
        <translation>Die Grenze für Prozesse und Threads des Benutzers erhöhen (ulimit -u).</translation>
    </message>
    <message>
        <source>gave no answer within %1 s</source>
        <translation>gab innerhalb von %1 s keine Antwort</translation>
    </message>
    <message>
        <source>could not begin: %1</source>
        <translation>konnte nicht beginnen: %1</translation>
    </message>
    <message>
        <source>ended by a crash</source>
        <translation>endete mit einem Absturz</translation>
    </message>
    <message>
        <source>ended without an answer</source>
        <translation>endete ohne Antwort</translation>
    </message>
    <message>
        <source>Test again; if it stays so, pass this report on to the authors of Awaitscope.</source>
        <translation>Erneut prüfen; bleibt es so, diesen Bericht an die Autoren von Awaitscope geben.</translation>
    </message>
    <message>
        <source>Is this machine fit for Awaitscope %1? Nothing is sent anywhere: this report is yours to keep or to pass on.</source>
        <translation>Ist dieser Rechner für Awaitscope %1 geeignet? Nichts wird gesendet: Dieser Bericht ist zum Behalten oder Weitergeben.</translation>
    </message>
    <message>
        <source>This machine is fit for Awaitscope.</source>
        <translation>Dieser Rechner ist für Awaitscope geeignet.</translation>
    </message>
    <message>
        <source>This machine is fit for Awaitscope, with limits: %1.</source>
        <translation>Dieser Rechner ist für Awaitscope geeignet, mit Einschränkungen: %1.</translation>
    </message>
    <message>
        <source>This machine is not fit for Awaitscope as it is: %1.</source>
        <translation>Dieser Rechner ist so nicht für Awaitscope geeignet: %1.</translation>
    </message>
</context>
<context>
    <name>Show</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: is a playlist beside other lessons; accepted are lessons, or one playlist alone.</source>
        <translation>%1: ist eine Playlist neben anderen Lektionen; erlaubt sind Lektionen, oder eine Playlist allein.</translation>
    </message>
</context>
<context>
    <name>Slide</name>
    <message>
        <source>1 vote.</source>
        <translation>1 Stimme.</translation>
    </message>
    <message>
        <source>%1 votes.</source>
        <translation>%1 Stimmen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>It did not come about in this run.</source>
        <translation>Es kam in diesem Lauf nicht zustande.</translation>
    </message>
    <message>
        <source>1 vote. Backspace takes it back.</source>
        <translation>1 Stimme. Die Rücktaste nimmt sie zurück.</translation>
    </message>
    <message>
        <source>%1 votes. Backspace takes the last one back.</source>
        <translation>%1 Stimmen. Die Rücktaste nimmt die letzte zurück.</translation>
    </message>
    <message>
        <source>P takes the pen: draw the bars that the room expects.</source>
        <translation>P nimmt den Stift: Balken zeichnen, wie der Raum sie erwartet.</translation>
    </message>
    <message>
        <source>What comes last? Each press of 1 to %1 counts a vote.</source>
        <translation>Was kommt zuletzt? Jeder Druck auf 1 bis %1 zählt eine Stimme.</translation>
    </message>
    <message>
        <source>Each press of 1 to %1 counts a vote.</source>
        <translation>Jeder Druck auf 1 bis %1 zählt eine Stimme.</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Page Up goes back, Escape ends.</source>
        <translation>Bild auf geht zurück, Escape beendet.</translation>
    </message>
    <message>
        <source>The lesson has not run yet, so there is no answer to show.</source>
        <translation>Die Lektion lief noch nicht, also gibt es noch keine Antwort.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Pause %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Fazit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This came true.</source>
        <translation>So kam es.</translation>
    </message>
    <message>
        <source>Each line is %1 long. P takes the pen: draw the bars that the room expects.</source>
        <translation>Jede Linie ist %1 lang. P nimmt den Stift: Zeichnen Sie die Balken, die der Raum erwartet.</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>There is no saved run %1.</source>
        <translation>Es gibt keinen gespeicherten Lauf %1.</translation>
    </message>
    <message>
        <source>The trace of run %1 was let go to stay within the limit; its numbers are left.</source>
        <translation>Die Spur von Lauf %1 wurde aufgegeben, um die Grenze einzuhalten; seine Zahlen sind noch da.</translation>
    </message>
    <message>
        <source>Run %1 is damaged: it is not as it was saved, and is not shown.</source>
        <translation>Lauf %1 ist beschädigt: Er ist nicht, wie er gespeichert wurde, und wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>The text has %1 letters; accepted are up to %2.</source>
        <translation>Der Text hat %1 Zeichen; erlaubt sind bis zu %2.</translation>
    </message>
    <message>
        <source>A prediction for %1 is no JSON: %2; accepted is one object or array.</source>
        <translation>Eine Vorhersage für %1 ist kein JSON: %2; erlaubt ist ein Objekt oder Array.</translation>
    </message>
    <message>
        <source>The saved runs gave no answer within %1 s.</source>
        <translation>Die gespeicherten Läufe gaben innerhalb von %1 s keine Antwort.</translation>
    </message>
    <message>
        <source>%1 is locked by another program; it is written to as soon as it is free.</source>
        <translation>%1 ist von einem anderen Programm gesperrt; sobald sie frei ist, wird hineingeschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written to (%2).</source>
        <translation>In %1 kann nicht geschrieben werden (%2).</translation>
    </message>
    <message>
        <source>%1 may be read but not written to.</source>
        <translation>%1 darf gelesen, aber nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>%1 is of version %2, written by a later Awaitscope; this one writes version %3, and only reads later ones.</source>
        <translation>%1 hat Version %2, von einem späteren Awaitscope geschrieben; dieses schreibt Version %3 und liest spätere nur.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). It was moved to %3, and a new one begun.</source>
        <translation>%1 ist beschädigt (%2). Sie wurde nach %3 verschoben und eine neue begonnen.</translation>
    </message>
    <message>
        <source>%1 was brought from version %2 to %3; as it was before, it is kept as %4.</source>
        <translation>%1 wurde von Version %2 auf %3 gebracht; der vorige Stand ist als %4 aufgehoben.</translation>
    </message>
    <message>
        <source>%1: the database says “%2”.</source>
        <translation>%1: die Datenbank sagt „%2“.</translation>
    </message>
    <message>
        <source>%1: cannot be read; accepted is a file that “runs export” wrote.</source>
        <translation>%1: kann nicht gelesen werden; erlaubt ist eine Datei, die „runs export“ schrieb.</translation>
    </message>
    <message>
        <source>%1: is written by a later Awaitscope; accepted is version 1 of the file.</source>
        <translation>%1: ist von einem späteren Awaitscope geschrieben; erlaubt ist Version 1 der Datei.</translation>
    </message>
    <message>
        <source>%1: is no saved progress; accepted is a file that “runs export” wrote.</source>
        <translation>%1: ist kein gespeicherter Fortschritt; erlaubt ist eine Datei, die „runs export“ schrieb.</translation>
    </message>
    <message>
        <source>%1: is cut short or has grown: it has %2 bytes after its head, which tells of %3.</source>
        <translation>%1: ist abgeschnitten oder gewachsen: nach ihrem Kopf hat sie %2 Bytes, er nennt %3.</translation>
    </message>
    <message>
        <source>%1: cannot be unpacked into the folder for temporary files.</source>
        <translation>%1: lässt sich nicht in den Ordner für temporäre Dateien entpacken.</translation>
    </message>
    <message>
        <source>%1: is damaged: its content does not fit its digest.</source>
        <translation>%1: ist beschädigt: Ihr Inhalt passt nicht zu ihrer Prüfsumme.</translation>
    </message>
    <message>
        <source>it is of version %1; accepted are 1 to %2</source>
        <translation>sie hat Version %1; erlaubt sind 1 bis %2</translation>
    </message>
    <message>
        <source>%1: a run in it is damaged; nothing was imported.</source>
        <translation>%1: ein Lauf darin ist beschädigt; nichts wurde importiert.</translation>
    </message>
    <message>
        <source>%1: is a link or no regular file; accepted is a new or a regular file.</source>
        <translation>%1: ist ein Link oder keine gewöhnliche Datei; erlaubt ist eine neue oder eine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1: its folder cannot be written to.</source>
        <translation>%1: in ihren Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2.</source>
        <translation>%1: kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1: cannot be imported: %2.</source>
        <translation>%1: kann nicht importiert werden: %2.</translation>
    </message>
    <message>
        <source>The traces that wait for %1 take more than %2 of memory: the oldest are let go, the numbers of their runs stay.</source>
        <translation>Die Spuren, die auf %1 warten, brauchen mehr als %2 Speicher: Die ältesten entfallen, die Zahlen ihrer Läufe bleiben.</translation>
    </message>
</context>
<context>
    <name>TargetFile</name>
    <message>
        <source>the file&apos;s name is empty; accepted is the path of a file in a folder that exists.</source>
        <translation>der Dateiname ist leer; erlaubt ist der Pfad einer Datei in einem Ordner, den es gibt.</translation>
    </message>
    <message>
        <source>the file&apos;s name is no UTF-8; accepted is one that is.</source>
        <translation>der Dateiname ist kein UTF-8; erlaubt ist einer in UTF-8.</translation>
    </message>
    <message>
        <source>is a folder; accepted is the path of a file.</source>
        <translation>ist ein Ordner; erlaubt ist der Pfad einer Datei.</translation>
    </message>
    <message>
        <source>the file&apos;s name is too long; accepted are %1 bytes.</source>
        <translation>der Dateiname ist zu lang; erlaubt sind %1 Bytes.</translation>
    </message>
    <message>
        <source>the folder %1 does not exist; accepted is one that does.</source>
        <translation>den Ordner %1 gibt es nicht; erlaubt ist einer, den es gibt.</translation>
    </message>
    <message>
        <source>%1 is not a folder; accepted is the path of a file in one.</source>
        <translation>%1 ist kein Ordner; erlaubt ist der Pfad einer Datei in einem Ordner.</translation>
    </message>
    <message>
        <source>the folder %1 cannot be written to; accepted is one that can.</source>
        <translation>in den Ordner %1 kann nicht geschrieben werden; erlaubt ist ein beschreibbarer.</translation>
    </message>
    <message>
        <source>is a link, which is not followed; accepted is a regular file or a new one.</source>
        <translation>ist ein Link, dem nicht gefolgt wird; erlaubt ist eine gewöhnliche oder eine neue Datei.</translation>
    </message>
    <message>
        <source>is not a regular file; accepted is a regular file or a new one.</source>
        <translation>ist keine gewöhnliche Datei; erlaubt ist eine gewöhnliche oder eine neue Datei.</translation>
    </message>
    <message>
        <source>is there already and cannot be written to; accepted is one that can.</source>
        <translation>gibt es schon, und es kann nicht hineingeschrieben werden; erlaubt ist eine beschreibbare Datei.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>ns</source>
        <translation>ns</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 Tasks</translation>
    </message>
    <message>
        <source>%1 unwind, by their scopes</source>
        <translation>%1 werden von ihren Scopes abgebaut</translation>
    </message>
    <message>
        <source>%1 unwinds, by %2</source>
        <translation>%1 wird abgebaut von %2</translation>
    </message>
    <message>
        <source>%1 unwind, by %2</source>
        <translation>%1 werden abgebaut von %2</translation>
    </message>
    <message>
        <source>%1 cleans up for %2, by %3</source>
        <translation>%1 räumt %2 lang auf, durch %3</translation>
    </message>
    <message>
        <source>%1 clean up for %2, by %3</source>
        <translation>%1 räumen %2 lang auf, durch %3</translation>
    </message>
    <message>
        <source>%1 was told by %2 and returns a value, %3 later</source>
        <translation>%1 erfuhr es von %2 und liefert %3 später einen Wert</translation>
    </message>
    <message>
        <source>%1 was told by %2 and returns a value</source>
        <translation>%1 erfuhr es von %2 und liefert einen Wert</translation>
    </message>
    <message>
        <source>%1 were told by %2 and return a value</source>
        <translation>%1 erfuhren es von %2 und liefern einen Wert</translation>
    </message>
    <message>
        <source>%1, told by %2, throws: %3</source>
        <translation>%1, informiert von %2, wirft: %3</translation>
    </message>
    <message>
        <source>%1, told by %2, throw: %3</source>
        <translation>%1, informiert von %2, werfen: %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 throws: %2</source>
        <translation>%1 wirft: %2</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message>
        <source>%1 cancels %2</source>
        <translation>%1 bricht ab: %2</translation>
    </message>
    <message>
        <source>%1, all asked in %2</source>
        <translation>%1, alle gefragt in %2</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>the deadline</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>the closing</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>%1 gets: %2</source>
        <translation>%1 bekommt: %2</translation>
    </message>
    <message>
        <source>%1 times out</source>
        <translation>%1: Timeout</translation>
    </message>
    <message>
        <source>%1, enlarged: the cancellation, all in one instant</source>
        <translation>%1, vergrößert: der Abbruch, alles in einem Augenblick</translation>
    </message>
    <message>
        <source>%1 to %2: the cancellation, step by step</source>
        <translation>%1 bis %2: der Abbruch, Schritt für Schritt</translation>
    </message>
    <message>
        <source>%1 to %2, enlarged: the cancellation</source>
        <translation>%1 bis %2, vergrößert: der Abbruch</translation>
    </message>
    <message>
        <source>and %1 steps more</source>
        <translation>und %1 weitere Schritte</translation>
    </message>
    <message>
        <source>%1 + %2 below</source>
        <translation>%1 + %2 darunter</translation>
    </message>
    <message>
        <source>and %1 more %2</source>
        <translation>und %1 weitere %2</translation>
    </message>
    <message>
        <source>%1, %2 tasks</source>
        <translation>%1, %2 Tasks</translation>
    </message>
    <message>
        <source>last work %1 later than before</source>
        <translation>letzte Arbeit %1 später als vorher</translation>
    </message>
    <message>
        <source>last work %1 earlier than before</source>
        <translation>letzte Arbeit %1 früher als vorher</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 später</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>%1 früher</translation>
    </message>
    <message>
        <source>%1 longer than before</source>
        <translation>%1 länger als vorher</translation>
    </message>
    <message>
        <source>%1 shorter than before</source>
        <translation>%1 kürzer als vorher</translation>
    </message>
    <message>
        <source>%1 longer</source>
        <translation>%1 länger</translation>
    </message>
    <message>
        <source>%1 shorter</source>
        <translation>%1 kürzer</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>running, blocks the loop</source>
        <translation>läuft, blockiert die Loop</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>a beat</source>
        <translation>ein Heartbeat</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>waits for a nested loop to return</source>
        <translation>wartet, dass eine verschachtelte Loop zurückkehrt</translation>
    </message>
    <message>
        <source>a turn of a nested loop, depth %1</source>
        <translation>Durchlauf einer verschachtelten Loop, Tiefe %1</translation>
    </message>
    <message>
        <source>a turn</source>
        <translation>ein Durchlauf</translation>
    </message>
    <message>
        <source>since %1, %2 so far</source>
        <translation>seit %1, bisher %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>length %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>its caller went at %1</source>
        <translation>sein Aufrufer ging bei %1</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>set at %1, due at %2</source>
        <translation>gesetzt bei %1, fällig bei %2</translation>
    </message>
    <message>
        <source>%1 after its start</source>
        <translation>%1 nach seinem Start</translation>
    </message>
    <message>
        <source>all results after %1</source>
        <translation>alle Ergebnisse nach %1</translation>
    </message>
    <message>
        <source>all ended after %1</source>
        <translation>alles zu Ende nach %1</translation>
    </message>
    <message>
        <source>error to caller %1</source>
        <translation>Fehler beim Aufrufer %1</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>timed out after %1</source>
        <translation>Timeout nach %1</translation>
    </message>
    <message>
        <source>result after %1</source>
        <translation>Ergebnis nach %1</translation>
    </message>
    <message>
        <source>answer on time</source>
        <translation>Antwort rechtzeitig</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 zu spät</translation>
    </message>
    <message>
        <source>all %1 deadlines met</source>
        <translation>alle %1 Deadlines eingehalten</translation>
    </message>
    <message>
        <source>%1 of %2 deadlines met</source>
        <translation>%1 von %2 Deadlines eingehalten</translation>
    </message>
    <message>
        <source>so far %1</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>last work ends %1</source>
        <translation>letzte Arbeit endet %1</translation>
    </message>
    <message>
        <source>as long as %1</source>
        <translation>so lange wie %1</translation>
    </message>
    <message>
        <source>about as long as %1</source>
        <translation>etwa so lange wie %1</translation>
    </message>
    <message>
        <source>%1× faster than %2</source>
        <translation>%1× schneller als %2</translation>
    </message>
    <message>
        <source>%1× as long as %2</source>
        <translation>%1× so lange wie %2</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespart</translation>
    </message>
    <message>
        <source>the %1 waits overlap</source>
        <translation>die %1 Wartezeiten überlappen</translation>
    </message>
    <message>
        <source>up to %1 waits overlap</source>
        <translation>bis zu %1 Wartezeiten überlappen</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 zu Ende</translation>
    </message>
    <message>
        <source>and %1 more tasks</source>
        <translation>und %1 weitere Tasks</translation>
    </message>
    <message>
        <source>%1, predicted</source>
        <translation>%1, vorhergesagt</translation>
    </message>
    <message>
        <source>you: %1</source>
        <translation>du: %1</translation>
    </message>
    <message>
        <source>you: %1, it was %2</source>
        <translation>du: %1, es waren %2</translation>
    </message>
    <message>
        <source>time until it</source>
        <translation>Zeit bis dahin</translation>
    </message>
    <message>
        <source>number in the order</source>
        <translation>Nummer in der Reihenfolge</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>time saved</source>
        <translation>gesparte Zeit</translation>
    </message>
    <message>
        <source>as you predicted</source>
        <translation>wie vorhergesagt</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>wie es war</translation>
    </message>
    <message>
        <source>from the end before to the end now</source>
        <translation>vom Ende vorher zum Ende jetzt</translation>
    </message>
    <message>
        <source>this moment</source>
        <translation>dieser Moment</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>returns to</source>
        <translation>kehrt zurück zu</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>never started</source>
        <translation>nie gestartet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>%1 of cleanup</source>
        <translation>%1 Aufräumen</translation>
    </message>
    <message>
        <source>told by %1, ignored it</source>
        <translation>informiert von %1, ignorierte es</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>slow callback</source>
        <translation>langsamer Callback</translation>
    </message>
    <message>
        <source>watchdog</source>
        <translation>Watchdog</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>Heartbeat</translation>
    </message>
    <message>
        <source>deadline %1</source>
        <translation>Deadline %1</translation>
    </message>
    <message>
        <source>met with %1 left</source>
        <translation>eingehalten, %1 übrig</translation>
    </message>
    <message>
        <source>missed, seen at %1</source>
        <translation>verpasst, bemerkt bei %1</translation>
    </message>
    <message>
        <source>lifted at %1: the work was cancelled by another</source>
        <translation>aufgehoben bei %1: die Arbeit wurde von anderer Seite abgebrochen</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>%1 between two beats</source>
        <translation>%1 zwischen zwei Heartbeats</translation>
    </message>
    <message>
        <source>event loop</source>
        <translation>Event-Loop</translation>
    </message>
    <message>
        <source>1 turn</source>
        <translation>1 Durchlauf</translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation>%1 Durchläufe</translation>
    </message>
    <message>
        <source>%1: blocked for %2</source>
        <translation>%1: blockiert seit %2</translation>
    </message>
    <message>
        <source>culprit %1</source>
        <translation>Verursacher %1</translation>
    </message>
    <message>
        <source>%1st</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>returned %1</source>
        <translation>zurück als %1</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1 Zeile %2</translation>
    </message>
    <message>
        <source>%1&apos;s scope</source>
        <translation>Scope von %1</translation>
    </message>
    <message>
        <source>its consumer</source>
        <translation>sein Konsument</translation>
    </message>
    <message>
        <source>the closing of its scope</source>
        <translation>das Schließen seines Scopes</translation>
    </message>
    <message>
        <source>held for %1</source>
        <translation>gehalten für %1</translation>
    </message>
    <message>
        <source>%1, longest by %2</source>
        <translation>%1, am längsten von %2</translation>
    </message>
    <message>
        <source>%1, longest by %2, %3</source>
        <translation>%1, am längsten von %2, %3</translation>
    </message>
    <message>
        <source>blocks the loop for %1</source>
        <translation>blockiert die Loop für %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>created, not started</source>
        <translation>erzeugt, nicht gestartet</translation>
    </message>
    <message>
        <source>created</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>nested event loop, depth %1</source>
        <translation>verschachtelte Event-Loop, Tiefe %1</translation>
    </message>
    <message>
        <source>nested, depth %1</source>
        <translation>verschachtelt, Tiefe %1</translation>
    </message>
    <message>
        <source>depth %1</source>
        <translation>Tiefe %1</translation>
    </message>
    <message>
        <source>timer %1</source>
        <translation>Timer %1</translation>
    </message>
    <message>
        <source>%1, %2 late</source>
        <translation>%1, %2 zu spät</translation>
    </message>
    <message>
        <source>awaits %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>awaits gather of %1</source>
        <translation>wartet auf gather von %1</translation>
    </message>
    <message>
        <source>gather of %1</source>
        <translation>gather von %1</translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 Task</translation>
    </message>
    <message>
        <source>joins 1 task</source>
        <translation>wartet auf 1 Task</translation>
    </message>
    <message>
        <source>joins %1 tasks</source>
        <translation>wartet auf %1 Tasks</translation>
    </message>
    <message>
        <source>joins %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>next turn</source>
        <translation>nächster Durchlauf</translation>
    </message>
    <message>
        <source>awaits the first of %1</source>
        <translation>wartet auf ersten von %1</translation>
    </message>
    <message>
        <source>first of %1</source>
        <translation>erster von %1</translation>
    </message>
    <message>
        <source>a permit</source>
        <translation>ein Permit</translation>
    </message>
    <message>
        <source>queued for %1, place %2</source>
        <translation>in der Schlange für %1, Platz %2</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Schlange</translation>
    </message>
    <message>
        <source>on a worker thread</source>
        <translation>auf einem Worker-Thread</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>awaits its consumer, %1 given</source>
        <translation>wartet auf seinen Konsumenten, %1 geliefert</translation>
    </message>
    <message>
        <source>consumer</source>
        <translation>Konsument</translation>
    </message>
    <message>
        <source>awaits the next of %1</source>
        <translation>wartet auf den nächsten von %1</translation>
    </message>
    <message>
        <source>awaits the next value</source>
        <translation>wartet auf den nächsten Wert</translation>
    </message>
    <message>
        <source>next value</source>
        <translation>nächster Wert</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>depth of nested loops</source>
        <translation>Tiefe verschachtelter Loops</translation>
    </message>
    <message>
        <source>running, one at a time</source>
        <translation>läuft, einer zur Zeit</translation>
    </message>
    <message>
        <source>paused by its call</source>
        <translation>angehalten durch seinen Aufruf</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>awaiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>loop held 50 ms or more, shaded</source>
        <translation>Loop 50 ms oder länger gehalten, schattiert</translation>
    </message>
    <message>
        <source>orphaned, unread</source>
        <translation>verwaist, ungelesen</translation>
    </message>
    <message>
        <source>nested loop</source>
        <translation>verschachtelte Loop</translation>
    </message>
    <message>
        <source>cleanup</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>holds a seat</source>
        <translation>hält einen Platz</translation>
    </message>
    <message>
        <source>more in use than seats</source>
        <translation>mehr in Gebrauch als Plätze</translation>
    </message>
    <message>
        <source>count over time</source>
        <translation>Anzahl über die Zeit</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>a monitor&apos;s alarm</source>
        <translation>Alarm eines Monitors</translation>
    </message>
    <message>
        <source>note of the run</source>
        <translation>Hinweis des Laufs</translation>
    </message>
    <message>
        <source>A figure of %1x%2 cannot be made: width and height are from %3 to %4.</source>
        <translation>Eine Abbildung von %1x%2 kann nicht erstellt werden: Breite und Höhe gehen von %3 bis %4.</translation>
    </message>
    <message>
        <source>A scale of %1 cannot be used: it is from %2 to %3.</source>
        <translation>Eine Skalierung von %1 geht nicht: Sie reicht von %2 bis %3.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of %1x%2 pixels.</source>
        <translation>Für ein Bild von %1x%2 Pixeln reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>The picture could not be encoded: %1.</source>
        <translation>Das Bild konnte nicht kodiert werden: %1.</translation>
    </message>
    <message>
        <source>This figure would be %1 px high: at most %2 can be made.</source>
        <translation>Diese Abbildung wäre %1 px hoch: höchstens %2 sind möglich.</translation>
    </message>
    <message>
        <source>The file name contains a NUL character: it cannot be written.</source>
        <translation>Der Dateiname enthält ein NUL-Zeichen: Er kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 is a link: name a regular file, or one that does not exist yet.</source>
        <translation>%1 ist ein Link: eine gewöhnliche Datei nennen, oder eine, die es noch nicht gibt.</translation>
    </message>
    <message>
        <source>%1 is a folder: name a file in it that ends in .png, .svg or .pdf.</source>
        <translation>%1 ist ein Ordner: eine Datei darin nennen, die auf .png, .svg oder .pdf endet.</translation>
    </message>
    <message>
        <source>%1 is not a regular file: name one, or one that does not exist yet.</source>
        <translation>%1 ist keine gewöhnliche Datei: eine nennen, oder eine, die es noch nicht gibt.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder %2 does not exist; name one that does.</source>
        <translation>%1 kann nicht geschrieben werden: den Ordner %2 gibt es nicht; einen nennen, den es gibt.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2): name a file in a folder that you may write to.</source>
        <translation>%1 kann nicht geschrieben werden (%2): eine Datei in einem beschreibbaren Ordner nennen.</translation>
    </message>
    <message>
        <source>%1 names no kind of figure: its ending must be .png, .svg or .pdf.</source>
        <translation>%1 nennt keine Art von Abbildung: Die Endung muss .png, .svg oder .pdf sein.</translation>
    </message>
    <message>
        <source>Made by: %1</source>
        <translation>Erstellt mit: %1</translation>
    </message>
    <message>
        <source>A height of %1 is too small for this figure: it needs %2 at a width of %3.</source>
        <translation>Eine Höhe von %1 ist zu klein für diese Abbildung: Bei einer Breite von %3 braucht sie %2.</translation>
    </message>
    <message>
        <source>%1 in use at most</source>
        <translation>höchstens %1 in Gebrauch</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>no seat left</source>
        <translation>kein Platz übrig</translation>
    </message>
    <message>
        <source>%1 in use, 1 seat</source>
        <translation>%1 in Gebrauch, 1 Platz</translation>
    </message>
    <message>
        <source>%1 in use, %2 seats</source>
        <translation>%1 in Gebrauch, %2 Plätze</translation>
    </message>
    <message>
        <source>%1 in line</source>
        <translation>%1 in der Schlange</translation>
    </message>
    <message>
        <source>%1 in line at most</source>
        <translation>höchstens %1 in der Schlange</translation>
    </message>
    <message>
        <source>off the loop</source>
        <translation>neben der Loop</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>Worker %1</translation>
    </message>
</context>
<context>
    <name>Validator</name>
    <message>
        <source>it happened before the event in front of it</source>
        <translation>es geschah vor dem Ereignis, das davor steht</translation>
    </message>
    <message>
        <source>Event %1 of the record, task %2 at %3: %4.</source>
        <translation>Ereignis %1 der Aufzeichnung, Task %2 bei %3: %4.</translation>
    </message>
    <message>
        <source>the task was never started</source>
        <translation>der Task wurde nie gestartet</translation>
    </message>
    <message>
        <source>this cannot follow what the task was doing</source>
        <translation>dies kann nicht auf das folgen, was der Task tat</translation>
    </message>
    <message>
        <source>it was cancelled, but nobody had asked for it</source>
        <translation>er wurde abgebrochen, aber niemand hatte darum gebeten</translation>
    </message>
    <message>
        <source>it happened on a thread on which the task does not run</source>
        <translation>es geschah auf einem Thread, auf dem der Task nicht läuft</translation>
    </message>
    <message>
        <source>The deadline of %1 was missed before it was due.</source>
        <translation>Die Deadline von %1 wurde verpasst, bevor sie fällig war.</translation>
    </message>
    <message>
        <source>The deadline of %1 was neither met nor missed nor lifted.</source>
        <translation>Die Deadline von %1 wurde weder eingehalten noch verpasst noch aufgehoben.</translation>
    </message>
    <message>
        <source>%1 has %2 seats, and %3 were in use at %4.</source>
        <translation>%1 hat %2 Plätze, und %3 waren bei %4 in Gebrauch.</translation>
    </message>
    <message>
        <source>Somebody still stands in line for %1 at the end.</source>
        <translation>Am Ende steht noch jemand für %1 in der Schlange.</translation>
    </message>
    <message>
        <source>A line of the log, at %1, has no text.</source>
        <translation>Eine Zeile des Logs, bei %1, hat keinen Text.</translation>
    </message>
    <message>
        <source>Nobody known wrote the line of the log at %1.</source>
        <translation>Niemand Bekanntes schrieb die Zeile des Logs bei %1.</translation>
    </message>
    <message>
        <source>The line of the log at %1 was written before the one in front of it.</source>
        <translation>Die Zeile des Logs bei %1 wurde vor der geschrieben, die davor steht.</translation>
    </message>
    <message>
        <source>Task %1 (%2) never ended.</source>
        <translation>Task %1 (%2) endete nie.</translation>
    </message>
    <message>
        <source>Turn %1 of the event loop, at %2, does not end before the next begins.</source>
        <translation>Durchlauf %1 der Event-Loop, bei %2, endet nicht, bevor der nächste beginnt.</translation>
    </message>
    <message>
        <source>%1 ran at %2, outside a turn of the event loop.</source>
        <translation>%1 lief bei %2 außerhalb eines Durchlaufs der Event-Loop.</translation>
    </message>
    <message>
        <source>%1 and %2 ran at the same time on one thread, at %3.</source>
        <translation>%1 und %2 liefen zur selben Zeit auf einem Thread, bei %3.</translation>
    </message>
</context>
<context>
    <name>WholeFile</name>
    <message>
        <source>is a link or no regular file; accepted is a regular file or a new one.</source>
        <translation>ist ein Link oder keine gewöhnliche Datei; erlaubt ist eine gewöhnliche oder eine neue Datei.</translation>
    </message>
    <message>
        <source>could not be written: %1.</source>
        <translation>konnte nicht geschrieben werden: %1.</translation>
    </message>
</context>
<context>
    <name>WindowCommand</name>
    <message>
        <source>unknown command or lesson %1.</source>
        <translation>unbekannter Befehl oder unbekannte Lektion %1.</translation>
    </message>
    <message>
        <source>%1: is too many; accepted are at most %2 lessons and traces at once.</source>
        <translation>%1: ist zu viel; erlaubt sind höchstens %2 Lektionen und Spuren auf einmal.</translation>
    </message>
    <message>
        <source>%1: is not a file of this computer; accepted are paths and file URLs.</source>
        <translation>%1: ist keine Datei dieses Rechners; erlaubt sind Pfade und Datei-URLs.</translation>
    </message>
    <message>
        <source>--theme %1: is no theme of the window; accepted is light or dark.</source>
        <translation>--theme %1: ist kein Theme des Fensters; erlaubt ist light oder dark.</translation>
    </message>
    <message>
        <source>%1: no further window can be opened for it.</source>
        <translation>%1: dafür kann kein weiteres Fenster geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>no</source>
        <translation>null</translation>
    </message>
    <message>
        <source>one</source>
        <translation>eins</translation>
    </message>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sieben</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neun</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>zehn</translation>
    </message>
    <message>
        <source>eleven</source>
        <translation>elf</translation>
    </message>
    <message>
        <source>twelve</source>
        <translation>zwölf</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>awaitscope</name>
    <message>
        <source>It calls</source>
        <translation>Es ruft auf</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 ruft auf</translation>
    </message>
    <message>
        <source>%1 call</source>
        <translation>%1 rufen auf</translation>
    </message>
    <message>
        <source>Both call</source>
        <translation>Beide rufen auf</translation>
    </message>
    <message>
        <source>All call</source>
        <translation>Alle rufen auf</translation>
    </message>
    <message>
        <source>threw</source>
        <translation>warf</translation>
    </message>
    <message>
        <source>nested</source>
        <translation>verschachtelt</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendiert</translation>
    </message>
    <message>
        <source>“%1” is no duration; accepted is a duration such as 250ms, 1.5s, 80us or bare milliseconds.</source>
        <translation>„%1“ ist keine Dauer; erlaubt ist eine Dauer wie 250ms, 1.5s, 80us oder bloße Millisekunden.</translation>
    </message>
    <message>
        <source>“%1” is out of reach; accepted is a duration such as 250ms or 1.5s, from 0 to 9000000000s.</source>
        <translation>„%1“ ist außer Reichweite; erlaubt ist eine Dauer wie 250ms oder 1.5s, von 0 bis 9000000000s.</translation>
    </message>
    <message>
        <source>a duration from %1 to %2, such as 250ms, 1.5s, 80us or bare milliseconds</source>
        <translation>eine Dauer von %1 bis %2, etwa 250ms, 1.5s, 80us oder bloße Millisekunden</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>on oder off</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>There is no parameter “%1”; this lesson has none.</source>
        <translation>Es gibt keinen Parameter „%1“; diese Lektion hat keine.</translation>
    </message>
    <message>
        <source>There is no parameter “%1”; accepted are %2.</source>
        <translation>Es gibt keinen Parameter „%1“; erlaubt sind %2.</translation>
    </message>
    <message>
        <source>%1 is outside its range with “%2”; accepted is %3.</source>
        <translation>%1 ist mit „%2“ außerhalb seines Bereichs; erlaubt ist %3.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”; accepted is %3.</source>
        <translation>%1 kann nicht „%2“ sein; erlaubt ist %3.</translation>
    </message>
    <message>
        <source>a second parameter of the same name</source>
        <translation>ein zweiter Parameter desselben Namens</translation>
    </message>
    <message>
        <source>a parameter outside its own range</source>
        <translation>ein Parameter außerhalb seines eigenen Bereichs</translation>
    </message>
    <message>
        <source>a second variant of the same name</source>
        <translation>eine zweite Variante desselben Namens</translation>
    </message>
    <message>
        <source>the record of %1 is none that a run can leave (%2)</source>
        <translation>die Aufzeichnung von %1 ist keine, die ein Lauf hinterlassen kann (%2)</translation>
    </message>
    <message>
        <source>more follows where the run has ended</source>
        <translation>es folgt mehr, wo der Lauf zu Ende ist</translation>
    </message>
    <message>
        <source>it is a run of another lesson than the head says</source>
        <translation>es ist ein Lauf einer anderen Lektion, als der Kopf sagt</translation>
    </message>
    <message>
        <source>the trace is of the lesson %1, and accepted is one of %2.</source>
        <translation>die Spur gehört zur Lektion %1, und erlaubt ist eine von %2.</translation>
    </message>
    <message>
        <source>the trace has a variant %1, which this version of %2 does not have.</source>
        <translation>die Spur hat eine Variante %1, die diese Version von %2 nicht hat.</translation>
    </message>
    <message>
        <source>the trace does not fit this version of the lesson: %1</source>
        <translation>die Spur passt nicht zu dieser Version der Lektion: %1</translation>
    </message>
    <message>
        <source>is not a regular file; accepted is a trace that Awaitscope saved.</source>
        <translation>ist keine gewöhnliche Datei; erlaubt ist eine Spur, die Awaitscope gespeichert hat.</translation>
    </message>
    <message>
        <source>is not there; accepted is a trace that Awaitscope saved.</source>
        <translation>ist nicht da; erlaubt ist eine Spur, die Awaitscope gespeichert hat.</translation>
    </message>
    <message>
        <source>cannot be read: %1.</source>
        <translation>kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>the trace is of the lesson %1, which this version does not have.</source>
        <translation>die Spur gehört zur Lektion %1, die diese Version nicht hat.</translation>
    </message>
    <message>
        <source>the trace is damaged: it ends at byte %1, before byte %2.</source>
        <translation>die Spur ist beschädigt: Sie endet bei Byte %1, vor Byte %2.</translation>
    </message>
    <message>
        <source>this is no Awaitscope trace: it begins with other bytes at byte 0.</source>
        <translation>dies ist keine Spur von Awaitscope: Sie beginnt bei Byte 0 mit anderen Bytes.</translation>
    </message>
    <message>
        <source>the trace has version %1 of the format, at byte %2; this Awaitscope reads up to version %3, a newer one reads it.</source>
        <translation>die Spur hat Version %1 des Formats, bei Byte %2; dieses Awaitscope liest bis Version %3, ein neueres liest sie.</translation>
    </message>
    <message>
        <source>the trace is damaged at byte %1: there is no such head.</source>
        <translation>die Spur ist bei Byte %1 beschädigt: So einen Kopf gibt es nicht.</translation>
    </message>
    <message>
        <source>the trace is damaged at byte %1: no id of a lesson stands there.</source>
        <translation>die Spur ist bei Byte %1 beschädigt: Dort steht keine Id einer Lektion.</translation>
    </message>
    <message>
        <source>the trace is larger than the %1 bytes that are read.</source>
        <translation>die Spur ist größer als die %1 Bytes, die gelesen werden.</translation>
    </message>
    <message>
        <source>the trace is damaged: it should end at byte %1, and %2 bytes follow.</source>
        <translation>die Spur ist beschädigt: Sie sollte bei Byte %1 enden, und %2 Bytes folgen.</translation>
    </message>
    <message>
        <source>the trace is damaged: its content does not fit its digest at byte %1.</source>
        <translation>die Spur ist beschädigt: Ihr Inhalt passt nicht zu ihrer Prüfsumme bei Byte %1.</translation>
    </message>
    <message>
        <source>the trace states at byte %1 that %2 bytes are packed in it; the most that is read is %3.</source>
        <translation>die Spur gibt bei Byte %1 an, dass %2 Bytes in ihr gepackt sind; höchstens %3 werden gelesen.</translation>
    </message>
    <message>
        <source>the trace is damaged: what is packed at byte %1 cannot be unpacked to %2 bytes.</source>
        <translation>die Spur ist beschädigt: Was bei Byte %1 gepackt ist, lässt sich nicht zu %2 Bytes entpacken.</translation>
    </message>
    <message>
        <source>the first line is not a method, a path and a version</source>
        <translation>die erste Zeile ist nicht Methode, Pfad und Version</translation>
    </message>
    <message>
        <source>the version is not HTTP/1.1 or HTTP/1.0</source>
        <translation>die Version ist weder HTTP/1.1 noch HTTP/1.0</translation>
    </message>
    <message>
        <source>a header is not a name, a colon and a value</source>
        <translation>ein Header ist nicht Name, Doppelpunkt und Wert</translation>
    </message>
    <message>
        <source>the body has no Content-Length</source>
        <translation>der Body hat keine Content-Length</translation>
    </message>
    <message>
        <source>the header %1 is not understood</source>
        <translation>der Header %1 wird nicht verstanden</translation>
    </message>
    <message>
        <source>the Content-Length is not one whole number</source>
        <translation>die Content-Length ist nicht eine einzige ganze Zahl</translation>
    </message>
    <message>
        <source>the body is longer than %1 bytes</source>
        <translation>der Body ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>this is not an HTTP request</source>
        <translation>dies ist keine HTTP-Anfrage</translation>
    </message>
    <message>
        <source>the head is longer than %1 bytes</source>
        <translation>der Kopf ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>something follows the request; a connection takes one</source>
        <translation>auf die Anfrage folgt etwas; eine Verbindung nimmt eine</translation>
    </message>
    <message>
        <source>something that is no traced task</source>
        <translation>etwas, das kein aufgezeichneter Task ist</translation>
    </message>
    <message>
        <source>task %1, %2,</source>
        <translation>Task %1, %2,</translation>
    </message>
    <message>
        <source>, from %1 to %2</source>
        <translation>, von %1 bis %2</translation>
    </message>
    <message>
        <source>, at %1</source>
        <translation>, bei %1</translation>
    </message>
    <message>
        <source>a heartbeat came %1 late (threshold %2): something kept the event loop busy</source>
        <translation>ein Heartbeat kam %1 zu spät (Schwelle %2): etwas hielt die Event-Loop beschäftigt</translation>
    </message>
    <message>
        <source>%1 has kept the event loop busy for %2 so far (threshold %3)%4</source>
        <translation>%1 hält die Event-Loop bisher %2 lang beschäftigt (Schwelle %3)%4</translation>
    </message>
    <message>
        <source>%1 kept the event loop busy for %2 (threshold %3)%4</source>
        <translation>%1 hielt die Event-Loop %2 lang beschäftigt (Schwelle %3)%4</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 Tasks</translation>
    </message>
    <message>
        <source>both %1</source>
        <translation>beide %1</translation>
    </message>
    <message>
        <source>all %1 %2</source>
        <translation>alle %1 %2</translation>
    </message>
    <message>
        <source>%1 of the %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>In both</source>
        <translation>In beiden</translation>
    </message>
    <message>
        <source>In all %1</source>
        <translation>In allen %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 saves %2 against %3.</source>
        <translation>%1 spart %2 gegenüber %3.</translation>
    </message>
    <message>
        <source>%1 save %2 against %3.</source>
        <translation>%1 sparen %2 gegenüber %3.</translation>
    </message>
    <message>
        <source>%1 takes %2 longer than %3.</source>
        <translation>%1 dauert %2 länger als %3.</translation>
    </message>
    <message>
        <source>%1 take %2 longer than %3.</source>
        <translation>%1 dauern %2 länger als %3.</translation>
    </message>
    <message>
        <source>On each loop one coroutine runs at a time; all else waits.</source>
        <translation>Auf jeder Loop läuft eine Coroutine zur Zeit; alles andere wartet.</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>der Benutzer</translation>
    </message>
    <message>
        <source>the deadline of %1</source>
        <translation>die Deadline von %1</translation>
    </message>
    <message>
        <source>the deadline</source>
        <translation>die Deadline</translation>
    </message>
    <message>
        <source>the failure of %1</source>
        <translation>der Fehler von %1</translation>
    </message>
    <message>
        <source>the end of %1</source>
        <translation>das Ende von %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 and the %2 tasks below it</source>
        <translation>%1 und die %2 Tasks darunter</translation>
    </message>
    <message>
        <source>the other %1 %2</source>
        <translation>die anderen %1 %2</translation>
    </message>
    <message>
        <source>%1 did not reach %2 under its shield, which went on for %3</source>
        <translation>%1 erreichte %2 unter seinem Shield nicht; der Task lief %3 weiter</translation>
    </message>
    <message>
        <source>%1 were cancelled (%2)</source>
        <translation>%1 wurden abgebrochen (%2)</translation>
    </message>
    <message>
        <source>%1 was cancelled (%2)</source>
        <translation>%1 abgebrochen (%2)</translation>
    </message>
    <message>
        <source>%1 cancelled %2</source>
        <translation>%1 brach %2 ab</translation>
    </message>
    <message>
        <source>; its cleanup took %1</source>
        <translation>; das Aufräumen dauerte %1</translation>
    </message>
    <message>
        <source>; their cleanup took up to %1</source>
        <translation>; das Aufräumen dauerte bis zu %1</translation>
    </message>
    <message>
        <source>; %1 ignored it</source>
        <translation>; ignoriert von %1</translation>
    </message>
    <message>
        <source>%1 climbed %2 levels and cancelled %3 tasks on its way; waiting for them took %4</source>
        <translation>%1 stieg %2 Ebenen hoch und brach unterwegs %3 Tasks ab; das Warten auf sie dauerte %4</translation>
    </message>
    <message>
        <source>, %1 after the deadline of %2</source>
        <translation>, %1 nach der Deadline von %2</translation>
    </message>
    <message>
        <source>failed at %1: %2</source>
        <translation>fehlgeschlagen bei %1: %2</translation>
    </message>
    <message>
        <source>was cancelled at %1</source>
        <translation>abgebrochen bei %1</translation>
    </message>
    <message>
        <source>was cancelled at %1 (%2)</source>
        <translation>abgebrochen bei %1 (%2)</translation>
    </message>
    <message>
        <source>timed out at %1</source>
        <translation>Timeout bei %1</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 und andere</translation>
    </message>
    <message>
        <source>%1 failed, and nobody saw it: %2</source>
        <translation>Fehler in %1, und niemand sah ihn: %2</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>Fehler in %1: %2</translation>
    </message>
    <message>
        <source>left %1 running</source>
        <translation>ließ %1 laufen</translation>
    </message>
    <message>
        <source>; it ended %1 later</source>
        <translation>; zu Ende %1 später</translation>
    </message>
    <message>
        <source>; the last ended %1 later</source>
        <translation>; der letzte endete %1 später</translation>
    </message>
    <message>
        <source>, and nobody read it</source>
        <translation>, und niemand las das Ergebnis</translation>
    </message>
    <message>
        <source>, and nobody read them</source>
        <translation>, und niemand las die Ergebnisse</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>nobody read the result of %1</source>
        <translation>niemand las das Ergebnis von %1</translation>
    </message>
    <message>
        <source>nobody read the results of %1</source>
        <translation>niemand las die Ergebnisse von %1</translation>
    </message>
    <message>
        <source>%1 never began: nobody awaited it</source>
        <translation>nie begonnen: %1, da niemand darauf wartete</translation>
    </message>
    <message>
        <source>answered after %1, %2 after the deadline of %3</source>
        <translation>Antwort nach %1, %2 nach der Deadline von %3</translation>
    </message>
    <message>
        <source>answered after %1, %2 before the deadline of %3</source>
        <translation>Antwort nach %1, %2 vor der Deadline von %3</translation>
    </message>
    <message>
        <source>answered after %1, when the deadline came</source>
        <translation>Antwort nach %1, als die Deadline kam</translation>
    </message>
    <message>
        <source>the earlier of the deadlines of %1 and %2 acted</source>
        <translation>die frühere der Deadlines von %1 und %2 griff</translation>
    </message>
    <message>
        <source>met all %1 deadlines</source>
        <translation>alle %1 Deadlines eingehalten</translation>
    </message>
    <message>
        <source>met %1 of %2 deadlines</source>
        <translation>%1 von %2 Deadlines eingehalten</translation>
    </message>
    <message>
        <source>; the timer due at %1 fired %2 late</source>
        <translation>; der bei %1 fällige Timer feuerte %2 zu spät</translation>
    </message>
    <message>
        <source>; no timer fired meanwhile</source>
        <translation>; währenddessen feuerte kein Timer</translation>
    </message>
    <message>
        <source>; a timer due meanwhile fired %1 late</source>
        <translation>; ein währenddessen fälliger Timer feuerte %1 zu spät</translation>
    </message>
    <message>
        <source>; %1 timers due meanwhile fired late, by up to %2</source>
        <translation>; %1 währenddessen fällige Timer feuerten zu spät, um bis zu %2</translation>
    </message>
    <message>
        <source>%1 held the loop from %2 to %3</source>
        <translation>%1 hielt die Loop von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 held the loop for %2 each, %3 in all</source>
        <translation>Loop gehalten, je %2, zusammen %3: %1</translation>
    </message>
    <message>
        <source>%1 held the loop, for %2 at the longest and %3 in all</source>
        <translation>Loop gehalten, am längsten %2, zusammen %3: %1</translation>
    </message>
    <message>
        <source>a callback</source>
        <translation>ein Callback</translation>
    </message>
    <message>
        <source>%1 stood in an event loop of its own for %2</source>
        <translation>%1 stand %2 lang in einer eigenen Event-Loop</translation>
    </message>
    <message>
        <source>%1; such loops nested %2 deep, and the first to begin was the last to return</source>
        <translation>%1; solche Loops waren %2 tief verschachtelt, und die zuerst begonnene kehrte zuletzt zurück</translation>
    </message>
    <message>
        <source>the slow-callback monitor</source>
        <translation>der Monitor für langsame Callbacks</translation>
    </message>
    <message>
        <source>the watchdog</source>
        <translation>der Watchdog</translation>
    </message>
    <message>
        <source>the heartbeat</source>
        <translation>der Heartbeat</translation>
    </message>
    <message>
        <source>%1 reported a stall at %2, then %3 long</source>
        <translation>%1 meldete bei %2 einen Stillstand, da %3 lang</translation>
    </message>
    <message>
        <source>, and named %1</source>
        <translation>, und nannte %1</translation>
    </message>
    <message>
        <source>one worker thread worked at a time</source>
        <translation>ein Worker-Thread arbeitete zur Zeit</translation>
    </message>
    <message>
        <source>%1 worker threads worked at once</source>
        <translation>%1 Worker-Threads arbeiteten zugleich</translation>
    </message>
    <message>
        <source>%1, and the loop stayed free</source>
        <translation>%1, und die Loop blieb frei</translation>
    </message>
    <message>
        <source>%1, and the loop was never held for longer than %2</source>
        <translation>%1, und die Loop war nie länger als %2 gehalten</translation>
    </message>
    <message>
        <source>%1s</source>
        <translation>%1s</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source> waited for the %1</source>
        <translation> mit Warten auf %1</translation>
    </message>
    <message>
        <source> waited for one of %1 %2</source>
        <translation> mit Warten auf eins von %1 %2</translation>
    </message>
    <message>
        <source>, for %1</source>
        <translation>, %1 lang</translation>
    </message>
    <message>
        <source>, the longest for %1</source>
        <translation>, am längsten %1</translation>
    </message>
    <message>
        <source> until %1 gave it back</source>
        <translation>, bis %1 es zurückgab</translation>
    </message>
    <message>
        <source>one of the %1</source>
        <translation>eins von: %1</translation>
    </message>
    <message>
        <source>%1 was left behind</source>
        <translation>zurückgelassen: %1</translation>
    </message>
    <message>
        <source>%1 were left behind</source>
        <translation>zurückgelassen: %1</translation>
    </message>
    <message>
        <source>%1 used %2 %3 at once: %4 too many</source>
        <translation>%1 nutzten %2 %3 zugleich: %4 zu viel</translation>
    </message>
    <message>
        <source>%1 gave one value</source>
        <translation>%1 lieferte einen Wert</translation>
    </message>
    <message>
        <source>%1 gave %2 values</source>
        <translation>%1 lieferte %2 Werte</translation>
    </message>
    <message>
        <source> and was stopped by its consumer</source>
        <translation> und wurde von seinem Konsumenten gestoppt</translation>
    </message>
    <message>
        <source>, after it had waited %1 for it</source>
        <translation>, nachdem er %1 auf ihn gewartet hatte</translation>
    </message>
    <message>
        <source> and waited %1 for its consumer</source>
        <translation> und wartete %1 auf seinen Konsumenten</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Most %1 at once: %2.</source>
        <translation>Höchstzahl %1 zugleich: %2.</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>%1: nothing was waited for</source>
        <translation>%1: auf nichts wurde gewartet</translation>
    </message>
    <message>
        <source>%1: one wait, %2</source>
        <translation>%1: einmal gewartet, %2</translation>
    </message>
    <message>
        <source>%1: the %2 waits came one after another</source>
        <translation>%1: die %2 Wartezeiten kamen nacheinander</translation>
    </message>
    <message>
        <source>%1: %2, one after another</source>
        <translation>%1: %2, nacheinander</translation>
    </message>
    <message>
        <source>%1: %2 waits of %3, one after another, %4</source>
        <translation>%1: %3 wartete %2-mal, nacheinander, %4</translation>
    </message>
    <message>
        <source>%1: the %2 waits overlap, and %3 is the longest of them</source>
        <translation>%1: die %2 Wartezeiten überlappen, und %3 ist die längste davon</translation>
    </message>
    <message>
        <source>%1: the %2 waits overlap; %3 of them, one after another, decide</source>
        <translation>%1: die %2 Wartezeiten überlappen; %3 davon, nacheinander, entscheiden</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>%1, decided by %2; the waits overlap</source>
        <translation>%1, entschieden von %2; die Wartezeiten überlappen</translation>
    </message>
    <message>
        <source>%1, decided by %2; hidden beside that: %3</source>
        <translation>%1, entschieden von %2; daneben verdeckt: %3</translation>
    </message>
    <message>
        <source>a deadline</source>
        <translation>eine Deadline</translation>
    </message>
    <message>
        <source>the closing of what it belongs to</source>
        <translation>das Schließen dessen, wozu er gehört</translation>
    </message>
    <message>
        <source>its scope</source>
        <translation>sein Scope</translation>
    </message>
    <message>
        <source>the group of %1</source>
        <translation>die Gruppe von %1</translation>
    </message>
    <message>
        <source>who asked at %1</source>
        <translation>gebeten bei %1</translation>
    </message>
    <message>
        <source>which %1 had set and which passed at %2</source>
        <translation>gesetzt von %1, abgelaufen bei %2</translation>
    </message>
    <message>
        <source>which passed at %1</source>
        <translation>abgelaufen bei %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>at %1 (%2)</source>
        <translation>bei %1 (%2)</translation>
    </message>
    <message>
        <source>because %1 failed at %2: %3</source>
        <translation>weil %1 bei %2 fehlschlug: %3</translation>
    </message>
    <message>
        <source>because %1 timed out at %2</source>
        <translation>weil %1 bei %2 in den Timeout lief</translation>
    </message>
    <message>
        <source>because %1 ended at %2</source>
        <translation>weil %1 bei %2 endete</translation>
    </message>
    <message>
        <source>which asked at %1</source>
        <translation>gebeten bei %1</translation>
    </message>
    <message>
        <source>which asked at %1 (%2)</source>
        <translation>gebeten bei %1 (%2)</translation>
    </message>
    <message>
        <source> through %1 and %2 below it, down to %3,</source>
        <translation> über %1 und %2 darunter, bis hinab zu %3,</translation>
    </message>
    <message>
        <source> through %1</source>
        <translation> über %1</translation>
    </message>
    <message>
        <source> It runs on.</source>
        <translation> Er läuft weiter.</translation>
    </message>
    <message>
        <source> It went on for %1.</source>
        <translation> Er lief noch %1 weiter.</translation>
    </message>
    <message>
        <source> It ignored that and ended with a value %1 later.</source>
        <translation> Er ignorierte das und endete %1 später mit einem Wert.</translation>
    </message>
    <message>
        <source>Nobody cancelled %1. It is the one that asked, at %2: %3.</source>
        <translation>Niemand brach %1 ab. Er ist es, der bei %2 darum bat: %3.</translation>
    </message>
    <message>
        <source>Nobody cancelled %1: nothing was cancelled in this run.</source>
        <translation>Niemand brach %1 ab: In diesem Lauf wurde nichts abgebrochen.</translation>
    </message>
    <message>
        <source>Nobody cancelled %1.</source>
        <translation>Niemand brach %1 ab.</translation>
    </message>
    <message>
        <source>%1 ran under a shield, which kept off %2, %3.</source>
        <translation>%1 lief unter einem Shield. Abgehalten: %2, %3.</translation>
    </message>
    <message>
        <source>%1 was told%2 by %3, %4.</source>
        <translation>%1 erfuhr es%2. Urheber: %3, %4.</translation>
    </message>
    <message>
        <source>nested ×%1</source>
        <translation>verschachtelt ×%1</translation>
    </message>
    <message>
        <source>nested, depth %1</source>
        <translation>verschachtelt, Tiefe %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>suspended ×%1</source>
        <translation>suspendiert ×%1</translation>
    </message>
    <message>
        <source>threw at %1</source>
        <translation>warf bei %1</translation>
    </message>
    <message>
        <source>all that has begun has ended</source>
        <translation>alles, was begonnen hat, ist zu Ende</translation>
    </message>
    <message>
        <source>each of %1</source>
        <translation>jeder von %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>has not begun</source>
        <translation>hat nicht begonnen</translation>
    </message>
    <message>
        <source>, %1 of them in line</source>
        <translation>, davon in der Schlange: %1</translation>
    </message>
    <message>
        <source>waits on %1; its %2 calls have ended</source>
        <translation>wartet in %1; Aufrufe: %2, alle zu Ende</translation>
    </message>
    <message>
        <source>waits on %1; all of its %2 calls are out</source>
        <translation>wartet in %1; alle %2 Aufrufe sind unterwegs</translation>
    </message>
    <message>
        <source>waits on %1 for %2</source>
        <translation>wartet in %1 auf %2</translation>
    </message>
    <message>
        <source>, in line</source>
        <translation>, in der Schlange</translation>
    </message>
    <message>
        <source>waits on %1; of its %2 calls only %3 is still out</source>
        <translation>wartet in %1; von %2 Aufrufen ist nur %3 noch unterwegs</translation>
    </message>
    <message>
        <source>waits on %1; of its %2 calls %3 are still out</source>
        <translation>wartet in %1; von %2 Aufrufen sind %3 noch unterwegs</translation>
    </message>
    <message>
        <source>waits on %1 in a queue</source>
        <translation>wartet in %1 in einer Schlange</translation>
    </message>
    <message>
        <source>waits on %1 in place %2 for %3</source>
        <translation>wartet in %1 auf Platz %2 der Schlange: %3</translation>
    </message>
    <message>
        <source>%1, held by %2</source>
        <translation>%1, gehalten von %2</translation>
    </message>
    <message>
        <source>%1, held by %2 others</source>
        <translation>%1, gehalten von %2 anderen</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>waits on %1</source>
        <translation>wartet in %1</translation>
    </message>
    <message>
        <source>waits on %1 for the next value of %2</source>
        <translation>wartet in %1 auf den nächsten Wert von %2</translation>
    </message>
    <message>
        <source>waits on %1 for the next value</source>
        <translation>wartet in %1 auf den nächsten Wert</translation>
    </message>
    <message>
        <source>waits on %1 for a timer of %2</source>
        <translation>wartet in %1 auf einen Timer von %2</translation>
    </message>
    <message>
        <source>waits on %1 for its consumer, %2 given so far</source>
        <translation>wartet in %1 auf seinen Konsumenten, bisher geliefert: %2</translation>
    </message>
    <message>
        <source>waits on %1 for all that it started</source>
        <translation>wartet in %1 auf alles, was er startete</translation>
    </message>
    <message>
        <source>waits on %1 for the first of %2</source>
        <translation>wartet in %1 auf den ersten von %2</translation>
    </message>
    <message>
        <source>waits on %1 for a thread</source>
        <translation>wartet in %1 auf einen Thread</translation>
    </message>
    <message>
        <source>blocks the loop on line %1</source>
        <translation>blockiert die Loop in Zeile %1</translation>
    </message>
    <message>
        <source>runs %1</source>
        <translation>führt %1 aus</translation>
    </message>
    <message>
        <source>stands on line %1 in an event loop of its own, depth %2</source>
        <translation>steht in Zeile %1 in einer eigenen Event-Loop, Tiefe %2</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>, cleaning up</source>
        <translation>, räumt auf</translation>
    </message>
    <message>
        <source>was done at %1</source>
        <translation>fertig bei %1</translation>
    </message>
    <message>
        <source>was called and has not begun</source>
        <translation>wurde aufgerufen und hat nicht begonnen</translation>
    </message>
    <message>
        <source>never began: nobody awaited it</source>
        <translation>hat nie begonnen: niemand wartete darauf</translation>
    </message>
    <message>
        <source>%1 of its calls</source>
        <translation>%1 der Aufrufe</translation>
    </message>
    <message>
        <source>, yet %1 is still out</source>
        <translation>, doch %1 ist noch unterwegs</translation>
    </message>
    <message>
        <source>, yet %1 are still out</source>
        <translation>, doch %1 sind noch unterwegs</translation>
    </message>
    <message>
        <source>%1, and nobody will read it</source>
        <translation>%1, und niemand wird das Ergebnis lesen</translation>
    </message>
    <message>
        <source>%1, and nobody will read them</source>
        <translation>%1, und niemand wird die Ergebnisse lesen</translation>
    </message>
    <message>
        <source>; %1 waits for its consumer, %2 given so far</source>
        <translation>; %1 wartet auf seinen Konsumenten, bisher geliefert: %2</translation>
    </message>
    <message>
        <source>, %1 before the deadline of %2</source>
        <translation>, %1 vor der Deadline von %2</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 ignored it</source>
        <translation>%1 ignoriert</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 timed out</source>
        <translation>%1 mit Timeout</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 never started</source>
        <translation>%1 nie gestartet</translation>
    </message>
    <message>
        <source>%1 not ended</source>
        <translation>%1 nicht zu Ende</translation>
    </message>
    <message>
        <source>%1 not begun</source>
        <translation>%1 nicht begonnen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>blocks the loop</source>
        <translation>blockiert die Loop</translation>
    </message>
    <message>
        <source>on a thread</source>
        <translation>auf einem Thread</translation>
    </message>
    <message>
        <source>in a nested loop</source>
        <translation>in einer verschachtelten Loop</translation>
    </message>
</context>
<context>
    <name>awaitscope::AboutDialog</name>
    <message>
        <source>About Awaitscope</source>
        <translation>Über Awaitscope</translation>
    </message>
    <message>
        <source>The icon of Awaitscope</source>
        <translation>Das Symbol von Awaitscope</translation>
    </message>
    <message>
        <source>Teaches async/await by running real coroutines, and draws what each of them did.</source>
        <translation>Lehrt async/await, indem es echte Coroutinen laufen lässt, und zeichnet, was jede von ihnen tat.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. There is no warranty.</source>
        <translation>GNU General Public License, Version 3 oder später. Ohne Gewährleistung.</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Eigene Daten</translation>
    </message>
    <message>
        <source>Awaitscope</source>
        <translation>Awaitscope</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies all that is said here</source>
        <translation>Kopiert alles, was hier steht</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::ActionGroup</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Files and pictures</source>
        <translation>Dateien und Bilder</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>awaitscope::ActionMenu</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>awaitscope::ByteReader</name>
    <message>
        <source>the trace is damaged at byte %1 of its unpacked part: %2.</source>
        <translation>die Spur ist bei Byte %1 ihres entpackten Teils beschädigt: %2.</translation>
    </message>
    <message>
        <source>it ends there, and more should follow</source>
        <translation>sie endet dort, und es sollte mehr folgen</translation>
    </message>
    <message>
        <source>a number there has more than 64 bits</source>
        <translation>eine Zahl dort hat mehr als 64 Bit</translation>
    </message>
    <message>
        <source>%1 stands there, where the most is %2</source>
        <translation>dort steht %1, wo höchstens %2 stehen darf</translation>
    </message>
    <message>
        <source>%1 stands there, where accepted is %2 to %3</source>
        <translation>dort steht %1, wo %2 bis %3 erlaubt ist</translation>
    </message>
    <message>
        <source>a text of %1 bytes should follow, and only %2 are left</source>
        <translation>ein Text von %1 Bytes sollte folgen, und nur %2 sind übrig</translation>
    </message>
    <message>
        <source>a text there is not UTF-8</source>
        <translation>ein Text dort ist kein UTF-8</translation>
    </message>
    <message>
        <source>%1 elements should follow, and only %2 bytes are left</source>
        <translation>%1 Elemente sollten folgen, und nur %2 Bytes sind übrig</translation>
    </message>
    <message>
        <source>%1 elements should follow, where the most is %2</source>
        <translation>%1 Elemente sollten folgen, wo höchstens %2 sein dürfen</translation>
    </message>
    <message>
        <source>what follows needs more memory than a trace may take</source>
        <translation>was folgt, braucht mehr Speicher, als eine Spur nehmen darf</translation>
    </message>
</context>
<context>
    <name>awaitscope::ChallengePage</name>
    <message>
        <source>This lesson has no challenge.</source>
        <translation>Diese Lektion hat keine Aufgabe.</translation>
    </message>
    <message>
        <source>✓ Met: %1</source>
        <translation>✓ Erreicht: %1</translation>
    </message>
    <message>
        <source>Not met yet: %1</source>
        <translation>Noch nicht erreicht: %1</translation>
    </message>
    <message>
        <source>The run was cancelled before its end, so it was not judged.</source>
        <translation>Der Lauf wurde vor seinem Ende abgebrochen und daher nicht bewertet.</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Show the hint</source>
        <translation>Hinweis zeigen</translation>
    </message>
    <message>
        <source>Show the hint (H)</source>
        <translation>Hinweis zeigen (H)</translation>
    </message>
</context>
<context>
    <name>awaitscope::ChangePage</name>
    <message>
        <source>Change a setting above: the lesson runs again, and what differs is bracketed on the timeline and listed here.</source>
        <translation>Oben eine Einstellung ändern: Die Lektion läuft erneut, und was sich unterscheidet, ist auf der Zeitleiste markiert und hier gelistet.</translation>
    </message>
    <message>
        <source>What the settings above are good for. Change one after a run, and what differs is listed here.</source>
        <translation>Wozu die Einstellungen oben gut sind. Nach einem Lauf eine ändern, und was sich unterscheidet, steht hier.</translation>
    </message>
    <message>
        <source>Against the run before</source>
        <translation>Gegenüber dem Lauf vorher</translation>
    </message>
    <message>
        <source>Go to its control</source>
        <translation>Zum Bedienelement</translation>
    </message>
    <message>
        <source>Change %1, now %2</source>
        <translation>%1 ändern, jetzt %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::ClaimCard</name>
    <message>
        <source>Holds: %1 %2</source>
        <translation>Gilt: %1 %2</translation>
    </message>
    <message>
        <source>Does not hold: %1 %2</source>
        <translation>Gilt nicht: %1 %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::Claims</name>
    <message>
        <source> On the real clock up to %1 more is allowed.</source>
        <translation> Mit der echten Uhr ist bis zu %1 mehr erlaubt.</translation>
    </message>
    <message>
        <source> On the real clock up to %1 more is allowed, and the %2 by which the machine woke the loop late.</source>
        <translation> Mit der echten Uhr ist bis zu %1 mehr erlaubt, und die %2, um die der Rechner die Loop zu spät weckte.</translation>
    </message>
    <message>
        <source>The record has 0 runs that could show it.</source>
        <translation>Die Aufzeichnung hat 0 Läufe, die es zeigen könnten.</translation>
    </message>
</context>
<context>
    <name>awaitscope::ClaimsPage</name>
    <message>
        <source>The run was cancelled before its end, so its claims were not judged in full.</source>
        <translation>Der Lauf wurde vor seinem Ende abgebrochen, seine Aussagen wurden daher nicht ganz bewertet.</translation>
    </message>
    <message>
        <source>The record is not sound: %1</source>
        <translation>Die Aufzeichnung ist nicht stimmig: %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::CodePanel</name>
    <message>
        <source>the code that ran</source>
        <translation>der Code, der lief</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>The rules and their evidence</source>
        <translation>Die Regeln und ihre Belege</translation>
    </message>
    <message>
        <source>QCoro</source>
        <translation>QCoro</translation>
    </message>
    <message>
        <source>asyncio</source>
        <translation>asyncio</translation>
    </message>
    <message>
        <source>at build time</source>
        <translation>Beim Kompilieren</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>The tasks as a tree</source>
        <translation>Die Tasks als Baum</translation>
    </message>
    <message>
        <source>What the compiler says</source>
        <translation>Was der Compiler sagt</translation>
    </message>
    <message>
        <source>The code that ran</source>
        <translation>Der Code, der lief</translation>
    </message>
    <message>
        <source>The asyncio original</source>
        <translation>Das Original in asyncio</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>at the playhead</source>
        <translation>an der Abspielmarke</translation>
    </message>
    <message>
        <source>what the compiler says</source>
        <translation>was der Compiler sagt</translation>
    </message>
    <message>
        <source>your latest runs</source>
        <translation>die letzten Läufe</translation>
    </message>
    <message>
        <source>the original, not run here</source>
        <translation>das Original, hier nicht ausgeführt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Compiles, with a warning</source>
        <translation>Kompiliert, mit einer Warnung</translation>
    </message>
    <message>
        <source>At %1 ms</source>
        <translation>Bei %1 ms</translation>
    </message>
    <message>
        <source>Nothing has run yet. Press Space to run.</source>
        <translation>Noch lief nichts. Mit der Leertaste ausführen.</translation>
    </message>
</context>
<context>
    <name>awaitscope::CodeView</name>
    <message>
        <source>line %1 %2</source>
        <translation>Zeile %1 %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::DataFolderRow</name>
    <message>
        <source>The folder could not be shown: it cannot be made, or no program here shows folders.</source>
        <translation>Der Ordner konnte nicht gezeigt werden: Er kann nicht angelegt werden, oder kein Programm hier zeigt Ordner.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>awaitscope::EventReader</name>
    <message>
        <source>more events than a record of that length may have</source>
        <translation>mehr Ereignisse, als eine Aufzeichnung dieser Länge haben darf</translation>
    </message>
    <message>
        <source>an event of no known kind, %1</source>
        <translation>ein Ereignis unbekannter Art, %1</translation>
    </message>
    <message>
        <source>an event of a task that has not begun</source>
        <translation>ein Ereignis eines Tasks, der nicht begonnen hat</translation>
    </message>
    <message>
        <source>an event that says what is waited for, and is no wait</source>
        <translation>ein Ereignis, das sagt, worauf gewartet wird, und kein Warten ist</translation>
    </message>
    <message>
        <source>an event without the place where it happened</source>
        <translation>ein Ereignis ohne den Ort, an dem es geschah</translation>
    </message>
    <message>
        <source>a task begins without a number or without a place</source>
        <translation>ein Task beginnt ohne Nummer oder ohne Ort</translation>
    </message>
    <message>
        <source>the task %1 begins a second time</source>
        <translation>der Task %1 beginnt ein zweites Mal</translation>
    </message>
    <message>
        <source>nobody known asked for that cancellation</source>
        <translation>niemand Bekanntes bat um diesen Abbruch</translation>
    </message>
    <message>
        <source>no known change of a resource that was made</source>
        <translation>keine bekannte Änderung einer angelegten Ressource</translation>
    </message>
    <message>
        <source>a change of a counter that was not made</source>
        <translation>eine Änderung eines Zählers, der nicht angelegt wurde</translation>
    </message>
    <message>
        <source>the end of a deadline that was not set</source>
        <translation>das Ende einer Deadline, die nicht gesetzt wurde</translation>
    </message>
    <message>
        <source>more than %1 event loops inside one another</source>
        <translation>mehr als %1 Event-Loops ineinander</translation>
    </message>
    <message>
        <source>work of no worker, or before the run began</source>
        <translation>Arbeit keines Workers, oder vor Beginn des Laufs</translation>
    </message>
    <message>
        <source>work that ends before it begins</source>
        <translation>Arbeit, die endet, bevor sie beginnt</translation>
    </message>
    <message>
        <source>a length below 0</source>
        <translation>eine Länge unter 0</translation>
    </message>
    <message>
        <source>no known monitor saw that</source>
        <translation>kein bekannter Monitor sah das</translation>
    </message>
    <message>
        <source>nobody known wrote that line</source>
        <translation>niemand Bekanntes schrieb diese Zeile</translation>
    </message>
    <message>
        <source>a wait for a resource that was not made</source>
        <translation>Warten auf eine Ressource, die nicht angelegt wurde</translation>
    </message>
    <message>
        <source>a wait for a task that has not begun</source>
        <translation>Warten auf einen Task, der nicht begonnen hat</translation>
    </message>
</context>
<context>
    <name>awaitscope::ExportDialog</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>What is visible</source>
        <translation>Was sichtbar ist</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
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
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Print is on white and legible without colour.</source>
        <translation>Druck ist auf Weiß und ohne Farbe lesbar.</translation>
    </message>
    <message>
        <source>Pixels of a PNG for each px of its width.</source>
        <translation>Pixel eines PNG je px seiner Breite.</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>awaitscope::FindingsPanel</name>
    <message>
        <source>Claims</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>What was logged while the run was under way</source>
        <translation>Was während des Laufs geloggt wurde</translation>
    </message>
    <message>
        <source>What this run proves</source>
        <translation>Was dieser Lauf beweist</translation>
    </message>
    <message>
        <source>Checked against the record as soon as the run has ended.</source>
        <translation>Gegen die Aufzeichnung geprüft, sobald der Lauf zu Ende ist.</translation>
    </message>
    <message>
        <source>After the run: each claim of the lesson, checked against the record of that run.</source>
        <translation>Nach dem Lauf: jede Aussage der Lektion, geprüft gegen die Aufzeichnung dieses Laufs.</translation>
    </message>
    <message>
        <source>As soon as the run has ended.</source>
        <translation>Sobald der Lauf zu Ende ist.</translation>
    </message>
    <message>
        <source>After the run: moments of it that are worth a closer look.</source>
        <translation>Nach dem Lauf: Momente daraus, die einen genaueren Blick wert sind.</translation>
    </message>
    <message>
        <source>After the run: a goal to reach with the settings above.</source>
        <translation>Nach dem Lauf: ein Ziel, das mit den Einstellungen oben zu erreichen ist.</translation>
    </message>
    <message>
        <source>After the run: what to keep of this lesson.</source>
        <translation>Nach dem Lauf: was von dieser Lektion bleiben soll.</translation>
    </message>
    <message>
        <source>run cancelled</source>
        <translation>Lauf abgebrochen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>✓ %1 of %2 hold</source>
        <translation>✓ %1 von %2 gelten</translation>
    </message>
    <message>
        <source>✓ %1 of %2</source>
        <translation>✓ %1 von %2</translation>
    </message>
    <message>
        <source>✕ %1 of %2 do not hold</source>
        <translation>✕ %1 von %2 gelten nicht</translation>
    </message>
    <message>
        <source>✕ %1 of %2</source>
        <translation>✕ %1 von %2</translation>
    </message>
    <message>
        <source>✕ 1 of %1 does not hold</source>
        <translation>✕ 1 von %1 gilt nicht</translation>
    </message>
</context>
<context>
    <name>awaitscope::GhostLane</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: not drawn yet</source>
        <translation>%1: noch nicht gezeichnet</translation>
    </message>
    <message>
        <source>Left and right move its end by 10 ms, with Shift by 1 ms; with Ctrl its begin. Enter goes to the next.</source>
        <translation>Links und rechts verschieben das Ende um 10 ms, mit Umschalt um 1 ms; mit Strg den Anfang. Enter geht zum nächsten.</translation>
    </message>
    <message>
        <source>Left and right make it shorter and longer by 10 ms, with Shift by 1 ms. Enter goes to the next.</source>
        <translation>Links und rechts machen ihn um 10 ms kürzer und länger, mit Umschalt um 1 ms. Enter geht zum nächsten.</translation>
    </message>
    <message>
        <source>drag here</source>
        <translation>hier ziehen</translation>
    </message>
</context>
<context>
    <name>awaitscope::Header</name>
    <message>
        <source>Present</source>
        <translation>Präsentieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Show the lesson full screen, one thing at a time (F5)</source>
        <translation>Die Lektion im Vollbild zeigen, eins nach dem anderen (F5)</translation>
    </message>
    <message>
        <source>Present the lesson</source>
        <translation>Lektion präsentieren</translation>
    </message>
    <message>
        <source>Write the picture as PNG, SVG or PDF (Ctrl+E)</source>
        <translation>Bild als PNG, SVG oder PDF schreiben (Strg+E)</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>All that can be done here (F10)</source>
        <translation>Alles, was hier möglich ist (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>End the run (Escape)</source>
        <translation>Lauf beenden (Escape)</translation>
    </message>
    <message>
        <source>Play the lesson again (Ctrl+R)</source>
        <translation>Lektion erneut spielen (Strg+R)</translation>
    </message>
    <message>
        <source>Play the lesson (Space)</source>
        <translation>Lektion spielen (Leertaste)</translation>
    </message>
    <message>
        <source>Cancelled by you</source>
        <translation>Von dir abgebrochen</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Aus %1</translation>
    </message>
    <message>
        <source>Settings changed, running again</source>
        <translation>Einstellungen geändert, läuft erneut</translation>
    </message>
</context>
<context>
    <name>awaitscope::History</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No run is saved yet.</source>
        <translation>Noch ist kein Lauf gespeichert.</translation>
    </message>
    <message>
        <source>One saved run.</source>
        <translation>Ein gespeicherter Lauf.</translation>
    </message>
    <message>
        <source>%1 saved runs.</source>
        <translation>%1 gespeicherte Läufe.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2 to %3, the latest %4.</source>
        <translation>%1: %2 bis %3, der letzte %4.</translation>
    </message>
</context>
<context>
    <name>awaitscope::HistoryChart</name>
    <message>
        <source>Durations over runs</source>
        <translation>Dauer über die Läufe</translation>
    </message>
    <message>
        <source>0000 ms</source>
        <translation>0000 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), oldest first</source>
        <translation>
            <numerusform>%n Lauf, ältester zuerst</numerusform>
            <numerusform>%n Läufe, ältester zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Run %1, %2: %3</source>
        <translation>Lauf %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>awaitscope::HttpServer</name>
    <message>
        <source>this is not an HTTP request</source>
        <translation>dies ist keine HTTP-Anfrage</translation>
    </message>
    <message>
        <source>the request did not come to its end in time</source>
        <translation>die Anfrage kam nicht rechtzeitig zu ihrem Ende</translation>
    </message>
    <message>
        <source>an exception of a type of its own</source>
        <translation>eine Exception eines eigenen Typs</translation>
    </message>
</context>
<context>
    <name>awaitscope::Keeper</name>
    <message>
        <source>New runs stay in memory until the window is closed.</source>
        <translation>Neue Läufe bleiben im Speicher, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>The runs that waited in memory are saved</source>
        <translation>Die Läufe, die im Speicher warteten, sind gespeichert</translation>
    </message>
    <message>
        <source>To stay within the limit, the trace of an old run was let go</source>
        <translation>Um die Grenze einzuhalten, entfiel die Spur eines alten Laufs</translation>
    </message>
    <message>
        <source>To stay within the limit, the traces of %1 old runs were let go</source>
        <translation>Um die Grenze einzuhalten, entfielen die Spuren von %1 alten Läufen</translation>
    </message>
</context>
<context>
    <name>awaitscope::KeysOverlay</name>
    <message>
        <source>No key does that now.</source>
        <translation>Das macht gerade keine Taste.</translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation>Tasten dieses Fensters</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Type to find a key</source>
        <translation>Tippen, um eine Taste zu finden</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Taste finden</translation>
    </message>
    <message>
        <source>A field, slider or button that has the focus keeps its own keys. Esc closes this list.</source>
        <translation>Ein Feld, Regler oder Knopf mit Fokus behält seine eigenen Tasten. Esc schließt diese Liste.</translation>
    </message>
</context>
<context>
    <name>awaitscope::LessonNoteField</name>
    <message>
        <source>Your note on “%1”</source>
        <translation>Ihre Notiz zu „%1“</translation>
    </message>
    <message>
        <source>Note on the lesson %1</source>
        <translation>Notiz zur Lektion %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::LessonSection</name>
    <message>
        <source>Opening</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Kernsatz</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>In asyncio</source>
        <translation>In asyncio</translation>
    </message>
    <message>
        <source>At build time</source>
        <translation>Beim Kompilieren</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>Fazit</translation>
    </message>
</context>
<context>
    <name>awaitscope::LiveControls</name>
    <message>
        <source>Feel it</source>
        <translation>Erleben</translation>
    </message>
    <message>
        <source>Play “%1” on this window&apos;s own loop: the window stands still while it blocks (F)</source>
        <translation>„%1“ auf der Loop dieses Fensters spielen: Das Fenster steht still, während sie blockiert ist (F)</translation>
    </message>
    <message>
        <source> (B)</source>
        <translation> (B)</translation>
    </message>
    <message>
        <source>A click of yours in the lesson that plays</source>
        <translation>Ein Klick von dir in der Lektion, die gerade spielt</translation>
    </message>
    <message>
        <source>Only while the lesson plays</source>
        <translation>Nur während die Lektion spielt</translation>
    </message>
</context>
<context>
    <name>awaitscope::LogModel</name>
    <message>
        <source>slow callback</source>
        <translation>langsamer Callback</translation>
    </message>
    <message>
        <source>watchdog</source>
        <translation>Watchdog</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>Heartbeat</translation>
    </message>
    <message>
        <source>lost failure</source>
        <translation>verlorener Fehler</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>%1 at %2, %3: %4</source>
        <translation>%1 bei %2, %3: %4</translation>
    </message>
    <message>
        <source>logged at</source>
        <translation>geloggt bei</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>by</source>
        <translation>von</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>awaitscope::LogView</name>
    <message>
        <source>Log of the run</source>
        <translation>Log des Laufs</translation>
    </message>
    <message>
        <source>Up and down go from line to line, Enter moves the playhead to it.</source>
        <translation>Auf und ab gehen von Zeile zu Zeile, Enter bewegt die Abspielmarke dorthin.</translation>
    </message>
</context>
<context>
    <name>awaitscope::NotesPage</name>
    <message>
        <source>None of the lesson&apos;s remarks is on a moment of this run.</source>
        <translation>Keine Anmerkung der Lektion trifft einen Moment dieses Laufs.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Go there (Shift+Left and Shift+Right go from one to the next)</source>
        <translation>Dorthin (Umschalt+Links und Umschalt+Rechts gehen von einem zum nächsten)</translation>
    </message>
</context>
<context>
    <name>awaitscope::Palette</name>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Find a lesson, an action, a setting or a word</source>
        <translation>Lektion, Aktion, Einstellung oder Wort finden</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter open   Esc close</source>
        <translation>↑ ↓ wählen   Enter öffnen   Esc schließen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Recent lessons</source>
        <translation>Letzte Lektionen</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Settings of this lesson</source>
        <translation>Einstellungen dieser Lektion</translation>
    </message>
    <message>
        <source>Saved runs</source>
        <translation>Gespeicherte Läufe</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Letzte Dateien</translation>
    </message>
    <message>
        <source>In the lessons</source>
        <translation>In den Lektionen</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Fallstricke</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>set to %1</source>
        <translation>auf %1 gesetzt</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>1 passage, shown after the question</source>
        <translation>1 Stelle, nach der Frage zu sehen</translation>
    </message>
    <message>
        <source>%1 passages, shown after the question</source>
        <translation>%1 Stellen, nach der Frage zu sehen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>awaitscope::ParameterPanel</name>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>real clock</source>
        <translation>echte Uhr</translation>
    </message>
    <message>
        <source>virtual clock</source>
        <translation>virtuelle Uhr</translation>
    </message>
    <message>
        <source>The real clock measures this machine; the virtual clock jumps from timer to timer and gives the same run each time.</source>
        <translation>Die echte Uhr misst diesen Rechner; die virtuelle springt von Timer zu Timer und ergibt jedes Mal denselben Lauf.</translation>
    </message>
    <message>
        <source>Variant %1</source>
        <translation>Variante %1</translation>
    </message>
    <message>
        <source>Shown as %1. At least one variant runs.</source>
        <translation>Gezeigt als %1. Mindestens eine Variante läuft.</translation>
    </message>
    <message>
        <source>Shown as %1</source>
        <translation>Gezeigt als %1</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Nicht gezeigt</translation>
    </message>
</context>
<context>
    <name>awaitscope::PlaylistDialog</name>
    <message>
        <source>virtual clock, seed %1</source>
        <translation>virtuelle Uhr, Seed %1</translation>
    </message>
    <message>
        <source>saved run</source>
        <translation>gespeicherter Lauf</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>Playlist</translation>
    </message>
    <message>
        <source>Lessons of the playlist</source>
        <translation>Lektionen der Playlist</translation>
    </message>
    <message>
        <source>Play the lessons while they are shown, not beforehand</source>
        <translation>Lektionen spielen, während sie gezeigt werden, nicht vorher</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Präsentieren</translation>
    </message>
    <message>
        <source>No lessons yet. “Add to playlist” adds the lesson that is open.</source>
        <translation>Noch keine Lektionen. „Zur Playlist hinzufügen“ fügt die geöffnete hinzu.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Save the playlist</source>
        <translation>Playlist speichern</translation>
    </message>
    <message>
        <source>Playlists (*.awaitlist)</source>
        <translation>Playlists (*.awaitlist)</translation>
    </message>
    <message>
        <source>Open a playlist</source>
        <translation>Playlist öffnen</translation>
    </message>
</context>
<context>
    <name>awaitscope::Presenter</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Run the lesson again</source>
        <translation>Lektion erneut ausführen</translation>
    </message>
    <message>
        <source>A vote for answer %1</source>
        <translation>Eine Stimme für Antwort %1</translation>
    </message>
    <message>
        <source>Take the last vote back</source>
        <translation>Letzte Stimme zurücknehmen</translation>
    </message>
    <message>
        <source>Black; again: back to the show</source>
        <translation>Schwarz; nochmals: zurück zur Show</translation>
    </message>
    <message>
        <source>White; again: back to the show</source>
        <translation>Weiß; nochmals: zurück zur Show</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Pen on or off</source>
        <translation>Stift an oder aus</translation>
    </message>
    <message>
        <source>The pen&apos;s next colour</source>
        <translation>Nächste Farbe des Stifts</translation>
    </message>
    <message>
        <source>Take the last mark back</source>
        <translation>Letzte Markierung zurücknehmen</translation>
    </message>
    <message>
        <source>Clear the marks of this slide</source>
        <translation>Markierungen dieser Folie löschen</translation>
    </message>
    <message>
        <source>Speaker window on or off</source>
        <translation>Vortragsfenster an oder aus</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>Bildschirme tauschen</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>Vollbild an oder aus</translation>
    </message>
    <message>
        <source>Keys of the show</source>
        <translation>Tasten der Show</translation>
    </message>
    <message>
        <source>End the show</source>
        <translation>Show beenden</translation>
    </message>
    <message>
        <source>Pointer while held, or tapped on and off</source>
        <translation>Zeiger, solange gehalten; oder kurz gedrückt an und aus</translation>
    </message>
</context>
<context>
    <name>awaitscope::ProblemBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Put this away (Escape)</source>
        <translation>Meldung schließen (Escape)</translation>
    </message>
    <message>
        <source>Dismiss the problem</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>awaitscope::QuestionPanel</name>
    <message>
        <source>Answer %1: %2</source>
        <translation>Antwort %1: %2</translation>
    </message>
    <message>
        <source>1st</source>
        <translation>1.</translation>
    </message>
    <message>
        <source>2nd</source>
        <translation>2.</translation>
    </message>
    <message>
        <source>3rd</source>
        <translation>3.</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>%1, predicted as the %2</source>
        <translation>%1, vorhergesagt als %2</translation>
    </message>
    <message>
        <source>%1: %2, not picked yet</source>
        <translation>%1: %2, noch nicht gewählt</translation>
    </message>
    <message>
        <source>not drawn yet</source>
        <translation>noch nicht gezeichnet</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Running. The answer follows.</source>
        <translation>Läuft. Die Antwort folgt.</translation>
    </message>
    <message>
        <source>Press Space to run it and see.</source>
        <translation>Mit der Leertaste ausführen und sehen.</translation>
    </message>
    <message>
        <source>Answer with 1 to %1, or press Space to run at once.</source>
        <translation>Mit 1 bis %1 antworten, oder gleich mit der Leertaste ausführen.</translation>
    </message>
    <message>
        <source>Press 1 to %1 in the order that you expect, or Space to run at once.</source>
        <translation>1 bis %1 in der erwarteten Reihenfolge drücken, oder gleich mit der Leertaste ausführen.</translation>
    </message>
    <message>
        <source>What comes next? Backspace takes the last one back.</source>
        <translation>Was kommt als Nächstes? Die Rücktaste nimmt das letzte zurück.</translation>
    </message>
    <message>
        <source>Drag in the timeline, or use 1 and the arrow keys. Space runs at once.</source>
        <translation>In der Zeitleiste ziehen, oder 1 und die Pfeiltasten. Die Leertaste führt gleich aus.</translation>
    </message>
    <message>
        <source>Skip (X)</source>
        <translation>Überspringen (X)</translation>
    </message>
    <message>
        <source>Skip the question</source>
        <translation>Frage überspringen</translation>
    </message>
    <message>
        <source>The answer: &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Die Antwort: &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>you: %1</source>
        <translation>du: %1</translation>
    </message>
    <message>
        <source>%1: %2, you predicted it as the %3.</source>
        <translation>%1: %2, vorhergesagt als %3.</translation>
    </message>
    <message>
        <source>Running again.</source>
        <translation>Läuft erneut.</translation>
    </message>
    <message>
        <source>Question skipped. %1 %2</source>
        <translation>Frage übersprungen. %1 %2</translation>
    </message>
    <message>
        <source>Question skipped. Running again.</source>
        <translation>Frage übersprungen. Läuft erneut.</translation>
    </message>
    <message>
        <source>Question skipped. Press Space to run.</source>
        <translation>Frage übersprungen. Mit der Leertaste ausführen.</translation>
    </message>
    <message>
        <source>You made your prediction for other settings. %1 %2</source>
        <translation>Die Vorhersage galt anderen Einstellungen. %1 %2</translation>
    </message>
    <message>
        <source>✕ Not as you predicted</source>
        <translation>✕ Nicht wie vorhergesagt</translation>
    </message>
    <message>
        <source>✓ As you predicted, within a tenth</source>
        <translation>✓ Wie vorhergesagt, auf ein Zehntel genau</translation>
    </message>
    <message>
        <source>✓ As you predicted</source>
        <translation>✓ Wie vorhergesagt</translation>
    </message>
    <message>
        <source>You predicted: &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Vorhergesagt: &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
</context>
<context>
    <name>awaitscope::ResultView</name>
    <message>
        <source>Results of each variant</source>
        <translation>Ergebnisse jeder Variante</translation>
    </message>
</context>
<context>
    <name>awaitscope::RuleRow</name>
    <message>
        <source>not run yet</source>
        <translation>noch nicht gelaufen</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>gilt nicht</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Rule %1, %2: %3</source>
        <translation>Regel %1, %2: %3</translation>
    </message>
    <message>
        <source>Run it: %1</source>
        <translation>Ausführen: %1</translation>
    </message>
    <message>
        <source>Plays this rule alone, on the real clock</source>
        <translation>Spielt diese Regel allein, mit der echten Uhr</translation>
    </message>
    <message>
        <source>Go to the lesson %1</source>
        <translation>Zur Lektion %1</translation>
    </message>
    <message>
        <source>Go to the lesson</source>
        <translation>Zur Lektion</translation>
    </message>
    <message>
        <source>no run that shows it yet</source>
        <translation>noch kein Lauf, der sie zeigt</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✕ Does not hold: %1</source>
        <translation>✕ Gilt nicht: %1</translation>
    </message>
    <message>
        <source>run %1, on the virtual clock</source>
        <translation>Lauf %1, auf der virtuellen Uhr</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::RulesPanel</name>
    <message>
        <source>The rules and their evidence</source>
        <translation>Die Regeln und ihre Belege</translation>
    </message>
    <message>
        <source>Evidence from your latest runs: %1 of %2 rules have one.</source>
        <translation>Belege aus den letzten Läufen: %1 von %2 Regeln haben einen.</translation>
    </message>
    <message>
        <source>In %1 of them the rule does not hold.</source>
        <translation>In %1 davon gilt die Regel nicht.</translation>
    </message>
</context>
<context>
    <name>awaitscope::RunView</name>
    <message>
        <source>The code that ran</source>
        <translation>Der Code, der lief</translation>
    </message>
    <message>
        <source>Recording the run</source>
        <translation>Der Lauf wird aufgezeichnet</translation>
    </message>
    <message>
        <source>At %1 ms</source>
        <translation>Bei %1 ms</translation>
    </message>
</context>
<context>
    <name>awaitscope::RunsDialog</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show this run in its lesson (Enter)</source>
        <translation>Diesen Lauf in seiner Lektion zeigen (Enter)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give this run a name (F2)</source>
        <translation>Diesem Lauf einen Namen geben (F2)</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Als Datei speichern…</translation>
    </message>
    <message>
        <source>Write the trace of this run as a file</source>
        <translation>Die Spur dieses Laufs als Datei schreiben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this run; it can be undone (Delete)</source>
        <translation>Diesen Lauf löschen; lässt sich rückgängig machen (Entf)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bring back what was deleted last (Ctrl+Z)</source>
        <translation>Das zuletzt Gelöschte zurückholen (Strg+Z)</translation>
    </message>
    <message>
        <source>Saved runs</source>
        <translation>Gespeicherte Läufe</translation>
    </message>
    <message>
        <source>Find in lessons, names, notes and parameters</source>
        <translation>In Lektionen, Namen, Notizen und Parametern finden</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>Lauf finden</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Alle Lektionen</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>Write all runs, predictions, progress and notes into one file</source>
        <translation>Alle Läufe, Vorhersagen, Fortschritte und Notizen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Add what such a file has and this app has not</source>
        <translation>Hinzufügen, was so eine Datei hat und diese App nicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Your note on this run</source>
        <translation>Notiz zu diesem Lauf</translation>
    </message>
    <message>
        <source>Note on this run</source>
        <translation>Notiz zu diesem Lauf</translation>
    </message>
    <message>
        <source>%1: durations over runs</source>
        <translation>%1: Dauer über die Läufe</translation>
    </message>
    <message>
        <source>No run is saved yet. Each run that ends is saved by itself.</source>
        <translation>Noch ist kein Lauf gespeichert. Jeder Lauf, der endet, wird von selbst gespeichert.</translation>
    </message>
    <message>
        <source>No saved run has these words.</source>
        <translation>Kein gespeicherter Lauf hat diese Wörter.</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>one run</source>
        <translation>ein Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>The trace of run %1 was dropped; its numbers are left.</source>
        <translation>Die Spur von Lauf %1 wurde aufgegeben; seine Zahlen sind noch da.</translation>
    </message>
    <message>
        <source>Save the run as a file</source>
        <translation>Lauf als Datei speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Run %1 deleted</source>
        <translation>Lauf %1 gelöscht</translation>
    </message>
    <message>
        <source>Run %1 is back</source>
        <translation>Lauf %1 ist wieder da</translation>
    </message>
    <message>
        <source>Export all progress</source>
        <translation>Gesamten Fortschritt exportieren</translation>
    </message>
    <message>
        <source>Progress of Awaitscope (*.awaitlog)</source>
        <translation>Fortschritt von Awaitscope (*.awaitlog)</translation>
    </message>
    <message>
        <source>Wrote %1 into %2</source>
        <translation>%1 in %2 geschrieben</translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation>Fortschritt importieren</translation>
    </message>
    <message>
        <source>Progress of Awaitscope (*.awaitlog);;All files (*)</source>
        <translation>Fortschritt von Awaitscope (*.awaitlog);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 added, %2 were here already</source>
        <translation>%1 hinzugefügt, %2 waren schon hier</translation>
    </message>
    <message>
        <source>The newest %1 runs are listed; older ones are found by their words.</source>
        <translation>Aufgeführt sind die neuesten %1 Läufe; ältere finden sich über ihre Wörter.</translation>
    </message>
    <message>
        <source>Awaitscope traces (*%1)</source>
        <translation>Awaitscope-Spuren (*%1)</translation>
    </message>
</context>
<context>
    <name>awaitscope::RunsModel</name>
    <message>
        <source>✓ %1 of %2</source>
        <translation>✓ %1 von %2</translation>
    </message>
    <message>
        <source>✕ %1 of %2</source>
        <translation>✕ %1 von %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>real</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>numbers only</source>
        <translation>nur Zahlen</translation>
    </message>
    <message>
        <source>This row is not as it was written. Do not trust its numbers.</source>
        <translation>Diese Zeile ist nicht, wie sie geschrieben wurde. Ihren Zahlen ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>Kept in memory until the file can be written</source>
        <translation>Im Speicher gehalten, bis die Datei geschrieben werden kann</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>The oldest traces were dropped to keep to the limit; the numbers of the run are left.</source>
        <translation>Die ältesten Spuren wurden aufgegeben, um die Grenze einzuhalten; die Zahlen des Laufs sind noch da.</translation>
    </message>
    <message>
        <source>Press F2 to name this run. Runs with a name keep their traces longest.</source>
        <translation>F2 gibt diesem Lauf einen Namen. Läufe mit Namen behalten ihre Spuren am längsten.</translation>
    </message>
    <message>
        <source>Run %1, %2, %3</source>
        <translation>Lauf %1, %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Spur</translation>
    </message>
</context>
<context>
    <name>awaitscope::SavedRuns</name>
    <message>
        <source>Run %1: %2</source>
        <translation>Lauf %1: %2</translation>
    </message>
    <message>
        <source>Run %1: %2, %3</source>
        <translation>Lauf %1: %2, %3</translation>
    </message>
    <message>
        <source>Saved runs</source>
        <translation>Gespeicherte Läufe</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Run %1 is of the lesson %2, which this version of Awaitscope does not have.</source>
        <translation>Lauf %1 gehört zur Lektion %2, die diese Version von Awaitscope nicht hat.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::SelftestDialog</name>
    <message>
        <source>Test again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>Diesen Rechner prüfen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Copy what is listed here as plain text</source>
        <translation>Kopiert als reinen Text, was hier steht</translation>
    </message>
    <message>
        <source>Write what is listed here into a text file</source>
        <translation>Schreibt in eine Textdatei, was hier steht</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere. The report is yours: copy or save it where you want to pass it on.</source>
        <translation>Nichts wird gesendet. Der Bericht kann kopiert oder gespeichert werden, um ihn weiterzugeben.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung läuft…</translation>
    </message>
    <message>
        <source>%1: not checked yet</source>
        <translation>%1: noch nicht geprüft</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation>Bericht kopiert</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::Session</name>
    <message>
        <source>Exists only on the real clock.</source>
        <translation>Gibt es nur mit der echten Uhr.</translation>
    </message>
    <message>
        <source>Exists only with “%1” switched on.</source>
        <translation>Gibt es nur, wenn „%1“ eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Exists only with “%1” switched off.</source>
        <translation>Gibt es nur, wenn „%1“ ausgeschaltet ist.</translation>
    </message>
    <message>
        <source>Does not exist for these settings.</source>
        <translation>Gibt es für diese Einstellungen nicht.</translation>
    </message>
    <message>
        <source>Running %1 %2, %3 of %4</source>
        <translation>%1 %2 läuft, %3 von %4</translation>
    </message>
    <message>
        <source>The virtual clock is done at once. Choose the real clock to cancel a task in mid-run.</source>
        <translation>Die virtuelle Uhr ist sofort fertig. Um einen Task mitten im Lauf abzubrechen, die echte Uhr wählen.</translation>
    </message>
    <message>
        <source>Nothing is running. Press Space to run, and cancel while it does.</source>
        <translation>Nichts läuft. Mit der Leertaste ausführen und währenddessen abbrechen.</translation>
    </message>
    <message>
        <source>Select a task first.</source>
        <translation>Zuerst einen Task auswählen.</translation>
    </message>
    <message>
        <source>Its variant is not the one that is running now.</source>
        <translation>Seine Variante ist nicht die, die gerade läuft.</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>Er ist zu Ende.</translation>
    </message>
</context>
<context>
    <name>awaitscope::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
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
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Reduced: nothing moves unless you play it.</source>
        <translation>Reduziert: Nichts bewegt sich, was nicht abgespielt wird.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes when Awaitscope is opened the next time.</source>
        <translation>Die Sprache wechselt, wenn Awaitscope das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>Saved traces</source>
        <translation>Gespeicherte Spuren</translation>
    </message>
    <message>
        <source>at most </source>
        <translation>höchstens </translation>
    </message>
    <message>
        <source>A run opens again while its trace is kept. Beyond this number the oldest traces go at once, those of runs with a name last; the numbers of every run stay.</source>
        <translation>Ein Lauf lässt sich öffnen, solange seine Spur aufbewahrt ist. Über diese Zahl hinaus entfallen die ältesten Spuren sofort, die von benannten Läufen zuletzt; die Zahlen jedes Laufs bleiben.</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Eigene Daten</translation>
    </message>
</context>
<context>
    <name>awaitscope::ShowWindow</name>
    <message>
        <source>Awaitscope presents</source>
        <translation>Awaitscope präsentiert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::Sidebar</name>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Fallstricke</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Saved runs</source>
        <translation>Gespeicherte Läufe</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Awaitscope</source>
        <translation>Awaitscope</translation>
    </message>
    <message>
        <source>Filter lessons  (Ctrl+F)</source>
        <translation>Filtern  (Strg+F)</translation>
    </message>
    <message>
        <source>Filter lessons</source>
        <translation>Lektionen filtern</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Your runs so far, and how they compare (Ctrl+H)</source>
        <translation>Die Läufe bisher, und wie sie sich vergleichen (Strg+H)</translation>
    </message>
    <message>
        <source>Find a lesson, an action, a setting or a word (Ctrl+K)</source>
        <translation>Lektion, Aktion, Einstellung oder Wort finden (Strg+K)</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>The keys of this window (F1)</source>
        <translation>Die Tasten dieses Fensters (F1)</translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation>Tasten dieses Fensters</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
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
        <source>Colours: %1</source>
        <translation>Farben: %1</translation>
    </message>
    <message>
        <source>Colours: as the desktop, light or dark (Ctrl+T)</source>
        <translation>Farben: wie der Desktop, hell oder dunkel (Strg+T)</translation>
    </message>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%1 von %2 Schritten erledigt</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, erledigt</translation>
    </message>
    <message>
        <source>%1, begun, %2</source>
        <translation>%1, begonnen, %2</translation>
    </message>
</context>
<context>
    <name>awaitscope::SpeakerWindow</name>
    <message>
        <source>Awaitscope: speaker</source>
        <translation>Awaitscope: Vortrag</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes that the show is meant to take</source>
        <translation>Minuten, die die Show dauern soll</translation>
    </message>
    <message>
        <source>Meant to take</source>
        <translation>Soll dauern</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No notes for this step.</source>
        <translation>Keine Notizen zu diesem Schritt.</translation>
    </message>
    <message>
        <source>Next: when the run is there</source>
        <translation>Weiter: wenn der Lauf da ist</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>1 vote</source>
        <translation>1 Stimme</translation>
    </message>
    <message>
        <source>%1 votes</source>
        <translation>%1 Stimmen</translation>
    </message>
    <message>
        <source>%1: %2 (%3 %)</source>
        <translation>%1: %2 (%3 %)</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 vergangen</translation>
    </message>
    <message>
        <source>%1 passed, %2 left</source>
        <translation>%1 vergangen, %2 übrig</translation>
    </message>
    <message>
        <source>%1 passed, %2 over</source>
        <translation>%1 vergangen, %2 darüber</translation>
    </message>
</context>
<context>
    <name>awaitscope::Spinner</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Turns as long as this window&apos;s own loop does</source>
        <translation>Dreht sich, solange die Loop dieses Fensters es tut</translation>
    </message>
</context>
<context>
    <name>awaitscope::StepButton</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3</source>
        <translation>Schritt %1 von %2, %3</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, erledigt</translation>
    </message>
    <message>
        <source>%1, now</source>
        <translation>%1, jetzt</translation>
    </message>
</context>
<context>
    <name>awaitscope::StepStrip</name>
    <message>
        <source>Steps of the lesson</source>
        <translation>Schritte der Lektion</translation>
    </message>
</context>
<context>
    <name>awaitscope::TakeawayPage</name>
    <message>
        <source>Open it (Ctrl+Page Down)</source>
        <translation>Öffnen (Strg+Bild ab)</translation>
    </message>
    <message>
        <source>Next lesson: %1</source>
        <translation>Nächste Lektion: %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::TaskPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Who cancelled this?</source>
        <translation>Wer hat abgebrochen?</translation>
    </message>
    <message>
        <source>Only branch</source>
        <translation>Nur Zweig</translation>
    </message>
    <message>
        <source>Cancel the selected task</source>
        <translation>Ausgewählten Task abbrechen</translation>
    </message>
    <message>
        <source>Show only the branch of the selected task</source>
        <translation>Nur den Zweig des ausgewählten Tasks zeigen</translation>
    </message>
    <message>
        <source>Ask the selected task to end, with all below it (Delete)</source>
        <translation>Den ausgewählten Task bitten zu enden, mit allem darunter (Entf)</translation>
    </message>
    <message>
        <source>Go to the request, and to who made it (C)</source>
        <translation>Zur Anforderung, und zu dem, der sie stellte (C)</translation>
    </message>
    <message>
        <source>Select a task first.</source>
        <translation>Zuerst einen Task auswählen.</translation>
    </message>
    <message>
        <source>Show the selected task with what is below it alone, and all again (O)</source>
        <translation>Den ausgewählten Task mit allem darunter allein zeigen, und wieder alle (O)</translation>
    </message>
    <message>
        <source>Show this branch</source>
        <translation>Diesen Zweig zeigen</translation>
    </message>
    <message>
        <source>Show all tasks (Escape)</source>
        <translation>Alle Tasks zeigen (Escape)</translation>
    </message>
</context>
<context>
    <name>awaitscope::TaskTreeModel</name>
    <message>
        <source>1 task: %1</source>
        <translation>1 Task: %1</translation>
    </message>
    <message>
        <source>%1 tasks: %2</source>
        <translation>%1 Tasks: %2</translation>
    </message>
    <message>
        <source>1 task below: %1</source>
        <translation>1 Task darunter: %1</translation>
    </message>
    <message>
        <source>%1 tasks below: %2</source>
        <translation>%1 Tasks darunter: %2</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>ignored it, %1</source>
        <translation>ignorierte es, %1</translation>
    </message>
    <message>
        <source>orphaned, %1</source>
        <translation>verwaist, %1</translation>
    </message>
    <message>
        <source>shielded</source>
        <translation>abgeschirmt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>begun at %1</source>
        <translation>begonnen bei %1</translation>
    </message>
    <message>
        <source>its shield kept off the request of %1</source>
        <translation>sein Shield hielt die Anforderung von %1 ab</translation>
    </message>
    <message>
        <source>asked to end at %1</source>
        <translation>gebeten zu enden bei %1</translation>
    </message>
    <message>
        <source>told %1 after the request</source>
        <translation>informiert %1 nach der Anforderung</translation>
    </message>
    <message>
        <source>told %1 after the task above it</source>
        <translation>informiert %1 nach dem Task darüber</translation>
    </message>
    <message>
        <source>ended %1 after it was told</source>
        <translation>zu Ende %1 nach der Information</translation>
    </message>
    <message>
        <source>number %1 in the order of the cancellation</source>
        <translation>Nummer %1 in der Reihenfolge des Abbruchs</translation>
    </message>
    <message>
        <source>ended at %1</source>
        <translation>zu Ende bei %1</translation>
    </message>
    <message>
        <source>outlived those above it by %1</source>
        <translation>überlebte die darüber um %1</translation>
    </message>
    <message>
        <source>the first of those above it ended at %1</source>
        <translation>der erste darüber endete bei %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Each task stands below the one that started it</source>
        <translation>Jeder Task steht unter dem, der ihn startete</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What it is doing at the playhead</source>
        <translation>Was er an der Abspielmarke tut</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Its number in the order of the cancellation, as at its end on the timeline</source>
        <translation>Seine Nummer in der Reihenfolge des Abbruchs, wie an seinem Ende auf der Zeitleiste</translation>
    </message>
    <message>
        <source>Told after</source>
        <translation>Erfuhr nach</translation>
    </message>
    <message>
        <source>told after</source>
        <translation>erfuhr nach</translation>
    </message>
    <message>
        <source>From the request to cancel to the moment that the task was told</source>
        <translation>Von der Anforderung des Abbruchs bis zu dem Moment, in dem der Task es erfuhr</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>cleanup</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>From the moment that it was told to its end</source>
        <translation>Von dem Moment, in dem er es erfuhr, bis zu seinem Ende</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Zu Ende</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>zu Ende</translation>
    </message>
    <message>
        <source>When it ended, from the zero of its run</source>
        <translation>Wann er endete, vom Nullpunkt seines Laufs an</translation>
    </message>
</context>
<context>
    <name>awaitscope::TaskTreeView</name>
    <message>
        <source>Ask this task to end, with all below it (Delete). One that was called, not spawned, ends with its caller.</source>
        <translation>Diesen Task bitten zu enden, mit allem darunter (Entf). Ein aufgerufener, nicht gestarteter Task endet mit seinem Aufrufer.</translation>
    </message>
    <message>
        <source>Tasks as a tree</source>
        <translation>Tasks als Baum</translation>
    </message>
    <message>
        <source>ignored it, done</source>
        <translation>ignorierte es, fertig</translation>
    </message>
    <message>
        <source>shielded</source>
        <translation>abgeschirmt</translation>
    </message>
</context>
<context>
    <name>awaitscope::TimelineView</name>
    <message>
        <source>Timelines</source>
        <translation>Zeitleisten</translation>
    </message>
    <message>
        <source>Scroll the timelines</source>
        <translation>Zeitleisten rollen</translation>
    </message>
</context>
<context>
    <name>awaitscope::Tour</name>
    <message>
        <source>Skip the tour</source>
        <translation>Tour überspringen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>End the tour (Escape)</source>
        <translation>Tour beenden (Escape)</translation>
    </message>
    <message>
        <source>The stop before (Backspace)</source>
        <translation>Der Halt davor (Rücktaste)</translation>
    </message>
    <message>
        <source>On (Enter)</source>
        <translation>Weiter (Enter)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close the tour</source>
        <translation>Tour schließen</translation>
    </message>
</context>
<context>
    <name>awaitscope::TransportBar</name>
    <message>
        <source>First event</source>
        <translation>Erstes Ereignis</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>Abspielmarke</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>%1 ms · event %2 of %2</source>
        <translation>%1 ms · Ereignis %2 von %2</translation>
    </message>
    <message>
        <source>%1 ms · event %2 of %3</source>
        <translation>%1 ms · Ereignis %2 von %3</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>¼×</source>
        <translation>¼×</translation>
    </message>
    <message>
        <source>⅒×</source>
        <translation>⅒×</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Tempo: %1</translation>
    </message>
    <message>
        <source>Speed of playing: as it was, a quarter, a tenth</source>
        <translation>Abspieltempo: wie es war, ein Viertel, ein Zehntel</translation>
    </message>
</context>
<context>
    <name>awaitscope::Wayfinding</name>
    <message>
        <source>A question, then a run</source>
        <translation>Eine Frage, dann ein Lauf</translation>
    </message>
    <message>
        <source>Answer it, or leave it. Press Space: real coroutines run, and each of their steps is recorded.</source>
        <translation>Beantworten oder stehen lassen. Dann Leertaste: Echte Coroutinen laufen, und jeder ihrer Schritte wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Where each one waits</source>
        <translation>Wo jede wartet</translation>
    </message>
    <message>
        <source>The timeline shows the record. Left and Right go from event to event; beside it, the code shows the line at which each coroutine is suspended.</source>
        <translation>Die Zeitleiste zeigt die Aufzeichnung. Links und rechts gehen von Ereignis zu Ereignis; daneben zeigt der Code die Zeile, an der jede Coroutine suspendiert ist.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change a value, and the lesson runs again. Ctrl+K finds any lesson, action, setting or word; ? lists the keys.</source>
        <translation>Einen Wert ändern, und die Lektion läuft erneut. Strg+K findet jede Lektion, Aktion, Einstellung und jedes Wort; ? listet die Tasten.</translation>
    </message>
</context>
<context>
    <name>awaitscope::Window</name>
    <message>
        <source>Awaitscope</source>
        <translation>Awaitscope</translation>
    </message>
    <message>
        <source>Press Space to run</source>
        <translation>Mit Leertaste ausführen</translation>
    </message>
    <message>
        <source>The spinner stood still for %1</source>
        <translation>Der Spinner stand %1 lang still</translation>
    </message>
    <message>
        <source>%1 – Awaitscope</source>
        <translation>%1 – Awaitscope</translation>
    </message>
    <message>
        <source>Run; afterwards play or pause</source>
        <translation>Ausführen; danach abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>End a run; else give the keys back to the page, and compare no more</source>
        <translation>Lauf beenden; sonst die Tasten der Seite zurückgeben und nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>Feel it: play on this window&apos;s own loop</source>
        <translation>Erleben: auf der Loop dieses Fensters spielen</translation>
    </message>
    <message>
        <source>The lesson&apos;s own button, while it plays</source>
        <translation>Der eigene Knopf der Lektion, während sie spielt</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Previous lesson</source>
        <translation>Vorige Lektion</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Nächste Lektion</translation>
    </message>
    <message>
        <source>Colours: as the desktop, light, dark</source>
        <translation>Farben: wie der Desktop, hell, dunkel</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Previous mark: a moment to look closer at</source>
        <translation>Vorige Markierung: ein Moment zum Ansehen</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Erstes Ereignis</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Pan left</source>
        <translation>Nach links schieben</translation>
    </message>
    <message>
        <source>Pan right</source>
        <translation>Nach rechts schieben</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>Ganzen Lauf zeigen</translation>
    </message>
    <message>
        <source>The tasks as a tree</source>
        <translation>Die Tasks als Baum</translation>
    </message>
    <message>
        <source>Cancel the selected task, while it runs</source>
        <translation>Ausgewählten Task abbrechen, während er läuft</translation>
    </message>
    <message>
        <source>Who cancelled the selected task?</source>
        <translation>Wer hat den ausgewählten Task abgebrochen?</translation>
    </message>
    <message>
        <source>Only the branch of the selected task; again: all</source>
        <translation>Nur der Zweig des ausgewählten Tasks; nochmals: alle</translation>
    </message>
    <message>
        <source>Run the lesson first: there is no picture yet.</source>
        <translation>Zuerst die Lektion ausführen: Noch gibt es kein Bild.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Bild kopiert</translation>
    </message>
    <message>
        <source>Awaitscope traces (*%1)</source>
        <translation>Awaitscope-Spuren (*%1)</translation>
    </message>
    <message>
        <source>Open a trace</source>
        <translation>Spur öffnen</translation>
    </message>
    <message>
        <source>Save the run as a trace</source>
        <translation>Lauf als Spur speichern</translation>
    </message>
    <message>
        <source>Run the lesson first: there is no run to save yet.</source>
        <translation>Zuerst die Lektion ausführen: Noch gibt es keinen Lauf zu speichern.</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Take back the last pick of an order</source>
        <translation>Letzte Wahl einer Reihenfolge zurücknehmen</translation>
    </message>
    <message>
        <source>Skip the question</source>
        <translation>Frage überspringen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Show the hint of the challenge</source>
        <translation>Hinweis der Aufgabe zeigen</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation>Tasten dieses Fensters</translation>
    </message>
    <message>
        <source>Show the tour</source>
        <translation>Tour zeigen</translation>
    </message>
    <message>
        <source>Filter the list of lessons</source>
        <translation>Liste der Lektionen filtern</translation>
    </message>
    <message>
        <source>Back to the lesson before</source>
        <translation>Zurück zur Lektion davor</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>About Awaitscope</source>
        <translation>Über Awaitscope</translation>
    </message>
    <message>
        <source>Check this machine…</source>
        <translation>Diesen Rechner prüfen…</translation>
    </message>
</context>
<context>
    <name>awaitscope::WindowWorkshop</name>
    <message>
        <source>Present the lesson</source>
        <translation>Lektion präsentieren</translation>
    </message>
    <message>
        <source>Add to playlist</source>
        <translation>Zur Playlist hinzufügen</translation>
    </message>
    <message>
        <source>Playlist: order, save, present</source>
        <translation>Playlist: ordnen, speichern, präsentieren</translation>
    </message>
    <message>
        <source>1 lesson in the playlist</source>
        <translation>1 Lektion in der Playlist</translation>
    </message>
    <message>
        <source>%1 lessons in the playlist</source>
        <translation>%1 Lektionen in der Playlist</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_async_generators</name>
    <message>
        <source>The record has 0 answers.</source>
        <translation>Die Aufzeichnung hat 0 Antworten.</translation>
    </message>
    <message>
        <source>0 rows were read, and %1 received.</source>
        <translation>0 Zeilen wurden gelesen und %1 empfangen.</translation>
    </message>
    <message>
        <source>The client had its first row after %1; the first was read after %2, the last after %3.</source>
        <translation>Der Client hatte seine erste Zeile nach %1; die erste wurde nach %2 gelesen, die letzte nach %3.</translation>
    </message>
    <message>
        <source>0 rows were received.</source>
        <translation>0 Zeilen wurden empfangen.</translation>
    </message>
    <message>
        <source> On the real clock %1 from the one to the other are allowed.</source>
        <translation> Mit der echten Uhr ist %1 vom einen zum anderen erlaubt.</translation>
    </message>
    <message>
        <source>Of %1 rows collect held %2 at once, stream %3.</source>
        <translation>Von %1 Zeilen hielt collect %2 zugleich, stream %3.</translation>
    </message>
    <message>
        <source>%1 sent %2, and its client read %3, %4 rows.</source>
        <translation>%1 schickte %2, und sein Client las %3, %4 Zeilen.</translation>
    </message>
    <message>
        <source> On the real clock rows read within %1 do not count.</source>
        <translation> Mit der echten Uhr zählen Zeilen nicht, die innerhalb von %1 gelesen wurden.</translation>
    </message>
    <message>
        <source>The client took %1 of %2 rows and went after %3. %4 were read, %5 of them after that.</source>
        <translation>Der Client nahm %1 von %2 Zeilen und ging nach %3. %4 wurden gelesen, %5 davon danach.</translation>
    </message>
    <message>
        <source>The generator ended after %1, %2; its connection was closed after %3, and %4 were left open.</source>
        <translation>Der Generator endete nach %1, %2; seine Verbindung wurde nach %3 geschlossen, und %4 blieben offen.</translation>
    </message>
    <message>
        <source>stopped by its consumer</source>
        <translation>gestoppt von seinem Konsumenten</translation>
    </message>
    <message>
        <source>with its last row given</source>
        <translation>mit der letzten Zeile geliefert</translation>
    </message>
    <message>
        <source>The consumer worked for %1 on %2 rows; the producer waited for %3 and held %4 at most.</source>
        <translation>Der Konsument arbeitete %1 an %2 Zeilen; der Produzent wartete %3 und hielt höchstens %4.</translation>
    </message>
    <message>
        <source>This run has no variant whose client stops early.</source>
        <translation>Dieser Lauf hat keine Variante, deren Client früh aufhört.</translation>
    </message>
    <message>
        <source>stop-early read %1 of %2 rows, and its client took %3.</source>
        <translation>stop-early las %1 von %2 Zeilen, und sein Client nahm %3.</translation>
    </message>
    <message>
        <source>%1 taken, %2 read</source>
        <translation>%1 genommen, %2 gelesen</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>connection left open</source>
        <translation>Verbindung offen gelassen</translation>
    </message>
    <message>
        <source>first row after %1</source>
        <translation>erste Zeile nach %1</translation>
    </message>
    <message>
        <source>producer waited %1</source>
        <translation>Produzent wartete %1</translation>
    </message>
    <message>
        <source>1 row held</source>
        <translation>1 Zeile gehalten</translation>
    </message>
    <message>
        <source>%1 rows held</source>
        <translation>%1 Zeilen gehalten</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_batch_errors</name>
    <message>
        <source>It threw after %1; the first invalid item is found out after %2.</source>
        <translation>Es warf nach %1; das erste ungültige Element fällt nach %2 auf.</translation>
    </message>
    <message>
        <source>It answered after %1; no item is invalid, and the longest takes %2.</source>
        <translation>Es antwortete nach %1; kein Element ist ungültig, und das längste braucht %2.</translation>
    </message>
    <message>
        <source>%1 of %2 results were never read.</source>
        <translation>%1 von %2 Ergebnissen wurden nie gelesen.</translation>
    </message>
    <message>
        <source>The caller heard after %1, the last item ended after %2, %3 later.</source>
        <translation>Der Aufrufer erfuhr es nach %1, das letzte Element endete nach %2, %3 später.</translation>
    </message>
    <message>
        <source>%1 of %2 items succeeded, %3 failed, %4 are unaccounted for.</source>
        <translation>Von %2 Elementen gelangen %1, %3 schlugen fehl, %4 sind ohne Nachweis.</translation>
    </message>
    <message>
        <source>It answered after %1; the longest item takes %2.</source>
        <translation>Es antwortete nach %1; das längste Element braucht %2.</translation>
    </message>
    <message>
        <source>It %1 after %2; %3 items were cancelled, and the last one ended after %4.</source>
        <translation>Es %1 nach %2; %3 Elemente wurden abgebrochen, und das letzte endete nach %4.</translation>
    </message>
    <message>
        <source>threw</source>
        <translation>warf</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>antwortete</translation>
    </message>
    <message>
        <source>This run has no gather.</source>
        <translation>Dieser Lauf hat kein gather.</translation>
    </message>
    <message>
        <source>gather left %1 results unread.</source>
        <translation>gather ließ %1 Ergebnisse ungelesen.</translation>
    </message>
    <message>
        <source>%1 cancelled, nothing left behind</source>
        <translation>%1 abgebrochen, nichts zurückgelassen</translation>
    </message>
    <message>
        <source>%1 results unread</source>
        <translation>%1 Ergebnisse ungelesen</translation>
    </message>
    <message>
        <source>every item accounted for</source>
        <translation>jedes Element nachgewiesen</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>Element %1</translation>
    </message>
    <message>
        <source>done at %1</source>
        <translation>fertig bei %1</translation>
    </message>
    <message>
        <source>cancelled at %1</source>
        <translation>abgebrochen bei %1</translation>
    </message>
    <message>
        <source>%1, nobody read it</source>
        <translation>%1, niemand las das Ergebnis</translation>
    </message>
    <message>
        <source>gather left 1 result unread.</source>
        <translation>gather ließ 1 Ergebnis ungelesen.</translation>
    </message>
    <message>
        <source>1 result unread</source>
        <translation>1 Ergebnis ungelesen</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_best_practices</name>
    <message>
        <source>%1 of %2 rules hold in this run, which took %3.</source>
        <translation>%1 von %2 Regeln gelten in diesem Lauf, der %3 dauerte.</translation>
    </message>
    <message>
        <source>The compiler that built this program refused %1 of %2 ways to take a task for the user that it brings.</source>
        <translation>Der Compiler, der dieses Programm baute, lehnte %1 von %2 Wegen ab, einen Task für den Benutzer zu halten, den er bringt.</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_blocking_the_loop</name>
    <message>
        <source>The record has 0 blocks.</source>
        <translation>Die Aufzeichnung hat 0 Blockaden.</translation>
    </message>
    <message>
        <source>the call takes %1.</source>
        <translation>der Aufruf dauert %1.</translation>
    </message>
    <message>
        <source>the call is meant to take %1 and took %2.</source>
        <translation>der Aufruf soll %1 dauern und dauerte %2.</translation>
    </message>
    <message>
        <source>The longest turn of the loop took %1; </source>
        <translation>Der längste Durchlauf der Loop dauerte %1; </translation>
    </message>
    <message>
        <source>The record has %1 beats and %2 blocks.</source>
        <translation>Die Aufzeichnung hat %1 Heartbeats und %2 Blockaden.</translation>
    </message>
    <message>
        <source>The loop was blocked from %1 to %2. %3 came meanwhile, and %4 of those due every %5 never did.</source>
        <translation>Die Loop war von %1 bis %2 blockiert. %3 kam währenddessen, und %4 der alle %5 fälligen kamen nie.</translation>
    </message>
    <message>
        <source>A beat</source>
        <translation>Ein Heartbeat</translation>
    </message>
    <message>
        <source>No beat</source>
        <translation>Kein Heartbeat</translation>
    </message>
    <message>
        <source>The other requests were due at %1, %2 and %3 and came %4 late.</source>
        <translation>Die anderen Anfragen waren bei %1, %2 und %3 fällig und kamen %4 zu spät.</translation>
    </message>
    <message>
        <source>The record names %1, %2 line %3; the shown code blocks on line %4.</source>
        <translation>Die Aufzeichnung nennt %1, %2 Zeile %3; der gezeigte Code blockiert in Zeile %4.</translation>
    </message>
    <message>
        <source>The longest turn of the loop took %1; a quarter of the call is %2.</source>
        <translation>Der längste Durchlauf der Loop dauerte %1; ein Viertel des Aufrufs ist %2.</translation>
    </message>
    <message>
        <source>This run has no blocking sleep.</source>
        <translation>Dieser Lauf hat kein blockierendes sleep.</translation>
    </message>
    <message>
        <source>A request was %1 late, and %2 beats were missed.</source>
        <translation>Eine Anfrage war %1 zu spät, und %2 Heartbeats fielen aus.</translation>
    </message>
    <message>
        <source>longest stall %1</source>
        <translation>längster Stillstand %1</translation>
    </message>
    <message>
        <source>1 beat missed</source>
        <translation>1 Heartbeat ausgefallen</translation>
    </message>
    <message>
        <source>%1 beats missed</source>
        <translation>%1 Heartbeats ausgefallen</translation>
    </message>
    <message>
        <source>blocked for %1</source>
        <translation>blockiert für %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_cancellation_cascade</name>
    <message>
        <source>%1 requests reached %2 scopes, each after the one around it; the longest took %3.</source>
        <translation>%1 Anforderungen erreichten %2 Scopes, jede nach der um sie herum; die längste brauchte %3.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks ended after the one that had started them.</source>
        <translation>%1 von %2 Tasks endeten nach dem, der sie gestartet hatte.</translation>
    </message>
    <message>
        <source>The longest cancellation took %1; the slowest of those it asked takes %2.</source>
        <translation>Der längste Abbruch dauerte %1; der langsamste der gebetenen Tasks braucht %2.</translation>
    </message>
    <message>
        <source>%1 tasks ignored it and ended with a value, up to %2 after they were told.</source>
        <translation>%1 Tasks ignorierten es und endeten mit einem Wert, bis zu %2, nachdem sie es erfuhren.</translation>
    </message>
    <message>
        <source>%1 cleanups ran to their ends in cancelled tasks; the longest took %2.</source>
        <translation>%1 Aufräumarbeiten liefen in abgebrochenen Tasks bis zu ihrem Ende; die längste dauerte %2.</translation>
    </message>
    <message>
        <source>%1 levels above the failure, %2 requests, at %3.</source>
        <translation>%1 Ebenen über dem Fehler, %2 Anforderungen, bei %3.</translation>
    </message>
    <message>
        <source>The record has 0 failures.</source>
        <translation>Die Aufzeichnung hat 0 Fehler.</translation>
    </message>
    <message>
        <source>The caller heard %1 after the failure; the levels waited %2 in all.</source>
        <translation>Der Aufrufer erfuhr es %1 nach dem Fehler; die Ebenen warteten zusammen %2.</translation>
    </message>
    <message>
        <source>%1 requests instead of one.</source>
        <translation>%1 Anforderungen statt einer.</translation>
    </message>
    <message>
        <source>One request reached %1 tasks. The caller heard %2 later; the slowest takes %3.</source>
        <translation>Eine Anforderung erreichte %1 Tasks. Der Aufrufer erfuhr es %2 später; der langsamste braucht %3.</translation>
    </message>
    <message>
        <source>%1 tasks were asked, by you or in your place; the %2 others ended with a value.</source>
        <translation>%1 Tasks wurden gebeten, von dir oder an deiner Stelle; die %2 anderen endeten mit einem Wert.</translation>
    </message>
    <message>
        <source>%1 requests by a closing instead of one.</source>
        <translation>%1 Anforderungen durch ein Schließen statt einer.</translation>
    </message>
    <message>
        <source>The owner went at %1, and its last task ended %2 later.</source>
        <translation>Der Besitzer ging bei %1, und sein letzter Task endete %2 später.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks and %3 coroutine frames were alive at the end.</source>
        <translation>%1 von %2 Tasks und %3 Coroutine-Frames waren am Ende noch am Leben.</translation>
    </message>
    <message>
        <source>This takes both: 1 run of failure and 1 of timeout.</source>
        <translation>Dafür braucht es beide: 1 Lauf von failure und 1 von timeout.</translation>
    </message>
    <message>
        <source>The caller of failure heard after %1, that of timeout after %2.</source>
        <translation>Der Aufrufer von failure erfuhr es nach %1, der von timeout nach %2.</translation>
    </message>
    <message>
        <source>told as no. %1, after %2</source>
        <translation>informiert als Nr. %1, nach %2</translation>
    </message>
    <message>
        <source>ignored it</source>
        <translation>ignorierte es</translation>
    </message>
    <message>
        <source>%1; went on for %2</source>
        <translation>%1; lief noch %2 weiter</translation>
    </message>
    <message>
        <source>%1; cleanup %2</source>
        <translation>%1; Aufräumen %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>told after %1</source>
        <translation>informiert nach %1</translation>
    </message>
    <message>
        <source>told after %1 to %2</source>
        <translation>informiert nach %1 bis %2</translation>
    </message>
    <message>
        <source>cut off at 1,000 tasks</source>
        <translation>bei 1.000 Tasks abgeschnitten</translation>
    </message>
    <message>
        <source>outlived its owner by %1</source>
        <translation>überlebte seinen Besitzer um %1</translation>
    </message>
    <message>
        <source>nothing left behind</source>
        <translation>nichts zurückgelassen</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_concurrent_requests</name>
    <message>
        <source>It took %1; %2.</source>
        <translation>Es dauerte %1; %2.</translation>
    </message>
    <message>
        <source> On the real clock up to %1 more is allowed, %2 of it for each of %3 waits in turn.</source>
        <translation> Mit der echten Uhr ist bis zu %1 mehr erlaubt, davon je %2 für %3 Wartezeiten nacheinander.</translation>
    </message>
    <message>
        <source>%1 well-formed requests of %2 each are %3</source>
        <translation>%1 wohlgeformte Anfragen zu je %2 sind %3</translation>
    </message>
    <message>
        <source>%1 well-formed requests over %2 connections are %3 waves, and the longest step is %4</source>
        <translation>%1 wohlgeformte Anfragen über %2 Verbindungen sind %3 Wellen, und der längste Schritt ist %4</translation>
    </message>
    <message>
        <source>%1: %2 of %3 got 200, %4 got 400</source>
        <translation>%1: %2 von %3 bekamen 200, %4 bekamen 400</translation>
    </message>
    <message>
        <source>%1: %2 connections opened, %3 accepted; %4 bytes of bodies sent, %5 received</source>
        <translation>%1: %2 Verbindungen geöffnet, %3 angenommen; %4 Bytes an Bodys gesendet, %5 empfangen</translation>
    </message>
    <message>
        <source>At most %1 at a time one by one, %2 concurrent, with %3 well-formed requests over %4 connections.</source>
        <translation>Höchstens %1 zugleich einzeln, %2 nebenläufig, bei %3 wohlgeformten Anfragen über %4 Verbindungen.</translation>
    </message>
    <message>
        <source> Steps of %1 at most are too short to be sure to meet.</source>
        <translation> Schritte von höchstens %1 sind zu kurz, um sich sicher zu treffen.</translation>
    </message>
    <message>
        <source>This run has only one of the two variants.</source>
        <translation>Dieser Lauf hat nur eine der beiden Varianten.</translation>
    </message>
    <message>
        <source>Concurrent took %1, one by one %2.</source>
        <translation>Nebenläufig dauerte es %1, einzeln %2.</translation>
    </message>
    <message>
        <source> One step is 0.</source>
        <translation> Ein Schritt ist 0.</translation>
    </message>
    <message>
        <source> Only %1 requests are well formed.</source>
        <translation> Nur %1 Anfragen sind wohlgeformt.</translation>
    </message>
    <message>
        <source>%1 got 200</source>
        <translation>%1 bekamen 200</translation>
    </message>
    <message>
        <source>, %1 got 400</source>
        <translation>, %1 bekamen 400</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>200 after %1</source>
        <translation>200 nach %1</translation>
    </message>
    <message>
        <source>after %1: %2</source>
        <translation>nach %1: %2</translation>
    </message>
    <message>
        <source> Only 1 request is well formed.</source>
        <translation> Nur 1 Anfrage ist wohlgeformt.</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_database_pool</name>
    <message>
        <source>%1 queries took %2; one after another they are %3.</source>
        <translation>%1 Abfragen dauerten %2; nacheinander sind es %3.</translation>
    </message>
    <message>
        <source>The longest turn of the loop took %1, and all %2 queries are %3 of it.</source>
        <translation>Der längste Durchlauf der Loop dauerte %1, und alle %2 Abfragen sind %3 davon.</translation>
    </message>
    <message>
        <source>%1 in use at once, %2 connections.</source>
        <translation>%1 zugleich in Gebrauch, %2 Verbindungen.</translation>
    </message>
    <message>
        <source>With a connection in hand a query waited up to %1 for %2 others; with the permit held, %3.</source>
        <translation>Mit einer Verbindung in der Hand wartete eine Abfrage bis zu %1 auf %2 andere; mit gehaltenem Permit %3.</translation>
    </message>
    <message>
        <source> On the real clock the first has to be at least half of %1 queries, the second no longer than one.</source>
        <translation> Mit der echten Uhr muss das erste mindestens die Hälfte von %1 Abfragen sein, das zweite nicht länger als eine.</translation>
    </message>
    <message>
        <source>%1 in use at most, %2 connections, %3 queries.</source>
        <translation>Höchstens %1 in Gebrauch, %2 Verbindungen, %3 Abfragen.</translation>
    </message>
    <message>
        <source>%1 queries queued, %2 of them at once, and %3 got their permits in the order in which they came.</source>
        <translation>%1 Abfragen standen in der Schlange, %2 davon zugleich, und %3 bekamen ihr Permit in der Reihenfolge, in der sie kamen.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>not all</source>
        <translation>nicht alle</translation>
    </message>
    <message>
        <source>It took %1: %2 rounds of %3.</source>
        <translation>Es dauerte %1: %2 Runden von %3.</translation>
    </message>
    <message>
        <source>It took %1. The queries add up to %2; shared by %3 connections and with the longest, that is %4. On the real clock half as much again is allowed.</source>
        <translation>Es dauerte %1. Die Abfragen ergeben zusammen %2; auf %3 Verbindungen verteilt und mit der längsten sind das %4. Mit der echten Uhr ist die Hälfte mehr erlaubt.</translation>
    </message>
    <message>
        <source>The longest turn of the loop took %1; a quarter of a query is %2.</source>
        <translation>Der längste Durchlauf der Loop dauerte %1; ein Viertel einer Abfrage ist %2.</translation>
    </message>
    <message>
        <source>This run has no early-release.</source>
        <translation>Dieser Lauf hat kein early-release.</translation>
    </message>
    <message>
        <source> One query alone proves nothing.</source>
        <translation> Eine Abfrage allein beweist nichts.</translation>
    </message>
    <message>
        <source>loop stalled for %1</source>
        <translation>Loop stand %1 still</translation>
    </message>
    <message>
        <source>%1 in use, pool of %2</source>
        <translation>%1 in Gebrauch, Pool von %2</translation>
    </message>
    <message>
        <source>up to %1 waited for, connection in hand</source>
        <translation>auf bis zu %1 gewartet, Verbindung in der Hand</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_gather_failure</name>
    <message>
        <source>Fewer than the 5 tasks of the request are in the record.</source>
        <translation>Weniger als die 5 Tasks der Anfrage sind in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>checkQuota fails after %1; the caller had the error after %2.</source>
        <translation>checkQuota schlägt nach %1 fehl; der Aufrufer hatte den Fehler nach %2.</translation>
    </message>
    <message>
        <source>%1 tasks were cancelled, and %2 outlived the caller. The last work ended after %3, %4 after the error.</source>
        <translation>%1 Tasks wurden abgebrochen, und %2 überlebten den Aufrufer. Die letzte Arbeit endete nach %3, %4 nach dem Fehler.</translation>
    </message>
    <message>
        <source>%1&apos;s</source>
        <translation>das von %1</translation>
    </message>
    <message>
        <source>0 of 2 results were never read.</source>
        <translation>0 von 2 Ergebnissen wurden nie gelesen.</translation>
    </message>
    <message>
        <source>%1 of 2 results were never read: %2.</source>
        <translation>%1 von 2 Ergebnissen wurden nie gelesen: %2.</translation>
    </message>
    <message>
        <source>The record has not 1 request to cancel.</source>
        <translation>Die Aufzeichnung hat nicht genau 1 Abbruchanforderung.</translation>
    </message>
    <message>
        <source>checkQuota failed after %1, and %2 tasks were cancelled by it. Then ended, in this order: %3.</source>
        <translation>checkQuota schlug nach %1 fehl und brach damit %2 Tasks ab. Dann endeten, in dieser Reihenfolge: %3.</translation>
    </message>
    <message>
        <source>the failure came after %1, and closing the socket takes %2</source>
        <translation>der Fehler kam nach %1, und den Socket zu schließen dauert %2</translation>
    </message>
    <message>
        <source>the failure came after %1, when there was no socket to close</source>
        <translation>der Fehler kam nach %1, als es keinen Socket zu schließen gab</translation>
    </message>
    <message>
        <source>The caller had the error after %1; %2. %3 tasks were left.</source>
        <translation>Der Aufrufer hatte den Fehler nach %1; %2. %3 Tasks waren übrig.</translation>
    </message>
    <message>
        <source>The caller got %1. %2 tasks were cancelled, %3 results unread.</source>
        <translation>Der Aufrufer bekam %1. %2 Tasks wurden abgebrochen, %3 Ergebnisse blieben ungelesen.</translation>
    </message>
    <message>
        <source>no reply</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>a %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>It answered after %1; the longest of the three takes %2.</source>
        <translation>Es antwortete nach %1; der längste der drei braucht %2.</translation>
    </message>
    <message>
        <source>This run has not both of them.</source>
        <translation>Dieser Lauf hat nicht beide.</translation>
    </message>
    <message>
        <source>gather&apos;s caller heard after %1, the group&apos;s after %2.</source>
        <translation>Der Aufrufer von gather erfuhr es nach %1, der der Gruppe nach %2.</translation>
    </message>
    <message>
        <source>%1 tasks left behind</source>
        <translation>%1 Tasks zurückgelassen</translation>
    </message>
    <message>
        <source>%1 results unread</source>
        <translation>%1 Ergebnisse ungelesen</translation>
    </message>
    <message>
        <source>nothing left behind</source>
        <translation>nichts zurückgelassen</translation>
    </message>
    <message>
        <source>two results and the error kept</source>
        <translation>zwei Ergebnisse und der Fehler behalten</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <translation>bei %1: %2</translation>
    </message>
    <message>
        <source>done at %1, nobody read it</source>
        <translation>fertig bei %1, niemand las das Ergebnis</translation>
    </message>
    <message>
        <source>1 task left behind</source>
        <translation>1 Task zurückgelassen</translation>
    </message>
    <message>
        <source>1 result unread</source>
        <translation>1 Ergebnis ungelesen</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_loop_monitoring</name>
    <message>
        <source>The loop was blocked for %1 (threshold %2)</source>
        <translation>Die Loop war %1 lang blockiert (Schwelle %2)</translation>
    </message>
    <message>
        <source>, and %1 lines were logged.</source>
        <translation>, und %1 Zeilen wurden geloggt.</translation>
    </message>
    <message>
        <source> until %1; the line was logged at %2, %3 after that.</source>
        <translation> bis %1; die Zeile wurde bei %2 geloggt, %3 danach.</translation>
    </message>
    <message>
        <source> On the virtual clock a block takes no time that a thread could see: the watchdog is judged on the real clock.</source>
        <translation> Mit der virtuellen Uhr kostet eine Blockade keine Zeit, die ein Thread sehen könnte: Der Watchdog wird mit der echten Uhr bewertet.</translation>
    </message>
    <message>
        <source> from %1 to %2; the line was logged at %3, %4 before its end.</source>
        <translation> von %1 bis %2; die Zeile wurde bei %3 geloggt, %4 vor dem Ende.</translation>
    </message>
    <message>
        <source>Twice %1 of computing in a thread gave %2 lines.</source>
        <translation>Zweimal %1 Rechnen in einem Thread ergab %2 Zeilen.</translation>
    </message>
    <message>
        <source>Unwatched the work takes %1; it took %2 beside one monitor and %3 beside the other.</source>
        <translation>Unbeobachtet dauert die Arbeit %1; neben dem einen Monitor dauerte sie %2, neben dem anderen %3.</translation>
    </message>
    <message>
        <source> Of that the machine added %1 and %2, where it slept, computed or woke up for longer than asked.</source>
        <translation> Davon fügte der Rechner %1 und %2 hinzu, wo er länger schlief, rechnete oder aufwachte als verlangt.</translation>
    </message>
    <message>
        <source>This run has no slow-callback monitor.</source>
        <translation>Dieser Lauf hat keinen Monitor für langsame Callbacks.</translation>
    </message>
    <message>
        <source>The loop was blocked for %1, and the monitors logged %2 lines.</source>
        <translation>Die Loop war %1 lang blockiert, und die Monitore loggten %2 Zeilen.</translation>
    </message>
    <message>
        <source>nothing logged</source>
        <translation>nichts geloggt</translation>
    </message>
    <message>
        <source>logged %1 before the end</source>
        <translation>geloggt %1 vor dem Ende</translation>
    </message>
    <message>
        <source>logged at the end</source>
        <translation>geloggt am Ende</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verpasst</translation>
    </message>
    <message>
        <source>no line; a beat came %1 late</source>
        <translation>keine Zeile; ein Heartbeat kam %1 zu spät</translation>
    </message>
    <message>
        <source>told while it blocks</source>
        <translation>gemeldet, während sie blockiert ist</translation>
    </message>
    <message>
        <source>its whole length</source>
        <translation>ihre ganze Länge</translation>
    </message>
    <message>
        <source>who blocked</source>
        <translation>wer blockierte</translation>
    </message>
    <message>
        <source>%1 on the loop</source>
        <translation>%1 auf der Loop</translation>
    </message>
    <message>
        <source>below the threshold</source>
        <translation>unter der Schwelle</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>still</translation>
    </message>
    <message>
        <source>logged at %1</source>
        <translation>geloggt bei %1</translation>
    </message>
    <message>
        <source>%1 before its end</source>
        <translation>%1 vor ihrem Ende</translation>
    </message>
    <message>
        <source>%1 after its end</source>
        <translation>%1 nach ihrem Ende</translation>
    </message>
    <message>
        <source>“%1 so far”</source>
        <translation>„bisher %1“</translation>
    </message>
    <message>
        <source>%1 in a thread</source>
        <translation>%1 in einem Thread</translation>
    </message>
    <message>
        <source>rightly</source>
        <translation>zu Recht</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>Fehlalarm</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_missing_await</name>
    <message>
        <source>The record has 0 calls that ended.</source>
        <translation>Die Aufzeichnung hat 0 Aufrufe, die endeten.</translation>
    </message>
    <message>
        <source>It answered after %1; getUser ended after %2.</source>
        <translation>Es antwortete nach %1; getUser endete nach %2.</translation>
    </message>
    <message>
        <source>Exceptions thrown by getUser: %1; of them reached nobody: %2.</source>
        <translation>Von getUser geworfene Exceptions: %1; davon erreichten niemanden: %2.</translation>
    </message>
    <message>
        <source>It threw “%1” after %2; exceptions lost: %3.</source>
        <translation>Es warf „%1“ nach %2; verlorene Exceptions: %3.</translation>
    </message>
    <message>
        <source>It answered with the user%1 after %2; exceptions lost: %3.</source>
        <translation>Es antwortete mit dem Benutzer%1 nach %2; verlorene Exceptions: %3.</translation>
    </message>
    <message>
        <source>%1 of 1 call never started; the answer came after %2.</source>
        <translation>%1 von 1 Aufruf startete nie; die Antwort kam nach %2.</translation>
    </message>
    <message>
        <source>This run lacks one of the 2 variants.</source>
        <translation>Diesem Lauf fehlt eine der 2 Varianten.</translation>
    </message>
    <message>
        <source>Exceptions lost in A: %1; it ended %2 before B.</source>
        <translation>Verlorene Exceptions in A: %1; es endete %2 vor B.</translation>
    </message>
    <message>
        <source>%1 exception lost</source>
        <translation>%1 Exception verloren</translation>
    </message>
    <message>
        <source>the call never started</source>
        <translation>der Aufruf startete nie</translation>
    </message>
    <message>
        <source>answered without the user</source>
        <translation>ohne den Benutzer geantwortet</translation>
    </message>
    <message>
        <source>nothing lost</source>
        <translation>nichts verloren</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_nested_event_loops</name>
    <message>
        <source>The record has fewer than 2 clicks that were handled.</source>
        <translation>Die Aufzeichnung hat weniger als 2 behandelte Klicks.</translation>
    </message>
    <message>
        <source>%1 of %2 pairs that were open at once returned last in, first out.</source>
        <translation>%1 von %2 zugleich offenen Paaren kehrten zuletzt begonnen, zuerst beendet zurück.</translation>
    </message>
    <message>
        <source>The first click&apos;s data was there after %1, its handler returned after %2, %3 later.</source>
        <translation>Die Daten des ersten Klicks waren nach %1 da, sein Handler kehrte nach %2 zurück, %3 später.</translation>
    </message>
    <message>
        <source>%1 clicks, at most %2 handlers open at once, loops nested %3 deep.</source>
        <translation>%1 Klicks, höchstens %2 Handler zugleich offen, Loops %3 tief verschachtelt.</translation>
    </message>
    <message>
        <source>The latest of %1 handlers returned %2 after its data was there.</source>
        <translation>Der späteste von %1 Handlern kehrte %2 zurück, nachdem seine Daten da waren.</translation>
    </message>
    <message>
        <source>%1 nested loops, with at most %2 handlers open at once.</source>
        <translation>%1 verschachtelte Loops, mit höchstens %2 zugleich offenen Handlern.</translation>
    </message>
    <message>
        <source>This run has 0 nested loops.</source>
        <translation>Dieser Lauf hat 0 verschachtelte Loops.</translation>
    </message>
    <message>
        <source>The first wait of A returned %1 after its data was there.</source>
        <translation>Das erste Warten von A kehrte %1 zurück, nachdem seine Daten da waren.</translation>
    </message>
    <message>
        <source>each returns on time</source>
        <translation>jeder kehrt rechtzeitig zurück</translation>
    </message>
    <message>
        <source>onClick %1 returns %2 late</source>
        <translation>onClick %1 kehrt %2 zu spät zurück</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_resource_leaks</name>
    <message>
        <source>%1 requests were answered, and left %2 connections and %3 files open.</source>
        <translation>%1 Anfragen wurden beantwortet und ließen %2 Verbindungen und %3 Dateien offen.</translation>
    </message>
    <message>
        <source>%1 of %2 requests were refused; %3 connections may be open.</source>
        <translation>%1 von %2 Anfragen wurden abgelehnt; %3 Verbindungen dürfen offen sein.</translation>
    </message>
    <message>
        <source>At most %1 were open, with up to %2 requests at work at once; %3 of %4 requests were refused.</source>
        <translation>Höchstens %1 waren offen, mit bis zu %2 Anfragen zugleich in Arbeit; %3 von %4 Anfragen wurden abgelehnt.</translation>
    </message>
    <message>
        <source>After %1 of %2 changes the system listed as many open files as the pool had connections.</source>
        <translation>Nach %1 von %2 Änderungen listete das System so viele offene Dateien, wie der Pool Verbindungen hatte.</translation>
    </message>
    <message>
        <source>%1 files were open when the last request had ended; the run closed them, and then the system listed %2.</source>
        <translation>%1 Dateien waren offen, als die letzte Anfrage endete; der Lauf schloss sie, und dann listete das System %2.</translation>
    </message>
    <message>
        <source>This run has no variant that leaks.</source>
        <translation>Dieser Lauf hat keine Variante, die leckt.</translation>
    </message>
    <message>
        <source>%1 of %2 requests were refused.</source>
        <translation>%1 von %2 Anfragen wurden abgelehnt.</translation>
    </message>
    <message>
        <source>%1 of %2 refused</source>
        <translation>%1 von %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 left open</source>
        <translation>%1 offen gelassen</translation>
    </message>
    <message>
        <source>nothing left open</source>
        <translation>nichts offen gelassen</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>had no connection</source>
        <translation>hatte keine Verbindung</translation>
    </message>
    <message>
        <source>its connection left open</source>
        <translation>die Verbindung offen gelassen</translation>
    </message>
    <message>
        <source>its connection closed</source>
        <translation>die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>left open: %1, closed with the run</source>
        <translation>offen gelassen: %1, mit dem Lauf geschlossen</translation>
    </message>
    <message>
        <source>the pool refuses, %1 of %1 are open</source>
        <translation>der Pool lehnt ab, %1 von %1 sind offen</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_resources</name>
    <message>
        <source>%1 of %2 connections were open when the last task had ended.</source>
        <translation>%1 von %2 Verbindungen waren offen, als der letzte Task endete.</translation>
    </message>
    <message>
        <source>%1: %2 returned, %3 failed, %4 cancelled</source>
        <translation>%1: %2 zurückgekehrt, %3 fehlgeschlagen, %4 abgebrochen</translation>
    </message>
    <message>
        <source>%1 destructors blocked the loop for %2 in all; closing takes %3 each.</source>
        <translation>%1 Destruktoren blockierten die Loop zusammen %2 lang; Schließen dauert je %3.</translation>
    </message>
    <message>
        <source>%1 cleanups ended, %2 of them after a cancellation; closing takes %3.</source>
        <translation>%1-mal wurde zu Ende aufgeräumt, %2-mal davon nach einem Abbruch; Schließen dauert %3.</translation>
    </message>
    <message>
        <source>It blocked the loop %1 times; the destructors did %2 times, for %3.</source>
        <translation>Es blockierte die Loop %1-mal; die Destruktoren taten es %2-mal, %3 lang.</translation>
    </message>
    <message>
        <source>This run has not both of them.</source>
        <translation>Dieser Lauf hat nicht beide.</translation>
    </message>
    <message>
        <source>raii ended after %1, async-scope after %2.</source>
        <translation>raii endete nach %1, async-scope nach %2.</translation>
    </message>
    <message>
        <source>%1 of %2 left open</source>
        <translation>%1 von %2 offen gelassen</translation>
    </message>
    <message>
        <source>nothing left open</source>
        <translation>nichts offen gelassen</translation>
    </message>
    <message>
        <source>loop blocked for %1</source>
        <translation>Loop blockiert für %1</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zurückgekehrt</translation>
    </message>
    <message>
        <source>cancelled: %1</source>
        <translation>abgebrochen: %1</translation>
    </message>
    <message>
        <source>%1; its connection is left open</source>
        <translation>%1; die Verbindung ist offen gelassen</translation>
    </message>
    <message>
        <source>%1; its connection is closed</source>
        <translation>%1; die Verbindung ist geschlossen</translation>
    </message>
    <message>
        <source>left open: %1</source>
        <translation>offen gelassen: %1</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_testing_coroutines</name>
    <message>
        <source>Verdicts that differ between the rounds: %1 of %2.</source>
        <translation>Urteile, die sich zwischen den Runden unterscheiden: %1 von %2.</translation>
    </message>
    <message>
        <source>%1 of %2 passed; the longest wait of the tests may be %3, and that is their limit.</source>
        <translation>%1 von %2 bestanden; das längste Warten der Tests darf %3 sein, und das ist ihre Grenze.</translation>
    </message>
    <message>
        <source>On their own clocks the tests took %1 for %2 of waits.</source>
        <translation>Auf ihren eigenen Uhren brauchten die Tests %1 für %2 Wartezeit.</translation>
    </message>
    <message>
        <source> The machine needed %1 for them, and %2 with their two processes.</source>
        <translation> Der Rechner brauchte %1 dafür, und %2 mit ihren zwei Prozessen.</translation>
    </message>
    <message>
        <source>%1 of 2 rounds are there.</source>
        <translation>%1 von 2 Runden sind da.</translation>
    </message>
    <message>
        <source>The rounds took %1 and %2; each waits for %3 at least.</source>
        <translation>Die Runden dauerten %1 und %2; jede wartet mindestens %3.</translation>
    </message>
    <message>
        <source>takesTheLongestWait failed %1 of %2 times, the other tests %3 times. Verdicts that differ between the rounds: %5 of %4.</source>
        <translation>takesTheLongestWait schlug %1 von %2 Malen fehl, die anderen Tests %3-mal. Urteile, die sich zwischen den Runden unterscheiden: %5 von %4.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 were 200</source>
        <translation>%1: %2 von %3 waren 200</translation>
    </message>
    <message>
        <source>; seed %1 differs</source>
        <translation>; Seed %1 weicht ab</translation>
    </message>
    <message>
        <source>; seeds %1 differ</source>
        <translation>; Seeds %1 weichen ab</translation>
    </message>
    <message>
        <source>; %1 seeds differ</source>
        <translation>; %1 Seeds weichen ab</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %1 in both rounds</source>
        <translation>%1 von %1 in beiden Runden</translation>
    </message>
    <message>
        <source>%1 of %3, then %2 of %3</source>
        <translation>%1 von %3, dann %2 von %3</translation>
    </message>
    <message>
        <source>; each %1</source>
        <translation>; je %1</translation>
    </message>
    <message>
        <source> long, %1 real</source>
        <translation> lang, %1 real</translation>
    </message>
    <message>
        <source>This run has 0 tests on the virtual clock.</source>
        <translation>Dieser Lauf hat 0 Tests mit der virtuellen Uhr.</translation>
    </message>
    <message>
        <source>The virtual tests stand for %1 of waits.</source>
        <translation>Die virtuellen Tests stehen für %1 Wartezeit.</translation>
    </message>
    <message>
        <source>%1 of %2 tests passed</source>
        <translation>%1 von %2 Tests bestanden</translation>
    </message>
    <message>
        <source>1 verdict differs</source>
        <translation>1 Urteil weicht ab</translation>
    </message>
    <message>
        <source>%1 verdicts differ</source>
        <translation>%1 Urteile weichen ab</translation>
    </message>
    <message>
        <source>same verdicts twice</source>
        <translation>zweimal dieselben Urteile</translation>
    </message>
</context>
<context>
    <name>awaitscope::lesson_timeouts</name>
    <message>
        <source>The record has 0 answers.</source>
        <translation>Die Aufzeichnung hat 0 Antworten.</translation>
    </message>
    <message>
        <source>It answered %1 after %2</source>
        <translation>Antwort: %1, nach %2</translation>
    </message>
    <message>
        <source>the task takes %1 of the %2 that it has.</source>
        <translation>der Task braucht %1 von den %2, die er hat.</translation>
    </message>
    <message>
        <source>the task takes %1.</source>
        <translation>der Task braucht %1.</translation>
    </message>
    <message>
        <source>the task was through by then.</source>
        <translation>der Task war da schon fertig.</translation>
    </message>
    <message>
        <source>the task ended after %1, and its result was %2.</source>
        <translation>der Task endete nach %1, und sein Ergebnis wurde %2.</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>nie gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>the deadline is %1 and the cleanup takes %2. When it answered, %3 of it ran.</source>
        <translation>die Deadline ist %1, und das Aufräumen dauert %2. Als die Antwort kam, lief %3 davon.</translation>
    </message>
    <message>
        <source>some</source>
        <translation>ein Teil</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>the task takes %1, and the deadline of %2 %3.</source>
        <translation>der Task braucht %1, und die Deadline von %2 %3.</translation>
    </message>
    <message>
        <source>did not reach it</source>
        <translation>erreichte ihn nicht</translation>
    </message>
    <message>
        <source>was met</source>
        <translation>wurde eingehalten</translation>
    </message>
    <message>
        <source>of the deadlines %1 and %2 the earlier one acts.</source>
        <translation>von den Deadlines %1 und %2 greift die frühere.</translation>
    </message>
    <message>
        <source>the deadline was %1, and the loop was blocked for %2, until %3. Its timer came %4 late.</source>
        <translation>die Deadline war %1, und die Loop war %2 lang blockiert, bis %3. Ihr Timer kam %4 zu spät.</translation>
    </message>
    <message>
        <source>This run has no variant that cancels.</source>
        <translation>Dieser Lauf hat keine Variante, die abbricht.</translation>
    </message>
    <message>
        <source>cancel answered %1, %2 after its deadline.</source>
        <translation>cancel antwortete mit %1, %2 nach seiner Deadline.</translation>
    </message>
    <message>
        <source>its work goes on, unread</source>
        <translation>seine Arbeit läuft weiter, ungelesen</translation>
    </message>
    <message>
        <source>nothing left behind</source>
        <translation>nichts zurückgelassen</translation>
    </message>
</context>
<context>
    <name>lesson_sequential_vs_parallel</name>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1, %2 und %3</translation>
    </message>
    <message>
        <source>It took %1; %2.</source>
        <translation>Es dauerte %1; %2.</translation>
    </message>
    <message>
        <source>%1 add up to %2</source>
        <translation>%1 ergeben zusammen %2</translation>
    </message>
    <message>
        <source>the longest of %1 is %2</source>
        <translation>die längste von %1 ist %2</translation>
    </message>
    <message>
        <source>user and logs are %1 + %2 = %3, metrics %4</source>
        <translation>Benutzer und Logs sind %1 + %2 = %3, Metriken %4</translation>
    </message>
    <message>
        <source>It saved %1 − %2 = %3; the waits without the longest one are %4 − %5 = %6.</source>
        <translation>Es sparte %1 − %2 = %3; die Wartezeiten ohne die längste sind %4 − %5 = %6.</translation>
    </message>
    <message>
        <source>In %1, %2 and %3 both run at %4.</source>
        <translation>In %1 laufen %2 und %3 beide bei %4.</translation>
    </message>
    <message>
        <source>%1 running stretches, and no two of them overlap; at most %2 waits overlap.</source>
        <translation>%1 Abschnitte, in denen gelaufen wird, und keine zwei davon überlappen; höchstens %2 Wartezeiten überlappen.</translation>
    </message>
    <message>
        <source>%1 did not ask for both</source>
        <translation>%1 fragte nicht nach beiden</translation>
    </message>
    <message>
        <source>%1 asked for the logs at %2, with the user known</source>
        <translation>%1 fragte bei %2 nach den Logs und kannte den Benutzer</translation>
    </message>
    <message>
        <source>%1 asked at %2, before it knew the user at %3</source>
        <translation>%1 fragte bei %2, bevor es den Benutzer bei %3 kannte</translation>
    </message>
    <message>
        <source> Logs that are asked for without the user are incomplete.</source>
        <translation> Logs, nach denen ohne den Benutzer gefragt wird, sind unvollständig.</translation>
    </message>
    <message>
        <source>This run has no gather.</source>
        <translation>Dieser Lauf hat kein gather.</translation>
    </message>
    <message>
        <source>gather saved %1 of %2.</source>
        <translation>gather sparte %1 von %2.</translation>
    </message>
    <message>
        <source> One wait is 0.</source>
        <translation> Eine Wartezeit ist 0.</translation>
    </message>
    <message>
        <source>logs complete</source>
        <translation>Logs vollständig</translation>
    </message>
    <message>
        <source>logs asked without the user</source>
        <translation>nach Logs ohne den Benutzer gefragt</translation>
    </message>
</context>
</TS>
