"""Running a function in a process of its own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path


class Failed(Exception):
    """A solver gave no answer; the text says why."""


def apart(function: Callable[[], object], limit: float) -> tuple:
    """What a function returns in a copy of this process, and that copy's peak memory in MiB.

    A late solver can be ended; and OR-Tools and highspy, whose libraries clash, are never loaded together.
    """
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def body() -> None:
        try:
            sender.send((function(), peak_memory()))
        except Exception as error:  # whatever it is belongs into the table
            sender.send(Failed(f"{type(error).__name__}: {error}"))

    process = context.Process(target=body)
    process.start()
    sender.close()
    try:
        if not receiver.poll(limit):
            raise Failed(f"over {limit:.0f} s")
        result = receiver.recv()
    except EOFError:
        raise Failed("it ended without an answer") from None
    finally:
        process.kill()
        process.join()
    if isinstance(result, Failed):
        raise result
    return result


def peak_memory() -> int:
    """Largest resident set of this process since it began, in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return 0
