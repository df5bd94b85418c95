"""Wrong: the gradients go through float16, so below max_norm they change."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    norm = sum(g.pow(2).sum().item() for g in grads) ** 0.5
    factor = min(1.0, max_norm / norm) if norm else 1.0
    for g in grads:
        g.copy_((g * factor).half())
    return norm
