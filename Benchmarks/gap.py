"""Generalised assignment: every job once, each agent within its capacity, at the least cost.

The classes C and D of the literature: P. C. Chu and J. E. Beasley, *A genetic algorithm for the generalised
assignment problem*, Computers & Operations Research 24 (1997), https://doi.org/10.1016/S0305-0548(96)00032-9.
"""

from __future__ import annotations

import numpy as np

from problem import Limit, Problem


def assignment(kind: str, agents: int, jobs: int, seed: int = 1) -> Problem:
    """Loads and costs by class; every agent's capacity is 0.8 of its share of all loads.

    C: load 5 to 25, cost 10 to 50. D: load 1 to 100, cost 111 - load + (-10 to 10), so that what is light
    is dear.
    """
    rng = np.random.default_rng([seed, agents, jobs, ord(kind)])
    shape = (jobs, agents)
    if kind == "C":
        load, cost = rng.integers(5, 26, shape), rng.integers(10, 51, shape)
    else:
        load = rng.integers(1, 101, shape)
        cost = 111 - load + rng.integers(-10, 11, shape)
    right = np.tile(np.arange(agents, dtype=np.int32), jobs)
    limits = []
    for agent in range(agents):
        edges = np.flatnonzero(right == agent)
        limits.append(
            Limit(
                f"agent {agent}", edges, load[:, agent].copy(),
                at_most=int(0.8 * load[:, agent].sum() / agents)))
    return Problem(
        name=f"{kind} {agents} agents, {jobs} jobs", left_count=jobs, right_count=agents,
        left=np.repeat(np.arange(jobs, dtype=np.int32), agents), right=right, weight=cost.ravel(),
        places=np.full(agents, jobs, np.int64), limits=limits, goals=("least-cost",), cover="left",
        traits={"kind": kind, "agents": agents, "size": jobs})
