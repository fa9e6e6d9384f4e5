-- A relation: Egypt is an ally of Israel; somebody says that it is a dispute.

INSERT INTO relations ("id", "text", "ordinal", "kind", "source", "target") VALUES
  ('dca83d8d4937074b', 'e393fe68b0ae8ad6', 0, 'ally', 'EGY', 'ISR');

INSERT INTO entry_parties ("text", "entry", "role", "ordinal", "party", "of", "side") VALUES
  ('e393fe68b0ae8ad6', 'dca83d8d4937074b', 'source', 0, 'EGY', NULL, 'EGY'),
  ('e393fe68b0ae8ad6', 'dca83d8d4937074b', 'target', 0, 'ISR', NULL, 'ISR');

INSERT INTO spans ("text", "entry", "role", "ordinal", "field", "start", "end", "quote") VALUES
  ('e393fe68b0ae8ad6', 'dca83d8d4937074b', 'relation', 0, 'text', 10, 26, 'Egypt and Israel');

INSERT INTO evidence ("text", "entry", "about", "ordinal", "number", "ground", "name", "start", "end", "words", "rule", "assumed") VALUES
  ('e393fe68b0ae8ad6', 'dca83d8d4937074b', 'kind', 0, 0, 'span', 'text', 10, 26, 'Egypt and Israel', '<side> is an ally of <side>', FALSE),
  ('e393fe68b0ae8ad6', 'dca83d8d4937074b', 'source', 0, 0, 'span', 'text', 10, 15, 'Egypt', 'who is named', FALSE),
  ('e393fe68b0ae8ad6', 'dca83d8d4937074b', 'target', 0, 0, 'span', 'text', 20, 26, 'Israel', 'who is named', FALSE);

INSERT INTO decisions ("id", "verb", "field", "value", "by", "at", "note") VALUES
  ('6764d4b78a9ea670', 'correct', 'kind', 'dispute', 'Eva', '2022-01-12T09:00:00.000000Z', '');

INSERT INTO anchors ("decision", "role", "ordinal", "report", "text", "field", "start", "end", "kind", "relation") VALUES
  ('6764d4b78a9ea670', 'one', 0, 'dca83d8d4937074b', 'e393fe68b0ae8ad6', 'text', 10, 26, 'relation', 'ally 3a734450662cccea c95fd49591667250');
