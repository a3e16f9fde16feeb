-- Whether a check-in was entered for an earlier day, beside what else it is listed by: a list of the whole
-- history reads rows and not contents. Covered by the row's digest.
ALTER TABLE record ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
