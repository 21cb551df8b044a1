"""The log-log picture of docs/performance.md: how the time grows with the number of people."""

from __future__ import annotations

from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402

from growth import Series, limited_series, pure_series  # noqa: E402
from results import Store  # noqa: E402

#: From the palette of Okabe and Ito, whose colours stay apart for every kind of colour vision.
COLOURS = {"musubi": "#0072B2", "OR-Tools": "#D55E00", "HiGHS": "#D55E00"}
#: Told apart without colour too.
STYLES = {"roomy": ("-", "o"), "tight": ("--", "s"), "": ("-", "o")}
#: Least distance of two names, as a factor on the axis.
APART = 1.75


def draw(path: Path, store: Store) -> None:
    """Draws what there is; the same results give the same bytes."""
    plt.rcParams.update({"svg.hashsalt": "musubi", "svg.fonttype": "path", "font.size": 10})
    figure, (left, right) = plt.subplots(1, 2, figsize=(11.5, 5), sharey=True)
    panel(left, "without limits: most pairs, then the best fit", pure_series(store))
    panel(right, "caseloads, quotas and a travel budget", limited_series(store))
    left.set_ylabel("CPU seconds of the solve")
    figure.text(
        0.5, 0.01,
        "lines: median over the kinds of problems; bars: their range; hollow: one or more not proven in time",
        ha="center", fontsize=9, color="#444444")
    figure.tight_layout(rect=(0, 0.04, 1, 1))
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def panel(axes: Axes, title: str, series: list[Series]) -> None:
    """The lines of one class of problems, each with its name at its end."""
    axes.set_title(title, loc="left")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("residents, 30 candidates each")
    axes.grid(which="major", color="#dddddd", linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)
    for each in series:
        line(axes, each)
    below = 0.0
    for each in sorted(series, key=lambda each: each.medians[-1]):
        below = max(each.medians[-1], APART * below)
        axes.text(1.25 * each.sizes[-1], below, each.name, va="center", color=colour(each))
    if series:
        first, last = min(each.sizes[0] for each in series), max(each.sizes[-1] for each in series)
        axes.set_xlim(first / 1.6, 18 * last)


def line(axes: Axes, series: Series) -> None:
    dashes, marker = STYLES[series.room]
    axes.plot(series.sizes, series.medians, dashes, color=colour(series))
    axes.vlines(
        series.sizes, series.least, series.most, color=colour(series), alpha=0.35, linewidth=3)
    for size, median, is_proven in zip(series.sizes, series.medians, series.proven):
        axes.plot(
            size, median, marker, color=colour(series), markersize=6,
            markerfacecolor=colour(series) if is_proven else "white")


def colour(series: Series) -> str:
    return COLOURS[series.solver]
