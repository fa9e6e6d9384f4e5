"""Write the files that the program runs: `python -m training.encoder.export FOLDER --start MODEL WEIGHTS.pt [WEIGHTS.pt ...]`.

Of several weights (the last epochs) the mean is taken. Eight bits are used as seven (`reduce_range`): without the instructions
for whole ones (VNNI) sums of a processor overflow, and the reader would answer otherwise on another machine.
"""

import argparse
import shutil
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from training.encoder.model import Reader

INPUTS = ("ids", "mask", "marks")
OUTPUTS = ("anchor", "status", "kind", "tags", "roles", "asks", "answers")
NAMES = ("bias.npy", "reader.onnx", "tokenizer.json")
"""What the program opens (`reading/encoder/opening.py`)."""


def write_network(model: Reader, out: Path) -> None:
    """The network with weights of eight bits."""
    whole = out.with_name("whole.onnx")
    ids = torch.ones(2, 16, dtype=torch.long)
    torch.onnx.export(
        model,
        (ids, ids, torch.zeros_like(ids)),
        str(whole),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "batch", 1: "length"} for name in (*INPUTS, *OUTPUTS)},
        dynamo=False,
        opset_version=17,
    )
    quantize_dynamic(str(whole), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    whole.unlink()


def mean(weights: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of the weights of several epochs."""
    return {name: torch.stack([each[name].float() for each in weights]).mean(0) for name in weights[0]}


def sums(folder: Path) -> str:
    """The record of the files, as sha256sum writes it."""
    return "".join(f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in NAMES)


def main() -> None:
    """Export, quantise to eight bits, copy the words, record the sums."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, help="src/dateline/reading/encoder/files")
    options.add_argument("weights", type=Path, nargs="+", help="what `train` wrote")
    options.add_argument("--start", required=True, type=Path, help="folder of the start weights")
    given = options.parse_args()
    model = Reader(str(given.start), "eager")
    model.load_state_dict(mean([torch.load(path) for path in given.weights]))
    model.eval()
    given.folder.mkdir(parents=True, exist_ok=True)
    write_network(model, given.folder / "reader.onnx")
    np.save(given.folder / "bias.npy", model.bias.detach().numpy())
    shutil.copy(given.start / "tokenizer.json", given.folder / "tokenizer.json")
    (given.folder / "SHA256SUMS").write_text(sums(given.folder), encoding="utf-8")
    print({path.name: path.stat().st_size for path in given.folder.iterdir()})


if __name__ == "__main__":
    main()
