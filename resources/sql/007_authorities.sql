-- SPDX-License-Identifier: GPL-3.0-or-later
-- PEM of a company's own certificate authority, trusted for this integration besides the system's.
ALTER TABLE integration ADD COLUMN authorities TEXT; -- NULL: none

-- So that every row holds all columns in the file, as the rescue of a damaged one expects.
UPDATE integration SET authorities = NULL;
