-- Dated sentences that may tell of a milestone: derived, never journaled. `cues` are "id start end" parted by ";"; `stems` and `marks`
-- (numbers and names) are what one passage is compared with another by.
CREATE TABLE dated_passage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  date TEXT NOT NULL,
  date_start INTEGER NOT NULL, date_end INTEGER NOT NULL,
  anchor TEXT NOT NULL,
  cues TEXT NOT NULL,
  stems BLOB NOT NULL,
  marks BLOB NOT NULL,
  skipped_at INTEGER
) STRICT;
CREATE INDEX dated_passage_article ON dated_passage (article_id, span_start);

-- What an article was read by. No row, or another version, date or language: it is to be read.
CREATE TABLE dated_read (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  published TEXT,
  language TEXT
) STRICT;

-- The analyst's yes and no on proposals, journaled; with the passages the proposal stood on.
CREATE TABLE proposal_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  verdict TEXT NOT NULL,
  milestone_id INTEGER REFERENCES milestone (id),
  decided_at INTEGER NOT NULL
) STRICT;

CREATE TABLE proposal_passage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  decision_id INTEGER NOT NULL REFERENCES proposal_decision (id),
  article_id INTEGER NOT NULL REFERENCES article (id),
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  exact TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_passage_decision ON proposal_passage (decision_id);
CREATE INDEX proposal_passage_article ON proposal_passage (article_id, span_start);
