"""Wrong: returns the squared norm."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    squared = float(sum(g.pow(2).sum().item() for g in grads))
    if squared > max_norm**2:
        for g in grads:
            g.mul_(max_norm / squared**0.5)
    return squared
