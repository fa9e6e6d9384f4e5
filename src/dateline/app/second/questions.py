"""Questions about stories: one a story, several for a long one, in parts that overlap; and the batch file that carries them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.app.pipeline import foreign, is_readable
from dateline.knowledge.question import answer_schema, wording
from dateline.model.document import Document
from dateline.model.problem import Refusal
from dateline.model.quoted import Question
from dateline.model.text import digest

__all__ = ["LONGEST", "MODEL", "all_questions", "batch_line", "body_of", "messages_of", "parts_of", "questions_of"]

LONGEST, OVERLAP = 14_000, 1_500
"""Characters that one question asks about, and about how many of them the next question asks again."""

PARAGRAPH = re.compile(r"\n\s*\n|\n")
SENTENCE = re.compile(r"[.!?][\"”’)]*\s+")
ENDPOINT = "/v1/chat/completions"

MODEL = "any"
"""What a batch calls a model that nobody named."""

Json = dict[str, Any]


def questions_of(document: Document) -> tuple[Question, ...]:
    """The questions about a story, in text order; none about one without words."""
    body = document.text.body
    if not body.strip():
        return ()
    parts = parts_of(body)
    return tuple(question(document, number, len(parts), *each) for number, each in enumerate(parts, 1))


def question(document: Document, part: int, parts: int, start: int, end: int) -> Question:
    """The question about one part."""
    told, day = wording(), document.day
    filled = told.story.strip().format(
        published=f"{day:%A}, {day.isoformat()}" if day else told.nothing,
        source=document.source or told.nothing,
        part=told.part.format(part=part, parts=parts) if parts > 1 else "",
        mark=f"=== {digest(document.text.id, document.text.body)} ===",
        title=document.text.title,
        text=document.text.body[start:end],
    )
    return Question(document, part, parts, start, end, told.system.strip(), filled, told.version)


def parts_of(body: str) -> list[tuple[int, int]]:
    """(start, end) of the parts of a text: cut after a paragraph, a sentence or a word, each beginning a little before the end
    of the one before."""
    parts: list[tuple[int, int]] = []
    start = 0
    while len(body) - start > LONGEST:
        end = cut_before(body, start + LONGEST, start + LONGEST // 2)
        parts.append((start, end))
        start = cut_before(body, end - OVERLAP, start + 1)
    return [*parts, (start, len(body))]


def cut_before(body: str, latest: int, earliest: int) -> int:
    """The last place between two where a text is best cut."""
    for pattern in (PARAGRAPH, SENTENCE):
        if found := [match.end() for match in pattern.finditer(body, earliest, latest)]:
            return found[-1]
    blank = body.rfind(" ", earliest, latest)
    return blank + 1 if blank >= 0 else latest


def messages_of(question: Question) -> list[dict[str, str]]:
    """The two messages of a question, the same for every server."""
    return [{"role": "system", "content": question.system}, {"role": "user", "content": question.user}]


def body_of(question: Question, model: str) -> Json:
    """A request by the chat protocol, whose answer is held to the schema."""
    form = {"name": "entries", "strict": True, "schema": answer_schema()}
    return {
        "model": model,
        "messages": messages_of(question),
        "temperature": 0,
        "response_format": {"type": "json_schema", "json_schema": form},
    }


def batch_line(question: Question, model: str) -> Json:
    """One line of a batch file as OpenAI and others take it."""
    return {"custom_id": question.id, "method": "POST", "url": ENDPOINT, "body": body_of(question, model or MODEL)}


def all_questions(stories: Iterable[Document | Refusal]) -> Iterator[Question | Refusal]:
    """The questions about stories, each once; what could not be taken in comes through, as does what is not read anyway."""
    asked: set[str] = set()
    for story in stories:
        if isinstance(story, Refusal):
            yield story
            continue
        if not is_readable(story):
            yield Refusal(story.name, (foreign(story),))
            continue
        for each in questions_of(story):
            if each.id not in asked:
                asked.add(each.id)
                yield each
