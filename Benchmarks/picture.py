"""The log-log picture of docs/performance.md: how the time grows with the number of people."""

from __future__ import annotations

import statistics
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402

from results import Store  # noqa: E402

#: Okabe and Ito's colours, which remain apart for every kind of colour vision; ours blue, peers orange.
OURS, PEER = "#0072B2", "#D55E00"
STYLE = {"roomy": ("-", "o"), "tight": ("--", "s")}


def draw(path: Path, store: Store) -> None:
    """Draws what there is; the same results give the same bytes."""
    plt.rcParams.update({"svg.hashsalt": "musubi", "svg.fonttype": "path", "font.size": 10})
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.8), sharey=True)
    draw_pure(left, store.groups.get("pure", {}).get("rows", []))
    draw_limited(right, store.groups.get("limited", {}).get("rows", []))
    for axes in (left, right):
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.set_xlabel("residents, 30 candidates each")
        axes.grid(which="major", color="#dddddd", linewidth=0.7)
        axes.spines[["top", "right"]].set_visible(False)
        axes.margins(x=0.3)
    left.set_ylabel("CPU seconds of the solve")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def draw_pure(axes: Axes, rows: list[dict]) -> None:
    axes.set_title("without limits: most pairs, then the best fit", loc="left")
    rows = [row for row in rows if row["traits"]["degree"] == 30 and isinstance(row["ours"], dict)]
    for room in ("roomy", "tight"):
        inside = [row for row in rows if row["traits"]["room"] == room]
        line(axes, by_size(inside, lambda row: row["ours"]), f"musubi, {room}", OURS, room)
        line(axes, by_size(inside, first_peer), f"OR-Tools flow, {room}", PEER, room)


def draw_limited(axes: Axes, rows: list[dict]) -> None:
    axes.set_title("caseloads, quotas and a budget", loc="left")
    ours = [row for row in rows if isinstance(row["ours"], dict)]
    line(axes, by_size(ours, lambda row: row["ours"]), "musubi", OURS, "roomy")
    line(axes, by_size(rows, first_peer), "HiGHS", PEER, "roomy")
    unproven = [row for row in rows if (peer := first_peer(row)) and not peer["is_optimal"]]
    for row in unproven:
        axes.annotate(
            "", (row["traits"]["size"], 2.2 * first_peer(row)["seconds"]), (row["traits"]["size"], first_peer(row)["seconds"]),
            arrowprops={"arrowstyle": "->", "color": PEER})
    if unproven:
        axes.text(
            0.02, 0.02, "arrow: stopped at its time limit without a proof", transform=axes.transAxes, color=PEER,
            fontsize=9)


def first_peer(row: dict) -> dict | None:
    """The first peer of a row, if it had an answer."""
    return row["peers"][0] if row["peers"] and isinstance(row["peers"][0], dict) else None


def by_size(rows: list[dict], answer) -> dict[int, list[float]]:
    """Seconds by number of residents, over the kinds of problems."""
    seconds: dict[int, list[float]] = {}
    for row in rows:
        if (given := answer(row)) is not None:
            seconds.setdefault(row["traits"]["size"], []).append(max(given["seconds"], 1e-4))
    return dict(sorted(seconds.items()))


def line(axes: Axes, seconds: dict[int, list[float]], label: str, colour: str, room: str) -> None:
    """The medians as a line with its name at the end, the range over the kinds as bars."""
    if not seconds:
        return
    (dashes, marker), sizes = STYLE[room], list(seconds)
    middle = [statistics.median(values) for values in seconds.values()]
    axes.plot(sizes, middle, dashes, marker=marker, color=colour, markersize=5)
    axes.vlines(
        sizes, [min(values) for values in seconds.values()], [max(values) for values in seconds.values()],
        color=colour, alpha=0.35, linewidth=3)
    axes.annotate(
        label, (sizes[-1], middle[-1]), xytext=(8, 0), textcoords="offset points", va="center", color=colour)
