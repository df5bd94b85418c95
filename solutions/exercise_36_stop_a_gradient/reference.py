"""Detaches what the target network says, so that the goal is a constant."""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    goal = r + gamma * target(s_next).detach()
    return F.mse_loss(online(s), goal)
