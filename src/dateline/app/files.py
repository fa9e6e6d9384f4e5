"""Files that are written: never one that is read, and never by half."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.model.errors import InputError

__all__ = ["half_of", "refuse_input", "replaced"]


def refuse_input(path: Path, sources: Iterable[str | Path | None]) -> None:
    """Refuse to write over a file that is to be read: one of the sources, or one in a folder among them."""
    if not path.is_file():
        return
    for source in (Path(each) for each in sources if each and each != "-"):
        if source.is_dir() and path.resolve().is_relative_to(source.resolve()):
            raise InputError(f"{path} is one of the files in {source} that are to be read: write to a file elsewhere")
        if source.exists() and path.samefile(source):
            raise InputError(f"{path} is what is to be read: write to another file")


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A hidden neighbour to write to, which takes the place of the file once all is written; of a run that is broken off it
    stays under another name (`half_of`). What is no plain file, such as a device, is written itself."""
    target = path.resolve()
    plain = target.is_file() or not target.exists()
    partial = target.with_name(f".{target.stem}.{os.getpid()}.part{target.suffix}") if plain else target
    try:
        yield partial
        if plain:
            if target.exists():
                shutil.copymode(target, partial)
            partial.replace(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}; what was there is as it was") from error
    except BaseException:
        if plain and partial.is_file() and partial.stat().st_size:
            partial.replace(half_of(target))
        raise
    finally:
        if plain:
            partial.unlink(missing_ok=True)


def half_of(path: Path) -> Path:
    """Where that part of a file lies that was written before the run was broken off."""
    return path.with_name(f"{path.name}.part")
