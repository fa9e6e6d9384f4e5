"""Bodies that come packed: gzip in one or several members, deflate with or without its head, in blocks of any size."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from dateline.intake.clean_html import one_line
from dateline.model.errors import InputError

__all__ = ["unpack"]

STEP = 65_536
"""So many bytes are unpacked at once, so that what unpacks to gigabytes is noticed in time."""

GZIP = b"\x1f\x8b"
EITHER, BARE = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS


def unpack(stream: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The blocks of a body, unpacked in small steps."""
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
    if not names:
        yield from stream
        return
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise InputError(f"packed in a way that was not asked for: {one_line(encoding)[:60]}")
    yield from (inflated if names[0] == "deflate" else unzipped)(iter(stream))


def unzipped(stream: Iterator[bytes]) -> Iterator[bytes]:
    """The members of a gzip body one after another; what follows the last and is none is padding."""
    unpacker, left = zlib.decompressobj(EITHER), b""
    for block in stream:
        left += block
        while left:
            if unpacker.eof:
                if len(left) < len(GZIP):
                    break  # the next block will tell whether another member begins
                if not left.startswith(GZIP):
                    return
                unpacker = zlib.decompressobj(EITHER)
            yield from steps(unpacker, left)
            left = unpacker.unused_data
    finish(unpacker)


def inflated(stream: Iterator[bytes]) -> Iterator[bytes]:
    """A deflate body; some servers leave its head out, which shows when its beginning does not unpack with one."""
    beginning = b""
    for block in stream:
        beginning += block
        if len(beginning) >= STEP:
            break
    unpacker = zlib.decompressobj(zlib.MAX_WBITS if has_head(beginning) else BARE)
    for block in chain([beginning], stream):
        yield from steps(unpacker, block)
    finish(unpacker)


def has_head(beginning: bytes) -> bool:
    """Does the beginning of a body unpack as one with a head?"""
    try:
        zlib.decompressobj().decompress(beginning, STEP)
    except zlib.error:
        return False
    return True


def steps(unpacker: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    """What a block unpacks to, a step at a time; what follows the end stays in the unpacker."""
    while packed and not unpacker.eof:
        try:
            yield unpacker.decompress(packed, STEP)
        except zlib.error as error:
            raise InputError("a damaged body: it does not unpack") from error
        packed = unpacker.unconsumed_tail


def finish(unpacker: "zlib._Decompress") -> None:
    """Complain of a body that stops before its end."""
    if not unpacker.eof:
        raise InputError("a body that is cut off: it does not unpack to its end")
