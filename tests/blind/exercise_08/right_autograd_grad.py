"""Right: autograd.grad."""
import torch


def pure_gradients(f, *inputs):
    return torch.autograd.grad(f(*inputs), inputs)
