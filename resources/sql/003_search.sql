-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each write merges a little of the search index itself (RecordStore::mergeSearch). FTS5 would merge much of it now and
-- then, and whoever saves in that moment would wait.
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 64);
