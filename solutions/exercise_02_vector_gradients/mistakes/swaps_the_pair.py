"""Your pair of gradients is in the wrong order

Both are right, but the gradient with respect to `x2` comes first. They have the same shape, so nothing else tells
them apart than their place.

The order of the gradients is that of the arguments.
"""


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    (x**2 + 10).mean().backward()
    return x.grad


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x2.grad, x1.grad
