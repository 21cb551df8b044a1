"""What was aimed at, beside what was measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from results import Store, number, ratio

HEADINGS = {"problem": "problems", "aim": "aim", "measured": "measured", "met": "met"}


@dataclass
class Aim:
    """A number that the rows of a group should reach, all of them."""

    group: str
    problems: str
    text: str
    includes: Callable[[dict], bool]
    #: The number of a row; `None` where the row does not prove the optimum.
    measure: Callable[[dict], float | None]
    threshold: float
    at_least: bool
    show: Callable[[float], str]

    def row(self, store: Store) -> dict[str, str] | None:
        rows = [row for row in store.groups.get(self.group, {}).get("rows", []) if self.includes(row)]
        if not rows:
            return None
        values = [self.measure(row) for row in rows]
        known = [value for value in values if value is not None]
        worst = (min if self.at_least else max)(known, default=None)
        is_met = len(known) == len(values) and (
            worst >= self.threshold if self.at_least else worst <= self.threshold)
        measured = [f"{self.show(worst)} at worst"] if worst is not None else []
        if len(known) < len(values):
            measured.append(f"{len(values) - len(known)} of {len(values)} without an answer or a proof")
        return {
            "problem": self.problems, "aim": self.text, "measured": "; ".join(measured),
            "met": "yes" if is_met else "no"}


def size(*wanted: int) -> Callable[[dict], bool]:
    return lambda row: row["traits"]["size"] in wanted


def people(count: int) -> Callable[[dict], bool]:
    return lambda row: row["people"] == count


def seconds(row: dict) -> float | None:
    proven = isinstance(row["ours"], dict) and row["ours"]["is_optimal"]
    return row["ours"]["seconds"] if proven else None


def memory(row: dict) -> float | None:
    return row["ours"]["memory"] if isinstance(row["ours"], dict) else None


def times(value: float) -> str:
    return f"{value:.1f} times"


def in_seconds(value: float) -> str:
    return f"{number(value)} s"


def every(row: dict) -> bool:
    return True


def highs_proves(row: dict) -> bool:
    return isinstance(row["peers"][0], dict) and row["peers"][0]["is_optimal"]


def whole(row: dict) -> float:
    """Elapsed seconds: what the coordinator waits for, on all cores."""
    return row["seconds"]


def faster(group: str, problems: str, factor: float, than: str, includes=every) -> Aim:
    text = f"{factor:g} times as fast as {than}" if factor > 1 else f"no slower than {than}"
    return Aim(group, problems, text, includes, lambda row: ratio(row, than), factor, True, times)


def within(group: str, problems: str, most: float, includes, measure=seconds) -> Aim:
    return Aim(group, problems, f"{most:g} s", includes, measure, most, False, in_seconds)


AIMS = [
    faster("pure", "sparse, 10,000 and 100,000", 4, "OR-Tools", size(10_000, 100_000)),
    faster("pure", "sparse, 1,000,000", 3, "OR-Tools", size(1_000_000)),
    Aim(
        "pure", "sparse, 1,000,000", "2,048 MiB", size(1_000_000), memory, 2_048, False,
        lambda value: f"{value:,.0f} MiB"),
    faster("dense", "dense", 1, "lapx"),
    faster("limited", "caseloads, quotas, budget", 50, "HiGHS"),
    within("limited", "caseloads, quotas, budget, 10,000", 5, size(10_000)),
    faster("gap", "generalised assignment, where HiGHS proves", 1, "HiGHS", highs_proves),
    within("errands", "200 errands", 2, size(200)),
    within("errands", "2,000 errands", 60, size(2_000)),
    within("match", "`match`, 1,500 people", 0.5, people(1_500), whole),
    within("match", "`match`, 20,000 people", 5, people(20_000), whole),
]


def rows(store: Store) -> list[dict[str, str]]:
    """A row for every aim about which something was measured."""
    return [row for aim in AIMS if (row := aim.row(store))]
