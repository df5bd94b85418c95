"""Your function returns the name of the operation, not of the node

`SqrtBackward0` is the node of the *backward* graph that belongs to `sqrt`. You take away the end of the name. What is
left is no name in the graph any more, and for a Function of one's own it may be anything.

`grad_fn.name()`, the drawing of a graph, and anomaly mode all call the node by its full name.
"""

import re

import torch


def nan_operation(f, x):
    try:
        with torch.autograd.detect_anomaly():
            f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+?)(Backward\d*)?'", str(error))[1]
    return None


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
