"""Your pair of gradients has gradients counted more than once

Your third function makes one backward pass for `x1` and another for `x2`. But each pass from the same result reaches
both tensors, and *adds* to what it finds in `.grad`. After two passes both hold their gradient twice.

A backward pass starts from a result; you do not aim it at one of the tensors.
"""


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    (x**2 + 10).mean().backward()
    return x.grad


def gradients_of_two(x1, x2):
    total = (x1**2 + x2**2 + x1 * x2).sum()
    total.backward(retain_graph=True)
    total.backward()
    return x1.grad, x2.grad
