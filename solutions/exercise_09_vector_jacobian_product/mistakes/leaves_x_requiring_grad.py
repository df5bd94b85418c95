"""Your `x` requires grad afterwards, and holds a gradient

The result is right. But `requires_grad_()` changes the caller's tensor, and `backward()` leaves its gradient there.
From then on all that is computed with `x` is recorded, and a second call even adds to the gradient of the first.

The caller wants to know a product, and did not ask for `x` to be watched.
"""


def vjp(f, x, v):
    x.requires_grad_()
    f(x).backward(v)
    return x.grad.clone()
