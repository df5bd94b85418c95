"""Wrong: the gradient reaches the target."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    return ((online(s) - (r + gamma * target(s_next))) ** 2).mean()
