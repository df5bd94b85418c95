"""Your function gives zeros to parameters without a gradient

Zeros add nothing to the norm, so the number is right. But a parameter whose `.grad` is None is skipped by the
optimizer, and one whose `.grad` is zero is not: momentum and weight decay move it.

No gradient and a gradient of zero are two different things.
"""

import torch


def clip_grad_norm(parameters, max_norm):
    parameters = list(parameters)
    for p in parameters:
        if p.grad is None:
            p.grad = torch.zeros_like(p)
    gradients = [p.grad for p in parameters]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / norm)
    return norm
