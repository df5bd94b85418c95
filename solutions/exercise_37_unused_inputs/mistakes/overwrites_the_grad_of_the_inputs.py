"""The inputs have another `.grad` after the call

You cleared the `.grad` of each input, ran a backward pass, and took the gradients from there. They are right for
leaves, but whatever the caller kept in these `.grad` is gone, and the backward pass has also added to leaves that
were never mentioned.

The exercise asks that nobody's `.grad` is touched.
"""

import torch


def gradients_or_zeros(loss, inputs):
    for each in inputs:
        each.grad = None
    loss.backward()
    return tuple(torch.zeros_like(each) if each.grad is None else each.grad.clone() for each in inputs)
