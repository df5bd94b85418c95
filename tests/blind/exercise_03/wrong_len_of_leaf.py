"""Wrong: copies element by element over len(x), which fails for a leaf of shape (); the contract names no shape."""
import torch


def gradient_of_each_call(f, x, calls):
    out = []
    for _ in range(calls):
        x.grad = None
        f(x).backward()
        copy = torch.zeros_like(x, requires_grad=False)
        for i in range(len(x)):
            copy[i] = x.grad[i]
        out.append(copy)
    return out
