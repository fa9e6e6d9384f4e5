"""From bytes to characters."""

import pytest

from dateline.intake.decode import LONGEST_STORY, decode
from dateline.model.errors import InputError

WORDS = "“We won’t come,” said Müller – 5 % of €3bn. 🌍"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (WORDS.encode(), WORDS),
        (WORDS.encode("utf-8-sig"), WORDS),
        (WORDS.encode("utf-16"), WORDS),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS),
        (WORDS.encode("utf-32"), WORDS),
        (WORDS[:-2].encode("cp1252"), WORDS[:-2]),
        (b"plain \x1a\x0c words", "plain \x1a\x0c words"),
        (b"a\r\nb", "a\r\nb"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16 be", "utf-32", "windows-1252", "few controls", "line ends stay"],
)
def test_decode(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "office document"),
        (b"talks\x00talks", "NUL byte at 5"),
        ("talks".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"\xff\xfet\x00a\x00l\x00\x00\xd8", "damaged UTF-16"),
        ("Müller und Özil und Löw".encode()[:-1] + b"\xc3", "damaged UTF-8"),
        ("Министры встретятся в Вене".encode("koi8-r"), "unknown encoding"),
        ("Министры встретятся в Вене".encode("cp1251"), "unknown encoding"),
        ("大臣会談".encode("shift-jis"), "unknown encoding"),
        (b"\x81\x8d talks", "unknown encoding"),
        (bytes(range(1, 32)) * 9, "control characters"),
        (b"a" * (LONGEST_STORY + 1), "longer than 1,000,000 characters"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(data)
