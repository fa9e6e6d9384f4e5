-- The words under which the statement is found.

INSERT INTO sayings ("statement", "words") VALUES
  ('c83465e613176810', 'It plans nothing.');
