"""Right: forward mode, one tangent at a time."""
import torch


def gradients(x, w, b):
    one, zero = torch.ones_like(x), torch.zeros_like(x)
    f = lambda p, q: p * x + q
    at = (w.detach(), b.detach())
    _, dw = torch.func.jvp(f, at, (one, zero))
    _, db = torch.func.jvp(f, at, (zero, one))
    return dw.clone(), db.clone()
