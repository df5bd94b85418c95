"""Right: zero_() and clone()."""
import torch


def gradient_of_each_call(f, x, calls):
    result = []
    for _ in range(calls):
        if x.grad is not None:
            x.grad.zero_()
        y = f(x)
        y.backward()
        result.append(x.grad.clone())
    return result
