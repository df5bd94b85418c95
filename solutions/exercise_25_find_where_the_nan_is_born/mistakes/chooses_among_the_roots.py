"""The gradient at a row of zeros is NaN

The values are right, and the NaN is born in the backward pass. There the root is asked for its slope at 0, which is
infinite, and this meets a zero: the slope of the squares, or, if a `torch.where` around the root chose something
else, the gradient of the branch that was not chosen. Infinity times 0 is NaN.

`torch.where` computes both of its branches, and gradients go through both. What the root is handed has to be harmless
*before* the root is taken.
"""

import torch


def nan_operation(f, x):
    try:
        with torch.autograd.detect_anomaly():
            f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+)'", str(error))[1]
    return None


def safe_norm(x):
    squares = (x**2).sum(1)
    return torch.where(squares == 0, 0.0, squares.sqrt())
