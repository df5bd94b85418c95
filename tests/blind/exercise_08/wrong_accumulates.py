"""Wrong: backward adds to .grad."""
import torch


def pure_gradients(f, *inputs):
    before = [i.grad.clone() for i in inputs]
    f(*inputs).backward()
    return tuple(i.grad - b for i, b in zip(inputs, before))
