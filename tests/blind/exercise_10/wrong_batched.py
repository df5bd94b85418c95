"""Wrong: is_grads_batched, which the text forbids."""
import torch


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    y = f(z)
    return torch.autograd.grad(y, z, torch.eye(len(y), dtype=y.dtype), is_grads_batched=True)[0]
