"""Wrong: is_grads_batched, through a dict of options."""
import torch

OPTIONS = dict(is_grads_batched=True)


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    y = f(z)
    return torch.autograd.grad(y, z, torch.eye(len(y), dtype=y.dtype), **OPTIONS)[0]
