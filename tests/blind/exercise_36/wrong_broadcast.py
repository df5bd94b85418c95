"""Wrong: the goal is flattened, so (batch, 1) broadcasts to (batch, batch)."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    with torch.no_grad():
        goal = (r + gamma * target(s_next)).flatten()
    return ((online(s) - goal) ** 2).mean()
