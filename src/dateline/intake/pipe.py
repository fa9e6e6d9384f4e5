"""Lines of a pipe as they come: whoever writes them may wait for an answer before writing more."""

import os
import select
from typing import BinaryIO, Protocol

__all__ = ["Lines", "Pipe", "piped"]

BLOCK = 1 << 16
"""Bytes taken at once."""

BLANK = b" \t\r\n\x0b\x0c"


class Lines(Protocol):
    """What gives lines, one after the other."""

    def readline(self, limit: int = -1, /) -> bytes:
        """The next line, of `limit` bytes at most; nothing at the end."""


class Pipe:
    """A file descriptor read line by line, that can tell whether the next line would have to be waited for."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.held = bytearray()
        self.ended = False

    def readline(self, limit: int = -1, /) -> bytes:
        """The next line with its end, of `limit` bytes at most; nothing at the end of the pipe."""
        searched = 0
        while (found := self.held.find(b"\n", searched)) < 0 and not self.ended and not 0 <= limit <= len(self.held):
            searched = len(self.held)
            self.take()
        length = len(self.held) if found < 0 else found + 1
        length = min(length, limit) if limit >= 0 else length
        line = bytes(self.held[:length])
        del self.held[:length]
        return line

    def waits(self) -> bool:
        """Is there no further line with words in it, as long as the writer says nothing more? Half a line is none."""
        while not self.has_words() and not self.ended:
            if not is_ready(self.descriptor):
                return True
            self.take()
        return False

    def has_words(self) -> bool:
        """Is a whole line here that is not blank?"""
        return bool(self.held[: self.held.rfind(b"\n") + 1].strip(BLANK))

    def take(self) -> None:
        """Take in what comes next."""
        block = os.read(self.descriptor, BLOCK)
        self.held += block
        self.ended = not block


def is_ready(descriptor: int) -> bool:
    """Would reading give something at once? Where that cannot be known (pipes on Windows) it is taken that it would not."""
    try:
        return bool(select.select([descriptor], [], [], 0)[0])
    except (OSError, ValueError):
        return False


def piped(stream: BinaryIO) -> Pipe | None:
    """The pipe behind a stream that nothing has been read from yet; None where there is none (a stream in memory)."""
    try:
        return Pipe(stream.fileno())
    except OSError:
        return None
