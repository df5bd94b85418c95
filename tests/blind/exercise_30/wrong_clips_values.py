"""Wrong: the norm of the parameters decides, not that of their gradients."""
import torch


def clip_grad_norm(parameters, max_norm):
    parameters = [p for p in parameters if p.grad is not None]
    norm = sum(p.detach().pow(2).sum().item() for p in parameters) ** 0.5
    if norm > max_norm:
        for p in parameters:
            p.grad.mul_(max_norm / norm)
    return norm
