"""Wrong: takes a small step with each input; values are left as found."""
import torch


def pure_gradients(f, *inputs):
    grads = torch.autograd.grad(f(*inputs), inputs)
    for i, g in zip(inputs, grads):
        i.data.sub_(g, alpha=1e-3)
    return grads
