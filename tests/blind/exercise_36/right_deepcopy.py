"""Right: a frozen deep copy of the target."""
import copy

import torch


def td_loss(online, target, s, r, s_next, gamma):
    frozen = copy.deepcopy(target).requires_grad_(False)
    loss = torch.nn.MSELoss()
    return loss(online(s), r + gamma * frozen(s_next).detach())
