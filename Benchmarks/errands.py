"""A month of errands: each at its time and place, volunteers with hours, counts and one body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from problem import Limit, Problem

DAYS = 28
#: Half hours; a day's first half begins at 9:00 and its second at 13:00.
SLOTS_PER_DAY = 18
NOON = 8
#: Between two errands of one volunteer, in half hours.
TRAVEL = 1


@dataclass
class Month:
    """The errands and the volunteers that could do them."""

    day: np.ndarray
    start: np.ndarray
    length: np.ndarray
    place: np.ndarray
    home: np.ndarray
    #: Volunteer, weekday, half of the day.
    is_free: np.ndarray


def errands(count: int, volunteers: int, seed: int = 1) -> Problem:
    """Weekly hours, a monthly count, and no two errands that overlap, half an hour of travel included."""
    rng = np.random.default_rng([seed, count, volunteers])
    month = Month(
        day=rng.integers(0, DAYS, count), start=rng.integers(0, SLOTS_PER_DAY - 5, count),
        length=rng.choice([2, 3, 4, 6], count), place=rng.random((count, 2)),
        home=rng.random((volunteers, 2)), is_free=rng.random((volunteers, 7, 2)) < 0.4)
    left, right, distance = possible(month, radius=np.sqrt(120 / (np.pi * volunteers)))
    weight = 1_000 - (900 * distance).astype(np.int64) + 25 * rng.integers(0, 9, len(left))
    problem = Problem(
        name=f"{count:,} errands, {volunteers:,} volunteers", left_count=count, right_count=volunteers,
        left=left, right=right, weight=weight, places=rng.integers(1, 5, volunteers),
        traits={"size": count, "volunteers": volunteers})
    hours = 2 * rng.integers(2, 6, volunteers)
    by_volunteer = np.argsort(right, kind="stable")
    ends = np.searchsorted(right[by_volunteer], np.arange(volunteers + 1))
    for volunteer in range(volunteers):
        edges = by_volunteer[ends[volunteer]:ends[volunteer + 1]]
        problem.limits += weekly_hours(volunteer, edges, left, month, int(hours[volunteer]))
        problem.limits += cliques(volunteer, edges, left, month)
    return problem


def possible(month: Month, radius: float) -> tuple:
    """Edges where the volunteer is free all the time and near enough; distances as parts of the radius."""
    lefts, rights, distances = [], [], []
    for errand in range(len(month.day)):
        weekday = month.day[errand] % 7
        halves = [half for half, inside in (
            (0, month.start[errand] < NOON),
            (1, month.start[errand] + month.length[errand] > NOON)) if inside]
        far = np.hypot(*(month.home - month.place[errand]).T) / radius
        able = np.flatnonzero((far < 1) & month.is_free[:, weekday, halves].all(axis=1))
        lefts.append(np.full(len(able), errand, np.int32))
        rights.append(able.astype(np.int32))
        distances.append(far[able])
    return np.concatenate(lefts), np.concatenate(rights), np.concatenate(distances)


def weekly_hours(volunteer: int, edges: np.ndarray, left: np.ndarray, month: Month, most: int) -> list[Limit]:
    """One limit for every week in which the volunteer could do too much."""
    limits = []
    for week in range(DAYS // 7):
        inside = edges[month.day[left[edges]] // 7 == week]
        lengths = month.length[left[inside]]
        if lengths.sum() > most:
            limits.append(Limit(f"hours {volunteer} week {week}", inside, lengths, at_most=most))
    return limits


def cliques(volunteer: int, edges: np.ndarray, left: np.ndarray, month: Month) -> list[Limit]:
    """The largest sets of errands that overlap at one moment: a sweep over the starting times."""
    begin = month.day[left[edges]] * SLOTS_PER_DAY * 2 + month.start[left[edges]]
    order = np.argsort(begin, kind="stable")
    limits: list[Limit] = []
    running: list[tuple[int, int]] = []

    def close() -> None:
        if len(running) > 1:
            members = np.array(sorted(edge for _, edge in running))
            name = f"overlap {volunteer} {len(limits)}"
            limits.append(Limit(name, members, np.ones(len(members), np.int64), at_most=1))

    for position in order:
        edge, time = int(edges[position]), int(begin[position])
        if any(end <= time for end, _ in running):
            close()
            running = [(end, other) for end, other in running if end > time]
        running.append((time + int(month.length[left[edge]]) + TRAVEL, edge))
    close()
    return limits
