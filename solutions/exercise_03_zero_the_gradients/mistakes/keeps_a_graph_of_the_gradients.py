"""The gradients come with a graph of their own

What you return requires grad. Usually a backward pass runs unrecorded; with `create_graph=True` it is itself
recorded, so that its result can be differentiated once more. That is for second derivatives.

Here nobody will differentiate the gradients. The record costs time, and it keeps everything alive that went into it,
for as long as the list lives.
"""

import torch


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
        gradients.append(gradient)
    return gradients
