# What checkin says, in English. `docs/translating-es.md` and `-de.md` hold the terms of the other languages.

## Days and numbers

decimal-sign = .
month = { $number ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[other] Sunday
}
day = { $day } { $month } { $year }
day-in-year = { $day } { $month }
weekday-and-day = { $weekday } { $day }
moment = { $weekday } { $day }, { $time }
days = { $from } to { $to }
and = and
listed = { $first } and { $last }
list-day = %Y-%m-%d
between-values = {", "}

## Answering: the screen and line by line

yes = Yes
no = No
progress = { $number } of { $of }
keys-help =
    The number, or Left and Right and then Enter, answers.
    Up or Backspace   back to the question before
    Down              on to the next one, where this one has an answer
    s                 skip: a skipped question is never counted as a number
    -                 does not apply, where that is offered
    n                 write a note to this question (Tab where you type)
    q                 leave; every answer so far is kept (Esc where you type)
    Ctrl-C            the same as q
    ?                 close this help
line-not-kept = What was typed is not kept.
skipped-so-far = You skipped this question.
not-applicable-so-far = You marked this as not applicable.
has-note = There is a note to this question.
key-type-number = type a number, Enter
key-write = write, then Enter
key-enter-skips = Enter alone skips
key-back = Up back
key-tab-note = Tab note
key-help = ? help
key-escape = Esc leave
key-number-marks = number marks, Enter answers
key-number-answers = number answers
key-on = Down on
key-skip = s skip
key-note = n note
key-leave = q leave
still-open = This question is still open.
not-applicable-not-offered = "Not applicable" is not offered here; s skips the question.
move-first = Move to an option with Left and Right first.
key-without-meaning = That key has no meaning here; ? shows those that have.
press-number = Press a number, or move with Left and Right and press Enter.
type-number = Type a number and press Enter; s skips the question.
first-question = This is the first question.
any-key = Any key goes on.
any-key-more = Any key shows the rest.
note-prompt = Note (Enter keeps it)
note-not-kept = This note could not be kept.
answer-not-kept = This answer is not safely kept yet; press the key again to retry.
recall-seen-from = { $recall }, seen from { $day }
lines-help =
    Give the number of an answer, or its first letters, two at least, then Enter.
    b back, s skip, n and your words a note, q leave and keep every answer so far.
    - does not apply, where that is offered. Enter alone keeps an answer given before.
    For several answers give their numbers with spaces between them.
lines-keys = (b back, s skip, n note, ? help, q leave and keep)
answer-prompt = Answer
words-back = back
words-skip = skip
words-leave = quit leave
words-help = help
words-note = note
not-an-answer = That is not an answer here; ? gives help.
note = Note
noted = Noted.
nothing-noted = Nothing was noted.
note-there = There is a note: { $note }. What you write is added to it; - alone removes it, Enter alone leaves it.
note-added = Added to the note.
note-removed = The note is removed.
note-stays = The note stays as it was.
question = Question { $number } of { $of }. { $recall }: { $item }
your-answer = Your answer: { $answer }. Enter keeps it.
a-number-between = A number from { $min } to { $max }
a-number-from = A number from { $min }
a-number-up-to = A number up to { $max }
a-number = A number
own-words = Your own words, = before them; Enter alone skips
skipped = skipped
not-applicable = not applicable

## Prompts of the terminal

yes-letters = y yes
no-letters = n no
yes-or-no-usually-yes = [Y/n]
yes-or-no-usually-no = [y/N]
please-yes-or-no = Please answer y or n.
please-number = Please give a number from 1 to { $last }.
please-numbers = Please give numbers from 1 to { $last }.
space-changes = { $prompt } (Space changes, Enter goes on)
number-prompt = Number, Enter for { $usual }:
number-or-leave-prompt = Number, q to leave, Enter for { $usual }:
numbers-prompt = Numbers with commas, 0 for none, Enter for { $usual }:

## The first run

welcome-what = Welcome to checkin. Once a week, in about three minutes, you answer a few questions about the conditions of your work and about yourself. You see what has changed, and can bring it to supervision.
welcome-where = What you answer stays on this machine, in { $folder }, readable by you only. checkin has no network code at all. Nothing leaves unless you export it.
welcome-what-not = It is self-report, no diagnosis and no validated instrument. Every answer is kept at once: leave at any time and go on later.
welcome-questions = A few questions first. Enter takes what is given; `checkin config` changes it.
region-name = { $id ->
    [eu] European Union
    [gb] United Kingdom
    [ie] Ireland
    [us] United States
    [ca] Canada
    [au] Australia
    [nz] New Zealand
    [za] South Africa
   *[other] { $id }
}
another-region = Another, or none
where-you-work = Where do you work? (only to show the right support lines)
which-day = On which day would you like to check in?
which-questionnaire = Which check-in?
about-weekly = weekly: 32 questions on eight topics, about three minutes
about-pulse = pulse: 8 questions, one a topic, under a minute, less exact

## A check-in from beginning to end

left-nothing = Left. Nothing was answered.
left-answers-kept = Left. Every answer so far is kept; `checkin` goes on with it.
left-complete = Left. The answers are kept; `checkin` goes on with them.
interrupted = Interrupted.
open-elsewhere = A check-in is open in another window; it stays there.
begin-all-the-same = Begin another one?
second-of-week = A check-in of this week is finished already, on { $day }; this one will stand beside it. To correct that one instead: checkin history edit { $id }
second-of-day = A check-in of that day is finished already; of two on one day, the later one counts. To correct it instead: checkin history edit { $id }
draft-open = A check-in is open: { $title }, { $age }, { $answered ->
    [one] { $answered } question
   *[other] { $answered } questions
} done.
draft-old = It is older than the days it asks about; its answers belong to { $day }.
draft-go-on = Go on with it, as a check-in of { $day }
draft-begin-new = Begin a new one; the open one stays
draft-discard = Throw the open one away and begin a new one
what-would-you-like = What would you like?
really-discard = Really throw its answers away?
touched-a-moment-ago = last touched a moment ago
touched-minutes-ago = last touched { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
} ago
touched-hours-ago = last touched { $count ->
    [one] { $count } hour
   *[other] { $count } hours
} ago
touched-days-ago = last touched { $count ->
    [one] { $count } day
   *[other] { $count } days
} ago
last-question = That was the last question.
finish = Finish and see the result
change-note = Change the note
add-note = Add a note
add-context = Add the week's context (six short questions)
change-context = Change the week's context
mark-event = Mark an event since last time (leave, incident, new role and so on)
back-to-questions = Go back to the questions
leave-for-now = Leave for now
kept-check-in = Kept: { $title }, { $day } (check-in { $id }).
something-small = Something small for the week, { $reason }: { $suggestion }

## Why a suggestion or question was chosen

because-fell = because { $title } fell
because-rose = because { $title } rose
because-possibly-fell = because { $title } is unusually low, which may be chance
because-possibly-rose = because { $title } is unusually high, which may be chance
because-low = because { $title } is in the lower third of its range
because-high = because { $title } is in the upper third of its range

## Steps

ask-next-time = ask me next time
did-it-happen = On { $day } you chose: “{ $text }”. Did it happen?
no-step-taken = No step for this week.
not-this-week = Not this week
in-my-words = Something in my own words
step-for-the-week = One small step for the week?
one-small-step = One small step
step-kept = Kept (step { $id }). The next check-in asks whether it happened.
step-listed = { $day }: { $text } ({ $course }; step { $id })
no-step-yet = No step yet; one is offered at the end of a check-in, and `checkin step add` adds one.
step-yes = yes
step-partly = partly
step-no = no
step-no-longer-matters = no longer matters
step-open = open
good-to-know-yes = Good to know.
good-to-know-partly = Good to know; part of it counts.
good-to-know-no = Good to know; weeks are like that.
good-to-know-aside = Good to know; it is put aside.

## Events

leave = leave
illness = illness
critical-incident = critical incident
new-role = new role
supervision = supervision
other-event = other
what-kind-of-event = What kind of event?
first-day = First day
last-day-open = Last day (empty: still open)
last-day-one = Last day (empty: one day)
a-few-words = A few words (may stay empty)
please-a-day = Please write a day like 2026-11-20.
event-marked = Marked: { $kind }, { $day } (event { $id }).
event-marked-already = That is marked already (event { $id }).
event-listed = { $what } (event { $id })
no-event-yet = No event yet; `checkin event add` marks one.
no-event-marked = Nothing was marked.
event-stays-open = It stays open, and no check-in is due, until `checkin event end` or `checkin event end --to DAY` ends it.
event-to = to { $day }
event-open = open
event-new-baseline = new baseline
event-ended = Ended: { $kind }, { $days }.

## Where to turn to

your-own = Your own
numbers-change = Numbers change; please check them once before you need them.
talk-to-these = If you would like to talk to someone, these people are there for that:
talk-to-someone = If you would like to talk to someone:
lines-by-country = `checkin resources` lists support lines by country.
talk-without-region = If you would like to talk to someone: `checkin resources` lists support lines by country, and `checkin config set region` keeps yours.
compared-on = compared on { $day } with { $source }
contact-kept = Kept; it is shown before all others.
removed = Removed.

## Verdicts: what has changed, and how sure that is. The statistical meaning is in docs/trends.md

judged = { $judged ->
    [better] {" "}(better)
    [worse] {" "}(worse)
   *[neither] {""}
}
afresh-after-gap = More than 26 weeks without a check-in: starting afresh.
usual-since-shift = At the level since about { $since }, which is recorded as a shift: within the usual range of that level ({ $low } to { $high }). No sign of a further change; small changes can still be hidden.
weeks-alike = Your weeks resemble each other a lot, which makes chance messages more likely.
shift-recorded = Recorded as a shift. From now on you are compared with the new level.
too-early = Too early to say: { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
} since { $since }. At least { $needed } are needed.
new-level = New level since { $since }: { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
} so far, { $needed } are needed for a comparison.
compared-afresh = Compared afresh since { $since }, after a change of the questionnaire or a new baseline: { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
} so far, { $needed } are needed for a comparison.
usual = Within your usual range ({ $low } to { $high }). No sign of a change; small changes can still be hidden.
several-usual = Within your usual range: { $scores }. No sign of a change there; small changes can still be hidden.
outside-range = Outside your usual range, but 1 check-in in 20 is, with no change at all. Treat as noise unless it goes on.
possible-week = Unusually { $direction ->
    [up] high
   *[down] low
}{ judged } this week. It may be chance, and one check-in cannot show a lasting change.
clear-week = Clearly { $direction ->
    [up] higher
   *[down] lower
}{ judged } this week than usual. Chance alone seldom does this. It says nothing yet about the weeks to come.
since-when = since about { $split }{ $span ->
    [day] {""}
   *[days] {" "}(between { $earliest } and { $latest })
}: average { $after } over { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
}, before that { $before }
possible-shift = Possibly { $direction ->
    [up] higher
   *[down] lower
}{ judged } { since-when }. It may be chance: of 10 people with no change, { $together ->
    [several] about 5
   *[one] about 4
} see such a message in a year.
clear-shift = Clearly { $direction ->
    [up] higher
   *[down] lower
}{ judged } { since-when }. Of 10 people with no change, { $together ->
    [several] 1 or 2 see
   *[one] about 1 sees
} such a message in a year.
shift = { $direction ->
    [up] Higher
   *[down] Lower
}{ judged } since about { $date }{ $span ->
    [day] {""}
   *[days] {" "}(between { $earliest } and { $latest })
}, recorded as a shift on { $confirmed }: average { $after } when it was recorded, before that { $before }.
no-trend = No clear trend over the last { $count } check-ins: { $slope } points per 4 weeks, but anything from { $low } to { $high } is possible.
drift = { $direction ->
    [up] Rising
   *[down] Falling
}{ judged } over the last { $count } check-ins, about { $slope } points per 4 weeks ({ $low } to { $high }). A single shift would look the same.
brief-too-early = too early
brief-usual-since-shift = usual since shift
brief-usual = as usual
brief-outside = maybe noise
brief-possibly = possibly { $direction ->
    [up] up
   *[down] down
}{ judged }
brief-clearly = clearly { $direction ->
    [up] up
   *[down] down
}{ judged }

## Words of reports

look-back = Look back over { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
check-ins-done = { $count ->
    [one] { $count } check-in
   *[other] { $count } check-ins
} done
weeks-without = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
} without one
weeks-away = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
} away
since-day = since { $day }
step-mark = step ({ $course })
group-summary = Overall
group-work = Conditions at work
group-person = Yourself
group-strain = Strain
group-other = Other
scales-alike = Scale: { $range }; { $better }.
scales-mixed = Scale: { $range }; higher is better, but in { $lower } lower is.
scale-of = { $heading } ({ $range }, { $better })
higher-is-better = higher is better
lower-is-better = lower is better
neither-is-better = neither direction is better
the-same = the same
difference = { $direction ->
    [up] up
   *[down] down
} { $size }
difference-less-is-better = { $direction ->
    [up] up
   *[down] down
} { $size } (less is better)
part-events = events
part-steps = steps
part-notes = notes
part-answers = answers
part-context = context
the-score = the score { $title }
held-back = The answers behind { $scores } are left out: with the score they would tell one to a private question. `--private ITEM` puts that in.
left-out = Left out: { $parts }.
origin-original = own wording
origin-adapted = adapted
origin-published = published instrument
validated = validated
not-validated = not a validated instrument
licence = licence { $licence }
method = Computed by checkin { $version }: scores by the questionnaires' keys, missing answers never as numbers; change by the best split of the series into before and after, corrected for weeks that resemble each other.
method-how-much = How large a difference must be to be called clear: with 12 check-ins before it, about 52 points for a single check-in, 34 for the average of four, 24 for that of twelve; with 32 before it, about 43, 28 and 18.
imported-count = { $count ->
    [one] { $count } check-in was
   *[other] { $count } check-ins were
} imported from a file of another program.
self-report = This is self-report and not a diagnosis.
self-report-not-validated = This is self-report and not a diagnosis. The questionnaires are not validated instruments; compare yourself with yourself.
version-comparable = { $title }: since { $day } version { $new }, declared comparable with { $old } before it.
version-not-compared = { $title }: since { $day } version { $new }, not compared with { $old } before it.
about-note = note
about-check-in = check-in

## The page and its pictures

score = Score
latest = Latest
before = Before
week-by-week = Week by week
difference-head = Difference
usual-range = Usual range
verdict-head = Verdict
no-value = no value
value-on = { $value } on { $day }
no-value-last = no value in the last check-in
before-that-on = before that { $value } on { $day }
week-by-week-values = Week by week: { $weeks }.
too-few-answers = too few answers
no-check-in = no check-in
no-check-in-weeks = no check-in for { $count } weeks
away = away
away-weeks = away for { $count } weeks
none = none
steps-heading = Steps
to-talk-about = To talk about
notes-heading = Notes
context-heading = The weeks' context
answers-heading = Answers
about-page = About this page
about-change = What can be said about change
events-heading = Events
events-and-steps = Events and steps
what-we-decide = What we decide
strain-and-resources = Strain and resources
in-the-charts = In the charts: grey, the usual range for that check-in; dashed, a recorded shift; numbers below, events and steps; a broken line, no check-in; an open circle, a check-in that asks about days of the one before.
with-usual-range = Week by week, with the usual range
compared-with-usual = Compared with what is usual
latest-label = latest
before-label = before
range = { $low } to { $high }
usual-range-of = usual range { $range }
usual-range-from-to = usual range { $low } to { $high }
question-head = Question
day-head = Day
answer-head = Answer
strain-and-resources-values = strain { $strain }, resources { $resources }
week-of = Week of { $day }: { $state }.
check-in-done = check-in done
nothing-expected = nothing expected
calendar-key = { $done } check-in   { $missed } none   { $away } leave or illness
no-value-in-period = { $title }: no value in this period; too few answers.
check-in-mark = { $mark } check-in
overlap-mark = { $mark } asks about days of the one before
usual-range-mark = { $mark } usual range
shift-mark = { $mark } recorded shift
no-line = no line: no check-in, or not comparable
from-to-direction = { $title }, from { $low } to { $high }, { $direction }.
overlaps = asks about days of the one before
small-key = Each from its lowest to its highest.
small-hint = `checkin trends SCORE` says more.
map-key = Up and to the left: more to draw on, less strain. A later mark covers an earlier one.
upwards = { $title } (upwards)
to-the-right = { $title } (to the right)
no-check-in-in-period = No check-in in this period.
chart-keys = Left Right check-in   Up Down score   Enter answers   q leave
reading-keys = Up Down read on   Enter or q back to the chart
score-place = score { $number } of { $of }
lines-seen = { $lines } of { $of }
check-in-gone = This check-in is no longer there.

## Status and reminders

last-check-in = Last check-in: { $questionnaire }, { $day } ({ $ago }).
today = today
days-ago = { $count ->
    [one] { $count } day
   *[other] { $count } days
} ago
day-to-come = a day that is still to come
no-check-in-yet = No check-in yet.
reminders-quiet-until = Reminders are quiet until { $moment }.
reminders-speak-again = Reminders speak again.
draft-in-status = Open: { $questionnaire } of { $day }, { $answered ->
    [one] { $answered } question
   *[other] { $answered } questions
} done, { $age }. `checkin` goes on with it.
conflict-in-status = Conflict: { $id } was corrected in different ways. `checkin history show { $id }` shows them.
data-folder = Data: { $folder }
away-until = Away until { $day }; nothing is due.
away-open = Away; nothing is due. When you are back: `checkin event end`.
first-due = The first check-in can begin at any time: `checkin`.
due-since = Due since { $day }. `checkin` starts it.
next-due = Next one due: { $day }.
reminder = The weekly check-in is due.
reminder-in-shell = { reminder } `checkin` starts it.
reminder-short = check-in due
reminder-title = Check-in

## The history

no-check-in-start = No check-in yet; `checkin` starts the first one.
no-check-in-fits = No check-in fits what was asked for; `checkin history list` shows all.
check-in-listed = { $day }: { $questionnaire }, { $scores } (check-in { $id })
list-date = Date
list-id = Id
list-check-in = Check-in
list-scores = Scores
late-entry = late entry
edited = edited
note-line = Note: { $text }
event-line = Event: { $kind }, { $day }
conflict-versions =
    Conflict: this check-in was corrected on two machines in different ways. Version { $number } has: { $differences }
    `checkin history edit { $id } --take { $number }` goes on with that one, `--take 0` with the one above.
imported = imported
imported-scores = imported as scores alone
check-in-line = Check-in { $id }, { $questionnaire } { $version }, week of { $week }
answer-yes = yes
answer-no = no
none-of-them = none of them
no-value-because = no value: { $reason }
answered-of = { $answered } of { $of } answered
too-few-answered = { $answered } of { $of } items answered, at least { $needed } needed
nothing-applied = none of its items applied
part-without-value = `{ $part }` has no value
edited-before = Edited; what was there before:
entry-line = entry { $number }: { $differences }
had-date = date { $day }
had-no-answer = { $item } had no answer
had-note = note: { $text }
had-no-note = note: none
had-item-notes = notes to single items
had-context = something else about the week
had-no-difference = no difference in the answers
note-kept = Kept for { $day } (note { $id }).
no-note-yet = No note outside of check-ins yet; `checkin note add` writes one. `checkin history show` has those of a check-in.
note-listed = { $day }: { $text } (note { $id })
nothing-changed = Nothing was changed.
what-to-correct = What would you like to correct?
save-changes = Save the changes
leave-unchanged = Leave without changing
keep-what-was-changed = Keep what you have changed?
response-open = open
question-opened = A question is open because of a change; please answer it.
nothing-different = Nothing is different; nothing was changed.
corrected = Corrected{ $answers }. `checkin history show { $id }` shows what was there before.
answer-changed = `{ $item }` is now { $now }, before that { $before }
the-check-in-of = the check-in of { $day } ({ $questionnaire })
the-note-of = the note of { $day }
the-step-of = the step of { $day }
the-event-of = the event { $kind } of { $day }
delete-question = Delete { $what }? Its content is erased and cannot be brought back.
backups-removed-too = { $count ->
    [one] One backup that holds it is removed as well.
   *[other] { $count } backups that hold it are removed as well.
}
nothing-deleted = Nothing was deleted.
deleted = Deleted { $what }.
backups-renewed = A new backup was made and { $count ->
    [one] { $count } backup
   *[other] { $count } backups
} that held it removed. Copies you made elsewhere are beyond reach.

## Writing the page

weeks-last = The last { $count }
weeks-from-day = From a day of my choice
weeks-since-export = Since the last export, { $day }
which-weeks = Which weeks?
first-day-like = First day, like 2026-09-04
please-a-day-up-to = Please write a day up to { $day }.
what-goes-in = What goes in beside the scores?
which-scores = Which scores?
questions-keep = Keep them
questions-change = Change them
questions-drop = Drop them
these-questions = These questions to talk about?
question-drop = Question (empty drops it)
question-own = One of your own (may stay empty)
standard-output = standard output
write-over-it = { $place } is there already. Write over it?
write-it = This goes to { $place }, and nothing else. Write it?
nothing-written = Nothing was written.
no-export-yet = Nothing has been exported yet.
written = Written: { $path }

## Passphrases

passphrase = Passphrase
passphrase-again = That was not it. Passphrase
passphrase-of = Passphrase of { $whose } { $file }
passphrase-of-again = That was not it. Passphrase of { $whose } { $file }
protect-offer = Protect your answers with a passphrase? You type it at each check-in; `checkin protect` does it later
only-ways-in = The passphrase and a recovery key will be the only ways to your answers. If you lose both, nobody can bring them back.
protected = Protected. The passphrase is needed from now on.
passphrase-changed = Changed. Only the new passphrase opens the history from now on.
plain-copies-removed = An encrypted backup was made, and { $count ->
    [one] { $count } copy
   *[other] { $count } copies
} in the clear removed.
older-keep-passphrase = Older backups keep the passphrase they were made with.
copies-beyond-reach = Copies you made elsewhere, and what a disk keeps of files that were replaced, are beyond reach.
is-hidden = hidden
list-goes-on = { $count } lines; Up and Down go through all of them.
new-passphrase = New passphrase
passphrase-empty = A passphrase needs at least one sign. Enter once more goes on without one.
no-passphrase-set = No new passphrase was set. `checkin protect` does it at any time.
good-passphrase = { $weakness }. Four or five words that do not belong together are a good one.
weak-passphrase = this passphrase is easy to guess
take-it-anyway = Take it all the same?
same-again = The same again
two-different = The two were different; please type it anew.
recovery-key-shown = This is the recovery key. It opens the history if you forget the passphrase, and is shown only now. Write it down and keep it where you keep other keys:
its-last-group = Its last group, to be sure
not-its-last-group = That is not its last group; please look again.
recovery-key = Recovery key
keep-in-the-clear = Keep the history in the clear from now on?
now-in-the-clear = The history is in the clear now, readable by you only. Older backups keep their passphrase.

## How a score came about

explained = { $title } ({ $questionnaire } { $version }), { $day }, check-in { $id }
no-scores = This questionnaire has no scores.
rule-every-part = Rule: every part must have a value.
explained-no-value = No value: { $reason }.
prorated = prorated for the items without an answer
mapped = Mapped from { $from } to { $to } onto { $low } to { $high }: { $value }
t-score = T score: 50 + 10 * (value - { $mean }) / { $sd } = { $value } ({ $source })
band-line = Band: { $band }, from { $from } (source: { $source })
answered = answered
not-asked-or-left-out = not asked or left out
reverse-scored = reverse-scored: { $from } + { $to } - { $number } = { $turned }
counts = counts { $value }
on-0-to-1 = on 0 to 1: { $place }
weight = weight { $weight }
part-place = { $value } of { $from } to { $to }, on 0 to 1: { $place }
part-place-turned = { $value } of { $from } to { $to }, on 0 to 1, turned round: { $place }
rule = Rule: { $need }; { $answered } of { $of } answered{ $others }.
need-at-least = at least { $count } answers are needed
need-share = a share of { $share } of the items that apply is needed; not applicable, not asked and skipped optional ones do not count
count-skipped = { $count } skipped
count-not-applicable = { $count } not applicable
count-not-asked = { $count } not asked
mean-of-parts = Mean of the parts
mean-of-answered = Mean of the answered items
sum-of-items = Sum of the items
count-or-more = Count of answers of { $limit } or more
count-or-less = Count of answers of { $limit } or less
differs-from-kept = This differs from what was kept: { $value }.
verdict-line = Verdict: { $verdict }
reliable-change = Reliable change index (RCI) against the check-in before: { $index }. For one planned comparison { $limit } or more either way counts as reliable ({ $source }); weekly it raises many false alarms, so it does not replace the verdict.

## Questionnaires

column-version = Version
column-items = Items
column-title = Title
unscored = unscored
built-in = built-in
own = own
definition-has-mistakes = the definition has mistakes
items-counted = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
scores-counted = { $count ->
    [one] { $count } score
   *[other] { $count } scores
}
version-of = version { $version }
items-and-minutes = { items-counted }, about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
answers-are = Answers: { $options }
any-of = Any of: { $options }
answers-yes-no = Answers: yes (true), no (false)
answer-free-text = Answer: free text
answer-number = Answer: a number
number-from = from { $value }
number-to = to { $value }
number-steps = in steps of { $value }
not-applicable-is = not applicable: { $label }
optional = optional
private = private
asked-if = asked if { $condition }
or = or
is-or-more = { $item } is { $value } or more
is-or-less = { $item } is { $value } or less
is-value = { $item } is { $value }
is-not-value = { $item } is not { $value }
is-answered = { $item } is answered
is-not-answered = { $item } is not answered
score-named = Score { $id }: { $title }
mean-of = mean of { $names }
sum-of = sum of { $names }
count-of = count of { $names }
reverse-scored-items = reverse-scored: { $names }
weights = weights: { $weights }
at-least-answered = at least { $count } of { $of } answered
share-answered = a share of { $share } of those that apply answered
turned-round = turned round: { $names }
mapped-to = mapped to { $low } to { $high }
band-from = from { $from }: { $label }
bands-source = Source of the bands: { $source }
validated-by = Validated: { $citation }
not-validated-sentence = Not a validated instrument.
source = Source: { $source }
licence-is = Licence: { $licence }
terms-are = Terms: { $terms }
scores-alone = scores alone
with-parts = with { $parts }
