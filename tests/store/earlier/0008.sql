-- How sure the fields of a statement are.

UPDATE statements SET sure = '{"kind": 0.8}' WHERE id = 'c83465e613176810';
