-- SPDX-License-Identifier: GPL-3.0-or-later
-- What waits for a person: fields that both sides changed, and records that match several. And the list of all records
-- by name, settings of the profile, and what the log is filtered by.

-- One index for the list of all by name and for that of one kind; a second one would cost every insert.
DROP INDEX record_name;
CREATE INDEX record_name ON record (name_key, id, kind);

-- Policy "Ask me": a row for each field that both sides changed, until a person chooses. Values are JSON as the PSA holds
-- them, in an array of one, so that a blank has a place; texts are for people.
CREATE TABLE conflict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    integration_id INTEGER NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    base TEXT NOT NULL,
    local TEXT NOT NULL,
    remote TEXT NOT NULL,
    base_text TEXT,
    local_text TEXT,
    remote_text TEXT,
    local_by TEXT,
    local_at TEXT,
    remote_by TEXT,
    remote_at TEXT,
    found_at TEXT NOT NULL,
    UNIQUE (record_id, integration_id, field)
) STRICT;
CREATE INDEX conflict_integration ON conflict (integration_id, id);

-- Rule D2, several candidates. With remote_id: a remote record that several records here match. With record_id: a record
-- here that several remote records match. Candidates are a JSON array.
CREATE TABLE match_decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    integration_id INTEGER NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    record_id INTEGER REFERENCES record (id) ON DELETE CASCADE,
    remote_id TEXT,
    remote_parent_id TEXT,
    name TEXT NOT NULL,
    detail TEXT,
    candidates TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('open', 'left', 'create')),
    found_at TEXT NOT NULL,
    CHECK ((record_id IS NULL) <> (remote_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX match_decision_remote ON match_decision (integration_id, kind, remote_id) WHERE remote_id IS NOT NULL;
CREATE UNIQUE INDEX match_decision_record ON match_decision (record_id, integration_id) WHERE record_id IS NOT NULL;

-- Settings that the engine must know too, such as how long the log is kept.
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a connection is exists nowhere else: another page holds it a second time, for the day its own is damaged.
CREATE INDEX integration_copy ON integration (platform, name, url, base_url, settings, is_paused, is_disconnected);

-- Manage Data > Orphaned: few of many.
CREATE INDEX link_orphaned ON link (integration_id, record_id) WHERE is_orphaned = 1;

-- What the log is filtered by.
CREATE INDEX event_at ON event (at);
CREATE INDEX event_type ON event (type);
