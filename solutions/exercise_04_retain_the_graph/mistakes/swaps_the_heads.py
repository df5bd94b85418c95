"""The two gradients are returned in the wrong order

Both gradients are right, and the graph is freed after its last use. But the first result is the gradient of `head_b`,
and the second that of `head_a`.

In which order the two passes run is free. In which order their results are returned is not.
"""

import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    (first,) = torch.autograd.grad(b, x, retain_graph=True)
    (second,) = torch.autograd.grad(a, x)
    return first, second
