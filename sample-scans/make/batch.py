"""What one batch folder holds: its files, each of one or more pages, and its description."""
from dataclasses import dataclass, field

from paper import Look


@dataclass
class File:
    name: str                  # file name; its ending decides the format
    pages: list                # Page or Leaf objects, as drawn
    looks: list[Look]          # one for each page
    broken: bool = False       # cut the file in half after writing it


@dataclass
class Batch:
    recipe: str
    name: str
    files: list[File]
    sheet: dict = field(default_factory=dict)    # batch.yaml; empty for none
    rows: list = field(default_factory=list)     # batch.csv after its header; empty for none
