"""Pieces of HTML that are made to be slow to clean: they say what they say, in good time."""

from time import process_time

import pytest

from dateline.intake import clean_html, clean_tags
from dateline.intake.clean_html import words_of

ATTRIBUTES = " ".join(f"a{number}=b" for number in range(120_000))
PIECES = [
    "<p>a <b class='x'>b</b> c</p>",
    "<ul><li>x</li><li>y</li></ul>",
    "<table><tr><td>1</td><td>2</td></tr></table>",
    "t &amp; u &lt;b&gt;&nbsp;v",
    "fo<!-- <p> -->o",
    "<script>if (a<b) alert('</p>')</script>",
    "<style>p > a {}</style>",
    "<svg><title>t</title><style/><g/></svg>",
    "<div class='a>b'>in<br/>it</div>",
    '<a href=x title=">" rel=\'"\' ="c>d</a>',
    "<select><option>1</select><button>go</button>",
    " 1 < 2 > 0 ",
    "<textarea><p></textarea>",
    "<iframe><i>z</i></iframe>",
    "<o:p></o:p></><?php a ?><![CDATA[q]]>",
    "<noscript><p>q</p></noscript>",
]


@pytest.mark.parametrize(
    "piece",
    [
        "<table>" + "<br>" * 160_000,
        "<table><tr>" + "<img src=a>" * 160_000,
        "<table>" + "<b>a</b>" * 160_000,
        "<table><br></table>" * 120_000,
        f"<p {ATTRIBUTES}>a</p>",
        f"<p><a {ATTRIBUTES}",
    ],
    ids=["breaks-in-a-table", "in-a-row", "closed-in-a-table", "tables", "attributes", "no-end"],
)
def test_pieces_that_parsers_take_the_square_of(piece: str) -> None:
    words_of("<p>a</p>")
    start = process_time()
    words_of(f"<p>Envoys met.</p>{piece}")
    assert process_time() - start < 2


@pytest.mark.parametrize("piece", [*PIECES, "".join(PIECES), "".join(reversed(PIECES))])
def test_a_piece_says_the_same_whichever_way_it_is_read(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = words_of(piece)
    monkeypatch.setattr(clean_tags, "SHORT", -1)
    assert words_of(piece) == told
    monkeypatch.setattr(clean_html, "MOST_TAGS", -1)
    assert words_of(piece) == told


def test_a_long_table_is_read_row_by_row() -> None:
    row = "<tr><td class='a > b'>Envoys &amp; hosts</td><td>met</td></tr>"
    assert words_of(f"<table>{row * 3_000}</table>").split("\n\n") == ["Envoys & hosts met"] * 3_000


def test_numbers_of_characters_without_end() -> None:
    assert words_of(f"<p>a&#{'9' * 5_000};b&#{'0' * 5_000}65;&#x{'9' * 5_000};&#1234567890</p>") == "a\ufffdbA\ufffd\ufffd"
