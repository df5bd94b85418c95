"""Right: returns the norm as a scalar tensor, float32 as torch.tensor makes it of a float."""
import math

import torch


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = math.sqrt(sum(float((g * g).sum()) for g in gradients))
    if norm > max_norm:
        for g in gradients:
            g.mul_(max_norm / norm)
    return torch.tensor(norm)
