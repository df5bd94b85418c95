"""Your second gradient is `float32`

Its value is right, but it was made by hand, and a new tensor gets torch's default dtype, `float32`, unless it is told
otherwise. The tensors of this exercise are `float64`.

A gradient has the dtype of the tensor that it belongs to. A new tensor can be made after the model of one that is
there; one that autograd makes always is.
"""

import torch


def gradients(x, w, b):
    return x.clone(), torch.ones(1)
