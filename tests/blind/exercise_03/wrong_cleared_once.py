"""Wrong: .grad is cleared once, before the loop, and then adds up."""
import torch


def gradient_of_each_call(f, x, calls):
    x.grad = None
    out = []
    for _ in range(calls):
        f(x).backward()
        out.append(x.grad.clone())
    return out
