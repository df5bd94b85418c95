"""Your function adds up the elements of the gradient

The vector has to become one number *before* the backward pass, so that there is a scalar to differentiate. What comes
back afterwards is a vector again, of the shape of `x`, and your code reduces it a second time.

The gradient has one element for each element of `x`, because each of them can be moved on its own.
"""


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad.sum()


def gradient_of_mean(x):
    (x**2 + 10).mean().backward()
    return x.grad.mean()


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
