"""No gradient comes back from your norm

The values are right, and there is no NaN, since there is no gradient at all: the norm is cut off from the graph.

A NaN can be avoided by not differentiating. But then nothing is learned from the norm any more, in no row.
"""

import re

import torch


def nan_operation(f, x):
    try:
        with torch.autograd.detect_anomaly():
            f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+)'", str(error))[1]
    return None


@torch.no_grad()
def safe_norm(x):
    return (x**2).sum(1).sqrt()
