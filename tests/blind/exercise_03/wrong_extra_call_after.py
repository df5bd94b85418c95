"""Wrong: f is called once more at the end, with right gradients; f is called exactly `calls` times."""
import torch


def gradient_of_each_call(f, x, calls):
    out = []
    loss = None
    for i in range(calls + 1):
        if loss is not None:
            out.append(torch.autograd.grad(loss, x)[0])
        loss = f(x)
    return out
