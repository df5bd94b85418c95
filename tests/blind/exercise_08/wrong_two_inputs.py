"""Wrong: gradients of the first two inputs alone."""
import torch


def pure_gradients(f, *inputs):
    return torch.autograd.grad(f(*inputs), inputs[:2])
