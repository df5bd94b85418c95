"""Your functions return what they differentiate, not its gradient

The result is the reduced value itself, a scalar that still hangs on its graph. From there a backward pass could
start; the gradient is what arrives at the other end of it, at the leaf.

A value says how large the sum is. The gradient says how it would change.
"""


def gradient_of_sum(x):
    return (x**2 + 10).sum()


def gradient_of_mean(x):
    return (x**2 + 10).mean()


def gradients_of_two(x1, x2):
    total = (x1**2 + x2**2 + x1 * x2).sum()
    return total, total
