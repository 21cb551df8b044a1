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
        lefts = Column.ids("L", self.left, self.left_count)
        rights = Column.ids("R", self.right, self.right_count)
        write_rows(folder / "graph.csv", "left,right,weight", [lefts, rights, Column.numbers(self.weight)])
        arguments = [str(folder / "graph.csv")]
        if self.places is not None:
            ids = Column.ids("R", np.arange(self.right_count), self.right_count)
            write_rows(folder / "places.csv", "id,capacity", [ids, Column.numbers(self.places)])
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


@dataclass
class Column:
    """Numbers that are not negative, written in equally many digits; zeros in front do no harm."""

    letter: str
    values: np.ndarray
    width: int

    @staticmethod
    def ids(letter: str, indices: np.ndarray, count: int) -> Column:
        return Column(letter, indices, digits(count))

    @staticmethod
    def numbers(numbers: np.ndarray) -> Column:
        return Column("", numbers, len(str(int(numbers.max(initial=0)))))

    def cells(self, start: int, end: int) -> np.ndarray:
        """A row of bytes for every number of a range."""
        numbers = np.asarray(self.values[start:end], np.int64)
        powers = 10 ** np.arange(self.width - 1, -1, -1, dtype=np.int64)
        cells = (numbers[:, None] // powers % 10 + ord("0")).astype(np.uint8)
        return np.hstack([constant(self.letter, len(numbers)), cells]) if self.letter else cells


def constant(character: str, count: int) -> np.ndarray:
    return np.full((count, 1), ord(character), np.uint8)


def write_rows(path: Path, header: str, columns: list[Column]) -> None:
    """Writes a CSV file of columns of equal length; half a million rows at a time, to spare memory."""
    count = len(columns[0].values)
    with open(path, "wb") as file:
        file.write(header.encode() + b"\n")
        for start in range(0, count, 500_000):
            end = min(start + 500_000, count)
            parts = []
            for column in columns:
                parts += [column.cells(start, end), constant(",", end - start)]
            parts[-1] = constant("\n", end - start)
            file.write(np.hstack(parts).tobytes())
