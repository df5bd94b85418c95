"""Your function calls `f` once more than it needs

One call is for the gradients, and another one only to look at the output or its shape, or to try the call out. Each
call costs a whole forward pass, and `f` may not be the same the next time.

The output of the one call is a tensor that serves for everything.
"""

import torch


def pure_gradients(f, *inputs):
    if f(*inputs).dim() != 0:
        raise ValueError("f should return a scalar")
    return torch.autograd.grad(f(*inputs), inputs)
