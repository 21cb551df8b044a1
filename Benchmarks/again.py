"""Solving again, from an earlier answer and its proof, after one weight in a hundred has changed."""

from __future__ import annotations

import statistics
from pathlib import Path

import numpy as np

import measure
import pure
from apart import Failed
from results import number

SIZES = {"quick": [1_000], "small": [10_000], "full": [10_000, 100_000]}
KINDS = [
    ("random", "roomy"), ("city", "roomy"), ("places", "roomy"), ("places", "tight"), ("random", "tight"),
    ("city", "tight")]
TITLE = "Solving again with 1% of the weights changed, from the earlier answer (`--start`, `--start-pairs`)"
HEADINGS = {
    "problem": "problem", "edges": "edges", "fresh": "afresh, s", "again": "again, s", "share": "share",
    "lookedFresh": "looked at afresh", "lookedAgain": "looked at again"}


def problems(scale: str) -> list[tuple[int, str, str]]:
    return [(size, kind, room) for size in SIZES[scale] for kind, room in KINDS]


def row(size: int, kind: str, room: str, binary: str, folder: Path, repeats: int) -> dict:
    """Solves, changes weights, and solves afresh and again by turns; both must come to the same."""
    problem = pure.sparse(size, 30, kind, room)
    goals = ["--goal", ",".join(problem.goals), "--json", "--force", "--lang", "en"]
    (first, first_pairs) = (str(folder / "first.json"), str(folder / "first.csv"))
    measure.command([
        binary, "solve", *problem.write(folder), *goals, "--out", first_pairs, "--certificate", first])
    rng = np.random.default_rng([2, size])
    changed = rng.choice(problem.edge_count, problem.edge_count // 100, replace=False)
    problem.weight[changed] = rng.integers(1, pure.LARGEST_WEIGHT + 1, len(changed))
    files = problem.write(folder)
    (pairs, proof) = (str(folder / "pairs.csv"), str(folder / "proof.json"))
    arguments = [binary, "solve", *files, *goals, "--out", pairs, "--certificate", proof]
    fresh, again = [], []
    for _ in range(repeats):
        fresh.append(measure.command(arguments))
        again.append(measure.command([*arguments, "--start", first, "--start-pairs", first_pairs]))
    measure.command([binary, "verify", files[0], pairs, proof, *files[1:], "--lang", "en"])
    if fresh[-1].output["goals"] != again[-1].output["goals"]:
        raise Failed(f"{problem.name}: another value again than afresh")
    return {
        "problem": problem.name, "edges": problem.edge_count,
        "fresh": statistics.median(measure.lap(run, "solve") for run in fresh),
        "again": statistics.median(measure.lap(run, "solve") for run in again),
        "lookedFresh": looked(fresh[-1]), "lookedAgain": looked(again[-1])}


def looked(run: measure.Command) -> int:
    """Edges that the start looked at: the same on every machine."""
    return run.output["timings"]["solver"]["scannedEdges"]


def cells(kept: dict) -> dict[str, str]:
    return {
        "problem": kept["problem"], "edges": f"{kept['edges']:,}", "fresh": number(kept["fresh"]),
        "again": number(kept["again"]), "share": f"{100 * kept['again'] / kept['fresh']:.0f}%",
        "lookedFresh": f"{kept['lookedFresh']:,}", "lookedAgain": f"{kept['lookedAgain']:,}"}
