"""The goal is computed from `s`, not from the next state

What the network should have said about `s` is the reward plus what the *next* state is worth. If the goal is computed
from `s` again, what happened in between does not enter, and the experience teaches nothing but the reward.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    return F.mse_loss(online(s), r + gamma * target(s).detach())
