"""Right: calls f in order first, then takes each loss's own gradient."""
import torch


def gradient_of_each_call(f, x, calls):
    losses = [f(x) for _ in range(calls)]
    return [torch.autograd.grad(loss, x, retain_graph=True)[0].clone() for loss in losses]
