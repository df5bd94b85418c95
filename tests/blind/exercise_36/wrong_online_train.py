"""Wrong: puts online in training mode and leaves it so."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    with torch.no_grad():
        goal = r + gamma * target(s_next)
    online.train()
    return ((online(s) - goal) ** 2).mean()
