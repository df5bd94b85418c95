"""Unclear: one graph, cut by detach between the windows, and one backward of everything at the end; must each window have its own?"""
import itertools
import torch


def tbptt(cell, xs, h0, k, loss_fn):
    for p in cell.parameters():
        if p.grad is not None:
            p.grad.detach_().zero_()

    def states():
        h = h0
        for step, x in zip(itertools.count(1), xs):
            h = cell(x, h)
            yield loss_fn(h)
            if not step % k:
                h = h.detach()

    total = sum(states())
    total.backward()
    return total.detach().numpy().item()
