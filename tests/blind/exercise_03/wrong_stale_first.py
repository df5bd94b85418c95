"""Wrong: clears after each call, so the first gradient holds the stale .grad."""
import torch


def gradient_of_each_call(f, x, calls):
    out = []
    for _ in range(calls):
        f(x).backward()
        out.append(x.grad.clone())
        x.grad.zero_()
    return out
