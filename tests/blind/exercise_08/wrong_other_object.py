"""Wrong: .grad has the old value, but is another object."""
import torch


def pure_gradients(f, *inputs):
    before = [i.grad.clone() for i in inputs]
    for i in inputs:
        i.grad = None
    f(*inputs).backward()
    grads = tuple(i.grad for i in inputs)
    for i, b in zip(inputs, before):
        i.grad = b
    return grads
