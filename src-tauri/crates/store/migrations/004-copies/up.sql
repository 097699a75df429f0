-- Copies and reprints: derived, never journaled. `article.story_id` is derived too: the earliest of a story's copies where
-- there are several, else empty; of articles in the bin always empty.

-- What is compared of an article: the hash of its words in order, the same for exact copies; empty where the text is too short.
-- `placed_day` is the day it was placed by, empty while it is out of sight: what differs from the article is out of step.
CREATE TABLE fingerprint (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  words INTEGER,
  placed INTEGER NOT NULL DEFAULT 0,
  placed_day INTEGER
) STRICT;
CREATE INDEX fingerprint_words ON fingerprint (words, article_id) WHERE words IS NOT NULL;

-- How alike two texts are, each named by its words, lower first: verified, never estimated.
CREATE TABLE likeness (
  one INTEGER NOT NULL,
  other INTEGER NOT NULL,
  likeness REAL NOT NULL,
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_other ON likeness (other, one);

CREATE TABLE story_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO story_state (id, version) VALUES (1, 0);

CREATE INDEX article_story ON article (story_id, id) WHERE story_id IS NOT NULL;
