"""Turns `f` into its gradient function with `torch.func.grad`."""

import torch as t


def gradient_of_each_call(f, x, calls):
    gradient_of_f = t.func.grad(f)
    return [gradient_of_f(x.detach()) for _ in range(calls)]
