-- SPDX-License-Identifier: GPL-3.0-or-later
-- Imports that go on where they were, and what their source said the last time, so that edits made here since are told apart
-- from changes made there. All three are JSON objects that the source makes.
ALTER TABLE import_run ADD COLUMN request TEXT; -- what was asked for, without any secret
ALTER TABLE import_run ADD COLUMN position TEXT; -- where the source goes on
ALTER TABLE external_id ADD COLUMN said TEXT;
