"""Wrong: x does not require grad afterwards."""
import torch


def gradient_of_each_call(f, x, calls):
    out = []
    for _ in range(calls):
        x.requires_grad_(True)
        x.grad = None
        f(x).backward()
        out.append(x.grad)
        x.requires_grad_(False)
    return out
