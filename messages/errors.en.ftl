# Errors, hints and what the commands of maintenance say, in English. Read only when one of them is said.

## The words before errors, causes and hints

error-label = error:
cause-label = caused by:
hint-label = hint:
was-interrupted = interrupted
terminal-fails = cannot read from or write to the terminal
