"""Running a peer or the command apart from everything else, with a limit of time and its peak memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from apart import Failed, apart
from peers import Answer
from problem import Problem

#: A solve that takes longer than this many seconds is not repeated.
LONG = 5.0


def peer(solve: Callable[[], Answer], repeats: int, limit: float) -> Answer:
    """The median of several runs of a peer, each in a process of its own."""
    answers: list[Answer] = []
    for _ in range(repeats):
        answer, memory = apart(solve, limit)
        answer.memory = memory
        answers.append(answer)
        if answer.seconds > LONG:
            break
    answer.seconds = statistics.median(each.seconds for each in answers)
    answer.memory = max(each.memory for each in answers)
    return answer


@dataclass
class Command:
    """One run of the command: what it printed as JSON, and what it cost as a whole."""

    output: dict
    seconds: float
    cpu_seconds: float


def command(arguments: list[str]) -> Command:
    """Runs the command to its end."""
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, errors = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if process.returncode:
        text = (errors.decode() or output.decode()).strip().splitlines()
        raise Failed(f"exit code {process.returncode}: {text[-1] if text else 'no message'}")
    text = output.decode().strip()
    return Command(json.loads(text) if text.startswith("{") else {}, seconds, usage.ru_utime + usage.ru_stime)


def repeated(repeats: int, arguments: list[str]) -> list[Command]:
    """Several runs of the command; one where it takes long."""
    runs: list[Command] = []
    for _ in range(repeats):
        runs.append(command(arguments))
        if runs[-1].cpu_seconds > LONG:
            break
    return runs


def ours(binary: str, problem: Problem, folder: Path, repeats: int, limit: float) -> Answer:
    """The median of several runs of `musubi solve`; the last answer is checked by `musubi verify`.

    `limit` is of elapsed seconds for each goal.
    """
    files = problem.write(folder)
    (pairs, proof) = (str(folder / "pairs.csv"), str(folder / "proof.json"))
    arguments = [
        binary, "solve", *files, "--goal", ",".join(problem.goals), "--time-limit",
        str(limit * len(problem.goals)), "--json",
        "--out", pairs, "--certificate", proof, "--force", "--lang", "en"]
    runs = repeated(repeats, arguments)
    last = runs[-1].output
    goals = last["goals"]
    answer = Answer(
        "musubi", statistics.median(lap(run, "solve") for run in runs), [goal["value"] for goal in goals],
        [goal["bound"] for goal in goals], last["status"] == "optimal",
        memory=max(run.output["timings"]["peakMemory"] for run in runs))
    solver = last["timings"]["solver"]
    elapsed = max(1e-4, next(each["seconds"] for each in last["timings"]["laps"] if each["stage"] == "solve"))
    answer.details = {
        "startShare": solver["start"] / elapsed, "programsShare": solver["programs"] / elapsed,
        "programCount": solver["programCount"], "largestProgram": solver["largestProgram"],
        "wholeSeconds": statistics.median(run.seconds for run in runs),
        "wholeCPUSeconds": statistics.median(run.cpu_seconds for run in runs)}
    if not answer.is_optimal:
        answer.note = "; ".join(
            f"{goal['goal']}: gap {abs(goal['bound'] - goal['value'])}" for goal in goals
            if goal["bound"] != goal["value"])
    command([binary, "verify", files[0], pairs, proof, *files[1:], "--lang", "en"])
    return answer


def elapsed(run: Command, stage: str) -> float:
    """Elapsed seconds of a stage, as the command's own timings say."""
    return next(each["seconds"] for each in run.output["timings"]["laps"] if each["stage"] == stage)


def lap(run: Command, stage: str) -> float:
    """Processor seconds of one stage."""
    return next(each["cpuSeconds"] for each in run.output["timings"]["laps"] if each["stage"] == stage)
