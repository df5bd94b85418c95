"""Wrong: the gradient of online is stopped, not the target's."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    return ((online(s).detach() - (r + gamma * target(s_next))) ** 2).mean()
