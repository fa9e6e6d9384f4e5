"""The second reader of a run: a model's answers about stories, kept ones first; others are asked for where a server is set."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from dateline.app.second.answers import answered
from dateline.app.second.asking import Asker, Bill
from dateline.app.second.kept import KeptAnswers
from dateline.app.second.questions import questions_of
from dateline.app.settings import (
    SERVER_NAME_VARIABLE,
    SERVER_PRICES_VARIABLE,
    SERVER_URL_VARIABLE,
    Server,
    read_server,
)
from dateline.intake.chat import Chat
from dateline.knowledge.question import wording
from dateline.model.document import Document
from dateline.model.errors import SettingsError
from dateline.model.problem import Problem
from dateline.model.quoted import Answer, Question, ReadBy

__all__ = ["Answers", "Second", "open_second"]

AT_ONCE = 4
"""Questions that are sent at once."""

Answers = tuple[Answer, ...] | Problem


class Second:
    """Reads with a model: `by` it alone, or both readers."""

    def __init__(self, by: ReadBy, server: Server, kept: KeptAnswers, asker: Asker | None, bill: Bill) -> None:
        self.by, self.server, self.kept, self.asker, self.bill = by, server, kept, asker, bill
        self.found = 0

    def answers(self, documents: Sequence[Document]) -> Mapping[int, Answers]:
        """What the model says of each document (by `id()`), or why it says nothing; copies are asked about once."""
        asked = {id(document): questions_of(document) for document in documents}
        once = {question.id: question for questions in asked.values() for question in questions}
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="ask") as pool:
            given = dict(zip(once, pool.map(self.answer, once.values()), strict=True))
        return {name: whole([given[question.id] for question in questions]) for name, questions in asked.items()}

    def answer(self, question: Question) -> Answer | str:
        """The answer to one question: as it is kept, else asked now."""
        held = self.kept.find(question, self.server.name)
        answer = answered(question, held) if held is not None else "nothing"
        if held is not None and not isinstance(answer, str):
            self.found += 1
            return answer
        if self.asker is None:
            what = f"has not the form that was asked for: {answer}" if held else "is not kept"
            return f"the model's answer {what}, and none is asked for: {SERVER_URL_VARIABLE} is not set"
        given = self.asker.ask(question)
        if isinstance(given, str):
            return given
        self.kept.take(given, document=question.document, asked_of=self.server.name)
        return answered(question, given)

    @property
    def rules(self) -> str:
        """What a ledger calls this way of reading, behind the version of the rules."""
        return f"{self.by}: {self.server.name or 'any'}, question {wording().version}"

    @property
    def told(self) -> str:
        """What was asked, in words."""
        bill, parts = self.bill, [f"{self.found:,} answers were kept"]
        if self.asker is not None:
            parts.append(f"{bill.asked:,} asked of {self.server.name} at {self.server.host}")
        if bill.asked:
            repaired = f", {bill.repaired} repaired" if bill.repaired else ""
            cost = f", cost {bill.cost:.4f}" if bill.prices else ""
            parts.append(f"{bill.tokens[0]:,} tokens there, {bill.tokens[1]:,} back{repaired}{cost}")
        return "the model: " + "; ".join(parts)


def whole(given: Sequence[Answer | str]) -> Answers:
    """The answers about all parts of a story, or why the first that is missing is none."""
    missing = next((each for each in given if isinstance(each, str)), None)
    return tuple(each for each in given if not isinstance(each, str)) if missing is None else Problem("app", missing)


def open_second(by: ReadBy, *, max_cost: float | None = None) -> Second:
    """The second reader of a run, with the server that is set."""
    chosen = read_server()
    if chosen.url and not chosen.name:
        raise SettingsError(f"{SERVER_NAME_VARIABLE} is not set: name the model that {chosen.host} is to be asked for")
    if max_cost is not None and chosen.prices is None:
        raise SettingsError(f"--max-cost needs prices: set {SERVER_PRICES_VARIABLE}, those of a million tokens, as 0.15/0.60")
    bill = Bill(chosen.prices, max_cost)
    asker = Asker(chosen, bill, Chat(chosen.url, chosen.key)) if chosen.url else None
    return Second(by, chosen, KeptAnswers(), asker, bill)
