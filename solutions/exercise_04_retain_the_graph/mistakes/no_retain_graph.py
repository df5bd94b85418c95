"""The first backward pass frees the graph that the second one needs

Your second pass stops with *Trying to backward through the graph a second time*. The heads are two, but both go back
through one trunk. The first pass used what the trunk had saved for it and freed it on the way, since autograd assumes
that a graph is gone through once. When the second pass comes from the other head to the trunk, nothing is left there
to compute with.

The error shows up in the second pass; what to change is in the first.
"""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)

    x.grad = None
    a.backward()
    gradient_a = x.grad

    x.grad = None
    b.backward()
    gradient_b = x.grad

    return gradient_a, gradient_b
