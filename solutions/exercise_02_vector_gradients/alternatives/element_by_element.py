"""Adds the elements up in a loop, on copies that are leaves of their own."""


def copy(x):
    return x.detach().clone().requires_grad_(True)


def gradient_of_sum(x):
    leaf = copy(x)
    total = 0
    for element in leaf:
        total = total + element**2 + 10
    total.backward()
    return leaf.grad


def gradient_of_mean(x):
    return gradient_of_sum(x) / x.shape[0]


def gradients_of_two(x1, x2):
    one, two = copy(x1), copy(x2)
    total = sum(a**2 + b**2 + a * b for a, b in zip(one, two))
    total.backward()
    return one.grad, two.grad
