"""The target network's parameters are frozen and stay so

`requires_grad_(False)` does stop the gradient, but it belongs to the parameters and outlasts your function. After the
call, the caller's network cannot be trained any more. And if it is also the online network, its prediction has no
gradient either.

The gradient is to be stopped in one computation. The parameters themselves are the caller's.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    for parameter in target.parameters():
        parameter.requires_grad_(False)
    return F.mse_loss(online(s), r + gamma * target(s_next))
