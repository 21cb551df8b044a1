"""The results as data, kept in one JSON file, and as tables."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path

from peers import Answer
from problem import Problem

#: The command's exit code when the time was over before anything was found.
NOTHING_FOUND = "exit code 69"
PEERS = ("ortools", "highspy", "lapx", "scipy", "pandas")


def row(problem: Problem, ours: Answer | str, others: list[Answer | str]) -> dict:
    """What is kept of a problem; a solver without an answer is a sentence."""
    return {
        "problem": problem.name, "traits": problem.traits, "edges": problem.edge_count,
        "limits": len(problem.limits), "goals": list(problem.goals),
        "ours": ours if isinstance(ours, str) else ours.record(),
        "peers": [other if isinstance(other, str) else other.record() for other in others],
        "disagreements": disagreements(problem, ours, others)}


def disagreements(problem: Problem, ours: Answer | str, others: list[Answer | str]) -> list[str]:
    """Where what we and a peer claim cannot both be true."""
    if isinstance(ours, str):
        # To find nothing in time is bad, but not wrong.
        return [] if NOTHING_FOUND in ours else [ours]
    found = []
    for other in others:
        if isinstance(other, str):
            continue
        for goal, mine, my_bound, theirs, their_bound in zip(
            problem.goals, ours.values, ours.bounds, other.values, other.bounds
        ):
            sign = -1 if goal == "least-cost" else 1
            if sign * mine > sign * their_bound or sign * theirs > sign * my_bound:
                found.append(
                    f"{goal}: we have {mine} (bound {my_bound}), {other.name} {theirs} (bound {their_bound})")
            # Later goals can be compared only where the earlier ones are equal.
            if mine != theirs:
                break
    return found


def machine() -> dict:
    """The machine in general terms, and the versions of the peers."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cores": os.cpu_count(), "memoryGiB": round(pages / 2**30), "system": platform.system(),
        "architecture": platform.machine(), "peers": {name: version(name) for name in PEERS}}


class Store:
    """The results of the groups, written after every row so that nothing measured is lost."""

    def __init__(self, path: Path):
        self.path = path
        self.groups: dict[str, dict] = json.loads(path.read_text())["groups"] if path.exists() else {}

    def begin(self, group: str, scale: str, keeps_rows: bool = False) -> None:
        rows = self.groups.get(group, {}).get("rows", []) if keeps_rows else []
        self.groups[group] = {"scale": scale, "machine": machine(), "rows": rows}

    def add(self, group: str, kept: dict) -> None:
        """A row, in the place of an earlier one about the same problem."""
        rows = self.groups[group]["rows"]
        name = kept.get("problem")
        same = [index for index, row in enumerate(rows) if name and row.get("problem") == name]
        if same:
            rows[same[0]] = kept
        else:
            rows.append(kept)
        text = json.dumps({"schema": 1, "groups": self.groups}, indent=1, sort_keys=True)
        self.path.write_text(text + "\n")


def fastest(kept: dict) -> dict | None:
    """The peer that proved the optimum first; where none did, the one that proved most."""
    answers = [other for other in kept["peers"] if isinstance(other, dict)]
    return min(answers, key=lambda other: (not other["is_optimal"], other["seconds"]), default=None)


def ratio(kept: dict, to: str = "") -> float | None:
    """How many times longer the fastest peer, or one of a name, took; at the least, where it proved less."""
    best = fastest(kept)
    if to:
        named = (each for each in kept["peers"] if isinstance(each, dict) and each["name"].startswith(to))
        best = next(named, None)
    if best is None or isinstance(kept["ours"], str) or not kept["ours"]["is_optimal"]:
        return None
    return best["seconds"] / max(kept["ours"]["seconds"], 1e-4)


HEADINGS = {
    "problem": "problem", "edges": "edges", "ours": "musubi, s", "start": "start", "glpk": "GLPK",
    "whole": "command, s", "memory": "MiB", "peer": "fastest peer", "seconds": "s", "peerMemory": "MiB",
    "ratio": "ratio", "remark": "remark"}


def cells(kept: dict) -> dict[str, str]:
    """A row as text."""
    text = {"problem": kept["problem"], "edges": f"{kept['edges']:,}"}
    remarks = list(kept["disagreements"])
    if isinstance(kept["ours"], dict):
        ours = kept["ours"]
        details = ours["details"]
        text |= {
            "ours": number(ours["seconds"]), "start": f"{100 * details['startShare']:.0f}%",
            "glpk": f"{100 * details['programsShare']:.0f}%", "whole": number(details["wholeCPUSeconds"]),
            "memory": f"{ours['memory']:,}"}
        if ours["note"]:
            remarks.append(f"musubi: {ours['note']}")
    elif kept["ours"] not in remarks:
        remarks.append(kept["ours"])
    best, factor = fastest(kept), ratio(kept)
    if best:
        text |= {
            "peer": best["name"], "seconds": number(best["seconds"]), "peerMemory": f"{best['memory']:,}"}
        if best["note"]:
            remarks.append(f"{best['name']}: {best['note']}")
    remarks += [other for other in kept["peers"] if isinstance(other, str)]
    if factor:
        at_least = "" if best["is_optimal"] else "> "
        text["ratio"] = f"{at_least}{factor:.1f}" if factor < 10 else f"{at_least}{factor:,.0f}"
    return text | {"remark": "; ".join(remarks)}


def number(value: float) -> str:
    """Two digits that mean something."""
    return f"{value:.4f}" if value < 0.01 else f"{value:.3f}" if value < 1 else f"{value:.1f}"


MATCH_HEADINGS = {
    "cohort": "people", "candidates": "candidate pairs", "pairs": "pairs", "elapsed": "whole, s",
    "cpu": "whole, CPU s", "read": "read", "score": "candidates", "solve": "solve", "check": "check",
    "render": "render", "share": "solver's share", "memory": "MiB"}


def match_cells(kept: dict) -> dict[str, str]:
    laps = kept["laps"]
    return {
        "cohort": f"{kept['people']:,}", "candidates": f"{kept['candidates']:,}",
        "pairs": f"{kept['pairs']:,}", "elapsed": number(kept["seconds"]),
        "cpu": number(kept["cpuSeconds"]), "read": number(laps["read"]),
        "score": number(laps["candidates"]), "solve": number(laps["solve"]), "check": number(laps["check"]),
        "render": number(laps["render"]), "share": f"{100 * laps['solve'] / sum(laps.values()):.0f}%",
        "memory": f"{kept['memory']:,}"}


CANDIDATES_TITLE = "Candidate pairs: everybody with everybody, and within 3 km in a city of 40 km"
CANDIDATE_HEADINGS = {
    "problem": "cohort", "people": "people a side", "pairs": "pairs", "looked": "looked at",
    "candidates": "candidate pairs", "elapsed": "s", "cpu": "CPU s", "each": "ns a pair looked at",
    "memory": "MiB"}


def candidate_cells(kept: dict) -> dict[str, str]:
    return {
        "problem": kept["cohort"], "people": f"{kept['people']:,}", "pairs": f"{kept['pairs']:,}",
        "looked": f"{kept['looked']:,}", "candidates": f"{kept['candidates']:,}",
        "elapsed": number(kept["seconds"]), "cpu": number(kept["cpuSeconds"]),
        "each": f"{1e9 * kept['cpuSeconds'] / max(1, kept['looked']):.0f}", "memory": f"{kept['memory']:,}"}


INTAKE_TITLE = "Reading an export of 20 columns, typed and validated; pandas reads it untyped"
INTAKE_HEADINGS = {
    "problem": "export", "rows": "rows", "size": "MB", "elapsed": "musubi, s", "cpu": "CPU s", "memory": "MiB",
    "peerElapsed": "pandas, s", "peerCPU": "CPU s", "peerMemory": "MiB", "ratio": "ratio, s",
    "ratioCPU": "ratio, CPU s", "remark": "remark"}


def intake_cells(kept: dict) -> dict[str, str]:
    text = {
        "problem": kept["export"], "rows": f"{kept['rows']:,}", "size": f"{kept['bytes'] / 1e6:,.0f}",
        "elapsed": number(kept["seconds"]), "cpu": number(kept["cpuSeconds"]),
        "memory": f"{kept['memory']:,}"}
    if isinstance(kept["peer"], str):
        return text | {"remark": kept["peer"]}
    peer = kept["peer"]
    return text | {
        "peerElapsed": number(peer["seconds"]), "peerCPU": number(peer["cpuSeconds"]),
        "peerMemory": f"{peer['memory']:,}", "ratio": f"{peer['seconds'] / kept['seconds']:.1f}",
        "ratioCPU": f"{peer['cpuSeconds'] / kept['cpuSeconds']:.1f}",
        "remark": "" if kept["isSame"] else "not the same number of rows"}


def table(rows: list[dict[str, str]], headings: dict[str, str]) -> list[str]:
    """Lines of a table that is read in a terminal and in Markdown alike; text left, numbers right."""
    texts = {"problem", "peer", "remark", "aim", "measured", "met"}
    used = [key for key in headings if key != "remark" or any(each.get(key) for each in rows)]
    widths = {key: max([len(headings[key])] + [len(each.get(key, "")) for each in rows]) for key in used}

    def line(each: dict[str, str]) -> str:
        parts = [
            each.get(key, "").ljust(widths[key]) if key in texts else each.get(key, "").rjust(widths[key])
            for key in used]
        return "| " + " | ".join(parts) + " |"

    rule = [
        "-" * (widths[key] + 2) if key in texts else "-" * (widths[key] + 1) + ":" for key in used]
    return [line(headings), "|" + "|".join(rule) + "|", *map(line, rows)]
