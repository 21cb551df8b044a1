"""A bare problem as the benchmark holds it, and as the files that `musubi solve` reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np


@dataclass
class Limit:
    """lower <= sum of the chosen edges' coefficients <= upper."""

    name: str
    edges: np.ndarray
    coefficients: np.ndarray
    at_least: int | None = None
    at_most: int | None = None


@dataclass
class Problem:
    """Edges ascend by (left, right); every left vertex has one place."""

    name: str
    left_count: int
    right_count: int
    left: np.ndarray
    right: np.ndarray
    weight: np.ndarray
    places: np.ndarray | None = None
    limits: list[Limit] = field(default_factory=list)
    goals: tuple[str, ...] = ("most-pairs", "best-fit")
    cover: str | None = None
    #: What tells this problem from others of its group, for tables and the picture.
    traits: dict[str, object] = field(default_factory=dict)

    @property
    def edge_count(self) -> int:
        return len(self.left)

    @property
    def right_places(self) -> np.ndarray:
        return np.ones(self.right_count, np.int64) if self.places is None else self.places

    def goal_weights(self, goal: str) -> np.ndarray:
        return np.ones(self.edge_count, np.int64) if goal == "most-pairs" else self.weight

    def write(self, folder: Path) -> list[str]:
        """Writes the files of the problem and returns the arguments that name them."""
        ends = [("L", self.left, self.left_count), ("R", self.right, self.right_count)]
        columns = [id_cells(letter, ends, count) for letter, ends, count in ends]
        write_rows(folder / "graph.csv", "left,right,weight", [*columns, number_cells(self.weight)])
        arguments = [str(folder / "graph.csv")]
        if self.places is not None:
            ids = id_cells("R", np.arange(self.right_count), self.right_count)
            write_rows(folder / "places.csv", "id,capacity", [ids, number_cells(self.places)])
            arguments += ["--right-capacity", str(folder / "places.csv")]
        if self.limits:
            self._write_limits(folder)
            arguments += ["--limits", str(folder / "limits.csv"), "--terms", str(folder / "terms.csv")]
        if self.cover:
            arguments += ["--cover", self.cover]
        return arguments

    def _write_limits(self, folder: Path) -> None:
        def text(bound: int | None) -> str:
            return "" if bound is None else str(bound)

        rows = [f"{limit.name},{text(limit.at_least)},{text(limit.at_most)}\n" for limit in self.limits]
        (folder / "limits.csv").write_text("limit,at_least,at_most\n" + "".join(rows))
        (left_width, right_width) = (digits(self.left_count), digits(self.right_count))
        with open(folder / "terms.csv", "w") as file:
            file.write("limit,left,right,coefficient\n")
            for limit in self.limits:
                terms = zip(
                    self.left[limit.edges].tolist(), self.right[limit.edges].tolist(),
                    np.asarray(limit.coefficients).tolist())
                file.writelines(
                    f"{limit.name},L{left:0{left_width}d},R{right:0{right_width}d},{coefficient}\n"
                    for left, right, coefficient in terms)


def digits(count: int) -> int:
    """Digits of the largest index: ids of one width sort by their bytes as their numbers do."""
    return len(str(max(count - 1, 1)))


def id_cells(letter: str, indices: np.ndarray, count: int) -> np.ndarray:
    """A row of bytes for every index: the letter and the index in decimal."""
    cells = decimal_cells(indices, digits(count))
    return np.hstack([np.full((len(indices), 1), ord(letter), np.uint8), cells])


def number_cells(numbers: np.ndarray) -> np.ndarray:
    """A row of bytes for every number, which is not negative; zeros in front do no harm."""
    return decimal_cells(numbers, len(str(int(numbers.max(initial=0)))))


def decimal_cells(numbers: np.ndarray, width: int) -> np.ndarray:
    powers = 10 ** np.arange(width - 1, -1, -1, dtype=np.int64)
    return (np.asarray(numbers, np.int64)[:, None] // powers % 10 + ord("0")).astype(np.uint8)


def write_rows(path: Path, header: str, columns: list[np.ndarray]) -> None:
    """Writes a CSV file of columns of equal-width cells; a million rows at a time, to spare memory."""
    with open(path, "wb") as file:
        file.write(header.encode() + b"\n")
        for start in range(0, len(columns[0]), 1_000_000):
            parts = []
            for position, cells in enumerate(columns):
                cells = cells[start:start + 1_000_000]
                mark = b"\n" if position == len(columns) - 1 else b","
                parts += [cells, np.full((len(cells), 1), mark[0], np.uint8)]
            file.write(np.hstack(parts).tobytes())
