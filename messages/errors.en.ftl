# Errors, hints and what the commands of maintenance say, in English. Read only when one of them is said.

## The words before errors, causes and hints

error-label = error:
cause-label = caused by:
hint-label = hint:
was-interrupted = interrupted
terminal-fails = cannot read from or write to the terminal

## What stands in many errors

did-you-mean = did you mean `{ $near }`?
nothing-was-kept = nothing was kept
nothing-was-changed = nothing was changed
cannot-make-data-folder = cannot make the data folder
cannot-read = cannot read `{ $path }`
cannot-write = cannot write `{ $path }`
cannot-write-json = cannot write the JSON
cannot-write-output = cannot write the output
cannot-lay-out-page = cannot lay out the page
cannot-lay-out-report = cannot lay out the report
no-random-numbers = the system gives no random numbers
without-question-yes = to do it without a question use `--yes`

## Input: the clock, files, standard input

now-is-no-date = `CHECKIN_NOW` is not a date and time: `{ $text }`
now-is-like = write it like `2026-11-20T18:30:00+01:00`, or unset it
standard-input = standard input
cannot-read-input = cannot read { $name }
input-not-utf8 = { $name } is not UTF-8 text, from byte { $at } on
save-as-utf8 = save it as UTF-8
input-too-large = { $name } is larger than { $limit } bytes
input-not-correct = { $name } is not correct { $kind }
cause-in-line = line { $line }: { $problem }
input-ended-at = the input ended at the question `{ $question }`
input-ended-at-number = the input ended at question { $number } of { $of }
answers-so-far-kept = every answer so far is kept: `checkin` goes on with it
answers-from-file = to answer without questions use `checkin start --answers FILE`
no-data-folder = the system does not tell where a user's data belongs
name-data-folder = name a folder with `--data-dir` or `CHECKIN_DATA_DIR`

## Questionnaires and files of answers

no-such-questionnaire = there is no questionnaire `{ $id }`
questionnaires-are-listed = `checkin questionnaires list` shows those there are
definition-of-has-mistakes = the definition of `{ $id }` has mistakes
correct-and-add-again = correct the file and add it again with `checkin questionnaires add FILE`
answered-items-changed = `{ $id }` { $version } has been answered, and these items have changed since: { $items }
raise-version = raise `version`, so that old and new answers are told apart
stored-definition-unreadable = the stored definition `{ $hash }` cannot be read
answers-unusable = the answers cannot be used; nothing was kept
items-and-values-are-listed = `checkin questionnaires show { $id }` lists the items and their values
items-are-listed = `checkin questionnaires show { $id }` lists the items
no-answers-there = there are no `answers`
unknown-key-near = unknown key `{ $key }`; did you mean `{ $near }`?
unknown-key = unknown key `{ $key }`; there are { $keys }
answers-not-table = the answers to `{ $id }` are not a table of item ids
item-answered-twice = `{ $name }` is answered twice
not-item-of = `{ $item }` is not an item of `{ $id }`
answer-unreadable = `{ $item }` has no answer that can be read; give a number, true or false, a list of numbers, {"{"}"text": "…"{"}"}, "skipped" or "not_applicable"
notes-not-table = `notes` is not a table of item ids and texts
notes-name-no-item = `notes` names `{ $name }`, which is not an item
text-too-long = `{ $key }` is longer than 20,000 bytes
not-text = `{ $key }` is not text
unknown-item = unknown item `{ $item }`
unknown-item-near = unknown item `{ $item }`; did you mean `{ $near }`?
item-without-answer = `{ $item }` has no answer; give one, or "skipped"
item-not-asked = `{ $item }` would not be asked after the other answers; leave it out
item-always-applies = `{ $item }` does not offer "not_applicable"; it can be "skipped"
allowed-some-of = a list of { $options }
allowed-number = a number
allowed-from = from { $value }
allowed-to = to { $value }
allowed-in-steps = in steps of { $value }
answer-not-allowed = the answer to `{ $item }` is not one of those allowed: { $allowed }
option-named-twice = `{ $item }` names an option twice
item-text-too-long = the text of `{ $item }` is longer than 20,000 characters

## Check-ins, notes, events, steps

no-such-check-in = there is no check-in `{ $name }`
no-check-in-so-far = there is no check-in yet
checkin-starts-first = `checkin` starts the first one
check-ins-are-listed = `checkin history list` shows all of them with their ids
day-in-future = `{ $date }` is in the future
late-entry-is-past = a late entry is about a day that has passed
no-such-version = there is no version { $number } of this check-in
versions-are-shown = `checkin history show { $id }` tells of those there are
changes-not-kept = what was changed is not kept
not-item-and-value = `{ $text }` is not of the form `ITEM=VALUE`
set-for-example = for example `--set support.heard=often`
value-unreadable = the value of `{ $name }` cannot be read
values-that-can-be-read = give a label of the scale, its value, true, false, skipped, not_applicable or {"{"}"text": "…"{"}"}
labels-that-can-be-read = give one of { $labels }, its value, skipped or not_applicable
answers-do-not-fit = the answers do not fit; nothing was changed
edit-without-terminal = without a terminal use `--set`, `--note` or `--date`
delete-without-question = to delete without a question use `--yes`
deleted-but-backups = it is deleted from the history; `checkin backup list` shows the backups that may hold it
note-is-empty = the note is empty
give-note-text = give the text: `checkin note add TEXT`
give-event-kind = give the kind: `checkin event add KIND`
event-ends-before = the last day { $to } is before { $from }
no-leave-open = no leave and no illness is open
events-are-listed = `checkin event list` shows the events
give-step-text = give it: `checkin step add TEXT`
step-is-empty = the step is empty
no-step-open = no step is open
no-such-step = there is no step `{ $id }`
steps-are-listed = `checkin step list` shows all of them with their ids
scores-imported-alone = this check-in was imported as scores alone; there are no answers to explain them by
scores-are-shown = `checkin history show { $id }` shows the scores
questionnaire-without-score = `{ $questionnaire }` has no score `{ $score }`
all-scores-explained = without a score all are explained

## Looking back and giving out

history-without-score = the history has no score `{ $score }`
trends-show-scores = `checkin trends` shows all scores there are
table-shows-scores = `checkin trends --view table` shows all scores there are
before-1900 = { $day } lies before 1900
since-after-until = { $since } lies after { $to }
since-and-until = `--since` is the first day of the period and `--until` the last
period-too-long = { $since } to { $to } is more than 10000 weeks
map-needs-both = no check-in of this period has strain and all resources
weekly-gives-both = the weekly check-in gives both, once at least three of four items of each topic are answered
browsing-needs-screen = browsing needs a terminal that can move its cursor
browsing-line-by-line = `checkin trends` and `checkin history show` tell the same line by line
nothing-exported-yet = nothing has been exported yet
choose-with-last = choose with `--last N`
no-pdf-in-build = this build of checkin writes no PDF
html-prints = `--format html` prints on one A4 page from any browser
build-with-pdf = a build with it: `cargo install --path . --features pdf`
template-is-for-pdf = `--template` is for PDF
add-format-pdf = add `--format pdf`, in a build that writes PDF
period-without-check-in = there is no check-in in this period
choose-another-period = choose another with `--last`, `--since` and `--until`
export-not-remembered = the page is written; only the note of it in `checkin history exports` is missing
nothing-opened-page = the page is written, but nothing opened it
export-without-questions = without questions say what goes in with `--include`, and `--yes`
force-writes-over = `--force` writes over it
contact-needs-both = a contact needs a name and a number or address
contact-sign = a contact cannot hold the invisible or control character { $code }; type it anew without that
contact-long = each part of a contact can have { $most } characters at most
no-such-contact = there is no contact `{ $name }`
own-contacts-first = `checkin resources` shows your own first
no-such-region = there are no resources for the region `{ $region }`
regions-there-are = the regions there are: { $regions }

## Settings

settings-unreadable = the settings cannot be read
correct-or-remove-settings = correct the file, or remove it to go back to the defaults
cannot-read-settings = cannot read the settings `{ $path }`
cannot-write-settings = cannot write the settings `{ $path }`
settings-not-written = cannot write the settings
force-replaces-settings = `--force` replaces it and all that was set in it
no-such-setting = there is no setting `{ $key }`
tables-stand-in-file = aliases, contacts and `passphrase_command` stand in the file itself: `checkin config path` names it, `checkin resources add` adds a contact
settings-are-shown = `checkin config` shows all
no-value-of-setting = `{ $value }` is no value of `{ $key }`
setting-takes = it takes { $values }

## The history: why it did not do what it was asked

history-missing = there is no history yet at `{ $path }`
not-plain-file = `{ $path }` is not a plain file
history-lost = the history `{ $path }` is gone; it was there when it was last written
history-empty = the history `{ $path }` is empty: its content was lost
stray-journal = `{ $path }` belongs to a history that is no longer there
history-foreign = `{ $path }` is not the history that belongs here, nor any part of it
history-newer = the history has schema version { $found }, this program knows { $known } and earlier; version { $program } of the program or later is needed
history-newer-unnamed = the history has schema version { $found }, this program knows { $known } and earlier; a later version of the program is needed
history-damaged-by = the history is damaged: { $damage }
not-a-history = it is no history of checkin
no-encryption-for-history = the history is encrypted, and this build of the program has no encryption
history-locked = the history is encrypted; its passphrase is needed
no-passphrase-for-history = the history is encrypted, and there is no passphrase to open it
wrong-passphrase = the passphrase is wrong
wrong-passphrase-new-in-force = the passphrase is wrong: a change of passphrase was interrupted after it took effect, the new one is in force
wrong-passphrase-old-in-force = the passphrase is wrong: a change of passphrase was interrupted before it took effect, the earlier one is in force
wrong-recovery-key = the recovery key is not the one of this history
no-recovery-file = there is no file `recovery` beside the history
not-encrypted = the history is not encrypted
new-file-not-verified = the new file is not what it was made of; it was thrown away
replaced-but-failed = the new file is in place and in force, but what comes after that failed
other-not-taken-in = `{ $path }` cannot be taken in; nothing was changed
histories-forked = both histories went on with the log of the device `{ $device }` in different ways
larger-than-history = `{ $path }` is larger than any history
left-in-write = `{ $path }` was left in the middle of a write
history-itself = `{ $path }` is the history itself
history-busy = another process is using the history
disk-full = no space is left on the disk
nothing-there = there is no such file or folder
not-permitted = the system does not permit it
is-there-already = it is there already
is-a-folder = it is a folder
not-a-folder-on-the-way = a part of the path is no folder
name-not-possible = the name is too long, or has signs that a name cannot have
only-readable-there = nothing can be written there: the file system is read-only
history-read-only = the history or its folder is read-only
history-no-access = this account may not open the history or write in its folder
data-folder-unusable = the data folder cannot be used
history-not-created = the history cannot be created
engine-failed = the database engine failed
engine-setting = the database engine does not take the setting `{ $name }`
not-saved = it was not saved
perhaps-saved = it cannot be told whether it was saved
finished-elsewhere = the check-in was finished elsewhere
discarded-elsewhere = the draft was discarded elsewhere
no-such-record = there is no such record
ambiguous-id = { $count } records have an id that ends so
record-deleted = the record `{ $id }` was deleted
record-changed = the record `{ $id }` was changed meanwhile
record-taken = there is another record `{ $id }`
record-of-other-kind = the record `{ $id }` is of another kind
no-answered-definition = the history does not hold the definition that was answered
wrong-definition-hash = the definition does not match its hash
unwritable-value = it holds a value that cannot be written exactly

## What is damaged

damaged-file = the file is cut short or its inner order is broken
damaged-tables = the file does not have the tables of its version
damaged-records = its list of records does not fit its log
damaged-record = the record `{ $id }` is not as it was written
damaged-draft = the draft `{ $id }` is not as it was written
damaged-definition = the definition `{ $hash }` is not as it was written
damaged-scores = the scores of the record `{ $id }` are not those that its answers give
damaged-log = its log has gaps
damaged-devices = its list of devices is not as it was written
damaged-drafts = its open check-ins are not as they were written
damaged-exports = its list of exports is not as it was written
damaged-seal = parts of it are from different days, or its seal is broken
damaged-head = the file `head` beside it is not as it was written
missing-head = the file `head` beside it is gone
earlier-head = the file `head` beside it is from an earlier day
rolled-back = it was put back to an earlier day
damaged-recovery = the file `recovery` beside it is gone or not as it was written; the next write makes it anew

## What to do about the history

make-room = make room and try again; what was kept before is still there
close-other-checkin = close the other checkin and try again
check-owner = check who owns the data folder and whether its disk can be written
use-newer-checkin = use the newer checkin that wrote it
move-away-and-restore = nothing was changed; move it away, then `checkin restore` brings the newest backup back; or name another folder with `--data-dir`
restore-after-journal = `checkin restore` brings the newest backup back; move this file away first
unchanged-and-restore = nothing was changed; `checkin restore` brings the newest backup back
restore-own-file = if the history itself is right, `checkin restore` with the path of its own file checks it in full and writes `head` anew; else `checkin restore` brings the newest backup back
recovery-made-anew = the history itself is whole; the next check-in writes the file anew; without the passphrase copy `recovery` from the newest folder in `backups` beside the history
copy-recovery = copy `recovery` from the newest folder in `backups` beside the history and try again
verify-or-restore = `checkin verify` tells whether the history is damaged, `checkin restore` brings the newest backup back
damage-and-restore = nothing damaged is shown; `checkin verify` tells more, `checkin restore` brings the newest backup back
use-default-features = use a checkin built with its default features
give-passphrase = give it with `--passphrase-file`, `--passphrase-fd` or the setting `passphrase_command`
recover-with-key = nothing was changed; if it is lost, `checkin protect --recover` opens the history with the recovery key
recovery-key-is-the-one = the recovery key is the one shown when this history was protected; nothing was changed
new-passphrase-in-force = after a change of passphrase the new one is in force; the next command completes the rest
restore-one-side = a data folder was copied while in use; restore one side's backup first, then merge
run-where-written = run checkin once where it was written, then try again
ids-are-listed = `checkin history list` shows all check-ins with their ids
name-other-history = name a backup, the data folder of another machine, or the `history.db` in one of them
take-other-backup = take another backup of it; `checkin backup list` shows which are whole
give-other-passphrase = give its passphrase with `--other-passphrase-file` to `merge`, with `--backup-passphrase-file` to `restore`

## What happened on the way to the history

head-not-written = It is saved, but the file `head` beside the history could not be written; the next write does it.
change-interrupted-after = A change of the whole history was interrupted after it took effect; it is complete now. After a change of passphrase, the new one is in force.
change-interrupted-before = A change of the whole history was interrupted before it took effect; all is as it was before. After a change of passphrase, the earlier one is in force.
no-weekly-backup = The weekly backup could not be made: { $reason }. `checkin backup` tries again.
recovery-mended = The file `recovery` was damaged or gone; it was written anew, and your recovery key opens the history again.
copies-left = Backups still hold what was deleted, or stand in the clear, and could not be removed: { $reason }. The next check-in tries again.

## Files and folders

file-is-there = the file `{ $path }` is there already
no-space-for = no space is left to write `{ $path }`
file-not-written = `{ $path }` cannot be written
file-not-synced = `{ $path }` is written, but its folder cannot be synced
not-folder = `{ $path }` is not a folder
link-not-followed = `{ $path }` is a link, and is not followed
folder-of-others = other accounts can write in the folder `{ $path }`
folder-unusable = the folder `{ $path }` cannot be used

## Passphrases

no-terminal-to-ask = there is no terminal to ask for it
it-was-wrong = it was wrong
prompt-was-left = the prompt was left
source-unreadable = `{ $name }` cannot be read
program-not-started = `{ $name }` cannot be started
program-failed = `{ $name }` ended with a failure
source-without-passphrase = `{ $name }` gives no passphrase: it must be one line of text, not empty
build-without-encryption = this build of checkin has no encryption
install-default-features = install it with its default features
no-new-passphrase = there is no new passphrase
new-passphrase-from = use `--new-passphrase-file` or `--new-passphrase-fd`
good-passphrase-is = four or five words that do not belong together are a good one
accept-weak = to take it all the same use `--accept-weak`
cross-out-recovery-key = the recovery key above is not in force, cross it out; nothing was changed
no-recovery-key = there is no recovery key
use-recovery-key-file = use `--recovery-key-file`
not-a-recovery-key = this is no recovery key
recovery-key-form = it was shown when the history was protected, in 14 groups of 4
history-without-passphrase = the history has no passphrase

## Backups, restoring, merging, verifying

backed-up = Backed up and verified:
no-backups-yet = No backups yet; `checkin backup` makes one.
no-such-folder = there is no folder `{ $path }`
make-or-mount-first = make it, or mount the disk, first
moment-ago = a moment ago
minutes-ago = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
} ago
hours-ago = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
} ago
backup-weekly = weekly
backup-asked-for = asked for
backup-before-upgrade = before an upgrade
backup-before-passphrase = before the passphrase changed
backup-before-merge = before a merge
backup-before-restore = before a restore
backup-after-deletion = after a deletion
backup-after-encryption = after encryption
backup-encrypted = encrypted
backup-verified = verified
backup-not-as-written = DAMAGED: not what was written
restore-question = Put { $path } in the place of the history? What is there is set aside.
restore-without-question = to restore without a question use `--yes`
whose-backup = the backup
whose-other-history = the other history
checking-backup = Checking the backup
checking-other = Checking the other history
checking = Checking
no-whole-backup = there is no backup that is whole
name-own-copy = name the path of a copy that you made elsewhere
backup-is-damaged = the backup `{ $name }` is damaged
whole-backups-are-listed = `checkin backup list` shows which are whole
no-such-backup = there is no backup `{ $name }`
backups-are-listed = `checkin backup list` shows those there are
restored = Restored: { $count ->
    [one] { $count } record
   *[other] { $count } records
}.
restored-with-passphrase = It opens with the passphrase of the backup.
restored-in-the-clear = The backup was in the clear, and so is the history now: `checkin protect` encrypts it.
restored-set-aside = What was there is in { $path }; `checkin merge` with that path brings in what the backup lacks, if it is whole.
nothing-to-merge-into = there is no history here yet, so nothing can be merged into it
restore-takes-over = `checkin restore PATH` takes the other history over whole
merged-but-backups = it is merged; the next write removes the backups that still hold what was deleted
merged-nothing-new = Nothing new: this history has all that the other one has.
merged-check-ins = New: { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
}.
merged-notes = New: { $count ->
    [one] { $count } note
   *[other] { $count } notes
}.
merged-events = New: { $count ->
    [one] { $count } event
   *[other] { $count } events
}.
merged-steps = New: { $count ->
    [one] { $count } step
   *[other] { $count } steps
}.
merged-corrections = Also: { $count ->
    [one] { $count } correction
   *[other] { $count } corrections
}.
merged-deletions = Also: { $count ->
    [one] { $count } deletion
   *[other] { $count } deletions
}.
merged-idle-device = A device came in that has written nothing new.
merge-conflict = Conflict: { $what } was corrected in different ways; both are kept. `checkin history show { $id }` shows them.
merge-drafts-left = { $count ->
    [one] { $count } open check-in
   *[other] { $count } open check-ins
} of the other history stays there until it is finished.
merged-check-in-of = the check-in of { $day }
merged-event-of = the event of { $day }
merged-step-of = the step of { $day }
verified-log = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} of the log by { $devices ->
    [one] { $devices } device
   *[other] { $devices } devices
}, { $records ->
    [one] { $records } record
   *[other] { $records } records
}, { $definitions ->
    [one] { $definitions } definition
   *[other] { $definitions } definitions
}.
verified-scores = Scores computed again: { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
}. Backups that are whole: { $backups }.
verified-whole = The history is as it was written.
a-backup-not-as-written = the backup { $name } is not what was written
a-backup-is-damaged = a backup is damaged
make-new-backup = the history itself is whole; `checkin backup` makes a new backup
history-is-damaged = the history is damaged

## The settings shown

setting-head = Setting
value-head = Value
from-head = From
meaning-head = Meaning
setting-line = { $key }: { $value }, from { $origin }: { $about }.
setting-unset = Back to the default: { $key } is { $value }.
due-not-renewed = The day of the next check-in is not worked out anew yet; `checkin status` does it:
setting-set = Set: { $key } is now { $value }.
language-not-spoken = checkin speaks English, Spanish and German (en, es, de) and goes on in English. Questionnaires are shown in `{ $language }` where a translation is there, else as they are written.
alias-line = alias { $name }: { $words }
passphrase-command-line = passphrase_command: { $command } prints the passphrase
contact-line = contact { $name }: shown first by `checkin resources`
origin-default = default
origin-file = file
origin-environment = environment { $name }
origin-option = option { $name }
about-region = country whose support resources are shown
about-questionnaire = questionnaire of the weekly check-in
about-weekday = day on which the check-in falls due
about-day-end = time at which a day ends; what comes before it belongs to the day before
about-language = language of what is asked and said; de and es are built in
about-context = whether the week's context is offered after a check-in
about-plain = whether everything is asked line by line
about-color = when the terminal is coloured
about-contrast = whether emphasis does without hues and faint text
takes-region = a region of `checkin resources --all`, or `none`
takes-questionnaire = an id of `checkin questionnaires list`
takes-weekday = monday, tuesday, wednesday, thursday, friday, saturday or sunday
takes-day-end = a time like 04:00
takes-language = a tag like es or pt-BR, or `none`
takes-truth = true or false
takes-color = auto, always or never
takes-contrast = normal or high

## The settings file that explains itself

settings-file-head =
    # Settings of checkin. A line that begins with # is switched off: take the # away and
    # change what stands behind the equals sign. `checkin config` shows what holds.
settings-file-takes = Takes { $values }.
settings-file-passphrase = A program that prints the passphrase of an encrypted history, with its arguments.
settings-file-aliases = Short names for commands; a list where a word has a blank in it.
settings-file-contacts = People to turn to, shown before all other support resources; as many as you like.

## Reminders

system-reminder = `{ $name }` belongs to { $system }
reminder-can-be-printed = `checkin remind { $name }` prints it; `checkin remind` lists all ways
reminder-by-hand = `{ $name }` can only be put in by hand
reminder-text-to-write = To be written, { $place }:
reminder-text-to-replace = Instead of what is there, { $place }:
reminder-to-call = To be called: { $call }
reminder-to-remove = To be removed: { $place }
do-this = Do this?
asked-nothing-yes = to be asked nothing use `--yes`
reminder-half-installed = the files are written; call it yourself, or `checkin remind { $name } --remove` takes them away
reminder-as-before = the former reminder is in its place again
reminder-taken-back = the files that were written are taken away again, or as they were before; the reminder is not installed
reminder-left = these were written and could not be taken away again: { $files }
reminder-handed-over = Handed to your calendar, which may ask whether to keep it. The event ends when you take it out of the calendar.
event-stays-in-calendar = The event stays in your calendar until you take it out there.
reminder-installed = Installed: { $name }. `checkin remind { $name } --remove` takes it away.
reminder-program-missing = Not found here: { $programs }. It speaks once that is installed.
reminder-not-there = There is no reminder by { $name }.
reminder-removed = Removed: { $name }.
reminder-removed-all-the-same = { $reason }. What was written for it is removed all the same.
reminder-not-installed = cannot install the reminder
force-replaces = `--force` replaces it
the-crontab = the crontab
cannot-change = cannot change { $name }
links-not-followed = a link is never followed; put the printed lines in by hand
table-is-there = `{ $header }` stands in it already
put-in-by-hand = take that out, or put the printed lines in by hand; nothing was changed
block-is-broken = the lines `{ $begin }` and `{ $end }` do not stand there once each, in this order
correct-lines-by-hand = correct these lines by hand; nothing was changed
no-calendar-started = no calendar could be started
open-with-calendar = open `{ $path }` with your calendar
other-ways-to-remind = cron may not be on this system; `checkin remind` lists the other ways
call-failed = `{ $call }` failed
crontab-not-utf8 = the crontab is not UTF-8 text
call-ended-with = it ended with { $status }
no-home-folder = the system does not tell the home folder
no-program-path = the system does not tell this program's path
cannot-locate = cannot tell where `{ $path }` is
path-not-for-reminder = the path `{ $path }` cannot stand in a reminder
path-must-be-text = it must be Unicode without control characters
reminder-installed-mark = installed
quiet-until = Quiet until { $moment }.
ways-not-found = Not found here: { $names }.
remind-prints-one = `checkin remind WAY` prints one.
way-systemd = Notification by a systemd timer of your account
way-launchd = Notification by launchd, on macOS
way-task-scheduler = Message by the Task Scheduler, on Windows
way-cron = Notification by cron
way-calendar = Weekly event in a calendar (iCalendar file)
way-shell = Line when { $shell } starts
way-prompt = Word in the { $prompt } prompt
advice-powerlevel10k = Put it into ~/.p10k.zsh, and `checkin` among the elements of POWERLEVEL9K_RIGHT_PROMPT_ELEMENTS. Remove it there too.
advice-calendar = Open it with your calendar, or `checkin remind calendar --install` does. A calendar cannot know when a check-in is done; remove the event there.
advice-foreign = It belongs to { $system }; `checkin remind { $name } --install` works there.
way-without-time = the reminder `{ $name }` has no time of day: it comes when a shell or a prompt starts
ways-with-time = leave `--at` out; `systemd`, `launchd`, `task-scheduler`, `cron` and `calendar` take it
advice-install = Nothing is changed yet. `checkin remind { $name } --install` puts it in place, `--remove` takes it away.
place-end-of = at the end of { $path }
place-crontab = at the end of your crontab
place-by-hand = to be put in by hand
day-not-to-come = { $day } is not a day to come
quiet-year-at-most = reminders can be quiet for a year at most
remove-for-good = `checkin remind WAY --remove` takes one away for good

## Questionnaires: adding, removing, writing, adopting

file-has-mistakes = the file has mistakes; nothing was added
correct-and-try-again = correct them and try again
translation-added = Added: the translation { $name }.
translation-removed = Removed: the translation { $name }.
no-own-translation = there is no translation `{ $name }` of your own
id-of-built-in = `{ $id }` is the id of a built-in questionnaire
give-another-id = give yours another id, and name the file after it
as-gives-another = `--as ID` gives another
questionnaire-added = Added: { $id } { $version }. `checkin start { $id }` answers it.
questionnaire-replaced = Replaced: { $id } { $version }. `checkin start { $id }` answers it.
built-in-stays = `{ $id }` is built in and stays
config-chooses-another = `checkin config set questionnaire ID` chooses another for every week
is-included-by = `{ $id }` is included by { $users }
remove-those-first = remove or change those first
questionnaire-removed = Removed: { $id }. Past check-ins stay readable.
was-weekly = It was the weekly questionnaire; `checkin config set questionnaire weekly` chooses another.
have-questionnaire-already = you have a questionnaire `{ $id }` already
as-or-replace = `--as ID` gives another id, `--replace` replaces it
definition-not-written = the definition has mistakes; nothing was written
replace-replaces-file = `--replace` replaces an existing file
definition-written =
    Written: { $path }
    Edit it, then `checkin questionnaires check { $path }` and `checkin questionnaires add { $path }`.
questionnaire-cannot-be-written = the questionnaire cannot be written like this
try-other-words = nothing was written; try again with other words
never-replaced = an existing file is never replaced; choose another id or folder
no-such-key = there is no key `{ $name }`
keys-are-listed = `checkin questionnaires adopt` lists those there are
wording-file-unusable = `{ $path }` cannot be used
correct-wording-file = nothing was added; correct the file and try again
wording-does-not-fit = the wording does not fit the key
one-item-a-line = one item a line; nothing was added
keys-need-your-copy = The wording comes from your own copy: checkin questionnaires adopt KEY
look-at-copy = Look at your copy: { $caution }
now-the-items = Now the items as your copy words them.
item-number-of = Item { $number } of { $of }
typed-before = You typed { $count ->
    [one] one line
   *[other] { $count } lines
} of this copy before.
typed-go-on = Go on after that
typed-look-again = Go through it again, to change something
typed-is-kept = what you typed is kept; `checkin questionnaires adopt { $key }` goes on with it
move-typed-away = move it away to begin anew
wording-takes-file = `--wording FILE` takes the wording from a file, one item a line
options-of-scale = Response options of `{ $scale }`{ $ends }:
label-of-value = Label of the answer that counts { $value }
labels-in-file = or give them in the file of `--wording`: a line [{ $scale }], then `{ $value } = …` and so on
ends-of-scale = { $lowest } means { $low }, { $highest } means { $high }
key-asks-nothing = the key `{ $key }` asks nothing
leave-choose-out = leave `--choose` out
no-answer-to = `{ $given }` is not an answer to: { $question }
choose-takes = `--choose` takes one of { $choices }
i-do-not-know = I do not know
your-copy-says = Your copy says
or-answer-with-choose = or answer with `--choose`, one of { $choices }
key-needs-answer = without this answer the key cannot be used
look-it-up = look it up on your copy; nothing was added
yes-confirms-items = `--yes` confirms that the items are as shown
items-at-their-numbers = Does every item of your copy stand at its number?
not-confirmed = not confirmed; nothing was added
order-of-key = put the items in the order of the key, or begin each line with its number (`3. …`)
is-published-wording = Is it the published wording, unchanged, or an official translation?
part-reverse-scored = { $title }, reverse-scored
answers-by-scale = answers: { $scale }
shows-support = shows the support resources
what-is-it-about = What is it about, for the person who answers?
now-your-items = Now the items, one a line: first person, the past week, one idea each. An empty line ends.
item-number = Item { $number }
samples-put-in = Three sample items are put in; replace them.
is-last-reversed = Is the last item worded the other way round?
is-high-good = Is a high score a good sign?

## Importing a questionnaire

import-refused = `{ $file }` is refused
report-says-what = the report says what and where; docs/importing.md tells what each code means
names-none-of-several = `{ $id }` names none, or not just one, of the questionnaires in the file
several-in-file = the file holds several questionnaires
id-says-which = `--id NAME` says which one
which-of-several = Which questionnaire?
file-does-not-fit-key = the file does not fit the key `{ $key }`
items-in-order-of-key = `--items a,b,c` names the items in the order of the key; nothing was added
confirm-confirms-here = `--confirm` confirms it here
not-called-validated = Not called validated: the file's values and labels are not those that the key names, and nobody was asked whether the wording is the published one.
cannot-score-like-that = this cannot be scored like that
values-of-options = `--values ITEM=0,1,2` gives the values of an item's options; nothing was added
key-in-words = Key: { $key }
is-key-of-yours = Is this the key of your questionnaire?
key-to-be-confirmed = the key is to be confirmed; nothing was added
confirm-or-unscored = `--confirm` confirms it; without `--score` the items are taken unscored
score-by-mean = { $title }: mean of { $items }; { $reverse }
score-by-sum = { $title }: sum of { $items }; { $reverse }
none-reverse-scored = none reverse-scored
these-reverse-scored = reverse-scored: { $items }
values-unreadable = `--values { $text }` cannot be read
values-like = write 0,1,2,3 or ITEM=0,1,2,3, `order` or `codes`
not-item-with-options = `{ $item }` is not an item with options here
report-lists-items = the report lists the items that were taken
no-score-described = the file describes no score that could be taken
score-makes-one = `--score sum` or `--score mean` with `--items` makes one
please-give-numbers = Please give { $count } numbers.
no-values-given = The file gives no values for: { $options } ({ $count ->
    [one] { $count } item
   *[other] { $count } items
}).
some-values-given = The file gives values for some only of: { $options } ({ $count ->
    [one] { $count } item
   *[other] { $count } items
}).
equal-values-given = The file gives equal values to some of: { $options } ({ $count ->
    [one] { $count } item
   *[other] { $count } items
}).
no-score-for-now = No score for now
as-file-says = As the file says: { $score }
sum-of-all = The sum of all { $count ->
    [one] { $count } item
   *[other] { $count } items
}
mean-of-all = The mean of all { $count ->
    [one] { $count } item
   *[other] { $count } items
}
score-beside-key = { $score }, where the key { $key } counts { $count }
score-by-key = By the key { $key } of checkin: { $title }, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
score-without-key = Without a key: by what the file says, or not at all
how-scored = How is it scored?
which-reverse-scored = Which are reverse-scored?
report-taken = Taken: { $count ->
    [one] { $count } item
   *[other] { $count } items
}
report-left = Left
report-refused = Refused
report-about-key = About the key, to be confirmed
report-to-know = To know
report-score-described = The file describes a score ({ $because }): { $score }
report-scored-by-key = Scored by the key `{ $key }`.
report-score-confirmed = Score, as confirmed: { $score }
report-score-asked = Score, as you asked for it: { $score }
report-no-score = No score: the file alone gives no key. `--key KEY`, or `--score` with `--items` and `--reverse`, makes one.
report-numbered = The options of { $count ->
    [one] { $count } item
   *[other] { $count } items
} are only numbered in the order of the file; `--values` gives their values.
takes-any-of = any of: { $options }
takes-number-between = a number from { $min } to { $max }
takes-yes-or-no = yes or no
takes-words = words

## Importing old check-ins

file-not-table = `{ $name }` cannot be read as a table
rows-do-not-fit = `{ $name }` has rows that do not fit
and-more = and { $count } more
row-in-future = line { $line }: `{ $date }` is in the future
columns-left = Columns that are left: { $columns }.
date-format-tells-no-day = `--date-format { $format }` does not tell a day
date-format-signs = %Y is the year, %y one of two digits, %m the month and %d the day: %d.%m.%Y
imported-with-answers = { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
} with answers of { $questionnaire }
imported-with-scores = { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
} with scores alone of { $questionnaire }
imported-with-both = { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
} ({ $alone } of the rows with scores alone) of { $questionnaire }
imported-known = { $count } there already
imported-erased = { $count } deleted before, left out
imported-done = Imported: { $what }.
import-to-confirm = importing { $what } is to be confirmed
import-question = Import { $what }?
yes-imports = `--yes` imports without asking
score-differs-in-file = line { $line }: `{ $score }` in the file is not what its answers give; what they give is kept
row-unwritable = a row cannot be written
not-column-and-target = `{ $text }` is not of the form COLUMN=TARGET
no-such-column = there is no column `{ $name }`
columns-are = the columns are { $columns }
one-date-column = one column must hold the date
map-names-date = `--map COLUMN=date` names it; the columns are { $columns }
no-column-is-known = no column is an item or a score of `{ $id }`
map-names-item = `--map COLUMN=ITEM` names one; the columns are { $columns }
what-does-column-hold = What does `{ $name }` hold? An item, a score, date, or - for nothing
neither-item-nor-score = `{ $target }` is neither an item nor a score of `{ $id }`
columns-hold-same = `{ $one }` and `{ $two }` both hold `{ $target }`
map-leaves-out = `--map '{ $name }=-'` leaves one out; nothing was imported
items-and-scores-listed = `checkin questionnaires show { $id }` lists both

## Trends of a file

range-takes-two = `--range` takes a lowest and a highest score
range-is-empty = the range { $low } to { $high } is empty
lowest-first = give the lowest possible score first
prior-spread-above-0 = `--prior-spread` must be above 0
problem-of-file = `{ $name }`: { $problem }
not-csv = not CSV: { $cause }
cells-and-heads = { $cells } cells where the first line has { $heads }
not-a-day = `{ $text }` is not a day like 2026-11-20
lines-unusable = some lines cannot be used; nothing was analysed
columns-range-decimals = `--column` picks the score columns, `--range MIN MAX` says what is possible; a decimal has a full stop
write-commas = write commas between the columns, not semicolons or tabs
first-line-names-columns = the first line names the columns; one of them is `date`
no-date-column = there is no `date` column
no-score-column = there is no score column
not-a-number = `{ $text }` is not a number
outside-possible-range = `{ $text }` is outside the range { $low } to { $high }
scores-on-0-to-100 = { $name } (scores on 0 to 100)
confirmed-mark = confirmed
no-scores-in-column = No scores.

## Manual pages

no-such-command = there is no command `{ $name }`
commands-are-listed = `{ $command } help` lists the commands
manual-not-written = cannot write the manual
force-replaces-pages = `--force` replaces the pages that are there
pages-written = Written: { $count } pages in { $folder }

## In several places

cannot-make-folder = cannot make the folder `{ $path }`
cannot-remove = cannot remove `{ $path }`
nothing-was-imported = nothing was imported
their-values = Their values, with commas, or `none` to leave them unscored

## Why a recovery key or a wording does not fit

recovery-key-length = a recovery key has 14 groups of 4, this has { $count } letters and digits
recovery-key-sign = a recovery key has letters without I, L, O, U and digits only
recovery-key-checksum = its last group does not fit the others; at least one sign is mistyped
key-item-count = the key has { $expected } items, the wording { $found }
key-label-count = the scale `{ $scale }` has { $expected } values, the wording gives { $found } labels for it
key-depends-on = the key depends on `{ $question }`, which is one of { $choices }
wording-unknown-scale = line { $line }: the key has no scale `{ $name }`; it has { $known }
wording-no-label = line { $line }: a response option is written `value = label`, like `{ $example } = …`
wording-value = line { $line }: the scale `{ $scale }` has the values { $values }, each once
wording-incomplete = the labels of `{ $scale }` are not complete; it has the values { $values }
wording-number = line { $line }: the item number { $number } is there twice or beyond { $items }
wording-partly = line { $line } has no number as line { $numbered } has; number every item, `1.` to `{ $items }.`, or none
wording-misplaced = line { $line } begins with { $number } and is item { $place } by its place; write `{ $number }.` so that the numbers count

## What a row of old check-ins does not fit in

row-without-date-column = no column holds the date
row-cell-empty = `{ $column }` is empty
row-date-of-other-form = the date in `{ $column }` is not of the form { $format }; `--date-format` gives another
row-date-before-1900 = the date in `{ $column }` is before 1900; `--date-format` with %y reads years of two digits
row-without-answer = `{ $column }` holds no answer to `{ $item }`
row-without-value = `{ $column }` holds no value of `{ $score }`, which goes from { $from } to { $to }

## What is wrong with a command line

not-an-id = `{ $id }` cannot be the name of a questionnaire
ids-are-made-of = use up to 60 lower-case letters a-z, digits and single hyphens, a letter first
a-few-questions = A few questions about the past week.
no-such-option = there is no option `{ $option }` here
unexpected-word = `{ $word }` is one word too many
value-missing = `{ $argument }` needs a value
value-not-taken = `{ $argument }` does not take `{ $value }`
values-there-are = it takes { $values }
not-together = `{ $argument }` does not go together with `{ $other }`
argument-missing = missing: { $argument }
command-missing = it is not said what to do
line-not-utf8 = the command line is not UTF-8
as-a-word = to write it as a word, put `--` before: `-- { $word }`
form-is = the form is `{ $form }`; `--help` tells more
write-a-day = write a day like 2026-11-20
no-such-day = the calendar has no such day; write one like 2026-11-20
write-a-time = write a time like 16:00
write-a-length = write hours, days or weeks, like 3h, 2d or 1w
write-a-number = write a number from { $from } to { $to }
write-a-whole-number = write a whole number, like 3
write-a-decimal = write a number, like 62.5
