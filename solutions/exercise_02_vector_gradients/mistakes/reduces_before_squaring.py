"""Your functions reduce `x` first and square afterwards

The square of a sum is not the sum of the squares. With your order every element of `x` is mixed with all the others
before the square is taken, so all elements of the gradient come out equal, whatever their place in `x`.

`f` is computed element by element, and is a vector. Only the finished vector is reduced.
"""


def gradient_of_sum(x):
    (x.sum() ** 2 + 10).backward()
    return x.grad


def gradient_of_mean(x):
    (x.mean() ** 2 + 10).backward()
    return x.grad


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
