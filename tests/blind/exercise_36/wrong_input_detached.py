"""Wrong: detaches s_next, not the target's value."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    return ((online(s) - (r + gamma * target(s_next.detach()))) ** 2).mean()
