"""The files of the trained reader: opened once a process, known by their sums, and the variable that turns it off.

`files/SHA256SUMS` records them; `training/encoder/export.py` writes it with them.
"""

import os
from functools import cache
from hashlib import file_digest
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.model.errors import ModelError, SettingsError

__all__ = ["FILES", "INPUTS", "OUTPUTS", "biases", "faults", "is_off", "network", "ready", "recorded", "sums", "tokenizer"]

FILES = Path(__file__).parent / "files"
"""The network, its words, and the biases of relations."""

NAMES = ("bias.npy", "reader.onnx", "tokenizer.json")
RECORD = "SHA256SUMS"

INPUTS = ("ids", "mask", "marks")
"""What the network takes, by name."""

OUTPUTS = ("anchor", "status", "kind", "tags", "roles", "asks", "answers")
"""What the network gives, by name."""

VARIABLE = "DATELINE_READER"
MEND = f"install Dateline anew (pip install --force-reinstall), or set {VARIABLE}=rules to read by rules alone"


def is_off() -> bool:
    """Do the rules read alone (`DATELINE_READER=rules`)? A value that nobody knows is refused."""
    chosen = os.environ.get(VARIABLE) or "trained"
    if chosen not in ("trained", "rules"):
        raise SettingsError(f"no reader: {chosen!r}; write trained, or rules to read by rules alone ({VARIABLE})")
    return chosen == "rules"


def ready() -> None:
    """Open all that the trained reader needs, unless it is turned off; what is missing or broken raises here."""
    if not is_off():
        network(), tokenizer(), biases()


def path_of(name: str) -> Path:
    """Where a file of the trained reader lies."""
    if not (path := FILES / name).is_file():
        raise ModelError(f"the trained reader's file {name} is missing: {MEND}")
    return path


def broken(name: str, why: object) -> ModelError:
    """The error of a file that cannot be opened."""
    return ModelError(f"the trained reader's file {name} cannot be opened ({why}): {MEND}")


@cache
def network() -> onnxruntime.InferenceSession:
    """The network, opened once a process, on one thread."""
    path = path_of("reader.onnx")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # what it would hold on to is a quarter of the memory, and saves no time
    try:
        opened = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no other base
        raise broken(path.name, error) from error
    given = tuple(tuple(each.name for each in side) for side in (opened.get_inputs(), opened.get_outputs()))
    if given != (INPUTS, OUTPUTS):
        raise broken(path.name, "it is that of another version")
    return opened


@cache
def tokenizer() -> Tokenizer:
    """What cuts words into the pieces that the network knows."""
    path = path_of("tokenizer.json")
    try:
        cutter = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises nothing narrower
        raise broken(path.name, error) from error
    cutter.no_truncation()
    cutter.no_padding()
    return cutter


@cache
def biases() -> NDArray[np.float32]:
    """The bias of each relation."""
    path = path_of("bias.npy")
    try:
        return np.array(np.load(path), dtype=np.float32)
    except (OSError, ValueError, EOFError) as error:
        raise broken(path.name, error) from error


def sums(folder: Path) -> dict[str, str]:
    """File -> SHA-256 of the files that are there."""
    found = {}
    for name in NAMES:
        if (folder / name).is_file():
            with (folder / name).open("rb") as stream:
                found[name] = file_digest(stream, "sha256").hexdigest()
    return found


def recorded() -> dict[str, str]:
    """File -> SHA-256 as recorded, as sha256sum writes it."""
    lines = path_of(RECORD).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def faults() -> list[str]:
    """What is wrong with the files, in words; whatever cannot be opened raises."""
    found, wanted = sums(FILES), recorded()
    wrong = [f"{name} is missing" for name in NAMES if name not in found]
    wrong += [f"{name} differs" for name in NAMES if name in found and found[name] != wanted.get(name)]
    if not wrong:
        ready()
    return wrong
