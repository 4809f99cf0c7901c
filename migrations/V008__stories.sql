-- What: names and openings beside the words that an article is about, and of each article its ties to others with how surely they
--       tell of one event.
-- Why: which articles make a story is weighed from what they share in each of these, and from how many others compete.
-- Rows that are there: the words and ties are dropped, and the articles count as read by no known reading, so that
--                      `newsfacts migrate` reads them again and finds their stories.

DROP TABLE x_article_words;
-- What an article is about: its most telling words, names, words of the opening (the squares of each weight add up to 1), numbers.
CREATE TABLE x_article_words (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  word       TEXT NOT NULL,
  weight     REAL NOT NULL,           -- in the whole article; 0 for a number
  name       REAL NOT NULL,           -- among its names
  opening    REAL NOT NULL,           -- in headline and opening
  PRIMARY KEY (article_id, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX x_article_words_by_word ON x_article_words (word, article_id, weight) WHERE weight > 0;

DROP TABLE x_article_ties;
-- The other articles that may tell of an article's event, the likeliest 60; a story is what ties hold together on average,
-- unless a person put it together.
CREATE TABLE x_article_ties (
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  other_id   INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  score      REAL NOT NULL,           -- how surely both tell of one event, in log odds
  PRIMARY KEY (article_id, other_id),
  CHECK (article_id <> other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX x_article_ties_by_other ON x_article_ties (other_id);

UPDATE articles SET read_by = '';

PRAGMA user_version = 8;
