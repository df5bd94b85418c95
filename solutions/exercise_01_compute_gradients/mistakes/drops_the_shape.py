"""Your gradients have shape `()` instead of `(1,)`

A tensor of shape `(1,)` is a list with one number in it; one of shape `()` is the number without the list. Indexing
with `[0]`, `squeeze()` and `sum()` turn the first into the second.

A gradient has exactly the shape of the tensor that it belongs to, and autograd already delivers it in this shape.
"""


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return w.grad[0], b.grad[0]
