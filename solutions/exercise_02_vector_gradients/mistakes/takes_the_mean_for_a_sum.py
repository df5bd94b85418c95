"""Your gradient of the mean is that of the sum

Each element is as many times too large as `x` has elements. Either `f` was summed up in both functions, or `backward`
got a vector of ones, which stands for a sum: every element counts in full.

In a mean, every element counts only as its share. If one of five elements grows by 1, the sum grows by 1, and the
mean by a fifth of that.
"""

import torch


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    f = x**2 + 10
    f.backward(torch.ones_like(f))
    return x.grad


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
