"""Wrong: calls f once for each input."""
import torch


def pure_gradients(f, *inputs):
    return tuple(torch.autograd.grad(f(*inputs), i)[0] for i in inputs)
