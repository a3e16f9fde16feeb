-- The values of a check-in's scores beside what it is listed by: what is computed over a whole
-- history reads rows and not contents. JSON, an absent value is null; covered by the row's digest.
ALTER TABLE record ADD COLUMN scores TEXT CHECK (scores IS NULL OR json_valid(scores));
