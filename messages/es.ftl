# What checkin says, in Spanish. Terms and reasons: docs/translating-es.md.

## Days and numbers

decimal-sign = ,
month = { $number ->
    [1] ene
    [2] feb
    [3] mar
    [4] abr
    [5] may
    [6] jun
    [7] jul
    [8] ago
    [9] sep
    [10] oct
    [11] nov
   *[other] dic
}
weekday = { $number ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[other] domingo
}
day = { $day } { $month } { $year }
day-in-year = { $day } { $month }
weekday-and-day = { $weekday } { $day }
moment = { $weekday } { $day }, { $time }
days = { $from } a { $to }
and = y
listed = { $first } y { $last }
list-day = %d/%m/%Y
between-values = {"; "}

## Answering: the screen and line by line

yes = Sí
no = No
progress = { $number } de { $of }
keys-help =
    El número responde; también Izquierda y Derecha y luego Enter.
    Arriba o Retroceso   a la pregunta anterior
    Abajo                a la siguiente, si esta ya tiene respuesta
    s                    saltar: una pregunta saltada nunca cuenta como un número
    -                    no se aplica, donde se ofrece
    n                    escribir una nota a esta pregunta (Tab mientras escribes)
    q                    salir; se guarda todo lo respondido (Esc mientras escribes)
    Ctrl-C               lo mismo que q
    ?                    cerrar esta ayuda
line-not-kept = Lo escrito no se guarda.
skipped-so-far = Saltaste esta pregunta.
not-applicable-so-far = Marcaste que esto no se aplica.
has-note = Hay una nota a esta pregunta.
key-type-number = escribe un número y Enter
key-write = escribe y Enter
key-enter-skips = solo Enter salta
key-back = Arriba volver
key-tab-note = Tab nota
key-help = ? ayuda
key-escape = Esc salir
key-number-marks = el número marca, Enter responde
key-number-answers = un número responde
key-on = Abajo seguir
key-skip = s saltar
key-note = n nota
key-leave = q salir
still-open = Esta pregunta aún no tiene respuesta.
not-applicable-not-offered = Aquí no se ofrece «no se aplica»; s salta la pregunta.
move-first = Ve primero a una opción con Izquierda y Derecha.
key-without-meaning = Esa tecla no hace nada aquí; ? muestra las que sí.
press-number = Pulsa un número, o muévete con Izquierda y Derecha y pulsa Enter.
type-number = Escribe un número y pulsa Enter; s salta la pregunta.
first-question = Esta es la primera pregunta.
any-key = Pulsa cualquier tecla para continuar.
any-key-more = Pulsa cualquier tecla para ver el resto.
note-prompt = Nota (Enter la guarda)
note-not-kept = No se pudo guardar esta nota.
answer-not-kept = Esta respuesta aún no está guardada; pulsa la tecla otra vez para reintentarlo.
recall-seen-from = { $recall }, vistos desde el { $day }
lines-help =
    Escribe el número de una respuesta o sus primeras letras, al menos dos, y pulsa Enter.
    b volver, s saltar, n y tus palabras una nota, q salir y guardar todo lo respondido.
    - no se aplica, donde se ofrece. Solo Enter conserva la respuesta anterior.
    Para varias respuestas, escribe sus números separados por espacios.
lines-keys = (b volver, s saltar, n nota, ? ayuda, q salir y guardar)
answer-prompt = Respuesta
words-back = volver atrás
words-skip = saltar
words-leave = salir
words-help = ayuda
words-note = nota
not-an-answer = Eso no es una respuesta aquí; ? da ayuda.
note = Nota
noted = Nota guardada.
nothing-noted = No se ha anotado nada.
note-there = Hay una nota: { $note }. Lo que escribas se añade; solo - la quita, solo Enter la deja como está.
note-added = Añadido a la nota.
note-removed = La nota se ha quitado.
note-stays = La nota queda como estaba.
question = Pregunta { $number } de { $of }. { $recall }: { $item }
your-answer = Tu respuesta: { $answer }. Enter la conserva.
a-number-between = Un número de { $min } a { $max }
a-number-from = Un número desde { $min }
a-number-up-to = Un número hasta { $max }
a-number = Un número
own-words = Tus propias palabras, con = delante; solo Enter salta
skipped = saltada
not-applicable = no se aplica

## Prompts of the terminal

yes-letters = s sí si
no-letters = n no
yes-or-no-usually-yes = [S/n]
yes-or-no-usually-no = [s/N]
please-yes-or-no = Responde s o n, por favor.
please-number = Escribe un número del 1 al { $last }, por favor.
please-numbers = Escribe números del 1 al { $last }, por favor.
space-changes = { $prompt } (Espacio cambia, Enter continúa)
number-prompt = Número, Enter para { $usual }:
number-or-leave-prompt = Número, q para salir, Enter para { $usual }:
numbers-prompt = Números con comas, 0 para ninguno, Enter para { $usual }:

## The first run

welcome-what = Te damos la bienvenida a checkin. Una vez por semana, en unos tres minutos, respondes algunas preguntas sobre las condiciones de tu trabajo y sobre ti. Ves qué ha cambiado y puedes llevarlo a supervisión.
welcome-where = Lo que respondes se queda en este equipo, en { $folder }, y solo tú puedes leerlo. checkin no contiene nada que use la red. Nada sale si no lo exportas tú.
welcome-what-not = Es un autoinforme: no es un diagnóstico ni un instrumento validado. Cada respuesta se guarda al momento; puedes salir cuando quieras y seguir después.
welcome-questions = Primero, unas preguntas. Enter acepta lo propuesto; `checkin config` lo cambia.
region-name = { $id ->
    [eu] Unión Europea
    [gb] Reino Unido
    [ie] Irlanda
    [us] Estados Unidos
    [ca] Canadá
    [au] Australia
    [nz] Nueva Zelanda
    [za] Sudáfrica
   *[other] { $id }
}
another-region = Otro, o ninguno
where-you-work = ¿En qué país trabajas? (solo para mostrar las líneas de apoyo adecuadas)
which-day = ¿Qué día quieres hacer tu registro?
which-questionnaire = ¿Qué registro?
about-weekly = weekly: 32 preguntas sobre ocho temas, unos tres minutos
about-pulse = pulse: 8 preguntas, una por tema, menos de un minuto, menos exacto

## A check-in from beginning to end

left-nothing = Has salido. No había ninguna respuesta.
left-answers-kept = Has salido. Todo lo respondido está guardado; `checkin` sigue donde lo dejaste.
left-complete = Has salido. Las respuestas están guardadas; `checkin` sigue con ellas.
interrupted = Interrumpido.
open-elsewhere = Hay un registro abierto en otra ventana; se queda allí.
begin-all-the-same = ¿Empezar otro de todos modos?
second-of-week = Ya hay un registro terminado de esta semana, del { $day }; este quedará a su lado. Para corregir aquel: checkin history edit { $id }
second-of-day = Ya hay un registro terminado de ese día; de dos del mismo día cuenta el último. Para corregirlo: checkin history edit { $id }
draft-open = Hay un registro abierto: { $title }, { $age }, { $answered ->
    [one] { $answered } pregunta hecha
   *[other] { $answered } preguntas hechas
}.
draft-old = Es más antiguo que los días por los que pregunta; sus respuestas corresponden al { $day }.
draft-go-on = Seguir con él, como registro del { $day }
draft-begin-new = Empezar uno nuevo; el abierto se conserva
draft-discard = Desechar el abierto y empezar uno nuevo
what-would-you-like = ¿Qué prefieres?
really-discard = ¿Desechar de verdad sus respuestas?
touched-a-moment-ago = última actividad hace un momento
touched-minutes-ago = última actividad hace { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
touched-hours-ago = última actividad hace { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
touched-days-ago = última actividad hace { $count ->
    [one] { $count } día
   *[other] { $count } días
}
last-question = Esa fue la última pregunta.
finish = Terminar y ver el resultado
change-note = Cambiar la nota
add-note = Añadir una nota
add-context = Añadir el contexto de la semana (seis preguntas cortas)
change-context = Cambiar el contexto de la semana
mark-event = Marcar un suceso desde la última vez (vacaciones, incidente…)
back-to-questions = Volver a las preguntas
leave-for-now = Salir por ahora
kept-check-in = Guardado: { $title }, { $day } (registro { $id }).
something-small = Algo pequeño para la semana, { $reason }: { $suggestion }

## Why a suggestion or question was chosen

because-fell = porque bajó «{ $title }»
because-rose = porque subió «{ $title }»
because-possibly-fell = porque «{ $title }» está por debajo de lo habitual, lo que puede ser casualidad
because-possibly-rose = porque «{ $title }» está por encima de lo habitual, lo que puede ser casualidad
because-low = porque «{ $title }» está en el tercio inferior de su escala
because-high = porque «{ $title }» está en el tercio superior de su escala

## Steps

ask-next-time = pregúntame la próxima vez
did-it-happen = El { $day } elegiste: «{ $text }». ¿Lo hiciste?
no-step-taken = Ningún paso para esta semana.
not-this-week = Esta semana no
in-my-words = Algo con mis propias palabras
step-for-the-week = ¿Un pequeño paso para la semana?
one-small-step = Un pequeño paso
step-kept = Guardado (paso { $id }). El próximo registro pregunta si ocurrió.
step-listed = { $day }: { $text } ({ $course }; paso { $id })
no-step-yet = Aún no hay pasos; al final de un registro se propone uno, y `checkin step add` añade otro.
step-yes = sí
step-partly = en parte
step-no = no
step-no-longer-matters = ya no importa
step-open = abierto
good-to-know-yes = Gracias por contarlo.
good-to-know-partly = Gracias por contarlo; una parte también cuenta.
good-to-know-no = Gracias por contarlo; hay semanas así.
good-to-know-aside = Gracias por contarlo; queda a un lado.

## Events

leave = vacaciones o permiso
illness = enfermedad
critical-incident = incidente crítico
new-role = nuevo puesto
supervision = supervisión
other-event = otro
what-kind-of-event = ¿Qué tipo de suceso?
first-day = Primer día
last-day-open = Último día (vacío: aún no ha terminado)
last-day-one = Último día (vacío: un solo día)
a-few-words = Unas palabras (opcional)
please-a-day = Escribe un día como 2026-11-20, por favor.
event-marked = Marcado: { $kind }, { $day } (suceso { $id }).
event-marked-already = Eso ya está marcado (suceso { $id }).
event-listed = { $what } (suceso { $id })
no-event-yet = Aún no hay sucesos; `checkin event add` marca uno.
no-event-marked = No se ha marcado nada.
event-stays-open = Queda abierto, y no toca ningún registro, hasta que `checkin event end` o `checkin event end --to DÍA` lo termine.
event-to = a { $day }
event-open = aún no terminado
event-new-baseline = nueva línea de base
event-ended = Terminado: { $kind }, { $days }.

## Where to turn to

your-own = Tus contactos
numbers-change = Los números cambian; compruébalos una vez antes de necesitarlos.
talk-to-these = Si quieres hablar con alguien, estas personas están para eso:
talk-to-someone = Si quieres hablar con alguien:
lines-by-country = `checkin resources` muestra líneas de apoyo por país.
talk-without-region = Si quieres hablar con alguien: `checkin resources` muestra líneas de apoyo por país, y `checkin config set region` guarda el tuyo.
compared-on = comparado el { $day } con { $source }
contact-kept = Guardado; se muestra antes que los demás.
removed = Eliminado.

## Verdicts: what has changed, and how sure that is. The statistical meaning is in docs/trends.md

judged = { $judged ->
    [better] {" "}(mejor)
    [worse] {" "}(peor)
   *[neither] {""}
}
afresh-after-gap = Más de 26 semanas sin registro: se empieza de nuevo.
usual-since-shift = En el nivel que hay desde alrededor del { $since }, anotado como cambio de nivel: dentro del rango habitual de ese nivel ({ $low } a { $high }). Ningún indicio de otro cambio; aun así, puede haber cambios pequeños que no se vean.
weeks-alike = Tus semanas se parecen mucho entre sí, lo que hace más probables los avisos debidos al azar.
shift-recorded = Anotado como cambio de nivel. Desde ahora se compara con el nuevo nivel.
too-early = Demasiado pronto para decir algo: { $count ->
    [one] { $count } registro
   *[other] { $count } registros
} desde el { $since }. Hacen falta al menos { $needed }.
new-level = Nuevo nivel desde el { $since }: { $count ->
    [one] { $count } registro
   *[other] { $count } registros
} hasta ahora; para comparar hacen falta { $needed }.
compared-afresh = Se compara de nuevo desde el { $since }, tras un cambio del cuestionario o una nueva línea de base: { $count ->
    [one] { $count } registro
   *[other] { $count } registros
} hasta ahora; para comparar hacen falta { $needed }.
usual = Dentro de tu rango habitual ({ $low } a { $high }). Ningún indicio de cambio; aun así, puede haber cambios pequeños que no se vean.
several-usual = Dentro de tu rango habitual: { $scores }. Ahí no hay ningún indicio de cambio; aun así, puede haber cambios pequeños que no se vean.
outside-range = Fuera de tu rango habitual, pero 1 de cada 20 registros lo está sin que haya ningún cambio. Tómalo como ruido, salvo que continúe.
possible-week = Valor inusualmente { $direction ->
    [up] alto
   *[down] bajo
}{ judged } esta semana. Puede ser azar, y un solo registro no puede mostrar un cambio duradero.
clear-week = Valor claramente más { $direction ->
    [up] alto
   *[down] bajo
}{ judged } esta semana que de costumbre. El azar por sí solo rara vez produce esto. Todavía no dice nada de las próximas semanas.
since-when = desde alrededor del { $split }{ $span ->
    [day] {""}
   *[days] {" "}(entre el { $earliest } y el { $latest })
}: promedio de { $after } en { $count ->
    [one] { $count } registro
   *[other] { $count } registros
}; antes, { $before }
possible-shift = Valor posiblemente más { $direction ->
    [up] alto
   *[down] bajo
}{ judged } { since-when }. Puede ser azar: de cada 10 personas sin ningún cambio, { $together ->
    [several] unas 5
   *[one] unas 4
} ven un mensaje así en un año.
clear-shift = Valor claramente más { $direction ->
    [up] alto
   *[down] bajo
}{ judged } { since-when }. De cada 10 personas sin ningún cambio, { $together ->
    [several] 1 o 2 ven
   *[one] alrededor de 1 ve
} un mensaje así en un año.
shift = Valor más { $direction ->
    [up] alto
   *[down] bajo
}{ judged } desde alrededor del { $date }{ $span ->
    [day] {""}
   *[days] {" "}(entre el { $earliest } y el { $latest })
}, anotado como cambio de nivel el { $confirmed }: promedio de { $after } cuando se anotó; antes, { $before }.
no-trend = Ninguna tendencia clara en los últimos { $count } registros: { $slope } puntos cada 4 semanas, pero es posible cualquier valor de { $low } a { $high }.
drift = En { $direction ->
    [up] ascenso
   *[down] descenso
}{ judged } a lo largo de los últimos { $count } registros, unos { $slope } puntos cada 4 semanas (de { $low } a { $high }). Un único cambio de nivel se vería igual.
brief-too-early = muy pronto
brief-usual-since-shift = habitual desde el cambio
brief-usual = lo habitual
brief-outside = quizá ruido
brief-possibly = quizá más { $direction ->
    [up] alto
   *[down] bajo
}{ judged }
brief-clearly = claramente más { $direction ->
    [up] alto
   *[down] bajo
}{ judged }

## Words of reports

look-back = Repaso de { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
}
check-ins-done = { $count ->
    [one] { $count } registro hecho
   *[other] { $count } registros hechos
}
weeks-without = { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
} sin registro
weeks-away = { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
} de ausencia
since-day = desde el { $day }
step-mark = paso ({ $course })
group-summary = En conjunto
group-work = Condiciones en el trabajo
group-person = Tú
group-strain = Desgaste
group-other = Otras
scales-alike = Escala: { $range }; { $better }.
scales-mixed = Escala: { $range }; más alto es mejor, pero en { $lower } es mejor más bajo.
scale-of = { $heading } ({ $range }, { $better })
higher-is-better = más alto es mejor
lower-is-better = más bajo es mejor
neither-is-better = ninguna dirección es mejor
the-same = igual
difference = { $direction ->
    [up] sube
   *[down] baja
} { $size }
difference-less-is-better = { $direction ->
    [up] sube
   *[down] baja
} { $size } (menos es mejor)
part-events = sucesos
part-steps = pasos
part-notes = notas
part-answers = respuestas
part-context = contexto
the-score = la puntuación { $title }
held-back = Las respuestas que forman { $scores } quedan fuera: junto con el resultado revelarían una a una pregunta privada. `--private ÍTEM` la incluye.
left-out = No incluido: { $parts }.
origin-original = redacción propia
origin-adapted = adaptado
origin-published = instrumento publicado
validated = validado
not-validated = no es un instrumento validado
licence = licencia { $licence }
method = Calculado por checkin { $version }: las puntuaciones, según las claves de los cuestionarios, y las respuestas que faltan nunca como números; el cambio, según la mejor división de la serie en antes y después, corregida por las semanas que se parecen entre sí.
method-how-much = Cuánto tiene que cambiar algo para llamarlo claro: con 12 registros antes, unos 52 puntos en un solo registro, 34 en el promedio de cuatro y 24 en el de doce; con 32 antes, unos 43, 28 y 18.
imported-count = { $count ->
    [one] Se importó { $count } registro
   *[other] Se importaron { $count } registros
} de un archivo de otro programa.
self-report = Esto es un autoinforme y no un diagnóstico.
self-report-not-validated = Esto es un autoinforme y no un diagnóstico. Los cuestionarios no son instrumentos validados; compárate solo contigo.
version-comparable = { $title }: desde el { $day }, versión { $new }, declarada comparable con la { $old } anterior.
version-not-compared = { $title }: desde el { $day }, versión { $new }, no se compara con la { $old } anterior.
about-note = nota
about-check-in = registro

## The page and its pictures

score = Puntuación
latest = Último
before = Anterior
week-by-week = Semana a semana
difference-head = Diferencia
usual-range = Rango habitual
verdict-head = Conclusión
no-value = sin valor
value-on = { $value } el { $day }
no-value-last = sin valor en el último registro
before-that-on = antes { $value } el { $day }
week-by-week-values = Semana a semana: { $weeks }.
too-few-answers = muy pocas respuestas
no-check-in = sin registro
no-check-in-weeks = sin registro durante { $count } semanas
away = ausencia
away-weeks = ausencia de { $count } semanas
none = ninguno
steps-heading = Pasos
to-talk-about = Para conversar
notes-heading = Notas
context-heading = El contexto de las semanas
answers-heading = Respuestas
about-page = Sobre esta página
about-change = Qué se puede decir del cambio
events-heading = Sucesos
events-and-steps = Sucesos y pasos
what-we-decide = Qué decidimos
strain-and-resources = Desgaste y recursos
in-the-charts = En los gráficos: en gris, el rango habitual para ese registro; línea discontinua, un cambio de nivel anotado; números abajo, sucesos y pasos; línea interrumpida, sin registro; círculo vacío, un registro que pregunta por días del anterior.
with-usual-range = Semana a semana, con el rango habitual
compared-with-usual = Comparado con lo habitual
latest-label = último
before-label = anterior
range = { $low } a { $high }
usual-range-of = rango habitual { $range }
usual-range-from-to = rango habitual de { $low } a { $high }
question-head = Pregunta
day-head = Día
answer-head = Respuesta
strain-and-resources-values = desgaste { $strain }, recursos { $resources }
week-of = Semana del { $day }: { $state }.
check-in-done = registro hecho
nothing-expected = no se esperaba nada
calendar-key = { $done } registro   { $missed } ninguno   { $away } vacaciones, permiso o enfermedad
no-value-in-period = { $title }: sin valor en este período; muy pocas respuestas.
check-in-mark = { $mark } registro
overlap-mark = { $mark } pregunta por días del anterior
usual-range-mark = { $mark } rango habitual
shift-mark = { $mark } cambio de nivel anotado
no-line = sin línea: sin registro, o no comparable
from-to-direction = { $title }, de { $low } a { $high }, { $direction }.
overlaps = pregunta por días del anterior
small-key = Cada una, de su mínimo a su máximo.
small-hint = `checkin trends PUNTUACIÓN` dice más.
map-key = Arriba y a la izquierda: más recursos, menos desgaste. Una marca posterior tapa una anterior.
upwards = { $title } (hacia arriba)
to-the-right = { $title } (hacia la derecha)
no-check-in-in-period = No hay registros en este período.
chart-keys = Izquierda Derecha registro   Arriba Abajo puntuación   Enter respuestas   q salir
reading-keys = Arriba Abajo seguir leyendo   Enter o q volver al gráfico
score-place = puntuación { $number } de { $of }
lines-seen = { $lines } de { $of }
check-in-gone = Este registro ya no existe.

## Status and reminders

last-check-in = Último registro: { $questionnaire }, { $day } ({ $ago }).
today = hoy
days-ago = hace { $count ->
    [one] { $count } día
   *[other] { $count } días
}
day-to-come = un día que aún no ha llegado
no-check-in-yet = Aún no hay ningún registro.
reminders-quiet-until = No habrá recordatorios hasta el { $moment }.
reminders-speak-again = Los recordatorios vuelven a avisar.
draft-in-status = Abierto: { $questionnaire } del { $day }, { $answered ->
    [one] { $answered } pregunta hecha
   *[other] { $answered } preguntas hechas
}, { $age }. `checkin` sigue con él.
conflict-in-status = Conflicto: { $id } se corrigió de maneras distintas. `checkin history show { $id }` las muestra.
data-folder = Datos: { $folder }
away-until = Ausencia hasta el { $day }; no hay nada pendiente.
away-open = Ausencia; no hay nada pendiente. Cuando vuelvas: `checkin event end`.
first-due = El primer registro puede empezar cuando quieras: `checkin`.
due-since = Pendiente desde el { $day }. Empiézalo con `checkin`.
next-due = El próximo toca el { $day }.
reminder = Toca el registro semanal.
reminder-in-shell = { reminder } Empiézalo con `checkin`.
reminder-short = toca registro
reminder-title = Registro

## The history

no-check-in-start = Aún no hay ningún registro; `checkin` empieza el primero.
no-check-in-fits = Ningún registro cumple lo pedido; `checkin history list` los muestra todos.
check-in-listed = { $day }: { $questionnaire }, { $scores } (registro { $id })
list-date = Fecha
list-id = Id
list-check-in = Registro
list-scores = Puntuaciones
late-entry = entrada tardía
edited = corregido
note-line = Nota: { $text }
event-line = Suceso: { $kind }, { $day }
conflict-versions =
    Conflicto: este registro se corrigió en dos equipos de maneras distintas. La versión { $number } tiene: { $differences }
    `checkin history edit { $id } --take { $number }` sigue con esa, `--take 0` con la de arriba.
imported = importado
imported-scores = importado solo como puntuaciones
check-in-line = Registro { $id }, { $questionnaire } { $version }, semana del { $week }
answer-yes = sí
answer-no = no
none-of-them = ninguna de ellas
no-value-because = sin valor: { $reason }
answered-of = { $answered } de { $of } respondidos
too-few-answered = { $answered } de { $of } ítems respondidos, hacen falta al menos { $needed }
nothing-applied = ninguno de sus ítems se aplicaba
part-without-value = `{ $part }` no tiene valor
edited-before = Corregido; lo que había antes:
entry-line = entrada { $number }: { $differences }
had-date = fecha { $day }
had-no-answer = { $item } no tenía respuesta
had-note = nota: { $text }
had-no-note = nota: ninguna
had-item-notes = notas a ítems sueltos
had-context = otra cosa sobre la semana
had-no-difference = ninguna diferencia en las respuestas
note-kept = Guardada para el { $day } (nota { $id }).
no-note-yet = Aún no hay notas fuera de los registros; `checkin note add` escribe una. `checkin history show` tiene las de un registro.
note-listed = { $day }: { $text } (nota { $id })
nothing-changed = No se ha cambiado nada.
what-to-correct = ¿Qué quieres corregir?
save-changes = Guardar los cambios
leave-unchanged = Salir sin cambiar nada
keep-what-was-changed = ¿Guardar lo que has cambiado?
response-open = sin respuesta
question-opened = Por un cambio, una pregunta quedó abierta; respóndela, por favor.
nothing-different = Nada es distinto; no se ha cambiado nada.
corrected = Corregido{ $answers }. `checkin history show { $id }` muestra lo que había antes.
answer-changed = `{ $item }` es ahora { $now }, antes { $before }
the-check-in-of = el registro del { $day } ({ $questionnaire })
the-note-of = la nota del { $day }
the-step-of = el paso del { $day }
the-event-of = el suceso { $kind } del { $day }
delete-question = ¿Eliminar { $what }? Su contenido se borra y no se puede recuperar.
backups-removed-too = { $count ->
    [one] También se elimina una copia de seguridad que lo contiene.
   *[other] También se eliminan { $count } copias de seguridad que lo contienen.
}
nothing-deleted = No se ha eliminado nada.
deleted = Eliminado: { $what }.
backups-renewed = Se hizo una nueva copia de seguridad y se { $count ->
    [one] eliminó { $count } que lo contenía
   *[other] eliminaron { $count } que lo contenían
}. Las copias que hiciste en otro lugar quedan fuera de alcance.

## Writing the page

weeks-last = Las últimas { $count }
weeks-from-day = Desde el día que yo elija
weeks-since-export = Desde la última exportación, { $day }
which-weeks = ¿Qué semanas?
first-day-like = Primer día, como 2026-09-04
please-a-day-up-to = Escribe un día no posterior a { $day }, por favor.
what-goes-in = ¿Qué se incluye además de las puntuaciones?
which-scores = ¿Qué puntuaciones?
questions-keep = Dejarlas así
questions-change = Cambiarlas
questions-drop = Quitarlas
these-questions = ¿Estas preguntas para conversar?
question-drop = Pregunta (vacía se quita)
question-own = Una tuya (opcional)
standard-output = la salida estándar
write-over-it = { $place } ya existe. ¿Escribir encima?
write-it = Esto va a { $place }, y nada más. ¿Escribirlo?
nothing-written = No se ha escrito nada.
no-export-yet = Aún no se ha exportado nada.
written = Escrito: { $path }

## Passphrases

passphrase = Frase de contraseña
passphrase-again = No era esa. Frase de contraseña
passphrase-of = Frase de contraseña de { $whose } { $file }
passphrase-of-again = No era esa. Frase de contraseña de { $whose } { $file }
protect-offer = ¿Proteger tus respuestas con una frase de contraseña? La escribes en cada registro; `checkin protect` lo hace más tarde
only-ways-in = La frase de contraseña y una clave de recuperación serán las únicas vías a tus respuestas. Si pierdes ambas, nadie podrá recuperarlas.
protected = Protegido. Desde ahora hace falta la frase de contraseña.
passphrase-changed = Cambiada. Desde ahora solo la nueva frase de contraseña abre el historial.
plain-copies-removed = Se hizo una copia de seguridad cifrada y se { $count ->
    [one] eliminó { $count } copia
   *[other] eliminaron { $count } copias
} sin cifrar.
older-keep-passphrase = Las copias de seguridad anteriores conservan la frase con la que se hicieron.
copies-beyond-reach = Las copias que hiciste en otro lugar, y lo que un disco conserva de archivos reemplazados, quedan fuera de alcance.
is-hidden = oculta
list-goes-on = { $count } líneas; Arriba y Abajo las recorren todas.
new-passphrase = Nueva frase de contraseña
passphrase-empty = Una frase de contraseña necesita al menos un carácter. Otra vez Enter sigue sin ella.
no-passphrase-set = No se ha puesto ninguna frase de contraseña nueva. `checkin protect` lo hace cuando quieras.
good-passphrase = { $weakness }. Cuatro o cinco palabras sin relación entre sí forman una buena.
weak-passphrase = esta frase de contraseña es fácil de adivinar
take-it-anyway = ¿Usarla de todos modos?
same-again = La misma otra vez
two-different = Las dos eran distintas; escríbela de nuevo, por favor.
recovery-key-shown = Esta es la clave de recuperación. Abre el historial si olvidas la frase de contraseña, y solo se muestra ahora. Anótala y guárdala donde guardas otras claves:
its-last-group = Su último grupo, para comprobarlo
not-its-last-group = Ese no es su último grupo; míralo otra vez, por favor.
recovery-key = Clave de recuperación
keep-in-the-clear = ¿Guardar el historial sin cifrar desde ahora?
now-in-the-clear = El historial está ahora sin cifrar; solo tú puedes leerlo. Las copias de seguridad anteriores conservan su frase.

## How a score came about

explained = { $title } ({ $questionnaire } { $version }), { $day }, registro { $id }
no-scores = Este cuestionario no tiene puntuaciones.
rule-every-part = Regla: cada parte debe tener un valor.
explained-no-value = Sin valor: { $reason }.
prorated = extrapolado por los ítems sin respuesta
mapped = Llevado de { $from } a { $to } a la escala de { $low } a { $high }: { $value }
t-score = Puntuación T: 50 + 10 * (valor - { $mean }) / { $sd } = { $value } ({ $source })
band-line = Tramo: { $band }, desde { $from } (fuente: { $source })
answered = respondido
not-asked-or-left-out = no preguntado u omitido
reverse-scored = puntuación invertida: { $from } + { $to } - { $number } = { $turned }
counts = cuenta { $value }
on-0-to-1 = de 0 a 1: { $place }
weight = peso { $weight }
part-place = { $value } de { $from } a { $to }, de 0 a 1: { $place }
part-place-turned = { $value } de { $from } a { $to }, de 0 a 1, invertido: { $place }
rule = Regla: { $need }; { $answered } de { $of } respondidos{ $others }.
need-at-least = hacen falta al menos { $count } respuestas
need-share = hace falta una proporción de { $share } de los ítems que se aplican; los que no se aplican, los no preguntados y los opcionales saltados no cuentan
count-skipped = { $count } saltados
count-not-applicable = { $count } que no se aplican
count-not-asked = { $count } no preguntados
mean-of-parts = Promedio de las partes
mean-of-answered = Promedio de los ítems respondidos
sum-of-items = Suma de los ítems
count-or-more = Número de respuestas de { $limit } o más
count-or-less = Número de respuestas de { $limit } o menos
differs-from-kept = Esto difiere de lo que se guardó: { $value }.
verdict-line = Conclusión: { $verdict }
reliable-change = Índice de cambio fiable (RCI) respecto al registro anterior: { $index }. En una única comparación planificada, { $limit } o más en cualquier dirección cuenta como fiable ({ $source }); cada semana da muchas falsas alarmas, así que no sustituye a la conclusión.

## Questionnaires

column-version = Versión
column-items = Ítems
column-title = Título
unscored = sin puntuación
built-in = incluido
own = propio
definition-has-mistakes = la definición tiene errores
items-counted = { $count ->
    [one] { $count } ítem
   *[other] { $count } ítems
}
scores-counted = { $count ->
    [one] { $count } puntuación
   *[other] { $count } puntuaciones
}
version-of = versión { $version }
items-and-minutes = { items-counted }, { $minutes ->
    [one] alrededor de { $minutes } minuto
   *[other] unos { $minutes } minutos
}.
answers-are = Respuestas: { $options }
any-of = Cualquiera de: { $options }
answers-yes-no = Respuestas: sí (true), no (false)
answer-free-text = Respuesta: texto libre
answer-number = Respuesta: un número
number-from = desde { $value }
number-to = hasta { $value }
number-steps = en pasos de { $value }
not-applicable-is = no se aplica: { $label }
optional = opcional
private = privado
asked-if = se pregunta si { $condition }
or = o
is-or-more = { $item } es { $value } o más
is-or-less = { $item } es { $value } o menos
is-value = { $item } es { $value }
is-not-value = { $item } no es { $value }
is-answered = { $item } tiene respuesta
is-not-answered = { $item } no tiene respuesta
score-named = Puntuación { $id }: { $title }
mean-of = promedio de { $names }
sum-of = suma de { $names }
count-of = número de { $names }
reverse-scored-items = de puntuación invertida: { $names }
weights = pesos: { $weights }
at-least-answered = al menos { $count } de { $of } respondidos
share-answered = una proporción de { $share } de los que se aplican respondida
turned-round = invertidas: { $names }
mapped-to = llevada a la escala de { $low } a { $high }
band-from = desde { $from }: { $label }
bands-source = Fuente de los tramos: { $source }
validated-by = Validado: { $citation }
not-validated-sentence = No es un instrumento validado.
source = Fuente: { $source }
licence-is = Licencia: { $licence }
terms-are = Condiciones: { $terms }
scores-alone = solo puntuaciones
with-parts = con { $parts }
