-- What the index is fed with is stems parted by blanks: the plainest tokenizer parts them the same, for a tenth of the work, and never
-- parts what the analysis holds together. An index is not fed again by SQLite: it is built anew when the dossier is opened next.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
DELETE FROM search_doc;
UPDATE search_state SET analysis = 0;
