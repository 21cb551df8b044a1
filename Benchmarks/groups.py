"""What is measured: for every group its problems at a scale, and the peers that can solve them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import errands
import gap
import limited
import peers
import pure
from peers import Answer
from problem import Problem

#: What a table calls it, and how it solves.
Peer = tuple[str, Callable[[Problem], Answer]]


@dataclass(frozen=True)
class Scale:
    """How much is measured."""

    name: str
    repeats: int
    #: Elapsed seconds that we have for each goal.
    limit: float
    #: Processor seconds that HiGHS has for each goal under caseloads; elsewhere it has `limit`.
    long_limit: float

    @property
    def patience(self) -> float:
        """Elapsed seconds after which a peer is ended; a busy machine gives each a part of its time."""
        return 20 * self.long_limit


SCALES = {
    "quick": Scale("quick", repeats=1, limit=10, long_limit=10),
    "small": Scale("small", repeats=3, limit=60, long_limit=60),
    "full": Scale("full", repeats=3, limit=60, long_limit=300),
}


@dataclass(frozen=True)
class Group:
    """Problems of one class."""

    name: str
    title: str
    problems: Callable[[Scale], Iterator[Callable[[], Problem]]]
    peers: Callable[[Problem, Scale], list[Peer]]


def pure_problems(scale: Scale) -> Iterator[Callable[[], Problem]]:
    sizes = [(1_000, [30, 50], pure.KINDS), (10_000, [30, 50], pure.KINDS)]
    if scale.name == "quick":
        sizes = [(1_000, [30], pure.KINDS)]
    if scale.name == "full":
        sizes += [(100_000, [30, 50], pure.KINDS), (1_000_000, [30], ("random", "city"))]
    return pure.problems(sizes)


def pure_peers(problem: Problem, scale: Scale) -> list[Peer]:
    chosen: list[Peer] = [("OR-Tools", peers.flow)]
    # SciPy takes minutes from 100,000 on, and knows no places.
    if problem.left_count <= 10_000 and problem.places is None:
        chosen.append(("SciPy", peers.scipy_sparse))
    return chosen


def dense_problems(scale: Scale) -> Iterator[Callable[[], Problem]]:
    for size in {"quick": [500], "small": [1_000, 2_000], "full": [1_000, 2_000, 5_000]}[scale.name]:
        yield lambda size=size: pure.dense(size)


def limited_problems(scale: Scale) -> Iterator[Callable[[], Problem]]:
    sizes = {"quick": [300], "small": [1_000, 2_000], "full": [1_000, 2_000, 3_000, 10_000]}[scale.name]
    for size in sizes:
        for kind in ("random", "city"):
            yield lambda size=size, kind=kind: limited.caseloads(size, kind)


def gap_problems(scale: Scale) -> Iterator[Callable[[], Problem]]:
    sizes = [(5, 100), (10, 100), (20, 100)]
    if scale.name == "quick":
        sizes = [(5, 50)]
    if scale.name == "full":
        sizes += [(20, 200), (40, 400), (80, 400)]
    for kind in "CD":
        for agents, jobs in sizes:
            yield lambda kind=kind, agents=agents, jobs=jobs: gap.assignment(kind, agents, jobs)


def errand_problems(scale: Scale) -> Iterator[Callable[[], Problem]]:
    for count in {"quick": [100], "small": [200, 500], "full": [200, 500, 2_000]}[scale.name]:
        yield lambda count=count: errands.errands(count, count * 3 // 2)


def only_highs(problem: Problem, scale: Scale) -> list[Peer]:
    return [("HiGHS", lambda problem: peers.highs(problem, scale.limit))]


def patient_highs(problem: Problem, scale: Scale) -> list[Peer]:
    return [("HiGHS", lambda problem: peers.highs(problem, scale.long_limit))]


GROUPS = [
    Group("pure", "Sparse, without limits: most pairs, then the best fit", pure_problems, pure_peers),
    Group(
        "dense", "Dense: everybody served at the least cost", dense_problems,
        lambda problem, scale: [("lapx", peers.lapx_dense), ("SciPy", peers.scipy_dense)]),
    Group(
        "limited", "Caseloads, five quotas and a travel budget: most pairs, then the best fit",
        limited_problems, patient_highs),
    Group("gap", "Generalised assignment: every job once, at the least cost", gap_problems, only_highs),
    Group("errands", "A month of errands: most errands done, then the best fit", errand_problems, only_highs),
]
#: Only the stage that finds the candidate pairs, by `check`; without a peer, and with columns of its own.
CANDIDATES = "candidates"
#: Only the stage that reads the exports, by `check`; its peer reads the same file and types nothing.
INTAKE = "intake"
#: Solving again from an earlier answer; its peer is solving afresh.
AGAIN = "again"
#: The whole of `match`, which has no peer; its rows have other columns.
MATCH = "match"
COHORTS = {"quick": [(100, 85)], "small": [(810, 690)], "full": [(810, 690), (10_800, 9_200)]}
