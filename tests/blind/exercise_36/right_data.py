"""Right: .data of the target's output."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    y = target(s_next).data * gamma + r
    e = y - online(s)
    return torch.dot(e.flatten(), e.flatten()) / e.numel()
