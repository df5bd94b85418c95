"""Computes the goal with gradients off."""

import torch


def td_loss(online, target, s, r, s_next, gamma):
    with torch.no_grad():
        goal = r + gamma * target(s_next)
    return torch.mean((online(s) - goal) ** 2)
