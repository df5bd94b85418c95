"""Wrong: seeds torch's generator."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    torch.manual_seed(0)
    with torch.no_grad():
        goal = r + gamma * target(s_next)
    return ((online(s) - goal) ** 2).mean()
