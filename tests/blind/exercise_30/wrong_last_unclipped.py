"""Wrong: the last parameter counts for the norm and is not clipped."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    norm = sum(g.pow(2).sum().item() for g in grads) ** 0.5
    if norm > max_norm:
        for g in grads[:-1]:
            g.mul_(max_norm / norm)
    return norm
