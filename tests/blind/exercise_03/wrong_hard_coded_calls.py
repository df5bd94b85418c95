"""Wrong: three calls whatever `calls` says."""
import torch


def gradient_of_each_call(f, x, calls=3):
    out = []
    for _ in range(3):
        out.append(torch.autograd.grad(f(x), x)[0])
    return out
