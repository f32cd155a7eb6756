-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fields that an Administrator added to a kind, their values, and to what of the PSA an integration maps them. A value
-- stays with its record when its mapping is removed, so a field is never removed either.
CREATE TABLE custom_field (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    type TEXT NOT NULL
) STRICT;

ALTER TABLE record ADD COLUMN custom TEXT; -- a JSON object by field id; NULL: it has no values
ALTER TABLE integration ADD COLUMN custom_fields TEXT; -- a JSON array; NULL: it maps none

-- So that every row holds all columns in the file, as the rescue of a damaged one expects.
UPDATE record SET custom = NULL;
UPDATE integration SET custom_fields = NULL;
