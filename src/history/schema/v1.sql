-- What the file is: one row. `program` is the oldest version of the program that can open it.
CREATE TABLE about (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    history BLOB NOT NULL CHECK (length(history) = 16),
    program TEXT NOT NULL CHECK (length(program) BETWEEN 5 AND 64)
) STRICT;

-- The machines whose entries the log holds; the history is written on one of them.
CREATE TABLE device (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    created   TEXT NOT NULL,
    own       INTEGER NOT NULL CHECK (own IN (0, 1)),
    chain_key BLOB CHECK (length(chain_key) = 32)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX device_own ON device (own) WHERE own = 1;

-- Every definition that was answered, whole.
CREATE TABLE definition (
    hash          TEXT PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    questionnaire TEXT NOT NULL CHECK (questionnaire <> ''),
    version       TEXT NOT NULL CHECK (version <> ''),
    content       TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE INDEX definition_version ON definition (questionnaire, version);

-- The log. Nothing in it changes, but content and salt are erased when a record is deleted.
CREATE TABLE entry (
    device          BLOB NOT NULL REFERENCES device (id),
    sequence        INTEGER NOT NULL CHECK (sequence > 0),
    record          BLOB NOT NULL CHECK (length(record) = 16),
    kind            TEXT NOT NULL CHECK (kind IN ('check-in', 'note', 'event', 'step')),
    change          TEXT NOT NULL CHECK (change IN ('add', 'edit', 'delete')),
    parent_device   BLOB,
    parent_sequence INTEGER,
    content         TEXT CHECK (content IS NULL OR json_valid(content)),
    salt            BLOB CHECK (length(salt) = 16),
    digest          BLOB NOT NULL CHECK (length(digest) = 32),
    code            BLOB CHECK (length(code) = 32),
    PRIMARY KEY (device, sequence),
    FOREIGN KEY (parent_device, parent_sequence) REFERENCES entry (device, sequence)
        DEFERRABLE INITIALLY DEFERRED,
    CHECK ((change = 'add') = (parent_device IS NULL)),
    CHECK ((parent_device IS NULL) = (parent_sequence IS NULL)),
    CHECK ((content IS NULL) = (salt IS NULL)),
    CHECK (change <> 'delete' OR content IS NULL)
) STRICT;

CREATE INDEX entry_record ON entry (record) WHERE content IS NOT NULL;
CREATE INDEX entry_parent ON entry (parent_device, parent_sequence);

CREATE TRIGGER entry_next BEFORE INSERT ON entry
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entry WHERE device = NEW.device)
BEGIN
    SELECT raise(ABORT, 'entries of a device are numbered without gaps');
END;

CREATE TRIGGER entry_kept BEFORE DELETE ON entry
BEGIN
    SELECT raise(ABORT, 'entries are never removed');
END;

CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry
WHEN NEW.content IS NOT NULL OR NEW.salt IS NOT NULL
    OR NEW.device <> OLD.device OR NEW.sequence <> OLD.sequence OR NEW.record <> OLD.record
    OR NEW.kind <> OLD.kind OR NEW.change <> OLD.change
    OR NEW.parent_device IS NOT OLD.parent_device
    OR NEW.parent_sequence IS NOT OLD.parent_sequence
    OR NEW.digest <> OLD.digest OR NEW.code IS NOT OLD.code
BEGIN
    SELECT raise(ABORT, 'an entry only loses its content');
END;

-- The present state of each record, which follows from the log. A digest over the row keeps a
-- changed bit from hiding a record or moving it in the list.
CREATE TABLE record (
    id                 BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind               TEXT NOT NULL CHECK (kind IN ('check-in', 'note', 'event', 'step')),
    date               TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    week               TEXT CHECK (week GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    questionnaire      TEXT CHECK (questionnaire <> ''),
    definition         TEXT REFERENCES definition (hash),
    context_definition TEXT REFERENCES definition (hash),
    first_sequence     INTEGER NOT NULL,
    device             BLOB NOT NULL,
    sequence           INTEGER NOT NULL,
    edits              INTEGER NOT NULL CHECK (edits >= 0),
    deleted            INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    digest             BLOB NOT NULL CHECK (length(digest) = 32),
    FOREIGN KEY (device, sequence) REFERENCES entry (device, sequence),
    CHECK ((date IS NULL) = (deleted = 1)),
    CHECK ((week IS NOT NULL) = (kind = 'check-in' AND deleted = 0)),
    CHECK ((questionnaire IS NULL) = (week IS NULL)),
    CHECK ((definition IS NULL) = (week IS NULL)),
    CHECK (context_definition IS NULL OR definition IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_entry ON record (device, sequence);
CREATE INDEX record_definition ON record (definition);
CREATE INDEX record_context ON record (context_definition);

-- Check-ins under way; they lie outside the log. `content` is what does not change after the start.
CREATE TABLE draft (
    id                 BLOB PRIMARY KEY CHECK (length(id) = 16),
    definition         TEXT NOT NULL REFERENCES definition (hash),
    context_definition TEXT REFERENCES definition (hash),
    touched            TEXT NOT NULL,
    content            TEXT NOT NULL CHECK (json_valid(content)),
    digest             BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE INDEX draft_definition ON draft (definition);
CREATE INDEX draft_context ON draft (context_definition);

-- What is kept answer by answer: a response, a note to an item, the note, the context.
CREATE TABLE draft_part (
    draft   BLOB NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    part    TEXT NOT NULL CHECK (part IN ('response', 'item-note', 'note', 'context')),
    item    TEXT NOT NULL CHECK ((item <> '') = (part IN ('response', 'item-note'))),
    content TEXT NOT NULL CHECK (json_valid(content)),
    digest  BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (draft, part, item)
) STRICT, WITHOUT ROWID;
