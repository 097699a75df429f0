-- What every import was asked for and what became of each file, so that one that was cut off can go on. Not journaled; rows
-- are written in the transaction of the articles they tell of.
CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  roots TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled', 'interrupted')),
  total INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Mostly one; a second where other work was done before it was resumed.
CREATE TABLE import_operation (
  import_id INTEGER NOT NULL REFERENCES import (id),
  operation_id INTEGER NOT NULL,
  PRIMARY KEY (import_id, operation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_file (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  is_complete INTEGER NOT NULL DEFAULT 0,
  UNIQUE (import_id, path)
) STRICT;
CREATE INDEX import_file_complete ON import_file (import_id, is_complete);
CREATE INDEX import_file_path ON import_file (path);

-- One row a file, or a row for each article inside it.
CREATE TABLE import_item (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  file_id INTEGER NOT NULL REFERENCES import_file (id),
  member TEXT,
  outcome TEXT NOT NULL,
  article_id INTEGER,
  code TEXT,
  detail TEXT,
  notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX import_item_outcome ON import_item (import_id, outcome, id);
CREATE INDEX import_item_file ON import_item (file_id);
CREATE INDEX import_item_article ON import_item (article_id) WHERE article_id IS NOT NULL;

-- What the reading said of the article that wants a look, and when the analyst had it.
ALTER TABLE article ADD COLUMN look TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN looked_at INTEGER;
-- Which of two figures is the month on this outlet's pages, where the analyst said so.
ALTER TABLE outlet ADD COLUMN date_order TEXT;
