"""How the times grow with the number of people, and where the promises stop being true."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass

from results import Store, number, ratio


@dataclass
class Series:
    """One solver on one class of problems, by number of residents."""

    solver: str
    room: str
    sizes: list[int]
    medians: list[float]
    least: list[float]
    most: list[float]
    #: Whether every problem of a size was proven.
    proven: list[bool]

    @property
    def name(self) -> str:
        return f"{self.solver}, {self.room}" if self.room else self.solver

    @property
    def exponent(self) -> float | None:
        """The slope between the first and the last size on logarithmic axes."""
        if len(self.sizes) < 2:
            return None
        return math.log(self.medians[-1] / self.medians[0]) / math.log(self.sizes[-1] / self.sizes[0])


def pure_series(store: Store) -> list[Series]:
    rows = [row for row in measured(store, "pure") if row["traits"]["degree"] == 30]
    return [
        each for room in ("tight", "roomy") for solver in ("OR-Tools", "musubi")
        if (each := series(solver, room, [row for row in rows if row["traits"]["room"] == room]))]


def limited_series(store: Store) -> list[Series]:
    rows = measured(store, "limited")
    return [each for solver in ("HiGHS", "musubi") if (each := series(solver, "", rows))]


def measured(store: Store, group: str) -> list[dict]:
    return store.groups.get(group, {}).get("rows", [])


def series(solver: str, room: str, rows: list[dict]) -> Series | None:
    """The first peer of every row, or we."""
    answers: dict[int, list[dict]] = {}
    for row in rows:
        answer = row["ours"] if solver == "musubi" else row["peers"][0]
        if isinstance(answer, dict):
            answers.setdefault(row["traits"]["size"], []).append(answer)
    if not answers:
        return None
    sizes = sorted(answers)
    seconds = [[max(answer["seconds"], 1e-4) for answer in answers[size]] for size in sizes]
    return Series(
        solver, room, sizes, [statistics.median(values) for values in seconds],
        [min(values) for values in seconds], [max(values) for values in seconds],
        [all(answer["is_optimal"] for answer in answers[size]) for size in sizes])


def growth_rows(store: Store) -> tuple[list[dict[str, str]], dict[str, str]]:
    """Medians by number of residents with the exponent; text and headings of the table."""
    classes = [("no limits", each) for each in pure_series(store)]
    classes += [("limits", each) for each in limited_series(store)]
    sizes = sorted({size for _, each in classes for size in each.sizes})
    headings = {"problem": "problems", "peer": "solver"} | {str(size): f"{size:,}" for size in sizes}
    rows = []
    for problems, each in classes:
        row = {"problem": problems, "peer": each.name}
        for size, median, is_proven in zip(each.sizes, each.medians, each.proven):
            row[str(size)] = number(median) + ("" if is_proven else " *")
        if each.exponent is not None:
            row["exponent"] = f"{each.exponent:.2f}"
        rows.append(row)
    return rows, headings | {"exponent": "grows with n to the"}


def exceptions(store: Store) -> list[str]:
    """Group by group, how many problems we did not prove, and on how many a peer was faster."""
    lines = []
    for name, group in store.groups.items():
        rows = [row for row in group["rows"] if "ours" in row]
        failed = [row["problem"] for row in rows if isinstance(row["ours"], str)]
        solved = [row for row in rows if isinstance(row["ours"], dict)]
        open_rows = [
            f"{row['problem']} ({row['ours']['note']})" for row in solved if not row["ours"]["is_optimal"]]
        slower = sorted((factor, row["problem"]) for row in solved if (factor := ratio(row) or 1) < 1)
        if failed:
            lines.append(f"- {name}: no answer in time for {'; '.join(failed)}.")
        if open_rows:
            lines.append(f"- {name}: not proven in time: {'; '.join(open_rows)}.")
        if slower:
            lines.append(
                f"- {name}: a peer is faster on {len(slower)} of {len(rows)}, at worst on {slower[0][1]} "
                f"(ratio {slower[0][0]:.2f}).")
    return lines
