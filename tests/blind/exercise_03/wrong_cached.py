"""Wrong: a dictionary keeps the gradient by loss; equal losses share one tensor, and their gradients may differ."""
import torch


def gradient_of_each_call(f, x, calls):
    cache = {}
    out = []
    for _ in range(calls):
        loss = f(x)
        key = loss.item()
        if key not in cache:
            cache[key] = torch.autograd.grad(loss, x)[0]
        out.append(cache[key])
    return out
