"""The squared errors are added up instead of averaged

With a sum, twice as many samples make the loss and its gradient twice as large, and the step of the optimizer with
it. The *mean* squared error does not depend on how many samples there are.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    return F.mse_loss(online(s), r + gamma * target(s_next).detach(), reduction="sum")
