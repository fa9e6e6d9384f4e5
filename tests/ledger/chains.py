"""Chains of stories about one or more occasions, with what is to be believed in the end, whatever the order of arrival."""

from dataclasses import dataclass

from dateline.model.reading import Reading
from tests.ledger.build import Told, story

NRC = {"parties": ("NATO", "RUS"), "kind": "council", "forum": "NATO-Russia Council"}
GENEVA = {"parties": ("USA", "RUS"), "place": "Geneva"}
RYABKOV = (("Sergei Ryabkov", "RUS"), ("Wendy Sherman", "USA"))
LAVROV = (("Sergei Lavrov", "RUS"), ("Antony Blinken", "USA"))


@dataclass(frozen=True)
class Chain:
    """Stories, and (status, date, number of stories) of each meeting that they make."""

    name: str
    stories: tuple[Reading, ...]
    believed: tuple[tuple[str, str | None, int], ...]


CHAINS = (
    Chain(
        "proposed, scheduled, confirmed, held",
        (
            story("2022-01-02", Told("The alliance proposes a council with Moscow.", **NRC, status="proposed")),
            story("2022-01-04", Told("The council meets on Jan. 12 in Brussels.", **NRC, date="2022-01-12", place="Brussels")),
            story("2022-01-06", Told("Moscow confirms Jan. 12.", **NRC, date="2022-01-12", status="confirmed")),
            story("2022-01-13", Told("The two met on Wednesday.", ("NATO", "RUS"), "2022-01-12", "held", place="Brussels")),
        ),
        (("held", "2022-01-12", 4),),
    ),
    Chain(
        "moved and held",
        (
            story("2022-01-04", Told("Council on Jan. 12.", **NRC, date="2022-01-12")),
            story("2022-01-08", Told("Moved from Jan. 12 to Jan. 14.", **NRC, date="2022-01-14", previously="2022-01-12")),
            story("2022-01-15", Told("It took place on Friday.", **NRC, date="2022-01-14", status="held")),
        ),
        (("held", "2022-01-14", 3),),
    ),
    Chain(
        "called off",
        (
            story("2022-02-18", Told("Ministers to meet in Geneva on Feb. 24.", **GENEVA, date="2022-02-24", people=LAVROV)),
            story("2022-02-20", Told("Moscow expects them on Feb. 24.", **GENEVA, date="2022-02-24", people=LAVROV)),
            story("2022-02-22", Told("Washington calls off the talks.", **GENEVA, status="cancelled", people=LAVROV)),
        ),
        (("cancelled", "2022-02-24", 3),),
    ),
    Chain(
        "put off, then a new date",
        (
            story("2022-03-01", Told("Council set for March 10.", **NRC, date="2022-03-10")),
            story("2022-03-08", Told("Council put off.", **NRC, status="postponed", previously="2022-03-10")),
            story("2022-03-20", Told("Council to meet on April 2.", **NRC, date="2022-04-02")),
        ),
        (("scheduled", "2022-04-02", 3),),
    ),
    Chain(
        "rivals on one day",
        (
            story(
                "2022-01-08",
                Told("Deputies meet in Geneva on Jan. 10.", **GENEVA, date="2022-01-10", people=RYABKOV),
                Told("Ministers speak by phone on Jan. 10.", ("USA", "RUS"), "2022-01-10", kind="call", people=LAVROV),
            ),
            story(
                "2022-01-11", Told("The deputies talked on Monday.", **GENEVA, date="2022-01-10", status="held", people=RYABKOV)
            ),
            story(
                "2022-01-11",
                Told("The ministers talked by phone on Monday.", ("USA", "RUS"), "2022-01-10", "held", "call", people=LAVROV),
            ),
        ),
        (("held", "2022-01-10", 2), ("held", "2022-01-10", 2)),
    ),
    Chain(
        "rounds stay apart",
        (
            story("2022-02-27", Told("First round on Feb. 28.", ("RUS", "UKR"), "2022-02-28", kind="negotiation")),
            story("2022-03-01", Told("First round held Monday.", ("RUS", "UKR"), "2022-02-28", "held", "negotiation")),
            story("2022-03-02", Told("Second round on March 3.", ("RUS", "UKR"), "2022-03-03", kind="negotiation")),
            story("2022-03-04", Told("Second round held.", ("RUS", "UKR"), "2022-03-03", "held", "negotiation")),
        ),
        (("held", "2022-02-28", 2), ("held", "2022-03-03", 2)),
    ),
    Chain(
        "a vague story joins the occasion that fits it best",
        (
            story("2022-01-04", Told("Talks in Geneva on Jan. 10.", **GENEVA, date="2022-01-10")),
            story("2022-01-05", Told("OSCE talks on Jan. 13.", ("RUS", "UKR", "USA"), "2022-01-13", forum="OSCE")),
            story("2022-01-05", Told("US and Russia talk next week.", **GENEVA, date="~2022-01-10/2022-01-16")),
        ),
        (("scheduled", "2022-01-10", 2), ("scheduled", "2022-01-13", 1)),
    ),
    Chain(
        "an outlet a day off",
        (
            story("2022-01-04", Told("Council Jan. 12.", **NRC, date="2022-01-12", place="Brussels")),
            story("2022-01-05", Told("Council on Jan. 13.", **NRC, date="2022-01-13", place="Brussels"), source="Other"),
            story("2022-01-06", Told("Again: Jan. 12.", **NRC, date="2022-01-12", place="Brussels"), source="Third"),
        ),
        (("scheduled", "2022-01-12", 3),),
    ),
    Chain(
        "a later look back moves nothing",
        (
            story("2022-01-04", Told("Council on 12 January.", **NRC, date="2022-01-12")),
            story("2022-01-13", Told("It met on Wednesday.", **NRC, date="2022-01-12", status="held")),
            story("2022-01-20", Told("It was to meet on Jan. 12.", **NRC, date="2022-01-12", status="scheduled")),
        ),
        (("held", "2022-01-12", 3),),
    ),
    Chain(
        "one story in two outlets",
        (
            story("2022-01-04", Told("Council on Wednesday.", **NRC, date="2022-01-12"), source="Wire"),
            story("2022-01-05", Told("Council on Wednesday.", **NRC, date="2022-01-12"), source="Paper"),
        ),
        (("scheduled", "2022-01-12", 1),),
    ),
)
