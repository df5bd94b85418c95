"""Wrong: s and s_next are exchanged."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    with torch.no_grad():
        goal = r + gamma * target(s)
    return ((online(s_next) - goal) ** 2).mean()
