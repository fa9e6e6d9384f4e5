"""Stories as other programs write them in JSON: news-please, GDELT's article lists, news interfaces; and our own contract."""

from collections.abc import Mapping
from typing import Any

from dateline.intake.clean_html import address, words_of
from dateline.intake.day import moment

__all__ = ["ALIASES", "adapted", "is_foreign"]

ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "guid", "uuid", "_id", "document_id", "documentidentifier", "globaleventid", "filename", "localpath"),
    "text": ("text", "maintext", "body", "content", "article", "article_text", "fulltext", "full_text", "story", "bodytext"),
    "title": ("title", "headline", "title_page"),
    "published": (
        "published", "date_publish", "publication_date", "published_at", "publishedat", "pubdate", "published_date",
        "date_published", "seendate", "date", "dateadded", "sqldate", "publishdate", "webpublicationdate",
    ),
    "source": ("source", "outlet", "publisher", "source_domain", "domain", "sourcecommonname", "source_name", "site"),
    "url": ("url", "link", "sourceurl", "weburl", "documentidentifier"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Our field -> the names that others give it, the likeliest first; case does not count."""


def is_foreign(value: Any) -> bool:
    """Is this an object of another program's making: no `text` of the contract, but a text or an article's marks?"""
    if not isinstance(value, dict) or "text" in value:
        return False
    keys = {str(key).lower() for key in value}
    return bool(keys & {*ALIASES["text"][1:]}) or ("title" in keys and bool(keys & {"seendate", "sourceurl"}))


def adapted(value: Any, name: str) -> Any:
    """An object by the reading contract, whatever names its fields have; `name` is taken where it has none of its own."""
    if not isinstance(value, dict):
        return value
    lower = {str(key).lower(): each for key, each in value.items()}
    found = {ours: first_words(lower, names) for ours, names in ALIASES.items()}
    if found["text"] is None and found["title"] is None:
        return value
    if found["text"] is None:
        found["text"] = first_words(lower, ("description", "summary", "snippet")) or ""
    found["text"] = plain(found["text"] or "")
    found["id"] = found["id"] or found["url"] or name
    found["published"] = day_text(found["published"])
    found["url"] = address(found["url"])
    return found


def first_words(value: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of these fields that says something: a string, a number, or the name of an object."""
    for name in names:
        each = value.get(name)
        if isinstance(each, dict):
            each = each.get("name") or each.get("title")
        if isinstance(each, bool):
            continue
        if isinstance(each, str | int) and str(each).strip():
            return str(each)
    return None


def plain(words: str) -> str:
    """The words, without markup where there is some."""
    return words_of(words) if "</" in words or "<p>" in words.lower() or "<br" in words.lower() else words


def day_text(written: str | None) -> str | None:
    """A date in ISO 8601, also from "20220104083000" and "2022-01-04 08:30:00"; as it was where it is none."""
    if not written:
        return None
    value = written.strip()
    if value.isdigit() and len(value) == 14:
        value = f"{value[:8]}T{value[8:]}"
    found = moment(value)
    return found.isoformat() if found else written
