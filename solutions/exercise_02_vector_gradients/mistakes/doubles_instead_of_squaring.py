"""Your functions double `x` where they should square it

The gradient that comes out is the same whatever the values of `x` are. That is the mark of a function that is linear:
`x * 2` has the same slope everywhere. The slope of a square grows with `x`.

In Python, `*` multiplies and `**` raises to a power.
"""


def gradient_of_sum(x):
    (x * 2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    (x * 2 + 10).mean().backward()
    return x.grad


def gradients_of_two(x1, x2):
    (x1 * 2 + x2 * 2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
