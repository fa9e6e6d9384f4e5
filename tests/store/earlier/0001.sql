-- Three stories of two meetings, as the first Dateline kept them.

INSERT INTO texts ("id", "title", "body") VALUES
  ('1a290324454881ef', '', 'The council meets on Jan. 12 in Brussels. It plans nothing.'),
  ('3cc25bee96db07c6', '', 'It was moved to Jan. 14.'),
  ('e393fe68b0ae8ad6', '', 'Envoys of Egypt and Israel talk in Cairo.');

INSERT INTO documents ("id", "text", "name", "source", "url", "published", "day", "added_at") VALUES
  ('4960479740fd3b14', '1a290324454881ef', 'one.txt', 'Wire', 'https://wire.example/1', '2022-01-04', '2022-01-04', '2022-01-09T08:00:00.000000Z'),
  ('40094ae80c02f5a7', '3cc25bee96db07c6', 'two.txt', 'Paper', NULL, '2022-01-08', '2022-01-08', '2022-01-09T09:00:00.000000Z'),
  ('9eacd27d1cc66544', 'e393fe68b0ae8ad6', 'three.txt', 'Wire', NULL, '2022-01-08', '2022-01-08', '2022-01-09T10:00:00.000000Z');

INSERT INTO readings ("text", "document", "rules", "read_at", "day", "given", "earliest", "latest", "rivals") VALUES
  ('1a290324454881ef', '4960479740fd3b14', '0.0.9', '2022-01-09T08:00:00.000000Z', '2022-01-04', TRUE, '2022-01-04', '2022-01-04', '[]'),
  ('3cc25bee96db07c6', '40094ae80c02f5a7', '0.0.9', '2022-01-09T09:00:00.000000Z', '2022-01-08', TRUE, '2022-01-08', '2022-01-08', '[]'),
  ('e393fe68b0ae8ad6', '9eacd27d1cc66544', '0.0.9', '2022-01-09T10:00:00.000000Z', '2022-01-08', TRUE, '2022-01-08', '2022-01-08', '[]');

INSERT INTO parties ("id", "name", "kind", "of") VALUES
  ('NATO', 'NATO', 'state', NULL),
  ('RUS', 'Russia', 'state', NULL),
  ('Sergei Ryabkov', 'Sergei Ryabkov', 'person', 'RUS'),
  ('EGY', 'Egypt', 'state', NULL),
  ('ISR', 'Israel', 'state', NULL);

INSERT INTO reports ("id", "text", "ordinal", "kind", "status", "title", "forum", "place", "country", "feature", "held_earliest", "held_latest", "previous_earliest", "previous_latest", "after", "confidence", "block") VALUES
  ('0e2005266f853762', '1a290324454881ef', 0, 'council', 'scheduled', 'NATO-Russia Council council', 'NATO-Russia Council', 'Brussels', 'BEL', 'PPLC', '2022-01-12', '2022-01-12', NULL, NULL, '[]', 0.8, '0e2005266f853762'),
  ('d7e30f0d8ba9667d', '3cc25bee96db07c6', 0, 'council', 'scheduled', 'NATO-Russia Council council', 'NATO-Russia Council', NULL, NULL, NULL, '2022-01-14', '2022-01-14', '2022-01-12', '2022-01-12', '[]', 0.8, '0e2005266f853762'),
  ('b6cf4cef6ed71819', 'e393fe68b0ae8ad6', 0, 'talks', 'scheduled', 'EGY and ISR talks', NULL, 'Cairo', 'EGY', 'PPLC', '2022-02-01', '2022-02-01', NULL, NULL, '[]', 0.8, 'b6cf4cef6ed71819');

INSERT INTO statements ("id", "text", "ordinal", "kind", "form", "speaker", "confidence") VALUES
  ('c83465e613176810', '1a290324454881ef', 0, 'deny', 'indirect', 'RUS', 0.5);

INSERT INTO spans ("text", "entry", "role", "ordinal", "field", "start", "end", "quote") VALUES
  ('1a290324454881ef', '0e2005266f853762', 'mention', 0, 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.'),
  ('1a290324454881ef', 'c83465e613176810', 'content', 0, 'text', 42, 59, 'It plans nothing.'),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'mention', 0, 'text', 0, 24, 'It was moved to Jan. 14.'),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'mention', 0, 'text', 0, 41, 'Envoys of Egypt and Israel talk in Cairo.');

INSERT INTO entry_parties ("text", "entry", "role", "ordinal", "party", "of", "side") VALUES
  ('1a290324454881ef', '0e2005266f853762', 'parties', 0, 'NATO', NULL, 'NATO'),
  ('1a290324454881ef', '0e2005266f853762', 'parties', 1, 'RUS', NULL, 'RUS'),
  ('1a290324454881ef', '0e2005266f853762', 'people', 0, 'Sergei Ryabkov', 'RUS', 'RUS'),
  ('1a290324454881ef', 'c83465e613176810', 'of', 0, 'RUS', NULL, 'RUS'),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'parties', 0, 'NATO', NULL, 'NATO'),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'parties', 1, 'RUS', NULL, 'RUS'),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'parties', 0, 'EGY', NULL, 'EGY'),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'parties', 1, 'ISR', NULL, 'ISR');

INSERT INTO evidence ("text", "entry", "about", "ordinal", "number", "parent", "ground", "name", "start", "end", "words", "rule", "assumed") VALUES
  ('1a290324454881ef', '1a290324454881ef', 'published', 0, 0, NULL, 'stamp', 'published', NULL, NULL, '2022-01-04', 'the day the story gives', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'kind', 0, 0, NULL, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'a noun of meeting', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'status', 0, 0, NULL, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'the verb''s tense', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'forum', 0, 0, NULL, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'a forum''s name', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'place', 0, 0, NULL, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'in <place>', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'when', 0, 0, NULL, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'on <date>', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'when', 0, 1, 0, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'the year nearest to the story''s day', TRUE),
  ('1a290324454881ef', '0e2005266f853762', 'when', 0, 2, 1, 'stamp', 'published', NULL, NULL, '2022-01-04', 'the day the story gives', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'parties', 0, 0, NULL, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'who is named', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'parties', 1, 0, NULL, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'who is named', FALSE),
  ('1a290324454881ef', '0e2005266f853762', 'people', 0, 0, NULL, 'span', 'text', 0, 41, 'The council meets on Jan. 12 in Brussels.', 'a named person', FALSE),
  ('1a290324454881ef', 'c83465e613176810', 'speaker', 0, 0, NULL, 'span', 'text', 42, 59, 'It plans nothing.', '<speaker> says <content>', FALSE),
  ('1a290324454881ef', 'c83465e613176810', 'kind', 0, 0, NULL, 'span', 'text', 42, 59, 'It plans nothing.', '<speaker> says <content>', FALSE),
  ('1a290324454881ef', 'c83465e613176810', 'of', 0, 0, NULL, 'span', 'text', 42, 59, 'It plans nothing.', '<speaker> says <content>', FALSE),
  ('1a290324454881ef', 'c83465e613176810', 'statement', 0, 0, NULL, 'span', 'text', 42, 59, 'It plans nothing.', '<speaker> says <content>', FALSE),
  ('3cc25bee96db07c6', '3cc25bee96db07c6', 'published', 0, 0, NULL, 'stamp', 'published', NULL, NULL, '2022-01-08', 'the day the story gives', FALSE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'kind', 0, 0, NULL, 'span', 'text', 0, 24, 'It was moved to Jan. 14.', 'a noun of meeting', FALSE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'status', 0, 0, NULL, 'span', 'text', 0, 24, 'It was moved to Jan. 14.', 'the verb''s tense', FALSE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'forum', 0, 0, NULL, 'span', 'text', 0, 24, 'It was moved to Jan. 14.', 'a forum''s name', FALSE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'when', 0, 0, NULL, 'span', 'text', 0, 24, 'It was moved to Jan. 14.', 'on <date>', FALSE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'when', 0, 1, 0, 'span', 'text', 0, 24, 'It was moved to Jan. 14.', 'the year nearest to the story''s day', TRUE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'when', 0, 2, 1, 'stamp', 'published', NULL, NULL, '2022-01-08', 'the day the story gives', FALSE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'previously', 0, 0, NULL, 'span', 'text', 0, 24, 'It was moved to Jan. 14.', 'from <date>', FALSE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'parties', 0, 0, NULL, 'span', 'text', 0, 24, 'It was moved to Jan. 14.', 'who is named', FALSE),
  ('3cc25bee96db07c6', 'd7e30f0d8ba9667d', 'parties', 1, 0, NULL, 'span', 'text', 0, 24, 'It was moved to Jan. 14.', 'who is named', FALSE),
  ('e393fe68b0ae8ad6', 'e393fe68b0ae8ad6', 'published', 0, 0, NULL, 'stamp', 'published', NULL, NULL, '2022-01-08', 'the day the story gives', FALSE),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'kind', 0, 0, NULL, 'span', 'text', 0, 41, 'Envoys of Egypt and Israel talk in Cairo.', 'a noun of meeting', FALSE),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'status', 0, 0, NULL, 'span', 'text', 0, 41, 'Envoys of Egypt and Israel talk in Cairo.', 'the verb''s tense', FALSE),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'place', 0, 0, NULL, 'span', 'text', 0, 41, 'Envoys of Egypt and Israel talk in Cairo.', 'in <place>', FALSE),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'when', 0, 0, NULL, 'span', 'text', 0, 41, 'Envoys of Egypt and Israel talk in Cairo.', 'on <date>', FALSE),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'when', 0, 1, 0, 'span', 'text', 0, 41, 'Envoys of Egypt and Israel talk in Cairo.', 'the year nearest to the story''s day', TRUE),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'when', 0, 2, 1, 'stamp', 'published', NULL, NULL, '2022-01-08', 'the day the story gives', FALSE),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'parties', 0, 0, NULL, 'span', 'text', 0, 41, 'Envoys of Egypt and Israel talk in Cairo.', 'who is named', FALSE),
  ('e393fe68b0ae8ad6', 'b6cf4cef6ed71819', 'parties', 1, 0, NULL, 'span', 'text', 0, 41, 'Envoys of Egypt and Israel talk in Cairo.', 'who is named', FALSE);

INSERT INTO keys ("report", "ordinal", "anchor", "first", "last") VALUES
  ('0e2005266f853762', 0, '#nato-russia council', '2022-01-09', '2022-01-15'),
  ('0e2005266f853762', 1, 'NATO|RUS', '2022-01-09', '2022-01-15'),
  ('0e2005266f853762', 2, 'NATO@brussels', '2022-01-09', '2022-01-15'),
  ('0e2005266f853762', 3, 'RUS@brussels', '2022-01-09', '2022-01-15'),
  ('d7e30f0d8ba9667d', 0, '#nato-russia council', '2022-01-11', '2022-01-17'),
  ('d7e30f0d8ba9667d', 1, '#nato-russia council', '2022-01-09', '2022-01-15'),
  ('d7e30f0d8ba9667d', 2, 'NATO|RUS', '2022-01-11', '2022-01-17'),
  ('d7e30f0d8ba9667d', 3, 'NATO|RUS', '2022-01-09', '2022-01-15'),
  ('b6cf4cef6ed71819', 0, 'EGY|ISR', '2022-01-29', '2022-02-04'),
  ('b6cf4cef6ed71819', 1, 'EGY@cairo', '2022-01-29', '2022-02-04'),
  ('b6cf4cef6ed71819', 2, 'ISR@cairo', '2022-01-29', '2022-02-04');

INSERT INTO matches ("one", "other", "score", "reasons") VALUES
  ('0e2005266f853762', 'd7e30f0d8ba9667d', 6.7, '[["the same forum, NATO-Russia Council", 2.5], ["the same parties, NATO and RUS", 2.0], ["both council", 0.4], ["one moves it from the date that the other gives", 1.8]]');

INSERT INTO meetings ("id", "founder", "withdrawn", "kind", "status", "title", "forum", "place", "country", "held_earliest", "held_latest", "previous_earliest", "previous_latest", "claims", "confidence", "stories", "newest", "revision", "first_seen", "last_changed", "first_day", "last_day") VALUES
  ('dc3b7695bba267b7', '0e2005266f853762', FALSE, 'council', 'scheduled', 'NATO-Russia Council council', 'NATO-Russia Council', 'Brussels', 'BEL', '2022-01-14', '2022-01-14', '2022-01-12', '2022-01-12', '[{"field": "date", "value": "2022-01-12", "stories": 1, "believed": false, "why": "moved from this date", "rival": false}, {"field": "date", "value": "2022-01-14", "stories": 1, "believed": true, "why": "the date it was moved to", "rival": false}]', 0.848, 2, '2022-01-08', 2, '2022-01-09T08:00:00.000000Z', '2022-01-09T09:00:00.000000Z', '2022-01-14', '2022-01-14'),
  ('677c4eec1fff4a9e', 'b6cf4cef6ed71819', FALSE, 'talks', 'scheduled', 'EGY and ISR talks', NULL, 'Cairo', 'EGY', '2022-02-01', '2022-02-01', NULL, NULL, '[]', 0.8, 1, '2022-01-08', 1, '2022-01-09T10:00:00.000000Z', '2022-01-09T10:00:00.000000Z', '2022-02-01', '2022-02-01');

INSERT INTO meeting_reports ("report", "meeting", "ordinal", "score", "reasons") VALUES
  ('0e2005266f853762', 'dc3b7695bba267b7', 0, 6.7, '[["the same forum, NATO-Russia Council", 2.5], ["the same parties, NATO and RUS", 2.0], ["both council", 0.4], ["one moves it from the date that the other gives", 1.8]]'),
  ('d7e30f0d8ba9667d', 'dc3b7695bba267b7', 1, 6.7, '[["the same forum, NATO-Russia Council", 2.5], ["the same parties, NATO and RUS", 2.0], ["both council", 0.4], ["one moves it from the date that the other gives", 1.8]]'),
  ('b6cf4cef6ed71819', '677c4eec1fff4a9e', 0, NULL, '[]');

INSERT INTO meeting_parties ("meeting", "role", "ordinal", "party", "of", "side") VALUES
  ('dc3b7695bba267b7', 'parties', 0, 'NATO', NULL, 'NATO'),
  ('dc3b7695bba267b7', 'parties', 1, 'RUS', NULL, 'RUS'),
  ('dc3b7695bba267b7', 'people', 0, 'Sergei Ryabkov', 'RUS', 'RUS'),
  ('677c4eec1fff4a9e', 'parties', 0, 'EGY', NULL, 'EGY'),
  ('677c4eec1fff4a9e', 'parties', 1, 'ISR', NULL, 'ISR');

INSERT INTO steps ("meeting", "ordinal", "day", "report", "field", "value", "before", "quote") VALUES
  ('dc3b7695bba267b7', 0, '2022-01-04', '0e2005266f853762', 'status', 'scheduled', NULL, 'The council meets on Jan. 12 in Brussels.'),
  ('dc3b7695bba267b7', 1, '2022-01-04', '0e2005266f853762', 'date', '2022-01-12', NULL, 'The council meets on Jan. 12 in Brussels.'),
  ('dc3b7695bba267b7', 2, '2022-01-04', '0e2005266f853762', 'place', 'Brussels', NULL, 'The council meets on Jan. 12 in Brussels.'),
  ('dc3b7695bba267b7', 3, '2022-01-08', 'd7e30f0d8ba9667d', 'date', '2022-01-14', '2022-01-12', 'It was moved to Jan. 14.'),
  ('677c4eec1fff4a9e', 0, '2022-01-08', 'b6cf4cef6ed71819', 'status', 'scheduled', NULL, 'Envoys of Egypt and Israel talk in Cairo.'),
  ('677c4eec1fff4a9e', 1, '2022-01-08', 'b6cf4cef6ed71819', 'date', '2022-02-01', NULL, 'Envoys of Egypt and Israel talk in Cairo.'),
  ('677c4eec1fff4a9e', 2, '2022-01-08', 'b6cf4cef6ed71819', 'place', 'Cairo', NULL, 'Envoys of Egypt and Israel talk in Cairo.');

INSERT INTO changes ("meeting", "revision", "field", "at", "document", "before", "value") VALUES
  ('dc3b7695bba267b7', 1, 'status', '2022-01-09T08:00:00.000000Z', '4960479740fd3b14', NULL, 'scheduled'),
  ('dc3b7695bba267b7', 1, 'date', '2022-01-09T08:00:00.000000Z', '4960479740fd3b14', NULL, '2022-01-12'),
  ('dc3b7695bba267b7', 1, 'kind', '2022-01-09T08:00:00.000000Z', '4960479740fd3b14', NULL, 'council'),
  ('dc3b7695bba267b7', 1, 'forum', '2022-01-09T08:00:00.000000Z', '4960479740fd3b14', NULL, 'NATO-Russia Council'),
  ('dc3b7695bba267b7', 1, 'parties', '2022-01-09T08:00:00.000000Z', '4960479740fd3b14', NULL, 'NATO, RUS'),
  ('dc3b7695bba267b7', 1, 'people', '2022-01-09T08:00:00.000000Z', '4960479740fd3b14', NULL, 'Sergei Ryabkov'),
  ('dc3b7695bba267b7', 1, 'place', '2022-01-09T08:00:00.000000Z', '4960479740fd3b14', NULL, 'Brussels'),
  ('dc3b7695bba267b7', 1, 'title', '2022-01-09T08:00:00.000000Z', '4960479740fd3b14', NULL, 'NATO-Russia Council council'),
  ('dc3b7695bba267b7', 2, 'date', '2022-01-09T09:00:00.000000Z', '40094ae80c02f5a7', '2022-01-12', '2022-01-14'),
  ('dc3b7695bba267b7', 2, 'previously', '2022-01-09T09:00:00.000000Z', '40094ae80c02f5a7', NULL, '2022-01-12'),
  ('677c4eec1fff4a9e', 1, 'status', '2022-01-09T10:00:00.000000Z', '9eacd27d1cc66544', NULL, 'scheduled'),
  ('677c4eec1fff4a9e', 1, 'date', '2022-01-09T10:00:00.000000Z', '9eacd27d1cc66544', NULL, '2022-02-01'),
  ('677c4eec1fff4a9e', 1, 'kind', '2022-01-09T10:00:00.000000Z', '9eacd27d1cc66544', NULL, 'talks'),
  ('677c4eec1fff4a9e', 1, 'parties', '2022-01-09T10:00:00.000000Z', '9eacd27d1cc66544', NULL, 'EGY, ISR'),
  ('677c4eec1fff4a9e', 1, 'place', '2022-01-09T10:00:00.000000Z', '9eacd27d1cc66544', NULL, 'Cairo'),
  ('677c4eec1fff4a9e', 1, 'title', '2022-01-09T10:00:00.000000Z', '9eacd27d1cc66544', NULL, 'EGY and ISR talks');
