"""The Wikidata ids of the parties that Dateline knows, one a line: `python bench/known_ids.py > QIDS.txt`.

Scorers of linking ask only for what a system can know; this is that list.
"""

from dateline.reading.parties_lexicon import known

if __name__ == "__main__":
    print("\n".join(sorted({party.wikidata for party in known().values() if party.wikidata}, key=lambda id_: int(id_[1:]))))
