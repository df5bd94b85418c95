"""The first gradient contains what `x.grad` held before

Between the two passes you clear `x.grad`, so the second gradient is right. The first pass, however, adds to whatever
the caller left in `x.grad`. With a leaf that has no gradient yet this is nothing; with one that was used before it is
a stale gradient.

Both passes are in the same position: neither may find anything where it arrives.
"""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    head_a(h).backward(retain_graph=True)
    gradient_a = x.grad.clone()
    x.grad.zero_()
    head_b(h).backward()
    gradient_b = x.grad.clone()
    return gradient_a, gradient_b
