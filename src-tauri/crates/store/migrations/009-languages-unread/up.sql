-- `language_run` now holds the paragraphs in the article's own language, too, so that a correction of that language needs no
-- reading. Of articles from before nothing or half is known: they are read when they are next opened.
CREATE TABLE language_unread (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;
INSERT INTO language_unread (article_id) SELECT id FROM article;
