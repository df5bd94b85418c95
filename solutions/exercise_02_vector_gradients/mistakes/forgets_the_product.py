"""Your two gradients know nothing of each other's tensor

In your result the gradient of `x1` depends on `x1` alone, and that of `x2` on `x2` alone. But the expression has a
third term, the product, through which `x1` matters more where `x2` is large, and the other way round.

With respect to `x1`, `x2` is a constant. A constant that stands alone vanishes in the derivative; one that is a
factor stays.
"""


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    (x**2 + 10).mean().backward()
    return x.grad


def gradients_of_two(x1, x2):
    (x1**2).sum().backward()
    (x2**2).sum().backward()
    return x1.grad, x2.grad
