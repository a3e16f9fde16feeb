PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1128811337;
PRAGMA user_version = 2;
BEGIN;
CREATE TABLE about (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    history BLOB NOT NULL CHECK (length(history) = 16),
    program TEXT NOT NULL CHECK (length(program) BETWEEN 5 AND 64)
) STRICT;
INSERT INTO "about" VALUES(1,X'DCAEED1073F05543085112792BA47611','0.1.0');
CREATE TABLE definition (
    hash          TEXT PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    questionnaire TEXT NOT NULL CHECK (questionnaire <> ''),
    version       TEXT NOT NULL CHECK (version <> ''),
    content       TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
INSERT INTO "definition" VALUES('3af44090f0726f4ca863df5ce0c15971dd63b144d92557b927d050d9bd99ec8f','support','1.0.0','{"about":"These statements are about the people around you, at work and at home, and whether they stand beside you in what you do.","examples":[{"answers":{"support.alone":1,"support.heard":4,"support.recognised":3,"support.understood":2},"expect":{"support.support":{"value":{"tolerance":0.5,"value":75}}}},{"answers":{"support.alone":2,"support.heard":3,"support.recognised":3,"support.understood":1},"expect":{"support.support":{"value":{"tolerance":0.005,"value":56.25}}}},{"answers":{"support.alone":4,"support.heard":0,"support.recognised":0,"support.understood":0},"expect":{"support.support":{"value":{"tolerance":0.5,"value":0}}}},{"answers":{"support.alone":0,"support.heard":3,"support.recognised":"skipped","support.understood":2},"expect":{"support.support":{"value":{"tolerance":0.5,"value":75}}}},{"answers":{"support.alone":3,"support.heard":1,"support.recognised":"skipped","support.understood":0},"expect":{"support.support":{"value":{"tolerance":0.005,"value":16.67}}}},{"answers":{"support.alone":"skipped","support.heard":2,"support.recognised":3,"support.understood":2},"expect":{"support.support":{"value":{"tolerance":0.005,"value":58.33}}}},{"answers":{"support.alone":0,"support.heard":"skipped","support.recognised":"skipped","support.understood":4},"expect":{"support.support":"none"}}],"format":1,"id":"support","items":[{"id":"support.heard","kind":{"kind":"scale","options":[{"label":"Never","value":0},{"label":"Rarely","value":1},{"label":"Sometimes","value":2},{"label":"Often","value":3},{"label":"Almost always","value":4}]},"optional":false,"private":false,"recall":"In the past seven days","recall_days":7,"text":"Someone took the time to listen when I spoke about my work."},{"id":"support.recognised","kind":{"kind":"scale","options":[{"label":"Never","value":0},{"label":"Rarely","value":1},{"label":"Sometimes","value":2},{"label":"Often","value":3},{"label":"Almost always","value":4}]},"optional":false,"private":false,"recall":"In the past seven days","recall_days":7,"text":"Someone showed me that they saw the effort I put in."},{"id":"support.understood","kind":{"kind":"scale","options":[{"label":"Never","value":0},{"label":"Rarely","value":1},{"label":"Sometimes","value":2},{"label":"Often","value":3},{"label":"Almost always","value":4}]},"optional":false,"private":false,"recall":"In the past seven days","recall_days":7,"text":"Someone I spoke with grasped how complex my work is."},{"id":"support.alone","kind":{"kind":"scale","options":[{"label":"Never","value":0},{"label":"Rarely","value":1},{"label":"Sometimes","value":2},{"label":"Often","value":3},{"label":"Almost always","value":4}]},"optional":false,"private":false,"recall":"In the past seven days","recall_days":7,"text":"I felt alone with the hard parts of my work."}],"language":"en","provenance":{"license":"CC0-1.0","origin":"original","source":"Written for checkin; the facets follow the literature on empathy and burnout, the wording is new","validated":false},"recall":"In the past seven days","recall_days":7,"scores":[{"bands":[{"from":0,"label":"lower third","note":"These answers speak of little support this week."},{"from":33.33,"label":"middle third","note":"These answers speak of some support this week."},{"from":66.66,"label":"upper third","note":"These answers speak of a lot of support this week."}],"bands_source":"none: thirds of the range, for orientation only; not norms and no cut-offs","basis":{"items":["support.heard","support.recognised","support.understood","support.alone"],"method":"mean","missing":{"need":{"at_least":3},"prorate":false},"of":"items","reverse":["support.alone"]},"better":"higher","group":"work","id":"support.support","output":{"from":0,"to":100},"title":"Support and validation"}],"shuffle":false,"title":"Support and validation","version":"1.0.0"}');
CREATE TABLE device (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    created   TEXT NOT NULL,
    own       INTEGER NOT NULL CHECK (own IN (0, 1)),
    chain_key BLOB CHECK (length(chain_key) = 32)
) STRICT, WITHOUT ROWID;
INSERT INTO "device" VALUES(X'5438038323B82437D29DF8773C5DF04E','2026-10-30T17:30:00+00:00',1,NULL);
CREATE TABLE draft (
    id                 BLOB PRIMARY KEY CHECK (length(id) = 16),
    definition         TEXT NOT NULL REFERENCES definition (hash),
    context_definition TEXT REFERENCES definition (hash),
    touched            TEXT NOT NULL,
    content            TEXT NOT NULL CHECK (json_valid(content)),
    digest             BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
INSERT INTO "draft" VALUES(X'01A1D5F585C07EEEAC3AF61DE72E8B74','3af44090f0726f4ca863df5ce0c15971dd63b144d92557b927d050d9bd99ec8f',NULL,'2026-11-13T17:30:00+00:00','{"begun":{"instant":"2026-11-13T17:30:00Z","offset_seconds":3600,"zone":"UTC+01:00"},"date":"2026-11-13","definition":"3af44090f0726f4ca863df5ce0c15971dd63b144d92557b927d050d9bd99ec8f","late":false,"questionnaire":"support","version":"1.0.0"}',X'0D3C0C73C318C8B5A604E247D4CF8384093D456FD825D9525D5BDE7D5DF93EE3');
CREATE TABLE draft_part (
    draft   BLOB NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    part    TEXT NOT NULL CHECK (part IN ('response', 'item-note', 'note', 'context')),
    item    TEXT NOT NULL CHECK ((item <> '') = (part IN ('response', 'item-note'))),
    content TEXT NOT NULL CHECK (json_valid(content)),
    digest  BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (draft, part, item)
) STRICT, WITHOUT ROWID;
INSERT INTO "draft_part" VALUES(X'01A1D5F585C07EEEAC3AF61DE72E8B74','response','support.heard','2',X'60977930587F5DD34EB1B292AA42A8571350D96F13B9AE7B0B07C2D1BD8AF01F');
INSERT INTO "draft_part" VALUES(X'01A1D5F585C07EEEAC3AF61DE72E8B74','response','support.recognised','1',X'B8722A6B27E9183CF38D1C031C8C68828480D5C615706D6DF06786F02FD1BA9C');
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
INSERT INTO "entry" VALUES(X'5438038323B82437D29DF8773C5DF04E',1,X'01A18DDC7DC07401A5852CA6D33EE393','check-in','add',NULL,NULL,'{"answered":{"definition":"3af44090f0726f4ca863df5ce0c15971dd63b144d92557b927d050d9bd99ec8f","questionnaire":"support","responses":{"support.alone":4,"support.heard":1,"support.recognised":2,"support.understood":3},"version":"1.0.0"},"date":"2026-10-30","late":false,"moment":{"instant":"2026-10-30T17:30:00Z","offset_seconds":3600,"zone":"UTC+01:00"},"note":"first week","record":"check-in","scores":{"support.support":{"answered":4,"of":4,"value":37.5}},"week":"2026-10-30"}',X'9AAC40491064EA549D140DB52BEF45C4',X'6279443E02D2C439B2DA9BB7B60339843798F2C26FC92BFDC24B2DFE60CA294C',NULL);
INSERT INTO "entry" VALUES(X'5438038323B82437D29DF8773C5DF04E',2,X'01A1B1E901C07297AEF794A5EC30E081','check-in','add',NULL,NULL,'{"answered":{"definition":"3af44090f0726f4ca863df5ce0c15971dd63b144d92557b927d050d9bd99ec8f","questionnaire":"support","responses":{"support.alone":1,"support.heard":3,"support.recognised":3,"support.understood":2},"version":"1.0.0"},"date":"2026-11-06","late":false,"moment":{"instant":"2026-11-06T17:30:00Z","offset_seconds":3600,"zone":"UTC+01:00"},"record":"check-in","scores":{"support.support":{"answered":4,"of":4,"value":68.75}},"week":"2026-11-06"}',X'47D857C2F4A33EF3828A1BF223BD2EFA',X'18186AB7B6616D9AE339D69CCCB49264FD74EEFBE79FFD4B907DE6516BEED9A2',NULL);
INSERT INTO "entry" VALUES(X'5438038323B82437D29DF8773C5DF04E',3,X'01A1B70F5DC07893A0693E674A26BBC8','note','add',NULL,NULL,'{"date":"2026-11-02","record":"note","text":"new rota"}',X'C6653F8224A0FA3F1B6E48EFC4254E1F',X'15B1210DFAF37E4B62B52847681C4948207DF9D4E0164B514567F8D037E9FE7D',NULL);
INSERT INTO "entry" VALUES(X'5438038323B82437D29DF8773C5DF04E',4,X'01A1B70F5DC07C81A58B7F131847A06E','event','add',NULL,NULL,'{"from":"2026-11-05","kind":"incident","new_baseline":false,"record":"event"}',X'F893657591A90C7C7C00F2A12BE5E0BB',X'6A16097165FE5D35D668BC8127DEB5EEFEAFDE98B6929D3F725704F6F53F312C',NULL);
INSERT INTO "entry" VALUES(X'5438038323B82437D29DF8773C5DF04E',5,X'01A18DDC7DC07401A5852CA6D33EE393','check-in','edit',X'5438038323B82437D29DF8773C5DF04E',1,'{"answered":{"definition":"3af44090f0726f4ca863df5ce0c15971dd63b144d92557b927d050d9bd99ec8f","questionnaire":"support","responses":{"support.alone":4,"support.heard":2,"support.recognised":2,"support.understood":3},"version":"1.0.0"},"date":"2026-10-30","late":false,"moment":{"instant":"2026-10-30T17:30:00Z","offset_seconds":3600,"zone":"UTC+01:00"},"note":"first week","record":"check-in","scores":{"support.support":{"answered":4,"of":4,"value":43.75}},"week":"2026-10-30"}',X'999E8EE9C19B127680B36881B16138EC',X'7E59E0DD89E51932147D591A3D7B29C2E07B4A75F6519985E83AC9F21137C7AB',NULL);
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
    digest             BLOB NOT NULL CHECK (length(digest) = 32), scores TEXT CHECK (scores IS NULL OR json_valid(scores)),
    FOREIGN KEY (device, sequence) REFERENCES entry (device, sequence),
    CHECK ((date IS NULL) = (deleted = 1)),
    CHECK ((week IS NOT NULL) = (kind = 'check-in' AND deleted = 0)),
    CHECK ((questionnaire IS NULL) = (week IS NULL)),
    CHECK ((definition IS NULL) = (week IS NULL)),
    CHECK (context_definition IS NULL OR definition IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "record" VALUES(X'01A18DDC7DC07401A5852CA6D33EE393','check-in','2026-10-30','2026-10-30','support','3af44090f0726f4ca863df5ce0c15971dd63b144d92557b927d050d9bd99ec8f',NULL,1,X'5438038323B82437D29DF8773C5DF04E',5,1,0,X'7A441BC0F6E0C19DE47608033130DD107729B95054092C713C67DFEC8C477032','{"support.support":43.75}');
INSERT INTO "record" VALUES(X'01A1B1E901C07297AEF794A5EC30E081','check-in','2026-11-06','2026-11-06','support','3af44090f0726f4ca863df5ce0c15971dd63b144d92557b927d050d9bd99ec8f',NULL,2,X'5438038323B82437D29DF8773C5DF04E',2,0,0,X'D469D8DD107F47C428B2BB8CD4B60958E5AAEB10382E9733A6EE41D64A1918C0','{"support.support":68.75}');
INSERT INTO "record" VALUES(X'01A1B70F5DC07893A0693E674A26BBC8','note','2026-11-02',NULL,NULL,NULL,NULL,3,X'5438038323B82437D29DF8773C5DF04E',3,0,0,X'14953C0ACA48167F0D483E45252E9C7490343542A9D0CEF6ECDB61879835E330',NULL);
INSERT INTO "record" VALUES(X'01A1B70F5DC07C81A58B7F131847A06E','event','2026-11-05',NULL,NULL,NULL,NULL,4,X'5438038323B82437D29DF8773C5DF04E',4,0,0,X'12A176560C3C643204DE694AF2D9171FBD953CA406BAF1719A5A799D6560A92C',NULL);
CREATE UNIQUE INDEX device_own ON device (own) WHERE own = 1;
CREATE INDEX definition_version ON definition (questionnaire, version);
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
CREATE INDEX record_entry ON record (device, sequence);
CREATE INDEX record_definition ON record (definition);
CREATE INDEX record_context ON record (context_definition);
CREATE INDEX draft_definition ON draft (definition);
CREATE INDEX draft_context ON draft (context_definition);
COMMIT;
