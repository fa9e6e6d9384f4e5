"""How well the last mention of a text fits the occasion of the first: the points, exactly; -10 is a contradiction."""

import pytest

from dateline.reading.meetings.fit import score
from dateline.reading.meetings.gather import fill
from dateline.reading.meetings.occasion import Occasion
from dateline.reading.parse import Parser
from tests.reading.meetings.tables import mentions, read_before

CASES = [
    ("Kenya and Somalia held talks. The talks ended.", 1.0),
    ("Kenya and Somalia held talks. It rained. The talks ended.", 1.0),
    ("Kenya and Somalia held talks. It rained. It rained. The talks ended.", -10),
    ("Kenya and Somalia held talks on Monday. It rained. It rained. The talks on Monday ended.", 2.0),
    ("Kenya and Somalia held talks. Kenya and Somalia met.", 1),
    ("Kenya and Somalia held talks on Monday. Kenya and Somalia met on Monday.", 2),
    ("Kenya and Somalia held talks in Nairobi. Kenya and Somalia met in Nairobi.", 1.7),
    ("Kenya and Somalia held talks in Kenya. Kenya and Somalia met in Nairobi.", 1),
    ("Kenya and Somalia held talks in Chad. Kenya and Somalia met in Nairobi.", -10),
    ("Kenya and Somalia held talks. Kenya, Chad and Somalia met.", 0.7),
    ("Kenya and Somalia held talks. Kenya and Chad met.", -10),
    ("Kenya, Mali and Somalia held talks. Kenya, Chad and Somalia met.", 0.53),
    ("Kenya and Somalia held talks. Kenya and Somalia will meet.", 0),
    ("Kenya and Somalia will hold talks. Kenya and Somalia met.", 0),
    ("Kenya and Somalia will hold talks on May 20. Kenya and Somalia met.", 0),
    ("Kenya and Somalia will hold talks on May 20. Kenya and Somalia will meet on May 20.", 2),
    ("Kenya and Somalia suspended talks. Kenya and Somalia will meet.", 0),
    ("Kenya and Somalia suspended talks. Kenyan President Uhuru Kenyatta met Somali President Mohamed Abdullahi Mohamed.", 0),
    ("Kenyan President Uhuru Kenyatta met Somali President Mohamed Abdullahi Mohamed. Kenya and Somalia suspended talks.", 0),
    ("Kenya and Somalia held talks. Kenyan President Uhuru Kenyatta met Somali ministers.", 1),
    ("Kenyan President Uhuru Kenyatta visited Mogadishu. Kenyan Foreign Minister Monica Juma visited Mogadishu.", -10),
    ("Kenyan President Uhuru Kenyatta visited Mogadishu. The visit by Uhuru Kenyatta ended.", 1.6),
    ("Kenyan President Uhuru Kenyatta visited Mogadishu. Uhuru Kenyatta met Somali ministers.", -10),
    ("Kenyan President Uhuru Kenyatta visited Mogadishu to meet Somali ministers.", 3),
    ("Kenyan President Uhuru Kenyatta phoned Somali ministers. Uhuru Kenyatta met Somali ministers.", -10),
    ("Kenyan President Uhuru Kenyatta phoned Somali ministers. Uhuru Kenyatta talked to Somali ministers.", 1),
    ("Kenya and Somalia held talks. Kenya and Somalia held meetings.", 0.5),
    ("Kenya and Somalia held talks. The meetings between Kenya and Somalia ended.", 1),
    ("The UN Security Council met. The UN Security Council held a session on Mali.", 2),
    ("The UN Security Council met. The UN General Assembly met.", -10),
    ("Kenya and Somalia postponed a summit from May 20 to May 27. Kenya and Somalia planned a summit on May 20.", -10),
    ("Kenya met Somalia for talks.", 2.7),
    ("Kenyan President Uhuru Kenyatta met Edgar Lungu. Edgar Lungu met Joao Lourenco.", -10),
    ("Uhuru Kenyatta, Edgar Lungu and Joao Lourenco met. Uhuru Kenyatta met Edgar Lungu.", 0.7),
]


@pytest.mark.parametrize(("text", "points"), CASES, ids=[text for text, _ in CASES])
def test_points(parser: Parser, text: str, points: float) -> None:
    _, findings = read_before(parser, text)
    filled = [fill(mention, findings) for mention in mentions(parser, text)]
    assert score(filled[-1], Occasion().add(filled[0])) == pytest.approx(points, abs=0.01)
