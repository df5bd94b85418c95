"""The reward is discounted, too

A pair of brackets is in the wrong place: `gamma` multiplies the reward and the future together. The reward was given
for this very step, and counts in full; only what the next state promises is one step away.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    return F.mse_loss(online(s), gamma * (r + target(s_next).detach()))
