"""Writes the model as a product of a matrix of features and a vector of both parameters."""

import numpy as np


def fit(x, y, w, b, lr, steps):
    features = np.hstack([x**2, np.ones_like(x)])
    parameters = np.array([[w], [b]])
    losses = ()
    for _ in range(steps):
        error = features @ parameters - y
        losses += ((error.T @ error).item() / 2,)
        parameters -= lr * features.T @ error
    w, b = parameters.ravel().tolist()
    return [w, b, losses]
