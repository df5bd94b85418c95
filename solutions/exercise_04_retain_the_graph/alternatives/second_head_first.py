"""Goes back from `head_b` first; the pass from `head_a` is then the one that frees the trunk."""

import torch as t


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    (gradient_b,) = t.autograd.grad(head_b(h), x, retain_graph=True)
    (gradient_a,) = t.autograd.grad(head_a(h), x)
    return gradient_a, gradient_b
