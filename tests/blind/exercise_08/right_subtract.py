"""Right: lets backward add to .grad in place, subtracts the old and copies it back."""
import torch


def pure_gradients(f, *inputs):
    before = [i.grad.clone() for i in inputs]
    f(*inputs).backward()
    grads = tuple(i.grad - b for i, b in zip(inputs, before))
    with torch.no_grad():
        for i, b in zip(inputs, before):
            i.grad.copy_(b)
    return grads
