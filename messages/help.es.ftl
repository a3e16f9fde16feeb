# La ayuda en español; las claves son las de help.en.ftl.

help = Un registro semanal y privado para quienes prestan atención en salud mental
help--more =
    Un registro semanal y privado para quienes prestan atención en salud mental

    Una vez por semana, en unos tres minutos, respondes algunas preguntas sobre las condiciones de tu trabajo y sobre ti. Todo se queda en este equipo. Sin ninguna orden, checkin hace lo que toca: el primer registro, uno que quedó a medias, el que está pendiente, o el estado.
help--examples =
    Ejemplos:
      checkin                       hace lo que toca
      checkin start pulse           ocho preguntas en lugar de las habituales
      checkin history show          el último registro, respuestas y puntuaciones
      checkin explain last strain.strain
                                    cómo se obtuvo un número

    Es un autoinforme y no un diagnóstico. Los cuestionarios incluidos no son instrumentos validados.
help--data-dir = Carpeta del historial y de los ajustes (también `CHECKIN_DATA_DIR`)
help-heading-for-every-command = Para todas las órdenes
help-word-folder = CARPETA
help--plain = Preguntar y responder línea a línea, sin mover el cursor ni dibujar recuadros (también `CHECKIN_PLAIN=1`)
help--passphrase-file = Leer la frase de contraseña de un historial cifrado en la primera línea de un archivo
help-word-file = ARCHIVO
help--passphrase-fd = Leer la frase de contraseña de un historial cifrado en un descriptor de archivo abierto
help-start = Hacer un registro
help-start--examples =
    Ejemplos:
      checkin start                        el registro semanal
      checkin start pulse                  ocho preguntas
      checkin start --date 2026-11-13      una entrada tardía, para ese día
      checkin start --answers week.json    sin preguntas
      checkin start --answers - < week.toml

    Un archivo de respuestas, cada una un valor o una etiqueta: {"{"}"answers": {"{"}"support.heard": 4, "support.alone": "skipped"{"}"}, "note": "…"{"}"}
help-start--questionnaire = Cuestionario que se responde (por omisión: el del registro semanal)
help-word-questionnaire = CUESTIONARIO
help-start--date = Día de una entrada tardía
help-start--answers = Tomar las respuestas de un archivo TOML o JSON (- para la entrada estándar), sin preguntas
help-start--new = Empezar un registro nuevo aunque haya uno abierto
help-start--json = Mostrar como JSON el registro terminado
help-status = Mostrar el último registro, cuándo toca el próximo y los que están abiertos
help-status--examples =
    Ejemplos:
      checkin status
      checkin status --due && echo 'time to check in'

    --due no lee el historial ni los ajustes y no pide nada. Su código de salida es 0 cuando hay un registro pendiente, y 3 cuando no lo hay, durante unas vacaciones o un permiso y mientras los recordatorios están en silencio; cualquier otro código es un fallo.
help-status--due = No mostrar nada; código de salida 0 cuando hay un registro pendiente, 3 cuando no
help-status--json = Mostrar como JSON
help-history = Listar, mostrar, corregir, eliminar o importar registros pasados; listar exportaciones
help-history--examples =
    Ejemplos:
      checkin history                      todos
      checkin history show                 el último
      checkin history edit last --set support.heard=often
      checkin history delete 1a2b3c4d
help-history-list = Listar los registros pasados, los más antiguos primero
help-history-list--examples =
    Ejemplos:
      checkin history list
      checkin history list --last 10
      checkin history list --since 2026-09-01 --questionnaire weekly --json
help-history-list--since = Solo a partir de este día
help-history-list--until = Solo hasta este día
help-history-list--last = Solo los últimos, tantos como indiques
help-word-number = NÚMERO
help-history-list--questionnaire = Solo los de este cuestionario
help-history-list--json = Mostrar como JSON
help-history-show = Mostrar un registro pasado: respuestas, notas, contexto y puntuaciones
help-history-show--examples =
    Ejemplos:
      checkin history show                 el último
      checkin history show 2026-11-13
      checkin history show last --json
help-history-show--check-in = Registro: su id, su fecha, o `last`
help-word-check-in = REGISTRO
help-history-show--json = Mostrar como JSON
help-history-edit = Corregir un registro pasado; lo que había antes se conserva
help-history-edit--examples =
    Ejemplos:
      checkin history edit last                              elegir qué corregir o añadir
      checkin history edit last --set support.heard=often --set support.alone=skipped
      checkin history edit last --set context.client-hours=25
      checkin history edit 2026-11-13 --note 'On call all week'
help-history-edit--check-in = Registro: su id, su fecha, o `last`
help-history-edit--set = Respuesta nueva: id del ítem, signo igual, y una etiqueta como `often` o `almost-always`, o el valor como en un archivo de respuestas
help-word-item = ÍTEM
help-word-value = VALOR
help-history-edit--note = Nota nueva al registro entero; si está vacía, se quita
help-word-note = NOTA
help-history-edit--take = Tras una fusión, la versión con la que seguir, de las que muestra `history show`; 0 es la actual
help-history-edit--date = Nuevo día del registro
help-history-delete = Eliminar un registro, una nota, un suceso o un paso; su contenido se borra
help-history-delete--examples =
    Ejemplos:
      checkin history delete 1a2b3c4d
      checkin history delete last --yes

    El diario conserva que se eliminó algo, no qué. Las copias que hiciste en otro lugar siguen ahí.
help-history-delete--id = Registro, nota, suceso o paso: su id; para un registro también su fecha o `last`
help-history-delete--yes = No preguntar
help-history-exports = Listar lo que se exportó, cuándo y con qué opciones; lo más antiguo primero
help-history-exports--examples =
    Ejemplos:
      checkin history exports
      checkin history exports --json
help-history-exports--json = Mostrar como JSON
help-history-import = Importar al historial registros o puntuaciones antiguos desde un archivo CSV
help-history-import--more =
    Importar al historial registros o puntuaciones antiguos desde un archivo CSV

    Las columnas se reconocen por su nombre: `date`, ítems, puntuaciones. Si una fila tiene respuestas, las puntuaciones se calculan; si solo tiene puntuaciones, se guardan tal como están. En ambos casos quedan marcadas como importadas. Importar otra vez el mismo archivo no cambia nada.
help-history-import--examples =
    Ejemplos:
      checkin history import old.csv --questionnaire who-5
      checkin history import scores.csv --map 'total=support.support' --map 'when=date' --map 'notes=-' --yes
      checkin history import old.csv --date-format %d.%m.%Y
help-history-import--file = Archivo CSV con encabezado (- para la entrada estándar)
help-history-import--questionnaire = Cuestionario que se respondió (por omisión: el del registro semanal)
help-history-import--map = Qué contiene una columna: `date`, un ítem, una puntuación, o `-` para nada
help-word-column = COLUMNA
help-word-target = DESTINO
help-history-import--date-format = Forma de las fechas: %Y año, %m mes, %d día
help-word-form = FORMA
help-history-import--same-day = Añadir como segundo registro las filas de un día que ya tiene otro del cuestionario
help-history-import--yes = Importar sin preguntar
help-history-import--json = Mostrar como JSON lo que se importó
help-explain = Mostrar cómo se obtuvo cada número de un registro
help-explain--examples =
    Ejemplos:
      checkin explain                       todas las puntuaciones del último registro
      checkin explain last strain.strain
      checkin explain 2026-11-13 weekly.resources --json
help-explain--check-in = Registro: su id, su fecha, o `last`
help-explain--score = Puntuación que se explica, por ejemplo `strain.strain` (por omisión: todas)
help-word-score = PUNTUACIÓN
help-explain--json = Mostrar como JSON
help-trends = Mostrar cada puntuación a lo largo del tiempo
help-trends--examples =
    Ejemplos:
      checkin trends                                todas las puntuaciones, en pequeño
      checkin trends strain                         una puntuación, en grande
      checkin trends strain --since 2026-01-01
      checkin trends --view calendar                semanas con registro y sin él
      checkin trends --view map                     desgaste frente a recursos
      checkin trends --browse                       moverse entre puntuaciones y semanas
      checkin trends --json
      checkin trends --file scores.csv --items 10 --range 10 50

    En la fila de barras de la tabla, un punto es una semana sin registro, ~ vacaciones, permiso o enfermedad, ? muy pocas respuestas.
help-trends--scores = Puntuaciones que se muestran, por ejemplo `strain` o `weekly.resources` (por omisión: todas)
help-trends--view = Gráfico que se dibuja (por omisión: chart para una puntuación, small para todas)
help-word-picture = GRÁFICO
help-trends--view--value-chart = Cada puntuación como línea en el tiempo, con su rango habitual
help-trends--view--value-small = Todas las puntuaciones juntas, en pequeño
help-trends--view--value-table = Último valor y el anterior, semana a semana
help-trends--view--value-calendar = Semanas con registro y sin él
help-trends--view--value-map = Desgaste frente a recursos
help-trends--browse = Moverse entre puntuaciones y semanas en toda la pantalla, y ver las respuestas de cada punto
help-trends--last = Semanas que se repasan, incluida la última
help-trends--since = Primer día que se mira; su semana se muestra entera
help-trends--until = Último día que se mira (por omisión: hoy); los registros posteriores tampoco entran en la comparación
help-trends--file = Analizar un archivo CSV con una columna `date` y columnas de puntuaciones (- para la entrada estándar)
help-trends--column = Columna que se analiza (por omisión: todas menos `date`)
help-word-name = NOMBRE
help-trends--items = Ítems de la puntuación, cada uno con cinco opciones; fija la dispersión mínima
help-trends--range = Puntuación mínima y máxima posibles
help-word-min = MÍN
help-word-max = MÁX
help-trends--series = Series que se juzgan en conjunto
help-trends--prior-spread = Dispersión que se supone al principio en las puntuaciones de una persona, en puntos de 0 a 100
help-word-points = PUNTOS
help-trends--json = Mostrar como JSON
help-report = Mostrar la página para supervisión, como la escribe `export`
help-report--examples =
    Ejemplos:
      checkin report
      checkin report --last 26 --include events,steps,notes
      checkin report --without stigma --no-questions
      checkin report --json

    `checkin export` la escribe en HTML, Markdown, CSV o JSON.
help-report--last = Semanas que se repasan, incluida la última
help-report--since = Primer día que se mira; su semana se muestra entera
help-report--until = Último día que se mira (por omisión: hoy); los registros posteriores tampoco entran en la comparación
help-report--since-last = Empezar el día siguiente al último de la exportación anterior
help-report--include = Qué se incluye además de las puntuaciones (por omisión: events,steps)
help-word-parts = PARTES
help-report--include--value-events = Vacaciones o permisos, incidentes, puestos nuevos
help-report--include--value-steps = Pasos y cómo fueron
help-report--include--value-notes = Notas, también las de registros e ítems
help-report--include--value-answers = Las respuestas, una a una
help-report--include--value-context = El contexto de la semana
help-report--include--value-none = Nada más que las puntuaciones
help-report--private = Ítem privado que se incluye con las respuestas, por su id
help-report--only = Solo estas puntuaciones, y de las respuestas solo las que las forman
help-word-scores = PUNTUACIONES
help-report--without = Sin estas puntuaciones
help-report--question = Pregunta para conversar, en lugar de las que se eligen por lo que ha cambiado
help-word-text = TEXTO
help-report--no-questions = Ninguna pregunta
help-report--json = Mostrar como JSON
help-export = Escribir la página para supervisión, tras mostrar exactamente qué se incluye
help-export--examples =
    Ejemplos:
      checkin export                                  pregunta, muestra la página, escribe HTML
      checkin export --format md --last 26
      checkin export --include events,steps,notes --without stigma
      checkin export --format json -o - --yes
      checkin export -o - --yes | age -r RECIPIENT > page.html.age    cifrada para quien te supervisa

    Las notas, las respuestas una a una y el contexto de la semana quedan fuera si no los pides. Los ítems privados solo se incluyen si los nombras. Qué se exportó, cuándo y con qué opciones, queda guardado: `checkin history exports`.
help-export--format = Formato de la página (por omisión: según la extensión de --output; si no, html)
help-word-format = FORMATO
help-export--format--value-html = Un archivo HTML, que se imprime en una página A4
help-export--format--value-md = Markdown
help-export--format--value-txt = Texto como en una terminal
help-export--format--value-csv = Las puntuaciones, una fila por registro y puntuación
help-export--format--value-json = Todo lo elegido, como JSON
help-export--format--value-ndjson = Lo mismo, un objeto por línea
help-export--format--value-fhir = Bundle FHIR R4 de las puntuaciones, y de las respuestas si se incluyen
help-export--format--value-pdf = PDF, si esta compilación lo escribe
help-export--output = Archivo o carpeta donde escribir, o - para la salida estándar (por omisión: esta carpeta)
help-export--template = Plantilla Typst para el PDF, en lugar de la incluida
help-export--force = Escribir encima de un archivo que ya existe
help-export--open = Abrir el archivo escrito
help-export--yes = No preguntar; se incluye lo que dicen las opciones
help-export--last = Semanas que se repasan, incluida la última
help-export--since = Primer día que se mira; su semana se muestra entera
help-export--until = Último día que se mira (por omisión: hoy); los registros posteriores tampoco entran en la comparación
help-export--since-last = Empezar el día siguiente al último de la exportación anterior
help-export--include = Qué se incluye además de las puntuaciones (por omisión: events,steps)
help-export--include--value-events = Vacaciones o permisos, incidentes, puestos nuevos
help-export--include--value-steps = Pasos y cómo fueron
help-export--include--value-notes = Notas, también las de registros e ítems
help-export--include--value-answers = Las respuestas, una a una
help-export--include--value-context = El contexto de la semana
help-export--include--value-none = Nada más que las puntuaciones
help-export--private = Ítem privado que se incluye con las respuestas, por su id
help-export--only = Solo estas puntuaciones, y de las respuestas solo las que las forman
help-export--without = Sin estas puntuaciones
help-export--question = Pregunta para conversar, en lugar de las que se eligen por lo que ha cambiado
help-export--no-questions = Ninguna pregunta
help-note = Escribir una nota, o listar las notas
help-note--examples =
    Ejemplos:
      checkin note add 'First week on the new ward'
      checkin note add --date 2026-11-13
      checkin note list

    `checkin history delete ID` borra una.
help-note-add = Escribir una nota; si falta el texto, se pide
help-note-add--examples =
    Ejemplos:
      checkin note add 'First week on the new ward'
      checkin note add --date 2026-11-13
help-note-add--text = La nota
help-note-add--date = Día de la nota
help-note-list = Listar las notas, las más antiguas primero
help-note-list--examples =
    Ejemplos:
      checkin note list
      checkin note list --json
help-note-list--json = Mostrar como JSON
help-event = Marcar vacaciones o permisos, enfermedad, incidentes y otros sucesos, o listarlos
help-event--examples =
    Ejemplos:
      checkin event add leave --from 2026-12-21 --to 2027-01-03
      checkin event add incident --from 2026-11-12 'Assault on the ward'
      checkin event add illness            abierto hasta `checkin event end`
      checkin event end                    de vuelta hoy
      checkin event list

    `checkin history delete ID` borra uno.
help-event-add = Marcar un suceso; si falta el tipo, se pide
help-event-add--examples =
    Ejemplos:
      checkin event add
      checkin event add leave --from 2026-12-21 --to 2027-01-03
      checkin event add new-role --new-baseline
help-event-add--kind = Tipo de suceso
help-word-kind = TIPO
help-event-add--kind--value-leave = Vacaciones o permiso
help-event-add--kind--value-illness = Ausencia por enfermedad
help-event-add--kind--value-incident = Incidente crítico
help-event-add--kind--value-new-role = Nuevo puesto, equipo o lugar de trabajo
help-event-add--kind--value-supervision = Sesión de supervisión
help-event-add--kind--value-other = Otra cosa
help-event-add--text = Unas palabras sobre el suceso
help-event-add--from = Primer día (por omisión: hoy)
help-event-add--to = Último día, si son varios
help-event-add--new-baseline = Comparar los registros posteriores solo entre sí, desde el primero de este día en adelante
help-event-end = Terminar vacaciones, permiso o enfermedad en curso
help-event-end--examples =
    Ejemplos:
      checkin event end                    de vuelta hoy
      checkin event end --to 2026-11-22
help-event-end--to = Su último día (por omisión: ayer)
help-event-list = Listar los sucesos, los más antiguos primero
help-event-list--examples =
    Ejemplos:
      checkin event list
      checkin event list --json
help-event-list--json = Mostrar como JSON
help-step = Elegir un pequeño paso, decir cómo fue, o listar los pasos
help-step--examples =
    Ejemplos:
      checkin step add 'Ask Sam for ten minutes on Tuesday'
      checkin step answer yes
      checkin step answer partly 1a2b3c4d
      checkin step list

    Un paso que no se dio no es un fracaso; dice algo de la semana.

    `checkin history delete ID` borra uno.
help-step-add = Elegir un paso; si falta el texto, se pide
help-step-add--examples =
    Ejemplos:
      checkin step add
      checkin step add 'Ask Sam for ten minutes on Tuesday'
help-step-add--text = En qué consiste
help-step-answer = Decir si se hizo un paso
help-step-answer--examples =
    Ejemplos:
      checkin step answer yes
      checkin step answer partly 1a2b3c4d
help-step-answer--happened = Cómo fue
help-word-happened = RESPUESTA
help-step-answer--happened--value-yes = Se hizo
help-step-answer--happened--value-partly = En parte
help-step-answer--happened--value-no = No se hizo
help-step-answer--happened--value-no-longer-matters = Ahora importa más otra cosa
help-step-answer--id = Paso, por su id (por omisión: el último abierto)
help-step-list = Listar los pasos, los más antiguos primero
help-step-list--examples =
    Ejemplos:
      checkin step list
      checkin step list --json
help-step-list--json = Mostrar como JSON
help-questionnaires = Listar, mostrar, comprobar, escribir, añadir, adoptar, importar y eliminar cuestionarios (también `q`)
help-questionnaires--examples =
    Ejemplos:
      checkin questionnaires list
      checkin questionnaires show support
      checkin questionnaires show weekly --toml
      checkin questionnaires new my-team
      checkin questionnaires check my-team.toml
      checkin questionnaires add my-team.toml
      checkin questionnaires adopt who-5
help-questionnaires-list = Listar los cuestionarios, los incluidos y los tuyos
help-questionnaires-list--examples =
    Ejemplos:
      checkin questionnaires list
      checkin questionnaires list --json
help-questionnaires-list--json = Mostrar como JSON
help-questionnaires-show = Mostrar un cuestionario: ítems, escalas, puntuaciones y de dónde viene
help-questionnaires-show--examples =
    Ejemplos:
      checkin questionnaires show support
      checkin questionnaires show support --toml > my-support.toml
help-questionnaires-show--id = Cuestionario que se muestra
help-questionnaires-show--toml = Mostrar el archivo de definición tal como está
help-questionnaires-show--json = Mostrar como JSON la forma canónica, con las partes incluidas desplegadas
help-questionnaires-check = Comprobar archivos de definición y sus ejemplos de cálculo
help-questionnaires-check--examples =
    Ejemplos:
      checkin questionnaires check my-team.toml
      checkin questionnaires check *.toml --json

    El código de salida es 0 cuando ningún archivo tiene errores, y si no, 1; los avisos no son errores.
help-questionnaires-check--files = Archivos de definición
help-questionnaires-check--json = Mostrar como JSON lo encontrado
help-questionnaires-new = Escribir el esqueleto de un cuestionario tuyo, a partir de unas preguntas
help-questionnaires-new--examples =
    Ejemplos:
      checkin questionnaires new my-team
      checkin questionnaires new my-team --yes      sin preguntas, para editarlo después

    El archivo se escribe en la carpeta actual y pasa `checkin questionnaires check`.
help-questionnaires-new--id = Id con minúsculas, cifras y guiones; también es el nombre del archivo
help-questionnaires-new--title = Título (por omisión: se forma a partir del id)
help-word-title = TÍTULO
help-questionnaires-new--yes = No preguntar nada y escribir un ejemplo para editarlo
help-questionnaires-new--output = Carpeta donde escribir
help-questionnaires-add = Añadir una definición tuya, o reemplazarla por una más nueva
help-questionnaires-add--examples =
    Ejemplos:
      checkin questionnaires add my-team.toml
      checkin questionnaires add my-team.es.toml

    Un ítem o una escala que ya se ha respondido solo puede cambiar junto con la versión.
help-questionnaires-add--file = Archivo de definición, con su id por nombre
help-questionnaires-remove = Eliminar una definición tuya; los registros pasados conservan la suya
help-questionnaires-remove--examples =
    Ejemplos:
      checkin questionnaires remove my-team
help-questionnaires-remove--id = Cuestionario que se elimina
help-questionnaires-adopt = Hacer un cuestionario con la clave de un instrumento publicado y la redacción de tu ejemplar
help-questionnaires-adopt--more =
    Hacer un cuestionario con la clave de un instrumento publicado y la redacción de tu ejemplar

    Las claves son hechos y vienen con checkin; la redacción es de quienes la escribieron y no viene. Si no indicas una clave, muestra las que hay.
help-questionnaires-adopt--examples =
    Ejemplos:
      checkin questionnaires adopt                              las claves que hay
      checkin questionnaires adopt who-5                        pide la redacción
      checkin questionnaires adopt olbi --wording my-copy.txt --choose agree --yes

    El archivo tiene un ítem por línea. Las etiquetas de las opciones de respuesta van debajo de una línea con el nombre de la escala:

      {"["}frequency]
      0 = …
      1 = …

    Si cada línea de ítem empieza con su número (`3. …`), los ítems pueden ir en cualquier orden.
help-questionnaires-adopt--key = Clave que se adopta
help-word-key = CLAVE
help-questionnaires-adopt--wording = Archivo con la redacción de tu ejemplar
help-questionnaires-adopt--choose = Respuesta a lo que la clave pregunta sobre tu ejemplar
help-word-choice = ELECCIÓN
help-questionnaires-adopt--language = Idioma de la redacción, una etiqueta BCP 47
help-word-tag = ETIQUETA
help-questionnaires-adopt--adapted = Tu ejemplar difiere de la redacción publicada; el resultado no se llama validado
help-questionnaires-adopt--yes = Confirmar que los ítems corresponden a la clave tal como se muestra
help-questionnaires-adopt--json = Mostrar como JSON las claves que hay
help-questionnaires-adopt--as-id = Id de la definición, con minúsculas, cifras y guiones
help-questionnaires-adopt--output = Escribir la definición en este archivo, para editarla, sin añadirla
help-questionnaires-adopt--replace = Reemplazar una definición tuya que tiene este id
help-questionnaires-import = Importar un cuestionario de otro programa: FHIR, OpenScales, REDCap, XLSForm, LimeSurvey
help-questionnaires-import--more =
    Importar un cuestionario de otro programa: FHIR, OpenScales, REDCap, XLSForm, LimeSurvey

    Toma lo que se puede preguntar, dice qué dejó y por qué, y no puntúa nada que nadie haya confirmado: las puntuaciones vienen de una clave de checkin (`--key`) o de `--score`, nunca de una suposición. No se descarga nada.
help-questionnaires-import--examples =
    Ejemplos:
      checkin questionnaires import form.json
      checkin questionnaires import who.json --key who-5 --confirm
      checkin questionnaires import dictionary.csv --score sum --items a,b,c --reverse b
      checkin questionnaires import form.json --values 0,1,2,3 --score mean --json

    Los códigos del informe se explican en docs/importing.md.
help-questionnaires-import--file = Archivo que se importa
help-questionnaires-import--from = Formato del archivo (por omisión: se ve en su contenido)
help-questionnaires-import--choices = Hoja choices de un XLSForm guardado en dos archivos CSV
help-questionnaires-import--id = Qué cuestionario del archivo: su id, dirección canónica o nombre de formulario
help-questionnaires-import--language = Idioma de los textos, una etiqueta BCP 47
help-questionnaires-import--unscored = Tomar también los ítems que se pueden preguntar pero no puntuar
help-questionnaires-import--key = Clave de checkin con la que se puntúa la redacción importada
help-questionnaires-import--choose = Respuesta a lo que la clave pregunta sobre el ejemplar
help-questionnaires-import--adapted = La redacción difiere de la publicada; el resultado no se llama validado
help-questionnaires-import--recall-days = Días por los que preguntan los ítems
help-word-days = DÍAS
help-questionnaires-import--values = Valores de las opciones en el orden del archivo, para todos los ítems con ese número de opciones o, como ITEM=0,1,2, para uno; `order` cuenta desde 1, `codes` toma los códigos numéricos del archivo
help-word-values = VALORES
help-questionnaires-import--score = Calcular una puntuación de todos los ítems, o de los de `--items`; `file` toma la que describe el archivo
help-word-method = MÉTODO
help-questionnaires-import--items = Ítems de la puntuación; con `--key`, en el orden de la clave
help-word-items = ÍTEMS
help-questionnaires-import--reverse = Ítems de puntuación invertida
help-questionnaires-import--confirm = Confirmar la clave tal como la muestra el informe
help-questionnaires-import--json = Mostrar el informe como JSON y no preguntar nada
help-questionnaires-import--as-id = Id de la definición, con minúsculas, cifras y guiones
help-questionnaires-import--output = Escribir la definición en este archivo, para editarla, sin añadirla
help-questionnaires-import--replace = Reemplazar una definición tuya que tiene este id
help-score = Puntuar muchas respuestas: entran líneas de respuestas, salen líneas de puntuaciones
help-score--examples =
    Ejemplos:
      checkin score weekly < answers.ndjson > scores.ndjson
      checkin score ./my-team.toml --from csv < answers.csv > scores.csv
      checkin score weekly --from csv --to ndjson < answers.csv

    Entrada:    {"{"}"id": 7, "date": "2026-09-04", "answers": {"{"}"support.heard": 3, …{"}"}{"}"}
    Salida:     {"{"}"id": 7, "questionnaire": "weekly", "version": "1.0.0", "scores": {"{"}"support.support":
                {"{"}"value": …, "raw": …, "answered": 4, "of": 4, "band": …, "t_score": null, "reason": null{"}"}, …{"}"}{"}"}
    Con error:  {"{"}"id": 7, "error": "…"{"}"}; el código de salida es entonces 1.

    Por cada línea que entra sale una, en el mismo orden. No se lee ni se escribe ningún historial.
help-score--questionnaire = Cuestionario por su id, o archivo de definición por su ruta
help-score--input = Archivo de respuestas, o carpeta de archivos Parquet (por omisión: la entrada estándar)
help-score--output = Carpeta para las puntuaciones en Parquet; las demás formas van a la salida estándar
help-score--from = Forma de las respuestas (por omisión: según la extensión de --input; si no, ndjson)
help-score--from--value-ndjson = Un objeto JSON por línea
help-score--from--value-csv = Un encabezado, y luego una fila por conjunto de respuestas; una celda vacía es una respuesta no dada
help-score--from--value-parquet = Parquet, de --input a --output, en compilaciones con la función parquet
help-score--to = Forma de las puntuaciones (por omisión: parquet con --output; si no, la de las respuestas)
help-score--to--value-ndjson = Un objeto JSON por línea
help-score--to--value-csv = Un encabezado, y luego una fila por conjunto de respuestas; una celda vacía es una respuesta no dada
help-score--to--value-parquet = Parquet, de --input a --output, en compilaciones con la función parquet
help-score--threads = Hilos de cálculo (por omisión: uno por núcleo)
help-resources = Mostrar las líneas de apoyo de tu región
help-resources--examples =
    Ejemplos:
      checkin resources
      checkin resources --region ie
      checkin resources --all
      checkin resources add 'My supervisor' '+44 20 7946 0000'

    `checkin config set region gb` guarda la tuya.
help-resources--region = Región que se muestra en lugar de la tuya
help-word-region = REGIÓN
help-resources--all = Mostrar todas las regiones
help-resources--json = Mostrar como JSON
help-resources-add = Añadir un contacto tuyo; se muestra antes que los demás
help-resources-add--examples =
    Ejemplos:
      checkin resources add 'My supervisor' '+353 1 555 0100' --purpose 'Any weekday'
help-resources-add--name = Quién es
help-resources-add--contact = Número o dirección
help-word-contact = CONTACTO
help-resources-add--purpose = Para qué está
help-resources-remove = Eliminar un contacto tuyo
help-resources-remove--examples =
    Ejemplos:
      checkin resources remove 'My supervisor'
help-resources-remove--name = Quién es
help-protect = Cifrar el historial con una frase de contraseña, o cambiarla
help-protect--examples =
    Ejemplos:
      checkin protect                       poner una frase de contraseña, o cambiarla
      checkin protect --recover             la frase se perdió: abrir con la clave de recuperación
      checkin protect --new-recovery-key    alguien más vio la clave de recuperación

    Solo la frase y la clave de recuperación abren el historial. Si pierdes ambas, también lo pierdes.
help-protect--recover = Abrir el historial con la clave de recuperación en lugar de la frase de contraseña actual
help-protect--recovery-key-file = Leer la clave de recuperación en un archivo en lugar de pedirla
help-protect--new-recovery-key = Hacer una nueva clave de recuperación; la anterior ya no abre el historial
help-protect--new-passphrase-file = Leer la nueva frase de contraseña en la primera línea de un archivo
help-protect--new-passphrase-fd = Leer la nueva frase de contraseña en un descriptor de archivo abierto
help-protect--accept-weak = Aceptar una frase de contraseña fácil de adivinar
help-protect--yes = No pedir un grupo de la clave de recuperación para comprobarla
help-unprotect = Quitar la frase de contraseña: desde entonces el historial se guarda sin cifrar
help-unprotect--examples =
    Ejemplos:
      checkin unprotect
help-unprotect--yes = No preguntar
help-backup = Hacer una copia de seguridad del historial, o listar las que hay
help-backup--examples =
    Ejemplos:
      checkin backup                        en la carpeta de datos
      checkin backup --to /media/stick      en otro lugar
      checkin backup list

    Cada semana, y antes de cualquier cambio grande en el historial, se hace sola una copia de seguridad. Se conservan las tres más recientes y una por mes. `checkin restore` trae una de vuelta.
help-backup--to = Carpeta donde ponerla (por omisión: `backups` en la carpeta de datos)
help-backup-list = Listar las copias de seguridad de la carpeta de datos, su antigüedad y si están íntegras
help-backup-list--examples =
    Ejemplos:
      checkin backup list
      checkin backup list --json
help-backup-list--json = Mostrar como JSON
help-restore = Traer de vuelta una copia de seguridad; el historial que hay se aparta
help-restore--examples =
    Ejemplos:
      checkin restore                       la copia de seguridad íntegra más reciente
      checkin restore 000012-2026-11-20T17-30-00Z
      checkin restore /media/stick/000012-2026-11-20T17-30-00Z

    No se sobrescribe nada: el historial que hay pasa a la carpeta `aside`. Los registros hechos después de la copia de seguridad se pueden incorporar de nuevo con `checkin merge`.
help-restore--backup = Copia de seguridad: su nombre en `checkin backup list`, o la ruta de una copia, una carpeta de datos o un archivo de base de datos
help-word-backup = COPIA
help-restore--backup-passphrase-file = Leer la frase de contraseña de la copia de seguridad, si es otra, en la primera línea de un archivo
help-restore--yes = No preguntar
help-merge = Incorporar lo que el historial de otro equipo, o una copia de seguridad suya, tiene y a este le falta
help-merge--examples =
    Ejemplos:
      checkin merge /media/stick/000012-2026-11-20T17-30-00Z
      checkin merge ~/Sync/laptop/checkin

    Cada equipo puede fusionar el historial del otro, las veces que sea, y ambos terminan con lo mismo. El otro archivo solo se lee. Lo que se eliminó en cualquiera de los dos queda eliminado. Un registro que se corrigió en ambos lados de maneras distintas es un conflicto: se conservan y se muestran ambas versiones, y `checkin history edit` lo resuelve.
help-merge--path = Una copia de seguridad, una carpeta de datos o un archivo de base de datos
help-word-path = RUTA
help-merge--other-passphrase-file = Leer la frase de contraseña del otro historial, si es otra, en la primera línea de un archivo
help-merge--json = Mostrar como JSON
help-verify = Comprobarlo todo: el archivo, el diario, cada anotación y las puntuaciones, calculadas de nuevo
help-verify--examples =
    Ejemplos:
      checkin verify
      checkin verify --json

    El código de salida es 0 si todo está como se escribió; si no, 1. La misma comprobación se hace sola antes de la primera escritura de cada día.
help-verify--json = Mostrar como JSON
help-doctor = Mostrar versiones, ajustes, sistema de archivos y permisos; nada del contenido, se puede pegar sin riesgo
help-doctor--examples =
    Ejemplos:
      checkin doctor
help-remind = Mostrar, instalar, eliminar o silenciar un recordatorio
help-remind--more =
    Mostrar, instalar, eliminar o silenciar un recordatorio

    Un recordatorio solo avisa mientras hay un registro pendiente: no cuando ya está hecho, ni durante unas vacaciones o un permiso, ni mientras está en silencio. Primero se muestra; `--install` enseña lo que se escribirá y pregunta.
help-remind--examples =
    Ejemplos:
      checkin remind                             las maneras que hay, y cuáles están instaladas
      checkin remind systemd                     lo muestra
      checkin remind systemd --install           una notificación cada día a las 16:00 si toca registro
      checkin remind cron --at 12:30 --install
      checkin remind calendar >checkin.ics       para cualquier calendario
      checkin remind bash --install              una línea al abrir una terminal
      checkin remind bash --remove
      checkin remind snooze --for 2d
help-remind--way = Dónde aparece el recordatorio (por omisión: listar las maneras)
help-word-way = MANERA
help-remind--way--value-systemd = Notificación por un temporizador de systemd de tu cuenta
help-remind--way--value-launchd = Notificación por launchd, en macOS
help-remind--way--value-task-scheduler = Mensaje del Programador de tareas, en Windows
help-remind--way--value-cron = Notificación por cron
help-remind--way--value-calendar = Cita semanal en un calendario (archivo iCalendar)
help-remind--way--value-bash = Línea al iniciar bash
help-remind--way--value-zsh = Línea al iniciar zsh
help-remind--way--value-fish = Línea al iniciar fish
help-remind--way--value-nushell = Línea al iniciar Nushell
help-remind--way--value-powershell = Línea al iniciar PowerShell
help-remind--way--value-starship = Palabra en el prompt de starship
help-remind--way--value-powerlevel10k = Palabra en el prompt de Powerlevel10k
help-remind--install = Ponerlo en su sitio, tras mostrar lo que se escribe
help-remind--remove = Quitarlo
help-remind--at = Hora del día, para las maneras que la tienen (por omisión: 16:00)
help-remind--yes = No preguntar
help-remind--force = Reemplazar un archivo del mismo nombre que ya existe
help-remind--json = Mostrar como JSON las maneras
help-remind-snooze = Silenciar todos los recordatorios por un tiempo
help-remind-snooze--examples =
    Ejemplos:
      checkin remind snooze                      hasta mañana
      checkin remind snooze --for 3h
      checkin remind snooze --for 2d
      checkin remind snooze --until 2026-12-01
      checkin remind snooze --off

    El registro sigue pendiente; solo callan los avisos. Para ausencias: `checkin event add leave`.
help-remind-snooze--length = Cuánto tiempo: horas, días o semanas, como 3h, 2d o 1w
help-word-time = TIEMPO
help-remind-snooze--until = Primer día en que pueden volver a avisar
help-remind-snooze--off = Dejar que vuelvan a avisar
help-config = Mostrar o cambiar los ajustes
help-config--examples =
    Ejemplos:
      checkin config                             lo que vale, y de dónde viene
      checkin config set weekday thursday
      checkin config set region ie
      checkin config set questionnaire pulse
      checkin config defaults --write            un archivo que explica cada ajuste

    Una opción prevalece sobre el entorno, el entorno sobre el archivo y el archivo sobre el valor inicial. El archivo es settings.toml, en la carpeta de datos; sus errores se muestran donde están. En su tabla [alias], un nombre representa una orden: week = "trends --view table --last 4".
help-config--json = Mostrar como JSON
help-config-set = Cambiar un ajuste
help-config-set--examples =
    Ejemplos:
      checkin config set weekday thursday
      checkin config set region none
      checkin config set contrast high

    Los comentarios del archivo se conservan.
help-config-set--key = Nombre del ajuste
help-config-set--value = Valor nuevo
help-config-unset = Devolver un ajuste a su valor inicial
help-config-unset--examples =
    Ejemplos:
      checkin config unset weekday
      checkin config unset language
help-config-unset--key = Nombre del ajuste
help-config-path = Mostrar dónde se guardan los ajustes
help-config-path--examples =
    Ejemplos:
      checkin config path
      $EDITOR "$(checkin config path)"
help-config-defaults = Mostrar un archivo de ajustes que explica cada uno, o escribirlo
help-config-defaults--examples =
    Ejemplos:
      checkin config defaults
      checkin config defaults --write

    Todo en él está desactivado, para que valgan los valores iniciales.
help-config-defaults--write = Escribirlo en la carpeta de datos
help-config-defaults--force = Reemplazar los ajustes que ya hay
help-completions = Mostrar lo que un shell necesita para completar órdenes y nombres
help-completions--more =
    Mostrar lo que un shell necesita para completar órdenes y nombres

    Cuestionarios, puntuaciones, ítems, ajustes y registros se completan por su nombre. Al completar nunca se pide nada: de un historial cifrado no se ofrecen registros.
help-completions--examples =
    Ejemplos:
      bash, en ~/.bashrc:
        source <(checkin completions bash)
      zsh, en ~/.zshrc después de compinit:
        source <(checkin completions zsh)
      fish:
        mkdir -p ~/.config/fish/completions
        checkin completions fish >~/.config/fish/completions/checkin.fish
      PowerShell, en $PROFILE:
        checkin completions powershell | Out-String | Invoke-Expression
      Nushell:
        let file = $nu.user-autoload-dirs.0 | path join checkin.nu
        checkin completions nushell | save -f $file
help-completions--shell = Shell en el que se completa
help-word-shell = SHELL
help-man = Mostrar una página de manual, o escribir las de todas las órdenes
help-man--examples =
    Ejemplos:
      checkin man | man -l -                     la página de checkin
      checkin man history list | man -l -
      checkin man --out ~/.local/share/man/man1  una página por orden
help-man--command = Orden cuya página se muestra (por omisión: el propio checkin)
help-word-command = ORDEN
help-man--out = Carpeta donde escribir las páginas de todas las órdenes
help-man--force = Reemplazar las páginas que ya existen
help-word-options = OPCIONES
help-fixed-of-commands = Mostrar este mensaje o la ayuda de las órdenes que se indiquen
help-fixed-for-commands = Mostrar la ayuda de las órdenes
help-fixed-summary = Mostrar la ayuda (un resumen con '-h')
help-fixed-more = Mostrar la ayuda (más con '--help')
help-fixed-help = Mostrar la ayuda
help-fixed-version = Mostrar la versión
help-fixed-values-head = Valores posibles:
help-fixed-values = [valores posibles:
help-fixed-default = [por omisión:
help-fixed-alias = [también:
help-fixed-usage = Uso:
help-fixed-commands = Órdenes:
help-fixed-arguments = Argumentos:
help-fixed-options = Opciones:
