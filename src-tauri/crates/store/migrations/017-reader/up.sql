-- By which version of the readers a text was read from its original as it came in; 0 where that was not noted.
ALTER TABLE article_text ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
-- By which it was read since. Not journaled: undone, the text is as it came in.
CREATE TABLE article_reader (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  version INTEGER NOT NULL
) STRICT;
-- Passages whose words no longer stand in their article have an empty span.
CREATE INDEX evidence_lost ON evidence (article_id) WHERE span_start = span_end;
CREATE INDEX coding_lost ON coding (article_id) WHERE span_start = span_end;
CREATE INDEX note_link_lost ON note_link (article_id) WHERE span_start = span_end;
