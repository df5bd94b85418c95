"""Right: worked out on paper."""
import torch as t


def gradient_of_sum(x):
    with t.no_grad():
        return 2 * x


def gradient_of_mean(x):
    with t.no_grad():
        return 2 * x / len(x)


@t.no_grad()
def gradients_of_two(x1, x2):
    return [2 * x1 + x2, 2 * x2 + x1]
