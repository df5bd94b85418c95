"""Your function raises where it should say False

`gradcheck` is made for tests: where the gradients disagree it raises an error that says by how much, and so does your
function. But it was asked a question, and "no" is one of its two answers.

An error stops whoever called. An answer lets them go on to the next gradient.
"""

import torch


def gradient_is_right(fn, inputs):
    own = tuple(x.detach().clone().double().requires_grad_() for x in inputs)
    return torch.autograd.gradcheck(fn, own)
