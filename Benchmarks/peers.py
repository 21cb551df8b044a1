"""The peers, each at its best for the problem: what they answer and the processor time of the solve alone."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field

import numpy as np

from apart import apart
from problem import Problem


@dataclass
class Answer:
    """What a solver made of a problem; values and bounds goal by goal."""

    name: str
    seconds: float
    values: list[int]
    #: What the solver proved of each goal; equal to the value where it proved it best.
    bounds: list[int]
    is_optimal: bool = True
    note: str = ""
    memory: int = 0
    details: dict[str, float] = field(default_factory=dict)

    def record(self) -> dict:
        return asdict(self)


def flow(problem: Problem) -> Answer:
    """OR-Tools' minimum-cost flow: the largest flow of least cost is most pairs first, then the best fit."""
    solver, seconds = solved_flow(problem)
    pairs, weight = solver.maximum_flow(), -solver.optimal_cost()
    return Answer("OR-Tools min-cost flow", seconds, [pairs, weight], [pairs, weight])


def flow_edges(problem: Problem) -> np.ndarray:
    """The edges that are best without limits."""
    def solve() -> np.ndarray:
        solver, _ = solved_flow(problem)
        return np.flatnonzero(solver.flows(np.arange(problem.edge_count)))

    return apart(solve, limit=3_600)[0]


def solved_flow(problem: Problem) -> tuple:
    from ortools.graph.python import min_cost_flow

    assert problem.goals == ("most-pairs", "best-fit")
    solver = min_cost_flow.SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(
        problem.left, problem.right + np.int32(problem.left_count), np.ones(problem.edge_count, np.int64),
        -problem.weight)
    supplies = np.concatenate([np.ones(problem.left_count, np.int64), -problem.right_places])
    solver.set_nodes_supplies(np.arange(len(supplies)), supplies)
    (status, seconds) = timed(solver.solve_max_flow_with_min_cost)
    if status != solver.OPTIMAL:
        raise RuntimeError(f"OR-Tools: {status}")
    return solver, seconds


def scipy_sparse(problem: Problem) -> Answer:
    """SciPy's LAPJVsp, with a dear place of its own for every resident so that all can be placed."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    largest = int(problem.weight.max())
    dear = 2 * (largest + 1) * (problem.left_count + 1)
    lefts = np.arange(problem.left_count)
    # An explicit cost of 0 would be no edge at all, so every cost is one more.
    costs = np.concatenate([largest + 1 - problem.weight, np.full(problem.left_count, dear)])
    matrix = csr_matrix(
        (costs.astype(np.float64), (
            np.concatenate([problem.left, lefts]),
            np.concatenate([problem.right, problem.right_count + lefts]))),
        shape=(problem.left_count, problem.right_count + problem.left_count))
    (rows, columns), seconds = timed(lambda: min_weight_full_bipartite_matching(matrix))
    real = columns < problem.right_count
    chosen = np.asarray(matrix[rows[real], columns[real]]).ravel()
    values = [int(real.sum()), int((largest + 1 - chosen).sum())]
    return Answer("SciPy LAPJVsp", seconds, values, values)


def scipy_dense(problem: Problem) -> Answer:
    from scipy.optimize import linear_sum_assignment

    costs = dense_costs(problem)
    (rows, columns), seconds = timed(lambda: linear_sum_assignment(costs))
    value = int(costs[rows, columns].sum())
    return Answer("SciPy linear_sum_assignment", seconds, [value], [value])


def lapx_dense(problem: Problem) -> Answer:
    """The fastest of lapx' methods on this very problem."""
    import lap

    best: Answer | None = None
    for method in ("lapjv", "lapjvx", "lapjvs", "lapjvc"):
        costs = dense_costs(problem)
        result, seconds = timed(lambda: getattr(lap, method)(costs))
        if best is None or seconds < best.seconds:
            value = round(result[0])
            best = Answer(f"lapx {method}", seconds, [value], [value])
    assert best is not None
    return best


def dense_costs(problem: Problem) -> np.ndarray:
    assert problem.goals == ("least-cost",) and problem.edge_count == problem.left_count * problem.right_count
    return problem.weight.reshape(problem.left_count, problem.right_count).astype(np.float64)


def highs(problem: Problem, limit: float) -> Answer:
    """HiGHS' branch and cut, goal after goal with the earlier ones held; `limit` processor seconds each."""
    values: list[int] = []
    bounds: list[int] = []
    seconds, notes, choice = 0.0, [], None
    for goal in problem.goals:
        solver = highs_model(problem, goal, values)
        interrupt_after(solver, limit)
        if choice is not None:
            solver.setSolution(problem.edge_count, np.arange(problem.edge_count, dtype=np.int32), choice)
        _, spent = timed(solver.run)
        seconds += spent
        info = solver.getInfo()
        status = solver.modelStatusToString(solver.getModelStatus())
        if info.primal_solution_status != 2:  # kSolutionStatusFeasible
            notes.append(f"{goal}: nothing found, {status}")
            break
        choice = np.round(solver.getSolution().col_value)
        weights = problem.goal_weights(goal)
        values.append(int(weights @ choice.astype(np.int64)))
        # The objective is an integer, so its bound is one; a proof is complete when both are equal.
        bound = info.mip_dual_bound
        bounds.append(
            int(np.ceil(bound - 1e-6)) if goal == "least-cost" else int(np.floor(bound + 1e-6)))
        if bounds[-1] != values[-1]:
            gap = abs(bounds[-1] - values[-1]) / max(1, abs(values[-1]))
            notes.append(f"{goal}: gap {100 * gap:.4f}%")
    is_optimal = len(values) == len(problem.goals) and values == bounds
    return Answer("HiGHS", seconds, values, bounds, is_optimal, "; ".join(notes))


def interrupt_after(solver, limit: float) -> None:
    """Ends a solve by processor time; HiGHS' own limit is of elapsed time, which others use up as well."""
    start = time.process_time()

    def check(event) -> None:
        if time.process_time() - start > limit:
            event.interrupt()

    for moment in (solver.cbSimplexInterrupt, solver.cbIpmInterrupt, solver.cbMipInterrupt):
        moment.subscribe(check)


def highs_model(problem: Problem, goal: str, held: list[int]):
    """The problem with one goal as the objective and the values of the earlier ones as rows."""
    import highspy

    infinity = highspy.kHighsInf
    row_indices, row_values, lower, upper = [], [], [], []

    def row(edges: np.ndarray, coefficients: np.ndarray, least: float, most: float) -> None:
        row_indices.append(edges)
        row_values.append(coefficients)
        lower.append(least)
        upper.append(most)

    ones = np.ones(problem.edge_count)
    least = 1 if problem.cover == "left" else -infinity
    for edges in grouped(problem.left, problem.left_count):
        row(edges, ones[:len(edges)], least, 1)
    for edges, places in zip(grouped(problem.right, problem.right_count), problem.right_places):
        row(edges, ones[:len(edges)], -infinity, int(places))
    for bound in problem.limits:
        row(
            bound.edges, bound.coefficients, -infinity if bound.at_least is None else bound.at_least,
            infinity if bound.at_most is None else bound.at_most)
    for earlier, value in zip(problem.goals, held):
        row(np.arange(problem.edge_count), problem.goal_weights(earlier), value, infinity)

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = problem.edge_count, len(lower)
    model.col_cost_ = problem.goal_weights(goal).astype(np.float64)
    model.col_lower_, model.col_upper_ = np.zeros(problem.edge_count), ones
    model.row_lower_, model.row_upper_ = np.array(lower, np.float64), np.array(upper, np.float64)
    model.integrality_ = [highspy.HighsVarType.kInteger] * problem.edge_count
    model.sense_ = (
        highspy.ObjSense.kMinimize if goal == "least-cost" else highspy.ObjSense.kMaximize)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate([[0], np.cumsum([len(part) for part in row_indices])])
    model.a_matrix_.index_ = np.concatenate(row_indices)
    model.a_matrix_.value_ = np.concatenate(row_values).astype(np.float64)
    solver = highspy.Highs()
    for option, setting in (
        ("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.99),
    ):
        solver.setOptionValue(option, setting)
    solver.passModel(model)
    return solver


def grouped(ends: np.ndarray, count: int) -> list[np.ndarray]:
    """The edges of every vertex of a side."""
    order = np.argsort(ends, kind="stable")
    return np.split(order, np.searchsorted(ends[order], np.arange(1, count)))


def timed(body):
    """What a function returns, and the processor seconds that it took."""
    start = time.process_time()
    result = body()
    return result, time.process_time() - start
