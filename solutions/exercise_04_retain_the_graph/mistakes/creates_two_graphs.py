"""Both passes are recorded with `create_graph=True`

`create_graph=True` also retains the graph, so the second pass finds it. But it asks for more than that: each pass is
itself recorded, so that its gradient can be differentiated again. So both gradients require grad, and nothing is
freed, neither the graph of the heads and the trunk nor the two new ones.

Two things are to be asked of each pass: will anyone go through this graph again, and will anyone differentiate the
gradient?
"""

import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    (gradient_a,) = torch.autograd.grad(a, x, create_graph=True)
    (gradient_b,) = torch.autograd.grad(b, x, create_graph=True)
    return gradient_a, gradient_b
