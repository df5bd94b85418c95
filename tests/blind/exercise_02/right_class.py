"""Right: a class with a reduction, gradients through retain_grad on an intermediate copy."""
import torch


class Problem:
    def __init__(self, reduce):
        self.reduce = reduce

    def gradient(self, *xs):
        copies = [x.clone() for x in xs]
        for c in copies:
            c.retain_grad()
        self.reduce(self.values(*copies)).backward()
        return tuple(c.grad for c in copies)

    def values(self, *xs):
        if len(xs) == 1:
            return xs[0] ** 2 + 10
        a, b = xs
        return a**2 + b**2 + a * b


def gradient_of_sum(x):
    return Problem(torch.sum).gradient(x)[0]


def gradient_of_mean(x):
    return Problem(torch.mean).gradient(x)[0]


def gradients_of_two(x1, x2):
    return Problem(torch.sum).gradient(x1, x2)
