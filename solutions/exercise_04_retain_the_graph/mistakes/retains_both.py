"""The graph is retained by both passes

The graph outlives the gradients: the last pass keeps it, too, for a further pass that never comes. As long as anyone
holds an output (a list of losses, say) all that was saved for the backward pass stays in memory.

`retain_graph=True` is a promise that somebody will go through the graph again (and `create_graph=True` implies it). Ask at each pass whether that is so.
"""

import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    (gradient_a,) = torch.autograd.grad(a, x, retain_graph=True)
    (gradient_b,) = torch.autograd.grad(b, x, retain_graph=True)
    return gradient_a, gradient_b
