"""Your code asks a gradient whether it is true

`gradient or zeros` looks like "the gradient, if there is one". But Python asks the tensor for its truth value, and a
tensor of several elements has none, so torch raises an error. For a tensor of one element it has one: false if that
element is 0.

To be None is one thing, to be false another.
"""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(gradient or torch.zeros_like(each) for each, gradient in zip(inputs, found))
