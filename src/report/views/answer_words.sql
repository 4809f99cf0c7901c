-- Each value's answer in words for people: exact counts and known days normalised, all else as the article puts it.
-- columns: words, answer, fact_id, value_id
SELECT
  CASE
    WHEN kind IN ('quantity', 'casualties', 'money', 'age') AND low = high AND unit IS NULL THEN answer
    WHEN kind = 'date' AND date_low IS NOT NULL AND date_high IS NOT NULL THEN answer
    WHEN kind IN ('polarity', 'response') OR kind = 'other' AND attribute IS NOT 'account' THEN answer
    WHEN attribute = 'account' AND length(text) > 100 THEN trim(replace(substr(text, 1, 100), char(10), ' ')) || '…'
    ELSE trim(replace(text, char(10), ' '))
  END AS words,
  answer,
  fact_id,
  value_id
FROM claim_values
