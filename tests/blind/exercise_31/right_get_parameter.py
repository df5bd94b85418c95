"""Right: get_parameter by name, a NumPy integer for the count."""
import numpy as np


def freeze(model, prefix):
    names = np.array([n for n, _ in model.named_parameters()])
    mask = np.char.startswith(names, prefix)
    for n in names[mask]:
        p = model.get_parameter(str(n))
        p.requires_grad_(False)
        p.grad = None
    return mask.sum()


def trainable(model):
    return [n for n, _ in model.named_parameters() if model.get_parameter(n).requires_grad]
