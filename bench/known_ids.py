"""The Wikidata ids of the parties that Dateline knows, one a line: `python bench/known_ids.py > QIDS.txt`.

Scorers of linking ask only for what a system can know; this is that list.
"""

from dateline.knowledge.parties import states
from dateline.reading.parties import known

if __name__ == "__main__":
    ids = {party.wikidata for party in known().values()} | {state.parted_wikidata for state in states()}
    print("\n".join(sorted((id_ for id_ in ids if id_), key=lambda id_: int(id_[1:]))))
