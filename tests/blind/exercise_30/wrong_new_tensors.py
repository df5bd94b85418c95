"""Wrong: puts new tensors into .grad; the text says in place."""
import torch


def clip_grad_norm(parameters, max_norm):
    parameters = [p for p in parameters if p.grad is not None]
    norm = sum(p.grad.pow(2).sum().item() for p in parameters) ** 0.5
    if norm > max_norm:
        for p in parameters:
            p.grad = p.grad * (max_norm / norm)
    return norm
