"""Each function is reduced to a scalar, and one backward pass from there fills the `.grad` of every leaf."""

from torch import Tensor


def gradient_of_sum(x: Tensor) -> Tensor:
    """Return the gradient, of shape `(n,)`, of the sum of `x**2 + 10`."""
    f = x**2 + 10
    f.sum().backward()
    return x.grad


def gradient_of_mean(x: Tensor) -> Tensor:
    """Return the gradient, of shape `(n,)`, of the mean of `x**2 + 10`."""
    f = x**2 + 10
    f.mean().backward()
    return x.grad


def gradients_of_two(x1: Tensor, x2: Tensor) -> tuple[Tensor, Tensor]:
    """Return the gradients, each of shape `(n,)`, of the sum of `x1**2 + x2**2 + x1*x2` with respect to `x1` and `x2`."""
    f = x1**2 + x2**2 + x1 * x2
    f.sum().backward()
    return x1.grad, x2.grad
