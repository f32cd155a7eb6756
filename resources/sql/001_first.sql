-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. Moments are ISO 8601 in UTC with milliseconds, words are those of app/core, values with a shape of
-- their own are JSON. No statistics are ever gathered (ANALYZE), so that a query's plan does not change by itself.

PRAGMA application_id = 1414415437; -- "TNDM"

-- What all kinds have in common. AUTOINCREMENT: an id is never given out twice, so that the log stays true.
CREATE TABLE record (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'location', 'contact', 'configuration')),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL, -- sortKey() of the name
    -- The organization it belongs to; an organization belongs to itself, so that one index finds everything of it.
    organization_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    source TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX record_name ON record (kind, name_key);
CREATE INDEX record_organization ON record (organization_id, kind, name_key);

-- Tandem's own values of the lists that fields choose from.
CREATE TABLE option_value (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL, -- the name case-folded
    parent_id INTEGER NOT NULL DEFAULT 0, -- a model's manufacturer, a region's country; 0: none
    UNIQUE (list, name_key, parent_id)
) STRICT;

-- One table a kind; its columns are those of fieldsOf() in app/core/field.cpp.
CREATE TABLE organization (
    record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    name TEXT,
    short_name TEXT,
    organization_type_id INTEGER REFERENCES option_value (id),
    organization_status_id INTEGER REFERENCES option_value (id),
    parent_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    primary_location_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    alert TEXT,
    quick_notes TEXT
) STRICT;
CREATE INDEX organization_parent ON organization (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX organization_primary_location ON organization (primary_location_id) WHERE primary_location_id IS NOT NULL;

CREATE TABLE location (
    record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    name TEXT,
    organization_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    address_1 TEXT,
    address_2 TEXT,
    city TEXT,
    region_id INTEGER REFERENCES option_value (id),
    postal_code TEXT,
    country_id INTEGER REFERENCES option_value (id),
    phone TEXT,
    fax TEXT,
    notes TEXT
) STRICT;
CREATE INDEX location_organization ON location (organization_id);

CREATE TABLE contact (
    record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    first_name TEXT,
    last_name TEXT,
    organization_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    title TEXT,
    contact_type_id INTEGER REFERENCES option_value (id),
    location_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    important INTEGER CHECK (important IN (0, 1)),
    emails TEXT,
    phones TEXT,
    notes TEXT
) STRICT;
CREATE INDEX contact_organization ON contact (organization_id);
CREATE INDEX contact_location ON contact (location_id) WHERE location_id IS NOT NULL;

CREATE TABLE configuration (
    record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    name TEXT,
    organization_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    configuration_type_id INTEGER REFERENCES option_value (id),
    configuration_status_id INTEGER REFERENCES option_value (id),
    location_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    contact_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
    hostname TEXT,
    primary_ip TEXT,
    mac_address TEXT,
    default_gateway TEXT,
    serial_number TEXT,
    asset_tag TEXT,
    manufacturer_id INTEGER REFERENCES option_value (id),
    model_id INTEGER REFERENCES option_value (id),
    operating_system TEXT,
    operating_system_notes TEXT,
    platform TEXT,
    position TEXT,
    installed_at TEXT,
    installed_by TEXT,
    purchased_at TEXT,
    purchased_by TEXT,
    warranty_expires_at TEXT,
    notes TEXT
) STRICT;
CREATE INDEX configuration_organization ON configuration (organization_id);
CREATE INDEX configuration_location ON configuration (location_id) WHERE location_id IS NOT NULL;
CREATE INDEX configuration_contact ON configuration (contact_id) WHERE contact_id IS NOT NULL;

-- Every word that finds a record. searchText() separates them by blanks, and nothing else separates words here.
CREATE VIRTUAL TABLE search USING fts5 (
    text,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* P* S* C*' separators ' '",
    prefix = '2 4',
    detail = none,
    columnsize = 0
);

CREATE TABLE integration (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    platform TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    url TEXT,
    base_url TEXT,
    settings TEXT NOT NULL,
    is_paused INTEGER NOT NULL DEFAULT 0,
    is_disconnected INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL,
    state_message TEXT,
    last_sync_at TEXT,
    lists_read_at TEXT
) STRICT;
CREATE UNIQUE INDEX integration_name ON integration (name) WHERE is_disconnected = 0;

CREATE TABLE integration_cursor (
    integration_id INTEGER NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (integration_id, key)
) STRICT, WITHOUT ROWID;

-- The PSAs' values of the lists.
CREATE TABLE remote_option (
    integration_id INTEGER NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    list TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    name TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    is_default INTEGER NOT NULL,
    is_syncing INTEGER NOT NULL,
    option_id INTEGER NOT NULL REFERENCES option_value (id),
    parent_remote_id TEXT,
    PRIMARY KEY (integration_id, list, remote_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_option_option ON remote_option (option_id, integration_id);

CREATE TABLE link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    integration_id INTEGER NOT NULL REFERENCES integration (id),
    record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    remote_id TEXT, -- NULL: not tied to a remote record (yet)
    remote_parent_id TEXT,
    baseline TEXT,
    version TEXT,
    state TEXT NOT NULL,
    message TEXT,
    error_field TEXT,
    synced_at TEXT,
    is_disabled INTEGER NOT NULL,
    is_orphaned INTEGER NOT NULL,
    UNIQUE (record_id, integration_id)
) STRICT;
CREATE UNIQUE INDEX link_remote ON link (integration_id, kind, remote_id) WHERE remote_id IS NOT NULL;
CREATE INDEX link_state ON link (integration_id, kind, state, record_id);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    integration_id INTEGER NOT NULL REFERENCES integration (id),
    record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    revision INTEGER NOT NULL,
    sent_revision INTEGER NOT NULL DEFAULT 0,
    sent_create INTEGER NOT NULL DEFAULT 0,
    sent TEXT,
    attempt INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    started_at TEXT,
    next_try_at TEXT,
    person TEXT,
    UNIQUE (record_id, integration_id)
) STRICT;
CREATE INDEX outbox_order ON outbox (integration_id, stage, kind, created_at, id);

-- The log outlives records, so record_id refers to nothing; the name is kept as it was.
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    type TEXT NOT NULL,
    integration_id INTEGER REFERENCES integration (id),
    record_id INTEGER,
    kind TEXT,
    record_name TEXT,
    person TEXT,
    message TEXT,
    fields TEXT,
    request_id TEXT,
    is_failure INTEGER NOT NULL
) STRICT;
CREATE INDEX event_record ON event (record_id) WHERE record_id IS NOT NULL;
CREATE INDEX event_integration ON event (integration_id) WHERE integration_id IS NOT NULL;
CREATE INDEX event_failure ON event (id) WHERE is_failure = 1;
