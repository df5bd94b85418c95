"""`ScaleShift` is not a subclass of `torch.autograd.Function`

Values and gradients are right, because your `apply` is made of operations that autograd already knows. But then no
`backward` of yours is ever called, and the graph holds a node for each operation instead of one for the whole.

The exercise is to be that one node.
"""

import torch


class ScaleShift:
    @staticmethod
    def apply(x, scale, shift, power):
        return scale * x**power + shift
