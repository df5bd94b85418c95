"""Wrong: adds 0.01 to the norm, so the new norm misses max_norm by more than 1e-4."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    norm = sum(g.pow(2).sum().item() for g in grads) ** 0.5
    if norm > max_norm:
        for g in grads:
            g.mul_(max_norm / (norm + 1e-2))
    return norm
