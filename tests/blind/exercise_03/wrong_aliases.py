"""Wrong: zero_() without a clone, so all entries are one tensor; each must be its own."""
import torch


def gradient_of_each_call(f, x, calls):
    out = []
    for _ in range(calls):
        if x.grad is not None:
            x.grad.zero_()
        f(x).backward()
        out.append(x.grad)
    return out
