"""Asking a server: answers held to the schema where it can, one repair where it cannot, patience with one that is busy, and a
limit to what it may cost."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from dateline.app.second.answers import answered, content_of, is_cut_off, tokens_of
from dateline.app.second.kept import Given, Tokens
from dateline.app.second.questions import body_of
from dateline.app.settings import SERVER_KEY_VARIABLE, SERVER_NAME_VARIABLE, SERVER_URL_VARIABLE, Server
from dateline.intake.chat import Chat, Reply
from dateline.intake.fetch import jitter
from dateline.knowledge.question import wording
from dateline.model.errors import InputError, SettingsError
from dateline.model.quoted import Question

__all__ = ["Asker", "Bill"]

TRIES = 5
"""So often a question is sent to a server that is busy or does not answer."""

LONGEST_WAIT = 60.0
LETTERS = 4
"""Characters of English to a token, roughly: what a question takes where the server does not say."""

USUAL = 1_500
"""Tokens that an answer is reckoned with before the first has come."""

BUSY = (408, 409, 425, 429, 500, 502, 503, 504, 529)
UNFIT = (400, 415, 422, 501)
"""What a server says to a form of answer that it does not know."""

REFUSED = {
    401: f"wants a key, or another one ({SERVER_KEY_VARIABLE})",
    403: f"does not let this key in ({SERVER_KEY_VARIABLE})",
    404: f"has no such address or model ({SERVER_URL_VARIABLE}, {SERVER_NAME_VARIABLE})",
}
"""What a server says to any question, so that no other need be sent."""

FORMS = ("schema", "object", "words")
"""How answers are held to JSON: by the schema, to any object, by the question alone."""

Json = dict[str, Any]


@dataclass
class Bill:
    """What was asked and answered so far, and what it cost; `limit` is what it may cost."""

    prices: tuple[float, float] | None = None
    limit: float | None = None
    asked: int = 0
    repaired: int = 0
    tokens: tuple[int, int] = (0, 0)
    reserved: float = 0.0
    lock: Lock = field(default_factory=Lock, repr=False)

    @property
    def cost(self) -> float:
        """What the tokens so far cost."""
        return self.price(self.tokens)

    def price(self, tokens: Tokens) -> float:
        """What tokens cost; nothing where no prices are known."""
        asked, answered = self.prices or (0.0, 0.0)
        return (tokens[0] * asked + tokens[1] * answered) / 1e6

    def reserve(self, letters: int) -> float | None:
        """Room for one more question of so many characters; None where the limit would be passed."""
        with self.lock:
            usual = self.tokens[1] // self.asked if self.asked else USUAL
            wanted = self.price((letters // LETTERS, max(usual, 1)))
            if self.limit is not None and self.cost + self.reserved + wanted > self.limit:
                return None
            self.reserved += wanted
            return wanted

    def settle(self, reserved: float) -> None:
        """Give back what was reserved; what was used is counted."""
        with self.lock:
            self.reserved -= reserved

    def count(self, tokens: Tokens, *, repair: bool) -> None:
        """Count one reply."""
        with self.lock:
            self.asked += not repair
            self.repaired += repair
            self.tokens = (self.tokens[0] + tokens[0], self.tokens[1] + tokens[1])


@dataclass
class Asker:
    """Asks one server the questions; what it cannot do is found out once a run."""

    server: Server
    bill: Bill
    chat: Chat
    sleep: Callable[[float], None] = time.sleep
    form: str = FORMS[0]

    def ask(self, question: Question) -> Given | str:
        """The model's answer in the form that was asked for, or why there is none."""
        try:
            return self.asked(question)
        except InputError as error:
            return f"the model gave no answer: {error}"

    def asked(self, question: Question) -> Given | str:
        """The answer, repaired once where it is no JSON of that form."""
        body = body_of(question, self.server.name)
        given, cut = self.sent(question, body)
        fault = answered(question, given)
        if not isinstance(fault, str):
            return given
        if cut:
            return "the model's answer is cut off: let it give more tokens"
        told = wording().repair.format(fault=fault)
        said = [{"role": "assistant", "content": given.content}, {"role": "user", "content": told}]
        again, _ = self.sent(question, {**body, "messages": [*body["messages"], *said]}, repair=True)
        fault = answered(question, again)
        return f"the model's answer has not the form that was asked for: {fault}" if isinstance(fault, str) else again

    def sent(self, question: Question, body: Json, *, repair: bool = False) -> tuple[Given, bool]:
        """The words that come back, and whether they were cut off."""
        letters = sum(len(each["content"]) for each in body["messages"])
        reserved = self.bill.reserve(letters)
        if reserved is None:
            raise InputError("it would cost more than --max-cost")
        try:
            value = self.patiently(body)
            content = content_of(value)
            took, gave = tokens_of(value)
            tokens = took or letters // LETTERS, gave or len(content) // LETTERS
            self.bill.count(tokens, repair=repair)
        finally:
            self.bill.settle(reserved)
        return Given(question.id, str((value or {}).get("model") or self.server.name), content, tokens), is_cut_off(value)

    def patiently(self, body: Json) -> Json | None:
        """The object of a reply; a busy server is asked again, later and later."""
        failure, wanted = "", 0.0
        for number in range(TRIES):
            if number:
                self.sleep(min(max(jitter(2.0**number), wanted), LONGEST_WAIT))
            try:
                reply = self.fitting(body)
            except InputError as error:
                failure = str(error)
                continue
            if reply.status == 200:
                return reply.value
            if why := REFUSED.get(reply.status):
                raise SettingsError(f"{self.server.url}: the server {why}; it says: {reply.words}")
            failure = f"{self.server.url}: status {reply.status}: {reply.words}"
            if reply.status not in BUSY:
                break
            wanted = (reply.until - datetime.now(UTC)).total_seconds() if reply.until is not None else 0.0
        raise InputError(failure)

    def fitting(self, body: Json) -> Reply:
        """The reply to a request in a form that the server knows: the first one that it answers is that of later requests."""
        for form in FORMS[FORMS.index(self.form) :]:
            reply = self.chat.post(formed(body, form))
            if reply.status not in UNFIT:
                break
        if reply.status == 200:
            self.form = max(form, self.form, key=FORMS.index)
        return reply


def formed(body: Json, form: str) -> Json:
    """A request whose answer is held to JSON in one of the ways."""
    if form == "schema":
        return body
    plain = {key: value for key, value in body.items() if key != "response_format"}
    return {**plain, "response_format": {"type": "json_object"}} if form == "object" else plain
