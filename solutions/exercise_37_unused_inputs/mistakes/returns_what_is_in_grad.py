"""You return what is in `.grad` after a backward pass

`backward()` adds to `.grad`. If something stale was there, it is part of your result. And an input that is not used
keeps what it had: if that was a stale gradient, you return it instead of zeros.

Besides, every leaf behind the loss has another `.grad` now. There is a way to get gradients that passes `.grad` by.
"""

import torch


def gradients_or_zeros(loss, inputs):
    loss.backward()
    return tuple(torch.zeros_like(each) if each.grad is None else each.grad for each in inputs)
