"""`x.grad` is zeroed while it is still None

Before the first backward pass a leaf has no gradient: `x.grad` is None, and None has no `zero_()`. With a leaf that
comes with an old gradient your code runs; with a new one it stops before the first pass.

Clearing must work from both states, a gradient that is there and none at all.
"""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    x.grad.zero_()
    head_a(h).backward(retain_graph=True)
    gradient_a = x.grad.clone()
    x.grad.zero_()
    head_b(h).backward()
    gradient_b = x.grad.clone()
    return gradient_a, gradient_b
