-- SPDX-License-Identifier: GPL-3.0-or-later
-- Directories (LDAP) whose users become contacts, and what they say of them. Passwords are never here (rule I4).
CREATE TABLE directory (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE, -- names the secret
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    server TEXT NOT NULL,
    port INTEGER NOT NULL, -- 0: the usual one
    security TEXT NOT NULL CHECK (security IN ('ldaps', 'starttls', 'kerberos')),
    bind TEXT NOT NULL CHECK (bind IN ('simple', 'kerberos')),
    user_name TEXT,
    ca_file TEXT,
    base_dn TEXT NOT NULL,
    filter TEXT NOT NULL,
    organization_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    creates_disabled INTEGER NOT NULL,
    interval_minutes INTEGER NOT NULL,
    is_paused INTEGER NOT NULL,
    -- Where the next delta begins; none of it after a change of server, base or filter.
    server_id TEXT,
    usn INTEGER NOT NULL DEFAULT 0,
    changed_at TEXT,
    last_sync_at TEXT,
    last_full_sync_at TEXT,
    problem TEXT, -- the last sync's, in words
    problem_code TEXT
) STRICT;
CREATE INDEX directory_organization ON directory (organization_id);

-- What a directory says of the contact it feeds. "given" is what it last wrote into the contact, a JSON object by field.
CREATE TABLE directory_user (
    record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    directory_id INTEGER NOT NULL REFERENCES directory (id) ON DELETE CASCADE,
    external_id TEXT NOT NULL, -- objectGUID, or entryUUID
    account TEXT, -- sAMAccountName or uid
    status TEXT NOT NULL CHECK (status IN ('unknown', 'enabled', 'disabled', 'expired', 'removed')),
    last_logon_at TEXT,
    password_set_at TEXT,
    password_expires_at TEXT,
    password_never_expires INTEGER NOT NULL,
    given TEXT,
    seen_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX directory_user_external ON directory_user (directory_id, external_id);
