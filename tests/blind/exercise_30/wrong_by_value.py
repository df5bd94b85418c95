"""Wrong: clamps each entry to max_norm; the norm returned is right."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    total = sum(g.pow(2).sum().item() for g in grads) ** 0.5
    if total > max_norm:
        for g in grads:
            g.clamp_(-max_norm, max_norm)
    return total
