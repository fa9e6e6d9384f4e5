"""Answers as models and batches give them: the JSON in their words, held to its form, and the lines of a batch."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.app.second.kept import Given, Tokens
from dateline.model.problem import Problem, Refusal
from dateline.model.quoted import Answer, Question, answer_faults, answer_from

__all__ = ["answered", "batch_answers", "content_of", "is_cut_off", "tokens_of"]

Json = dict[str, Any]

DONE = (200, None)


def answered(question: Question, given: Given) -> Answer | str:
    """The answer in a model's words, or what is wrong with them."""
    value = json_in(given.content)
    if value is None:
        return "no JSON object" if given.content.strip() else "nothing"
    if faults := answer_faults(value):
        return "; ".join(faults)
    return answer_from(value, given.model, question.version).about(question)


def json_in(words: str) -> Any:
    """The JSON object in some words, whatever stands around it; None where there is none."""
    first, last = words.find("{"), words.rfind("}")
    if first < 0 or last < first:
        return None
    try:
        return json.loads(words[first : last + 1])
    except (ValueError, RecursionError):
        return None


def content_of(value: Json | None) -> str:
    """The words of an answer by the chat protocol; nothing where it has another form."""
    try:
        message = (value or {})["choices"][0]["message"]
        content = message.get("content")
    except (KeyError, IndexError, TypeError, AttributeError):
        return ""
    if isinstance(content, list):
        return "".join(each.get("text", "") for each in content if isinstance(each, dict) and isinstance(each.get("text"), str))
    return content if isinstance(content, str) else ""


def is_cut_off(value: Json | None) -> bool:
    """Did the model stop for want of room?"""
    try:
        return bool((value or {})["choices"][0].get("finish_reason") == "length")
    except (KeyError, IndexError, TypeError, AttributeError):
        return False


def tokens_of(value: Json | None) -> Tokens:
    """The tokens that a question and its answer took, as far as the server says."""
    usage = (value or {}).get("usage")
    counts = usage if isinstance(usage, dict) else {}
    return number(counts.get("prompt_tokens")), number(counts.get("completion_tokens"))


def number(value: object) -> int:
    """A count."""
    return max(0, value) if isinstance(value, int) and not isinstance(value, bool) else 0


def batch_answers(lines: Iterable[bytes]) -> Iterator[Given | Refusal]:
    """The answers in the lines of a batch's output, or why a line is none.

    Lines with `custom_id` and `content`, the answer as an object or as words, serve as well.
    """
    for count, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            yield refused(f"line {count}", "no JSON: is the line cut off?")
            continue
        if not isinstance(value, dict) or not isinstance(value.get("custom_id"), str):
            yield refused(f"line {count}", "no answer of a batch: 'custom_id' is wanted")
            continue
        yield given_in(value)


def given_in(value: Json) -> Given | Refusal:
    """The answer of one line."""
    name = value["custom_id"]
    if "content" in value:
        content = value["content"] if isinstance(value["content"], str) else json.dumps(value["content"])
        return Given(name, str(value.get("model") or ""), content)
    response = value.get("response")
    response = response if isinstance(response, dict) else {}
    body = response.get("body")
    body = body if isinstance(body, dict) else None
    if value.get("error") or response.get("status_code") not in DONE or body is None:
        return refused(name, f"the batch gave no answer: {str(value.get('error') or response.get('status_code'))[:200]}")
    content = content_of(body)
    if is_cut_off(body):
        return refused(name, "the answer is cut off: ask again with room for more tokens")
    if not content:
        return refused(name, "the answer has no words")
    return Given(name, str(body.get("model") or ""), content, tokens_of(body))


def refused(name: str, what: str) -> Refusal:
    """A line that is no answer."""
    return Refusal(name, (Problem("app", what),))
