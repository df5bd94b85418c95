"""Wrong: clips each gradient to norm 1."""
import torch


def pure_gradients(f, *inputs):
    return tuple(g / max(1.0, g.norm().item()) for g in torch.autograd.grad(f(*inputs), inputs))
