-- SPDX-License-Identifier: GPL-3.0-or-later
-- Imports: what each one did, so that it can be taken back as a whole. Values before and after are JSON objects by field.
CREATE TABLE import_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    name TEXT NOT NULL, -- a file or a server
    person TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'cancelled', 'undoing', 'undone')),
    started_at TEXT NOT NULL,
    ended_at TEXT,
    undone_at TEXT,
    created INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- In the order of doing. They outlive their records, so record_id refers to nothing.
CREATE TABLE import_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
    record_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL, -- the record's updated_at when it was done
    before TEXT, -- NULL: the record was created
    after TEXT, -- of the fields in before
    undo TEXT CHECK (undo IN ('done', 'kept')), -- NULL: not taken back
    reason TEXT -- why it was kept
) STRICT;
CREATE INDEX import_change_run ON import_change (run_id, id);
CREATE INDEX import_change_record ON import_change (record_id);

-- What a source calls a record, so that it is found again whatever became of its name.
CREATE TABLE external_id (
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    external_id TEXT NOT NULL,
    record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    run_id INTEGER REFERENCES import_run (id) ON DELETE SET NULL, -- the import that told it
    PRIMARY KEY (source, kind, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX external_id_record ON external_id (record_id);
CREATE INDEX external_id_run ON external_id (run_id);
