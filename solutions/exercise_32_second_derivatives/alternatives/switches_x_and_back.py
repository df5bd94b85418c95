"""Makes the caller's `x` require grad for as long as it needs that, and goes through the samples in a loop."""

import torch


def second_derivative(f, x):
    required = x.requires_grad
    x.requires_grad_(True)
    try:
        first = torch.autograd.grad(f(x).sum(), x, create_graph=True)[0]
        return torch.autograd.grad(first, x, torch.ones_like(first))[0]
    finally:
        x.requires_grad_(required)


def gradient_penalty(critic, x):
    total = 0.0
    for row in x.detach():
        sample = row.unsqueeze(0).requires_grad_()
        (gradient,) = torch.autograd.grad(critic(sample).sum(), sample, create_graph=True)
        total = total + (gradient.flatten().dot(gradient.flatten()) ** 0.5 - 1) ** 2
    return total / x.shape[0]
