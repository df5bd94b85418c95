"""Wrong: an error other than gradcheck's own counts as right."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        return torch.autograd.gradcheck(fn, inputs)
    except torch.autograd.gradcheck.__globals__['GradcheckError']:
        return False
    except RuntimeError:
        return True
