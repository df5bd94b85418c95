"""Wrong: every parameter of the target requires grad afterwards, frozen ones too."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    target.requires_grad_(False)
    goal = r + gamma * target(s_next).detach()
    target.requires_grad_(True)
    return ((online(s) - goal) ** 2).mean()
