"""Your gradients are Python numbers, not tensors

`.item()` takes the number out of a tensor that holds a single one. The values are right, but shape and dtype are
gone, and for a tensor with more than one element the line would fail.

A gradient always has the shape of the tensor that it belongs to. That is what makes it possible to subtract one from
the other, for a single number as for a million of them.
"""


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return w.grad.item(), b.grad.item()
