"""Wrong: descends along the gradient between calls, so x is changed."""
import torch


def gradient_of_each_call(f, x, calls):
    out = []
    for _ in range(calls):
        g = torch.autograd.grad(f(x), x)[0]
        out.append(g)
        with torch.no_grad():
            x -= 0.01 * g
    return out
