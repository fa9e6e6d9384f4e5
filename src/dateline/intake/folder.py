"""The files below a folder; what cannot be looked at there is told, not passed over."""

import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["below", "name_of"]


def below(folder: Path) -> list[tuple[Path, str | None]]:
    """All that lies below a folder, by name: files, and what is none with the reason. Hidden ones are left out.

    Links are followed; a folder to which several ways lead, or that lies in itself, is gone through once.
    """
    return sorted(walked(folder), key=lambda found: found[0])


def walked(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """What lies below a folder: first on straight ways, then behind links to other folders."""
    known: set[tuple[int, int]] = set()
    straight, linked = [folder], list[Path]()
    while straight or linked:
        place = straight.pop() if straight else linked.pop(0)
        try:
            status = place.stat()
            if (status.st_dev, status.st_ino) in known:
                continue
            known.add((status.st_dev, status.st_ino))
            with os.scandir(place) as entries:
                paths = [place / entry.name for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield place, f"this folder cannot be opened: {error.strerror or error}"
            continue
        for path in sorted(paths):
            if path.is_dir():
                (linked if path.is_symlink() else straight).append(path)
            else:
                yield path, None if path.is_file() else "no plain file" if path.exists() else "a link that leads nowhere"


def name_of(path: Path) -> str:
    """A path in characters; bytes that are none in its encoding stand as `\\\\xff`, so that it can be kept and written.

    >>> name_of(Path("sub/story.txt")), name_of(Path(os.fsdecode(b"caf\\xe9.txt")))
    ('sub/story.txt', 'caf\\\\xe9.txt')
    """
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
