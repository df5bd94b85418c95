"""The future is not discounted

`gamma` does not occur in your goal. Without it, what may be earned in a distant future counts as much as the reward
at hand, and the sum of all that is to come need not be finite.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    return F.mse_loss(online(s), r + target(s_next).detach())
