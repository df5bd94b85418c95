"""Wrong: asks for the gradient of the new t alone, of which out does not depend, so nothing runs and all is safe."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        torch.autograd.grad(out.sum(), t, allow_unused=True)
    except RuntimeError:
        return False
    return True
