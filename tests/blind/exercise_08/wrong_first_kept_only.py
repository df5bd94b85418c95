"""Wrong: puts back the .grad of the first input alone."""
import torch


def pure_gradients(f, *inputs):
    old = inputs[0].grad
    for i in inputs:
        i.grad = None
    f(*inputs).backward()
    grads = tuple(i.grad.clone() for i in inputs)
    inputs[0].grad = old
    return grads
