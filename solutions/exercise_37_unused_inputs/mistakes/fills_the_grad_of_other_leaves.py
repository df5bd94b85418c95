"""Leaves that are not among the inputs get a `.grad`

You put the inputs' own `.grad` back, and your gradients are right. But `backward()` goes to *every* leaf behind the
loss, also to those of which your function knows nothing. They have a gradient now, or a larger one than before.

A pass that goes only to given tensors leaves the others alone.
"""

import torch


def gradients_or_zeros(loss, inputs):
    before = []
    for each in inputs:
        each.retain_grad()
        before.append(each.grad)
        each.grad = None
    loss.backward()
    found = [each.grad for each in inputs]
    for each, old in zip(inputs, before):
        each.grad = old
    return tuple(torch.zeros_like(each) if gradient is None else gradient for each, gradient in zip(inputs, found))
