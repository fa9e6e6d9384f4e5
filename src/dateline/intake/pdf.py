"""The text of a PDF file, page after page."""

import logging
from io import BytesIO

from dateline.intake.clean_html import legible
from dateline.intake.decode import LONGEST_STORY
from dateline.model.errors import InputError

__all__ = ["is_pdf", "text_of_pdf"]

LARGEST = 15_000_000
MOST_PAGES = 200
BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)

MOST_READS = 800_000
"""Twice those of a sound file of 200 pages with a hundred links each; a broken one is read byte by byte, again and again."""


SEARCHED, PREPARED = 100, 200
"""Bytes that are searched in the time of a read, and reads in that of what goes before a search."""


class Bounded(BytesIO):
    """A file that may be read from, and searched, only so often."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.left = MOST_READS
        self.search = len(data) // SEARCHED + PREPARED

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes; an `OSError` where the file was read from too often."""
        self.takes(1)
        return super().read(size)

    def getbuffer(self) -> memoryview:
        """All of the file, to be searched for an object that is not where it should be."""
        self.takes(self.search)
        return super().getbuffer()

    def takes(self, reads: int) -> None:
        """An `OSError` where there were too many."""
        self.left -= reads
        if self.left < 0:
            raise OSError("read from its start over and over")


def is_pdf(data: bytes) -> bool:
    """Does it begin as a PDF file does?"""
    return b"%PDF-" in data[:1024]


def text_of_pdf(data: bytes) -> str:
    """The words of a PDF file, a blank line between its pages; an `InputError` where it has none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    if len(data) > LARGEST:
        raise InputError(f"a PDF file of more than {LARGEST:,} bytes: save the text of the story")
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    pages: list[str] = []
    try:
        reader = PdfReader(Bounded(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("an encrypted PDF file: save the text of the story")
        for page in reader.pages[:MOST_PAGES]:
            pages.append(legible(page.extract_text()).strip())
            if sum(map(len, pages)) > LONGEST_STORY:
                raise InputError(f"longer than {LONGEST_STORY:,} characters: no story but a collection")
    except (PyPdfError, *BROKEN) as error:
        raise InputError(f"a PDF file that cannot be read ({type(error).__name__}): save the text of the story") from error
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise InputError("no words in this PDF file: its pages are pictures")
    return text
