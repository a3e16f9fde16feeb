# The help in English, written anew from the command line by `UPDATE_DOCS=1 cargo test help`. The files of the
# other languages have the same keys; in examples the commands stay as they are.

help = A private weekly check-in for people who provide mental health care
help--more =
    A private weekly check-in for people who provide mental health care

    Once a week, in about three minutes, answer a short check-in about the conditions of your work and yourself. Everything stays on this machine. Without a command, checkin does the next sensible thing: the first check-in, one left half-way, the one that is due, or the status.
help--examples =
    Examples:
      checkin                       do the next sensible thing
      checkin start pulse           eight questions instead of the usual ones
      checkin history show          the last check-in, answers and scores
      checkin explain last strain.strain
                                    how a number came about

    This is self-report and not a diagnosis. The built-in questionnaires are not validated instruments.
help--data-dir = Folder that holds the history and the settings (also `CHECKIN_DATA_DIR`)
help-heading-for-every-command = For every command
help-word-folder = FOLDER
help--plain = Ask and answer line by line, without cursor movement and box characters (also `CHECKIN_PLAIN=1`)
help--passphrase-file = Read the passphrase of an encrypted history from the first line of a file
help-word-file = FILE
help--passphrase-fd = Read the passphrase of an encrypted history from an open file descriptor
help-start = Do a check-in
help-start--examples =
    Examples:
      checkin start                        the weekly check-in
      checkin start pulse                  eight questions
      checkin start --date 2026-11-13      a late entry for that day
      checkin start --answers week.json    without questions
      checkin start --answers - < week.toml

    A file of answers, each a value or a label: {"{"}"answers": {"{"}"support.heard": 4, "support.alone": "skipped"{"}"}, "note": "…"{"}"}
help-start--questionnaire = Questionnaire to answer (default: that of the weekly check-in)
help-word-questionnaire = QUESTIONNAIRE
help-start--date = Day that a late entry is about
help-start--answers = Take the answers from a TOML or JSON file (- for standard input), without questions
help-start--new = Begin a new check-in even if one is open
help-start--json = Print the finished check-in as JSON
help-status = Show the last check-in, when the next is due, and open drafts
help-status--examples =
    Examples:
      checkin status
      checkin status --due && echo 'time to check in'

    --due reads neither history nor settings and asks for nothing. Its exit code is 0 when a check-in is due, 3 when it is not, on leave and while reminders are snoozed; any other code is a failure.
help-status--due = Print nothing; exit code 0 when a check-in is due, 3 when not
help-status--json = Print as JSON
help-history = List, show, correct, delete or import past check-ins; list exports
help-history--examples =
    Examples:
      checkin history                      all of them
      checkin history show                 the last one
      checkin history edit last --set support.heard=often
      checkin history delete 1a2b3c4d
help-history-list = List past check-ins, oldest first
help-history-list--examples =
    Examples:
      checkin history list
      checkin history list --last 10
      checkin history list --since 2026-09-01 --questionnaire weekly --json
help-history-list--since = Only from this day on
help-history-list--until = Only up to this day
help-history-list--last = Only the last so many
help-word-number = NUMBER
help-history-list--questionnaire = Only of this questionnaire
help-history-list--json = Print as JSON
help-history-show = Show a past check-in: answers, notes, context and scores
help-history-show--examples =
    Examples:
      checkin history show                 the last one
      checkin history show 2026-11-13
      checkin history show last --json
help-history-show--check-in = Check-in: its id, its date, or `last`
help-word-check-in = CHECK-IN
help-history-show--json = Print as JSON
help-history-edit = Correct a past check-in; what was there before is kept
help-history-edit--examples =
    Examples:
      checkin history edit last                              choose what to correct or add
      checkin history edit last --set support.heard=often --set support.alone=skipped
      checkin history edit last --set context.client-hours=25
      checkin history edit 2026-11-13 --note 'On call all week'
help-history-edit--check-in = Check-in: its id, its date, or `last`
help-history-edit--set = New answer: item id, equals sign, and a label such as `often` or `almost-always`, or the value as in a file of answers
help-word-item = ITEM
help-word-value = VALUE
help-history-edit--note = New note to the whole check-in; empty removes it
help-word-note = NOTE
help-history-edit--take = After a merge, of the versions that `history show` tells of, the one to go on with; 0 is the present one
help-history-edit--date = New day that it is about
help-history-delete = Delete a check-in, note, event or step; its content is erased
help-history-delete--examples =
    Examples:
      checkin history delete 1a2b3c4d
      checkin history delete last --yes

    The log keeps that something was deleted, not what. Copies you made elsewhere stay.
help-history-delete--id = Check-in, note, event or step: its id; for a check-in also its date or `last`
help-history-delete--yes = Do not ask
help-history-exports = List what was exported, when and with which choices; the oldest first
help-history-exports--examples =
    Examples:
      checkin history exports
      checkin history exports --json
help-history-exports--json = Print as JSON
help-history-import = Bring old check-ins or scores from a CSV file into the history
help-history-import--more =
    Bring old check-ins or scores from a CSV file into the history

    Columns are known by their names: `date`, items, scores. Where a row has answers, the scores are computed; where it has scores alone, they are kept as they are. Both are marked as imported. Importing the same file again changes nothing.
help-history-import--examples =
    Examples:
      checkin history import old.csv --questionnaire who-5
      checkin history import scores.csv --map 'total=support.support' --map 'when=date' --map 'notes=-' --yes
      checkin history import old.csv --date-format %d.%m.%Y
help-history-import--file = CSV file with a heading (- for standard input)
help-history-import--questionnaire = Questionnaire that was answered (default: that of the weekly check-in)
help-history-import--map = What a column holds: `date`, an item, a score, or `-` for nothing
help-word-column = COLUMN
help-word-target = TARGET
help-history-import--date-format = Form of the dates: %Y year, %m month, %d day
help-word-form = FORM
help-history-import--same-day = Add rows of a day that has another check-in of the questionnaire, as a second one
help-history-import--yes = Import without asking
help-history-import--json = Print what was imported as JSON
help-explain = Show how every number of a check-in came about
help-explain--examples =
    Examples:
      checkin explain                       all scores of the last check-in
      checkin explain last strain.strain
      checkin explain 2026-11-13 weekly.resources --json
help-explain--check-in = Check-in: its id, its date, or `last`
help-explain--score = Score to explain, for example `strain.strain` (default: all)
help-word-score = SCORE
help-explain--json = Print as JSON
help-trends = Show each score over time
help-trends--examples =
    Examples:
      checkin trends                                all scores, small
      checkin trends strain                         one score, large
      checkin trends strain --since 2026-01-01
      checkin trends --view calendar                weeks with and without a check-in
      checkin trends --view map                     strain against resources
      checkin trends --browse                       move between scores and weeks
      checkin trends --json
      checkin trends --file scores.csv --items 10 --range 10 50

    In the table's row of bars a dot is a week without a check-in, ~ leave or illness, ? too few answers.
help-trends--scores = Scores to show, for example `strain` or `weekly.resources` (default: all)
help-trends--view = Picture to draw (default: chart for one score, small for all)
help-word-picture = PICTURE
help-trends--view--value-chart = Each score as a line over time, with its usual range
help-trends--view--value-small = All scores side by side, small
help-trends--view--value-table = Latest and former value, week by week
help-trends--view--value-calendar = Weeks with and without a check-in
help-trends--view--value-map = Strain against resources
help-trends--browse = Move between scores and weeks on the whole screen, and see the answers behind a point
help-trends--last = Weeks to look back over, the last one included
help-trends--since = First day to look at; the week it lies in is shown whole
help-trends--until = Last day to look at (default: today); later check-ins are left out of the comparison too
help-trends--file = Analyse a CSV file with a `date` column and score columns (- for standard input)
help-trends--column = Column to analyse (default: all but `date`)
help-word-name = NAME
help-trends--items = Items of the score, each with five options; sets the smallest spread
help-trends--range = Lowest and highest possible score
help-word-min = MIN
help-word-max = MAX
help-trends--series = Series that are judged together
help-trends--prior-spread = Spread of one person's scores to begin with, in points of 0 to 100
help-word-points = POINTS
help-trends--json = Print as JSON
help-report = Show the page for supervision, as `export` writes it
help-report--examples =
    Examples:
      checkin report
      checkin report --last 26 --include events,steps,notes
      checkin report --without stigma --no-questions
      checkin report --json

    `checkin export` writes it as HTML, Markdown, CSV or JSON.
help-report--last = Weeks to look back over, the last one included
help-report--since = First day to look at; the week it lies in is shown whole
help-report--until = Last day to look at (default: today); later check-ins are left out of the comparison too
help-report--since-last = Begin the day after the last export ended
help-report--include = What goes in beside the scores (default: events,steps)
help-word-parts = PARTS
help-report--include--value-events = Leave, incidents, new roles
help-report--include--value-steps = Steps and their course
help-report--include--value-notes = Notes, those to check-ins and items among them
help-report--include--value-answers = Single answers
help-report--include--value-context = The week's context
help-report--include--value-none = Nothing beside the scores
help-report--private = Private item that goes in with the answers, by its id
help-report--only = Only these scores, and of the answers only those behind them
help-word-scores = SCORES
help-report--without = Not these scores
help-report--question = Question to talk about, instead of those that are chosen for what moved
help-word-text = TEXT
help-report--no-questions = No questions at all
help-report--json = Print as JSON
help-export = Write the supervision page, after showing exactly what goes in
help-export--examples =
    Examples:
      checkin export                                  asks, shows the page, writes HTML
      checkin export --format md --last 26
      checkin export --include events,steps,notes --without stigma
      checkin export --format json -o - --yes
      checkin export -o - --yes | age -r RECIPIENT > page.html.age    encrypted for your supervisor

    Notes, single answers and the week's context are out unless you ask for them. Private items go in only by name. What was exported when, and with which choices, is kept: `checkin history exports`.
help-export--format = Form of the page (default: by the ending of --output, else html)
help-word-format = FORMAT
help-export--format--value-html = One HTML file, which prints on one A4 page
help-export--format--value-md = Markdown
help-export--format--value-txt = Text as on a terminal
help-export--format--value-csv = The scores, one row a check-in and score
help-export--format--value-json = Everything chosen, as JSON
help-export--format--value-ndjson = The same, one object a line
help-export--format--value-fhir = FHIR R4 Bundle of the scores, and of the answers where they are included
help-export--format--value-pdf = PDF, where this build can
help-export--output = File or folder to write to, or - for standard output (default: this folder)
help-export--template = Typst template for the PDF, instead of the built-in one
help-export--force = Write over an existing file
help-export--open = Open the written file
help-export--yes = Do not ask; what goes in is as the options say
help-export--last = Weeks to look back over, the last one included
help-export--since = First day to look at; the week it lies in is shown whole
help-export--until = Last day to look at (default: today); later check-ins are left out of the comparison too
help-export--since-last = Begin the day after the last export ended
help-export--include = What goes in beside the scores (default: events,steps)
help-export--include--value-events = Leave, incidents, new roles
help-export--include--value-steps = Steps and their course
help-export--include--value-notes = Notes, those to check-ins and items among them
help-export--include--value-answers = Single answers
help-export--include--value-context = The week's context
help-export--include--value-none = Nothing beside the scores
help-export--private = Private item that goes in with the answers, by its id
help-export--only = Only these scores, and of the answers only those behind them
help-export--without = Not these scores
help-export--question = Question to talk about, instead of those that are chosen for what moved
help-export--no-questions = No questions at all
help-note = Write a note, or list notes
help-note--examples =
    Examples:
      checkin note add 'First week on the new ward'
      checkin note add --date 2026-11-13
      checkin note list

    `checkin history delete ID` erases one.
help-note-add = Write a note; without the text it is asked for
help-note-add--examples =
    Examples:
      checkin note add 'First week on the new ward'
      checkin note add --date 2026-11-13
help-note-add--text = The note
help-note-add--date = Day that it is about
help-note-list = List the notes, oldest first
help-note-list--examples =
    Examples:
      checkin note list
      checkin note list --json
help-note-list--json = Print as JSON
help-event = Mark leave, illness, incidents and other events, or list them
help-event--examples =
    Examples:
      checkin event add leave --from 2026-12-21 --to 2027-01-03
      checkin event add incident --from 2026-11-12 'Assault on the ward'
      checkin event add illness            open until `checkin event end`
      checkin event end                    back today
      checkin event list

    `checkin history delete ID` erases one.
help-event-add = Mark an event; without a kind it is asked for
help-event-add--examples =
    Examples:
      checkin event add
      checkin event add leave --from 2026-12-21 --to 2027-01-03
      checkin event add new-role --new-baseline
help-event-add--kind = Kind of event
help-word-kind = KIND
help-event-add--kind--value-leave = Time off
help-event-add--kind--value-illness = Time off ill
help-event-add--kind--value-incident = Critical incident
help-event-add--kind--value-new-role = New role, team or workplace
help-event-add--kind--value-supervision = Supervision session
help-event-add--kind--value-other = Anything else
help-event-add--text = A few words about it
help-event-add--from = First day (default: today)
help-event-add--to = Last day of a range
help-event-add--new-baseline = Compare later check-ins with each other only, from the first one on or after this day
help-event-end = End open leave or illness
help-event-end--examples =
    Examples:
      checkin event end                    back today
      checkin event end --to 2026-11-22
help-event-end--to = Last day of it (default: yesterday)
help-event-list = List the events, oldest first
help-event-list--examples =
    Examples:
      checkin event list
      checkin event list --json
help-event-list--json = Print as JSON
help-step = Choose one small step, say how it went, or list the steps
help-step--examples =
    Examples:
      checkin step add 'Ask Sam for ten minutes on Tuesday'
      checkin step answer yes
      checkin step answer partly 1a2b3c4d
      checkin step list

    A step that did not happen is no failure; it says something about the week.

    `checkin history delete ID` erases one.
help-step-add = Choose a step; without the text it is asked for
help-step-add--examples =
    Examples:
      checkin step add
      checkin step add 'Ask Sam for ten minutes on Tuesday'
help-step-add--text = What it is
help-step-answer = Say whether a step happened
help-step-answer--examples =
    Examples:
      checkin step answer yes
      checkin step answer partly 1a2b3c4d
help-step-answer--happened = How it went
help-word-happened = HAPPENED
help-step-answer--happened--value-yes = It did
help-step-answer--happened--value-partly = In part
help-step-answer--happened--value-no = It did not
help-step-answer--happened--value-no-longer-matters = Something else is more important now
help-step-answer--id = Step, by its id (default: the latest open one)
help-step-list = List the steps, oldest first
help-step-list--examples =
    Examples:
      checkin step list
      checkin step list --json
help-step-list--json = Print as JSON
help-questionnaires = List, show, check, write, add, adopt, import and remove questionnaires (also `q`)
help-questionnaires--examples =
    Examples:
      checkin questionnaires list
      checkin questionnaires show support
      checkin questionnaires show weekly --toml
      checkin questionnaires new my-team
      checkin questionnaires check my-team.toml
      checkin questionnaires add my-team.toml
      checkin questionnaires adopt who-5
help-questionnaires-list = List the questionnaires, built-in and your own
help-questionnaires-list--examples =
    Examples:
      checkin questionnaires list
      checkin questionnaires list --json
help-questionnaires-list--json = Print as JSON
help-questionnaires-show = Show a questionnaire: items, scales, scores and where it comes from
help-questionnaires-show--examples =
    Examples:
      checkin questionnaires show support
      checkin questionnaires show support --toml > my-support.toml
help-questionnaires-show--id = Questionnaire to show
help-questionnaires-show--toml = Print the definition file as it is
help-questionnaires-show--json = Print the canonical form as JSON, includes expanded
help-questionnaires-check = Check definition files and run their worked examples
help-questionnaires-check--examples =
    Examples:
      checkin questionnaires check my-team.toml
      checkin questionnaires check *.toml --json

    The exit code is 0 when no file has a mistake, 1 otherwise; warnings are no mistakes.
help-questionnaires-check--files = Definition files
help-questionnaires-check--json = Print the findings as JSON
help-questionnaires-new = Write the skeleton of a questionnaire of your own, by a few questions
help-questionnaires-new--examples =
    Examples:
      checkin questionnaires new my-team
      checkin questionnaires new my-team --yes      without questions, to be edited

    The file is written into the present folder and passes `checkin questionnaires check`.
help-questionnaires-new--id = Id in lower-case letters, digits and hyphens; also the file's name
help-questionnaires-new--title = Title (default: made from the id)
help-word-title = TITLE
help-questionnaires-new--yes = Ask nothing and write an example to be edited
help-questionnaires-new--output = Folder to write into
help-questionnaires-add = Add a definition of your own, or replace it by a newer one
help-questionnaires-add--examples =
    Examples:
      checkin questionnaires add my-team.toml
      checkin questionnaires add my-team.es.toml

    An item or scale that has been answered may only change together with the version.
help-questionnaires-add--file = Definition file, named after its id
help-questionnaires-remove = Remove a definition of your own; past check-ins keep theirs
help-questionnaires-remove--examples =
    Examples:
      checkin questionnaires remove my-team
help-questionnaires-remove--id = Questionnaire to remove
help-questionnaires-adopt = Make a questionnaire of a published instrument's scoring key and your own copy of its wording
help-questionnaires-adopt--more =
    Make a questionnaire of a published instrument's scoring key and your own copy of its wording

    Keys are facts and come with checkin; wording belongs to its authors and does not. Without a key, lists those there are.
help-questionnaires-adopt--examples =
    Examples:
      checkin questionnaires adopt                              the keys there are
      checkin questionnaires adopt who-5                        asks for the wording
      checkin questionnaires adopt olbi --wording my-copy.txt --choose agree --yes

    The file has one item a line. Labels of the response options follow below a line with the scale's name:

      {"["}frequency]
      0 = …
      1 = …

    Where every item line begins with its number (`3. …`), the items may stand in any order.
help-questionnaires-adopt--key = Key to adopt
help-word-key = KEY
help-questionnaires-adopt--wording = File with the wording of your own copy
help-questionnaires-adopt--choose = Answer to what the key asks about your copy
help-word-choice = CHOICE
help-questionnaires-adopt--language = Language of the wording, a BCP 47 tag
help-word-tag = TAG
help-questionnaires-adopt--adapted = Your copy differs from the published wording; the result is not called validated
help-questionnaires-adopt--yes = Confirm that the items belong to the key as shown
help-questionnaires-adopt--json = Print the keys there are as JSON
help-questionnaires-adopt--as-id = Id of the definition, in lower-case letters, digits and hyphens
help-questionnaires-adopt--output = Write the definition to this file, to be edited, and do not add it
help-questionnaires-adopt--replace = Replace a definition of your own that has this id
help-questionnaires-import = Import a questionnaire of another program: FHIR, OpenScales, REDCap, XLSForm, LimeSurvey
help-questionnaires-import--more =
    Import a questionnaire of another program: FHIR, OpenScales, REDCap, XLSForm, LimeSurvey

    Takes what can be asked, tells what it left and why, and scores nothing that nobody confirmed: scores come from a key of checkin (`--key`) or from `--score`, never from a guess. Nothing is fetched.
help-questionnaires-import--examples =
    Examples:
      checkin questionnaires import form.json
      checkin questionnaires import who.json --key who-5 --confirm
      checkin questionnaires import dictionary.csv --score sum --items a,b,c --reverse b
      checkin questionnaires import form.json --values 0,1,2,3 --score mean --json

    The codes of the report are told in docs/importing.md.
help-questionnaires-import--file = File to import
help-questionnaires-import--from = Format of the file (default: told by what is in it)
help-questionnaires-import--choices = Choices sheet of an XLSForm that is kept as two CSV files
help-questionnaires-import--id = Which questionnaire of the file: its id, canonical address or form name
help-questionnaires-import--language = Language of the texts, a BCP 47 tag
help-questionnaires-import--unscored = Take items too that can only be asked and not scored
help-questionnaires-import--key = Key of checkin that scores the imported wording
help-questionnaires-import--choose = Answer to what the key asks about the copy
help-questionnaires-import--adapted = The wording differs from the published one; the result is not called validated
help-questionnaires-import--recall-days = Days that the items ask about
help-word-days = DAYS
help-questionnaires-import--values = Values of the options in the order of the file, for all items with as many options or, as ITEM=0,1,2, for one; `order` counts from 1, `codes` takes numeric codes of the file
help-word-values = VALUES
help-questionnaires-import--score = Compute a score of all items, or of those of `--items`; `file` takes the one that the file describes
help-word-method = METHOD
help-questionnaires-import--items = Items of the score; with `--key` in the order of the key
help-word-items = ITEMS
help-questionnaires-import--reverse = Items of the score that are reverse-scored
help-questionnaires-import--confirm = Confirm the key as the report shows it
help-questionnaires-import--json = Print the report as JSON and ask nothing
help-questionnaires-import--as-id = Id of the definition, in lower-case letters, digits and hyphens
help-questionnaires-import--output = Write the definition to this file, to be edited, and do not add it
help-questionnaires-import--replace = Replace a definition of your own that has this id
help-score = Score many answers: lines of answers in, lines of scores out
help-score--examples =
    Examples:
      checkin score weekly < answers.ndjson > scores.ndjson
      checkin score ./my-team.toml --from csv < answers.csv > scores.csv
      checkin score weekly --from csv --to ndjson < answers.csv

    A line in:   {"{"}"id": 7, "date": "2026-09-04", "answers": {"{"}"support.heard": 3, …{"}"}{"}"}
    A line out:  {"{"}"id": 7, "questionnaire": "weekly", "version": "1.0.0", "scores": {"{"}"support.support":
                 {"{"}"value": …, "raw": …, "answered": 4, "of": 4, "band": …, "t_score": null, "reason": null{"}"}, …{"}"}{"}"}
    A bad line:  {"{"}"id": 7, "error": "…"{"}"}; the exit code is then 1.

    Every line in gives one line out, in the same order. No history is read or written.
help-score--questionnaire = Questionnaire by its id, or a definition file by its path
help-score--input = File of answers, or a folder of Parquet files (default: standard input)
help-score--output = Folder for a data set of scores in Parquet; other forms go to standard output
help-score--from = Form of the answers (default: by the ending of --input, else ndjson)
help-score--from--value-ndjson = One JSON object a line
help-score--from--value-csv = A heading, then a row for each set of answers; an empty cell is no answer
help-score--from--value-parquet = Parquet, from --input and to --output, in builds with the feature parquet
help-score--to = Form of the scores (default: parquet with --output, else that of the answers)
help-score--to--value-ndjson = One JSON object a line
help-score--to--value-csv = A heading, then a row for each set of answers; an empty cell is no answer
help-score--to--value-parquet = Parquet, from --input and to --output, in builds with the feature parquet
help-score--threads = Threads that score (default: one a core)
help-resources = Show support resources for your region
help-resources--examples =
    Examples:
      checkin resources
      checkin resources --region ie
      checkin resources --all
      checkin resources add 'My supervisor' '+44 20 7946 0000'

    `checkin config set region gb` sets yours.
help-resources--region = Region to show instead of yours
help-word-region = REGION
help-resources--all = Show all regions
help-resources--json = Print as JSON
help-resources-add = Add a contact of your own; it is shown first
help-resources-add--examples =
    Examples:
      checkin resources add 'My supervisor' '+353 1 555 0100' --purpose 'Any weekday'
help-resources-add--name = Who it is
help-resources-add--contact = Number or address
help-word-contact = CONTACT
help-resources-add--purpose = What it is for
help-resources-remove = Remove a contact of your own
help-resources-remove--examples =
    Examples:
      checkin resources remove 'My supervisor'
help-resources-remove--name = Who it is
help-protect = Encrypt the history with a passphrase, or change the passphrase
help-protect--examples =
    Examples:
      checkin protect                       set a passphrase, or change it
      checkin protect --recover             the passphrase is lost: open with the recovery key
      checkin protect --new-recovery-key    the recovery key was seen by others

    The passphrase and the recovery key are the only ways in. Losing both loses the history.
help-protect--recover = Open the history with the recovery key instead of the present passphrase
help-protect--recovery-key-file = Read the recovery key from a file instead of asking for it
help-protect--new-recovery-key = Make a new recovery key; the old one no longer opens the history
help-protect--new-passphrase-file = Read the new passphrase from the first line of a file
help-protect--new-passphrase-fd = Read the new passphrase from an open file descriptor
help-protect--accept-weak = Take a passphrase that is easy to guess
help-protect--yes = Do not ask for a group of the recovery key back
help-unprotect = Take the passphrase off: the history is kept in the clear from then on
help-unprotect--examples =
    Examples:
      checkin unprotect
help-unprotect--yes = Do not ask
help-backup = Make a backup of the history, or list the backups
help-backup--examples =
    Examples:
      checkin backup                        in the data folder
      checkin backup --to /media/stick      somewhere else
      checkin backup list

    A backup is made by itself every week and before anything large happens to the history. The newest three and one a month are kept. `checkin restore` brings one back.
help-backup--to = Folder to put it in (default: `backups` in the data folder)
help-backup-list = List the backups in the data folder, with their ages and whether they are whole
help-backup-list--examples =
    Examples:
      checkin backup list
      checkin backup list --json
help-backup-list--json = Print as JSON
help-restore = Bring a backup back; the history that is there is set aside
help-restore--examples =
    Examples:
      checkin restore                       the newest backup that is whole
      checkin restore 000012-2026-11-20T17-30-00Z
      checkin restore /media/stick/000012-2026-11-20T17-30-00Z

    Nothing is overwritten: the history that is there moves to the folder `aside`. Check-ins made since the backup can be brought in again with `checkin merge`.
help-restore--backup = Backup: its name in `checkin backup list`, or the path of a backup, data folder or database file
help-word-backup = BACKUP
help-restore--backup-passphrase-file = Read the backup's passphrase, if it is another one, from the first line of a file
help-restore--yes = Do not ask
help-merge = Bring in what another machine's history, or a backup of it, has and this one lacks
help-merge--examples =
    Examples:
      checkin merge /media/stick/000012-2026-11-20T17-30-00Z
      checkin merge ~/Sync/laptop/checkin

    Both machines can merge each other's history back and forth, any number of times, and end with the same. The other file is only read. What was deleted on either side is deleted. A check-in that was corrected on both sides in different ways is a conflict: both versions are kept and shown, and `checkin history edit` settles it.
help-merge--path = A backup, a data folder or a database file
help-word-path = PATH
help-merge--other-passphrase-file = Read the other history's passphrase, if it is another one, from the first line of a file
help-merge--json = Print as JSON
help-verify = Check everything: the file, the log, every record, and the scores computed again
help-verify--examples =
    Examples:
      checkin verify
      checkin verify --json

    The exit code is 0 if everything is as it was written, else 1. The same check runs by itself before the first write of a day.
help-verify--json = Print as JSON
help-doctor = Show versions, settings, file system and file modes; no content, safe to paste
help-doctor--examples =
    Examples:
      checkin doctor
help-remind = Print, install, remove or snooze a reminder
help-remind--more =
    Print, install, remove or snooze a reminder

    A reminder speaks only while a check-in is due: not once it is done, not on leave, and not while it is snoozed. It is printed first; `--install` shows what is written and asks.
help-remind--examples =
    Examples:
      checkin remind                             the ways there are, and which are installed
      checkin remind systemd                     print it
      checkin remind systemd --install           a notification every day at 16:00 while one is due
      checkin remind cron --at 12:30 --install
      checkin remind calendar >checkin.ics       for any calendar
      checkin remind bash --install              a line when a shell starts
      checkin remind bash --remove
      checkin remind snooze --for 2d
help-remind--way = Where the reminder lives (default: list the ways)
help-word-way = WAY
help-remind--way--value-systemd = Notification by a systemd timer of your account
help-remind--way--value-launchd = Notification by launchd, on macOS
help-remind--way--value-task-scheduler = Message by the Task Scheduler, on Windows
help-remind--way--value-cron = Notification by cron
help-remind--way--value-calendar = Weekly event in a calendar (iCalendar file)
help-remind--way--value-bash = Line when bash starts
help-remind--way--value-zsh = Line when zsh starts
help-remind--way--value-fish = Line when fish starts
help-remind--way--value-nushell = Line when Nushell starts
help-remind--way--value-powershell = Line when PowerShell starts
help-remind--way--value-starship = Word in the starship prompt
help-remind--way--value-powerlevel10k = Word in the Powerlevel10k prompt
help-remind--install = Put it in place, after showing what is written
help-remind--remove = Take it away again
help-remind--at = Time of day, for the ways that have one (default: 16:00)
help-remind--yes = Do not ask
help-remind--force = Replace a file of the same name that is there already
help-remind--json = Print the ways as JSON
help-remind-snooze = Keep all reminders quiet for a while
help-remind-snooze--examples =
    Examples:
      checkin remind snooze                      until tomorrow
      checkin remind snooze --for 3h
      checkin remind snooze --for 2d
      checkin remind snooze --until 2026-12-01
      checkin remind snooze --off

    A check-in stays due; only reminders are quiet. For time away there is `checkin event add leave`.
help-remind-snooze--length = How long: hours, days or weeks, like 3h, 2d or 1w
help-word-time = TIME
help-remind-snooze--until = First day on which they may speak again
help-remind-snooze--off = Let them speak again
help-config = Show or change the settings
help-config--examples =
    Examples:
      checkin config                             what holds, and where it comes from
      checkin config set weekday thursday
      checkin config set region ie
      checkin config set questionnaire pulse
      checkin config defaults --write            a file that explains every setting

    An option comes before the environment, the environment before the file, the file before the default. The file is settings.toml in the data folder; its mistakes are shown in their place. In its table [alias] a name stands for a command: week = "trends --view table --last 4".
help-config--json = Print as JSON
help-config-set = Change a setting
help-config-set--examples =
    Examples:
      checkin config set weekday thursday
      checkin config set region none
      checkin config set contrast high

    The comments in the file stay.
help-config-set--key = Name of the setting
help-config-set--value = New value
help-config-unset = Put a setting back to its default
help-config-unset--examples =
    Examples:
      checkin config unset weekday
      checkin config unset language
help-config-unset--key = Name of the setting
help-config-path = Print where the settings are kept
help-config-path--examples =
    Examples:
      checkin config path
      $EDITOR "$(checkin config path)"
help-config-defaults = Print a settings file that explains every setting, or write it
help-config-defaults--examples =
    Examples:
      checkin config defaults
      checkin config defaults --write

    Everything in it is switched off, so that the defaults hold.
help-config-defaults--write = Write it into the data folder
help-config-defaults--force = Replace the settings that are there already
help-completions = Print what a shell needs to complete commands and names
help-completions--more =
    Print what a shell needs to complete commands and names

    Questionnaires, scores, items, settings and check-ins are completed by name. Completing never asks for anything: of an encrypted history no check-ins are offered.
help-completions--examples =
    Examples:
      bash, in ~/.bashrc:
        source <(checkin completions bash)
      zsh, in ~/.zshrc after compinit:
        source <(checkin completions zsh)
      fish:
        mkdir -p ~/.config/fish/completions
        checkin completions fish >~/.config/fish/completions/checkin.fish
      PowerShell, in $PROFILE:
        checkin completions powershell | Out-String | Invoke-Expression
      Nushell:
        let file = $nu.user-autoload-dirs.0 | path join checkin.nu
        checkin completions nushell | save -f $file
help-completions--shell = Shell to complete in
help-word-shell = SHELL
help-man = Print a manual page, or write those of all commands
help-man--examples =
    Examples:
      checkin man | man -l -                     the page of checkin
      checkin man history list | man -l -
      checkin man --out ~/.local/share/man/man1  one page a command
help-man--command = Command whose page is printed (default: checkin itself)
help-word-command = COMMAND
help-man--out = Folder to write the pages of all commands into
help-man--force = Replace pages that are there already
help-word-options = OPTIONS
help-fixed-of-commands = Print this message or the help of the given subcommand(s)
help-fixed-for-commands = Print help for the subcommand(s)
help-fixed-summary = Print help (see a summary with '-h')
help-fixed-more = Print help (see more with '--help')
help-fixed-help = Print help
help-fixed-version = Print version
help-fixed-values-head = Possible values:
help-fixed-values = [possible values:
help-fixed-default = [default:
help-fixed-alias = [alias:
help-fixed-usage = Usage:
help-fixed-commands = Commands:
help-fixed-arguments = Arguments:
help-fixed-options = Options:
