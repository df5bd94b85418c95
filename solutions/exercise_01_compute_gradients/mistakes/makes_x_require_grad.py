"""Your function leaves `x` requiring grad

The two gradients are right, but `x` was changed on the way: it now requires grad and holds a gradient that nobody
asked for. `x` is the caller's tensor, and everything that is computed from it later will be recorded, too.

Only the tensors with respect to which you differentiate have to be watched. All others may stay constants, and the
derivatives with respect to the watched ones still take their values into account.
"""


def gradients(x, w, b):
    x.requires_grad_()
    z = w * x + b
    z.backward()
    return w.grad, b.grad
