"""How the tables of relations are written: the relations of a text as short lines."""

from dateline.model.relation import Relation
from dateline.reading.parse import Parser
from tests.knowledge.test_relations import relations_of

__all__ = ["told"]


def told(parser: Parser, text: str) -> list[str]:
    """The relations of a text, each as "SOURCE kind TARGET: office, from DATE, until DATE" with what is known."""
    return [line(relation) for relation in relations_of(parser, text)]


def line(relation: Relation) -> str:
    """One relation as a line."""
    words = f"{relation.source.value} {relation.kind.value}"
    words += f" {relation.target.value}" if relation.target else ""
    words += f": {relation.office.value}" if relation.office else ""
    words += f", from {relation.from_.value.edtf}" if relation.from_ else ""
    return words + (f", until {relation.until.value.edtf}" if relation.until else "")
