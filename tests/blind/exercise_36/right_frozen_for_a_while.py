"""Right: the target's parameters are frozen while it runs and each put back, before online runs."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    flags = [(p, p.requires_grad) for p in target.parameters()]
    try:
        for p, _ in flags:
            p.requires_grad_(False)
        nxt = target(s_next.detach())
    finally:
        for p, flag in flags:
            p.requires_grad_(flag)
    return torch.mean((online(s) - (r + gamma * nxt)) ** 2)
