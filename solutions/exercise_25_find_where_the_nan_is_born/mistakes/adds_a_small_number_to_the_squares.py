"""The norm is a little too large, since a small number is added inside of the root

`sqrt(s + eps)` never sees a zero, so there is no NaN. But it is another function. At a row of zeros it is not 0 but
`sqrt(eps)`, which is much more than `eps`; and where the numbers themselves are small, norm and gradient are made of
`eps` alone.

What has to be changed is a single point. A remedy that acts everywhere is felt everywhere.
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
    return ((x**2).sum(1) + 1e-12).sqrt()
