"""Title, body and metadata of a file."""

from datetime import date

import pytest

from dateline.intake.clean import clean, origin_of

BODY = "The two ministers will meet in Vienna on Friday, their offices said.\n\nNo agenda was given."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ministers to meet in Vienna\n{BODY}", "Ministers to meet in Vienna"),
        (f"\n\n  Ministers to meet in Vienna  \n\n{BODY}", "Ministers to meet in Vienna"),
        (f"Ministers to meet in Vienna\r\n\r\n{BODY}", "Ministers to meet in Vienna"),
        (f"# Ministers to meet in Vienna\n\n{BODY}", "Ministers to meet in Vienna"),
        (f"## Ministers to meet ##\n\n{BODY}", "Ministers to meet"),
        (f"Ministers to meet\n=================\n\n{BODY}", "Ministers to meet"),
        (f"Who will come to Vienna?\n{BODY}", "Who will come to Vienna?"),
        (f"Envoys leave for the U.S.\n\n{BODY}", "Envoys leave for the U.S."),
        (f"“No talks,” says minister\n\n{BODY}", "“No talks,” says minister"),
    ],
)
def test_title(text: str, title: str) -> None:
    story = clean(text)
    assert story.title == title
    assert story.body == BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Only one line without a stop",
        "The two ministers will meet in\nVienna on Friday, their offices said.",
        "The two ministers will meet, said\nMr. Smith, who leads the delegation of\nthe host country, in the capital",
        "The ministers said on Friday:\n\nthey will meet.",
        "A" * 300 + "\n\n" + BODY,
    ],
    ids=["full sentence", "one line", "wrapped", "wrapped before a capital", "colon", "too long"],
)
def test_no_title(text: str) -> None:
    story = clean(text)
    assert story.title == ""
    assert story.body == text


@pytest.mark.parametrize(
    ("line", "source", "url"),
    [
        ("from world-news - EXAMPLE POST https://exa.mp/1aB", "EXAMPLE POST", "https://exa.mp/1aB"),
        ("from World - top - Example Post https://exa.mp/1aB", "top - Example Post", "https://exa.mp/1aB"),
        ("via Example Post https://exa.mp/1aB", "Example Post", "https://exa.mp/1aB"),
        ("Source: Example Post https://exa.mp/1aB", "Example Post", "https://exa.mp/1aB"),
        ("Source: Example Post", "Example Post", None),
        ("https://exa.mp/1aB", None, "https://exa.mp/1aB"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", " \r\n\r\n"])
def test_origin(line: str, source: str | None, url: str | None, end: str) -> None:
    story = clean(f"{BODY}\n\n\n\n{line}{end}")
    assert (story.body, story.origin, story.source, story.url) == (BODY, line, source, url)


@pytest.mark.parametrize(
    "line",
    [
        "From Vienna the minister flew home.",
        "from there - he said - they went on",
        "Read more at https://exa.mp/1aB today.",
        "From all that is known, as https://exa.mp/1aB says, " + "nothing follows " * 20 + "https://exa.mp/1aB",
    ],
)
def test_prose_is_no_origin(line: str) -> None:
    assert origin_of(f"{BODY}\n\n{line}") is None
    assert clean(f"{BODY}\n\n{line}").body.endswith(line)


@pytest.mark.parametrize(
    "head",
    [
        "Ministers to meet\nPublished: 2022-01-04\n\n",
        "Ministers to meet\nBy Ann Example and Bo Sample\n4 January 2022\n\n",
        "Ministers to meet\n\nJanuary 4, 2022\n\n",
        "Published on Tuesday, January 4, 2022\nMinisters to meet\n\n",
        "---\ntitle: Ministers to meet\ndate: 2022-01-04\ntags: [a, b]\n---\n\n",
        '---\ntitle: "Ministers to meet"\npublished: 4 Jan. 2022\n...\n',
        "Title: Ministers to meet\nDate: Tue, 4 Jan 2022 10:15:00 GMT\n\n",
    ],
)
def test_head(head: str) -> None:
    story = clean(head + BODY)
    assert (story.title, story.body, story.published) == ("Ministers to meet", BODY, date(2022, 1, 4))


def test_front_matter() -> None:
    story = clean(f"---\ntitle: Talks\nsource: Example Post\nurl: https://exa.mp/1\nlang: en\n---\n{BODY}")
    assert (story.source, story.url, story.language) == ("Example Post", "https://exa.mp/1", "en")


@pytest.mark.parametrize("head", ["Date: to be announced\n\n", "Moscow: a city waits\n\n", "By noon the talks were over.\n\n"])
def test_what_only_looks_like_a_head_stays(head: str) -> None:
    story = clean("Ministers to meet\n\n" + head + BODY)
    assert story.body == head + BODY


def test_lines_end_at_newline_only() -> None:
    body = "One\u2028two\x85three\x0cfour\x0bfive.\n\nSix."
    assert clean("Ministers to meet\n\n" + body).body == body


@pytest.mark.parametrize("text", ["x", "A title\n\nfrom a - b https://c.d/e", "---\n---", "# Title", "---", "https://exa.mp/1"])
def test_map_says_where_the_fields_lie(text: str) -> None:
    story = clean(text)
    assert text[story.map["title"] :].startswith(story.title)
    assert text[story.map["text"] :].startswith(story.body)
