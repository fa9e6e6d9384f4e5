"""Lines of a pipe as they come: what can be read at once, and what would have to be waited for."""

import os
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.pipe import Pipe, piped


class Ends:
    """Both ends of a pipe."""

    def __init__(self) -> None:
        descriptor, self.writer = os.pipe()
        self.pipe = Pipe(descriptor)

    def write(self, data: bytes) -> None:
        os.write(self.writer, data)

    def close(self) -> None:
        if self.writer >= 0:
            os.close(self.writer)
            self.writer = -1


@pytest.fixture
def ends() -> Iterator[Ends]:
    made = Ends()
    yield made
    made.close()
    os.close(made.pipe.descriptor)


def test_nothing_there_is_waited_for(ends: Ends) -> None:
    assert ends.pipe.waits()


def test_a_whole_line_is_not_waited_for(ends: Ends) -> None:
    ends.write(b"one\ntwo\n")
    assert not ends.pipe.waits()
    assert ends.pipe.readline() == b"one\n"
    assert not ends.pipe.waits()
    assert ends.pipe.readline() == b"two\n"
    assert ends.pipe.waits()


def test_half_a_line_is_waited_for(ends: Ends) -> None:
    ends.write(b"one\nha")
    assert ends.pipe.readline() == b"one\n"
    assert ends.pipe.waits()
    ends.write(b"lf\n")
    assert not ends.pipe.waits()
    assert ends.pipe.readline() == b"half\n"


def test_blank_lines_are_no_answerable_ones(ends: Ends) -> None:
    ends.write(b"one\n\n \r\n")
    assert ends.pipe.readline() == b"one\n"
    assert ends.pipe.waits()
    ends.write(b"two\n")
    assert not ends.pipe.waits()
    assert [ends.pipe.readline() for _ in range(3)] == [b"\n", b" \r\n", b"two\n"]


def test_the_end_is_not_waited_for(ends: Ends) -> None:
    ends.write(b"last")
    ends.close()
    assert not ends.pipe.waits()
    assert ends.pipe.readline() == b"last"
    assert ends.pipe.readline() == b""
    assert not ends.pipe.waits()


@given(st.binary(max_size=60), st.integers(1, 10))
def test_lines_are_those_of_any_stream(data: bytes, limit: int) -> None:
    ends = Ends()
    try:
        ends.write(data)
        ends.close()
        plain = BytesIO(data)
        while line := plain.readline(limit):
            ends.pipe.waits()
            assert ends.pipe.readline(limit) == line
        assert ends.pipe.readline(limit) == b""
    finally:
        os.close(ends.pipe.descriptor)


def test_a_stream_in_memory_has_no_pipe() -> None:
    assert piped(BytesIO(b"one\n")) is None
