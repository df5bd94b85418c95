"""Wrong: calls f once and runs backward through it again; f may differ from call to call."""
import torch


def gradient_of_each_call(f, x, calls):
    loss = f(x)
    return [torch.autograd.grad(loss, x, retain_graph=True)[0].clone() for _ in range(calls)]
