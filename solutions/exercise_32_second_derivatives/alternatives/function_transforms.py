"""Composes `torch.func.grad` with itself, element by element, and takes each sample's gradient by itself."""

import torch
from torch.func import grad, vmap


def second_derivative(f, x):
    return vmap(grad(grad(f)))(x.detach())


def gradient_penalty(critic, x):
    per_sample = vmap(grad(lambda sample: critic(sample[None]).sum()))(x.detach())
    return torch.mean((torch.linalg.vector_norm(per_sample, dim=-1) - 1.0) ** 2)
