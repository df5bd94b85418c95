"""Wrong: switches grad mode off and leaves it so."""
import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    grads = torch.autograd.grad(loss, (y1, y2, x))
    torch.set_grad_enabled(False)
    return grads
