"""Logistic regression by damped Newton steps; few features, any targets between 0 and 1."""

import numpy as np
from numpy.typing import NDArray

STEPS = 200  # it ends long before
HALVINGS = 30  # of a step that raises the cost, as noisy targets make it
SMALL = 1e-9

Array = NDArray[np.float64]


def logistic_weights(design: Array, targets: Array, *, start: Array, penalty: Array) -> Array:
    """Weights that minimise the cross-entropy of `design` (n x k) with `targets` (n), plus half `penalty` (k) times
    their squares, beginning at `start`."""
    weights = start.astype(np.float64)
    cost = _cost(design, targets, weights, penalty)
    for _ in range(STEPS):
        predicted = sigmoid(design @ weights)
        gradient = design.T @ (predicted - targets) + penalty * weights
        curvature = (design.T * (predicted * (1.0 - predicted))) @ design + np.diag(penalty + 1e-6)
        step = np.linalg.solve(curvature, gradient)
        for _ in range(HALVINGS):
            tried = _cost(design, targets, weights - step, penalty)
            if tried <= cost:
                break
            step /= 2.0
        else:
            return weights
        weights, cost = weights - step, tried
        if np.abs(step).max() < SMALL:
            break
    return weights


def sigmoid(values: Array) -> Array:
    """The logistic function, without overflow."""
    result: Array = 1.0 / (1.0 + np.exp(-np.clip(values, -50.0, 50.0)))
    return result


def _cost(design: Array, targets: Array, weights: Array, penalty: Array) -> float:
    logits = design @ weights
    return float((np.logaddexp(0.0, logits) - targets * logits).sum() + 0.5 * (penalty * weights**2).sum())
