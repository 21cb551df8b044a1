"""Times `musubi solve` and `musubi match` against their peers on the same problems in the same run.

See README.md beside this file.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

import again
import candidates
import intake
import measure
import page
import picture
import results
from apart import Failed
from groups import AGAIN, CANDIDATES, COHORTS, GROUPS, INTAKE, MATCH, SCALES, Group, Scale

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


def main() -> None:
    options = arguments()
    scale = SCALES["quick" if options.quick else options.scale]
    keeps = not options.quick
    path = HERE / "results.json" if keeps else Path(tempfile.gettempdir()) / "musubi-quick-results.json"
    if not keeps:
        path.unlink(missing_ok=True)
    store = results.Store(path)
    names = options.only or [group.name for group in GROUPS] + [AGAIN, CANDIDATES, INTAKE, MATCH]
    faults = 0
    if not options.report:
        for group in GROUPS:
            if group.name in names:
                faults += run(group, scale, options.binary, store, options.problem)
        if AGAIN in names:
            run_again(scale, options.binary, store)
        if CANDIDATES in names:
            run_candidates(scale, options.binary, store)
        if INTAKE in names:
            faults += run_intake(scale, options.binary, store)
        if MATCH in names:
            run_match(scale, options.binary, store)
    if keeps:
        page.write_page(ROOT / "docs" / "performance.md", store)
        picture.draw(ROOT / "docs" / "performance.svg", store)
    print(f"results: {path}")
    sys.exit(1 if faults else 0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.py", description=__doc__.splitlines()[0])
    groups = [group.name for group in GROUPS] + [AGAIN, CANDIDATES, INTAKE, MATCH]
    parser.add_argument(
        "--scale", choices=["small", "full"], default="small", help="how large (default: small)")
    parser.add_argument("--quick", action="store_true", help="tiny problems, one run each; keeps no results")
    parser.add_argument(
        "--only", action="append", choices=groups, help="this group; may be given several times")
    parser.add_argument(
        "--problem", metavar="TEXT", default="",
        help="only problems that have this in their name; what is known of the others stays")
    parser.add_argument("--report", action="store_true", help="measure nothing: make page and picture again")
    parser.add_argument(
        "--binary", default=str(ROOT / ".build" / "release" / "musubi"), help="the command to measure")
    options = parser.parse_args()
    if not options.report and not Path(options.binary).exists():
        parser.error(f"{options.binary} does not exist; run 'make build' first")
    return options


def run(group: Group, scale: Scale, binary: str, store: results.Store, part: str) -> int:
    """Measures a group, or the problems with a part of a name, and returns how many of them came out wrong."""
    print(f"\n{group.title}", flush=True)
    store.begin(group.name, scale.name, keeps_rows=bool(part))
    rows = []
    for make in group.problems(scale):
        progress(f"{group.name}: making a problem")
        problem = make()
        if part not in problem.name:
            continue
        progress(f"{problem.name}: musubi")
        with tempfile.TemporaryDirectory(prefix="musubi-bench-") as folder:
            ours = attempt(
                "musubi", lambda: measure.ours(binary, problem, Path(folder), scale.repeats, scale.limit))
        others = []
        for name, solve in group.peers(problem, scale):
            progress(f"{problem.name}: {name}")
            others.append(
                attempt(name, lambda: measure.peer(lambda: solve(problem), scale.repeats, scale.patience)))
        rows.append(results.row(problem, ours, others))
        store.add(group.name, rows[-1])
        for line in rows[-1]["disagreements"]:
            progress("")
            print(f"WRONG {problem.name}: {line}", flush=True)
    progress("")
    print("\n".join(results.table([results.cells(kept) for kept in rows], results.HEADINGS)), flush=True)
    return sum(bool(kept["disagreements"]) for kept in rows)


def attempt(name: str, body):
    """The answer, or a sentence that says why there is none."""
    try:
        return body()
    except Failed as error:
        # Results are kept: where files stood on this machine is nobody's business.
        return re.sub(r"/[^\s:]+", "…", f"{name}: {error}")


def run_again(scale: Scale, binary: str, store: results.Store) -> None:
    """Measures what a solve from an earlier certificate takes, beside one from nothing."""
    print(f"\n{again.TITLE}", flush=True)
    store.begin(AGAIN, scale.name)
    rows = []
    for size, kind, room in again.problems(scale.name):
        progress(f"again: {kind} {room} {size:,}")
        with tempfile.TemporaryDirectory(prefix="musubi-bench-") as folder:
            rows.append(again.row(size, kind, room, binary, Path(folder), scale.repeats))
        store.add(AGAIN, rows[-1])
    progress("")
    cells = [again.cells(kept) for kept in rows]
    print("\n".join(results.table(cells, again.HEADINGS)), flush=True)


def run_candidates(scale: Scale, binary: str, store: results.Store) -> None:
    """Measures how long `check` takes to find the candidate pairs of made-up cohorts."""
    print(f"\n{results.CANDIDATES_TITLE}", flush=True)
    store.begin(CANDIDATES, scale.name)
    rows = []
    for cohort in candidates.COHORTS[scale.name]:
        progress(f"candidates: {cohort.name}, {cohort.people} a side")
        with tempfile.TemporaryDirectory(prefix="musubi-bench-") as folder:
            files = cohort.write(Path(folder), measure.command, binary)
            runs = measure.repeated(scale.repeats, [binary, "check", *files, "--json", "--lang", "en"])
        output = runs[-1].output
        rows.append({
            "cohort": cohort.name, "people": cohort.people, "candidates": output["candidatePairs"],
            "looked": output["pairsLookedAt"],
            "pairs": output["residents"]["eligible"] * output["volunteers"]["eligible"],
            "seconds": statistics.median(measure.elapsed(run, "candidates") for run in runs),
            "cpuSeconds": statistics.median(measure.lap(run, "candidates") for run in runs),
            "memory": max(run.output["timings"]["peakMemory"] for run in runs)})
        store.add(CANDIDATES, rows[-1])
    progress("")
    cells = [results.candidate_cells(kept) for kept in rows]
    print("\n".join(results.table(cells, results.CANDIDATE_HEADINGS)), flush=True)


def run_intake(scale: Scale, binary: str, store: results.Store) -> int:
    """Measures how long `check` takes to read, type and validate an export, and how long pandas reads it.

    Returns how many exports the two did not find to have the same number of rows.
    """
    print(f"\n{results.INTAKE_TITLE}", flush=True)
    store.begin(INTAKE, scale.name)
    rows = []
    for export in intake.EXPORTS[scale.name]:
        progress(f"intake: {export.name}, {export.rows} rows")
        with tempfile.TemporaryDirectory(prefix="musubi-bench-") as name:
            folder = Path(name)
            files = export.write(folder)
            runs, peers = [], []
            # By turns, so that what else the machine does strikes both alike.
            for _ in range(scale.repeats):
                runs.append(measure.command([binary, "check", *files, "--json", "--lang", "en"]))
                peers.append(
                    attempt("pandas", lambda: measure.peer(lambda: export.pandas(folder), 1, scale.patience)))
            size = (folder / "residents.csv").stat().st_size
        found = runs[-1].output["residents"]["applied"]
        failed = next((each for each in peers if isinstance(each, str)), None)
        rows.append({
            "export": export.name, "rows": found, "bytes": size,
            "seconds": statistics.median(measure.elapsed(run, "read") for run in runs),
            "cpuSeconds": statistics.median(measure.lap(run, "read") for run in runs),
            "memory": max(run.output["timings"]["peakMemory"] for run in runs),
            "peer": failed or {
                "seconds": statistics.median(each.details["elapsed"] for each in peers),
                "cpuSeconds": statistics.median(each.seconds for each in peers),
                "memory": max(each.memory for each in peers)},
            "isSame": failed is not None or all(each.values == [found] for each in peers)})
        store.add(INTAKE, rows[-1])
    progress("")
    cells = [results.intake_cells(kept) for kept in rows]
    print("\n".join(results.table(cells, results.INTAKE_HEADINGS)), flush=True)
    return sum(not kept["isSame"] for kept in rows)


def run_match(scale: Scale, binary: str, store: results.Store) -> None:
    """Measures `match` on made-up cohorts, from the exports to the folder."""
    print("\nThe whole of match, files to folder", flush=True)
    store.begin(MATCH, scale.name)
    programme = str(ROOT / "configs" / "family-friend.yaml")
    rows = []
    for residents, volunteers in COHORTS[scale.name]:
        progress(f"match: {residents + volunteers} people")
        with tempfile.TemporaryDirectory(prefix="musubi-bench-") as folder:
            measure.command([
                binary, "simulate", "--programme", programme, "--residents", str(residents), "--volunteers",
                str(volunteers), "--seed", "1", "--out", folder, "--force"])
            runs = measure.repeated(scale.repeats, [
                binary, "match", "--programme", programme, "--volunteers", f"{folder}/volunteers.csv",
                "--residents", f"{folder}/residents.csv", "--as-of", "2026-11-01", "--out", f"{folder}/run",
                "--force", "--json"])
        rows.append(match_row(residents + volunteers, runs))
        store.add(MATCH, rows[-1])
    progress("")
    cells = [results.match_cells(kept) for kept in rows]
    print("\n".join(results.table(cells, results.MATCH_HEADINGS)), flush=True)


def match_row(people: int, runs: list[measure.Command]) -> dict:
    output = runs[-1].output
    stages = [lap["stage"] for lap in output["timings"]["laps"]]
    return {
        "people": people, "candidates": output["candidatePairs"], "pairs": output["pairs"],
        "seconds": statistics.median(run.seconds for run in runs),
        "cpuSeconds": statistics.median(run.cpu_seconds for run in runs),
        "laps": {stage: statistics.median(measure.lap(run, stage) for run in runs) for stage in stages},
        "memory": max(run.output["timings"]["peakMemory"] for run in runs)}


def progress(text: str) -> None:
    """One line that is written over, where somebody watches."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
    elif text:
        print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
