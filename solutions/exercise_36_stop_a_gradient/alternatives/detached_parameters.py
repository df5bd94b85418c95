"""Runs the target network with detached parameters."""

import torch
from torch.func import functional_call


def td_loss(online, target, s, r, s_next, gamma):
    constants = {name: p.detach() for name, p in target.named_parameters()}
    goal = r + gamma * functional_call(target, constants, (s_next,))
    return torch.pow(goal - online(s), 2).sum() / goal.numel()
