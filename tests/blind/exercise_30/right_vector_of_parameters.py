"""Right: parameters_to_vector of the gradients, .data scaled in place."""
import torch
from torch.nn.utils import parameters_to_vector


def clip_grad_norm(parameters, max_norm):
    kept = [p for p in parameters if p.grad is not None]
    if not kept:
        return 0.0
    norm = torch.linalg.norm(parameters_to_vector([p.grad for p in kept]))
    if norm.item() <= max_norm:
        return norm
    for p in kept:
        p.grad.data.mul_(max_norm).div_(norm)
    return norm
