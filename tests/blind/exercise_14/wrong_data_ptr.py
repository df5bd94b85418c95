"""Wrong: asks whether op's result has t's memory, so a view counts as a change."""
import torch


def modified_in_place(op, t):
    result = op(t)
    return isinstance(result, torch.Tensor) and result.data_ptr() == t.data_ptr()


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
