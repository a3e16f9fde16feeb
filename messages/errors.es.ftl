# Errors, hints and what the commands of maintenance say, in Spanish. Terms and reasons: docs/translating-es.md.

## The words before errors, causes and hints

error-label = error:
cause-label = causa:
hint-label = consejo:
was-interrupted = interrumpido
terminal-fails = no se puede leer de la terminal ni escribir en ella

## What stands in many errors

did-you-mean = ¿querías decir `{ $near }`?
nothing-was-kept = no se ha guardado nada
nothing-was-changed = no se ha cambiado nada
cannot-make-data-folder = no se puede crear la carpeta de datos
cannot-read = no se puede leer `{ $path }`
cannot-write = no se puede escribir `{ $path }`
cannot-write-json = no se puede escribir el JSON
cannot-write-output = no se puede escribir la salida
cannot-lay-out-page = no se puede componer la página
cannot-lay-out-report = no se puede componer el informe
no-random-numbers = el sistema no da números aleatorios
without-question-yes = para hacerlo sin pregunta, usa `--yes`

## Input: the clock, files, standard input

now-is-no-date = `CHECKIN_NOW` no es una fecha con hora: `{ $text }`
now-is-like = escríbela como `2026-11-20T18:30:00+01:00`, o quita la variable
standard-input = la entrada estándar
cannot-read-input = no se puede leer { $name }
input-not-utf8 = { $name } no es texto UTF-8 a partir del byte { $at }
save-as-utf8 = guárdalo como UTF-8
input-too-large = { $name } tiene más de { $limit } bytes
input-not-correct = { $name } no es { $kind } correcto
cause-in-line = línea { $line }: { $problem }
input-ended-at = la entrada terminó en la pregunta `{ $question }`
input-ended-at-number = la entrada terminó en la pregunta { $number } de { $of }
answers-so-far-kept = todo lo respondido está guardado: `checkin` sigue donde lo dejaste
answers-from-file = para responder sin preguntas, usa `checkin start --answers ARCHIVO`
no-data-folder = el sistema no dice dónde van los datos de una persona
name-data-folder = indica una carpeta con `--data-dir` o `CHECKIN_DATA_DIR`

## Questionnaires and files of answers

no-such-questionnaire = no hay ningún cuestionario `{ $id }`
questionnaires-are-listed = `checkin questionnaires list` muestra los que hay
definition-of-has-mistakes = la definición de `{ $id }` tiene errores
correct-and-add-again = corrige el archivo y añádelo de nuevo con `checkin questionnaires add ARCHIVO`
answered-items-changed = `{ $id }` { $version } ya se ha respondido, y estos ítems han cambiado desde entonces: { $items }
raise-version = sube `version`, para que las respuestas antiguas y las nuevas se distingan
stored-definition-unreadable = no se puede leer la definición guardada `{ $hash }`
answers-unusable = las respuestas no se pueden usar; no se ha guardado nada
items-and-values-are-listed = `checkin questionnaires show { $id }` muestra los ítems y sus valores
items-are-listed = `checkin questionnaires show { $id }` muestra los ítems
no-answers-there = no hay `answers`
unknown-key-near = clave desconocida `{ $key }`; ¿querías decir `{ $near }`?
unknown-key = clave desconocida `{ $key }`; las que hay: { $keys }
answers-not-table = las respuestas a `{ $id }` no son una tabla con ids de ítems
item-answered-twice = `{ $name }` está respondido dos veces
not-item-of = `{ $item }` no es un ítem de `{ $id }`
answer-unreadable = `{ $item }` no tiene una respuesta legible; escribe un número, true o false, una lista de números, {"{"}"text": "…"{"}"}, "skipped" o "not_applicable"
notes-not-table = `notes` no es una tabla de ids de ítems y textos
notes-name-no-item = `notes` nombra `{ $name }`, que no es un ítem
text-too-long = `{ $key }` tiene más de 20 000 bytes
not-text = `{ $key }` no es texto
unknown-item = ítem desconocido `{ $item }`
unknown-item-near = ítem desconocido `{ $item }`; ¿querías decir `{ $near }`?
item-without-answer = `{ $item }` no tiene respuesta; escribe una, o "skipped"
item-not-asked = `{ $item }` no se preguntaría tras las demás respuestas; quítalo
item-always-applies = `{ $item }` no ofrece "not_applicable"; puede ser "skipped"
allowed-some-of = una lista de { $options }
allowed-number = un número
allowed-from = de { $value }
allowed-to = a { $value }
allowed-in-steps = en pasos de { $value }
answer-not-allowed = la respuesta a `{ $item }` no es una de las permitidas: { $allowed }
option-named-twice = `{ $item }` nombra una opción dos veces
item-text-too-long = el texto de `{ $item }` tiene más de 20 000 caracteres

## Check-ins, notes, events, steps

no-such-check-in = no hay ningún registro `{ $name }`
no-check-in-so-far = aún no hay ningún registro
checkin-starts-first = `checkin` empieza el primero
check-ins-are-listed = `checkin history list` los muestra todos con sus ids
day-in-future = `{ $date }` aún no ha llegado
late-entry-is-past = una entrada tardía es sobre un día que ya pasó
no-such-version = no hay ninguna versión { $number } de este registro
versions-are-shown = `checkin history show { $id }` dice cuáles hay
changes-not-kept = lo cambiado no se guarda
not-item-and-value = `{ $text }` no tiene la forma `ÍTEM=VALOR`
set-for-example = por ejemplo `--set support.heard=4`
value-unreadable = no se puede leer el valor de `{ $name }`
values-that-can-be-read = escribe una etiqueta de la escala, su valor, true, false, skipped, not_applicable o {"{"}"text": "…"{"}"}
labels-that-can-be-read = escribe una de { $labels }, su valor, skipped o not_applicable
answers-do-not-fit = las respuestas no encajan; no se ha cambiado nada
edit-without-terminal = sin terminal, usa `--set`, `--note` o `--date`
delete-without-question = para eliminar sin pregunta, usa `--yes`
deleted-but-backups = ya no está en el historial; `checkin backup list` muestra las copias de seguridad que pueden contenerlo
note-is-empty = la nota está vacía
give-note-text = escribe el texto: `checkin note add TEXTO`
give-event-kind = indica el tipo: `checkin event add TIPO`
event-ends-before = el último día { $to } es anterior al { $from }
no-leave-open = no hay vacaciones, permiso ni enfermedad sin terminar
events-are-listed = `checkin event list` muestra los sucesos
give-step-text = escríbelo: `checkin step add TEXTO`
step-is-empty = el paso está vacío
no-step-open = no hay ningún paso abierto
no-such-step = no hay ningún paso `{ $id }`
steps-are-listed = `checkin step list` los muestra todos con sus ids
scores-imported-alone = este registro se importó solo con sus puntuaciones; no hay respuestas con las que explicarlas
scores-are-shown = `checkin history show { $id }` muestra las puntuaciones
questionnaire-without-score = `{ $questionnaire }` no tiene ninguna puntuación `{ $score }`
all-scores-explained = si no nombras ninguna, se explican todas

## Looking back and giving out

history-without-score = el historial no tiene ninguna puntuación `{ $score }`
trends-show-scores = `checkin trends` muestra todas las puntuaciones que hay
table-shows-scores = `checkin trends --view table` muestra todas las puntuaciones que hay
before-1900 = { $day } es anterior a 1900
since-after-until = { $since } es posterior a { $to }
since-and-until = `--since` es el primer día del período y `--until` el último
period-too-long = de { $since } a { $to } son más de 10 000 semanas
map-needs-both = ningún registro de este período tiene el desgaste y todos los recursos
weekly-gives-both = el registro semanal da ambos cuando al menos tres de los cuatro ítems de cada tema tienen respuesta
browsing-needs-screen = para moverse por la pantalla hace falta una terminal que pueda mover el cursor
browsing-line-by-line = `checkin trends` y `checkin history show` dicen lo mismo línea a línea
nothing-exported-yet = aún no se ha exportado nada
choose-with-last = elige con `--last N`
no-pdf-in-build = esta compilación de checkin no escribe PDF
html-prints = `--format html` se imprime en una página A4 desde cualquier navegador
build-with-pdf = una compilación que sí: `cargo install --path . --features pdf`
template-is-for-pdf = `--template` es para PDF
add-format-pdf = añade `--format pdf`, en una compilación que escriba PDF
period-without-check-in = no hay ningún registro en este período
choose-another-period = elige otro con `--last`, `--since` y `--until`
export-not-remembered = la página está escrita; solo falta su mención en `checkin history exports`
nothing-opened-page = la página está escrita, pero nada la abrió
export-without-questions = sin preguntas, di qué se incluye con `--include`, y `--yes`
force-writes-over = `--force` lo reemplaza
contact-needs-both = un contacto necesita un nombre y un número o una dirección
contact-sign = un contacto no puede contener el carácter invisible o de control { $code }; escríbelo de nuevo sin él
contact-long = cada parte de un contacto puede tener como mucho { $most } caracteres
no-such-contact = no hay ningún contacto `{ $name }`
own-contacts-first = `checkin resources` muestra primero los tuyos
no-such-region = no hay líneas de apoyo para la región `{ $region }`
regions-there-are = las regiones que hay: { $regions }

## Settings

settings-unreadable = no se pueden leer los ajustes
correct-or-remove-settings = corrige el archivo, o quítalo para volver a los valores iniciales
cannot-read-settings = no se pueden leer los ajustes `{ $path }`
cannot-write-settings = no se pueden escribir los ajustes `{ $path }`
settings-not-written = no se pueden escribir los ajustes
force-replaces-settings = `--force` lo reemplaza, con todo lo que estaba ajustado en él
no-such-setting = no hay ningún ajuste `{ $key }`
tables-stand-in-file = los alias, los contactos y `passphrase_command` están en el propio archivo: `checkin config path` lo nombra, `checkin resources add` añade un contacto
settings-are-shown = `checkin config` los muestra todos
no-value-of-setting = `{ $value }` no es un valor de `{ $key }`
setting-takes = admite { $values }

## The history: why it did not do what it was asked

history-missing = aún no hay historial en `{ $path }`
not-plain-file = `{ $path }` no es un archivo corriente
history-lost = el historial `{ $path }` ha desaparecido; estaba ahí la última vez que se escribió
history-empty = el historial `{ $path }` está vacío: se perdió su contenido
stray-journal = `{ $path }` pertenece a un historial que ya no está
history-foreign = `{ $path }` no es el historial que corresponde aquí, ni parte de él
history-newer = el historial tiene la versión de esquema { $found }, este programa conoce hasta la { $known }; hace falta la versión { $program } del programa o una posterior
history-newer-unnamed = el historial tiene la versión de esquema { $found }, este programa conoce hasta la { $known }; hace falta una versión posterior del programa
history-damaged-by = el historial está dañado: { $damage }
not-a-history = no es un historial de checkin
no-encryption-for-history = el historial está cifrado, y esta compilación del programa no tiene cifrado
history-locked = el historial está cifrado; hace falta su frase de contraseña
no-passphrase-for-history = el historial está cifrado, y no hay frase de contraseña para abrirlo
wrong-passphrase = la frase de contraseña no es correcta
wrong-passphrase-new-in-force = la frase de contraseña no es correcta: un cambio de frase se interrumpió cuando ya surtía efecto, vale la nueva
wrong-passphrase-old-in-force = la frase de contraseña no es correcta: un cambio de frase se interrumpió antes de surtir efecto, vale la anterior
wrong-recovery-key = la clave de recuperación no es la de este historial
no-recovery-file = no hay ningún archivo `recovery` junto al historial
not-encrypted = el historial no está cifrado
new-file-not-verified = el archivo nuevo no es igual a aquello de lo que se hizo; se desechó
replaced-but-failed = el archivo nuevo está en su sitio y vale, pero falló lo que viene después
other-not-taken-in = `{ $path }` no se puede incorporar; no se ha cambiado nada
histories-forked = los dos historiales continuaron de maneras distintas el diario del equipo `{ $device }`
larger-than-history = `{ $path }` es más grande que cualquier historial
left-in-write = `{ $path }` quedó a media escritura
history-itself = `{ $path }` es el propio historial
history-busy = otro proceso está usando el historial
disk-full = no queda espacio en el disco
nothing-there = no existe ese archivo o carpeta
not-permitted = el sistema no lo permite
is-there-already = ya existe
is-a-folder = es una carpeta
not-a-folder-on-the-way = una parte de la ruta no es una carpeta
name-not-possible = el nombre es demasiado largo o tiene signos que un nombre no puede tener
only-readable-there = ahí no se puede escribir: el sistema de archivos es de solo lectura
history-read-only = el historial o su carpeta son de solo lectura
history-no-access = esta cuenta no puede abrir el historial o escribir en su carpeta
data-folder-unusable = la carpeta de datos no se puede usar
history-not-created = el historial no se puede crear
engine-failed = falló el motor de la base de datos
engine-setting = el motor de la base de datos no acepta el ajuste `{ $name }`
not-saved = no se guardó
perhaps-saved = no se puede saber si se guardó
finished-elsewhere = el registro se terminó en otro lugar
discarded-elsewhere = el registro abierto se desechó en otro lugar
no-such-record = no hay tal anotación
ambiguous-id = { $count } anotaciones tienen un id que termina así
record-deleted = la anotación `{ $id }` se eliminó
record-changed = la anotación `{ $id }` se cambió entretanto
record-taken = hay otra anotación `{ $id }`
record-of-other-kind = la anotación `{ $id }` es de otro tipo
no-answered-definition = el historial no contiene la definición que se respondió
wrong-definition-hash = la definición no corresponde a su hash
unwritable-value = contiene un valor que no se puede escribir con exactitud

## What is damaged

damaged-file = el archivo está cortado o su orden interno está roto
damaged-tables = el archivo no tiene las tablas de su versión
damaged-records = su lista de anotaciones no encaja con su diario
damaged-record = la anotación `{ $id }` no está como se escribió
damaged-draft = el registro abierto `{ $id }` no está como se escribió
damaged-definition = la definición `{ $hash }` no está como se escribió
damaged-scores = las puntuaciones de la anotación `{ $id }` no son las que dan sus respuestas
damaged-log = su diario tiene huecos
damaged-devices = su lista de equipos no está como se escribió
damaged-drafts = sus registros abiertos no están como se escribieron
damaged-exports = su lista de exportaciones no está como se escribió
damaged-seal = hay partes de días distintos, o su sello está roto
damaged-head = el archivo `head` que lo acompaña no está como se escribió
missing-head = el archivo `head` que lo acompaña ha desaparecido
earlier-head = el archivo `head` que lo acompaña es de un día anterior
rolled-back = se volvió a poner el estado de un día anterior
damaged-recovery = el archivo `recovery` que lo acompaña ha desaparecido o no está como se escribió; la próxima escritura lo hace de nuevo

## What to do about the history

make-room = haz espacio e inténtalo de nuevo; lo guardado antes sigue ahí
close-other-checkin = cierra el otro checkin e inténtalo de nuevo
check-owner = comprueba de quién es la carpeta de datos y si se puede escribir en su disco
use-newer-checkin = usa el checkin más nuevo que lo escribió
move-away-and-restore = no se ha cambiado nada; apártalo y `checkin restore` trae de vuelta la copia de seguridad más reciente; o indica otra carpeta con `--data-dir`
restore-after-journal = `checkin restore` trae de vuelta la copia de seguridad más reciente; aparta antes este archivo
unchanged-and-restore = no se ha cambiado nada; `checkin restore` trae de vuelta la copia de seguridad más reciente
restore-own-file = si el historial en sí está bien, `checkin restore` con la ruta de su propio archivo lo comprueba por completo y escribe `head` de nuevo; si no, `checkin restore` trae de vuelta la copia de seguridad más reciente
recovery-made-anew = el historial en sí está íntegro; el próximo registro escribe el archivo de nuevo; sin la frase de contraseña, copia `recovery` de la carpeta más reciente de `backups` junto al historial
copy-recovery = copia `recovery` de la carpeta más reciente de `backups` junto al historial e inténtalo de nuevo
verify-or-restore = `checkin verify` dice si el historial está dañado, `checkin restore` trae de vuelta la copia de seguridad más reciente
damage-and-restore = nada dañado se muestra; `checkin verify` dice más, `checkin restore` trae de vuelta la copia de seguridad más reciente
use-default-features = usa un checkin compilado con sus funciones por defecto
give-passphrase = indícala con `--passphrase-file`, `--passphrase-fd` o el ajuste `passphrase_command`
recover-with-key = no se ha cambiado nada; si la perdiste, `checkin protect --recover` abre el historial con la clave de recuperación
recovery-key-is-the-one = la clave de recuperación es la que se mostró al proteger este historial; no se ha cambiado nada
new-passphrase-in-force = tras un cambio de frase de contraseña vale la nueva; la próxima orden completa el resto
restore-one-side = se copió una carpeta de datos mientras se usaba; restaura primero la copia de seguridad de un lado y luego fusiona
run-where-written = ejecuta checkin una vez donde se escribió e inténtalo de nuevo
ids-are-listed = `checkin history list` muestra todos los registros con sus ids
name-other-history = indica una copia de seguridad, la carpeta de datos de otro equipo, o el `history.db` de una de ellas
take-other-backup = toma otra copia de seguridad suya; `checkin backup list` muestra cuáles están íntegras
give-other-passphrase = indica su frase de contraseña: a `merge` con `--other-passphrase-file`, a `restore` con `--backup-passphrase-file`

## What happened on the way to the history

head-not-written = Está guardado, pero el archivo `head` junto al historial no se pudo escribir; lo hará la próxima escritura.
change-interrupted-after = Un cambio de todo el historial se interrumpió cuando ya surtía efecto; ahora está completo. Tras un cambio de frase de contraseña, vale la nueva.
change-interrupted-before = Un cambio de todo el historial se interrumpió antes de surtir efecto; todo está como antes. Tras un cambio de frase de contraseña, vale la anterior.
no-weekly-backup = No se pudo hacer la copia de seguridad semanal: { $reason }. `checkin backup` lo intenta de nuevo.
recovery-mended = El archivo `recovery` estaba dañado o había desaparecido; se escribió de nuevo, y tu clave de recuperación vuelve a abrir el historial.
copies-left = Quedan copias de seguridad que aún contienen lo eliminado, o que están sin cifrar, y no se pudieron quitar: { $reason }. El próximo registro lo intenta de nuevo.

## Files and folders

file-is-there = el archivo `{ $path }` ya existe
no-space-for = no queda espacio para escribir `{ $path }`
file-not-written = `{ $path }` no se puede escribir
file-not-synced = `{ $path }` está escrito, pero su carpeta no se puede sincronizar
not-folder = `{ $path }` no es una carpeta
link-not-followed = `{ $path }` es un enlace, y no se sigue
folder-of-others = otras cuentas pueden escribir en la carpeta `{ $path }`
folder-unusable = la carpeta `{ $path }` no se puede usar

## Passphrases

no-terminal-to-ask = no hay terminal donde pedirla
it-was-wrong = no era correcta
prompt-was-left = se abandonó la pregunta
source-unreadable = `{ $name }` no se puede leer
program-not-started = `{ $name }` no se puede iniciar
program-failed = `{ $name }` terminó con un fallo
source-without-passphrase = `{ $name }` no da ninguna frase de contraseña: debe ser una línea de texto, no vacía
build-without-encryption = esta compilación de checkin no tiene cifrado
install-default-features = instálalo con sus funciones por defecto
no-new-passphrase = no hay frase de contraseña nueva
new-passphrase-from = usa `--new-passphrase-file` o `--new-passphrase-fd`
good-passphrase-is = cuatro o cinco palabras sin relación entre sí forman una buena
accept-weak = para usarla de todos modos, `--accept-weak`
cross-out-recovery-key = la clave de recuperación de arriba no vale, táchala; no se ha cambiado nada
no-recovery-key = no hay clave de recuperación
use-recovery-key-file = usa `--recovery-key-file`
not-a-recovery-key = eso no es una clave de recuperación
recovery-key-form = se mostró al proteger el historial, en 14 grupos de 4
history-without-passphrase = el historial no tiene frase de contraseña

## Backups, restoring, merging, verifying

backed-up = Copia de seguridad hecha y verificada:
no-backups-yet = Aún no hay copias de seguridad; `checkin backup` hace una.
no-such-folder = no hay ninguna carpeta `{ $path }`
make-or-mount-first = créala antes, o monta el disco
moment-ago = hace un momento
minutes-ago = hace { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
hours-ago = hace { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
backup-weekly = semanal
backup-asked-for = a petición
backup-before-upgrade = antes de una actualización
backup-before-passphrase = antes de cambiar la frase de contraseña
backup-before-merge = antes de una fusión
backup-before-restore = antes de una restauración
backup-after-deletion = después de una eliminación
backup-after-encryption = después del cifrado
backup-encrypted = cifrada
backup-verified = verificada
backup-not-as-written = DAÑADA: no es lo que se escribió
restore-question = ¿Poner { $path } en lugar del historial? Lo que hay ahora se aparta.
restore-without-question = para restaurar sin pregunta, usa `--yes`
whose-backup = la copia de seguridad
whose-other-history = otro historial
checking-backup = Se comprueba la copia de seguridad
checking-other = Se comprueba el otro historial
checking = Se comprueba
no-whole-backup = no hay ninguna copia de seguridad íntegra
name-own-copy = indica la ruta de una copia que hiciste en otro lugar
backup-is-damaged = la copia de seguridad `{ $name }` está dañada
whole-backups-are-listed = `checkin backup list` muestra cuáles están íntegras
no-such-backup = no hay ninguna copia de seguridad `{ $name }`
backups-are-listed = `checkin backup list` muestra las que hay
restored = { $count ->
    [one] Restaurada: { $count } anotación
   *[other] Restauradas: { $count } anotaciones
}.
restored-with-passphrase = Se abre con la frase de contraseña de la copia de seguridad.
restored-in-the-clear = La copia de seguridad estaba sin cifrar, y ahora el historial también: `checkin protect` lo cifra.
restored-set-aside = Lo que había está en { $path }; `checkin merge` con esa ruta incorpora lo que falta en la copia de seguridad, si está íntegro.
nothing-to-merge-into = aquí aún no hay historial, así que no se puede fusionar nada en él
restore-takes-over = `checkin restore RUTA` toma entero el otro historial
merged-but-backups = está fusionado; la próxima escritura quita las copias de seguridad que aún contienen lo eliminado
merged-nothing-new = Nada nuevo: este historial tiene todo lo que tiene el otro.
merged-check-ins = { $count ->
    [one] Nuevo: { $count } registro
   *[other] Nuevos: { $count } registros
}.
merged-notes = { $count ->
    [one] Nueva: { $count } nota
   *[other] Nuevas: { $count } notas
}.
merged-events = { $count ->
    [one] Nuevo: { $count } suceso
   *[other] Nuevos: { $count } sucesos
}.
merged-steps = { $count ->
    [one] Nuevo: { $count } paso
   *[other] Nuevos: { $count } pasos
}.
merged-corrections = Además: { $count ->
    [one] { $count } corrección
   *[other] { $count } correcciones
}.
merged-deletions = Además: { $count ->
    [one] { $count } eliminación
   *[other] { $count } eliminaciones
}.
merged-idle-device = Se incorporó un equipo que no ha escrito nada nuevo.
merge-conflict = Conflicto: se corrigió de maneras distintas { $what }; se conservan ambas versiones. `checkin history show { $id }` las muestra.
merge-drafts-left = { $count ->
    [one] { $count } registro abierto del otro historial se queda allí hasta que se termine
   *[other] { $count } registros abiertos del otro historial se quedan allí hasta que se terminen
}.
merged-check-in-of = el registro del { $day }
merged-event-of = el suceso del { $day }
merged-step-of = el paso del { $day }
verified-log = { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
} del diario de { $devices ->
    [one] { $devices } equipo
   *[other] { $devices } equipos
}, { $records ->
    [one] { $records } anotación
   *[other] { $records } anotaciones
}, { $definitions ->
    [one] { $definitions } definición
   *[other] { $definitions } definiciones
}.
verified-scores = Puntuaciones calculadas de nuevo: { $count ->
    [one] { $count } registro
   *[other] { $count } registros
}. Copias de seguridad íntegras: { $backups }.
verified-whole = El historial está como se escribió.
a-backup-not-as-written = la copia de seguridad { $name } no es lo que se escribió
a-backup-is-damaged = una copia de seguridad está dañada
make-new-backup = el historial en sí está íntegro; `checkin backup` hace una copia de seguridad nueva
history-is-damaged = el historial está dañado

## The settings shown

setting-head = Ajuste
value-head = Valor
from-head = Origen
meaning-head = Significado
setting-line = { $key }: { $value }, origen: { $origin }; { $about }.
setting-unset = De vuelta al valor inicial: { $key } es { $value }.
due-not-renewed = El día del próximo registro aún no se ha calculado de nuevo; lo hace `checkin status`:
setting-set = Ajustado: { $key } es ahora { $value }.
language-not-spoken = checkin habla inglés, español y alemán (en, es, de) y sigue en inglés. Los cuestionarios se muestran en `{ $language }` si hay una traducción; si no, tal como están escritos.
alias-line = alias { $name }: { $words }
passphrase-command-line = passphrase_command: { $command } muestra la frase de contraseña
contact-line = contacto { $name }: aparece primero en `checkin resources`
origin-default = valor inicial
origin-file = archivo
origin-environment = entorno { $name }
origin-option = opción { $name }
about-region = país cuyas líneas de apoyo se muestran
about-questionnaire = cuestionario del registro semanal
about-weekday = día en que toca el registro
about-day-end = hora en que termina un día; lo anterior a ella pertenece al día previo
about-language = idioma de lo que se pregunta y se dice; `de` y `es` están incluidos
about-context = si se ofrece el contexto de la semana después de un registro
about-plain = si todo se pregunta línea a línea
about-color = cuándo lleva color la terminal
about-contrast = si el énfasis prescinde de colores y de texto tenue
takes-region = una región de `checkin resources --all`, o `none`
takes-questionnaire = un id de `checkin questionnaires list`
takes-weekday = monday, tuesday, wednesday, thursday, friday, saturday o sunday
takes-day-end = una hora como 04:00
takes-language = una etiqueta como `es` o `pt-BR`, o `none`
takes-truth = true o false
takes-color = auto, always o never
takes-contrast = normal o high

## The settings file that explains itself

settings-file-head =
    # Ajustes de checkin. Una línea que empieza con # está desactivada: quita el # y
    # cambia lo que sigue al signo igual. `checkin config` muestra lo que vale.
settings-file-takes = Admite { $values }.
settings-file-passphrase = Un programa que escribe la frase de contraseña de un historial cifrado, con sus argumentos.
settings-file-aliases = Nombres cortos para órdenes; una lista donde una palabra lleva un espacio.
settings-file-contacts = Personas a las que acudir, mostradas antes que las demás líneas de apoyo; tantas como quieras.

## Reminders

system-reminder = `{ $name }` es de { $system }
reminder-can-be-printed = `checkin remind { $name }` lo muestra; `checkin remind` enumera todas las maneras
reminder-by-hand = `{ $name }` solo se puede poner a mano
reminder-text-to-write = Se escribirá, { $place }:
reminder-text-to-replace = En lugar de lo que ya hay, { $place }:
reminder-to-call = Se llamará: { $call }
reminder-to-remove = Se eliminará: { $place }
do-this = ¿Hacerlo?
asked-nothing-yes = para que no se pregunte nada, usa `--yes`
reminder-half-installed = los archivos están escritos; haz tú la llamada, o `checkin remind { $name } --remove` los quita
reminder-as-before = el recordatorio anterior está de nuevo en su sitio
reminder-taken-back = los archivos escritos se han quitado o están como antes; el recordatorio no está instalado
reminder-left = estos se escribieron y no se pudieron quitar: { $files }
reminder-handed-over = Entregado a tu calendario, que quizá pregunte si guardarlo. La cita acaba cuando la quitas del calendario.
event-stays-in-calendar = La cita sigue en tu calendario hasta que la quites allí.
reminder-installed = Instalado: { $name }. `checkin remind { $name } --remove` lo quita.
reminder-program-missing = No se ha encontrado aquí: { $programs }. Hablará cuando esté instalado.
reminder-not-there = No hay ningún recordatorio con { $name }.
reminder-removed = Eliminado: { $name }.
reminder-removed-all-the-same = { $reason }. Lo que se escribió para él se elimina de todos modos.
reminder-not-installed = no se puede instalar el recordatorio
force-replaces = `--force` lo reemplaza
the-crontab = el crontab
cannot-change = no se puede cambiar { $name }
links-not-followed = un enlace nunca se sigue; pon a mano las líneas mostradas
table-is-there = `{ $header }` ya está en él
put-in-by-hand = quítalo, o pon a mano las líneas mostradas; no se cambió nada
block-is-broken = las líneas `{ $begin }` y `{ $end }` no están ahí una vez cada una, en este orden
correct-lines-by-hand = corrige estas líneas a mano; no se ha cambiado nada
no-calendar-started = no se pudo iniciar ningún calendario
open-with-calendar = abre `{ $path }` con tu calendario
other-ways-to-remind = quizá este sistema no tenga cron; `checkin remind` muestra las otras formas
call-failed = `{ $call }` falló
crontab-not-utf8 = el crontab no es texto UTF-8
call-ended-with = terminó con { $status }
no-home-folder = el sistema no dice cuál es la carpeta personal
no-program-path = el sistema no dice la ruta de este programa
cannot-locate = no se puede saber dónde está `{ $path }`
path-not-for-reminder = la ruta `{ $path }` no puede estar en un recordatorio
path-must-be-text = debe ser Unicode sin caracteres de control
reminder-installed-mark = en uso
quiet-until = En silencio hasta el { $moment }.
ways-not-found = No se han encontrado aquí: { $names }.
remind-prints-one = `checkin remind MANERA` muestra uno.
way-systemd = Notificación por un temporizador de systemd de tu cuenta
way-launchd = Notificación por launchd, en macOS
way-task-scheduler = Mensaje del Programador de tareas, en Windows
way-cron = Notificación por cron
way-calendar = Cita semanal en un calendario (archivo iCalendar)
way-shell = Línea al iniciar { $shell }
way-prompt = Palabra en el prompt de { $prompt }
advice-powerlevel10k = Ponlo en ~/.p10k.zsh, y `checkin` entre los elementos de POWERLEVEL9K_RIGHT_PROMPT_ELEMENTS. Quítalo también ahí.
advice-calendar = Ábrelo con tu calendario, o lo hace `checkin remind calendar --install`. Un calendario no puede saber cuándo está hecho un registro; elimina la cita allí.
advice-foreign = Es de { $system }; `checkin remind { $name } --install` funciona allí.
way-without-time = el recordatorio `{ $name }` no tiene hora: llega cuando se abre una terminal
ways-with-time = quita `--at`; lo admiten `systemd`, `launchd`, `task-scheduler`, `cron` y `calendar`
advice-install = Aún no se ha cambiado nada. `checkin remind { $name } --install` lo pone en su sitio, `--remove` lo quita.
place-end-of = al final de { $path }
place-crontab = al final de tu crontab
place-by-hand = para poner a mano
day-not-to-come = { $day } no es un día por venir
quiet-year-at-most = los recordatorios pueden callar un año como máximo
remove-for-good = `checkin remind MANERA --remove` quita uno para siempre

## Questionnaires: adding, removing, writing, adopting

file-has-mistakes = el archivo tiene errores; no se ha añadido nada
correct-and-try-again = corrígelos e inténtalo de nuevo
translation-added = Añadida: la traducción { $name }.
translation-removed = Eliminada: la traducción { $name }.
no-own-translation = no tienes ninguna traducción `{ $name }`
id-of-built-in = `{ $id }` es el id de un cuestionario incluido
give-another-id = da otro id al tuyo, y al archivo ese mismo nombre
as-gives-another = `--as ID` da otro
questionnaire-added = Añadido: { $id } { $version }. Se responde con `checkin start { $id }`.
questionnaire-replaced = Reemplazado: { $id } { $version }. Se responde con `checkin start { $id }`.
built-in-stays = `{ $id }` está incluido y se queda
config-chooses-another = `checkin config set questionnaire ID` elige otro para cada semana
is-included-by = `{ $id }` forma parte de { $users }
remove-those-first = elimina o cambia antes esos
questionnaire-removed = Eliminado: { $id }. Los registros pasados siguen siendo legibles.
was-weekly = Era el cuestionario semanal; `checkin config set questionnaire weekly` elige otro.
have-questionnaire-already = ya tienes un cuestionario `{ $id }`
as-or-replace = `--as ID` da otro id, `--replace` lo reemplaza
definition-not-written = la definición tiene errores; no se ha escrito nada
replace-replaces-file = `--replace` reemplaza un archivo que ya existe
definition-written =
    Escrito: { $path }
    Edítalo, y luego `checkin questionnaires check { $path }` y `checkin questionnaires add { $path }`.
questionnaire-cannot-be-written = el cuestionario no se puede escribir así
try-other-words = no se ha escrito nada; inténtalo de nuevo con otras palabras
never-replaced = un archivo que ya existe nunca se reemplaza; elige otro id u otra carpeta
no-such-key = no hay ninguna clave `{ $name }`
keys-are-listed = `checkin questionnaires adopt` enumera las que hay
wording-file-unusable = `{ $path }` no se puede usar
correct-wording-file = no se ha añadido nada; corrige el archivo e inténtalo de nuevo
wording-does-not-fit = la redacción no encaja con la clave
one-item-a-line = un ítem por línea; no se ha añadido nada
keys-need-your-copy = La redacción sale de tu propio ejemplar: checkin questionnaires adopt KEY
look-at-copy = Mira tu ejemplar: { $caution }
now-the-items = Ahora los ítems, como los redacta tu ejemplar.
item-number-of = Ítem { $number } de { $of }
typed-before = Ya escribiste { $count ->
    [one] una línea
   *[other] { $count } líneas
} de esta copia.
typed-go-on = Seguir a partir de ahí
typed-look-again = Repasarlo para cambiar algo
typed-is-kept = lo que escribiste se conserva; `checkin questionnaires adopt { $key }` sigue con ello
move-typed-away = muévelo a otro sitio para empezar de nuevo
wording-takes-file = `--wording ARCHIVO` toma la redacción de un archivo, un ítem por línea
options-of-scale = Opciones de respuesta de `{ $scale }`{ $ends }:
label-of-value = Etiqueta de la respuesta que cuenta { $value }
labels-in-file = o dalas en el archivo de `--wording`: una línea [{ $scale }], luego `{ $value } = …` y así
ends-of-scale = { $lowest } significa { $low }, { $highest } significa { $high }
key-asks-nothing = la clave `{ $key }` no pregunta nada
leave-choose-out = quita `--choose`
no-answer-to = `{ $given }` no es una respuesta a: { $question }
choose-takes = `--choose` admite uno de { $choices }
i-do-not-know = No lo sé
your-copy-says = Tu ejemplar dice
or-answer-with-choose = o responde con `--choose`, uno de { $choices }
key-needs-answer = sin esta respuesta la clave no se puede usar
look-it-up = búscalo en tu ejemplar; no se ha añadido nada
yes-confirms-items = `--yes` confirma que los ítems son como se muestran
items-at-their-numbers = ¿Está cada ítem de tu ejemplar en su número?
not-confirmed = no confirmado; no se ha añadido nada
order-of-key = pon los ítems en el orden de la clave, o empieza cada línea con su número (`3. …`)
is-published-wording = ¿Es la redacción publicada, sin cambios, o una traducción oficial?
part-reverse-scored = { $title }, de puntuación invertida
answers-by-scale = respuestas: { $scale }
shows-support = muestra las líneas de apoyo
what-is-it-about = ¿De qué trata, para quien responde?
now-your-items = Ahora los ítems, uno por línea: primera persona, la última semana, una idea cada uno. Una línea vacía termina.
item-number = Ítem { $number }
samples-put-in = Se ponen tres ítems de ejemplo; cámbialos.
is-last-reversed = ¿Está el último ítem redactado al revés?
is-high-good = ¿Es una puntuación alta una buena señal?

## Importing a questionnaire

import-refused = `{ $file }` no se acepta
report-says-what = el informe dice qué y dónde; docs/importing.md dice qué significa cada código
names-none-of-several = `{ $id }` no nombra ninguno de los cuestionarios del archivo, o no solo uno
several-in-file = el archivo contiene varios cuestionarios
id-says-which = `--id NOMBRE` dice cuál
which-of-several = ¿Qué cuestionario?
file-does-not-fit-key = el archivo no encaja con la clave `{ $key }`
items-in-order-of-key = `--items a,b,c` nombra los ítems en el orden de la clave; no se ha añadido nada
confirm-confirms-here = `--confirm` lo confirma aquí
not-called-validated = No se llama validado: los valores y etiquetas del archivo no son los que nombra la clave, y no se preguntó si la redacción es la publicada.
cannot-score-like-that = esto no se puede puntuar así
values-of-options = `--values ÍTEM=0,1,2` da los valores de las opciones de un ítem; no se ha añadido nada
key-in-words = Clave: { $key }
is-key-of-yours = ¿Es esta la clave de tu cuestionario?
key-to-be-confirmed = falta confirmar la clave; no se ha añadido nada
confirm-or-unscored = `--confirm` la confirma; sin `--score` los ítems se toman sin puntuación
score-by-mean = { $title }: promedio de { $items }; { $reverse }
score-by-sum = { $title }: suma de { $items }; { $reverse }
none-reverse-scored = ninguno de puntuación invertida
these-reverse-scored = de puntuación invertida: { $items }
values-unreadable = no se puede leer `--values { $text }`
values-like = escribe 0,1,2,3 o ITEM=0,1,2,3, `order` o `codes`
not-item-with-options = `{ $item }` no es aquí un ítem con opciones
report-lists-items = el informe enumera los ítems que se tomaron
no-score-described = el archivo no describe ninguna puntuación que se pueda tomar
score-makes-one = `--score sum` o `--score mean` con `--items` hace una
please-give-numbers = Escribe { $count } números, por favor.
no-values-given = El archivo no da valores para: { $options } ({ $count ->
    [one] { $count } ítem
   *[other] { $count } ítems
}).
some-values-given = El archivo solo da valores para algunas de: { $options } ({ $count ->
    [one] { $count } ítem
   *[other] { $count } ítems
}).
equal-values-given = El archivo da valores iguales a algunas de: { $options } ({ $count ->
    [one] { $count } ítem
   *[other] { $count } ítems
}).
no-score-for-now = Por ahora ninguna puntuación
as-file-says = Como dice el archivo: { $score }
sum-of-all = La suma de { $count ->
    [one] { $count } ítem
   *[other] los { $count } ítems
}
mean-of-all = El promedio de { $count ->
    [one] { $count } ítem
   *[other] los { $count } ítems
}
score-beside-key = { $score }; la clave { $key } cuenta { $count }
score-by-key = Con la clave { $key } de checkin: { $title }, { $count ->
    [one] { $count } ítem
   *[other] { $count } ítems
}
score-without-key = Sin clave: por lo que dice el archivo, o de ningún modo
how-scored = ¿Cómo se puntúa?
which-reverse-scored = ¿Cuáles son de puntuación invertida?
report-taken = { $count ->
    [one] Tomado: { $count } ítem
   *[other] Tomados: { $count } ítems
}
report-left = No tomado
report-refused = No aceptado
report-about-key = Sobre la clave, por confirmar
report-to-know = Para saber
report-score-described = El archivo describe una puntuación ({ $because }): { $score }
report-scored-by-key = Se puntúa con la clave `{ $key }`.
report-score-confirmed = Puntuación, como se confirmó: { $score }
report-score-asked = Puntuación, como la pediste: { $score }
report-no-score = Ninguna puntuación: el archivo por sí solo no da ninguna clave. `--key CLAVE`, o `--score` con `--items` y `--reverse`, hace una.
report-numbered = Las opciones de { $count ->
    [one] { $count } ítem
   *[other] { $count } ítems
} solo están numeradas en el orden del archivo; `--values` da sus valores.
takes-any-of = cualquiera de: { $options }
takes-number-between = un número de { $min } a { $max }
takes-yes-or-no = sí o no
takes-words = palabras

## Importing old check-ins

file-not-table = `{ $name }` no se puede leer como tabla
rows-do-not-fit = `{ $name }` tiene filas que no encajan
and-more = y { $count } más
row-in-future = línea { $line }: `{ $date }` aún no ha llegado
columns-left = Columnas que no se toman: { $columns }.
date-format-tells-no-day = `--date-format { $format }` no da un día
date-format-signs = %Y es el año, %y uno de dos cifras, %m el mes y %d el día: %d.%m.%Y
imported-with-answers = { $count ->
    [one] { $count } registro
   *[other] { $count } registros
} con respuestas de { $questionnaire }
imported-with-scores = { $count ->
    [one] { $count } registro
   *[other] { $count } registros
} solo con puntuaciones de { $questionnaire }
imported-with-both = { $count ->
    [one] { $count } registro
   *[other] { $count } registros
} ({ $alone } de las filas solo con puntuaciones) de { $questionnaire }
imported-known = { $count } ya estaban
imported-erased = { $count } eliminados antes, no incluidos
imported-done = Importado: { $what }.
import-to-confirm = falta confirmar la importación de { $what }
import-question = ¿Importar { $what }?
yes-imports = `--yes` importa sin preguntar
score-differs-in-file = línea { $line }: `{ $score }` en el archivo no es lo que dan sus respuestas; se guarda lo que estas dan
row-unwritable = una fila no se puede escribir
not-column-and-target = `{ $text }` no tiene la forma COLUMN=TARGET
no-such-column = no hay ninguna columna `{ $name }`
columns-are = las columnas son { $columns }
one-date-column = una columna debe contener la fecha
map-names-date = `--map COLUMNA=date` la nombra; las columnas son { $columns }
no-column-is-known = ninguna columna es un ítem o una puntuación de `{ $id }`
map-names-item = `--map COLUMNA=ÍTEM` nombra una; las columnas son { $columns }
what-does-column-hold = ¿Qué contiene `{ $name }`? Un ítem, una puntuación, date, o - para nada
neither-item-nor-score = `{ $target }` no es ni un ítem ni una puntuación de `{ $id }`
columns-hold-same = tanto `{ $one }` como `{ $two }` contienen `{ $target }`
map-leaves-out = `--map '{ $name }=-'` deja una fuera; no se ha importado nada
items-and-scores-listed = `checkin questionnaires show { $id }` muestra ambos

## Trends of a file

range-takes-two = `--range` admite una puntuación mínima y una máxima
range-is-empty = el rango de { $low } a { $high } está vacío
lowest-first = escribe primero la puntuación más baja posible
prior-spread-above-0 = `--prior-spread` debe ser mayor que 0
problem-of-file = `{ $name }`: { $problem }
not-csv = no es CSV: { $cause }
cells-and-heads = { $cells } celdas donde la primera línea tiene { $heads }
not-a-day = `{ $text }` no es un día como 2026-11-20
lines-unusable = algunas líneas no se pueden usar; no se ha analizado nada
columns-range-decimals = `--column` elige las columnas con puntuaciones, `--range MÍN MÁX` dice qué es posible; los decimales llevan punto
write-commas = escribe comas entre las columnas, no puntos y coma ni tabuladores
first-line-names-columns = la primera línea nombra las columnas; una de ellas es `date`
no-date-column = no hay ninguna columna `date`
no-score-column = no hay ninguna columna de puntuaciones
not-a-number = `{ $text }` no es un número
outside-possible-range = `{ $text }` está fuera del rango de { $low } a { $high }
scores-on-0-to-100 = { $name } (puntuaciones de 0 a 100)
confirmed-mark = confirmado
no-scores-in-column = Ninguna puntuación.

## Manual pages

no-such-command = no hay ninguna orden `{ $name }`
commands-are-listed = `{ $command } help` enumera las órdenes
manual-not-written = no se puede escribir el manual
force-replaces-pages = `--force` reemplaza las páginas que ya existen
pages-written = Escrito: { $count } páginas en { $folder }

## In several places

cannot-make-folder = no se puede crear la carpeta `{ $path }`
cannot-remove = no se puede eliminar `{ $path }`
nothing-was-imported = no se ha importado nada
their-values = Sus valores, con comas, o `none` para dejarlas sin puntuación

## Why a recovery key or a wording does not fit

recovery-key-length = una clave de recuperación tiene 14 grupos de 4, esta tiene { $count } letras y cifras
recovery-key-sign = una clave de recuperación solo tiene letras, sin I, L, O, U, y cifras
recovery-key-checksum = su último grupo no encaja con los demás; al menos un carácter está mal escrito
key-item-count = la clave tiene { $expected } ítems, la redacción { $found }
key-label-count = la escala `{ $scale }` tiene { $expected } valores, la redacción da { $found } etiquetas para ella
key-depends-on = la clave depende de `{ $question }`, que es uno de { $choices }
wording-unknown-scale = línea { $line }: la clave no tiene ninguna escala `{ $name }`; tiene { $known }
wording-no-label = línea { $line }: una opción de respuesta se escribe `value = label`, como `{ $example } = …`
wording-value = línea { $line }: la escala `{ $scale }` tiene los valores { $values }, cada uno una vez
wording-incomplete = las etiquetas de `{ $scale }` no están completas; tiene los valores { $values }
wording-number = línea { $line }: el número de ítem { $number } está dos veces o pasa de { $items }
wording-partly = la línea { $line } no lleva número como la línea { $numbered }; numera cada ítem, de `1.` a `{ $items }.`, o ninguno
wording-misplaced = la línea { $line } empieza por { $number } y por su lugar es el ítem { $place }; escribe `{ $number }.` para que valgan los números

## What a row of old check-ins does not fit in

row-without-date-column = ninguna columna contiene la fecha
row-cell-empty = `{ $column }` está vacía
row-date-of-other-form = la fecha en `{ $column }` no tiene la forma { $format }; `--date-format` indica otra
row-date-before-1900 = la fecha en `{ $column }` es anterior a 1900; `--date-format` con %y lee años de dos cifras
row-without-answer = `{ $column }` no contiene ninguna respuesta a `{ $item }`
row-without-value = `{ $column }` no contiene ningún valor de `{ $score }`, que va de { $from } a { $to }

## Qué está mal en una línea de órdenes

not-an-id = `{ $id }` no puede ser el nombre de un cuestionario
ids-are-made-of = usa hasta 60 letras minúsculas de la a a la z, cifras y guiones sueltos, con una letra al principio
a-few-questions = Unas preguntas sobre la semana pasada.
no-such-option = aquí no hay ninguna opción `{ $option }`
unexpected-word = `{ $word }` sobra
value-missing = a `{ $argument }` le falta un valor
value-not-taken = `{ $argument }` no admite `{ $value }`
values-there-are = admite { $values }
not-together = `{ $argument }` no puede ir junto con `{ $other }`
argument-missing = falta: { $argument }
command-missing = no se dice qué hacer
line-not-utf8 = la línea de órdenes no es UTF-8
as-a-word = para escribirlo como palabra, pon `--` delante: `-- { $word }`
form-is = se usa así: `{ $form }`; más con `--help`
write-a-day = escribe un día como 2026-11-20
no-such-day = el calendario no tiene ese día; escribe uno como 2026-11-20
write-a-time = escribe una hora como 16:00
write-a-length = escribe horas, días o semanas, como 3h, 2d o 1w
write-a-number = escribe un número de { $from } a { $to }
write-a-whole-number = escribe un número entero, como 3
write-a-decimal = escribe un número, como 62.5
