-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of records that a PSA lists thinly: which version of the row was met last, and when the whole was read.
CREATE TABLE link_detail (
    link_id INTEGER PRIMARY KEY REFERENCES link (id) ON DELETE CASCADE,
    integration_id INTEGER NOT NULL REFERENCES integration (id),
    kind TEXT NOT NULL,
    row_version TEXT, -- NULL: no row was met yet
    read_at TEXT,     -- NULL: never
    is_wanted INTEGER NOT NULL
) STRICT;
-- What is to be read next, and how much was read of late.
CREATE INDEX link_detail_order ON link_detail (integration_id, kind, is_wanted, read_at);
