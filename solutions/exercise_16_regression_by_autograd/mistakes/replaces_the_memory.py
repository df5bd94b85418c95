"""Your `w` and `b` get new memory in every step

An assignment to `.data` puts other memory under the tensor. The object is the same, its values are right, and it is
still a leaf. But whatever shares memory with it, such as a detached view, a NumPy array, or a part of a larger tensor,
keeps the old values and is cut off from then on.

Writing *into* the memory and exchanging it look almost alike. On which side of the assignment is the whole tensor
replaced, and where only its elements?
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        w.data = w.data - lr * w.grad
        b.data = b.data - lr * b.grad
    return losses
