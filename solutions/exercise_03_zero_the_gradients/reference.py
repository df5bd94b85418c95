"""Clears `x.grad` before each backward pass; what the pass then makes is a new tensor, and may be kept as it is."""


def gradient_of_each_call(f, x, calls):
    gradients = []
    for _ in range(calls):
        x.grad = None
        f(x).backward()
        gradients.append(x.grad)
    return gradients
