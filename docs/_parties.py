"""What the generated parts of docs/parties.md are made of: each function returns Markdown."""

import gzip
from datetime import date
from importlib.resources import files

from dateline.knowledge.atlas import provinces
from dateline.knowledge.parties import bodies, groups, holders, offices, party_rules, states
from dateline.knowledge.places import places
from dateline.reading.parties import known


def counts() -> str:
    """How much is known, counted from the files themselves."""
    table = gzip.decompress(files("dateline.knowledge").joinpath("cities.tsv.gz").read_bytes()).decode().splitlines()
    towns = sum(bool(line.split("\t")[1]) for line in table)
    former = sum(state.until is not None and state.until < date(2026, 1, 1) for state in states())
    rows = [
        ("states and territories, of them former", f"{len(states())}, {former}", "states.toml"),
        ("bodies, forums, organs, companies and outlets", len(bodies()), "bodies.toml"),
        ("of them with members", sum(bool(body.members) for body in bodies()), "bodies.toml"),
        ("armed and political groups, territories nobody recognises", len(groups()), "groups.toml"),
        ("offices", len(offices()), "holders.toml"),
        ("terms of office, of persons", f"{len(holders())}, {len({term.person for term in holders()})}", "holders.toml"),
        ("parties with a Wikidata id", sum(bool(party.wikidata) for party in known().values()), ""),
        ("places by hand: cities in the news, regions, waters", len(places()) - len(provinces()), "cities.toml, places.toml"),
        ("provinces and federal states with abbreviations", len(provinces()), "provinces.toml"),
        ("towns of the table", towns, "cities.tsv.gz"),
        ("American counties of the table", len(table) - towns, "cities.tsv.gz"),
    ]
    return "\n".join(["| what | how many | file |", "|---|---|---|", *(f"| {a} | {b} | {c} |" for a, b, c in rows)])


def rules() -> str:
    """The rules by which words are read as parties, each with its first example; all are run as tests."""
    rows = ["| rule | example | party |", "|---|---|---|"]
    for rule in party_rules():
        example = rule.examples[0]
        text = example.text.replace(example.words, f"*{example.words}*", 1)
        rows.append(f"| {rule.name} | {text} | `{example.party}` |")
    return "\n".join(rows)
