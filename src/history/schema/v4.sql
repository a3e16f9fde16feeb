-- What finds damage, rollback and swapped files; what tells two machines apart; the recovery key.

-- Where a device writes: a digest of the machine and the folder. A copied folder is a new device.
ALTER TABLE device ADD COLUMN place BLOB CHECK (place IS NULL OR length(place) = 32);

-- One more than the greatest turn known when the entry was written, so that what was written after
-- having seen an entry of another device comes behind it.
ALTER TABLE entry ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;

-- How many other versions of the record stand beside the present one, after two machines changed it.
ALTER TABLE record ADD COLUMN rivals INTEGER NOT NULL DEFAULT 0 CHECK (rivals >= 0);

CREATE INDEX entry_of_record ON entry (record);

-- The state of the whole file, renewed by every write: one row. `code` covers the rest and links
-- it with the state before; the head file beside the database repeats it.
CREATE TABLE seal (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    number   INTEGER NOT NULL CHECK (number > 0),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    records  BLOB NOT NULL CHECK (length(records) = 32),
    drafts   BLOB NOT NULL CHECK (length(drafts) = 32),
    exports  BLOB NOT NULL CHECK (length(exports) = 32),
    devices  BLOB NOT NULL CHECK (length(devices) = 32),
    code     BLOB NOT NULL CHECK (length(code) = 32)
) STRICT;

-- The recovery key of an encrypted history; never in a plain one.
CREATE TABLE recovery (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

DROP TRIGGER entry_fixed;
