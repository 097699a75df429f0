-- What is derived of an article and always read as a whole is kept as a whole: a row for each reason and each date, some
-- thirty-seven an article, was a third of what storing it cost.

-- Why a topic is suggested: arrays of [start, end, words, weight, term], start and end empty in the title.
CREATE TABLE suggestion_reasons (
  article_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (article_id, topic_id),
  FOREIGN KEY (article_id, topic_id) REFERENCES suggestion (article_id, topic_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO suggestion_reasons (article_id, topic_id, reasons)
  SELECT article_id, topic_id, json_group_array(json_array(span_start, span_end, words, weight, term) ORDER BY position)
  FROM suggestion_reason GROUP BY article_id, topic_id;
DROP TABLE suggestion_reason;

-- The dates named in an article's text, in order, the same way: arrays of [start, end, words, EDTF or empty, anchor]. No row where
-- there are none.
CREATE TABLE date_mentions (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  dates TEXT NOT NULL
) STRICT;
INSERT INTO date_mentions (article_id, dates)
  SELECT article_id, json_group_array(json_array(span_start, span_end, words, value, anchor) ORDER BY span_start)
  FROM date_mention GROUP BY article_id;
DROP TABLE date_mention;
