"""Your function calls `f` once for each input

The gradients are right, and no `.grad` was touched. But the forward pass was run as often as there are inputs. One
that draws random numbers, such as dropout, would even be a different function each time.

One call gives one output, and its graph leads to all of the inputs.
"""

import torch


def pure_gradients(f, *inputs):
    return tuple(torch.autograd.grad(f(*inputs), x)[0] for x in inputs)
