"""Each head is computed twice

The trunk runs once. The heads, however, run a second time: once for their value, and once more for the gradient. A
second call builds a second graph, although the first one was just as good.

The tensor that a head returns is both: a value to look at, and the end of a graph to go back from.
"""

import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    assert head_a(h).dim() == head_b(h).dim() == 0
    (gradient_a,) = torch.autograd.grad(head_a(h), x, retain_graph=True)
    (gradient_b,) = torch.autograd.grad(head_b(h), x)
    return gradient_a, gradient_b
