-- The dossier as it begins. Days are numbers since 1970-01-01, moments are milliseconds since 1970 UTC,
-- positions are Unicode code points, uid is a UUIDv7. Journaled tables are AUTOINCREMENT: a changeset never meets a reused id.

CREATE TABLE dossier (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'en',
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE operation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  kind TEXT NOT NULL,
  args TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'abandoned')),
  changes INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL,
  changeset BLOB
) STRICT;
CREATE INDEX operation_state ON operation (state, id);

CREATE TABLE outlet (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  name TEXT NOT NULL UNIQUE,
  domain TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  grade TEXT CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F'))
) STRICT;

CREATE TABLE original (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- Narrow on purpose: lists read this table alone. outlet_id and imported_by hold no foreign key, because an import is
-- not journaled: undoing the operation that named an outlet must not fail on articles that are out of sight already.
CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  original_id INTEGER NOT NULL REFERENCES original (id),
  part INTEGER NOT NULL DEFAULT 0,
  outlet_id INTEGER,
  title TEXT NOT NULL DEFAULT '',
  language TEXT,
  published TEXT,
  published_from INTEGER,
  published_to INTEGER,
  published_time TEXT,
  published_zone INTEGER,
  confidence TEXT NOT NULL DEFAULT 'none',
  needs_a_look INTEGER NOT NULL DEFAULT 0,
  story_id INTEGER,
  captured_at INTEGER NOT NULL,
  imported_by INTEGER NOT NULL,
  removed_by INTEGER
) STRICT;
CREATE INDEX article_newest ON article (published_from, id) WHERE removed_by IS NULL;
CREATE INDEX article_captured ON article (captured_at, id) WHERE removed_by IS NULL;
CREATE INDEX article_title ON article (title, id) WHERE removed_by IS NULL;
CREATE INDEX article_look ON article (published_from, id) WHERE removed_by IS NULL AND needs_a_look = 1;
CREATE INDEX article_bin ON article (removed_by, id) WHERE removed_by IS NOT NULL;
CREATE INDEX article_original ON article (original_id, part);
CREATE INDEX article_outlet ON article (outlet_id);
CREATE INDEX article_import ON article (imported_by);

CREATE TABLE article_text (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  format TEXT NOT NULL,
  source_name TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL
) STRICT;

CREATE TABLE article_field (
  article_id INTEGER NOT NULL REFERENCES article (id),
  name TEXT NOT NULL,
  value TEXT,
  confidence TEXT NOT NULL,
  basis TEXT NOT NULL DEFAULT '[]',
  alternatives TEXT NOT NULL DEFAULT '[]',
  set_by TEXT NOT NULL DEFAULT 'machine' CHECK (set_by IN ('machine', 'analyst')),
  PRIMARY KEY (article_id, name)
) STRICT;

CREATE TABLE furniture (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (article_id, span_start, span_end)
) STRICT, WITHOUT ROWID;

CREATE TABLE date_mention (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  words TEXT NOT NULL,
  value TEXT,
  anchor TEXT NOT NULL,
  PRIMARY KEY (article_id, span_start, span_end)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  slug TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES topic (id),
  is_group INTEGER NOT NULL DEFAULT 0,
  label_en TEXT NOT NULL, label_ru TEXT, label_be TEXT,
  definition_en TEXT NOT NULL DEFAULT '', definition_ru TEXT, definition_be TEXT,
  include_en TEXT NOT NULL DEFAULT '', include_ru TEXT, include_be TEXT,
  exclude_en TEXT NOT NULL DEFAULT '', exclude_ru TEXT, exclude_be TEXT,
  threshold REAL NOT NULL DEFAULT 0.5,
  position INTEGER NOT NULL DEFAULT 0,
  colour INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX topic_parent ON topic (parent_id);

CREATE TABLE term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  weight REAL NOT NULL DEFAULT 1.0,
  facet TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX term_topic ON term (topic_id, position);

-- Derived: what the machine proposes. Never journaled, recomputed at will.
CREATE TABLE suggestion (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
  score REAL NOT NULL,
  PRIMARY KEY (article_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestion_topic ON suggestion (topic_id, article_id);

CREATE TABLE suggestion_reason (
  article_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  span_start INTEGER,
  span_end INTEGER,
  words TEXT NOT NULL,
  weight REAL NOT NULL,
  term TEXT NOT NULL,
  PRIMARY KEY (article_id, topic_id, position),
  FOREIGN KEY (article_id, topic_id) REFERENCES suggestion (article_id, topic_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The history of verdicts is kept: at most one row of an article and a topic is current.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  article_id INTEGER NOT NULL REFERENCES article (id),
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  verdict TEXT NOT NULL,
  because TEXT NOT NULL DEFAULT '',
  decided_at INTEGER NOT NULL,
  is_current INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX decision_current ON decision (article_id, topic_id) WHERE is_current = 1;
CREATE INDEX decision_article ON decision (article_id);
CREATE INDEX decision_topic ON decision (topic_id, verdict, article_id) WHERE is_current = 1;

CREATE TABLE coding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  article_id INTEGER NOT NULL REFERENCES article (id),
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  exact TEXT NOT NULL, prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '',
  memo TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX coding_article ON coding (article_id, span_start);
CREATE INDEX coding_topic ON coding (topic_id);

CREATE TABLE lane (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  slug TEXT NOT NULL UNIQUE,
  title_en TEXT NOT NULL, title_ru TEXT, title_be TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  slug TEXT,
  parent_id INTEGER REFERENCES milestone (id),
  lane_id INTEGER REFERENCES lane (id),
  kind TEXT NOT NULL,
  title_en TEXT NOT NULL, title_ru TEXT, title_be TEXT,
  date TEXT,
  date_from INTEGER,
  date_to INTEGER,
  date_rule TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  role TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX milestone_date ON milestone (date_from, date_to, position, id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX milestone_slug ON milestone (slug) WHERE removed_at IS NULL;
CREATE INDEX milestone_parent ON milestone (parent_id);

CREATE TABLE status_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  milestone_id INTEGER NOT NULL REFERENCES milestone (id),
  status TEXT NOT NULL,
  since TEXT, since_from INTEGER, since_to INTEGER,
  known TEXT, known_from INTEGER, known_to INTEGER,
  judgement TEXT,
  decided_by TEXT NOT NULL DEFAULT '',
  decided_at INTEGER NOT NULL
) STRICT;
CREATE INDEX status_change_milestone ON status_change (milestone_id, since_from, id);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  milestone_id INTEGER NOT NULL REFERENCES milestone (id),
  status_change_id INTEGER REFERENCES status_change (id),
  article_id INTEGER NOT NULL REFERENCES article (id),
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  exact TEXT NOT NULL, prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '',
  stance TEXT NOT NULL,
  proves TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL,
  accepted_at INTEGER,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_milestone ON evidence (milestone_id, id);
CREATE INDEX evidence_article ON evidence (article_id, span_start);
CREATE INDEX evidence_status ON evidence (status_change_id) WHERE status_change_id IS NOT NULL;

-- Without evidence a link is the analyst's judgement, and says why.
CREATE TABLE lineage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  from_id INTEGER NOT NULL REFERENCES milestone (id),
  to_id INTEGER NOT NULL REFERENCES milestone (id),
  kind TEXT NOT NULL,
  judgement TEXT,
  evidence_id INTEGER REFERENCES evidence (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX lineage_from ON lineage (from_id);
CREATE INDEX lineage_to ON lineage (to_id);
CREATE INDEX lineage_evidence ON lineage (evidence_id) WHERE evidence_id IS NOT NULL;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  article_id INTEGER NOT NULL REFERENCES article (id),
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  exact TEXT NOT NULL, prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '',
  speaker TEXT NOT NULL DEFAULT '',
  said TEXT, said_from INTEGER, said_to INTEGER,
  is_direct INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_article ON statement (article_id, span_start);

CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  title TEXT NOT NULL,
  markdown TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  edited_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_edited ON note (edited_at, id);

CREATE TABLE note_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  note_id INTEGER NOT NULL REFERENCES note (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'passage', 'topic', 'milestone', 'note')),
  article_id INTEGER REFERENCES article (id),
  span_start INTEGER, span_end INTEGER, exact TEXT, prefix TEXT, suffix TEXT,
  topic_id INTEGER REFERENCES topic (id),
  milestone_id INTEGER REFERENCES milestone (id),
  to_note_id INTEGER REFERENCES note (id)
) STRICT;
CREATE INDEX note_link_note ON note_link (note_id, position);
CREATE INDEX note_link_article ON note_link (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX note_link_topic ON note_link (topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX note_link_milestone ON note_link (milestone_id) WHERE milestone_id IS NOT NULL;
CREATE INDEX note_link_to_note ON note_link (to_note_id) WHERE to_note_id IS NOT NULL;

CREATE TABLE briefing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  title TEXT NOT NULL,
  tlp TEXT NOT NULL,
  audience TEXT NOT NULL DEFAULT '',
  date TEXT,
  blocks TEXT NOT NULL DEFAULT '[]',
  created_at INTEGER NOT NULL,
  edited_at INTEGER NOT NULL
) STRICT;

-- How the window was left. Never journaled: Ctrl+Z does not move panes.
CREATE TABLE ui_state (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The search index: derived, fed with stems by this crate, rebuilt by one command. Its docid is (day << 32 | article),
-- so newest-first is the index's own order.
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(4.0, 1.0)');

CREATE TABLE search_doc (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  docid INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  analysis INTEGER NOT NULL
) STRICT;
