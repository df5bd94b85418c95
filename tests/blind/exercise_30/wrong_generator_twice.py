"""Wrong: walks a generator twice; the second time it is empty and nothing is clipped."""
import torch


def clip_grad_norm(parameters, max_norm):
    norm = sum(p.grad.pow(2).sum().item() for p in parameters if p.grad is not None) ** 0.5
    if norm > max_norm:
        for p in parameters:
            if p.grad is not None:
                p.grad.mul_(max_norm / norm)
    return norm
