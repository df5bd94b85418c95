"""Your snapshot has another dtype than `t`

A tensor made from Python's numbers, or by `torch.Tensor(...)`, has the default dtype, as a rule `float32`. The values
of a `float64` tensor are rounded by that, at about the eighth digit.

A copy takes its dtype from what it copies. Whoever makes a new tensor has to say it.
"""

import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return torch.tensor(t.tolist())


def shared_view(t):
    return t.detach()
