"""Wrong: x keeps a .grad, though the flag is put back."""
import torch


def jacobian(f, x):
    x.requires_grad_()
    rows = []
    for o in f(x):
        x.grad = None
        o.backward(retain_graph=True)
        rows.append(x.grad)
    x.requires_grad_(False)
    return torch.stack(rows)
