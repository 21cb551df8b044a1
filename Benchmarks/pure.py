"""Problems without limits: sparse graphs of several kinds, and dense ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from scipy.spatial import cKDTree

from problem import Problem

LARGEST_WEIGHT = 10_000
KINDS = ("random", "city", "ties", "places")


def problems(sizes: list[tuple[int, list[int], tuple[str, ...]]]) -> Iterator[Callable[[], Problem]]:
    """For every size its degrees and kinds, each roomy (twice the places) and tight."""
    for size, degrees, kinds in sizes:
        for degree in degrees:
            for kind in kinds:
                for room in ("roomy", "tight"):
                    yield lambda s=size, d=degree, k=kind, r=room: sparse(s, d, k, r)


def sparse(size: int, degree: int, kind: str, room: str, seed: int = 1) -> Problem:
    """`size` residents with `degree` volunteers each, fewer where a draw repeats itself.

    roomy: twice as many places as residents. tight: as many, or just short of it for `places`.
    """
    rng = np.random.default_rng([seed, size, degree, KINDS.index(kind), room == "tight"])
    if kind == "places":
        count = size if room == "roomy" else int(0.485 * size)
        places = rng.integers(1, 4, count)
    else:
        count, places = (2 * size if room == "roomy" else size), None
    if kind in ("city", "places"):
        left, right, weight, *_ = city_edges(rng, size, count, degree)
    else:
        left, right = random_edges(rng, size, count, degree)
        weight = rng.integers(1, 6 if kind == "ties" else LARGEST_WEIGHT + 1, len(left))
    return Problem(
        name=f"{kind} {room} {size:,} x {degree}", left_count=size, right_count=count, left=left, right=right,
        weight=weight, places=places, traits={"kind": kind, "room": room, "size": size, "degree": degree})


def dense(size: int, seed: int = 1) -> Problem:
    """Every resident with every volunteer at a random cost, everybody to be served at the least."""
    rng = np.random.default_rng([seed, size])
    return Problem(
        name=f"dense {size:,} x {size:,}", left_count=size, right_count=size,
        left=np.repeat(np.arange(size, dtype=np.int32), size),
        right=np.tile(np.arange(size, dtype=np.int32), size),
        weight=rng.integers(0, LARGEST_WEIGHT + 1, size * size), goals=("least-cost",), cover="left",
        traits={"size": size})


def random_edges(rng: np.random.Generator, lefts: int, rights: int, degree: int) -> tuple:
    """Partners drawn evenly; a partner drawn twice counts once."""
    keys = np.repeat(np.arange(lefts, dtype=np.int64), degree) * rights
    keys += rng.integers(0, rights, len(keys))
    keys.sort()
    keys = keys[np.diff(keys, prepend=-1) != 0]
    return (keys // rights).astype(np.int32), (keys % rights).astype(np.int32)


def city_edges(rng: np.random.Generator, lefts: int, rights: int, degree: int) -> tuple:
    """The nearest volunteers of every resident in a plane with denser and emptier quarters.

    Weights fall with the distance and have a share for what the two have in common; distances are in
    fiftieths of the mean distance between neighbours. Returns the volunteers' homes as well.
    """
    centres = rng.random((max(3, lefts // 500), 2))
    people, helpers = points(rng, lefts, centres), points(rng, rights, centres)
    distance, right = cKDTree(helpers).query(people, k=min(degree, rights))
    order = np.argsort(right, axis=1)
    left = np.repeat(np.arange(lefts, dtype=np.int32), right.shape[1])
    right = np.take_along_axis(right, order, axis=1).ravel().astype(np.int32)
    distance = np.take_along_axis(distance, order, axis=1).ravel() * np.sqrt(rights)
    nearness = np.maximum(0, 1 - distance / 12)
    weight = (7_000 * nearness + 750 * rng.integers(0, 5, len(left))).astype(np.int64)
    return left, right, weight, np.minimum(999, 50 * distance).astype(np.int64), helpers


def points(rng: np.random.Generator, count: int, centres: np.ndarray) -> np.ndarray:
    """Three in four near a centre, the rest anywhere."""
    spread = 0.5 / np.sqrt(len(centres))
    offsets = rng.random((count, 2)) + rng.random((count, 2)) - 1
    near = centres[rng.integers(0, len(centres), count)] + spread * offsets
    anywhere = rng.random((count, 2))
    return np.clip(np.where(rng.integers(0, 4, count)[:, None] == 0, anywhere, near), 0, 1)
