"""Wrong: backward() and .grad, on top of what is there; .grad is touched."""
import torch


def gradients_or_zeros(loss, inputs):
    for t in inputs:
        t.grad = None
    loss.backward()
    return tuple(torch.zeros_like(t) if t.grad is None else t.grad for t in inputs)
