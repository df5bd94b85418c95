"""Wrong: saves and restores .grad of the inputs, but backward() fills that of other leaves."""
import torch


def gradients_or_zeros(loss, inputs):
    for t in inputs:
        t.retain_grad()
    saved = [t.grad for t in inputs]
    for t in inputs:
        t.grad = None
    loss.backward()
    out = tuple(torch.zeros_like(t) if t.grad is None else t.grad for t in inputs)
    for t, g in zip(inputs, saved):
        t.grad = g
    return out
