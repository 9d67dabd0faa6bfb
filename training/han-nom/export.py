"""Writes what the program reads: both networks as ONNX with 16-bit weights, the characters, the language model.

    python3 export.py --atlas atlas.npz --characters runs/characters --cuts runs/cuts --out ../../models/han-nom
"""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

import charset
from evaluate import load
from language import Bigrams
from model import Classifier, Cutter
from reader import CANDIDATES, ZERO, Weights

KEPT = CANDIDATES + 3       # the best classes that a crop is given with


def fused(network: nn.Module) -> nn.Module:
    """Batch normalisation after a convolution becomes part of it."""
    for name, child in network.named_children():
        if isinstance(child, nn.Sequential):
            layers = list(child)
            for i in range(len(layers) - 1):
                if isinstance(layers[i], (nn.Conv1d, nn.Conv2d)) and isinstance(layers[i + 1], (nn.BatchNorm1d, nn.BatchNorm2d)):
                    layers[i], layers[i + 1] = fuse_conv_bn_eval(layers[i], layers[i + 1]), nn.Identity()
            setattr(network, name, nn.Sequential(*layers))
        fused(getattr(network, name))
    return network


class Halved(nn.Module):
    """A layer whose weights are stored in 16 bits and used in 32."""

    def __init__(self, layer: nn.Module):
        super().__init__()
        weight, bias = layer.weight.detach().half(), layer.bias
        layer.weight = layer.bias = None
        self.layer = layer
        self.register_buffer("weight", weight)
        self.register_buffer("bias", None if bias is None else bias.detach().half())

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        weight, bias = self.weight.float(), None if self.bias is None else self.bias.float()
        if isinstance(self.layer, nn.Linear):
            return nn.functional.linear(x, weight, bias)
        return self.layer._conv_forward(x, weight, bias)


def halved(network: nn.Module) -> nn.Module:
    for name, child in network.named_children():
        if isinstance(child, (nn.Conv1d, nn.Conv2d, nn.Linear)):
            setattr(network, name, Halved(child))
        else:
            halved(child)
    return network


class Best(nn.Module):
    """The classifier as the program asks it: the best classes of each crop and their log-probabilities."""

    def __init__(self, classifier: Classifier, temperature: float, zero: int):
        super().__init__()
        self.classifier, self.temperature, self.zero = classifier, temperature, zero

    def forward(self, crops: torch.Tensor):
        values, classes = torch.log_softmax(self.classifier(crops) / self.temperature, 1).topk(KEPT, 1)
        return torch.where(classes == self.zero, charset.CIRCLE, classes).int(), values


def write_bigrams(path: Path, bigrams: Bigrams) -> None:
    """Little-endian: classes, pairs; log of single and of rest (float16 each); pairs' first, second (uint16), log of share."""
    pairs = sorted(bigrams.pairs.items())
    with path.open("wb") as file:
        np.array([len(bigrams.single), len(pairs)], "<i4").tofile(file)
        np.log(bigrams.single).astype("<f2").tofile(file)
        np.log(bigrams.rest).astype("<f2").tofile(file)
        np.array([pair for pair, _ in pairs], "<u2").T.tofile(file)
        np.log([share for _, share in pairs]).astype("<f2").tofile(file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--characters", type=Path, required=True)
    parser.add_argument("--cuts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)

    with np.load(arguments.atlas) as file:
        chars = str(file["chars"])
        bigrams = Bigrams(file["nom"], file["han"], len(chars) + charset.FIRST)
    classifier, cutter = Classifier(len(chars) + charset.FIRST), Cutter()
    samples = load(arguments.characters, classifier)["done"]
    columns = load(arguments.cuts, cutter)["done"]
    weights = Weights()
    crop, column = torch.rand(3, 1, 40, 40), torch.rand(1, 1, 320, 32)
    torch.onnx.export(
        Best(halved(fused(classifier.eval())), weights.temperature, chars.find(ZERO) + charset.FIRST).eval(), (crop,), arguments.out / "characters.onnx",
        input_names=["crops"], output_names=["classes", "values"], opset_version=13, do_constant_folding=False,
        dynamic_axes={"crops": {0: "n"}, "classes": {0: "n"}, "values": {0: "n"}})
    torch.onnx.export(
        halved(fused(cutter.eval())).eval(), (column,), arguments.out / "cuts.onnx",
        input_names=["column"], output_names=["logits"], opset_version=13, do_constant_folding=False,
        dynamic_axes={"column": {0: "n", 2: "height"}, "logits": {0: "n", 1: "rows"}})
    (arguments.out / "characters.txt").write_text("\n".join(chars) + "\n", "utf8")
    write_bigrams(arguments.out / "bigrams.bin", bigrams)
    reading = {"cut": weights.cut, "character": weights.char, "language": weights.language, "height": weights.height,
               "bonus": weights.bonus, "slope": weights.slope, "shift": weights.shift}
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(arguments.out.iterdir()) if path.suffix in (".onnx", ".bin", ".txt")}
    card = {"samples": samples, "columns": columns, "weights": reading, "sha256": sums}
    (arguments.out / "model.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf8")
    for path in sorted(arguments.out.iterdir()):
        print(f"{path.stat().st_size / 1e6:8.2f} MB  {path.name}")


if __name__ == "__main__":
    main()
