"""Rows of small numbers are taken for something larger

`clamp` keeps the root away from 0, and gives a gradient of 0 below its limit. But that is so not only at zeros: all
rows whose squares are below the limit get one and the same norm, and a gradient of 0, though they are good numbers.

"Small" and "zero" are two things. The trouble is with the second alone.
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


def safe_norm(x):
    return (x**2).sum(1).clamp(min=1e-24).sqrt()
