"""What sites ask of programs."""

import pytest

from dateline.intake.robots import read_robots


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: dateline\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nAllow: /", "/a", True),
        ("user-agent: *  # all\ndisallow: /a # not this", "/ab", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("nonsense\n: :\nUser-agent: *\nDisallow: /a\nSitemap: x", "/a", False),
        ("User-agent: *\nDisallow: " + "/*a" * 500, "/" + "a" * 2_000 + "/b", True),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert read_robots(text, "dateline").allows(path) is allowed


def test_delay() -> None:
    assert read_robots("User-agent: *\nCrawl-delay: 2.5", "dateline").delay == 2.5
    assert read_robots("User-agent: *\nCrawl-delay: 9999", "dateline").delay == 60.0
    assert read_robots("User-agent: *\nCrawl-delay: soon", "dateline").delay is None
