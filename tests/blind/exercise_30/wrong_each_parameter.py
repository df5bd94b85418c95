"""Wrong: clips each parameter's gradient by itself; the norm returned is right."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    total = sum(g.pow(2).sum().item() for g in grads) ** 0.5
    for g in grads:
        norm = g.norm().item()
        if norm > max_norm:
            g.mul_(max_norm / norm)
    return total
