"""Unclear: torch's factor max_norm / (norm + 1e-6) where the norm is just below max_norm; nothing may change there, torch's own leaves it too."""
import torch


def clip_grad_norm(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    norm = sum(g.pow(2).sum().item() for g in grads) ** 0.5
    if norm > max_norm * (1 - 1e-6):
        for g in grads:
            g.mul_(max_norm / (norm + 1e-6))
    return norm
