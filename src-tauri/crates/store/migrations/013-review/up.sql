-- How far the analyst is in reviewing: not journaled, for undo takes back decisions and not what was looked at.

-- A suggestion put off in the review queue: it comes again when the others are done.
CREATE TABLE review_skip (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
  skipped_at INTEGER NOT NULL,
  PRIMARY KEY (article_id, topic_id)
) STRICT, WITHOUT ROWID;

-- The random sample by which it is estimated how much of a topic is missed. `frame`: of how many articles it was drawn, those nobody
-- had decided the topic on; decisions up to `last_decision` were made before.
CREATE TABLE recall_sample (
  topic_id INTEGER PRIMARY KEY REFERENCES topic (id) ON DELETE CASCADE,
  seed INTEGER NOT NULL,
  frame INTEGER NOT NULL,
  last_article INTEGER NOT NULL,
  last_decision INTEGER NOT NULL
) STRICT;

CREATE TABLE recall_drawn (
  topic_id INTEGER NOT NULL REFERENCES recall_sample (topic_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (topic_id, position)
) STRICT, WITHOUT ROWID;
