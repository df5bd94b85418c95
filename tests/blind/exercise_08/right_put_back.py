"""Right: backward with .grad put aside and back, the same objects."""
import torch


def pure_gradients(f, *inputs):
    saved = [i.grad for i in inputs]
    for i in inputs:
        i.grad = None
    f(*inputs).backward()
    result = []
    for i, old in zip(inputs, saved):
        result.append(i.grad)
        i.grad = old
    return tuple(result)
