"""Wrong: no comparison with NaN is true, so a gradient of NaN counts as right."""
import torch
from torch.autograd.functional import jacobian


def differences(fn, inputs, k, h=1e-7):
    base = fn(*inputs).detach()
    columns = []
    for j in range(inputs[k].numel()):
        step = torch.zeros_like(inputs[k]).flatten()
        step[j] = h
        moved = list(inputs)
        moved[k] = inputs[k] + step.view_as(inputs[k])
        columns.append((fn(*moved).detach() - base).flatten() / h)
    return torch.stack(columns, -1)


def gradient_is_right(fn, inputs):
    inputs = tuple(i.detach().clone().double() for i in inputs)
    try:
        rows = jacobian(fn, inputs)
    except RuntimeError as error:
        print("the backward failed:", error)
        return False
    for k, row in enumerate(rows):
        numeric = differences(fn, inputs, k)
        if (row.reshape(numeric.shape) - numeric).abs().max() > 1e-3 * (1 + numeric.abs().max()):
            return False
    return True
