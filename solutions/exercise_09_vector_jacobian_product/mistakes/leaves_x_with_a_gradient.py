"""Your `x` still holds the gradient in its `.grad`

`x` no longer requires grad, but that does not empty `.grad`. If it ever requires grad again, in the next call of
this very function, say, `backward()` will add to what is left there.

To borrow a tensor means to undo everything that was done to it.
"""


def vjp(f, x, v):
    x.requires_grad_()
    f(x).backward(v)
    product = x.grad.clone()
    x.requires_grad_(False)
    return product
