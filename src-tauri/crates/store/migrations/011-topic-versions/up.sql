-- What a topic was from one change to the next. No foreign key: decisions go on resting on the version they were made under
-- when its topic is merged into another. `operation` is the change that made it; empty for what was found when versions began.
CREATE TABLE topic_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  topic_id INTEGER NOT NULL,
  operation INTEGER,
  at INTEGER NOT NULL,
  snapshot TEXT NOT NULL
) STRICT;
CREATE INDEX topic_version_topic ON topic_version (topic_id, id);

-- The version a decision was made under; empty: the first one known of its topic.
ALTER TABLE decision ADD COLUMN version_id INTEGER;

-- What of each topic its suggestions were made by, as a hash. Derived: a topic without a row, or with another hash, is suggested
-- anew.
CREATE TABLE suggested_by (
  topic_id INTEGER PRIMARY KEY REFERENCES topic (id) ON DELETE CASCADE,
  hash INTEGER NOT NULL
) STRICT;
