-- A person confirmed the talks in Cairo, so the figures of that meeting are others; outlets, watches, calendars, a tombstone.

INSERT INTO decisions ("id", "verb", "by", "at", "note") VALUES
  ('0d9dd77064fec1c2', 'confirm', 'Ana', '2022-01-10T09:00:00.000000Z', 'by telephone');

INSERT INTO anchors ("decision", "role", "ordinal", "report", "text", "field", "start", "end") VALUES
  ('0d9dd77064fec1c2', 'one', 0, 'b6cf4cef6ed71819', 'e393fe68b0ae8ad6', 'text', 0, 41);

UPDATE meetings SET confidence = 1.0, credibility = 1 WHERE id = '677c4eec1fff4a9e';

INSERT INTO outlets ("key", "name", "reliability", "at", "by", "note") VALUES
  ('wire', 'Wire', 'A', '2022-01-10T09:05:00.000000Z', 'Ana', '');

INSERT INTO watches ("name", "asked", "made_at") VALUES
  ('nile', '{"parties": ["EGY"]}', '2022-01-10T09:10:00.000000Z');

INSERT INTO looks ("name", "at") VALUES
  ('changes', '2022-01-09T09:30:00.000000Z');

INSERT INTO published ("meeting", "sequence", "first", "last") VALUES
  ('dc3b7695bba267b7', 1, '2022-01-12', '2022-01-12');

INSERT INTO tombstones ("document", "text", "source", "at", "by", "note") VALUES
  ('0123456789abcdef', 'fedcba9876543210', 'Wire', '2022-01-10T09:15:00.000000Z', 'Ana', 'a mistake');
