"""Volunteer matching under caseloads, quotas and a travel budget."""

from __future__ import annotations

import numpy as np

import peers
from problem import Limit, Problem
from pure import LARGEST_WEIGHT, city_edges, random_edges

#: Shares of five overlapping groups of residents.
GROUPS = (0.3, 0.2, 0.15, 0.1, 0.1)


def caseloads(size: int, kind: str, degree: int = 30, seed: int = 1) -> Problem:
    """`size` residents, 0.4 `size` volunteers with 1 to 3 places: about four residents in five find one.

    What the best choice without limits needs sets the bounds, so that they bind: every second coordinator
    (one for 50 residents) may take 92% of it, the others 102%; nine tenths of each of five groups must be
    served; all distances together may be 85% of it.
    """
    rng = np.random.default_rng([seed, size, degree, kind == "city"])
    count = int(0.4 * size)
    places = rng.integers(1, 4, count)
    if kind == "city":
        left, right, weight, distance, homes = city_edges(rng, size, count, degree)
        rows = np.floor(homes[:, 1] * round(np.sqrt(size / 50)))
        order = np.lexsort((homes[:, 0], rows))
    else:
        order = rng.permutation(count)
        left, right = random_edges(rng, size, count, degree)
        weight = rng.integers(0, LARGEST_WEIGHT + 1, len(left))
        distance = rng.integers(0, 1_000, len(left))
    problem = Problem(
        name=f"{kind} {size:,} x {degree}", left_count=size, right_count=count, left=left, right=right,
        weight=weight, places=places, traits={"kind": kind, "size": size})
    chosen = peers.flow_edges(problem)
    coordinators = max(2, size // 50)
    district = np.empty(count, np.int64)
    district[order] = np.arange(count) * coordinators // count
    coordinator = district[right]
    for index in range(coordinators):
        edges = np.flatnonzero(coordinator == index)
        load = int(np.count_nonzero(coordinator[chosen] == index))
        most = int(0.92 * load) if index % 2 else int(1.02 * load) + 1
        problem.limits.append(Limit(f"caseload {index}", edges, np.ones(len(edges), np.int64), at_most=most))
    for index, share in enumerate(GROUPS):
        members = rng.random(size) < share
        edges = np.flatnonzero(members[left])
        least = int(np.ceil(0.9 * np.count_nonzero(members)))
        problem.limits.append(
            Limit(f"group {index}", edges, np.ones(len(edges), np.int64), at_least=least))
    counted = np.flatnonzero(distance)
    problem.limits.append(
        Limit("travel", counted, distance[counted], at_most=int(0.85 * distance[chosen].sum())))
    return problem
