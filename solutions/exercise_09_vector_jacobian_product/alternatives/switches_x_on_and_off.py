"""Makes `x` itself require grad for as long as it takes, and undoes it, whatever happens."""


def vjp(f, x, v):
    x.requires_grad_(True)
    try:
        f(x).backward(v)
        return x.grad
    finally:
        x.requires_grad_(False)
        x.grad = None
