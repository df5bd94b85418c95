"""Wrong: leaves the global grad mode off."""
import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    torch.set_grad_enabled(False)
    return w.grad, b.grad
