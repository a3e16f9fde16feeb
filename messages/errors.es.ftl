# Errors, hints and what the commands of maintenance say, in Spanish. Terms and reasons: docs/translating-es.md.

## The words before errors, causes and hints

error-label = error:
cause-label = causa:
hint-label = consejo:
was-interrupted = interrumpido
terminal-fails = no se puede leer de la terminal ni escribir en ella
