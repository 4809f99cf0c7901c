-- An invented event, small enough to know every row: four outlets on a collapsed bridge.
INSERT INTO loads (load_id, started, finished, program, options, articles) VALUES (1, '2024-05-03T08:00:00Z', '2024-05-03T08:00:01Z', 'newsfacts test', '[]', 4);

INSERT INTO entities (entity_id, name, kind) VALUES
  (1, 'Millbrook County', 'place'), (2, 'Ministry of Roads', 'organization'), (3, 'Anna Voss', 'person');
INSERT INTO entity_names (entity_id, name) VALUES
  (1, 'Millbrook County'), (2, 'Ministry of Roads'), (2, 'roads ministry'), (3, 'Anna Voss'), (3, 'Voss');
INSERT INTO entity_links (entity_id, of_entity_id, relation) VALUES (3, 2, 'speaks_for');

INSERT INTO sources (source_id, name, kind, entity_id) VALUES
  (1, 'Morning Ledger', 'outlet', NULL), (2, 'Harbour Times', 'outlet', NULL), (3, 'Valley News', 'outlet', NULL),
  (4, 'Northwire', 'agency', NULL), (5, 'Ministry of Roads', 'organization', 2), (6, 'Anna Voss', 'person', 3),
  (7, 'a rescue worker', 'witness', NULL), (8, 'Voss and the ministry', 'group', NULL), (9, 'a source', 'unnamed', NULL), (10, 'Lake Post', 'outlet', NULL);
INSERT INTO source_members (source_id, member_id) VALUES (8, 5), (8, 6);

INSERT INTO stories (story_id, label, reason) VALUES (1, 'bridge collapse', 'three reports on one bridge');

INSERT INTO articles (article_id, outlet_id, story_id, credit_id, file, url, headline, published, published_at, published_basis, outlet_basis, sha256, body, load_id) VALUES
  (1, 1, 1, NULL, 'ledger.txt', NULL, 'Bridge falls, 12 dead', '2024-05-01', NULL, 'manifest', 'manifest', printf('%064d', 1),
   'Bridge falls, 12 dead
The bridge fell on Wednesday, killing 14 people.
"It was old," Anna Voss told Northwire.
The Ministry of Roads declined to comment on the inspection.
Read more: bridges', 1),
  (2, 2, 1, 4, 'times.txt', 'https://example.org/bridge', 'Collapse', '2024-05-02', NULL, 'manifest', 'manifest', printf('%064d', 2),
   'Collapse
A rescue worker said 14 people died.
"It was very old," Voss said.
The Ministry of Roads denied that the bridge was inspected.
=SUM(1) opened the list.', 1),
  (3, 3, 1, NULL, 'valley.txt', NULL, NULL, NULL, NULL, 'none', 'file', printf('%064d', 3),
   'At least ten people reportedly died, a source said.
The bridge fell on Wednesday, killing 14 people.
The troubled ministry kept silent.', 1),
  (4, 2, 1, NULL, 'times-2.txt', NULL, 'Later', '2024-05-03', NULL, 'manifest', 'manifest', printf('%064d', 4),
   'The Ministry of Roads confirmed that the bridge was inspected.', 1),
  (5, 10, 1, NULL, 'lake.txt', NULL, NULL, '2024-05-02', NULL, 'manifest', 'manifest', printf('%064d', 6),
   'The bridge apparently fell on Wednesday.', 1);
INSERT INTO article_versions (article_id, version, sha256, body, load_id) VALUES
  (2, 1, printf('%064d', 5), 'Collapse
A rescue worker said 11 people died.
"It was very old," Voss said.', 1);

-- One sentence a line.
INSERT INTO sentences (sentence_id, article_id, ordinal, paragraph, section, start_char, end_char)
WITH RECURSIVE cut (article_id, ordinal, from_char, rest) AS (
  SELECT article_id, 0, 0, body || char(10) FROM articles
  UNION ALL
  SELECT article_id, ordinal + 1, from_char + instr(rest, char(10)), substr(rest, instr(rest, char(10)) + 1) FROM cut WHERE instr(rest, char(10)) < length(rest)
)
SELECT 10 * article_id + ordinal, article_id, ordinal, ordinal, CASE
    WHEN ordinal = 0 AND article_id IN (1, 2) THEN 'headline'
    WHEN substr(rest, 1, 9) = 'Read more' THEN 'boilerplate'
    ELSE 'body' END,
  from_char, from_char + instr(rest, char(10)) - 1
FROM cut;

-- claim, sentence, words, kind, polarity, modality, hedge, origin
CREATE TEMP TABLE said (claim_id, sentence_id, text, kind, polarity, modality, hedge, origin_id);
INSERT INTO said VALUES
  (1, 10, 'Bridge falls, 12 dead', 'narration', 'affirmed', 'asserted', NULL, 1),
  (2, 11, 'The bridge fell on Wednesday, killing 14 people.', 'narration', 'affirmed', 'asserted', NULL, 1),
  (3, 12, 'It was old', 'direct', 'affirmed', 'asserted', NULL, 6),
  (4, 13, 'declined to comment on the inspection', 'silence', 'affirmed', 'asserted', NULL, 5),
  (5, 21, '14 people died', 'indirect', 'affirmed', 'asserted', NULL, 7),
  (6, 22, 'It was very old', 'direct', 'affirmed', 'asserted', NULL, 6),
  (7, 23, 'the bridge was inspected', 'indirect', 'denied', 'asserted', NULL, 5),
  (8, 30, 'At least ten people reportedly died', 'indirect', 'affirmed', 'reported', 'reportedly', 9),
  (9, 31, 'The bridge fell on Wednesday, killing 14 people.', 'narration', 'affirmed', 'asserted', NULL, 3),
  (10, 40, 'the bridge was inspected', 'indirect', 'affirmed', 'asserted', NULL, 5),
  (11, 24, '=SUM(1) opened the list.', 'narration', 'affirmed', 'asserted', NULL, 2),
  (12, 32, 'The troubled ministry kept silent.', 'narration', 'affirmed', 'asserted', NULL, 3),
  (13, 50, 'The bridge apparently fell on Wednesday.', 'narration', 'affirmed', 'hedged', 'apparently', 10);
INSERT INTO claims (claim_id, claim_key, article_id, sentence_id, start_char, end_char, text, kind, polarity, modality, hedge, origin_id, rule)
SELECT claim_id, printf('c%03d', claim_id), article_id, sentence_id,
  start_char + instr(substr(body, start_char + 1), text) - 1, start_char + instr(substr(body, start_char + 1), text) - 1 + length(text),
  text, kind, polarity, modality, hedge, origin_id, 'fixture'
FROM said JOIN sentences USING (sentence_id) JOIN articles USING (article_id);
INSERT INTO claim_spans (claim_id, part, start_char, end_char) SELECT claim_id, 0, start_char, end_char FROM claims;

INSERT INTO attributions (claim_id, hop, source_id, confidence) SELECT claim_id, 0, outlet_id, 1 FROM claims JOIN articles USING (article_id);
CREATE TEMP TABLE hops (claim_id, hop, source_id, anonymity, cue, source_text);
INSERT INTO hops VALUES
  (3, 1, 4, 'named', 'told', 'Northwire'), (3, 2, 6, 'named', 'told', 'Anna Voss'),
  (4, 1, 5, 'named', 'declined to comment', 'The Ministry of Roads'), (5, 1, 7, 'described', 'said', 'A rescue worker'),
  (6, 1, 6, 'named', 'said', 'Voss'), (7, 1, 5, 'named', 'denied', 'The Ministry of Roads'),
  (8, 1, 9, 'unnamed', 'said', 'a source'), (10, 1, 5, 'named', 'confirmed', 'The Ministry of Roads');
INSERT INTO attributions (claim_id, hop, source_id, anonymity, confidence, cue, cue_start, cue_end, source_text, source_start, source_end)
SELECT claim_id, hop, source_id, anonymity, 0.9, cue, instr(body, cue) - 1, instr(body, cue) - 1 + length(cue),
  source_text, instr(body, source_text) - 1, instr(body, source_text) - 1 + length(source_text)
FROM hops JOIN claims USING (claim_id) JOIN articles USING (article_id);

CREATE TEMP TABLE named (sentence_id, entity_id, claim_id, text, kind);
INSERT INTO named VALUES
  (12, 3, NULL, 'Anna Voss', 'name'), (13, 2, NULL, 'Ministry of Roads', 'name'), (22, 3, NULL, 'Voss', 'name'),
  (23, 2, NULL, 'Ministry of Roads', 'name'), (32, 2, NULL, 'ministry', 'nominal'), (40, 2, NULL, 'Ministry of Roads', 'name'), (22, NULL, 6, 'It', 'pronoun');
INSERT INTO mentions (article_id, sentence_id, entity_id, claim_id, start_char, end_char, text, kind)
SELECT article_id, sentence_id, entity_id, claim_id, start_char + instr(substr(body, start_char + 1), text) - 1,
  start_char + instr(substr(body, start_char + 1), text) - 1 + length(text), text, kind
FROM named JOIN sentences USING (sentence_id) JOIN articles USING (article_id);
INSERT INTO descriptors (mention_id, start_char, end_char, text, kind)
SELECT mention_id, start_char - 9, start_char - 1, 'troubled', 'epithet' FROM mentions WHERE text = 'ministry';

INSERT INTO facts (fact_id, fact_key, story_id, question, kind, about_entity_id, attribute, rule) VALUES
  (1, 'f-dead', 1, 'How many people were killed?', 'casualties', NULL, 'killed', 'same event'),
  (2, 'f-when', 1, 'When did the bridge fall?', 'date', NULL, NULL, 'same event'),
  (3, 'f-answer', 1, 'What did the Ministry of Roads answer about the inspection?', 'response', 2, NULL, 'same matter'),
  (4, 'f-words', 1, 'How did Anna Voss put it?', 'quote-wording', 3, NULL, 'same words'),
  (5, 'f-inspected', 1, 'Was the bridge inspected?', 'polarity', NULL, NULL, 'same event');
INSERT INTO times (time_id, article_id, sentence_id, start_char, end_char, text, type, value, date_low, date_high, basis) VALUES
  (1, 1, 11, 41, 50, 'Wednesday', 'DATE', '2024-05-01', '2024-05-01', '2024-05-01', 'published'),
  (2, 3, 31, 71, 80, 'Wednesday', 'DATE', 'XXXX-WXX-3', NULL, NULL, 'none'),
  (3, 5, 50, 30, 39, 'Wednesday', 'DATE', '2024-05-01', '2024-05-01', '2024-05-01', 'published');
CREATE TEMP TABLE given (value_id, claim_id, fact_id, kind, attribute, text, answer, low, high, date_low, date_high, word, time_id);
INSERT INTO given VALUES
  (1, 1, 1, 'casualties', 'killed', '12', '12', 12, 12, NULL, NULL, NULL, NULL),
  (2, 2, 1, 'casualties', 'killed', '14', '14', 14, 14, NULL, NULL, NULL, NULL),
  (3, 5, 1, 'casualties', 'killed', '14', '14', 14, 14, NULL, NULL, NULL, NULL),
  (4, 8, 1, 'casualties', 'killed', 'ten', 'at least 10', 10, NULL, NULL, NULL, NULL, NULL),
  (5, 9, 1, 'casualties', 'killed', '14', '14', 14, 14, NULL, NULL, NULL, NULL),
  (6, 2, 2, 'date', NULL, 'Wednesday', '2024-05-01', NULL, NULL, '2024-05-01', '2024-05-01', NULL, 1),
  (7, 9, NULL, 'date', NULL, 'Wednesday', 'Wednesday', NULL, NULL, NULL, NULL, NULL, 2),
  (8, 4, 3, 'response', NULL, 'declined to comment', 'declined', NULL, NULL, NULL, NULL, 'declined', NULL),
  (9, 7, 3, 'response', NULL, 'bridge', 'denied', NULL, NULL, '2024-05-02', '2024-05-02', 'denied', NULL),
  (10, 10, 3, 'response', NULL, 'bridge', 'confirmed', NULL, NULL, '2024-05-03', '2024-05-03', 'confirmed', NULL),
  (11, 3, 4, 'quote-wording', NULL, 'It was old', 'it was old', NULL, NULL, NULL, NULL, NULL, NULL),
  (12, 6, 4, 'quote-wording', NULL, 'It was very old', 'it was very old', NULL, NULL, NULL, NULL, NULL, NULL),
  (13, 7, 5, 'polarity', NULL, 'inspected', 'no', NULL, NULL, NULL, NULL, 'no', NULL),
  (14, 10, 5, 'polarity', NULL, 'inspected', 'yes', NULL, NULL, NULL, NULL, 'yes', NULL),
  (15, 13, 2, 'date', NULL, 'Wednesday', '2024-05-01', NULL, NULL, '2024-05-01', '2024-05-01', NULL, 3);
INSERT INTO claim_values (value_id, claim_id, fact_id, kind, attribute, start_char, end_char, text, answer, low, high, date_low, date_high, word, time_id, dates_claim)
SELECT value_id, claim_id, fact_id, given.kind, attribute, instr(body, given.text) - 1, instr(body, given.text) - 1 + length(given.text), given.text, answer, low, high, date_low, date_high, word, time_id, given.kind = 'date'
FROM given JOIN claims USING (claim_id) JOIN articles USING (article_id);
UPDATE claim_values SET predicate = kind;
-- Every value stands in the clause that its claim hedges or states.
INSERT INTO x_passages (sentence_id, parts)
SELECT sentence_id, json_object(
    'doubted', json_group_array(claim_values.start_char - sentences.start_char) FILTER (WHERE hedge IS NOT NULL),
    'stated', json_group_array(claim_values.start_char - sentences.start_char) FILTER (WHERE hedge IS NULL))
FROM claim_values JOIN claims USING (claim_id) JOIN sentences USING (sentence_id)
GROUP BY sentence_id;
INSERT INTO conflicts (fact_id, kind, strength, value_a, value_b, rule, why, score) VALUES
  (1, 'casualties', 'hard', 1, 2, 'numbers apart', 'the headline says 12, the body 14', 0.9),
  (3, 'response', 'soft', 8, 9, 'answers differ', 'declined, then denied', 0.4),
  (3, 'response', 'hard', 9, 10, 'answers differ', 'denied, then confirmed', 0.7),
  (4, 'quote-wording', 'soft', 11, 12, 'words differ', 'one quotation has a word more', 0.6),
  (5, 'polarity', 'hard', 13, 14, 'opposite', 'denied here, confirmed there', 0.8);
INSERT INTO relations (value_a, value_b, relation, rule) VALUES (2, 4, 'compatible', 'inside the interval'), (1, 4, 'not_comparable', 'fixture');
INSERT INTO reuses (sentence_a, sentence_b, similarity, changed, direction, same_origin) VALUES
  (11, 31, 1.0, NULL, 'unknown', 0), (12, 22, 0.75, 'source', 'known', 1);
INSERT INTO comparisons (story_id, sentence_a, sentence_b, alignment, score, differs) VALUES
  (1, 10, 21, 0.8, 0.9, 'casualties'), (1, 11, 31, 1.0, 0.05, ''), (1, 12, 22, 0.9, 0.6, 'quote-wording'), (1, 30, 31, 0.7, 0.1, ''),
  (1, 31, 50, 0.8, 0.2, ''), (1, 11, 50, 0.8, 0.2, ''), (1, 21, 30, 0.7, 0.3, '');
INSERT INTO fact_origins (fact_id, source_id, standing, outlets) VALUES
  (1, 1, 'own_voice', 1), (1, 3, 'own_voice', 1), (1, 7, 'unnamed', 1), (1, 9, 'unnamed', 1), (2, 1, 'own_voice', 1),
  (3, 5, 'named', 2), (4, 6, 'named', 2), (5, 5, 'named', 1);
