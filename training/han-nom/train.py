"""Trains one of the two networks on what is drawn as it is needed.

    python3 train.py characters --atlas atlas.npz --run runs/characters --samples 4000000
    python3 train.py cuts --atlas atlas.npz --run runs/cuts --samples 100000 --batch 32

Stopped at any time (it saves when it is asked to end) and started again with the same --run, it goes on from the last
checkpoint; --samples may be another number then. The rate stays level and falls to nothing over the last --decay samples.
"""
import argparse
import json
import os
import signal
import time
from pathlib import Path

# Large blocks go back to the system and come again with page faults otherwise: six times slower drawing on a CPU.
MALLOC = {"MALLOC_MMAP_THRESHOLD_": "2000000000", "MALLOC_TRIM_THRESHOLD_": "8000000000", "MALLOC_TOP_PAD_": "100000000"}
if __name__ == "__main__" and "MALLOC_TOP_PAD_" not in os.environ:
    import sys
    os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | MALLOC)

import torch
import torch.nn.functional as F

from columns import Columns
from crops import Crops
from glyphs import Glyphs
from model import Classifier, Cutter


SELDOM = 4      # steps from one averaging to the next
KEEP = 0.99     # of the average, each time


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", choices=["characters", "cuts"])
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder of checkpoints and the log")
    parser.add_argument("--samples", type=int, required=True)
    parser.add_argument("--decay", type=int, default=0, help="samples of falling rate; 0: a fifth of --samples")
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--natural", type=float, default=0.55, help="share drawn as the corpora have it")
    parser.add_argument("--nom", type=float, default=0.6, help="share of Nôm in that")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--workers", type=int, default=-1, help="processes that draw; -1: one on a CPU, none on a GPU")
    parser.add_argument("--save-seconds", type=float, default=180)
    return parser.parse_args()


def rate_at(done: int, began: int, arguments: argparse.Namespace) -> float:
    decay = arguments.decay or arguments.samples // 5
    warm = min(1.0, (done - began + arguments.batch) / (200 * arguments.batch))
    return arguments.rate * warm * max(0.0, min(1.0, (arguments.samples - done) / decay))


def loss_of(network: str, logits: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    if network == "characters":
        return F.cross_entropy(logits, truth)
    return F.binary_cross_entropy_with_logits(logits, truth)


@torch.no_grad()
def share_right(network: str, logits: torch.Tensor, truth: torch.Tensor) -> float:
    """Of crops, or of pairs of rows."""
    hits = logits.argmax(1) == truth if network == "characters" else (logits > 0) == (truth > 0.5)
    return hits.float().mean().item()


class Drawing(torch.utils.data.IterableDataset):
    """Batches without end. Each process that draws has a seed of its own."""

    def __init__(self, glyphs: Glyphs, arguments: argparse.Namespace, done: int):
        self.glyphs, self.arguments, self.done = glyphs, arguments, done

    def __iter__(self):
        arguments, worker = self.arguments, torch.utils.data.get_worker_info()
        seed = arguments.seed * 1_000_003 + self.done * 16 + (worker.id if worker else 0)
        source = (Crops(self.glyphs, seed, arguments.natural, arguments.nom) if arguments.network == "characters"
                  else Columns(self.glyphs, seed))
        while True:
            with torch.no_grad():
                yield source.draw(arguments.batch)


class Average:
    """Exponential average of the weights: what is measured and exported."""

    def __init__(self, model: torch.nn.Module):
        self.values = {name: value.detach().clone() for name, value in model.state_dict().items()}

    @torch.no_grad()
    def add(self, model: torch.nn.Module, keep: float) -> None:
        for name, value in model.state_dict().items():
            if value.is_floating_point():
                self.values[name].lerp_(value, 1 - keep)
            else:
                self.values[name].copy_(value)


def save(path: Path, **state) -> None:
    torch.save(state, path.with_suffix(".part"))
    os.replace(path.with_suffix(".part"), path)


def main() -> None:
    arguments = parse()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    arguments.run.mkdir(parents=True, exist_ok=True)
    checkpoint = arguments.run / "checkpoint.pt"

    glyphs = Glyphs(arguments.atlas, arguments.device)
    model = Classifier(glyphs.classes) if arguments.network == "characters" else Cutter()
    model = model.to(arguments.device, memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(model.parameters(), betas=(0.9, 0.99), weight_decay=0.02, foreach=True)
    average, done, began = Average(model), 0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=arguments.device)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average.values, done, began = state["average"], state["done"], state.get("began", 0)
    workers = arguments.workers if arguments.workers >= 0 else int(arguments.device == "cpu")
    drawn = iter(torch.utils.data.DataLoader(
        Drawing(glyphs, arguments, done), batch_size=None, num_workers=workers, prefetch_factor=8 if workers else 2))

    stop: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stop.append(number))
    saved = logged = time.monotonic()
    seen = 0
    right = losses = 0.0
    while done < arguments.samples and not stop:
        images, truth = next(drawn)
        images = images.contiguous(memory_format=torch.channels_last)
        for group in optimizer.param_groups:
            group["lr"] = rate_at(done, began, arguments)
        with torch.autocast(torch.device(arguments.device).type, torch.bfloat16):
            logits = model(images).float()
        loss = loss_of(arguments.network, logits, truth)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        done += arguments.batch
        # Averaging and counting touch every weight and every logit: not at each step.
        step = done // arguments.batch
        if step % SELDOM == 0:
            average.add(model, min(KEEP, 1 - SELDOM * arguments.batch / (done + arguments.batch)))
            right += share_right(arguments.network, logits, truth) * arguments.batch * SELDOM

        seen += arguments.batch
        losses += loss.item() * arguments.batch
        now = time.monotonic()
        if seen >= 48 * arguments.batch:
            line = {"done": done, "loss": round(losses / seen, 4), "right": round(right / seen, 4),
                    "rate": rate_at(done, began, arguments), "per_second": round(seen / (now - logged))}
            with (arguments.run / "log.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")
            print(line, flush=True)
            seen, right, losses, logged = 0, 0.0, 0.0, now
        if now - saved > arguments.save_seconds or done >= arguments.samples or stop:
            save(checkpoint, model=model.state_dict(), optimizer=optimizer.state_dict(), average=average.values,
                 done=done, began=began, chars=glyphs.chars)
            saved = now


if __name__ == "__main__":
    main()
