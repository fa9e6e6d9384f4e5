-- How sure the fields of a report are. The other column, what it is part of, stays empty: no text here tells of two meetings.

UPDATE reports SET sure = '{"parties": 0.9, "date": 0.75}' WHERE id = '0e2005266f853762';
