"""Write the file that the program runs: `python -m training.encoder.export WEIGHTS.pt FOLDER --start MODEL`."""

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder.model import Reader


def main() -> None:
    """Export, quantise to eight bits, copy the words."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("weights")
    options.add_argument("folder", type=Path)
    options.add_argument("--start", required=True)
    given = options.parse_args()
    model = Reader(given.start, "eager")
    model.load_state_dict(torch.load(given.weights))
    model.eval()
    given.folder.mkdir(parents=True, exist_ok=True)
    whole = given.folder / "whole.onnx"
    ids = torch.ones(2, 16, dtype=torch.long)
    names = ["anchor", "status", "kind", "tags", "roles", "asks", "answers"]
    torch.onnx.export(
        model, (ids, ids, torch.zeros_like(ids)), str(whole), input_names=["ids", "mask", "marks"], output_names=names, dynamo=False, opset_version=17,
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "mask", "marks", *names)},
    )  # fmt: skip
    quantize_dynamic(str(whole), str(given.folder / "reader.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    np.save(given.folder / "bias.npy", model.bias.detach().numpy())
    shutil.copy(Path(given.start) / "tokenizer.json", given.folder / "tokenizer.json")
    print({path.name: path.stat().st_size for path in given.folder.iterdir()})


if __name__ == "__main__":
    main()
