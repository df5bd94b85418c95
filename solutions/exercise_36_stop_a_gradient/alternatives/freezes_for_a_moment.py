"""Freezes the target network while the goal is computed, and thaws it before the prediction is made."""

import torch


def td_loss(online, target, s, r, s_next, gamma):
    frozen = [p for p in target.parameters() if p.requires_grad]
    for p in frozen:
        p.requires_grad_(False)
    try:
        goal = torch.add(r, target(s_next), alpha=gamma)
    finally:
        for p in frozen:
            p.requires_grad_(True)
    return torch.nn.MSELoss()(goal, online(s))
