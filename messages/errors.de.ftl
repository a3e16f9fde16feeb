# Errors, hints and what the commands of maintenance say, in German. Terms and reasons: docs/translating-de.md.

## The words before errors, causes and hints

error-label = Fehler:
cause-label = Ursache:
hint-label = Hinweis:
was-interrupted = unterbrochen
terminal-fails = vom Terminal kann nicht gelesen oder darauf geschrieben werden

## What stands in many errors

did-you-mean = meintest du `{ $near }`?
nothing-was-kept = es wurde nichts festgehalten
nothing-was-changed = es wurde nichts geändert
cannot-make-data-folder = der Datenordner lässt sich nicht anlegen
cannot-read = `{ $path }` lässt sich nicht lesen
cannot-write = `{ $path }` lässt sich nicht schreiben
cannot-write-json = das JSON lässt sich nicht schreiben
cannot-write-output = die Ausgabe lässt sich nicht schreiben
cannot-lay-out-page = die Seite lässt sich nicht aufbauen
cannot-lay-out-report = der Bericht lässt sich nicht aufbauen
no-random-numbers = das System gibt keine Zufallszahlen
without-question-yes = ohne Rückfrage geht es mit `--yes`

## Input: the clock, files, standard input

now-is-no-date = `CHECKIN_NOW` ist kein Datum mit Uhrzeit: `{ $text }`
now-is-like = schreib es wie `2026-11-20T18:30:00+01:00`, oder nimm die Variable weg
standard-input = die Standardeingabe
cannot-read-input = { $name } lässt sich nicht lesen
input-not-utf8 = { $name } ist ab Byte { $at } kein UTF-8-Text
save-as-utf8 = speichere es als UTF-8
input-too-large = { $name } ist größer als { $limit } Bytes
input-not-correct = { $name } ist kein korrektes { $kind }
cause-in-line = Zeile { $line }: { $problem }
input-ended-at = die Eingabe endete bei der Frage `{ $question }`
input-ended-at-number = die Eingabe endete bei Frage { $number } von { $of }
answers-so-far-kept = alle Antworten bis hierher sind festgehalten; `checkin` macht damit weiter
answers-from-file = ohne Fragen antwortest du mit `checkin start --answers DATEI`
no-data-folder = das System sagt nicht, wohin die Daten einer Person gehören
name-data-folder = nenn einen Ordner mit `--data-dir` oder `CHECKIN_DATA_DIR`

## Questionnaires and files of answers

no-such-questionnaire = es gibt keinen Fragebogen `{ $id }`
questionnaires-are-listed = `checkin questionnaires list` zeigt, welche es gibt
definition-of-has-mistakes = die Definition von `{ $id }` hat Fehler
correct-and-add-again = korrigiere die Datei und füg sie mit `checkin questionnaires add DATEI` wieder hinzu
answered-items-changed = `{ $id }` { $version } wurde schon beantwortet, und diese Items sind seitdem anders: { $items }
raise-version = erhöh `version`, damit alte und neue Antworten zu unterscheiden sind
stored-definition-unreadable = die festgehaltene Definition `{ $hash }` lässt sich nicht lesen
answers-unusable = die Antworten lassen sich nicht verwenden; es wurde nichts festgehalten
items-and-values-are-listed = `checkin questionnaires show { $id }` zeigt die Items und ihre Werte
items-are-listed = `checkin questionnaires show { $id }` zeigt die Items
no-answers-there = es gibt keine `answers`
unknown-key-near = unbekannter Schlüssel `{ $key }`; meintest du `{ $near }`?
unknown-key = unbekannter Schlüssel `{ $key }`; es gibt { $keys }
answers-not-table = die Antworten auf `{ $id }` sind keine Tabelle mit IDs von Items
item-answered-twice = `{ $name }` ist zweimal beantwortet
not-item-of = `{ $item }` ist kein Item von `{ $id }`
answer-unreadable = `{ $item }` hat keine lesbare Antwort; möglich sind eine Zahl, true oder false, eine Liste von Zahlen, {"{"}"text": "…"{"}"}, "skipped" oder "not_applicable"
notes-not-table = `notes` ist keine Tabelle mit IDs von Items und Texten
notes-name-no-item = `notes` nennt `{ $name }`, und das ist kein Item
text-too-long = `{ $key }` ist länger als 20.000 Bytes
not-text = `{ $key }` ist kein Text
unknown-item = unbekanntes Item `{ $item }`
unknown-item-near = unbekanntes Item `{ $item }`; meintest du `{ $near }`?
item-without-answer = `{ $item }` hat keine Antwort; gib eine an, oder "skipped"
item-not-asked = `{ $item }` würde nach den anderen Antworten nicht gefragt; lass es weg
item-always-applies = `{ $item }` kennt kein "not_applicable"; "skipped" geht
allowed-some-of = eine Liste aus { $options }
allowed-number = eine Zahl
allowed-from = von { $value }
allowed-to = bis { $value }
allowed-in-steps = in Schritten von { $value }
answer-not-allowed = die Antwort auf `{ $item }` gehört nicht zu den erlaubten: { $allowed }
option-named-twice = `{ $item }` nennt eine Möglichkeit zweimal
item-text-too-long = der Text von `{ $item }` ist länger als 20.000 Zeichen

## Check-ins, notes, events, steps

no-such-check-in = es gibt keinen Check-in `{ $name }`
no-check-in-so-far = es gibt noch keinen Check-in
checkin-starts-first = `checkin` beginnt den ersten
check-ins-are-listed = `checkin history list` zeigt alle mit ihren IDs
day-in-future = `{ $date }` liegt in der Zukunft
late-entry-is-past = nachtragen lässt sich nur ein vergangener Tag
no-such-version = es gibt keine Fassung { $number } dieses Check-ins
versions-are-shown = `checkin history show { $id }` nennt die, die es gibt
changes-not-kept = was geändert wurde, ist nicht festgehalten
not-item-and-value = `{ $text }` hat nicht die Form `ITEM=WERT`
set-for-example = zum Beispiel `--set support.heard=oft`
value-unreadable = der Wert von `{ $name }` lässt sich nicht lesen
values-that-can-be-read = möglich sind ein Wort der Skala, sein Wert, true, false, skipped, not_applicable oder {"{"}"text": "…"{"}"}
labels-that-can-be-read = möglich sind { $labels }, der Wert dazu, skipped oder not_applicable
answers-do-not-fit = die Antworten passen nicht; es wurde nichts geändert
edit-without-terminal = ohne Terminal geht es mit `--set`, `--note` oder `--date`
delete-without-question = ohne Rückfrage löschst du mit `--yes`
deleted-but-backups = aus dem Verlauf ist es gelöscht; `checkin backup list` zeigt die Sicherungen, in denen es noch stehen kann
note-is-empty = die Notiz ist leer
give-note-text = gib den Text mit: `checkin note add TEXT`
give-event-kind = gib die Art mit: `checkin event add ART`
event-ends-before = der letzte Tag { $to } liegt vor dem { $from }
no-leave-open = weder Urlaub noch Krankheit dauert an
events-are-listed = `checkin event list` zeigt die Ereignisse
give-step-text = gib ihn mit: `checkin step add TEXT`
step-is-empty = der Schritt ist leer
no-step-open = kein Schritt ist offen
no-such-step = es gibt keinen Schritt `{ $id }`
steps-are-listed = `checkin step list` zeigt alle mit ihren IDs
scores-imported-alone = dieser Check-in wurde nur als Werte importiert; es gibt keine Antworten, um sie zu erklären
scores-are-shown = `checkin history show { $id }` zeigt die Werte
questionnaire-without-score = `{ $questionnaire }` hat keinen Wert `{ $score }`
all-scores-explained = ohne Angabe werden alle erklärt

## Looking back and giving out

history-without-score = der Verlauf hat keinen Wert `{ $score }`
trends-show-scores = `checkin trends` zeigt alle Werte, die es gibt
table-shows-scores = `checkin trends --view table` zeigt alle Werte, die es gibt
before-1900 = { $day } liegt vor 1900
since-after-until = { $since } liegt nach { $to }
since-and-until = `--since` ist der erste Tag des Zeitraums und `--until` der letzte
period-too-long = { $since } bis { $to } sind mehr als 10.000 Wochen
map-needs-both = in keinem Check-in dieses Zeitraums stehen Beanspruchung und alle Ressourcen
weekly-gives-both = der wöchentliche Check-in gibt beides, sobald von jedem Thema mindestens drei der vier Items beantwortet sind
browsing-needs-screen = zum Blättern braucht es ein Terminal, das den Cursor bewegen kann
browsing-line-by-line = `checkin trends` und `checkin history show` sagen dasselbe Zeile für Zeile
nothing-exported-yet = es wurde noch nichts exportiert
choose-with-last = wähl mit `--last N`
no-pdf-in-build = diese Fassung von checkin schreibt kein PDF
html-prints = `--format html` lässt sich aus jedem Browser auf eine A4-Seite drucken
build-with-pdf = eine, die es kann: `cargo install --path . --features pdf`
template-is-for-pdf = `--template` ist für PDF
add-format-pdf = füg `--format pdf` hinzu, in einer Fassung, die PDF schreibt
period-without-check-in = in diesem Zeitraum gibt es keinen Check-in
choose-another-period = wähl einen anderen mit `--last`, `--since` und `--until`
export-not-remembered = die Seite ist geschrieben; nur ihr Vermerk in `checkin history exports` fehlt
nothing-opened-page = die Seite ist geschrieben, aber nichts hat sie geöffnet
export-without-questions = ohne Fragen sagst du mit `--include`, was hineinkommt, und `--yes`
force-writes-over = `--force` überschreibt sie
contact-needs-both = ein Kontakt braucht einen Namen und eine Nummer oder Adresse
contact-sign = ein Kontakt kann das unsichtbare Zeichen oder Steuerzeichen { $code } nicht enthalten; tippe ihn ohne das neu
contact-long = jeder Teil eines Kontakts kann höchstens { $most } Zeichen haben
no-such-contact = es gibt keinen Kontakt `{ $name }`
own-contacts-first = `checkin resources` zeigt deine zuerst
no-such-region = es gibt keine Hilfsangebote für die Region `{ $region }`
regions-there-are = diese Regionen gibt es: { $regions }

## Settings

settings-unreadable = die Einstellungen lassen sich nicht lesen
correct-or-remove-settings = korrigiere die Datei, oder entferne sie, dann gelten wieder die Vorgaben
cannot-read-settings = die Einstellungen `{ $path }` lassen sich nicht lesen
cannot-write-settings = die Einstellungen `{ $path }` lassen sich nicht schreiben
settings-not-written = die Einstellungen lassen sich nicht schreiben
force-replaces-settings = `--force` ersetzt sie mit allem, was darin eingestellt war
no-such-setting = es gibt keine Einstellung `{ $key }`
tables-stand-in-file = Kurzbefehle, Kontakte und `passphrase_command` stehen in der Datei selbst: `checkin config path` nennt sie, `checkin resources add` fügt einen Kontakt hinzu
settings-are-shown = `checkin config` zeigt alle
no-value-of-setting = `{ $value }` ist kein Wert von `{ $key }`
setting-takes = möglich: { $values }

## The history: why it did not do what it was asked

history-missing = bei `{ $path }` gibt es noch keinen Verlauf
not-plain-file = `{ $path }` ist keine gewöhnliche Datei
history-lost = der Verlauf `{ $path }` ist weg; beim letzten Schreiben war er da
history-empty = der Verlauf `{ $path }` ist leer; sein Inhalt ist verloren gegangen
stray-journal = `{ $path }` gehört zu einem Verlauf, der nicht mehr da ist
history-foreign = `{ $path }` ist nicht der Verlauf, der hierher gehört, und auch kein Teil davon
history-newer = der Verlauf hat die Schemafassung { $found }, dieses Programm kennt { $known } und frühere; nötig ist das Programm ab Version { $program }
history-newer-unnamed = der Verlauf hat die Schemafassung { $found }, dieses Programm kennt { $known } und frühere; nötig ist eine neuere Version des Programms
history-damaged-by = der Verlauf ist beschädigt: { $damage }
not-a-history = es ist kein Verlauf von checkin
no-encryption-for-history = der Verlauf ist verschlüsselt, und diese Fassung des Programms hat keine Verschlüsselung
history-locked = der Verlauf ist verschlüsselt; seine Passphrase wird gebraucht
no-passphrase-for-history = der Verlauf ist verschlüsselt, und es gibt keine Passphrase, um ihn zu öffnen
wrong-passphrase = die Passphrase ist falsch
wrong-passphrase-new-in-force = die Passphrase ist falsch: Ein Wechsel der Passphrase wurde unterbrochen, nachdem er wirksam war; es gilt die neue
wrong-passphrase-old-in-force = die Passphrase ist falsch: Ein Wechsel der Passphrase wurde unterbrochen, bevor er wirksam war; es gilt die frühere
wrong-recovery-key = der Wiederherstellungsschlüssel ist nicht der dieses Verlaufs
no-recovery-file = neben dem Verlauf gibt es keine Datei `recovery`
not-encrypted = der Verlauf ist nicht verschlüsselt
new-file-not-verified = die neue Datei ist nicht das, woraus sie gemacht wurde; sie wurde verworfen
replaced-but-failed = die neue Datei ist an ihrem Platz und gilt, aber was danach kommt, ist fehlgeschlagen
other-not-taken-in = `{ $path }` lässt sich nicht übernehmen; es wurde nichts geändert
histories-forked = beide Verläufe haben das Protokoll des Geräts `{ $device }` verschieden fortgesetzt
larger-than-history = `{ $path }` ist größer als jeder Verlauf
left-in-write = `{ $path }` blieb mitten in einem Schreibvorgang stehen
history-itself = `{ $path }` ist der Verlauf selbst
history-busy = ein anderer Prozess benutzt den Verlauf
disk-full = auf dem Datenträger ist kein Platz mehr
nothing-there = eine solche Datei oder einen solchen Ordner gibt es nicht
not-permitted = das System erlaubt es nicht
is-there-already = es ist schon da
is-a-folder = es ist ein Ordner
not-a-folder-on-the-way = ein Teil des Pfads ist kein Ordner
name-not-possible = der Name ist zu lang oder enthält Zeichen, die ein Name nicht haben kann
only-readable-there = dort lässt sich nichts schreiben: das Dateisystem ist schreibgeschützt
history-read-only = der Verlauf oder sein Ordner lässt sich nur lesen
history-no-access = dieses Konto darf den Verlauf nicht öffnen oder in seinem Ordner nicht schreiben
data-folder-unusable = der Datenordner lässt sich nicht benutzen
history-not-created = der Verlauf lässt sich nicht anlegen
engine-failed = in der Datenbank ist etwas fehlgeschlagen
engine-setting = die Datenbank nimmt die Einstellung `{ $name }` nicht an
not-saved = es wurde nicht gespeichert
perhaps-saved = es lässt sich nicht sagen, ob es gespeichert wurde
finished-elsewhere = der Check-in wurde anderswo abgeschlossen
discarded-elsewhere = der offene Check-in wurde anderswo verworfen
no-such-record = diesen Eintrag gibt es nicht
ambiguous-id = { $count } Einträge haben eine ID, die so endet
record-deleted = der Eintrag `{ $id }` wurde gelöscht
record-changed = der Eintrag `{ $id }` wurde inzwischen geändert
record-taken = es gibt einen anderen Eintrag `{ $id }`
record-of-other-kind = der Eintrag `{ $id }` ist von anderer Art
no-answered-definition = der Verlauf enthält die Definition nicht, die beantwortet wurde
wrong-definition-hash = die Definition passt nicht zu ihrem Hash
unwritable-value = es enthält einen Wert, der sich nicht genau schreiben lässt

## What is damaged

damaged-file = die Datei ist abgeschnitten oder ihre innere Ordnung ist gestört
damaged-tables = die Datei hat nicht die Tabellen ihrer Version
damaged-records = seine Liste der Einträge passt nicht zu seinem Protokoll
damaged-record = der Eintrag `{ $id }` ist nicht, wie er geschrieben wurde
damaged-draft = der offene Check-in `{ $id }` ist nicht, wie er geschrieben wurde
damaged-definition = die Definition `{ $hash }` ist nicht, wie sie geschrieben wurde
damaged-scores = die Werte des Eintrags `{ $id }` sind nicht die, die seine Antworten ergeben
damaged-log = sein Protokoll hat Lücken
damaged-devices = seine Liste der Geräte ist nicht, wie sie geschrieben wurde
damaged-drafts = seine offenen Check-ins sind nicht, wie sie geschrieben wurden
damaged-exports = seine Liste der Exporte ist nicht, wie sie geschrieben wurde
damaged-seal = Teile davon stammen von verschiedenen Tagen, oder sein Siegel ist gebrochen
damaged-head = die Datei `head` daneben ist nicht, wie sie geschrieben wurde
missing-head = die Datei `head` daneben ist weg
earlier-head = die Datei `head` daneben stammt von einem früheren Tag
rolled-back = er wurde auf einen früheren Tag zurückgesetzt
damaged-recovery = die Datei `recovery` daneben ist weg oder nicht, wie sie geschrieben wurde; das nächste Schreiben macht sie neu

## What to do about the history

make-room = schaff Platz und versuch es noch einmal; was vorher festgehalten war, ist noch da
close-other-checkin = schließ das andere checkin und versuch es noch einmal
check-owner = prüf, wem der Datenordner gehört und ob auf seinen Datenträger geschrieben werden kann
use-newer-checkin = nimm das neuere checkin, das ihn geschrieben hat
move-away-and-restore = es wurde nichts geändert; räum weg, was dort ist, dann holt `checkin restore` die neueste Sicherung zurück; oder nenn mit `--data-dir` einen anderen Ordner
restore-after-journal = `checkin restore` holt die neueste Sicherung zurück; räum vorher diese Datei weg
unchanged-and-restore = es wurde nichts geändert; `checkin restore` holt die neueste Sicherung zurück
restore-own-file = wenn der Verlauf selbst stimmt, prüft `checkin restore` mit dem Pfad seiner eigenen Datei ihn ganz und schreibt `head` neu; sonst holt `checkin restore` die neueste Sicherung zurück
recovery-made-anew = der Verlauf selbst ist unversehrt; der nächste Check-in schreibt die Datei neu; ohne die Passphrase kopier `recovery` aus dem neuesten Ordner in `backups` neben den Verlauf
copy-recovery = kopier `recovery` aus dem neuesten Ordner in `backups` neben den Verlauf und versuch es noch einmal
verify-or-restore = `checkin verify` sagt, ob der Verlauf beschädigt ist, `checkin restore` holt die neueste Sicherung zurück
damage-and-restore = nichts Beschädigtes wird gezeigt; `checkin verify` sagt mehr, `checkin restore` holt die neueste Sicherung zurück
use-default-features = nimm ein checkin, das mit seinen üblichen Funktionen gebaut ist
give-passphrase = gib sie an, mit `--passphrase-file`, `--passphrase-fd` oder der Einstellung `passphrase_command`
recover-with-key = es wurde nichts geändert; wenn sie verloren ist, öffnet `checkin protect --recover` den Verlauf mit dem Wiederherstellungsschlüssel
recovery-key-is-the-one = der Wiederherstellungsschlüssel ist der, der beim Schützen dieses Verlaufs gezeigt wurde; es wurde nichts geändert
new-passphrase-in-force = nach einem Wechsel der Passphrase gilt die neue; der nächste Befehl bringt den Rest zu Ende
restore-one-side = ein Datenordner wurde kopiert, während er benutzt wurde; stell zuerst die Sicherung der einen Seite wieder her, dann führ zusammen
run-where-written = ruf checkin einmal dort auf, wo sie geschrieben wurde, dann versuch es noch einmal
ids-are-listed = `checkin history list` zeigt alle Check-ins mit ihren IDs
name-other-history = nenn eine Sicherung, den Datenordner eines anderen Geräts, oder die `history.db` darin
take-other-backup = nimm eine andere Sicherung davon; `checkin backup list` zeigt, welche unversehrt sind
give-other-passphrase = gib seine Passphrase an, bei `merge` mit `--other-passphrase-file`, bei `restore` mit `--backup-passphrase-file`

## What happened on the way to the history

head-not-written = Es ist gespeichert, aber die Datei `head` neben dem Verlauf ließ sich nicht schreiben; das nächste Schreiben holt es nach.
change-interrupted-after = Eine Änderung des ganzen Verlaufs wurde unterbrochen, nachdem sie wirksam war; jetzt ist sie vollständig. Nach einem Wechsel der Passphrase gilt die neue.
change-interrupted-before = Eine Änderung des ganzen Verlaufs wurde unterbrochen, bevor sie wirksam war; alles ist wie vorher. Nach einem Wechsel der Passphrase gilt die frühere.
no-weekly-backup = Die wöchentliche Sicherung ließ sich nicht machen: { $reason }. `checkin backup` versucht es noch einmal.
recovery-mended = Die Datei `recovery` war beschädigt oder weg; sie wurde neu geschrieben, und dein Wiederherstellungsschlüssel öffnet den Verlauf wieder.
copies-left = Sicherungen enthalten noch, was gelöscht wurde, oder sind unverschlüsselt, und ließen sich nicht entfernen: { $reason }. Der nächste Check-in versucht es noch einmal.

## Files and folders

file-is-there = die Datei `{ $path }` gibt es schon
no-space-for = um `{ $path }` zu schreiben, ist kein Platz mehr
file-not-written = `{ $path }` kann nicht geschrieben werden
file-not-synced = `{ $path }` ist geschrieben, aber sein Ordner lässt sich nicht synchronisieren
not-folder = `{ $path }` ist kein Ordner
link-not-followed = `{ $path }` ist ein Verweis, und ihm wird nicht gefolgt
folder-of-others = andere Konten können im Ordner `{ $path }` schreiben
folder-unusable = der Ordner `{ $path }` lässt sich nicht benutzen

## Passphrases

no-terminal-to-ask = es gibt kein Terminal, um danach zu fragen
it-was-wrong = sie war falsch
prompt-was-left = die Frage wurde verlassen
source-unreadable = `{ $name }` kann nicht gelesen werden
program-not-started = `{ $name }` kann nicht gestartet werden
program-failed = `{ $name }` endete mit einem Fehler
source-without-passphrase = `{ $name }` gibt keine Passphrase; nötig ist eine Zeile Text, nicht leer
build-without-encryption = diese Fassung von checkin hat keine Verschlüsselung
install-default-features = installiere es mit seinen üblichen Funktionen
no-new-passphrase = es gibt keine neue Passphrase
new-passphrase-from = nimm `--new-passphrase-file` oder `--new-passphrase-fd`
good-passphrase-is = vier oder fünf Wörter, die nicht zusammengehören, sind eine gute
accept-weak = trotzdem nimmst du sie mit `--accept-weak`
cross-out-recovery-key = der Wiederherstellungsschlüssel oben gilt nicht, streich ihn durch; es wurde nichts geändert
no-recovery-key = es gibt keinen Wiederherstellungsschlüssel
use-recovery-key-file = nimm `--recovery-key-file`
not-a-recovery-key = das ist kein Wiederherstellungsschlüssel
recovery-key-form = er wurde beim Schützen des Verlaufs gezeigt, in 14 Gruppen zu 4
history-without-passphrase = der Verlauf hat keine Passphrase

## Backups, restoring, merging, verifying

backed-up = Gesichert und geprüft:
no-backups-yet = Noch keine Sicherungen; `checkin backup` macht eine.
no-such-folder = es gibt keinen Ordner `{ $path }`
make-or-mount-first = leg ihn zuerst an, oder häng den Datenträger ein
moment-ago = vor einem Augenblick
minutes-ago = vor { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
hours-ago = vor { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
backup-weekly = wöchentlich
backup-asked-for = auf Wunsch
backup-before-upgrade = vor einer Aktualisierung
backup-before-passphrase = vor dem Wechsel der Passphrase
backup-before-merge = vor einer Zusammenführung
backup-before-restore = vor einer Wiederherstellung
backup-after-deletion = nach einer Löschung
backup-after-encryption = nach der Verschlüsselung
backup-encrypted = verschlüsselt
backup-verified = geprüft
backup-not-as-written = BESCHÄDIGT: nicht das, was geschrieben wurde
restore-question = Soll { $path } an die Stelle des Verlaufs treten? Was dort ist, wird beiseitegelegt.
restore-without-question = ohne Rückfrage stellst du mit `--yes` wieder her
whose-backup = die Sicherung
whose-other-history = den anderen Verlauf
checking-backup = Die Sicherung wird geprüft
checking-other = Der andere Verlauf wird geprüft
checking = Es wird geprüft
no-whole-backup = es gibt keine unversehrte Sicherung
name-own-copy = nenn den Pfad einer Kopie, die du anderswo gemacht hast
backup-is-damaged = die Sicherung `{ $name }` ist beschädigt
whole-backups-are-listed = `checkin backup list` zeigt, welche unversehrt sind
no-such-backup = es gibt keine Sicherung `{ $name }`
backups-are-listed = `checkin backup list` zeigt, welche es gibt
restored = Wiederhergestellt: { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}.
restored-with-passphrase = Der Verlauf öffnet sich mit der Passphrase der Sicherung.
restored-in-the-clear = Die Sicherung war unverschlüsselt, und der Verlauf ist es jetzt auch: `checkin protect` verschlüsselt ihn.
restored-set-aside = Was dort war, liegt in { $path }; `checkin merge` mit diesem Pfad holt herein, was der Sicherung fehlt, wenn es unversehrt ist.
nothing-to-merge-into = hier gibt es noch keinen Verlauf, also lässt sich nichts mit ihm zusammenführen
restore-takes-over = `checkin restore PFAD` übernimmt den anderen Verlauf ganz
merged-but-backups = es ist zusammengeführt; das nächste Schreiben entfernt die Sicherungen, die noch enthalten, was gelöscht wurde
merged-nothing-new = Nichts Neues: Dieser Verlauf hat alles, was der andere hat.
merged-check-ins = Neu: { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
}.
merged-notes = Neu: { $count ->
    [one] { $count } Notiz
   *[other] { $count } Notizen
}.
merged-events = Neu: { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignisse
}.
merged-steps = Neu: { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritte
}.
merged-corrections = Außerdem: { $count ->
    [one] { $count } Korrektur
   *[other] { $count } Korrekturen
}.
merged-deletions = Außerdem: { $count ->
    [one] { $count } Löschung
   *[other] { $count } Löschungen
}.
merged-idle-device = Ein Gerät kam dazu, das nichts Neues geschrieben hat.
merge-conflict = Konflikt: Verschieden korrigiert wurde { $what }; beide Fassungen sind festgehalten. `checkin history show { $id }` zeigt sie.
merge-drafts-left = { $count ->
    [one] { $count } offener Check-in des anderen Verlaufs bleibt dort, bis er abgeschlossen ist
   *[other] { $count } offene Check-ins des anderen Verlaufs bleiben dort, bis sie abgeschlossen sind
}.
merged-check-in-of = der Check-in vom { $day }
merged-event-of = das Ereignis vom { $day }
merged-step-of = der Schritt vom { $day }
verified-log = { $entries ->
    [one] { $entries } Protokollzeile
   *[other] { $entries } Protokollzeilen
} von { $devices ->
    [one] { $devices } Gerät
   *[other] { $devices } Geräten
}, { $records ->
    [one] { $records } Eintrag
   *[other] { $records } Einträge
}, { $definitions ->
    [one] { $definitions } Definition
   *[other] { $definitions } Definitionen
}.
verified-scores = Werte neu berechnet: { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
}. Unversehrte Sicherungen: { $backups }.
verified-whole = Der Verlauf ist, wie er geschrieben wurde.
a-backup-not-as-written = die Sicherung { $name } ist nicht das, was geschrieben wurde
a-backup-is-damaged = eine Sicherung ist beschädigt
make-new-backup = der Verlauf selbst ist unversehrt; `checkin backup` macht eine neue Sicherung
history-is-damaged = der Verlauf ist beschädigt

## The settings shown

setting-head = Einstellung
value-head = Wert
from-head = Herkunft
meaning-head = Bedeutung
setting-line = { $key }: { $value }, Herkunft: { $origin }; { $about }.
setting-unset = Zurück zur Vorgabe: { $key } ist { $value }.
due-not-renewed = Der Tag des nächsten Check-ins ist noch nicht neu bestimmt; `checkin status` tut es:
setting-set = Eingestellt: { $key } ist jetzt { $value }.
language-not-spoken = checkin spricht Englisch, Spanisch und Deutsch (en, es, de) und bleibt bei Englisch. Fragebögen erscheinen auf `{ $language }`, wo es eine Übersetzung gibt, sonst so, wie sie geschrieben sind.
alias-line = Kurzname { $name }: { $words }
passphrase-command-line = passphrase_command: { $command } gibt die Passphrase aus
contact-line = Kontakt { $name }: steht bei `checkin resources` zuerst
origin-default = Vorgabe
origin-file = Datei
origin-environment = Umgebung { $name }
origin-option = Option { $name }
about-region = Land, dessen Hilfsangebote gezeigt werden
about-questionnaire = Fragebogen des wöchentlichen Check-ins
about-weekday = Tag, an dem der Check-in fällig wird
about-day-end = Uhrzeit, zu der ein Tag endet; was davor liegt, gehört zum Vortag
about-language = Sprache dessen, was gefragt und gesagt wird; `de` und `es` sind mitgeliefert
about-context = ob nach einem Check-in der Kontext der Woche angeboten wird
about-plain = ob alles Zeile für Zeile gefragt wird
about-color = wann das Terminal farbig ist
about-contrast = ob Hervorhebungen ohne Farbtöne und blassen Text auskommen
takes-region = eine Region aus `checkin resources --all`, oder `none`
takes-questionnaire = eine ID aus `checkin questionnaires list`
takes-weekday = monday, tuesday, wednesday, thursday, friday, saturday oder sunday
takes-day-end = eine Uhrzeit wie 04:00
takes-language = ein Kürzel wie `es` oder `pt-BR`, oder `none`
takes-truth = true oder false
takes-color = auto, always oder never
takes-contrast = normal oder high

## The settings file that explains itself

settings-file-head =
    # Einstellungen von checkin. Eine Zeile, die mit # beginnt, ist abgeschaltet: nimm das # weg und
    # ändere, was hinter dem Gleichheitszeichen steht. `checkin config` zeigt, was gilt.
settings-file-takes = Möglich: { $values }.
settings-file-passphrase = Ein Programm, das die Passphrase eines verschlüsselten Verlaufs ausgibt, mit seinen Argumenten.
settings-file-aliases = Kurznamen für Befehle; eine Liste, wo ein Wort ein Leerzeichen enthält.
settings-file-contacts = Menschen, an die du dich wenden kannst, vor allen anderen Hilfsangeboten gezeigt; so viele du möchtest.

## Reminders

system-reminder = `{ $name }` gehört zu { $system }
reminder-can-be-printed = `checkin remind { $name }` gibt sie aus; `checkin remind` zählt alle Wege auf
reminder-by-hand = `{ $name }` lässt sich nur von Hand einsetzen
reminder-text-to-write = Wird geschrieben, { $place }:
reminder-text-to-replace = Statt dessen, was dort ist, { $place }:
reminder-to-call = Wird aufgerufen: { $call }
reminder-to-remove = Wird entfernt: { $place }
do-this = Soll das geschehen?
asked-nothing-yes = ohne Fragen geht es mit `--yes`
reminder-half-installed = die Dateien sind geschrieben; ruf es selbst auf, oder `checkin remind { $name } --remove` nimmt sie weg
reminder-as-before = die frühere Erinnerung ist wieder an ihrem Platz
reminder-taken-back = die geschriebenen Dateien sind wieder weg oder wie zuvor; die Erinnerung ist nicht eingerichtet
reminder-left = diese wurden geschrieben und ließen sich nicht wieder wegnehmen: { $files }
reminder-handed-over = An deinen Kalender übergeben; vielleicht fragt er, ob er ihn behalten soll. Der Termin endet, wenn du ihn dort herausnimmst.
event-stays-in-calendar = Der Termin bleibt in deinem Kalender, bis du ihn dort herausnimmst.
reminder-installed = Eingerichtet: { $name }. `checkin remind { $name } --remove` nimmt die Erinnerung wieder weg.
reminder-program-missing = Hier nicht gefunden: { $programs }. Die Erinnerung spricht, sobald das installiert ist.
reminder-not-there = Es gibt keine Erinnerung über { $name }.
reminder-removed = Entfernt: { $name }.
reminder-removed-all-the-same = { $reason }. Was dafür geschrieben wurde, wird trotzdem entfernt.
reminder-not-installed = die Erinnerung lässt sich nicht einrichten
force-replaces = `--force` ersetzt sie
the-crontab = die Crontab
cannot-change = { $name } lässt sich nicht ändern
links-not-followed = einem Verweis wird nie gefolgt; setz die ausgegebenen Zeilen von Hand ein
table-is-there = `{ $header }` steht schon darin
put-in-by-hand = nimm das heraus, oder setze die gezeigten Zeilen von Hand ein; nichts wurde verändert
block-is-broken = die Zeilen `{ $begin }` und `{ $end }` stehen dort nicht je einmal, in dieser Reihenfolge
correct-lines-by-hand = korrigiere diese Zeilen von Hand; es wurde nichts geändert
no-calendar-started = es ließ sich kein Kalender starten
open-with-calendar = öffne `{ $path }` mit deinem Kalender
other-ways-to-remind = vielleicht hat dieses System kein cron; `checkin remind` nennt die anderen Wege
call-failed = `{ $call }` ist fehlgeschlagen
crontab-not-utf8 = die Crontab ist kein UTF-8-Text
call-ended-with = Ende mit { $status }
no-home-folder = das System nennt den persönlichen Ordner nicht
no-program-path = das System nennt den Pfad dieses Programms nicht
cannot-locate = es lässt sich nicht sagen, wo `{ $path }` liegt
path-not-for-reminder = der Pfad `{ $path }` kann nicht in einer Erinnerung stehen
path-must-be-text = er muss Unicode ohne Steuerzeichen sein
reminder-installed-mark = eingerichtet
quiet-until = Still bis { $moment }.
ways-not-found = Hier nicht gefunden: { $names }.
remind-prints-one = `checkin remind WEG` gibt eine aus.
way-systemd = Benachrichtigung durch einen systemd-Timer deines Kontos
way-launchd = Benachrichtigung durch launchd, auf macOS
way-task-scheduler = Meldung der Aufgabenplanung, auf Windows
way-cron = Benachrichtigung durch cron
way-calendar = Wöchentlicher Termin in einem Kalender (iCalendar-Datei)
way-shell = Zeile beim Start von { $shell }
way-prompt = Wort im Prompt von { $prompt }
advice-powerlevel10k = Setz es in ~/.p10k.zsh ein, und `checkin` unter die Elemente von POWERLEVEL9K_RIGHT_PROMPT_ELEMENTS. Entfern es auch dort wieder.
advice-calendar = Öffne es mit deinem Kalender, oder `checkin remind calendar --install` tut es. Ein Kalender kann nicht wissen, wann ein Check-in gemacht ist; entfern den Termin dort.
advice-foreign = Das gehört zu { $system }; `checkin remind { $name } --install` geht dort.
way-without-time = die Erinnerung `{ $name }` hat keine Uhrzeit: sie kommt, wenn ein Terminal sich öffnet
ways-with-time = lass `--at` weg; `systemd`, `launchd`, `task-scheduler`, `cron` und `calendar` nehmen es an
advice-install = Noch ist nichts geändert. `checkin remind { $name } --install` setzt es ein, `--remove` nimmt es weg.
place-end-of = am Ende von { $path }
place-crontab = am Ende deiner Crontab
place-by-hand = von Hand einzusetzen
day-not-to-come = { $day } ist kein Tag, der noch kommt
quiet-year-at-most = Erinnerungen können höchstens ein Jahr schweigen
remove-for-good = `checkin remind WEG --remove` nimmt eine für immer weg

## Questionnaires: adding, removing, writing, adopting

file-has-mistakes = die Datei hat Fehler; es wurde nichts hinzugefügt
correct-and-try-again = korrigiere sie und versuch es noch einmal
translation-added = Hinzugefügt: die Übersetzung { $name }.
translation-removed = Entfernt: die Übersetzung { $name }.
no-own-translation = du hast keine eigene Übersetzung `{ $name }`
id-of-built-in = `{ $id }` ist die ID eines mitgelieferten Fragebogens
give-another-id = gib deinem eine andere ID, und der Datei deren Namen
as-gives-another = `--as ID` gibt eine andere
questionnaire-added = Hinzugefügt: { $id } { $version }. `checkin start { $id }` beantwortet ihn.
questionnaire-replaced = Ersetzt: { $id } { $version }. `checkin start { $id }` beantwortet ihn.
built-in-stays = `{ $id }` ist mitgeliefert und bleibt
config-chooses-another = `checkin config set questionnaire ID` wählt einen anderen für jede Woche
is-included-by = `{ $id }` ist enthalten in { $users }
remove-those-first = entfern oder änder zuerst diese
questionnaire-removed = Entfernt: { $id }. Vergangene Check-ins bleiben lesbar.
was-weekly = Es war der wöchentliche Fragebogen; `checkin config set questionnaire weekly` wählt einen anderen.
have-questionnaire-already = du hast schon einen Fragebogen `{ $id }`
as-or-replace = `--as ID` gibt eine andere ID, `--replace` ersetzt ihn
definition-not-written = die Definition hat Fehler; es wurde nichts geschrieben
replace-replaces-file = `--replace` ersetzt eine vorhandene Datei
definition-written =
    Geschrieben: { $path }
    Bearbeite die Datei, dann `checkin questionnaires check { $path }` und `checkin questionnaires add { $path }`.
questionnaire-cannot-be-written = so lässt sich der Fragebogen nicht schreiben
try-other-words = es wurde nichts geschrieben; versuch es mit anderen Worten noch einmal
never-replaced = eine vorhandene Datei wird nie ersetzt; wähl eine andere ID oder einen anderen Ordner
no-such-key = es gibt keinen Schlüssel `{ $name }`
keys-are-listed = `checkin questionnaires adopt` zählt auf, welche es gibt
wording-file-unusable = `{ $path }` lässt sich nicht verwenden
correct-wording-file = es wurde nichts hinzugefügt; korrigiere die Datei und versuch es noch einmal
wording-does-not-fit = der Wortlaut passt nicht zum Schlüssel
one-item-a-line = ein Item je Zeile; es wurde nichts hinzugefügt
keys-need-your-copy = Der Wortlaut kommt aus deinem eigenen Exemplar: checkin questionnaires adopt KEY
look-at-copy = Sieh in dein Exemplar: { $caution }
now-the-items = Jetzt die Items, wie sie in deinem Exemplar stehen.
item-number-of = Item { $number } von { $of }
typed-before = Du hast von diesem Exemplar schon { $count ->
    [one] eine Zeile
   *[other] { $count } Zeilen
} eingetippt.
typed-go-on = Danach weitermachen
typed-look-again = Noch einmal durchgehen, um etwas zu ändern
typed-is-kept = was du eingetippt hast, bleibt; `checkin questionnaires adopt { $key }` macht damit weiter
move-typed-away = leg sie woanders hin, um neu anzufangen
wording-takes-file = `--wording DATEI` nimmt den Wortlaut aus einer Datei, ein Item je Zeile
options-of-scale = Antwortmöglichkeiten von `{ $scale }`{ $ends }:
label-of-value = Wortlaut der Antwort, die { $value } zählt
labels-in-file = oder gib sie in der Datei von `--wording`: eine Zeile [{ $scale }], dann `{ $value } = …` und so weiter
ends-of-scale = { $lowest } heißt { $low }, { $highest } heißt { $high }
key-asks-nothing = der Schlüssel `{ $key }` fragt nichts
leave-choose-out = lass `--choose` weg
no-answer-to = `{ $given }` ist keine Antwort auf: { $question }
choose-takes = `--choose` nimmt eines von { $choices }
i-do-not-know = Ich weiß es nicht
your-copy-says = In deinem Exemplar steht
or-answer-with-choose = oder antworte mit `--choose`, eines von { $choices }
key-needs-answer = ohne diese Antwort lässt sich der Schlüssel nicht verwenden
look-it-up = sieh in deinem Exemplar nach; es wurde nichts hinzugefügt
yes-confirms-items = `--yes` bestätigt, dass die Items sind wie gezeigt
items-at-their-numbers = Steht jedes Item deines Exemplars bei seiner Nummer?
not-confirmed = nicht bestätigt; es wurde nichts hinzugefügt
order-of-key = bring die Items in die Reihenfolge des Schlüssels, oder beginn jede Zeile mit ihrer Nummer (`3. …`)
is-published-wording = Ist es der veröffentlichte Wortlaut, unverändert, oder eine offizielle Übersetzung?
part-reverse-scored = { $title }, umgepolt
answers-by-scale = Antworten: { $scale }
shows-support = zeigt die Hilfsangebote
what-is-it-about = Worum geht es, für den Menschen, der antwortet?
now-your-items = Jetzt die Items, eines je Zeile: erste Person, die letzte Woche, je ein Gedanke. Eine leere Zeile beendet die Eingabe.
item-number = Item { $number }
samples-put-in = Drei Beispiel-Items werden eingesetzt; ersetz sie.
is-last-reversed = Ist das letzte Item umgekehrt formuliert?
is-high-good = Ist ein hoher Wert ein gutes Zeichen?

## Importing a questionnaire

import-refused = `{ $file }` wird abgelehnt
report-says-what = der Bericht sagt, was und wo; docs/importing.md sagt, was jeder Code bedeutet
names-none-of-several = `{ $id }` nennt keinen der Fragebögen in der Datei, oder nicht nur einen
several-in-file = die Datei enthält mehrere Fragebögen
id-says-which = `--id NAME` sagt, welcher gemeint ist
which-of-several = Welcher Fragebogen?
file-does-not-fit-key = die Datei passt nicht zum Schlüssel `{ $key }`
items-in-order-of-key = `--items a,b,c` nennt die Items in der Reihenfolge des Schlüssels; es wurde nichts hinzugefügt
confirm-confirms-here = `--confirm` bestätigt es hier
not-called-validated = Nicht validiert genannt: Die Werte und Bezeichnungen der Datei sind nicht die, die der Schlüssel nennt, und niemand wurde gefragt, ob es der veröffentlichte Wortlaut ist.
cannot-score-like-that = so lässt sich das nicht auswerten
values-of-options = `--values ITEM=0,1,2` gibt die Werte der Möglichkeiten eines Items an; es wurde nichts hinzugefügt
key-in-words = Schlüssel: { $key }
is-key-of-yours = Ist das der Schlüssel deines Fragebogens?
key-to-be-confirmed = der Schlüssel muss bestätigt werden; es wurde nichts hinzugefügt
confirm-or-unscored = `--confirm` bestätigt ihn; ohne `--score` werden die Items ohne Wert übernommen
score-by-mean = { $title }: Mittelwert von { $items }; { $reverse }
score-by-sum = { $title }: Summe von { $items }; { $reverse }
none-reverse-scored = keines umgepolt
these-reverse-scored = umgepolt: { $items }
values-unreadable = `--values { $text }` lässt sich nicht lesen
values-like = schreib 0,1,2,3 oder ITEM=0,1,2,3, `order` oder `codes`
not-item-with-options = `{ $item }` ist hier kein Item mit Antwortmöglichkeiten
report-lists-items = der Bericht zählt die Items auf, die übernommen wurden
no-score-described = die Datei beschreibt keinen Wert, der sich übernehmen ließe
score-makes-one = `--score sum` oder `--score mean` mit `--items` macht einen
please-give-numbers = Bitte gib { $count } Zahlen ein.
no-values-given = Die Datei gibt keine Werte für: { $options } ({ $count ->
    [one] { $count } Item
   *[other] { $count } Items
}).
some-values-given = Die Datei gibt nur für einige Werte von: { $options } ({ $count ->
    [one] { $count } Item
   *[other] { $count } Items
}).
equal-values-given = Die Datei gibt einigen dieselben Werte von: { $options } ({ $count ->
    [one] { $count } Item
   *[other] { $count } Items
}).
no-score-for-now = Vorerst kein Wert
as-file-says = Wie die Datei sagt: { $score }
sum-of-all = Die Summe { $count ->
    [one] des einen Items
   *[other] aller { $count } Items
}
mean-of-all = Der Mittelwert { $count ->
    [one] des einen Items
   *[other] aller { $count } Items
}
score-beside-key = { $score }; der Schlüssel { $key } zählt { $count }
score-by-key = Nach dem Schlüssel { $key } von checkin: { $title }, { $count ->
    [one] { $count } Item
   *[other] { $count } Items
}
score-without-key = Ohne Schlüssel: nach dem, was die Datei sagt, oder gar nicht
how-scored = Wie wird ausgewertet?
which-reverse-scored = Welche sind umgepolt?
report-taken = Übernommen: { $count ->
    [one] { $count } Item
   *[other] { $count } Items
}
report-left = Weggelassen
report-refused = Abgelehnt
report-about-key = Zum Schlüssel, zu bestätigen
report-to-know = Zu wissen
report-score-described = Die Datei beschreibt einen Wert ({ $because }): { $score }
report-scored-by-key = Ausgewertet nach dem Schlüssel `{ $key }`.
report-score-confirmed = Wert, wie bestätigt: { $score }
report-score-asked = Wert, wie gewünscht: { $score }
report-no-score = Kein Wert: Die Datei allein gibt keinen Schlüssel. `--key SCHLÜSSEL`, oder `--score` mit `--items` und `--reverse`, macht einen.
report-numbered = Die Antwortmöglichkeiten von { $count ->
    [one] { $count } Item
   *[other] { $count } Items
} sind nur in der Reihenfolge der Datei nummeriert; `--values` gibt ihre Werte an.
takes-any-of = beliebige von: { $options }
takes-number-between = eine Zahl von { $min } bis { $max }
takes-yes-or-no = ja oder nein
takes-words = Worte

## Importing old check-ins

file-not-table = `{ $name }` lässt sich nicht als Tabelle lesen
rows-do-not-fit = `{ $name }` hat Zeilen, die nicht passen
and-more = und { $count } weitere
row-in-future = Zeile { $line }: `{ $date }` liegt in der Zukunft
columns-left = Spalten, die wegbleiben: { $columns }.
date-format-tells-no-day = `--date-format { $format }` ergibt keinen Tag
date-format-signs = %Y ist das Jahr, %y eines mit zwei Ziffern, %m der Monat und %d der Tag: %d.%m.%Y
imported-with-answers = { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
} mit Antworten zu { $questionnaire }
imported-with-scores = { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
} nur mit Werten zu { $questionnaire }
imported-with-both = { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
} ({ $alone } der Zeilen nur mit Werten) zu { $questionnaire }
imported-known = { $count } schon vorhanden
imported-erased = { $count } früher gelöscht, weggelassen
imported-done = Importiert: { $what }.
import-to-confirm = der Import muss bestätigt werden: { $what }
import-question = Importieren: { $what }?
yes-imports = `--yes` importiert ohne Rückfrage
score-differs-in-file = Zeile { $line }: `{ $score }` in der Datei ist nicht, was die Antworten ergeben; festgehalten wird, was sie ergeben
row-unwritable = eine Zeile lässt sich nicht schreiben
not-column-and-target = `{ $text }` hat nicht die Form COLUMN=TARGET
no-such-column = es gibt keine Spalte `{ $name }`
columns-are = die Spalten sind { $columns }
one-date-column = eine Spalte muss das Datum enthalten
map-names-date = `--map SPALTE=date` nennt sie; die Spalten sind { $columns }
no-column-is-known = keine Spalte ist ein Item oder ein Wert von `{ $id }`
map-names-item = `--map SPALTE=ITEM` nennt eine; die Spalten sind { $columns }
what-does-column-hold = Was enthält `{ $name }`? Ein Item, einen Wert, date, oder - für nichts
neither-item-nor-score = `{ $target }` ist weder ein Item noch ein Wert von `{ $id }`
columns-hold-same = `{ $one }` und `{ $two }` enthalten beide `{ $target }`
map-leaves-out = `--map '{ $name }=-'` lässt eine weg; es wurde nichts importiert
items-and-scores-listed = `checkin questionnaires show { $id }` zeigt beides

## Trends of a file

range-takes-two = `--range` nimmt einen niedrigsten und einen höchsten Wert
range-is-empty = der Bereich { $low } bis { $high } ist leer
lowest-first = gib zuerst den niedrigsten möglichen Wert an
prior-spread-above-0 = `--prior-spread` muss über 0 liegen
problem-of-file = `{ $name }`: { $problem }
not-csv = kein CSV: { $cause }
cells-and-heads = { $cells } Zellen, wo die erste Zeile { $heads } hat
not-a-day = `{ $text }` ist kein Tag wie 2026-11-20
lines-unusable = einige Zeilen lassen sich nicht verwenden; es wurde nichts ausgewertet
columns-range-decimals = `--column` wählt die Spalten mit Werten, `--range MIN MAX` sagt, was möglich ist; Dezimalzahlen haben einen Punkt
write-commas = schreib Kommas zwischen die Spalten, keine Strichpunkte oder Tabulatoren
first-line-names-columns = die erste Zeile nennt die Spalten; eine davon ist `date`
no-date-column = es gibt keine Spalte `date`
no-score-column = es gibt keine Spalte mit Werten
not-a-number = `{ $text }` ist keine Zahl
outside-possible-range = `{ $text }` liegt außerhalb des Bereichs { $low } bis { $high }
scores-on-0-to-100 = { $name } (Werte von 0 bis 100)
confirmed-mark = bestätigt
no-scores-in-column = Keine Werte.

## Manual pages

no-such-command = es gibt keinen Befehl `{ $name }`
commands-are-listed = `{ $command } help` zählt die Befehle auf
manual-not-written = das Handbuch lässt sich nicht schreiben
force-replaces-pages = `--force` ersetzt die Seiten, die es schon gibt
pages-written = Geschrieben: { $count } Seiten in { $folder }

## In several places

cannot-make-folder = der Ordner `{ $path }` lässt sich nicht anlegen
cannot-remove = `{ $path }` lässt sich nicht entfernen
nothing-was-imported = es wurde nichts importiert
their-values = Ihre Werte, mit Kommas, oder `none`, um sie ohne Wert zu lassen

## Why a recovery key or a wording does not fit

recovery-key-length = ein Wiederherstellungsschlüssel hat 14 Gruppen zu 4, dieser hat { $count } Buchstaben und Ziffern
recovery-key-sign = ein Wiederherstellungsschlüssel hat nur Buchstaben ohne I, L, O, U und Ziffern
recovery-key-checksum = seine letzte Gruppe passt nicht zu den anderen; mindestens ein Zeichen ist vertippt
key-item-count = der Schlüssel hat { $expected } Items, der Wortlaut { $found }
key-label-count = die Skala `{ $scale }` hat { $expected } Werte, der Wortlaut gibt dafür { $found } Bezeichnungen
key-depends-on = der Schlüssel hängt ab von `{ $question }`, eines von { $choices }
wording-unknown-scale = Zeile { $line }: der Schlüssel hat keine Skala `{ $name }`; er hat { $known }
wording-no-label = Zeile { $line }: eine Antwortmöglichkeit schreibt sich `value = label`, wie `{ $example } = …`
wording-value = Zeile { $line }: die Skala `{ $scale }` hat die Werte { $values }, jeden einmal
wording-incomplete = die Bezeichnungen von `{ $scale }` sind nicht vollständig; sie hat die Werte { $values }
wording-number = Zeile { $line }: die Item-Nummer { $number } kommt zweimal vor oder liegt über { $items }
wording-partly = Zeile { $line } hat keine Nummer wie Zeile { $numbered }; nummeriere jedes Item, `1.` bis `{ $items }.`, oder keines
wording-misplaced = Zeile { $line } beginnt mit { $number } und ist nach ihrem Platz Item { $place }; schreib `{ $number }.`, damit die Nummern gelten

## What a row of old check-ins does not fit in

row-without-date-column = keine Spalte enthält das Datum
row-cell-empty = `{ $column }` ist leer
row-date-of-other-form = das Datum in `{ $column }` hat nicht die Form { $format }; `--date-format` nennt eine andere
row-date-before-1900 = das Datum in `{ $column }` liegt vor 1900; `--date-format` mit %y liest Jahre mit zwei Ziffern
row-without-answer = `{ $column }` enthält keine Antwort auf `{ $item }`
row-without-value = `{ $column }` enthält keinen Wert von `{ $score }`, der von { $from } bis { $to } reicht

## Was an einer Befehlszeile nicht stimmt

not-an-id = `{ $id }` kann nicht der Name eines Fragebogens sein
ids-are-made-of = nimm bis zu 60 Kleinbuchstaben a bis z, Ziffern und einzelne Bindestriche, zuerst einen Buchstaben
a-few-questions = Ein paar Fragen über die letzte Woche.
no-such-option = die Option `{ $option }` gibt es hier nicht
unexpected-word = `{ $word }` ist ein Wort zu viel
value-missing = bei `{ $argument }` fehlt ein Wert
value-not-taken = `{ $argument }` nimmt `{ $value }` nicht an
values-there-are = möglich sind { $values }
not-together = `{ $argument }` geht nicht zusammen mit `{ $other }`
argument-missing = es fehlt: { $argument }
command-missing = es ist nicht gesagt, was zu tun ist
line-not-utf8 = die Befehlszeile ist kein UTF-8
as-a-word = als Wort geschrieben steht `--` davor: `-- { $word }`
form-is = so wird es aufgerufen: `{ $form }`; mehr mit `--help`
write-a-day = schreib einen Tag wie 2026-11-20
no-such-day = diesen Tag hat der Kalender nicht; schreib einen wie 2026-11-20
write-a-time = schreib eine Uhrzeit wie 16:00
write-a-length = schreib Stunden, Tage oder Wochen, etwa 3h, 2d oder 1w
write-a-number = schreib eine Zahl von { $from } bis { $to }
write-a-whole-number = schreib eine ganze Zahl, etwa 3
write-a-decimal = schreib eine Zahl, etwa 62.5
