"""What the datasheet promises of the corpus, counted in its files."""

from collections import Counter
from functools import cache

from training.corpus.form import KINDS, MANNERS, PARTS, REGIONS, SPLITS, STATUSES, STORIES, Json, stories


@cache
def corpus() -> list[Json]:
    return stories()


def own() -> list[Json]:
    return [story for story in corpus() if story["part"] == "own"]


def test_half_is_our_own_and_half_is_real() -> None:
    assert Counter(story["part"] for story in corpus()) == {"own": 300, "wikinews": 150, "state-department": 150}


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in STORIES.parent.rglob("*") if path.is_file()) < 8_000_000


def test_own_stories_spread_over_decades_regions_crises_and_manners() -> None:
    decades = Counter(story["published"][:3] for story in own())
    assert set(decades) == {"198", "199", "200", "201", "202"}
    assert min(decades.values()) >= 30
    assert min(Counter(story["region"] for story in own())[region] for region in REGIONS) >= 12
    assert len({story["crisis"] for story in own()}) >= 40
    manners = Counter(story["manner"] for story in own())
    assert set(manners) == set(MANNERS)
    assert min(manners.values()) >= 10
    assert len({story["hand"] for story in own()}) >= 8


def test_own_stories_are_as_long_and_as_rich_in_meetings_as_real_ones() -> None:
    lengths = [len(story["text"].split()) for story in own()]
    assert min(lengths) >= 110
    assert max(lengths) <= 640
    meetings = [len(story["meetings"]) for story in own()]
    assert 1.6 <= sum(meetings) / len(meetings) <= 2.4
    assert meetings.count(0) >= 60
    assert sum(bool(story["lookalikes"]) for story in own()) >= 100


def test_every_status_and_every_kind_is_there_in_numbers() -> None:
    statuses = Counter(entry["status"] for story in own() for entry in story["meetings"])
    assert {status: statuses[status] for status in STATUSES if statuses[status] < 40} == {}
    kinds = Counter(entry["kind"] for story in own() for entry in story["statements"])
    assert {kind: kinds[kind] for kind in KINDS if kinds[kind] < 150} == {}


def test_every_manner_has_every_kind() -> None:
    seen = {(story["manner"], entry["kind"]) for story in own() for entry in story["statements"]}
    assert sorted((manner, kind) for manner in MANNERS for kind in KINDS if (manner, kind) not in seen) == []


def test_splits_keep_a_crisis_whole_and_hold_all_manners() -> None:
    sizes = Counter(story["split"] for story in corpus())
    assert sizes["train"] >= 470
    assert min(sizes["dev"], sizes["test"]) >= 55
    for crisis in {story["crisis"] for story in own()}:
        assert len({story["split"] for story in own() if story["crisis"] == crisis}) == 1, crisis
    for split in SPLITS:
        assert {story["manner"] for story in own() if story["split"] == split} == set(MANNERS)
        assert {story["part"] for story in corpus() if story["split"] == split} == set(PARTS)


def test_real_texts_name_their_licence_and_their_source() -> None:
    licences = {story["part"]: story["licence"] for story in corpus()}
    assert licences == {"own": "CC-BY-4.0", "wikinews": "CC-BY-2.5", "state-department": "public domain"}
    assert all(story["url"] for story in corpus() if story["part"] != "own")


def test_every_story_was_read_by_somebody() -> None:
    assert [story["id"] for story in corpus() if not story["readers"]] == []
    assert [story["id"] for story in corpus() if story["hand"] in story["readers"]] == []
    assert sum(len(story["readers"]) >= 2 for story in corpus()) >= 45
