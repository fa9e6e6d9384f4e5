-- An event: Egypt consults with Israel.

INSERT INTO events ("id", "text", "ordinal", "type", "cameo", "status", "contexts", "place", "country", "sentence", "lead", "confidence") VALUES
  ('cee969da53c363dc', 'e393fe68b0ae8ad6', 0, 'CONSULT', '036', 'planned', '', 'Cairo', 'EGY', 1, TRUE, 0.8);

INSERT INTO event_sides ("text", "entry", "role", "ordinal", "sectors") VALUES
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'actors', 0, 'GOV'),
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'recipients', 0, 'GOV');

INSERT INTO entry_parties ("text", "entry", "role", "ordinal", "party", "of", "side") VALUES
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'actors', 0, 'EGY', NULL, 'EGY'),
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'recipients', 0, 'ISR', NULL, 'ISR');

INSERT INTO spans ("text", "entry", "role", "ordinal", "field", "start", "end", "quote") VALUES
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'trigger', 0, 'text', 27, 31, 'talk');

INSERT INTO evidence ("text", "entry", "about", "ordinal", "number", "ground", "name", "start", "end", "words", "rule", "assumed") VALUES
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'type', 0, 0, 'span', 'text', 27, 31, 'talk', '<party> talks', FALSE),
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'cameo', 0, 0, 'span', 'text', 27, 31, 'talk', '<party> talks', FALSE),
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'status', 0, 0, 'span', 'text', 27, 31, 'talk', 'a date ahead', FALSE),
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'actors', 0, 0, 'span', 'text', 10, 15, 'Egypt', 'who acts', FALSE),
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'recipients', 0, 0, 'span', 'text', 20, 26, 'Israel', 'on whom', FALSE),
  ('e393fe68b0ae8ad6', 'cee969da53c363dc', 'place', 0, 0, 'span', 'text', 35, 40, 'Cairo', 'in <place>', FALSE);
