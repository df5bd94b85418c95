"""Your function returns the same gradient for both tensors

The expression looks the same when `x1` and `x2` change places, and it is tempting to compute one gradient and use it
for both. But the two tensors have different values, and the gradient with respect to one gives the two values
different weights.

Each tensor has its own gradient, also where the formula is symmetric.
"""


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    (x**2 + 10).mean().backward()
    return x.grad


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x1.grad
