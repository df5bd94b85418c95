"""Your gradients have a graph of their own

With `create_graph=True` the backward pass itself is recorded, so that its results can be differentiated again. So
your gradients require grad, and each keeps the whole computation alive for as long as somebody holds it.

Where nobody will differentiate a gradient, this is a side effect as well.
"""

import torch


def pure_gradients(f, *inputs):
    return torch.autograd.grad(f(*inputs), inputs, create_graph=True)
