"""Packed bodies: members of gzip, deflate with and without its head, whatever the size of the blocks."""

import gzip
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.packed import unpack
from dateline.model.errors import InputError

BLOCKS = st.integers(min_value=1, max_value=50)


def blocks(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@given(st.binary(max_size=400), BLOCKS)
def test_bare_deflate_unpacks_in_blocks_of_any_size(data: bytes, size: int) -> None:
    assert b"".join(unpack(blocks(bare(data), size), "deflate")) == data


@given(st.binary(max_size=400), BLOCKS)
def test_deflate_with_a_head_does_too(data: bytes, size: int) -> None:
    assert b"".join(unpack(blocks(zlib.compress(data), size), "deflate")) == data


@given(st.lists(st.binary(max_size=100), min_size=1, max_size=5), BLOCKS)
def test_all_members_of_a_gzip_body_are_read(members: list[bytes], size: int) -> None:
    packed = b"".join(gzip.compress(member, mtime=0) for member in members)
    assert b"".join(unpack(blocks(packed, size), "gzip")) == b"".join(members)


def test_padding_behind_the_last_member_is_none() -> None:
    assert b"".join(unpack([gzip.compress(b"talks", mtime=0), b"\0" * 10], "gzip")) == b"talks"


@pytest.mark.parametrize(
    ("packed", "encoding"), [(gzip.compress(b"talks", mtime=0), "gzip"), (zlib.compress(b"talks"), "deflate")]
)
def test_what_is_cut_off_says_so(packed: bytes, encoding: str) -> None:
    with pytest.raises(InputError, match="cut off"):
        b"".join(unpack([packed[:-3]], encoding))


def test_a_second_member_that_is_cut_off_says_so() -> None:
    with pytest.raises(InputError, match="cut off"):
        b"".join(unpack([gzip.compress(b"talks", mtime=0) + gzip.compress(b"more", mtime=0)[:12]], "gzip"))
