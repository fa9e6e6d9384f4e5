-- Each text tells a story of its own; one was written by an agency.

INSERT INTO stories ("text", "read_as", "story", "words") VALUES
  ('1a290324454881ef', '1a290324454881ef', '1a290324454881ef', 7),
  ('3cc25bee96db07c6', '3cc25bee96db07c6', '3cc25bee96db07c6', 3),
  ('e393fe68b0ae8ad6', 'e393fe68b0ae8ad6', 'e393fe68b0ae8ad6', 5);

INSERT INTO sketches ("value", "text") VALUES
  (466518284450519174, '1a290324454881ef'),
  (2890223402603388514, '3cc25bee96db07c6'),
  (4372449490928508862, 'e393fe68b0ae8ad6');

UPDATE documents SET wire = 'Reuters', wire_rule = 'the outlet is an agency' WHERE id = '4960479740fd3b14';
