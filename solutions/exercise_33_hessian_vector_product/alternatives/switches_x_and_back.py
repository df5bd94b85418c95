"""Works on the caller's `x`, which requires grad for as long as it is needed."""

import torch


def hvp(f, x, v):
    required = x.requires_grad
    try:
        x.requires_grad_(True)
        gradient = torch.autograd.grad(outputs=f(x), inputs=x, create_graph=True)[0]
        along_v = torch.dot(gradient, v)
        return torch.autograd.grad(along_v, [x])[0]
    finally:
        x.requires_grad_(required)
