# Errors, hints and what the commands of maintenance say, in German. Terms and reasons: docs/translating-de.md.

## The words before errors, causes and hints

error-label = Fehler:
cause-label = Ursache:
hint-label = Tipp:
was-interrupted = unterbrochen
terminal-fails = vom Terminal kann nicht gelesen oder darauf geschrieben werden
