-- Other names an outlet goes by: those it was called before, and those of outlets merged into it. What is read under one
-- of them is its.
CREATE TABLE outlet_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  outlet_id INTEGER NOT NULL REFERENCES outlet (id),
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX outlet_name_outlet ON outlet_name (outlet_id);
