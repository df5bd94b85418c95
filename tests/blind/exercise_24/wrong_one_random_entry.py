"""Wrong: looks at the entry of the largest derivative alone; another may be wrong."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        grads = torch.autograd.grad(fn(*inputs).sum(), inputs)
    except RuntimeError:
        return False
    for k, g in enumerate(grads):
        j = g.abs().argmax()
        up = [t.detach().clone() for t in inputs]
        down = [t.detach().clone() for t in inputs]
        up[k].view(-1)[j] += 1e-6
        down[k].view(-1)[j] -= 1e-6
        numeric = (fn(*up).sum() - fn(*down).sum()).item() / 2e-6
        if abs(numeric - g.view(-1)[j].item()) > 1e-4:
            return False
    return True
