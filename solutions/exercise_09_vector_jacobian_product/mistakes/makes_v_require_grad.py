"""Your `v` requires grad afterwards, or holds a gradient

In `v * y` both factors can have a gradient. That of `v` is `y`, and nobody asked for it; `v` is a constant in this
question. As it requires grad, the backward pass arrives there, too, and leaves something in the caller's tensor.
"""


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    v.requires_grad_()
    (v * f(leaf)).sum().backward()
    return leaf.grad
