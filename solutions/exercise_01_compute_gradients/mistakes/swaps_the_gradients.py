"""Your two gradients are in the wrong order

Both numbers are right, but the gradient with respect to `b` comes first. A gradient carries no label: whoever takes
the pair apart knows which is which only by its position.

`dz/dw` is the one that depends on `x`; `dz/db` is the same for every input.
"""


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return b.grad, w.grad
