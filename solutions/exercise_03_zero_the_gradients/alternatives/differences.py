"""Lets the gradients add up, the stale one included, and takes the differences."""

import torch


def gradient_of_each_call(f, x, calls):
    totals = [torch.zeros_like(x) if x.grad is None else x.grad.clone()]
    while len(totals) <= calls:
        f(x).backward()
        totals.append(x.grad.clone())
    return [after - before for before, after in zip(totals, totals[1:])]
