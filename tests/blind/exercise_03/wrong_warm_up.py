"""Wrong: one call of f too many, before the loop; f is called exactly `calls` times."""
import torch


def gradient_of_each_call(f, x, calls):
    assert f(x).dim() == 0, "f must be a scalar"
    out = []
    for _ in range(calls):
        x.grad = None
        f(x).backward()
        out.append(x.grad)
    return out
