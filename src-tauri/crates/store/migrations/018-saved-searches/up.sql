-- Questions kept to be asked again.
CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  as_typed INTEGER NOT NULL DEFAULT 0,
  stories INTEGER NOT NULL DEFAULT 0,
  newest_first INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  edited_at INTEGER NOT NULL
) STRICT;

-- Up to which article one looked at the hits of a saved search, and when. Not journaled: undo must not bring "new" back. No foreign key: a search
-- whose removal is undone was looked at all the same.
CREATE TABLE saved_search_seen (
  search_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT;
