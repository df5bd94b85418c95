"""`create_graph=True` keeps the graph, and records the backward pass as well

The second pass finds its graph, since `create_graph=True` also retains it. But it does more: it records the backward
pass itself, so that the gradient can be differentiated again. So your first gradient requires grad and has a graph
behind it.

That is what second derivatives need. Here the graph is to stay for one more pass, and no new one is wanted.
"""

import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    (gradient_a,) = torch.autograd.grad(a, x, create_graph=True)
    (gradient_b,) = torch.autograd.grad(b, x)
    return gradient_a, gradient_b
