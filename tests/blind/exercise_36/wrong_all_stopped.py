"""Wrong: all under no_grad; the loss does not require grad."""
import torch


@torch.no_grad()
def td_loss(online, target, s, r, s_next, gamma):
    return ((online(s) - (r + gamma * target(s_next))) ** 2).mean()
