# What checkin says, in German. Terms and reasons: docs/translating-de.md.

## Days and numbers

decimal-sign = ,
month = { $number ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[other] Dez.
}
weekday = { $number ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[other] Sonntag
}
day = { $day }. { $month } { $year }
day-in-year = { $day }. { $month }
weekday-and-day = { $weekday }, { $day }
moment = { $weekday }, { $day }, { $time }
days = { $from } bis { $to }
and = und
listed = { $first } und { $last }
list-day = %d.%m.%Y
between-values = {"; "}

## Answering: the screen and line by line

yes = Ja
no = Nein
progress = { $number } von { $of }
keys-help =
    Mit der Zahl antworten, oder mit Links und Rechts und dann Enter.
    Hoch oder Rücktaste   zurück zur Frage davor
    Runter                weiter zur nächsten, wenn diese eine Antwort hat
    s                     überspringen: zählt nie als eine Zahl
    -                     trifft nicht zu, wo das angeboten wird
    n                     eine Notiz zu dieser Frage schreiben (Tab beim Tippen)
    q                     aufhören; alle Antworten bleiben (Esc beim Tippen)
    Strg-C                dasselbe wie q
    ?                     diese Hilfe schließen
line-not-kept = Das Getippte ist nicht behalten.
skipped-so-far = Du hast diese Frage übersprungen.
not-applicable-so-far = Du hast angegeben, dass das nicht zutrifft.
has-note = Zu dieser Frage gibt es eine Notiz.
key-type-number = Zahl tippen, Enter
key-write = schreiben, dann Enter
key-enter-skips = nur Enter überspringt
key-back = Hoch zurück
key-tab-note = Tab Notiz
key-help = ? Hilfe
key-escape = Esc aufhören
key-number-marks = Zahl markiert, Enter antwortet
key-number-answers = Zahl: antworten
key-on = Runter weiter
key-skip = s überspringen
key-note = n Notiz
key-leave = q aufhören
still-open = Diese Frage ist noch offen.
not-applicable-not-offered = „Trifft nicht zu“ gibt es hier nicht; s überspringt die Frage.
move-first = Geh erst mit Links und Rechts zu einer Antwort.
key-without-meaning = Diese Taste tut hier nichts; ? zeigt die, die etwas tun.
press-number = Drück eine Zifferntaste, oder wähl mit Links und Rechts und drück Enter.
type-number = Tipp eine Zahl und drück Enter; s überspringt die Frage.
first-question = Das ist die erste Frage.
any-key = Weiter mit beliebiger Taste.
any-key-more = Der Rest mit beliebiger Taste.
note-prompt = Notiz (Enter behält sie)
note-not-kept = Diese Notiz ließ sich nicht festhalten.
answer-not-kept = Diese Antwort ist noch nicht sicher festgehalten; drück die Taste noch einmal.
recall-seen-from = { $recall }, vom { $day } aus gesehen
lines-help =
    Tipp die Zahl einer Antwort oder ihre ersten Buchstaben, mindestens zwei, dann Enter.
    b zurück, s überspringen, n und deine Worte eine Notiz, q aufhören und alle Antworten behalten.
    - trifft nicht zu, wo das angeboten wird. Enter allein behält eine frühere Antwort.
    Für mehrere Antworten gib ihre Zahlen mit Leerzeichen dazwischen ein.
lines-keys = (b zurück, s überspringen, n Notiz, ? Hilfe, q aufhören und behalten)
answer-prompt = Antwort
words-back = zurück
words-skip = überspringen
words-leave = aufhören
words-help = hilfe
words-note = notiz
not-an-answer = Das ist hier keine Antwort; ? gibt Hilfe.
note = Notiz
noted = Notiert.
nothing-noted = Nichts wurde notiert.
note-there = Es gibt eine Notiz: { $note }. Was du schreibst, kommt dazu; nur - entfernt sie, nur Enter lässt sie, wie sie ist.
note-added = Der Notiz hinzugefügt.
note-removed = Die Notiz ist entfernt.
note-stays = Die Notiz bleibt, wie sie war.
question = Frage { $number } von { $of }. { $recall }: { $item }
your-answer = Deine Antwort: { $answer }. Enter behält sie.
a-number-between = Eine Zahl von { $min } bis { $max }
a-number-from = Eine Zahl ab { $min }
a-number-up-to = Eine Zahl bis { $max }
a-number = Eine Zahl
own-words = Deine eigenen Worte, mit = davor; Enter allein überspringt
skipped = übersprungen
not-applicable = trifft nicht zu

## Prompts of the terminal

yes-letters = j ja
no-letters = n nein
yes-or-no-usually-yes = [J/n]
yes-or-no-usually-no = [j/N]
please-yes-or-no = Bitte antworte mit j oder n.
please-number = Bitte gib eine Zahl von 1 bis { $last } ein.
please-numbers = Bitte gib Zahlen von 1 bis { $last } ein.
space-changes = { $prompt } (Leertaste: ändern, Enter: weiter)
number-prompt = Zahl, Enter für { $usual }:
number-or-leave-prompt = Zahl, q zum Verlassen, Enter für { $usual }:
numbers-prompt = Zahlen mit Kommas, 0 für keine, Enter für { $usual }:

## The first run

welcome-what = Willkommen bei checkin. Einmal in der Woche, in etwa drei Minuten, beantwortest du ein paar Fragen zu den Bedingungen deiner Arbeit und zu dir selbst. Du siehst, was sich verändert hat, und kannst es in die Supervision mitnehmen.
welcome-where = Was du antwortest, bleibt auf diesem Gerät, in { $folder }, und nur du kannst es lesen. checkin greift nie auf ein Netzwerk zu. Nichts geht hinaus, wenn du es nicht exportierst.
welcome-what-not = Es ist Selbstauskunft, keine Diagnose und kein validiertes Instrument. Jede Antwort wird sofort festgehalten; aufhören und später weitermachen geht immer.
welcome-questions = Zuerst ein paar Fragen. Enter nimmt den Vorschlag; `checkin config` ändert ihn.
region-name = { $id ->
    [eu] Europäische Union
    [gb] Vereinigtes Königreich
    [ie] Irland
    [us] Vereinigte Staaten
    [ca] Kanada
    [au] Australien
    [nz] Neuseeland
    [za] Südafrika
   *[other] { $id }
}
another-region = Ein anderes, oder keines
where-you-work = In welchem Land arbeitest du? (nur, um die richtigen Hilfsangebote zu zeigen)
which-day = An welchem Tag möchtest du deinen Check-in machen?
which-questionnaire = Welcher Check-in?
about-weekly = weekly: 32 Fragen zu acht Themen, etwa drei Minuten
about-pulse = pulse: 8 Fragen, eine je Thema, unter einer Minute, weniger genau

## A check-in from beginning to end

left-nothing = Aufgehört. Es war noch nichts beantwortet.
left-answers-kept = Aufgehört. Alle Antworten bis hierher sind festgehalten; `checkin` macht damit weiter.
left-complete = Aufgehört. Die Antworten sind festgehalten; `checkin` macht damit weiter.
interrupted = Unterbrochen.
open-elsewhere = Ein Check-in ist in einem anderen Fenster offen; er bleibt dort.
begin-all-the-same = Trotzdem einen beginnen?
second-of-week = Für diese Woche ist schon ein Check-in abgeschlossen, vom { $day }; dieser steht dann daneben. Um jenen zu korrigieren: checkin history edit { $id }
second-of-day = Für diesen Tag ist schon ein Check-in abgeschlossen; von zweien an einem Tag zählt der spätere. Um ihn zu korrigieren: checkin history edit { $id }
draft-open = Ein Check-in ist offen: { $title }, { $age }, { $answered ->
    [one] { $answered } Frage
   *[other] { $answered } Fragen
} erledigt.
draft-old = Er ist älter als die Tage, nach denen er fragt; seine Antworten gehören zum { $day }.
draft-go-on = Damit weitermachen, als Check-in vom { $day }
draft-begin-new = Einen neuen beginnen; der offene bleibt
draft-discard = Den offenen verwerfen und einen neuen beginnen
what-would-you-like = Was möchtest du?
really-discard = Seine Antworten wirklich verwerfen?
touched-a-moment-ago = zuletzt bearbeitet vor einem Augenblick
touched-minutes-ago = zuletzt bearbeitet vor { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
touched-hours-ago = zuletzt bearbeitet vor { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
touched-days-ago = zuletzt bearbeitet vor { $count ->
    [one] { $count } Tag
   *[other] { $count } Tagen
}
last-question = Das war die letzte Frage.
finish = Abschließen und das Ergebnis sehen
change-note = Die Notiz ändern
add-note = Eine Notiz hinzufügen
add-context = Den Kontext der Woche hinzufügen (sechs kurze Fragen)
change-context = Den Kontext der Woche ändern
mark-event = Ein Ereignis seit dem letzten Mal vermerken (Urlaub, Vorfall …)
back-to-questions = Zurück zu den Fragen
leave-for-now = Für jetzt aufhören
kept-check-in = Festgehalten: { $title }, { $day } (Check-in { $id }).
something-small = Etwas Kleines für die Woche, { $reason }: { $suggestion }

## Why a suggestion or question was chosen

because-fell = weil „{ $title }“ gesunken ist
because-rose = weil „{ $title }“ gestiegen ist
because-possibly-fell = weil „{ $title }“ ungewöhnlich niedrig ist, was Zufall sein kann
because-possibly-rose = weil „{ $title }“ ungewöhnlich hoch ist, was Zufall sein kann
because-low = weil „{ $title }“ im unteren Drittel des Bereichs liegt
because-high = weil „{ $title }“ im oberen Drittel des Bereichs liegt

## Steps

ask-next-time = frag mich nächstes Mal
did-it-happen = Am { $day } hast du gewählt: „{ $text }“. Ist es dazu gekommen?
no-step-taken = Kein Schritt für diese Woche.
not-this-week = Diese Woche nicht
in-my-words = Etwas in meinen eigenen Worten
step-for-the-week = Ein kleiner Schritt für die Woche?
one-small-step = Ein kleiner Schritt
step-kept = Festgehalten (Schritt { $id }). Der nächste Check-in fragt, ob es dazu gekommen ist.
step-listed = { $day }: { $text } ({ $course }; Schritt { $id })
no-step-yet = Noch kein Schritt; am Ende eines Check-ins wird einer vorgeschlagen, und `checkin step add` fügt einen hinzu.
step-yes = ja
step-partly = teilweise
step-no = nein
step-no-longer-matters = nicht mehr wichtig
step-open = offen
good-to-know-yes = Gut zu wissen.
good-to-know-partly = Gut zu wissen; auch ein Teil zählt.
good-to-know-no = Gut zu wissen; solche Wochen gibt es.
good-to-know-aside = Gut zu wissen; das ist beiseitegelegt.

## Events

leave = Urlaub
illness = Krankheit
critical-incident = kritisches Ereignis
new-role = neue Rolle
supervision = Supervision
other-event = anderes
what-kind-of-event = Welche Art von Ereignis?
first-day = Erster Tag
last-day-open = Letzter Tag (leer: dauert noch an)
last-day-one = Letzter Tag (leer: nur ein Tag)
a-few-words = Ein paar Worte (kann leer bleiben)
please-a-day = Bitte schreib einen Tag wie 2026-11-20.
event-marked = Vermerkt: { $kind }, { $day } (Ereignis { $id }).
event-marked-already = Das ist schon vermerkt (Ereignis { $id }).
event-listed = { $what } (Ereignis { $id })
no-event-yet = Noch kein Ereignis; `checkin event add` vermerkt eines.
no-event-marked = Es wurde nichts vermerkt.
event-stays-open = Es bleibt offen, und kein Check-in ist fällig, bis `checkin event end` oder `checkin event end --to TAG` es beendet.
event-to = bis { $day }
event-open = dauert an
event-new-baseline = neuer Ausgangspunkt
event-ended = Beendet: { $kind }, { $days }.

## Where to turn to

your-own = Deine eigenen
numbers-change = Nummern ändern sich; prüf sie bitte einmal, bevor du sie brauchst.
talk-to-these = Wenn du mit jemandem sprechen möchtest, sind diese Menschen dafür da:
talk-to-someone = Wenn du mit jemandem sprechen möchtest:
lines-by-country = `checkin resources` zeigt Hilfsangebote nach Land.
talk-without-region = Wenn du mit jemandem sprechen möchtest: `checkin resources` zeigt Hilfsangebote nach Land, und `checkin config set region` merkt sich deines.
compared-on = verglichen am { $day } mit { $source }
contact-kept = Festgehalten; steht vor allen anderen.
removed = Entfernt.

## Verdicts: what has changed, and how sure that is. The statistical meaning is in docs/trends.md

judged = { $judged ->
    [better] {" "}(besser)
    [worse] {" "}(schlechter)
   *[neither] {""}
}
afresh-after-gap = Mehr als 26 Wochen ohne Check-in: Es beginnt von vorn.
usual-since-shift = Auf dem Niveau seit etwa dem { $since }, das als Wechsel vermerkt ist: im üblichen Bereich dieses Niveaus ({ $low } bis { $high }). Kein Anzeichen einer weiteren Veränderung; kleine Veränderungen können trotzdem verborgen sein.
weeks-alike = Deine Wochen ähneln einander sehr; das macht Meldungen durch Zufall wahrscheinlicher.
shift-recorded = Als Wechsel des Niveaus vermerkt. Von jetzt an wird mit dem neuen Niveau verglichen.
too-early = Zu früh, um etwas zu sagen: { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
} seit dem { $since }. Mindestens { $needed } sind nötig.
new-level = Neues Niveau seit dem { $since }: bisher { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
}, für einen Vergleich sind { $needed } nötig.
compared-afresh = Neuer Vergleich seit dem { $since }, nach einer Änderung des Fragebogens oder einem neuen Ausgangspunkt: bisher { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
}, für einen Vergleich sind { $needed } nötig.
usual = In deinem üblichen Bereich ({ $low } bis { $high }). Kein Anzeichen einer Veränderung; kleine Veränderungen können trotzdem verborgen sein.
several-usual = In deinem üblichen Bereich: { $scores }. Dort kein Anzeichen einer Veränderung; kleine Veränderungen können trotzdem verborgen sein.
outside-range = Außerhalb deines üblichen Bereichs; das ist aber 1 von 20 Check-ins auch ganz ohne Veränderung. Werte es als Rauschen, solange es nicht anhält.
possible-week = Diese Woche ungewöhnlich { $direction ->
    [up] hoch
   *[down] niedrig
}{ judged }. Es kann Zufall sein, und ein einzelner Check-in kann keine bleibende Veränderung zeigen.
clear-week = Diese Woche deutlich { $direction ->
    [up] höher
   *[down] niedriger
}{ judged } als üblich. Zufall allein bewirkt das selten. Über die kommenden Wochen sagt es noch nichts.
since-when = seit etwa dem { $split }{ $span ->
    [day] {""}
   *[days] {" "}(zwischen dem { $earliest } und dem { $latest })
}: im Durchschnitt { $after } über { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
}, davor { $before }
possible-shift = Möglicherweise { $direction ->
    [up] höher
   *[down] niedriger
}{ judged } { since-when }. Es kann Zufall sein: Von 10 Menschen ohne jede Veränderung sehen { $together ->
    [several] etwa 5
   *[one] etwa 4
} in einem Jahr eine solche Meldung.
clear-shift = Deutlich { $direction ->
    [up] höher
   *[down] niedriger
}{ judged } { since-when }. Von 10 Menschen ohne jede Veränderung { $together ->
    [several] sehen 1 oder 2
   *[one] sieht etwa 1
} in einem Jahr eine solche Meldung.
shift = { $direction ->
    [up] Höher
   *[down] Niedriger
}{ judged } seit etwa dem { $date }{ $span ->
    [day] {""}
   *[days] {" "}(zwischen dem { $earliest } und dem { $latest })
}, am { $confirmed } als Wechsel des Niveaus vermerkt: im Durchschnitt { $after }, als er vermerkt wurde, davor { $before }.
no-trend = Kein klarer Trend über die letzten { $count } Check-ins: { $slope } Punkte je 4 Wochen, aber alles von { $low } bis { $high } ist möglich.
drift = { $direction ->
    [up] Steigend
   *[down] Fallend
}{ judged } über die letzten { $count } Check-ins, etwa { $slope } Punkte je 4 Wochen ({ $low } bis { $high }). Ein einzelner Wechsel des Niveaus sähe genauso aus.
brief-too-early = zu früh
brief-usual-since-shift = üblich seit Wechsel
brief-usual = wie üblich
brief-outside = vielleicht Rauschen
brief-possibly = evtl. { $direction ->
    [up] höher
   *[down] niedriger
}{ judged }
brief-clearly = deutlich { $direction ->
    [up] höher
   *[down] niedriger
}{ judged }

## Words of reports

look-back = Rückblick auf { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
}
check-ins-done = { $count ->
    [one] { $count } Check-in
   *[other] { $count } Check-ins
} gemacht
weeks-without = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
} ohne Check-in
weeks-away = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
} abwesend
since-day = seit dem { $day }
step-mark = Schritt ({ $course })
group-summary = Insgesamt
group-work = Bedingungen bei der Arbeit
group-person = Du selbst
group-strain = Beanspruchung
group-other = Anderes
scales-alike = Skala: { $range }; { $better }.
scales-mixed = Skala: { $range }; höher ist besser, bei { $lower } aber niedriger.
scale-of = { $heading } ({ $range }, { $better })
higher-is-better = höher ist besser
lower-is-better = niedriger ist besser
neither-is-better = keine Richtung ist besser
the-same = gleich
difference = um { $size } { $direction ->
    [up] höher
   *[down] niedriger
}
difference-less-is-better = um { $size } { $direction ->
    [up] höher
   *[down] niedriger
} (weniger ist besser)
part-events = Ereignisse
part-steps = Schritte
part-notes = Notizen
part-answers = Antworten
part-context = Kontext
the-score = der Wert { $title }
held-back = Die Antworten hinter { $scores } bleiben draußen: zusammen mit dem Wert ließe sich die Antwort auf eine private Frage erschließen. `--private ITEM` nimmt diese auf.
left-out = Weggelassen: { $parts }.
origin-original = eigener Wortlaut
origin-adapted = angepasst
origin-published = veröffentlichtes Instrument
validated = validiert
not-validated = kein validiertes Instrument
licence = Lizenz { $licence }
method = Berechnet von checkin { $version }: Werte nach den Schlüsseln der Fragebögen, fehlende Antworten nie als Zahlen; Veränderung nach der besten Teilung der Reihe in vorher und nachher, korrigiert um Wochen, die einander ähneln.
method-how-much = Wie groß ein Unterschied sein muss, um deutlich zu heißen: mit 12 Check-ins davor etwa 52 Punkte bei einem einzelnen, 34 im Mittel von vier, 24 im Mittel von zwölf; mit 32 davor etwa 43, 28 und 18.
imported-count = { $count ->
    [one] { $count } Check-in wurde
   *[other] { $count } Check-ins wurden
} aus einer Datei eines anderen Programms übernommen.
self-report = Das ist Selbstauskunft und keine Diagnose.
self-report-not-validated = Das ist Selbstauskunft und keine Diagnose. Die Fragebögen sind keine validierten Instrumente; vergleiche dich nur mit dir selbst.
version-comparable = { $title }: seit dem { $day } Version { $new }, als vergleichbar mit { $old } davor erklärt.
version-not-compared = { $title }: seit dem { $day } Version { $new }, nicht mit { $old } davor verglichen.
about-note = Notiz
about-check-in = Check-in

## The page and its pictures

score = Wert
latest = Zuletzt
before = Davor
week-by-week = Woche für Woche
difference-head = Unterschied
usual-range = Üblicher Bereich
verdict-head = Einschätzung
no-value = kein Wert
value-on = { $value } am { $day }
no-value-last = kein Wert im letzten Check-in
before-that-on = davor { $value } am { $day }
week-by-week-values = Woche für Woche: { $weeks }.
too-few-answers = zu wenige Antworten
no-check-in = kein Check-in
no-check-in-weeks = { $count } Wochen ohne Check-in
away = abwesend
away-weeks = { $count } Wochen abwesend
none = keiner
steps-heading = Schritte
to-talk-about = Zum Besprechen
notes-heading = Notizen
context-heading = Der Kontext der Wochen
answers-heading = Antworten
about-page = Über diese Seite
about-change = Was sich über Veränderung sagen lässt
events-heading = Ereignisse
events-and-steps = Ereignisse und Schritte
what-we-decide = Was wir beschließen
strain-and-resources = Beanspruchung und Ressourcen
in-the-charts = In den Diagrammen: grau der übliche Bereich für diesen Check-in; gestrichelt ein vermerkter Wechsel des Niveaus; Zahlen darunter Ereignisse und Schritte; eine unterbrochene Linie kein Check-in; ein offener Kreis ein Check-in, der nach Tagen des vorigen fragt.
with-usual-range = Woche für Woche, mit dem üblichen Bereich
compared-with-usual = Verglichen mit dem Üblichen
latest-label = zuletzt
before-label = davor
range = { $low } bis { $high }
usual-range-of = üblicher Bereich { $range }
usual-range-from-to = üblicher Bereich { $low } bis { $high }
question-head = Frage
day-head = Tag
answer-head = Antwort
strain-and-resources-values = Beanspruchung { $strain }, Ressourcen { $resources }
week-of = Woche vom { $day }: { $state }.
check-in-done = Check-in gemacht
nothing-expected = nichts erwartet
calendar-key = { $done } Check-in   { $missed } keiner   { $away } Urlaub oder Krankheit
no-value-in-period = { $title }: kein Wert in diesem Zeitraum; zu wenige Antworten.
check-in-mark = { $mark } Check-in
overlap-mark = { $mark } fragt nach Tagen des vorigen
usual-range-mark = { $mark } üblicher Bereich
shift-mark = { $mark } vermerkter Wechsel
no-line = keine Linie: kein Check-in, oder nicht vergleichbar
from-to-direction = { $title }, von { $low } bis { $high }, { $direction }.
overlaps = fragt nach Tagen des vorigen
small-key = Jeder vom niedrigsten bis zum höchsten.
small-hint = `checkin trends WERT` sagt mehr.
map-key = Nach oben und links: mehr, worauf du bauen kannst, weniger Beanspruchung. Eine spätere Marke verdeckt eine frühere.
upwards = { $title } (nach oben)
to-the-right = { $title } (nach rechts)
no-check-in-in-period = Kein Check-in in diesem Zeitraum.
chart-keys = Links Rechts Check-in   Hoch Runter Wert   Enter Antworten   q aufhören
reading-keys = Hoch Runter weiterlesen   Enter oder q zurück zum Diagramm
score-place = Wert { $number } von { $of }
lines-seen = { $lines } von { $of }
check-in-gone = Diesen Check-in gibt es nicht mehr.

## Status and reminders

last-check-in = Letzter Check-in: { $questionnaire }, { $day } ({ $ago }).
today = heute
days-ago = vor { $count ->
    [one] { $count } Tag
   *[other] { $count } Tagen
}
day-to-come = ein Tag, der noch kommt
no-check-in-yet = Noch kein Check-in.
reminders-quiet-until = Erinnerungen schweigen bis { $moment }.
reminders-speak-again = Erinnerungen melden sich wieder.
draft-in-status = Offen: { $questionnaire } vom { $day }, { $answered ->
    [one] { $answered } Frage
   *[other] { $answered } Fragen
} erledigt, { $age }. `checkin` macht damit weiter.
conflict-in-status = Konflikt: { $id } wurde verschieden korrigiert. `checkin history show { $id }` zeigt, wie.
data-folder = Daten: { $folder }
away-until = Abwesend bis zum { $day }; nichts ist fällig.
away-open = Abwesend; nichts ist fällig. Mit `checkin event end` sagst du, dass du wieder da bist.
first-due = Der erste Check-in kann jederzeit beginnen: `checkin`.
due-since = Fällig seit dem { $day }. `checkin` beginnt ihn.
next-due = Der nächste ist fällig: { $day }.
reminder = Der wöchentliche Check-in ist fällig.
reminder-in-shell = { reminder } `checkin` beginnt ihn.
reminder-short = Check-in fällig
reminder-title = Check-in

## The history

no-check-in-start = Noch kein Check-in; `checkin` beginnt den ersten.
no-check-in-fits = Kein Check-in passt zu dem, was gefragt war; `checkin history list` zeigt alle.
check-in-listed = { $day }: { $questionnaire }, { $scores } (Check-in { $id })
list-date = Datum
list-id = ID
list-check-in = Check-in
list-scores = Werte
late-entry = nachgetragen
edited = korrigiert
note-line = Notiz: { $text }
event-line = Ereignis: { $kind }, { $day }
conflict-versions =
    Konflikt: Dieser Check-in wurde auf zwei Geräten verschieden korrigiert. Fassung { $number } hat: { $differences }
    `checkin history edit { $id } --take { $number }` macht mit dieser weiter, `--take 0` mit der oben.
imported = importiert
imported-scores = nur als Werte importiert
check-in-line = Check-in { $id }, { $questionnaire } { $version }, Woche vom { $week }
answer-yes = ja
answer-no = nein
none-of-them = nichts davon
no-value-because = kein Wert: { $reason }
answered-of = { $answered } von { $of } beantwortet
too-few-answered = { $answered } von { $of } Items beantwortet, mindestens { $needed } nötig
nothing-applied = keines seiner Items traf zu
part-without-value = `{ $part }` hat keinen Wert
edited-before = Korrigiert; was vorher da stand:
entry-line = Eintrag { $number }: { $differences }
had-date = Datum { $day }
had-no-answer = { $item } hatte keine Antwort
had-note = Notiz: { $text }
had-no-note = Notiz: keine
had-item-notes = Notizen zu einzelnen Items
had-context = anderes zur Woche
had-no-difference = kein Unterschied in den Antworten
note-kept = Festgehalten für den { $day } (Notiz { $id }).
no-note-yet = Noch keine Notiz außerhalb von Check-ins; `checkin note add` schreibt eine. `checkin history show` hat die eines Check-ins.
note-listed = { $day }: { $text } (Notiz { $id })
nothing-changed = Es wurde nichts geändert.
what-to-correct = Was möchtest du korrigieren?
save-changes = Die Änderungen festhalten
leave-unchanged = Ohne Änderung beenden
keep-what-was-changed = Festhalten, was du geändert hast?
response-open = offen
question-opened = Durch eine Änderung ist eine Frage offen; bitte beantworte sie.
nothing-different = Nichts ist anders; es wurde nichts geändert.
corrected = Korrigiert{ $answers }. `checkin history show { $id }` zeigt, was vorher da stand.
answer-changed = `{ $item }` ist jetzt { $now }, davor { $before }
the-check-in-of = den Check-in vom { $day } ({ $questionnaire })
the-note-of = die Notiz vom { $day }
the-step-of = den Schritt vom { $day }
the-event-of = das Ereignis { $kind } vom { $day }
delete-question = Willst du { $what } löschen? Der Inhalt wird endgültig gelöscht und lässt sich nicht zurückholen.
backups-removed-too = { $count ->
    [one] Eine Sicherung mit diesem Inhalt wird ebenfalls entfernt.
   *[other] { $count } Sicherungen mit diesem Inhalt werden ebenfalls entfernt.
}
nothing-deleted = Es wurde nichts gelöscht.
deleted = Gelöscht: { $what }.
backups-renewed = Eine neue Sicherung wurde gemacht, und { $count ->
    [one] { $count } Sicherung
   *[other] { $count } Sicherungen
} mit diesem Inhalt { $count ->
    [one] wurde
   *[other] wurden
} entfernt. Kopien, die du anderswo gemacht hast, sind außer Reichweite.

## Writing the page

weeks-last = Die letzten { $count }
weeks-from-day = Ab einem Tag meiner Wahl
weeks-since-export = Seit dem letzten Export, { $day }
which-weeks = Welche Wochen?
first-day-like = Erster Tag, wie 2026-09-04
please-a-day-up-to = Bitte schreib einen Tag bis { $day }.
what-goes-in = Was kommt neben den Werten hinein?
which-scores = Welche Werte?
questions-keep = So lassen
questions-change = Ändern
questions-drop = Weglassen
these-questions = Diese Fragen zum Besprechen?
question-drop = Frage (leer lässt sie weg)
question-own = Eine eigene (kann leer bleiben)
standard-output = die Standardausgabe
write-over-it = { $place } ist schon da. Überschreiben?
write-it = Das geht an { $place }, und sonst nichts. Soll es geschrieben werden?
nothing-written = Es wurde nichts geschrieben.
no-export-yet = Bisher wurde nichts exportiert.
written = Geschrieben: { $path }

## Passphrases

passphrase = Passphrase
passphrase-again = Das war sie nicht. Passphrase
passphrase-of = Passphrase für { $whose } { $file }
passphrase-of-again = Das war sie nicht. Passphrase für { $whose } { $file }
protect-offer = Deine Antworten mit einer Passphrase schützen? Du tippst sie bei jedem Check-in; `checkin protect` tut es später
only-ways-in = Die Passphrase und ein Wiederherstellungsschlüssel werden die einzigen Wege zu deinen Antworten sein. Wenn du beide verlierst, kann niemand sie zurückholen.
protected = Geschützt. Von jetzt an wird die Passphrase gebraucht.
passphrase-changed = Geändert. Von jetzt an öffnet nur die neue Passphrase den Verlauf.
plain-copies-removed = Eine verschlüsselte Sicherung wurde gemacht, und { $count ->
    [one] { $count } unverschlüsselte Kopie wurde
   *[other] { $count } unverschlüsselte Kopien wurden
} entfernt.
older-keep-passphrase = Ältere Sicherungen behalten die Passphrase, mit der sie gemacht wurden.
copies-beyond-reach = Kopien, die du anderswo gemacht hast, und was ein Datenträger von ersetzten Dateien behält, sind außer Reichweite.
is-hidden = verborgen
list-goes-on = { $count } Zeilen; Auf und Ab gehen durch alle.
new-passphrase = Neue Passphrase
passphrase-empty = Eine Passphrase braucht mindestens ein Zeichen. Noch einmal Enter geht ohne eine weiter.
no-passphrase-set = Es wurde keine neue Passphrase gesetzt. `checkin protect` tut es jederzeit.
good-passphrase = { $weakness }. Vier oder fünf Wörter, die nicht zusammengehören, sind eine gute.
weak-passphrase = diese Passphrase ist leicht zu erraten
take-it-anyway = Trotzdem nehmen?
same-again = Noch einmal dieselbe
two-different = Die beiden waren verschieden; bitte tipp sie neu.
recovery-key-shown = Das ist der Wiederherstellungsschlüssel. Er öffnet den Verlauf, wenn du die Passphrase vergisst, und wird nur jetzt gezeigt. Schreib ihn auf und bewahr ihn dort auf, wo du andere Schlüssel aufbewahrst:
its-last-group = Seine letzte Gruppe, zur Sicherheit
not-its-last-group = Das ist nicht seine letzte Gruppe; bitte schau noch einmal.
recovery-key = Wiederherstellungsschlüssel
keep-in-the-clear = Den Verlauf von jetzt an unverschlüsselt behalten?
now-in-the-clear = Der Verlauf ist jetzt unverschlüsselt, und nur du kannst ihn lesen. Ältere Sicherungen behalten ihre Passphrase.

## How a score came about

explained = { $title } ({ $questionnaire } { $version }), { $day }, Check-in { $id }
no-scores = Dieser Fragebogen hat keine Werte.
rule-every-part = Regel: Jeder Teil muss einen Wert haben.
explained-no-value = Kein Wert: { $reason }.
prorated = hochgerechnet für die Items ohne Antwort
mapped = Übertragen von { $from } bis { $to } auf { $low } bis { $high }: { $value }
t-score = T-Wert: 50 + 10 * (Wert - { $mean }) / { $sd } = { $value } ({ $source })
band-line = Stufe: { $band }, ab { $from } (Quelle: { $source })
answered = beantwortet
not-asked-or-left-out = nicht gefragt oder ausgelassen
reverse-scored = umgepolt: { $from } + { $to } - { $number } = { $turned }
counts = zählt { $value }
on-0-to-1 = auf 0 bis 1: { $place }
weight = Gewicht { $weight }
part-place = { $value } von { $from } bis { $to }, auf 0 bis 1: { $place }
part-place-turned = { $value } von { $from } bis { $to }, auf 0 bis 1, umgekehrt: { $place }
rule = Regel: { $need }; { $answered } von { $of } beantwortet{ $others }.
need-at-least = mindestens { $count } Antworten sind nötig
need-share = ein Anteil von { $share } der zutreffenden Items ist nötig; nicht zutreffende, nicht gefragte und übersprungene freiwillige zählen nicht
count-skipped = { $count } übersprungen
count-not-applicable = { $count } nicht zutreffend
count-not-asked = { $count } nicht gefragt
mean-of-parts = Mittelwert der Teile
mean-of-answered = Mittelwert der beantworteten Items
sum-of-items = Summe der Items
count-or-more = Anzahl der Antworten ab { $limit }
count-or-less = Anzahl der Antworten bis { $limit }
differs-from-kept = Das weicht von dem ab, was festgehalten wurde: { $value }.
verdict-line = Einschätzung: { $verdict }
reliable-change = Index der reliablen Veränderung (RCI) gegenüber dem Check-in davor: { $index }. Bei einem einzelnen geplanten Vergleich gilt { $limit } oder mehr in jeder Richtung als reliabel ({ $source }); wöchentlich gibt er viele Fehlalarme, ersetzt also die Einschätzung nicht.

## Questionnaires

column-version = Version
column-items = Items
column-title = Titel
unscored = ohne Wert
built-in = mitgeliefert
own = eigen
definition-has-mistakes = die Definition hat Fehler
items-counted = { $count ->
    [one] { $count } Item
   *[other] { $count } Items
}
scores-counted = { $count ->
    [one] { $count } Wert
   *[other] { $count } Werte
}
version-of = Version { $version }
items-and-minutes = { items-counted }, etwa { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}.
answers-are = Antworten: { $options }
any-of = Mehrere möglich: { $options }
answers-yes-no = Antworten: ja (true), nein (false)
answer-free-text = Antwort: freier Text
answer-number = Antwort: eine Zahl
number-from = von { $value }
number-to = bis { $value }
number-steps = in Schritten von { $value }
not-applicable-is = trifft nicht zu: { $label }
optional = freiwillig
private = privat
asked-if = gefragt, wenn { $condition }
or = oder
is-or-more = { $item } mindestens { $value } ist
is-or-less = { $item } höchstens { $value } ist
is-value = { $item } gleich { $value } ist
is-not-value = { $item } nicht { $value } ist
is-answered = { $item } beantwortet ist
is-not-answered = { $item } nicht beantwortet ist
score-named = Wert { $id }: { $title }
mean-of = Mittelwert von { $names }
sum-of = Summe von { $names }
count-of = Anzahl von { $names }
reverse-scored-items = umgepolt: { $names }
weights = Gewichte: { $weights }
at-least-answered = mindestens { $count } von { $of } beantwortet
share-answered = ein Anteil von { $share } der zutreffenden beantwortet
turned-round = umgekehrt: { $names }
mapped-to = übertragen auf { $low } bis { $high }
band-from = ab { $from }: { $label }
bands-source = Quelle der Stufen: { $source }
validated-by = Validiert: { $citation }
not-validated-sentence = Kein validiertes Instrument.
source = Quelle: { $source }
licence-is = Lizenz: { $licence }
terms-are = Bedingungen: { $terms }
scores-alone = nur Werte
with-parts = dazu: { $parts }
