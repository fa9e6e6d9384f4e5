"""Version and changelog say the same, and every page of the documentation is on the site."""

import re
from pathlib import Path

import dateline

ROOT = Path(__file__).parents[2]
HEADINGS = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_the_version_is_the_newest_in_the_changelog() -> None:
    versions = [heading for heading in HEADINGS if heading != "Unreleased"]
    assert versions[0].split(" - ")[0] == dateline.__version__


def test_versions_fall_and_have_a_day_or_are_unreleased() -> None:
    versions = [heading for heading in HEADINGS if heading != "Unreleased"]
    numbers = [tuple(map(int, heading.split(" - ")[0].split("."))) for heading in versions]
    assert numbers == sorted(numbers, reverse=True)
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ - (?:unreleased|\d{4}-\d\d-\d\d)", heading) for heading in versions)


def test_every_page_is_on_the_site() -> None:
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")}
    assert pages == set(re.findall(r": ([a-z-]+\.md)$", site, flags=re.MULTILINE))
