"""Wrong: floats for tensors."""
import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    return tuple(g.item() for g in torch.autograd.grad(loss, (y1, y2, x)))
