"""No gradient is left at all

The loss does not require grad: not only the goal was computed without a graph, but the prediction or the whole loss
too. `backward()` on it raises an error, and there is nothing that could be learned from it.

Stop the gradient at one place, and let it flow at all others. How far does your `no_grad` block reach, or where does
your `detach` stand?
"""

import torch


def td_loss(online, target, s, r, s_next, gamma):
    with torch.no_grad():
        prediction = online(s)
        goal = r + gamma * target(s_next)
    return ((prediction - goal) ** 2).mean()
