"""Your function returns one tensor instead of two

The two gradients are rows of a single tensor. The numbers are all there, but they no longer are the gradient of `w`
and the gradient of `b`, each in the shape of its leaf.

Here the shapes happen to fit together. In a model, the weights and the offsets have different shapes, and their
gradients stay apart in the same way.
"""

import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return torch.stack([w.grad, b.grad])
