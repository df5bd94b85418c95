"""Cuts in place at the beginning of each window, and zeroes in place; the total is a detached tensor until the end."""

import torch


def tbptt(cell, xs, h0, k, loss_fn):
    cell.zero_grad(set_to_none=False)
    steps = iter(xs)
    h, total = h0.clone(), torch.zeros((), dtype=torch.float64)
    left = len(xs)
    while left:
        h.detach_()
        losses = []
        for _ in range(min(k, left)):
            h = cell(next(steps), h)
            losses.append(loss_fn(h))
        left -= len(losses)
        torch.autograd.backward(losses)
        total += sum(losses).detach()
    return total.item()
