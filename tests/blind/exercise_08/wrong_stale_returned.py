"""Wrong: the stale gradient is in the result, though .grad is put back."""
import torch


def pure_gradients(f, *inputs):
    before = [i.grad.clone() for i in inputs]
    f(*inputs).backward()
    grads = tuple(i.grad.clone() for i in inputs)
    for i, b in zip(inputs, before):
        i.grad.copy_(b)
    return grads
