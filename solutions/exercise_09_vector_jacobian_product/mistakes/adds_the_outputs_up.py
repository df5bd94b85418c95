"""Your function takes the gradient of the plain sum, and `v` is not used

`f(x).sum()` counts each element of the result once, as if `v` were all ones: what you return is the sum of the rows
of the Jacobian. The rows are to be weighted by `v` before they are added.

An argument that a function never looks at is worth a second look.
"""


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    f(leaf).sum().backward()
    return leaf.grad
