"""The trunk is computed once for each head

There is no error, because each head has a graph of its own down to `x`. The price is that the trunk runs twice. It is
usually the expensive part; and one that draws random numbers, as dropout does, would give the heads two different
`h`.

Nothing was wrong with the first graph but that it was freed. Rather than building it again, see to it that it is
still there.
"""


def two_heads(x, trunk, head_a, head_b):
    x.grad = None
    head_a(trunk(x)).backward()
    gradient_a = x.grad

    x.grad = None
    head_b(trunk(x)).backward()
    gradient_b = x.grad

    return gradient_a, gradient_b
