"""Right: identity checks on lists."""
import torch


def build(x, w, b):
    torch.Tensor.requires_grad_(w)
    torch.Tensor.requires_grad_(b)
    y = w.mul(x)
    z = y.add(b)
    return y, z


def leaves(z):
    fns = [z.grad_fn]
    found = []
    i = 0
    while i < len(fns):
        for nxt in fns[i].next_functions:
            fn = nxt[0]
            if fn is not None and not any(fn is other for other in fns):
                fns.append(fn)
        if hasattr(fns[i], "variable"):
            v = fns[i].variable
            if all(v is not other for other in found):
                found.append(v)
        i += 1
    return found


def count_nodes(z):
    fns = [z.grad_fn]
    for fn in fns:
        for nxt in fn.next_functions:
            if nxt[0] is not None and all(nxt[0] is not other for other in fns):
                fns.append(nxt[0])
    return len(fns)
