"""`x` is changed between the calls

Your first gradient is right. The others are gradients too, but at other points: after each call `x` takes a step, as
it would in training, and the next call of `f` sees the `x` that was moved.

A gradient belongs to the point where it was taken. This function only asks for gradients, all at the same `x`, and
the caller wants that `x` back as it was.
"""

import torch


def gradient_of_each_call(f, x, calls):
    optimizer = torch.optim.SGD([x], lr=0.1)
    gradients = []
    for _ in range(calls):
        optimizer.zero_grad()
        loss = f(x)
        loss.backward()
        gradients.append(x.grad.clone())
        optimizer.step()
    return gradients
