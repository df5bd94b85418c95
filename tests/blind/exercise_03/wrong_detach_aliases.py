"""Wrong: detach() is no copy; all entries share one memory."""
import torch


def gradient_of_each_call(f, x, calls):
    x.grad = torch.zeros_like(x)
    out = []
    for _ in range(calls):
        x.grad.zero_()
        f(x).backward()
        out.append(x.grad.detach())
    return out
