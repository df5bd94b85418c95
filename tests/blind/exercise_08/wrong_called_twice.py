"""Wrong: calls f a second time to see whether the result is a scalar."""
import torch


def pure_gradients(f, *inputs):
    with torch.no_grad():
        assert f(*inputs).dim() == 0
    return torch.autograd.grad(f(*inputs), inputs)
