"""Wrong: the gradient of the sum of all losses, divided by their number, for each call."""
import torch


def gradient_of_each_call(f, x, calls):
    total = sum(f(x) for _ in range(calls))
    g = torch.autograd.grad(total, x)[0] / calls
    return [g.clone() for _ in range(calls)]
