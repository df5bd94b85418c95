"""Wrong: gradients accumulate; each call's own gradient is asked for."""
import torch


def gradient_of_each_call(f, x, calls):
    out = []
    for _ in range(calls):
        f(x).backward()
        out.append(x.grad.clone())
    return out
