-- An article can be a reprint and need a look: the outcome says the latter, this the former.
ALTER TABLE import_item ADD COLUMN is_reprint INTEGER NOT NULL DEFAULT 0;
UPDATE import_item SET is_reprint = 1 WHERE outcome = 'reprint';
CREATE INDEX import_item_reprint ON import_item (import_id, id) WHERE is_reprint = 1;
