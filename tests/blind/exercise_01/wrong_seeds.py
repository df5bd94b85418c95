"""Wrong: seeds torch's generator, so the random state is not left as found."""
import torch


def gradients(x, w, b):
    torch.manual_seed(0)
    z = w * x + b
    z.backward()
    return w.grad, b.grad
