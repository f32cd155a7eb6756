-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keys of the local API. Only a hash is kept, in hexadecimal: a key is shown once, when it is made.
CREATE TABLE api_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT,
    last_used_at TEXT,
    revoked_at TEXT
) STRICT;
-- Two keys of one name could not be told apart in the history; that of a revoked one is free again.
CREATE UNIQUE INDEX api_key_name ON api_key (name COLLATE NOCASE) WHERE revoked_at IS NULL;
