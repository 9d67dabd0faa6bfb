"""Makes a checkpoint of exported weights, so that training goes on where a run's folder is gone.

    python3 restore.py characters --atlas atlas.npz --model ../../models/han-nom --run runs/characters

Batch normalisation was folded into the convolutions. It is given back such that the network computes the same: its
statistics are measured on drawn samples, its scale and shift undo them.
"""
import argparse
import json
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from columns import Columns
from crops import Crops
from glyphs import Glyphs
from model import Classifier, Cutter
from train import save


def unfold(norm: nn.Module, bias: torch.Tensor):
    """A hook that sets `norm` by the first batch it sees: in evaluation it then only adds `bias`."""
    def hook(module: nn.Module, inputs: tuple[torch.Tensor]) -> None:
        values = inputs[0].transpose(0, 1).flatten(1)
        module.running_mean.copy_(values.mean(1))
        module.running_var.copy_(values.var(1))
        module.weight.copy_((module.running_var + module.eps).sqrt())
        module.bias.copy_(bias + module.running_mean)
    return norm.register_forward_pre_hook(hook)


@torch.no_grad()
def restore(network: nn.Module, folder: Path, name: str, samples: torch.Tensor) -> None:
    stored = {tensor.name.removeprefix("classifier."): torch.from_numpy(numpy_helper.to_array(tensor).copy()).float()
              for tensor in onnx.load(folder / f"{name}.onnx").graph.initializer}
    state, hooks = network.state_dict(), []
    for key, value in stored.items():
        if key in state:
            state[key] = value
            continue
        layers, index, _ = key.rsplit(".", 2)       # the bias of a convolution that has none here
        hooks.append(unfold(network.get_submodule(f"{layers}.{int(index) + 1}"), value))
    network.load_state_dict(state)
    network.eval()(samples)
    for hook in hooks:
        hook.remove()
    network.train()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", choices=["characters", "cuts"])
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    arguments = parser.parse_args()
    glyphs = Glyphs(arguments.atlas, "cpu")
    if list(glyphs.chars) != (arguments.model / "characters.txt").read_text("utf8").splitlines():
        raise SystemExit("The atlas has other characters than the model.")
    card = json.loads((arguments.model / "model.json").read_text("utf8"))
    characters = arguments.network == "characters"
    network = Classifier(glyphs.classes) if characters else Cutter()
    source = Crops(glyphs, 1, 0.55, 0.6) if characters else Columns(glyphs, 1)
    samples, truth = source.draw(1024 if characters else 32)
    restore(network, arguments.model, arguments.network, samples)
    optimizer = torch.optim.AdamW(network.parameters(), betas=(0.9, 0.99), weight_decay=0.02, foreach=True)
    with torch.no_grad():
        logits = network.eval()(samples)
    hits = logits.argmax(1) == truth if characters else (logits > 0) == (truth > 0.5)
    print(f"right on {len(samples)} drawn samples: {hits.float().mean():.4f}")
    arguments.run.mkdir(parents=True, exist_ok=True)
    done = card["samples"] if characters else card["columns"]
    # The optimiser's memory is gone: `began` makes the rate rise from nothing again.
    save(arguments.run / "checkpoint.pt", model=network.state_dict(), optimizer=optimizer.state_dict(),
         average=network.state_dict(), done=done, began=done, chars=glyphs.chars)


if __name__ == "__main__":
    main()
