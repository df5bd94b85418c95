"""Your gradient of the sum is that of the mean

Each element is as many times too small as `x` has elements: both functions reduce `f` in the same way, by a mean.

Sum and mean point in the same direction and differ in size. For a learning rate, for instance, that difference
decides, so the two must not be exchanged unnoticed.
"""


def gradient_of_sum(x):
    (x**2 + 10).mean().backward()
    return x.grad


def gradient_of_mean(x):
    (x**2 + 10).mean().backward()
    return x.grad


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
