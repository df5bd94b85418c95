"""Wrong: a parameter without .grad gets zeros."""
import torch


def clip_grad_norm(parameters, max_norm):
    parameters = list(parameters)
    for p in parameters:
        if p.grad is None:
            p.grad = torch.zeros_like(p)
    norm = sum(p.grad.pow(2).sum().item() for p in parameters) ** 0.5
    if norm > max_norm:
        for p in parameters:
            p.grad.mul_(max_norm / norm)
    return norm
