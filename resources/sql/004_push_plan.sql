-- SPDX-License-Identifier: GPL-3.0-or-later
-- Push All Syncable Assets: what a preview found, and how far its run is. Kinds and organizations are JSON arrays, found is
-- a JSON object.
CREATE TABLE push_plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    integration_id INTEGER NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'paused', 'cancelled', 'finished')),
    kinds TEXT NOT NULL,
    organizations TEXT,
    found TEXT,
    planned_at TEXT NOT NULL,
    confirmed_at TEXT,
    ended_at TEXT,
    person TEXT,
    last_event INTEGER NOT NULL DEFAULT 0 -- newest line of the log when it was confirmed
) STRICT;
CREATE INDEX push_plan_integration ON push_plan (integration_id, id);

-- Rows are numbered in the order of pushing. They outlive their records, so record_id refers to nothing.
CREATE TABLE push_plan_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES push_plan (id) ON DELETE CASCADE,
    record_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    organization_id INTEGER,
    organization_name TEXT,
    search TEXT NOT NULL, -- both names, case-folded
    step INTEGER NOT NULL, -- a row waits for those of lower steps
    comes_along INTEGER NOT NULL, -- the PSA makes it with its organization
    outcome TEXT NOT NULL,
    remote_id TEXT,
    remote_parent_id TEXT,
    gates TEXT, -- JSON array
    candidates INTEGER NOT NULL,
    result TEXT NOT NULL,
    is_retry INTEGER NOT NULL DEFAULT 0, -- a person wants it tried again
    is_ours INTEGER NOT NULL DEFAULT 0, -- its row of the outbox was made for this plan
    message TEXT,
    retry_at TEXT
) STRICT;
CREATE INDEX push_plan_row_result ON push_plan_row (plan_id, result, id);
