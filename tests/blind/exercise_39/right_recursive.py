"""Right: recursion window by window, autograd.grad added up by hand."""
import torch


def _windows(cell, xs, h, k, loss_fn, parameters):
    if not len(xs):
        return 0.0
    loss = 0
    for x in xs[:k]:
        h = cell(x, h)
        loss = loss + loss_fn(h)
    for p, g in zip(parameters, torch.autograd.grad(loss, parameters, allow_unused=True)):
        if g is not None:
            p.grad = g.clone() if p.grad is None else p.grad + g
    return float(loss) + _windows(cell, xs[k:], h.detach(), k, loss_fn, parameters)


def tbptt(cell, xs, h0, k, loss_fn):
    parameters = [p for p in cell.parameters() if p.requires_grad]
    for p in parameters:
        p.grad = None
    return _windows(cell, xs, h0, k, loss_fn, parameters)
