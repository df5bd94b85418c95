"""Your update is recorded, and makes tensors that are not leaves

`w = w - lr * w.grad` computes a new tensor and gives it the name `w`; the caller's `w` stays where it was. The new one
was computed from the old one, so it is not a leaf any more. The next backward pass goes through it to the leaf behind,
and its own `.grad` stays None. So in the second round there is nothing to multiply by `lr`.

The update is not part of the function whose gradient is sought. It must change the tensor that is there, and must not
be recorded.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        w = w - lr * w.grad
        b = b - lr * b.grad
    return losses
