CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry
WHEN NEW.content IS NOT NULL OR NEW.salt IS NOT NULL
    OR NEW.device <> OLD.device OR NEW.sequence <> OLD.sequence OR NEW.record <> OLD.record
    OR NEW.kind <> OLD.kind OR NEW.change <> OLD.change
    OR NEW.parent_device IS NOT OLD.parent_device
    OR NEW.parent_sequence IS NOT OLD.parent_sequence
    OR NEW.digest <> OLD.digest OR NEW.code IS NOT OLD.code OR NEW.turn <> OLD.turn
BEGIN
    SELECT raise(ABORT, 'an entry only loses its content');
END;

CREATE TRIGGER entry_chained BEFORE INSERT ON entry
WHEN NEW.code IS NULL OR NEW.turn < 1
BEGIN
    SELECT raise(ABORT, 'an entry has its code and its turn');
END;
