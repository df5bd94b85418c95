"""Wrong: the target's parameters are frozen for good."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    goal = r + gamma * target(s_next).detach()
    q = online(s)
    if target is not online:
        target.requires_grad_(False)
    return ((q - goal) ** 2).mean()
