"""Wrong: a parameter without .grad raises."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters]
    norm = sum(g.pow(2).sum().item() for g in grads) ** 0.5
    if norm > max_norm:
        for g in grads:
            g.mul_(max_norm / norm)
    return norm
