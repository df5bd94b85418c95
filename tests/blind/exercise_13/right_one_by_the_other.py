"""Right: descend_ is assign_ of the new value; inference-free set_grad_enabled."""
import torch


@torch.set_grad_enabled(False)
def assign_(p, value):
    p[...] = value


def descend_(p, lr):
    new = p.detach() - lr * p.grad
    assign_(p, new)
