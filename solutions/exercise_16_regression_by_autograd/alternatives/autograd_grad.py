"""Asks `torch.autograd.grad` for both gradients, which never touches `.grad`; writes with `sub_`."""

import torch as t


def fit(x, y, w, b, lr, steps):
    losses = ()
    for _ in range(steps):
        r = t.addcmul(b, w, x * x) - y
        loss = (r * r).sum() / 2
        grads = t.autograd.grad(loss, (w, b))
        with t.no_grad():
            for p, g in zip((w, b), grads):
                p.sub_(g, alpha=lr)
        losses += (loss.tolist(),)
    return losses
