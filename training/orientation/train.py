"""Trains the reader of orientation on made pages and writes it as ONNX. See README.md."""
import argparse
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "bench")]
import patches  # noqa: E402
from pages import layouts, scanning, words  # noqa: E402

SEED = 1945


class Net(nn.Sequential):
    """Which of four quarter turns a patch of writing lies in; 25,000 weights."""

    def __init__(self):
        def block(inputs, outputs, size=3, stride=1):
            return [nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()]
        super().__init__(*block(1, 16, 5, 2), *block(16, 24), nn.MaxPool2d(2), *block(24, 32), nn.MaxPool2d(2),
                         *block(32, 48), nn.MaxPool2d(2), nn.Flatten(), nn.Dropout(0.2), nn.Linear(48 * 16, 4))


def page(number):
    """Upright made page as grey values and how far its lines rise, degrees."""
    rng = np.random.default_rng([SEED, number])
    kind = list(layouts.KINDS)[number % len(layouts.KINDS)]
    ppi = int(rng.choice([110, 150, 150, 200]))
    sheet = layouts.Sheet(rng, ppi, [(5.5, 8.5), (6, 9), (8.27, 11.7)][rng.integers(3)])
    layouts.KINDS[kind](sheet)
    degrees = float(rng.uniform(-15, 15)) if rng.random() < 0.7 else 0.0
    image, _ = scanning.scan(sheet.mask, degrees, rng)
    return np.asarray(image.convert("L")), degrees, kind


def gather(numbers):
    found = []
    for number in numbers:
        grey, degrees, _ = page(number)
        found.append(patches.of(grey, degrees, np.random.default_rng([SEED, 1, number])))
    return torch.from_numpy(np.concatenate(found))


def turned(batch, turns):
    """Each patch turned counter-clockwise: as many quarter turns clockwise make it upright again."""
    return torch.stack([torch.rot90(patch, int(turn), (0, 1)) for patch, turn in zip(batch, turns)])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=int, default=540)
    options.add_argument("--epochs", type=int, default=12)
    options.add_argument("--corpus", type=Path, help="folder with TSV files whose second field is Hán or Nôm text")
    options.add_argument("--to", type=Path, default=HERE.parents[1] / "models/orientation/orientation.onnx")
    given = options.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    if given.corpus:
        lines = [line.split("\t")[1] for file in sorted(given.corpus.glob("*.tsv"))
                 for line in file.read_text(encoding="utf-8").splitlines() if line.count("\t") >= 2]
        characters = [c for c in "".join(lines) if "\u4e00" <= c <= "\u9fa5"]
        words.han_characters = lambda: characters
    started = time.time()
    train, held = gather(range(given.pages)), gather(range(10_000, 10_000 + given.pages // 9))
    print(f"{len(train)} patches, {len(held)} held back, {time.time() - started:.0f} s", flush=True)

    net, size = Net(), 128
    steps = given.epochs * (len(train) // size)
    optimizer = torch.optim.AdamW(net.parameters(), 3e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 6e-3, steps)
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    for epoch in range(given.epochs):
        net.train()
        total, order = 0.0, torch.randperm(len(train))
        for i in range(len(train) // size):
            turns = torch.randint(4, (size,))
            batch = turned(train[order[i * size:(i + 1) * size]], turns)
            batch = (batch * torch.empty(size, 1, 1).uniform_(0.6, 1.3)).clamp(0, 1) + 0.03 * torch.randn_like(batch)
            loss = loss_of(net(batch[:, None]), turns)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        net.eval()
        with torch.no_grad():
            turns = torch.randint(4, (len(held),))
            right = (net(turned(held, turns)[:, None]).argmax(1) == turns).float().mean().item()
        print(f"epoch {epoch + 1}: loss {total * size / len(train):.3f}, held-back patches right {right:.4f}, "
              f"{time.time() - started:.0f} s", flush=True)
        torch.save(net.state_dict(), given.to.with_suffix(".pt"))

    given.to.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(nn.Sequential(net, nn.LogSoftmax(1)), torch.zeros(1, 1, patches.PATCH, patches.PATCH), str(given.to),
                      input_names=["patches"], output_names=["turns"], opset_version=13,
                      dynamic_axes={"patches": {0: "n"}, "turns": {0: "n"}})
    given.to.with_suffix(".pt").unlink()


if __name__ == "__main__":
    main()
