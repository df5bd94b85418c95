"""Wrong: grad mode is off afterwards."""
import torch


def pure_gradients(f, *inputs):
    grads = torch.autograd.grad(f(*inputs), inputs)
    torch.set_grad_enabled(False)
    return grads
