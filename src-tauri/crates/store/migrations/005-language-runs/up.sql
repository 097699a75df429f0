-- Paragraphs in another language than their article: read from the text, never journaled.
CREATE TABLE language_run (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  language TEXT NOT NULL,
  paragraphs INTEGER NOT NULL,
  PRIMARY KEY (article_id, span_start)
) STRICT, WITHOUT ROWID;
