"""Right: a Function that saves the tensor and looks at it in backward."""
import torch


class Guard(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w, t):
        ctx.save_for_backward(t)
        return w.clone()

    @staticmethod
    def backward(ctx, g):
        ctx.saved_tensors
        return g, None


def modified_in_place(op, t):
    w = torch.zeros((), requires_grad=True)
    guard = Guard.apply(w, t.detach())
    op(t)
    try:
        guard.backward()
        return False
    except RuntimeError:
        return True


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
