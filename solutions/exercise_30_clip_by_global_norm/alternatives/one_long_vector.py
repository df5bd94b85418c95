"""Joins all gradients to one vector for the norm, and copies the scaled values back."""

import torch as t


def clip_grad_norm(parameters, max_norm):
    with_gradient = list(filter(lambda p: p.grad is not None, parameters))
    if not with_gradient:
        return 0.0
    norm = t.linalg.vector_norm(t.cat([p.grad.reshape(-1) for p in with_gradient]))
    for p in with_gradient:
        p.grad.copy_(p.grad * t.clamp(max_norm / norm, max=1.0))
    return norm
