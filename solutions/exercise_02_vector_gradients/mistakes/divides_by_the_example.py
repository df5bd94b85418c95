"""Your gradient of the mean always divides by 3

That is right for the example, whose vector has three elements, and wrong for every other length.

What a mean divides by belongs to the vector at hand. Ask it, or leave the division to the operation that knows.
"""


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    (x**2 + 10).sum().backward()
    return x.grad / 3


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
