"""The brief of the ledger as a document of Word (Office Open XML): headings, lists, links, on A4 paper with margins."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from dateline.views.ledger_brief import Line, Section, Sheet
from dateline.views.outward import legible

__all__ = ["brief_docx"]

WIDTH, HEIGHT, MARGIN = Mm(210), Mm(297), Mm(20)
FONT, SIZE, SMALL = "Calibri", Pt(10), Pt(8)
SOFT, LINKED = RGBColor(0x5D, 0x64, 0x70), "2F62B8"
HEADINGS = {"Title": Pt(16), "Heading 1": Pt(12), "Heading 2": Pt(10.5)}


def brief_docx(made: Sheet) -> bytes:
    """The bytes of the document."""
    document = Document()
    lay_out(document, made.title)
    document.add_paragraph(legible(made.title), style="Title")
    soft(document.add_paragraph(), made.under)
    for section in made.sections:
        put_section(document, section)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def lay_out(document: Any, title: str) -> None:
    """The paper, its margins and letters; a title, and no author but the program."""
    page = document.sections[0]
    page.page_width, page.page_height = WIDTH, HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, SIZE
    normal.paragraph_format.space_after = Pt(2)
    for name, size in HEADINGS.items():
        document.styles[name].font.size = size
        document.styles[name].paragraph_format.space_before = Pt(6)
        document.styles[name].paragraph_format.space_after = Pt(2)
    document.core_properties.title = legible(title)
    document.core_properties.author, document.core_properties.comments = "Dateline", ""


def put_section(document: Any, section: Section) -> None:
    """A part: its heading, the headings of its days, its lines as a list, and how many are left out."""
    document.add_heading(legible(section.title), 1)
    for heading, lines in section.days:
        if heading:
            document.add_heading(legible(heading), 2)
        for line in lines:
            put_line(document.add_paragraph(style="List Bullet"), line)
    if not section.lines and not section.left_out:
        document.add_paragraph(legible(section.none))
    if section.rest:
        soft(document.add_paragraph(), section.rest)


def put_line(paragraph: Paragraph, line: Line) -> None:
    """Sentences after their mark, and below them the sources with their links."""
    if line.mark:
        paragraph.add_run(legible(f"{line.mark}: ")).bold = True
    paragraph.add_run(legible(line.text)).add_break()
    for number, source in enumerate(line.sources):
        soft(paragraph, ("; " if number else "") + source.told + (", " if source.where else ""))
        if source.url:
            put_link(paragraph, source.url, source.where)
        else:
            soft(paragraph, source.where)
    if not line.sources:
        soft(paragraph, "no source")
    if line.more:
        soft(paragraph, f"; {line.more} more")


def soft(paragraph: Paragraph, words: str) -> None:
    """Words in small grey letters."""
    run = paragraph.add_run(legible(words))
    run.font.size, run.font.color.rgb = SMALL, SOFT


def put_link(paragraph: Paragraph, url: str, words: str) -> None:
    """A link that can be followed."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(legible(words))
    run.font.size, run.font.underline, run.font.color.rgb = SMALL, True, RGBColor.from_string(LINKED)
    link.append(run._r)
    paragraph._p.append(link)
