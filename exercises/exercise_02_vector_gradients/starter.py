import torch


def gradient_of_sum(x):
    """Return the gradient of the sum of x**2 + 10."""
    f = x**2 + 10
    f.backward()
    return x.grad


def gradient_of_mean(x):
    """Return the gradient of the mean of x**2 + 10."""
    f = x**2 + 10
    f.backward()
    return x.grad


def gradients_of_two(x1, x2):
    """Return the gradients of the sum of x1**2 + x2**2 + x1*x2 with respect to x1 and to x2."""
    f = x1**2 + x2**2 + x1 * x2
    f.backward()
    return x1.grad, x2.grad


if __name__ == "__main__":
    x = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64, requires_grad=True)
    print(gradient_of_sum(x))
