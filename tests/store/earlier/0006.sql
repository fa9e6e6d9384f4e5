-- A feed that is followed, and the field that a day was taken from.

INSERT INTO feeds ("url", "title", "added_at", "failures") VALUES
  ('https://wire.example/feed', 'The Wire', '2022-01-10T09:20:00.000000Z', 0);

UPDATE documents SET dated_by = 'feed: published' WHERE id = '4960479740fd3b14';
