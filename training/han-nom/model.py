"""The two networks of the reader: one says what a crop shows, one where a column is cut."""
import torch
from torch import nn


def convolution(inputs: int, outputs: int, stride=1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Residual(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.body = convolution(channels, channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.body(x)


class Classifier(nn.Module):
    """(n, 1, 40, 40) of ink from 0 to 1 → (n, classes) of logits."""

    def __init__(self, classes: int, widths: tuple[int, ...] = (32, 64, 128, 256), embedding: int = 256):
        super().__init__()
        a, b, c, d = widths
        self.features = nn.Sequential(
            convolution(1, a, 2), convolution(a, b), nn.MaxPool2d(2),
            convolution(b, c), Residual(c), nn.MaxPool2d(2),
            convolution(c, d), Residual(d), nn.Flatten())
        self.embedding = nn.Sequential(nn.Linear(d * 25, embedding, bias=False), nn.BatchNorm1d(embedding))
        self.output = nn.Linear(embedding, classes)

    def forward(self, crops: torch.Tensor) -> torch.Tensor:
        return self.output(self.embedding(self.features(crops)))


class Rows(nn.Module):
    """One row's neighbours above and below, at a distance that grows from block to block."""

    def __init__(self, channels: int, distance: int):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv1d(channels, channels, 3, padding=distance, dilation=distance, bias=False),
            nn.BatchNorm1d(channels), nn.ReLU(inplace=True))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.body(x)


class Cutter(nn.Module):
    """(n, 1, h, 32) of ink, h even → (n, h / 2) of logits: is this pair of rows between two characters?"""

    def __init__(self, channels: int = 64):
        super().__init__()
        self.strokes = nn.Sequential(
            convolution(1, 16, 2), convolution(16, 32, (1, 2)), convolution(32, 48, (1, 2)),
            nn.Conv2d(48, channels, (3, 4), padding=(1, 0), bias=False), nn.BatchNorm2d(channels), nn.ReLU(inplace=True))
        self.rows = nn.Sequential(*(Rows(channels, distance) for distance in (1, 2, 4, 8, 16, 24)))
        self.output = nn.Conv1d(channels, 1, 1)

    def forward(self, columns: torch.Tensor) -> torch.Tensor:
        return self.output(self.rows(self.strokes(columns).squeeze(3))).squeeze(1)
