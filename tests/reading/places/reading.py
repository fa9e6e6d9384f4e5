"""What the tests of the parts of this reader share: a story with its places."""

from dateline.model.document import Document, Text
from dateline.model.place import Place
from dateline.reading.desk import Findings
from dateline.reading.parse import Parser
from dateline.reading.parties import find_parties
from dateline.reading.places import find_places
from tests.conftest import EXAMPLE_DAY

__all__ = ["places_of"]


def places_of(parser: Parser, text: str) -> tuple[Place, ...]:
    story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    return find_places(story, find_parties(story, Findings())).places
