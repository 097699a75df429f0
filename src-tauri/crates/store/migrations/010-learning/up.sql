-- What is learned from decisions: derived, never journaled.

-- What an article is to a topic that learns: its stems counted (empty until something is learned, made by `analysis`), and how far the
-- terms of each topic fit it, by the codebook whose hash is `codebook`. No row: not read for it yet.
CREATE TABLE article_features (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  analysis INTEGER NOT NULL,
  codebook INTEGER NOT NULL,
  stems BLOB NOT NULL,
  rules BLOB NOT NULL
) STRICT;

-- The decisions a topic's suggestions were last made by: their hash, how many, and how much what was learned from them counts
-- beside the rules, 0-1. No row: rules alone.
CREATE TABLE topic_learned (
  topic_id INTEGER PRIMARY KEY REFERENCES topic (id) ON DELETE CASCADE,
  stamp INTEGER NOT NULL,
  decisions INTEGER NOT NULL,
  weight REAL NOT NULL
) STRICT;

-- Of `score`, what the rules said and what was learned. Empty: the rules alone made it.
ALTER TABLE suggestion ADD COLUMN rules REAL;
ALTER TABLE suggestion ADD COLUMN learned REAL;
