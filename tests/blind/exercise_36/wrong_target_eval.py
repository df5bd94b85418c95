"""Wrong: puts the target in eval mode and leaves it so."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    target.eval()
    with torch.no_grad():
        goal = r + gamma * target(s_next)
    return ((online(s) - goal) ** 2).mean()
