-- What was given out of the history, when and with which choices; never the content of a page.
CREATE TABLE export (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    content TEXT NOT NULL CHECK (json_valid(content)),
    digest  BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT, WITHOUT ROWID;
