-- Somebody corrected the kind of a statement.

INSERT INTO decisions ("id", "verb", "field", "value", "by", "at", "note") VALUES
  ('3a454038890f74af', 'correct', 'kind', 'reject', 'Ben', '2022-01-11T09:00:00.000000Z', '');

INSERT INTO anchors ("decision", "role", "ordinal", "report", "text", "field", "start", "end", "kind", "speaker") VALUES
  ('3a454038890f74af', 'one', 0, 'c83465e613176810', '1a290324454881ef', 'text', 42, 59, 'statement', '1dff15c1da501d85');
