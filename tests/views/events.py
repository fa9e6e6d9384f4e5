"""Coded events made by hand for the tests of the formats."""

from datetime import UTC, date, datetime

from dateline.model.coded import Coded, Side
from dateline.model.evidence import Span
from dateline.model.place import Place
from dateline.model.position import Carrier
from dateline.model.when import When

RUSSIA = Side(party="RUS", name="Russia", kind="state", side="RUS", wikidata="Q159", words=Span("text", 0, 6, "Moscow"))
MINISTER = Side(
    party="Sergei Lavrov", name="Sergei Lavrov", kind="person", side="RUS", office="foreign minister", sectors=("GOV",),
    words=Span("text", 40, 46, "Lavrov"),
)  # fmt: skip
UKRAINE = Side(party="UKR", name="Ukraine", kind="state", side="UKR", words=Span("text", 15, 19, "Kyiv"))
BODY = Side(party="UN", name="United Nations", kind="organisation", side="UN", sectors=("IGO",))
REBELS = Side(party="Taliban", name="Taliban", kind="group", side="Taliban", sectors=("REB",))
FORMULA = Side(party="=SUM(A1)", name="=SUM(A1)", kind="group", side="=SUM(A1)")

GENEVA = Place("Geneva", "CHE", "geonames:2660646", "Geneva", "PPLA", 46.20222, 6.14569)
LEARNT = datetime(2022, 1, 5, 12, 30, tzinfo=UTC)


def carrier(name: str, source: str | None, url: str | None = None, day: date | None = date(2022, 1, 4)) -> Carrier:
    return Carrier(id=f"id-{name}", name=name, source=source, url=url, published=day, added_at=LEARNT)


WIRE = carrier("wire", "Reuters", "https://news.example/a?x=1&y=2")
COPY = carrier("copy", "Daily Example")


def event(**more: object) -> Coded:
    """Russia accuses Ukraine, on 3 January 2022, as one story tells that two outlets carried."""
    values: dict[str, object] = {
        "id": "0123456789abcdef", "text": "fedcba9876543210", "trigger": Span("text", 7, 14, "accused"), "type": "ACCUSE",
        "mode": "allege", "cameo": "112", "status": "happened", "contexts": ("military", "territory"), "actors": (RUSSIA,),
        "recipients": (UKRAINE,), "when": When.on(date(2022, 1, 3)), "place": None, "confidence": 0.73, "sentence": 1,
        "lead": True, "letters": 1200, "day": date(2022, 1, 4), "title": "Talks due", "language": "en",
        "carriers": (WIRE, COPY), "persons": ("Sergei Lavrov",), "bodies": ("United Nations",), "places": ("Geneva",),
    }  # fmt: skip
    return Coded(**{**values, **more})  # type: ignore[arg-type]
