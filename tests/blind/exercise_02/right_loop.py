"""Right: a loop over elements and prints, as a beginner may write it."""
import torch


def gradient_of_sum(x):
    total = 0
    for xi in x:
        total = total + xi**2 + 10
    total.backward()
    print("sum:", total.item())
    return x.grad


def gradient_of_mean(x):
    total = 0
    n = 0
    for xi in x:
        total = total + xi**2 + 10
        n += 1
    mean = total / n
    mean.backward()
    print("mean:", mean.item())
    return x.grad


def gradients_of_two(x1, x2):
    total = 0
    for a, b in zip(x1, x2):
        total += a**2 + b**2 + a * b
    total.backward()
    return x1.grad, x2.grad


if __name__ == "__main__":
    print(gradient_of_sum(torch.arange(3.0, requires_grad=True)))
