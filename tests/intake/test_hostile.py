"""Whatever the bytes: a document or a refusal, and offsets that hold."""

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake.clean import clean
from dateline.intake.file import from_bytes
from dateline.intake.lines import from_lines
from dateline.model.document import Document
from dateline.model.problem import Refusal

PIECES = st.sampled_from(
    ["\n", "\r\n", "\n\n", "---\n", "# ", "Title", "title: x", "date: 2022-01-04", "from a - b ", "https://c.d/e", "===", " ",
     "\t", "They met.", "they", "“Yes”", "🌍", "\u2028", "\x85", "\ufeff", "By Ann", "Source: ", "...", "\x0c", "é"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))


def sound(story: Document | Refusal) -> bool:
    """Is it one of the two, and writable as UTF-8?"""
    if isinstance(story, Refusal):
        return bool(story.problems[0].what.encode()) and bool(story.name.encode())
    story.text.body.encode()
    return bool(story.text.body.strip() or story.text.title.strip())


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert sound(from_bytes(data, "x"))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_fields_are_slices(text: str) -> None:
    story = clean(text)
    for field, words in (("title", story.title), ("text", story.body)):
        start = story.map[field]  # type: ignore[index]
        assert text[start : start + len(words)] == words
    assert story.map["text"] >= story.map["title"] + len(story.title) or not (story.title and story.body)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_encodings_agree(text: str, encoding: str) -> None:
    plain, coded = from_bytes(text.encode("utf-8", "replace"), "x"), from_bytes(text.encode(encoding, "replace"), "x")
    assert sound(coded)
    if isinstance(plain, Document) and not text.startswith("\ufeff"):
        assert coded == plain


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(st.binary(max_size=60), st.sampled_from([b'{"id": "a", "text": "b"}', b'{"id": "', b"{}"])), max_size=8)
)
def test_any_lines(lines: list[bytes]) -> None:
    assert all(sound(story) for story in from_lines(BytesIO(b"\n".join(lines))))
