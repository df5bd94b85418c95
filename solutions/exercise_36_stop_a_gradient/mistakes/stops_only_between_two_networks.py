"""The gradient is stopped only where the networks are two objects

For one network that is both, you left the gradient alone, perhaps because stopping it there seemed to cut off the
prediction, too. It does not: prediction and goal are two computations, even if the same parameters take part in both,
and each has a graph of its own.

Nothing about the networks needs to be asked. The goal is a constant in every case.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    future = target(s_next)
    if target is not online:
        future = future.detach()
    return F.mse_loss(online(s), r + gamma * future)
