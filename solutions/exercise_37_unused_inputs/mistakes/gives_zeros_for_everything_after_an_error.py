"""One unused input makes all your gradients zero

You catch the error that an unused input raises, and answer with zeros for all inputs. But the error says only that
*one of them* is not used; the others have gradients that you never asked for again.

An error that is caught should be one whose meaning is known. Here it can be avoided altogether.
"""

import torch


def gradients_or_zeros(loss, inputs):
    try:
        return torch.autograd.grad(loss, tuple(inputs))
    except RuntimeError:
        return tuple(torch.zeros_like(each) for each in inputs)
