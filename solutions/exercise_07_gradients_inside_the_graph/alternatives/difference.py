"""Lets the leaf's gradient add up, and subtracts what was there before; the others are asked for by name."""

import torch


def path_gradients(x):
    before = torch.zeros_like(x) if x.grad is None else x.grad.clone()
    y1, y2 = 1 + x, x * 3
    loss = y1**2 - 2 * y1 * y2 + y2**2
    of_y1 = torch.autograd.grad(loss, y1, retain_graph=True)[0]
    of_y2 = torch.autograd.grad(loss, y2, retain_graph=True)[0]
    loss.backward()
    return of_y1, of_y2, x.grad.detach() - before
