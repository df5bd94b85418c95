"""Wrong: scales the parameters along with their gradients."""
import torch


def clip_grad_norm(parameters, max_norm):
    parameters = [p for p in parameters if p.grad is not None]
    norm = sum(p.grad.pow(2).sum().item() for p in parameters) ** 0.5
    if norm > max_norm:
        with torch.no_grad():
            for p in parameters:
                p.grad.mul_(max_norm / norm)
                p.mul_(max_norm / norm)
    return norm
