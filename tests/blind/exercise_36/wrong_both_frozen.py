"""Wrong: online runs while the target is frozen; where both are one object no gradient is left."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    flags = [(p, p.requires_grad) for p in target.parameters()]
    for p, _ in flags:
        p.requires_grad_(False)
    loss = ((online(s) - (r + gamma * target(s_next))) ** 2).mean()
    for p, flag in flags:
        p.requires_grad_(flag)
    return loss
