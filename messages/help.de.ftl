# Die Hilfe auf Deutsch; die Schlüssel sind die von help.en.ftl.

help = Ein privater wöchentlicher Check-in für Menschen, die im Bereich der psychischen Gesundheit arbeiten
help--more =
    Ein privater wöchentlicher Check-in für Menschen, die im Bereich der psychischen Gesundheit arbeiten

    Einmal in der Woche beantwortest du in etwa drei Minuten ein paar Fragen zu den Bedingungen deiner Arbeit und zu dir selbst. Alles bleibt auf diesem Gerät. Ohne Befehl tut checkin das Nächstliegende: Es beginnt den ersten Check-in, macht mit einem angefangenen weiter, beginnt den fälligen oder zeigt den Stand.
help--examples =
    Beispiele:
      checkin                       das Nächstliegende tun
      checkin start pulse           acht Fragen statt der üblichen
      checkin history show          der letzte Check-in, Antworten und Werte
      checkin explain last strain.strain
                                    wie eine Zahl zustande kam

    Selbstauskunft, keine Diagnose. Die mitgelieferten Fragebögen sind keine validierten Instrumente.
help--data-dir = Ordner mit Verlauf und Einstellungen (auch `CHECKIN_DATA_DIR`)
help-heading-for-every-command = Für jeden Befehl
help-word-folder = ORDNER
help--plain = Zeile für Zeile fragen und antworten, ohne Cursorbewegung und Rahmenzeichen (auch `CHECKIN_PLAIN=1`)
help--passphrase-file = Passphrase eines verschlüsselten Verlaufs aus der ersten Zeile einer Datei lesen
help-word-file = DATEI
help--passphrase-fd = Passphrase eines verschlüsselten Verlaufs aus einem offenen Dateideskriptor lesen
help-start = Einen Check-in machen
help-start--examples =
    Beispiele:
      checkin start                        der wöchentliche Check-in
      checkin start pulse                  acht Fragen
      checkin start --date 2026-11-13      für diesen Tag nachtragen
      checkin start --answers week.json    ohne Fragen
      checkin start --answers - < week.toml

    Eine Datei mit Antworten, jede als Wert oder als Wort der Skala: {"{"}"answers": {"{"}"support.heard": 4, "support.alone": "skipped"{"}"}, "note": "…"{"}"}
help-start--questionnaire = Fragebogen (Vorgabe: der des wöchentlichen Check-ins)
help-word-questionnaire = FRAGEBOGEN
help-start--date = Tag, für den nachgetragen wird
help-start--answers = Antworten aus einer TOML- oder JSON-Datei nehmen (- für die Standardeingabe), ohne Fragen
help-start--new = Einen neuen Check-in beginnen, auch wenn einer offen ist
help-start--json = Den abgeschlossenen Check-in als JSON ausgeben
help-status = Zeigen, wann der letzte Check-in war, wann der nächste fällig ist und was noch offen ist
help-status--examples =
    Beispiele:
      checkin status
      checkin status --due && echo 'time to check in'

    --due liest weder Verlauf noch Einstellungen und fragt nach nichts. Der Exit-Code ist 0, wenn ein Check-in fällig ist, und 3, wenn nicht, ebenso im Urlaub und solange Erinnerungen schweigen; jeder andere heißt, dass etwas fehlgeschlagen ist.
help-status--due = Nichts ausgeben; Exit-Code 0, wenn ein Check-in fällig ist, sonst 3
help-status--json = Als JSON ausgeben
help-history = Vergangene Check-ins auflisten, zeigen, korrigieren, löschen oder importieren; Exporte auflisten
help-history--examples =
    Beispiele:
      checkin history                      alle
      checkin history show                 der letzte
      checkin history edit last --set support.heard=often
      checkin history delete 1a2b3c4d
help-history-list = Vergangene Check-ins auflisten, die ältesten zuerst
help-history-list--examples =
    Beispiele:
      checkin history list
      checkin history list --last 10
      checkin history list --since 2026-09-01 --questionnaire weekly --json
help-history-list--since = Nur ab diesem Tag
help-history-list--until = Nur bis zu diesem Tag
help-history-list--last = Nur so viele der letzten Check-ins
help-word-number = ANZAHL
help-history-list--questionnaire = Nur mit diesem Fragebogen
help-history-list--json = Als JSON ausgeben
help-history-show = Einen vergangenen Check-in zeigen: Antworten, Notizen, Kontext und Werte
help-history-show--examples =
    Beispiele:
      checkin history show                 der letzte
      checkin history show 2026-11-13
      checkin history show last --json
help-history-show--check-in = Check-in: seine ID, sein Datum oder `last`
help-word-check-in = CHECK-IN
help-history-show--json = Als JSON ausgeben
help-history-edit = Einen vergangenen Check-in korrigieren; was vorher da stand, bleibt erhalten
help-history-edit--examples =
    Beispiele:
      checkin history edit last                              auswählen, was sich ändert oder dazukommt
      checkin history edit last --set support.heard=often --set support.alone=skipped
      checkin history edit last --set context.client-hours=25
      checkin history edit 2026-11-13 --note 'On call all week'
help-history-edit--check-in = Check-in: seine ID, sein Datum oder `last`
help-history-edit--set = Neue Antwort: ID des Items, Gleichheitszeichen und ein Wort der Skala wie `often` oder `almost-always`, oder der Wert wie in einer Datei mit Antworten
help-word-item = ITEM
help-word-value = WERT
help-history-edit--note = Neue Notiz zum ganzen Check-in; eine leere entfernt sie
help-word-note = NOTIZ
help-history-edit--take = Nach einer Zusammenführung die Fassung, mit der es weitergeht, nach ihrer Nummer in `history show`; 0 ist die jetzige
help-history-edit--date = Neuer Tag, zu dem er gehört
help-history-delete = Einen Check-in, eine Notiz, ein Ereignis oder einen Schritt löschen; der Inhalt wird endgültig gelöscht
help-history-delete--examples =
    Beispiele:
      checkin history delete 1a2b3c4d
      checkin history delete last --yes

    Das Protokoll behält, dass etwas gelöscht wurde, nicht was. Deine Kopien anderswo bleiben.
help-history-delete--id = Check-in, Notiz, Ereignis oder Schritt: die ID; beim Check-in auch das Datum oder `last`
help-history-delete--yes = Nicht nachfragen
help-history-exports = Auflisten, was wann und mit welcher Auswahl exportiert wurde, das Älteste zuerst
help-history-exports--examples =
    Beispiele:
      checkin history exports
      checkin history exports --json
help-history-exports--json = Als JSON ausgeben
help-history-import = Alte Check-ins oder Werte aus einer CSV-Datei in den Verlauf übernehmen
help-history-import--more =
    Alte Check-ins oder Werte aus einer CSV-Datei in den Verlauf übernehmen

    Spalten werden an ihrem Namen erkannt: `date`, Items, Werte. Hat eine Zeile Antworten, werden die Werte berechnet; hat sie nur Werte, bleiben sie, wie sie sind. Beides wird als importiert gekennzeichnet. Dieselbe Datei noch einmal zu importieren ändert nichts.
help-history-import--examples =
    Beispiele:
      checkin history import old.csv --questionnaire who-5
      checkin history import scores.csv --map 'total=support.support' --map 'when=date' --map 'notes=-' --yes
      checkin history import old.csv --date-format %d.%m.%Y
help-history-import--file = CSV-Datei mit Kopfzeile (- für die Standardeingabe)
help-history-import--questionnaire = Fragebogen, der beantwortet wurde (Vorgabe: der des wöchentlichen Check-ins)
help-history-import--map = Was eine Spalte enthält: `date`, ein Item, einen Wert, oder `-` für nichts
help-word-column = SPALTE
help-word-target = ZIEL
help-history-import--date-format = Form des Datums: %Y Jahr, %m Monat, %d Tag
help-word-form = FORMAT
help-history-import--same-day = Zeilen eines Tages, der schon einen anderen Check-in mit diesem Fragebogen hat, als zweiten übernehmen
help-history-import--yes = Ohne Rückfrage importieren
help-history-import--json = Als JSON ausgeben, was importiert wurde
help-explain = Zeigen, wie jede Zahl eines Check-ins zustande kam
help-explain--examples =
    Beispiele:
      checkin explain                       alle Werte des letzten Check-ins
      checkin explain last strain.strain
      checkin explain 2026-11-13 weekly.resources --json
help-explain--check-in = Check-in: seine ID, sein Datum oder `last`
help-explain--score = Wert, der erklärt wird, zum Beispiel `strain.strain` (Vorgabe: alle)
help-word-score = WERT
help-explain--json = Als JSON ausgeben
help-trends = Jeden Wert im Lauf der Zeit zeigen
help-trends--examples =
    Beispiele:
      checkin trends                                alle Werte, klein
      checkin trends strain                         ein Wert, groß
      checkin trends strain --since 2026-01-01
      checkin trends --view calendar                Wochen mit und ohne Check-in
      checkin trends --view map                     Beanspruchung und Ressourcen in einem Bild
      checkin trends --browse                       durch Werte und Wochen blättern
      checkin trends --json
      checkin trends --file scores.csv --items 10 --range 10 50

    In der Balkenreihe der Tabelle steht ein Punkt für eine Woche ohne Check-in, ~ für Urlaub oder Krankheit, ? für zu wenige Antworten.
help-trends--scores = Werte, die gezeigt werden, zum Beispiel `strain` oder `weekly.resources` (Vorgabe: alle)
help-trends--view = Ansicht (Vorgabe: chart bei einem Wert, small bei allen)
help-word-picture = ANSICHT
help-trends--view--value-chart = Jeder Wert als Linie im Lauf der Zeit, mit seinem üblichen Bereich
help-trends--view--value-small = Alle Werte nebeneinander, klein
help-trends--view--value-table = Letzter und voriger Wert, Woche für Woche
help-trends--view--value-calendar = Wochen mit und ohne Check-in
help-trends--view--value-map = Beanspruchung und Ressourcen in einem Bild
help-trends--browse = Auf dem ganzen Bildschirm durch Werte und Wochen blättern und die Antworten hinter einem Punkt sehen
help-trends--last = So viele Wochen zurückblicken, die letzte mitgezählt
help-trends--since = Erster Tag des Zeitraums; die Woche, in der er liegt, wird ganz gezeigt
help-trends--until = Letzter Tag des Zeitraums (Vorgabe: heute); spätere Check-ins zählen auch im Vergleich nicht mit
help-trends--file = Eine CSV-Datei mit einer Spalte `date` und Spalten mit Werten auswerten (- für die Standardeingabe)
help-trends--column = Spalte, die ausgewertet wird (Vorgabe: alle außer `date`)
help-word-name = NAME
help-trends--items = Items des Werts, jedes mit fünf Antwortmöglichkeiten; bestimmt die kleinste Streuung
help-trends--range = Niedrigster und höchster möglicher Wert
help-word-min = MIN
help-word-max = MAX
help-trends--series = Zahl der Reihen, die zusammen beurteilt werden
help-trends--prior-spread = Streuung der Werte einer Person, die anfangs angenommen wird, in Punkten von 0 bis 100
help-word-points = PUNKTE
help-trends--json = Als JSON ausgeben
help-report = Die Seite für die Supervision zeigen, wie `export` sie schreibt
help-report--examples =
    Beispiele:
      checkin report
      checkin report --last 26 --include events,steps,notes
      checkin report --without stigma --no-questions
      checkin report --json

    `checkin export` schreibt sie als HTML, Markdown, CSV oder JSON.
help-report--last = So viele Wochen zurückblicken, die letzte mitgezählt
help-report--since = Erster Tag des Zeitraums; die Woche, in der er liegt, wird ganz gezeigt
help-report--until = Letzter Tag des Zeitraums (Vorgabe: heute); spätere Check-ins zählen auch im Vergleich nicht mit
help-report--since-last = Am Tag nach dem Ende des letzten Exports beginnen
help-report--include = Was neben den Werten hineinkommt (Vorgabe: events,steps)
help-word-parts = TEILE
help-report--include--value-events = Urlaub, Vorfälle, neue Rollen
help-report--include--value-steps = Schritte, und was daraus wurde
help-report--include--value-notes = Notizen, auch die zu Check-ins und Items
help-report--include--value-answers = Einzelne Antworten
help-report--include--value-context = Der Kontext der Woche
help-report--include--value-none = Nichts neben den Werten
help-report--private = Privates Item, das mit den Antworten hineinkommt (seine ID)
help-report--only = Nur diese Werte und nur die Antworten, auf denen sie beruhen
help-word-scores = WERTE
help-report--without = Diese Werte nicht
help-report--question = Frage zum Besprechen, statt der Fragen, die aus den Veränderungen gewählt werden
help-word-text = TEXT
help-report--no-questions = Gar keine Fragen
help-report--json = Als JSON ausgeben
help-export = Die Seite für die Supervision schreiben, nachdem gezeigt wurde, was genau hineinkommt
help-export--examples =
    Beispiele:
      checkin export                                  fragt, zeigt die Seite, schreibt HTML
      checkin export --format md --last 26
      checkin export --include events,steps,notes --without stigma
      checkin export --format json -o - --yes
      checkin export -o - --yes | age -r RECIPIENT > page.html.age    für die Supervision verschlüsselt

    Notizen, einzelne Antworten und der Kontext der Woche bleiben draußen, wenn du sie nicht eigens aufnimmst. Private Items kommen nur hinein, wenn du sie nennst. Was wann und mit welcher Auswahl exportiert wurde, wird festgehalten: `checkin history exports`.
help-export--format = Format der Seite (Vorgabe: nach der Endung von --output, sonst html)
help-word-format = FORMAT
help-export--format--value-html = Eine HTML-Datei, die sich auf eine A4-Seite drucken lässt
help-export--format--value-md = Markdown
help-export--format--value-txt = Text wie im Terminal
help-export--format--value-csv = Die Werte, eine Zeile je Check-in und Wert
help-export--format--value-json = Alles Ausgewählte, als JSON
help-export--format--value-ndjson = Dasselbe, ein Objekt je Zeile
help-export--format--value-fhir = FHIR-R4-Bundle der Werte, und der Antworten, wenn sie dabei sind
help-export--format--value-pdf = PDF, wenn dieses Programm damit gebaut ist
help-export--output = Datei oder Ordner als Ziel, oder - für die Standardausgabe (Vorgabe: dieser Ordner)
help-export--template = Typst-Vorlage für das PDF, statt der mitgelieferten
help-export--force = Eine vorhandene Datei überschreiben
help-export--open = Die geschriebene Datei öffnen
help-export--yes = Nicht nachfragen; es kommt hinein, was die Optionen sagen
help-export--last = So viele Wochen zurückblicken, die letzte mitgezählt
help-export--since = Erster Tag des Zeitraums; die Woche, in der er liegt, wird ganz gezeigt
help-export--until = Letzter Tag des Zeitraums (Vorgabe: heute); spätere Check-ins zählen auch im Vergleich nicht mit
help-export--since-last = Am Tag nach dem Ende des letzten Exports beginnen
help-export--include = Was neben den Werten hineinkommt (Vorgabe: events,steps)
help-export--include--value-events = Urlaub, Vorfälle, neue Rollen
help-export--include--value-steps = Schritte, und was daraus wurde
help-export--include--value-notes = Notizen, auch die zu Check-ins und Items
help-export--include--value-answers = Einzelne Antworten
help-export--include--value-context = Der Kontext der Woche
help-export--include--value-none = Nichts neben den Werten
help-export--private = Privates Item, das mit den Antworten hineinkommt (seine ID)
help-export--only = Nur diese Werte und nur die Antworten, auf denen sie beruhen
help-export--without = Diese Werte nicht
help-export--question = Frage zum Besprechen, statt der Fragen, die aus den Veränderungen gewählt werden
help-export--no-questions = Gar keine Fragen
help-note = Eine Notiz schreiben oder Notizen auflisten
help-note--examples =
    Beispiele:
      checkin note add 'First week on the new ward'
      checkin note add --date 2026-11-13
      checkin note list

    `checkin history delete ID` löscht eine.
help-note-add = Eine Notiz schreiben; ohne Text wird danach gefragt
help-note-add--examples =
    Beispiele:
      checkin note add 'First week on the new ward'
      checkin note add --date 2026-11-13
help-note-add--text = Die Notiz
help-note-add--date = Tag, zu dem sie gehört
help-note-list = Die Notizen auflisten, die ältesten zuerst
help-note-list--examples =
    Beispiele:
      checkin note list
      checkin note list --json
help-note-list--json = Als JSON ausgeben
help-event = Urlaub, Krankheit, Vorfälle und andere Ereignisse vermerken oder auflisten
help-event--examples =
    Beispiele:
      checkin event add leave --from 2026-12-21 --to 2027-01-03
      checkin event add incident --from 2026-11-12 'Assault on the ward'
      checkin event add illness            offen bis `checkin event end`
      checkin event end                    heute wieder da
      checkin event list

    `checkin history delete ID` löscht eines.
help-event-add = Ein Ereignis vermerken; ohne Art wird danach gefragt
help-event-add--examples =
    Beispiele:
      checkin event add
      checkin event add leave --from 2026-12-21 --to 2027-01-03
      checkin event add new-role --new-baseline
help-event-add--kind = Art des Ereignisses
help-word-kind = ART
help-event-add--kind--value-leave = Urlaub oder andere freie Zeit
help-event-add--kind--value-illness = Krankheit
help-event-add--kind--value-incident = Kritisches Ereignis
help-event-add--kind--value-new-role = Neue Rolle, neues Team oder neuer Arbeitsplatz
help-event-add--kind--value-supervision = Supervisionssitzung
help-event-add--kind--value-other = Alles andere
help-event-add--text = Ein paar Worte dazu
help-event-add--from = Erster Tag (Vorgabe: heute)
help-event-add--to = Letzter Tag, wenn es mehrere sind
help-event-add--new-baseline = Neuer Ausgangspunkt: Check-ins ab diesem Tag nur noch untereinander vergleichen
help-event-end = Offenen Urlaub oder offene Krankheit beenden
help-event-end--examples =
    Beispiele:
      checkin event end                    heute wieder da
      checkin event end --to 2026-11-22
help-event-end--to = Letzter Tag davon (Vorgabe: gestern)
help-event-list = Die Ereignisse auflisten, die ältesten zuerst
help-event-list--examples =
    Beispiele:
      checkin event list
      checkin event list --json
help-event-list--json = Als JSON ausgeben
help-step = Einen kleinen Schritt wählen, sagen, ob es dazu gekommen ist, oder die Schritte auflisten
help-step--examples =
    Beispiele:
      checkin step add 'Ask Sam for ten minutes on Tuesday'
      checkin step answer yes
      checkin step answer partly 1a2b3c4d
      checkin step list

    Ein Schritt, zu dem es nicht gekommen ist, ist kein Versagen; er sagt etwas über die Woche.

    `checkin history delete ID` löscht einen.
help-step-add = Einen Schritt wählen; ohne Text wird danach gefragt
help-step-add--examples =
    Beispiele:
      checkin step add
      checkin step add 'Ask Sam for ten minutes on Tuesday'
help-step-add--text = Was du vorhast
help-step-answer = Sagen, ob es zu einem Schritt gekommen ist
help-step-answer--examples =
    Beispiele:
      checkin step answer yes
      checkin step answer partly 1a2b3c4d
help-step-answer--happened = Ob es dazu gekommen ist
help-word-happened = ANTWORT
help-step-answer--happened--value-yes = Ja
help-step-answer--happened--value-partly = Teilweise
help-step-answer--happened--value-no = Nein
help-step-answer--happened--value-no-longer-matters = Anderes ist jetzt wichtiger
help-step-answer--id = ID des Schritts (Vorgabe: der neueste offene)
help-step-list = Die Schritte auflisten, die ältesten zuerst
help-step-list--examples =
    Beispiele:
      checkin step list
      checkin step list --json
help-step-list--json = Als JSON ausgeben
help-questionnaires = Fragebögen auflisten, zeigen, prüfen, schreiben, hinzufügen, übernehmen, importieren und entfernen (auch `q`)
help-questionnaires--examples =
    Beispiele:
      checkin questionnaires list
      checkin questionnaires show support
      checkin questionnaires show weekly --toml
      checkin questionnaires new my-team
      checkin questionnaires check my-team.toml
      checkin questionnaires add my-team.toml
      checkin questionnaires adopt who-5
help-questionnaires-list = Die Fragebögen auflisten, mitgelieferte und eigene
help-questionnaires-list--examples =
    Beispiele:
      checkin questionnaires list
      checkin questionnaires list --json
help-questionnaires-list--json = Als JSON ausgeben
help-questionnaires-show = Einen Fragebogen zeigen: Items, Skalen, Werte und Herkunft
help-questionnaires-show--examples =
    Beispiele:
      checkin questionnaires show support
      checkin questionnaires show support --toml > my-support.toml
help-questionnaires-show--id = Fragebogen, der gezeigt wird
help-questionnaires-show--toml = Die Definitionsdatei unverändert ausgeben
help-questionnaires-show--json = Die kanonische Form als JSON ausgeben, Eingebundenes ausgeschrieben
help-questionnaires-check = Definitionsdateien prüfen und ihre Rechenbeispiele nachrechnen
help-questionnaires-check--examples =
    Beispiele:
      checkin questionnaires check my-team.toml
      checkin questionnaires check *.toml --json

    Der Exit-Code ist 0, wenn keine Datei einen Fehler hat, sonst 1; Warnungen sind keine Fehler.
help-questionnaires-check--files = Definitionsdateien
help-questionnaires-check--json = Das Ergebnis der Prüfung als JSON ausgeben
help-questionnaires-new = Das Gerüst eines eigenen Fragebogens schreiben, nach ein paar Fragen
help-questionnaires-new--examples =
    Beispiele:
      checkin questionnaires new my-team
      checkin questionnaires new my-team --yes      ohne Fragen, zum Bearbeiten

    Die Datei wird in den aktuellen Ordner geschrieben und besteht `checkin questionnaires check`.
help-questionnaires-new--id = ID aus Kleinbuchstaben, Ziffern und Bindestrichen; auch der Name der Datei
help-questionnaires-new--title = Titel (Vorgabe: aus der ID gebildet)
help-word-title = TITEL
help-questionnaires-new--yes = Nichts fragen und ein Beispiel zum Bearbeiten schreiben
help-questionnaires-new--output = Ordner, in den geschrieben wird
help-questionnaires-add = Eine eigene Definition hinzufügen oder durch eine neuere ersetzen
help-questionnaires-add--examples =
    Beispiele:
      checkin questionnaires add my-team.toml
      checkin questionnaires add my-team.es.toml

    Ein Item oder eine Skala mit Antworten darf sich nur zusammen mit der Version ändern.
help-questionnaires-add--file = Definitionsdatei, nach ihrer ID benannt
help-questionnaires-remove = Eine eigene Definition entfernen; vergangene Check-ins behalten ihre
help-questionnaires-remove--examples =
    Beispiele:
      checkin questionnaires remove my-team
help-questionnaires-remove--id = Fragebogen, der entfernt wird
help-questionnaires-adopt = Einen Fragebogen aus dem Schlüssel eines veröffentlichten Instruments und deinem Exemplar machen
help-questionnaires-adopt--more =
    Einen Fragebogen aus dem Schlüssel eines veröffentlichten Instruments und deinem Exemplar machen

    Schlüssel sind Fakten und mitgeliefert; der Wortlaut gehört denen, die ihn verfasst haben, und ist nicht dabei. Ohne Schlüssel werden die aufgelistet, die es gibt.
help-questionnaires-adopt--examples =
    Beispiele:
      checkin questionnaires adopt                              welche Schlüssel es gibt
      checkin questionnaires adopt who-5                        fragt nach dem Wortlaut
      checkin questionnaires adopt olbi --wording my-copy.txt --choose agree --yes

    Die Datei hat ein Item je Zeile. Der Wortlaut der Antworten folgt unter einer Zeile mit dem Namen der Skala:

      {"["}frequency]
      0 = …
      1 = …

    Beginnt jede Zeile eines Items mit seiner Nummer (`3. …`), ist die Reihenfolge der Items frei.
help-questionnaires-adopt--key = Schlüssel, der übernommen wird
help-word-key = SCHLÜSSEL
help-questionnaires-adopt--wording = Datei mit dem Wortlaut deines Exemplars
help-questionnaires-adopt--choose = Antwort auf das, was der Schlüssel zu deinem Exemplar fragt
help-word-choice = AUSWAHL
help-questionnaires-adopt--language = Sprache des Wortlauts, ein Kürzel nach BCP 47
help-word-tag = KÜRZEL
help-questionnaires-adopt--adapted = Dein Exemplar weicht vom veröffentlichten Wortlaut ab; das Ergebnis wird nicht validiert genannt
help-questionnaires-adopt--yes = Bestätigen, dass die Items zum Schlüssel gehören wie gezeigt
help-questionnaires-adopt--json = Die vorhandenen Schlüssel als JSON ausgeben
help-questionnaires-adopt--as-id = ID der Definition aus Kleinbuchstaben, Ziffern und Bindestrichen
help-questionnaires-adopt--output = Die Definition zum Bearbeiten in diese Datei schreiben und nicht hinzufügen
help-questionnaires-adopt--replace = Eine eigene Definition mit dieser ID ersetzen
help-questionnaires-import = Einen Fragebogen eines anderen Programms importieren: FHIR, OpenScales, REDCap, XLSForm, LimeSurvey
help-questionnaires-import--more =
    Einen Fragebogen eines anderen Programms importieren: FHIR, OpenScales, REDCap, XLSForm, LimeSurvey

    Übernimmt, was sich fragen lässt, sagt, was weggelassen wurde und warum, und wertet nichts aus, was niemand bestätigt hat: Werte entstehen nach einem Schlüssel von checkin (`--key`) oder mit `--score`, nie durch Raten. Nichts wird aus dem Netz geholt.
help-questionnaires-import--examples =
    Beispiele:
      checkin questionnaires import form.json
      checkin questionnaires import who.json --key who-5 --confirm
      checkin questionnaires import dictionary.csv --score sum --items a,b,c --reverse b
      checkin questionnaires import form.json --values 0,1,2,3 --score mean --json

    Was die Codes des Berichts bedeuten, steht in docs/importing.md.
help-questionnaires-import--file = Datei, die importiert wird
help-questionnaires-import--from = Format der Datei (Vorgabe: an ihrem Inhalt erkannt)
help-questionnaires-import--choices = Blatt „choices“ eines XLSForm, das als zwei CSV-Dateien vorliegt
help-questionnaires-import--id = Welcher Fragebogen der Datei: seine ID, kanonische Adresse oder sein Formularname
help-questionnaires-import--language = Sprache der Texte, ein Kürzel nach BCP 47
help-questionnaires-import--unscored = Auch Items übernehmen, die sich nur fragen und nicht auswerten lassen
help-questionnaires-import--key = Schlüssel von checkin, nach dem der importierte Wortlaut ausgewertet wird
help-questionnaires-import--choose = Antwort auf das, was der Schlüssel zum Exemplar fragt
help-questionnaires-import--adapted = Der Wortlaut weicht vom veröffentlichten ab; das Ergebnis wird nicht validiert genannt
help-questionnaires-import--recall-days = Zahl der Tage, nach denen die Items fragen
help-word-days = TAGE
help-questionnaires-import--values = Werte der Möglichkeiten in der Reihenfolge der Datei, für alle Items mit so vielen Möglichkeiten oder, als ITEM=0,1,2, für eines; `order` zählt ab 1, `codes` nimmt Zahlencodes der Datei
help-word-values = WERTE
help-questionnaires-import--score = Einen Wert aus allen Items berechnen, oder aus denen von `--items`; `file` nimmt den, den die Datei beschreibt
help-word-method = METHODE
help-questionnaires-import--items = Items des Werts; mit `--key` in der Reihenfolge des Schlüssels
help-word-items = ITEMS
help-questionnaires-import--reverse = Items des Werts, die umgepolt werden
help-questionnaires-import--confirm = Den Schlüssel bestätigen, wie der Bericht ihn zeigt
help-questionnaires-import--json = Den Bericht als JSON ausgeben und nichts fragen
help-questionnaires-import--as-id = ID der Definition aus Kleinbuchstaben, Ziffern und Bindestrichen
help-questionnaires-import--output = Die Definition zum Bearbeiten in diese Datei schreiben und nicht hinzufügen
help-questionnaires-import--replace = Eine eigene Definition mit dieser ID ersetzen
help-score = Viele Antworten auswerten: Zeilen mit Antworten hinein, Zeilen mit Werten heraus
help-score--examples =
    Beispiele:
      checkin score weekly < answers.ndjson > scores.ndjson
      checkin score ./my-team.toml --from csv < answers.csv > scores.csv
      checkin score weekly --from csv --to ndjson < answers.csv

    Eingabe:     {"{"}"id": 7, "date": "2026-09-04", "answers": {"{"}"support.heard": 3, …{"}"}{"}"}
    Ausgabe:     {"{"}"id": 7, "questionnaire": "weekly", "version": "1.0.0", "scores": {"{"}"support.support":
                 {"{"}"value": …, "raw": …, "answered": 4, "of": 4, "band": …, "t_score": null, "reason": null{"}"}, …{"}"}{"}"}
    Mit Fehler:  {"{"}"id": 7, "error": "…"{"}"}; der Exit-Code ist dann 1.

    Jede Zeile ergibt eine, in derselben Reihenfolge. Der Verlauf wird weder gelesen noch geschrieben.
help-score--questionnaire = Fragebogen nach seiner ID, oder eine Definitionsdatei mit ihrem Pfad
help-score--input = Datei mit Antworten, oder ein Ordner mit Parquet-Dateien (Vorgabe: Standardeingabe)
help-score--output = Ordner für einen Datensatz mit Werten in Parquet; andere Formate gehen an die Standardausgabe
help-score--from = Format der Antworten (Vorgabe: nach der Endung von --input, sonst ndjson)
help-score--from--value-ndjson = Ein JSON-Objekt je Zeile
help-score--from--value-csv = Eine Kopfzeile, dann eine Zeile je Antwortbogen; eine leere Zelle ist eine nicht gegebene Antwort
help-score--from--value-parquet = Parquet, aus --input und nach --output, in Programmen, die mit der Funktion parquet gebaut sind
help-score--to = Format der Werte (Vorgabe: parquet mit --output, sonst das der Antworten)
help-score--to--value-ndjson = Ein JSON-Objekt je Zeile
help-score--to--value-csv = Eine Kopfzeile, dann eine Zeile je Antwortbogen; eine leere Zelle ist eine nicht gegebene Antwort
help-score--to--value-parquet = Parquet, aus --input und nach --output, in Programmen, die mit der Funktion parquet gebaut sind
help-score--threads = Threads, die auswerten (Vorgabe: einer je Kern)
help-resources = Hilfsangebote für deine Region zeigen
help-resources--examples =
    Beispiele:
      checkin resources
      checkin resources --region ie
      checkin resources --all
      checkin resources add 'My supervisor' '+44 20 7946 0000'

    `checkin config set region gb` stellt deine ein.
help-resources--region = Region, die statt deiner gezeigt wird
help-word-region = REGION
help-resources--all = Alle Regionen zeigen
help-resources--json = Als JSON ausgeben
help-resources-add = Einen eigenen Kontakt hinzufügen; er steht vor allen anderen
help-resources-add--examples =
    Beispiele:
      checkin resources add 'My supervisor' '+353 1 555 0100' --purpose 'Any weekday'
help-resources-add--name = Name der Person oder Stelle
help-resources-add--contact = Nummer oder Adresse
help-word-contact = KONTAKT
help-resources-add--purpose = Wofür der Kontakt ist
help-resources-remove = Einen eigenen Kontakt entfernen
help-resources-remove--examples =
    Beispiele:
      checkin resources remove 'My supervisor'
help-resources-remove--name = Name der Person oder Stelle
help-protect = Den Verlauf mit einer Passphrase verschlüsseln oder die Passphrase ändern
help-protect--examples =
    Beispiele:
      checkin protect                       eine Passphrase setzen oder ändern
      checkin protect --recover             Passphrase verloren: Wiederherstellungsschlüssel nehmen
      checkin protect --new-recovery-key    andere haben den Wiederherstellungsschlüssel gesehen

    Nur Passphrase und Wiederherstellungsschlüssel öffnen den Verlauf. Sind beide weg, ist er es auch.
help-protect--recover = Den Verlauf mit dem Wiederherstellungsschlüssel statt der jetzigen Passphrase öffnen
help-protect--recovery-key-file = Den Wiederherstellungsschlüssel aus einer Datei lesen, statt danach zu fragen
help-protect--new-recovery-key = Einen neuen Wiederherstellungsschlüssel machen; der alte öffnet den Verlauf nicht mehr
help-protect--new-passphrase-file = Die neue Passphrase aus der ersten Zeile einer Datei lesen
help-protect--new-passphrase-fd = Die neue Passphrase aus einem offenen Dateideskriptor lesen
help-protect--accept-weak = Auch eine Passphrase nehmen, die leicht zu erraten ist
help-protect--yes = Nicht zur Kontrolle nach einer Gruppe des Wiederherstellungsschlüssels fragen
help-unprotect = Die Passphrase entfernen: Der Verlauf bleibt von da an unverschlüsselt
help-unprotect--examples =
    Beispiele:
      checkin unprotect
help-unprotect--yes = Nicht nachfragen
help-backup = Eine Sicherung des Verlaufs machen oder die Sicherungen auflisten
help-backup--examples =
    Beispiele:
      checkin backup                        im Datenordner
      checkin backup --to /media/stick      woanders
      checkin backup list

    Jede Woche, und bevor mit dem Verlauf etwas Größeres geschieht, wird von selbst eine Sicherung gemacht. Die neuesten drei und eine je Monat bleiben. `checkin restore` holt eine zurück.
help-backup--to = Ordner, in den sie kommt (Vorgabe: `backups` im Datenordner)
help-backup-list = Die Sicherungen im Datenordner auflisten, wie alt sie sind und ob sie unversehrt sind
help-backup-list--examples =
    Beispiele:
      checkin backup list
      checkin backup list --json
help-backup-list--json = Als JSON ausgeben
help-restore = Eine Sicherung zurückholen; der jetzige Verlauf wird beiseitegelegt
help-restore--examples =
    Beispiele:
      checkin restore                       die neueste unversehrte Sicherung
      checkin restore 000012-2026-11-20T17-30-00Z
      checkin restore /media/stick/000012-2026-11-20T17-30-00Z

    Nichts wird überschrieben: Der jetzige Verlauf kommt in den Ordner `aside`. Check-ins, die seit der Sicherung dazugekommen sind, holt `checkin merge` wieder herein.
help-restore--backup = Sicherung: ihr Name in `checkin backup list`, oder der Pfad einer Sicherung, eines Datenordners oder einer Datenbankdatei
help-word-backup = SICHERUNG
help-restore--backup-passphrase-file = Passphrase der Sicherung, falls sie eine andere ist, aus der ersten Zeile einer Datei lesen
help-restore--yes = Nicht nachfragen
help-merge = Übernehmen, was im Verlauf eines anderen Geräts oder einer Sicherung davon steht und hier fehlt
help-merge--examples =
    Beispiele:
      checkin merge /media/stick/000012-2026-11-20T17-30-00Z
      checkin merge ~/Sync/laptop/checkin

    Zwei Geräte können ihre Verläufe beliebig oft in beiden Richtungen zusammenführen und haben am Ende dasselbe. Die andere Datei wird nur gelesen. Was auf einer Seite gelöscht wurde, wird gelöscht. Ein Check-in, der auf beiden Seiten verschieden korrigiert wurde, ist ein Konflikt: Beide Fassungen werden festgehalten und gezeigt, und `checkin history edit` entscheidet ihn.
help-merge--path = Eine Sicherung, ein Datenordner oder eine Datenbankdatei
help-word-path = PFAD
help-merge--other-passphrase-file = Passphrase des anderen Verlaufs, falls sie eine andere ist, aus der ersten Zeile einer Datei lesen
help-merge--json = Als JSON ausgeben
help-verify = Alles prüfen: die Datei, das Protokoll, jeden Eintrag und die neu berechneten Werte
help-verify--examples =
    Beispiele:
      checkin verify
      checkin verify --json

    Der Exit-Code ist 0, wenn alles so ist, wie es geschrieben wurde, sonst 1. Dieselbe Prüfung läuft an jedem Tag von selbst vor dem ersten Schreiben.
help-verify--json = Als JSON ausgeben
help-doctor = Versionen, Einstellungen, Dateisystem und Dateirechte zeigen; keine Inhalte, lässt sich unbesorgt weitergeben
help-doctor--examples =
    Beispiele:
      checkin doctor
help-remind = Eine Erinnerung ausgeben, einrichten, entfernen oder für eine Weile stummschalten
help-remind--more =
    Eine Erinnerung ausgeben, einrichten, entfernen oder für eine Weile stummschalten

    Eine Erinnerung meldet sich nur, solange ein Check-in fällig ist: nicht mehr, wenn er gemacht ist, nicht im Urlaub, und nicht, solange sie stummgeschaltet ist. Zuerst wird sie nur ausgegeben; `--install` zeigt, was geschrieben wird, und fragt nach.
help-remind--examples =
    Beispiele:
      checkin remind                             welche Wege es gibt und was eingerichtet ist
      checkin remind systemd                     die Erinnerung ausgeben
      checkin remind systemd --install           täglich um 16 Uhr melden, solange einer fällig ist
      checkin remind cron --at 12:30 --install
      checkin remind calendar >checkin.ics       für jeden Kalender
      checkin remind bash --install              eine Zeile beim Start der Shell
      checkin remind bash --remove
      checkin remind snooze --for 2d
help-remind--way = Auf welchem Weg erinnert wird (Vorgabe: die Wege auflisten)
help-word-way = WEG
help-remind--way--value-systemd = Benachrichtigung durch einen systemd-Timer deines Kontos
help-remind--way--value-launchd = Benachrichtigung durch launchd, auf macOS
help-remind--way--value-task-scheduler = Meldung der Aufgabenplanung, auf Windows
help-remind--way--value-cron = Benachrichtigung durch cron
help-remind--way--value-calendar = Wöchentlicher Termin in einem Kalender (iCalendar-Datei)
help-remind--way--value-bash = Zeile beim Start von bash
help-remind--way--value-zsh = Zeile beim Start von zsh
help-remind--way--value-fish = Zeile beim Start von fish
help-remind--way--value-nushell = Zeile beim Start von Nushell
help-remind--way--value-powershell = Zeile beim Start von PowerShell
help-remind--way--value-starship = Wort im Prompt von starship
help-remind--way--value-powerlevel10k = Wort im Prompt von Powerlevel10k
help-remind--install = Die Erinnerung einrichten, nachdem gezeigt wurde, was geschrieben wird
help-remind--remove = Die Erinnerung wieder wegnehmen
help-remind--at = Uhrzeit, bei den Wegen, die eine haben (Vorgabe: 16:00)
help-remind--yes = Nicht nachfragen
help-remind--force = Eine Datei mit demselben Namen ersetzen, die schon da ist
help-remind--json = Die Wege als JSON ausgeben
help-remind-snooze = Alle Erinnerungen für eine Weile stummschalten
help-remind-snooze--examples =
    Beispiele:
      checkin remind snooze                      bis morgen
      checkin remind snooze --for 3h
      checkin remind snooze --for 2d
      checkin remind snooze --until 2026-12-01
      checkin remind snooze --off

    Ein Check-in bleibt fällig; nur Erinnerungen schweigen. Bei Urlaub: `checkin event add leave`.
help-remind-snooze--length = Wie lange: Stunden, Tage oder Wochen, etwa 3h, 2d oder 1w
help-word-time = DAUER
help-remind-snooze--until = Erster Tag, an dem sie sich wieder melden dürfen
help-remind-snooze--off = Erinnerungen wieder einschalten
help-config = Die Einstellungen zeigen oder ändern
help-config--examples =
    Beispiele:
      checkin config                             was gilt und woher es kommt
      checkin config set weekday thursday
      checkin config set region ie
      checkin config set questionnaire pulse
      checkin config defaults --write            eine Datei, die jede Einstellung erklärt

    Eine Option geht der Umgebung vor, die Umgebung der Datei, die Datei der Vorgabe. Die Datei ist settings.toml im Datenordner; ihre Fehler werden an Ort und Stelle gezeigt. In ihrer Tabelle [alias] steht ein Name für einen Befehl: week = "trends --view table --last 4".
help-config--json = Als JSON ausgeben
help-config-set = Eine Einstellung ändern
help-config-set--examples =
    Beispiele:
      checkin config set weekday thursday
      checkin config set region none
      checkin config set contrast high

    Die Kommentare in der Datei bleiben.
help-config-set--key = Name der Einstellung
help-config-set--value = Neuer Wert
help-config-unset = Eine Einstellung auf die Vorgabe zurücksetzen
help-config-unset--examples =
    Beispiele:
      checkin config unset weekday
      checkin config unset language
help-config-unset--key = Name der Einstellung
help-config-path = Ausgeben, wo die Einstellungen liegen
help-config-path--examples =
    Beispiele:
      checkin config path
      $EDITOR "$(checkin config path)"
help-config-defaults = Eine Datei ausgeben oder schreiben, die jede Einstellung erklärt
help-config-defaults--examples =
    Beispiele:
      checkin config defaults
      checkin config defaults --write

    Alles darin ist abgeschaltet, sodass die Vorgaben gelten.
help-config-defaults--write = Die Datei in den Datenordner schreiben
help-config-defaults--force = Die vorhandenen Einstellungen ersetzen
help-completions = Ausgeben, was eine Shell braucht, um Befehle und Namen zu vervollständigen
help-completions--more =
    Ausgeben, was eine Shell braucht, um Befehle und Namen zu vervollständigen

    Fragebögen, Werte, Items, Einstellungen und Check-ins werden mit ihren Namen vervollständigt. Dabei wird nie nach etwas gefragt: Aus einem verschlüsselten Verlauf werden keine Check-ins angeboten.
help-completions--examples =
    Beispiele:
      bash, in ~/.bashrc:
        source <(checkin completions bash)
      zsh, in ~/.zshrc nach compinit:
        source <(checkin completions zsh)
      fish:
        mkdir -p ~/.config/fish/completions
        checkin completions fish >~/.config/fish/completions/checkin.fish
      PowerShell, in $PROFILE:
        checkin completions powershell | Out-String | Invoke-Expression
      Nushell:
        let file = $nu.user-autoload-dirs.0 | path join checkin.nu
        checkin completions nushell | save -f $file
help-completions--shell = Shell, in der vervollständigt wird
help-word-shell = SHELL
help-man = Eine Handbuchseite ausgeben oder die aller Befehle schreiben
help-man--examples =
    Beispiele:
      checkin man | man -l -                     die Seite von checkin
      checkin man history list | man -l -
      checkin man --out ~/.local/share/man/man1  eine Seite je Befehl
help-man--command = Befehl, dessen Seite ausgegeben wird (Vorgabe: checkin selbst)
help-word-command = BEFEHL
help-man--out = Ordner, in den die Seiten aller Befehle geschrieben werden
help-man--force = Vorhandene Seiten ersetzen
help-word-options = OPTIONEN
help-fixed-of-commands = Diese Hilfe oder die eines Befehls ausgeben
help-fixed-for-commands = Die Hilfe der Befehle ausgeben
help-fixed-summary = Hilfe ausgeben (kürzer mit „-h“)
help-fixed-more = Hilfe ausgeben (mehr mit „--help“)
help-fixed-help = Hilfe ausgeben
help-fixed-version = Version ausgeben
help-fixed-values-head = Mögliche Werte:
help-fixed-values = [möglich:
help-fixed-default = [Vorgabe:
help-fixed-alias = [Alias:
help-fixed-usage = Aufruf:
help-fixed-commands = Befehle:
help-fixed-arguments = Argumente:
help-fixed-options = Optionen:
