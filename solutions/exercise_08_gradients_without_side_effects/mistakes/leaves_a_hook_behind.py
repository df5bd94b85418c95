"""Your hooks stay on the inputs and go on working

A hook on a tensor is called in every backward pass that comes through, until it is removed. Yours was made for one
pass, to keep the gradient out of `.grad`; it does the same to all that come later, and the leaves never get a
gradient again.

What registers a hook gets a handle back, in order to remove it.
"""

import torch


def pure_gradients(f, *inputs):
    caught = {}
    for index, x in enumerate(inputs):

        def keep_out(gradient, index=index):
            caught[index] = gradient.clone()
            return torch.zeros_like(gradient)

        x.register_hook(keep_out)
    f(*inputs).backward()
    return tuple(caught[index] for index in range(len(inputs)))
