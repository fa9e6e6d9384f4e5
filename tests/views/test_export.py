"""The formats of data sets: exact columns, codes as text, what is not known missing, pairs of sides."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.app import export as exporting
from dateline.knowledge.actors import icews_country
from dateline.model.coded import Coded, Side
from dateline.model.errors import InputError
from dateline.model.when import When
from dateline.views import export_flat, export_gdelt, export_icews, export_polecat
from dateline.views.dyads import Period, chart, dyads, graph
from dateline.views.export_days import Choice, day_of, is_background
from dateline.views.export_sides import cameo_actor, country_of, name_of, pairs, primary_sector
from tests.views.events import BODY, FORMULA, GENEVA, MINISTER, REBELS, RUSSIA, UKRAINE, WIRE, event


def polecat(coded: Coded, *, told: bool = False) -> dict[str, str]:
    return dict(zip(export_polecat.COLUMNS, next(export_polecat.rows([coded], told=told)), strict=True))


def gdelt(coded: Coded, *, told: bool = False) -> dict[str, str]:
    return dict(zip(export_gdelt.EVENTS, next(export_gdelt.event_rows([coded], told=told)), strict=True))


def test_polecat() -> None:
    row = polecat(event(place=GENEVA, actors=(MINISTER, RUSSIA)))
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"], row["Intensity"]) == (
        "ACCUSE", "allege", "VERBAL CONFLICT", "-3.5",
    )  # fmt: skip
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"]) == ("Sergei Lavrov; Russia", "RUS", "365")
    assert (row["Recipient Name"], row["Recipient Name Raw"], row["Recipient Title"]) == ("Ukraine", "Kyiv", "None")
    assert (row["City"], row["Country"], row["GeoNames ID"], row["Latitude"]) == ("Geneva", "CHE", "2660646", "46.20222")
    assert (row["Event Date"], row["Publication Date"], row["Source"]) == ("2022-01-03", "2022-01-04", "Reuters")
    assert (row["Contexts"], row["Wikipedia Actor ID"]) == ("military; territory", "None")


@pytest.mark.parametrize(("told", "day"), [(False, "None"), (True, "2022-01-04")])
def test_a_day_that_no_words_tell(told: bool, day: str) -> None:
    assert polecat(event(when=None), told=told)["Event Date"] == day


def test_gdelt_events() -> None:
    row = gdelt(event(place=GENEVA))
    assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) == ("20220103", "202201", "2022", "2022.0904")
    assert (row["Actor1Code"], row["Actor2Code"], row["EventCode"], row["EventRootCode"]) == ("RUS", "UKR", "112", "11")
    assert (row["QuadClass"], row["GoldsteinScale"], row["IsRootEvent"]) == ("3", "-2.0", "1")
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"], row["AvgTone"]) == ("2", "2", "2", "")
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_Type"], row["ActionGeo_ADM1Code"]) == ("SZ", "4", "")
    assert row["ActionGeo_FullName"] == "Geneva, Geneva, Switzerland"
    assert row["SOURCEURL"] == WIRE.url


def test_gdelt_mentions_fit_their_events() -> None:
    coded = [event(), event(id="0000000000000001", text="another story")]
    events = list(export_gdelt.event_rows(coded, told=False))
    mentions = [dict(zip(export_gdelt.MENTIONS, row, strict=True)) for row in export_gdelt.mention_rows(coded, told=False)]
    assert [row[export_gdelt.EVENTS.index("NumMentions")] for row in events] == ["4"]
    assert {mention["GLOBALEVENTID"] for mention in mentions} == {events[0][0]}
    first = mentions[0]
    assert (first["ActionCharOffset"], first["Actor1CharOffset"], first["SentenceID"], first["Confidence"]) == (
        "7",
        "0",
        "1",
        "73",
    )
    assert [mention["MentionType"] for mention in mentions[:2]] == ["1", "2"]


def test_icews() -> None:
    row = dict(zip(export_icews.COLUMNS, next(export_icews.rows([event()], told=False)), strict=True))
    assert (row["Event Text"], row["CAMEO Code"], row["Intensity"]) == ("Accuse", "112", "-2.0")
    assert (row["Source Country"], row["Source Sectors"], row["Target Name"]) == ("Russian Federation", "Government", "Ukraine")
    assert (row["City"], row["Latitude"]) == ("", "")


@pytest.mark.parametrize(
    ("coded", "expected"),
    [
        (event(), [("112", "RUS", "UKR")]),
        (event(cameo="042", actors=(MINISTER,)), [("042", "Sergei Lavrov", "UKR"), ("043", "UKR", "Sergei Lavrov")]),
        (event(cameo="046", actors=(RUSSIA, UKRAINE), recipients=()), [("046", "RUS", "UKR"), ("046", "UKR", "RUS")]),
        (event(actors=()), [("112", None, "UKR")]),
        (event(recipients=()), [("112", "RUS", None)]),
        (event(recipients=(UKRAINE, BODY)), [("112", "RUS", "UKR"), ("112", "RUS", "UN")]),
    ],
    ids=["one on one", "a visit both ways", "equals", "nobody acts", "on nobody", "on two"],
)  # fmt: skip
def test_pairs(coded: Coded, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = [(code, one.party if one else None, other.party if other else None) for code, one, other in pairs(coded)]
    assert found == expected


@pytest.mark.parametrize(
    ("side", "code", "country"),
    [(RUSSIA, "RUS", "RUS"), (MINISTER, "RUSGOV", "RUS"), (BODY, "IGOUNO", None), (REBELS, "REB", None), (FORMULA, None, None)],
)
def test_codes_of_sides(side: Side, code: str | None, country: str | None) -> None:
    assert (cameo_actor(side), country_of(side)) == (code, country)


@pytest.mark.parametrize(
    ("office", "of", "sector"),
    [
        ("foreign minister", "RUS", "GOV"), ("chief of the army staff", "PAK", "MIL"), ("opposition leader", "BLR", "OPP"),
        ("speaker of the house", "USA", "LEG"), ("secretary-general", "UN", "IGO"), ("former president", "FRA", "ELI"),
        ("executive secretary", "IGAD", "IGO"), (None, "RUS", None),
    ],
)  # fmt: skip
def test_sectors_by_office(office: str | None, of: str, sector: str | None) -> None:
    side = Side(party="A Name", name="A Name", kind="person", side=of, office=office)
    assert primary_sector(side) == sector


def test_a_state_that_no_story_names_in_full() -> None:
    assert name_of(Side(party="KOR", name="KOR", kind="state", side="KOR")) == "South Korea"


def test_csv_starts_no_formula() -> None:
    out = io.StringIO()
    export_flat.write_csv([event(actors=(FORMULA,), title="@now\tthen")], out)
    row = next(csv.DictReader(io.StringIO(out.getvalue())))
    assert (row["actors"], row["title"], row["goldstein"], row["place"]) == ("'=SUM(A1)", "'@now then", "-2.0", "")


def test_json_lines() -> None:
    out = io.StringIO()
    export_flat.write_json_lines([event(cameo="043", when=None)], out)
    row = json.loads(out.getvalue())
    assert (row["cameo"], row["cameo_root"], row["date"], row["story_date"], row["latitude"]) == (
        "043", "04", None, "2022-01-04", None,
    )  # fmt: skip


def test_parquet(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "events.parquet"
    exporting.write_file([event(), event(place=GENEVA, cameo="043")], "parquet", path, told=False)
    table: Any = parquet.read_table(path)
    assert table.column("cameo").to_pylist() == ["112", "043"]
    assert table.column("latitude").to_pylist() == [None, 46.20222]
    assert table.column("contexts").to_pylist()[0] == ["military", "territory"]
    assert [each.name for each in tmp_path.iterdir()] == ["events.parquet"]


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing.*No such file"):
        exporting.write_file([event()], "csv", tmp_path / "missing" / "events.csv", told=False)


@pytest.mark.parametrize(
    ("period", "label"), [("month", "2022-01"), ("week", "2022-W01"), ("day", "2022-01-03"), ("year", "2022"), ("all", "")]
)
def test_dyads(period: Period, label: str) -> None:
    found = dyads([event(), event(type="AID", mode=None, cameo="071"), event(actors=(MINISTER,))], period)
    assert [(each.period, each.source, each.target) for each in found] == [(label, "RUS", "UKR")]
    assert (found[0].quads, found[0].goldstein) == ({1: 0, 2: 1, 3: 2, 4: 0}, [-2.0, 7.4, -2.0])


@pytest.mark.parametrize(
    ("when", "period", "choice", "labels"),
    [
        (None, "month", Choice(told=True), ["2022-01"]),
        (None, "month", Choice(), []),
        (When.year(2014), "month", Choice(told=True), []),
        (When.year(2014), "year", Choice(), ["2014"]),
        (When.year(2014), "year", Choice(first=date(2014, 3, 1)), []),
        (When.month(2022, 1), "month", Choice(), ["2022-01"]),
        (When.month(2022, 1), "day", Choice(told=True), ["2022-01-04"]),
        (When(date(2014, 3, 18), None, "since"), "month", Choice(first=date(2022, 1, 1)), []),
        (When.on(date(2022, 1, 3)), "month", Choice(first=date(2022, 1, 3), last=date(2022, 1, 3)), ["2022-01"]),
        (When.on(date(2022, 1, 3)), "month", Choice(last=date(2022, 1, 2)), []),
    ],
)
def test_the_period_in_which_an_act_counts(when: When | None, period: Period, choice: Choice, labels: list[str]) -> None:
    assert [each.period for each in dyads([event(when=when)], period, choice)] == labels


def test_an_axis_of_time() -> None:
    pytest.importorskip("altair")
    coded = [event(when=When.on(date(2022, month, 3))) for month in (1, 2, 7)]
    drawn = chart(dyads(coded, "month"), {}, 3).to_dict()
    axis = drawn["layer"][0]["encoding"]["x"]
    assert (axis["field"], axis["type"], axis["axis"]["format"]) == ("start", "temporal", "%b %Y")
    assert [datetime.fromtimestamp(each / 1000, UTC).date().isoformat() for each in axis["axis"]["values"]] == [
        "2022-01-01", "2022-02-01", "2022-07-01",
    ]  # fmt: skip
    assert {each["start"] for rows in drawn["datasets"].values() for each in rows} == {"2022-01-01", "2022-02-01", "2022-07-01"}


@pytest.mark.parametrize(
    ("when", "bare", "told"),
    [
        (When.on(date(2022, 1, 3)), "2022-01-03", "2022-01-03"),
        (When(date(2022, 1, 3), date(2022, 1, 5), "extent"), "2022-01-03", "2022-01-03"),
        (When(date(2022, 1, 3), date(2022, 1, 9), "within"), None, "2022-01-04"),
        (When.month(2022, 1), None, "2022-01-04"),
        (When.year(2022), None, "2022-01-04"),
        (When.year(2014), None, None),
        (When(date(2014, 1, 1), date(2016, 12, 31), "extent"), None, None),
        (When(date(2014, 1, 1), None, "since"), None, "2022-01-04"),
        (When(date(2014, 3, 18), None, "since"), "2014-03-18", "2014-03-18"),
        (When(None, date(2014, 3, 18), "until"), None, None),
        (None, None, "2022-01-04"),
    ],
)
def test_the_day_that_a_set_gives(when: When | None, bare: str | None, told: str | None) -> None:
    assert (day_of(event(when=when), told=False), day_of(event(when=when), told=True)) == (bare, told)


@pytest.mark.parametrize(
    ("more", "background"),
    [
        ({}, False),
        ({"when": When.on(date(2020, 12, 1))}, True),
        ({"when": When.on(date(2021, 2, 1))}, False),
        ({"when": When.year(2014)}, True),
        ({"when": When.year(2022)}, True),
        ({"when": When(date(2014, 3, 18), None, "since")}, False),
        ({"when": When(None, date(2014, 3, 18), "until")}, True),
        ({"when": None}, False),
        ({"when": None, "status": "historical"}, True),
        ({"when": When.on(date(1914, 6, 28)), "day": None}, False),
    ],
)
def test_deeds_of_years_before(more: dict[str, object], background: bool) -> None:
    assert is_background(event(**more)) is background
    assert export_flat.event_object(event(**more))["background"] is background


YEARS_AGO, UNTOLD, LATER = event(when=When.year(2014)), event(when=None), event(when=When.on(date(2022, 2, 1)))


@pytest.mark.parametrize(
    ("choice", "days", "left_out"),
    [
        (Choice(), ["2022-01-03", "2022-02-01"], (1, 1)),
        (Choice(told=True), ["2022-01-03", "2022-01-04", "2022-02-01"], (0, 1)),
        (Choice(untold=True), ["2022-01-03", None, "2022-02-01"], (0, 1)),
        (Choice(untold=True, background=True), ["2022-01-03", None, None, "2022-02-01"], (0, 0)),
        (Choice(last=date(2022, 1, 31)), ["2022-01-03"], (1, 1)),
    ],
)
def test_what_has_rows_in_the_sets_of_others(choice: Choice, days: list[str | None], left_out: tuple[int, int]) -> None:
    events = [event(), UNTOLD, YEARS_AGO, LATER]
    fitting = exporting.fit(events, "icews", choice)
    assert [day_of(each, told=choice.told) for each in fitting.events] == days
    assert (fitting.untold, fitting.background) == left_out
    assert len(exporting.fit(events, "csv", choice).events) == 4


def test_a_graph_wants_no_day() -> None:
    assert len(exporting.fit([event(), UNTOLD, YEARS_AGO], "graphml", Choice()).events) == 2


def icews(coded: Coded, *, collapse: bool = False) -> list[tuple[str, ...]]:
    wanted = ("Source Name", "Source Country", "CAMEO Code", "Target Name", "Target Country")
    found = [
        dict(zip(export_icews.COLUMNS, row, strict=True)) for row in export_icews.rows([coded], told=False, collapse=collapse)
    ]
    return [tuple(row[name] for name in wanted) for row in found]


IRAN = Side(party="IRN", name="Iran", kind="state", side="IRN")
TALKS = event(cameo="046", type="CONSULT", mode=None, actors=(UKRAINE, RUSSIA, IRAN), recipients=())


@pytest.mark.parametrize(
    ("coded", "pairs", "row"),
    [
        (TALKS, 6, ("Iran", "Iran", "046", "Russia; Ukraine", "Russian Federation; Ukraine")),
        (event(actors=(RUSSIA, MINISTER)), 2, ("Russia; Sergei Lavrov", "Russian Federation", "112", "Ukraine", "Ukraine")),
        (event(cameo="043"), 2, ("Russia", "Russian Federation", "042", "Ukraine", "Ukraine")),
        (event(recipients=()), 1, ("Russia", "Russian Federation", "112", "", "")),
    ],
    ids=["equals", "two on one", "a visit", "on nobody"],
)
def test_an_act_of_many_sides_in_one_row(coded: Coded, pairs: int, row: tuple[str, ...]) -> None:
    assert len(icews(coded)) == pairs
    assert icews(coded, collapse=True) == [row]


def test_gdelt_collapsed() -> None:
    other = replace(TALKS, id="0000000000000001", actors=(IRAN, UKRAINE, RUSSIA))
    rows = list(export_gdelt.event_rows([TALKS, other], told=False, collapse=True))
    assert len(rows) == 1
    row = dict(zip(export_gdelt.EVENTS, rows[0], strict=True))
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor2Code"], row["Actor2Name"]) == (
        "IRN",
        "IRAN",
        "RUS",
        "RUSSIA; UKRAINE",
    )
    assert row["NumMentions"] == "4"


@pytest.mark.parametrize(
    ("state", "name"),
    [("RUS", "Russian Federation"), ("IRN", "Iran"), ("KOR", "South Korea"), ("VAT", "Holy See"), (None, None)],
)
def test_countries_as_icews_has_them(state: str | None, name: str | None) -> None:
    assert icews_country(state) == name


def test_words_and_country_in_the_flat_formats() -> None:
    row = export_flat.event_object(event(place=GENEVA, words="Moscow accused Kyiv."))
    assert (row["sentence_text"], row["place"], row["country"], row["country_name"]) == (
        "Moscow accused Kyiv.", "Geneva", "CHE", "Switzerland",
    )  # fmt: skip


def test_graph() -> None:
    networkx = pytest.importorskip("networkx")
    net = networkx.parse_graphml(graph(dyads([event(), event()], "all"), [RUSSIA, UKRAINE]))
    assert net.nodes["RUS"]["label"] == "Russia"
    assert net.edges["RUS", "UKR"]["events"] == 2


@pytest.mark.parametrize("ending", ["svg", "png", "html"])
def test_plot(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("altair")
    path = tmp_path / f"dyads.{ending}"
    exporting.draw(dyads([event(), event(actors=(BODY,))], "month"), {"RUS": "Russia"}, path, 3)
    head = path.read_bytes()[:2000]
    assert head.startswith({"svg": b"<svg", "png": b"\x89PNG", "html": b"<!DOCTYPE html>"}[ending])
    if ending != "png":
        assert b"Russia" in path.read_bytes()


@pytest.mark.parametrize(
    ("task", "message"),
    [
        (lambda: exporting.draw([], {}, Path("plot.pdf"), 3), r"\.png, \.svg or \.html"),
        (lambda: exporting.types_of("ACUSE"), "no type of event is called 'ACUSE'"),
        (lambda: exporting.statuses_of("done", "csv"), "no status is called 'done'"),
        (lambda: exporting.one_of("acled", exporting.FORMS, "format"), "no format is called 'acled'"),
    ],
    ids=["plot", "type", "status", "format"],
)
def test_what_is_not_there(task: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        task()
