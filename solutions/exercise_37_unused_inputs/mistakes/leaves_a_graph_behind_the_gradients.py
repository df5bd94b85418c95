"""Your gradients have a graph behind them

With `create_graph=True` the backward pass is recorded, so that its result can be differentiated again. Nobody asked
for that, and the record keeps alive all that went into it.

What you return should be plain tensors, gradients and zeros alike.
"""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True, create_graph=True)
    return tuple(torch.zeros_like(each) if gradient is None else gradient for each, gradient in zip(inputs, found))
