"""The brief as a document of Word, opened again."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from dateline.ledger.database import Ledger
from dateline.views.ledger_brief import Line, Section, Sheet, Source
from dateline.views.ledger_brief_docx import brief_docx
from tests.views.test_ledger_brief import ledger, made  # noqa: F401


def opened(found: Sheet) -> Any:
    return Document(BytesIO(brief_docx(found)))


def styled(document: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def test_headings_and_lists(ledger: Ledger) -> None:  # noqa: F811
    found = made(ledger)
    document = opened(found)
    assert styled(document, "Title") == [found.title] == [document.core_properties.title]
    assert styled(document, "Heading 1") == [section.title for section in found.sections]
    days = [heading for section in found.sections for heading, _ in section.days if heading]
    assert days
    assert styled(document, "Heading 2") == days
    lines = [line for section in found.sections for line in section.lines]
    for shown, line in zip(styled(document, "List Bullet"), lines, strict=True):
        assert shown.startswith(f"{line.mark}: {line.text}\n" if line.mark else f"{line.text}\n")
        assert all(source.told in shown and source.where in shown for source in line.sources)


def test_links_can_be_followed(ledger: Ledger) -> None:  # noqa: F811
    found = made(ledger)
    document = opened(found)
    links = [link for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    urls = [source.url for section in found.sections for line in section.lines for source in line.sources if source.url]
    assert urls
    assert [link.address for link in links] == urls
    external = [each for each in document.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.HYPERLINK]
    assert {each.target_ref for each in external} == set(urls)


def test_paper(ledger: Ledger) -> None:  # noqa: F811
    (page,) = opened(made(ledger)).sections
    sizes = [page.page_width, page.page_height, page.left_margin, page.right_margin, page.top_margin, page.bottom_margin]
    for size, wanted in zip(sizes, (210, 297, 20, 20, 20, 20), strict=True):
        assert size == pytest.approx(Mm(wanted), abs=1000)


def test_what_stands_where_there_is_nothing() -> None:
    line = Line(text="Envoys \x00met\x1b[2J & <parted>.", sources=(Source("Wire, no date", "post.txt", None),), more=2)
    bare = replace(line, sources=(), more=0)
    sections = (
        Section(title="Empty", lines=(), none="Nothing is known."),
        Section(title="Cut", lines=(line, bare), none="", left_out=3),
    )
    document = opened(Sheet(title="Brief", under="", sections=sections))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Nothing is known." in text
    assert "3 further entries are left out" in text
    assert "Envoys met[2J & <parted>.\nWire, no date, post.txt; 2 more" in text
    assert "no source" in text
