"""Right: D frozen while G steps and unfrozen after, G frozen while D steps."""
import contextlib

import numpy as np
import torch
from torch.nn import Softplus


@contextlib.contextmanager
def frozen(module):
    flags = [(p, p.requires_grad) for p in module.parameters()]
    for p, _ in flags:
        p.requires_grad_(False)
    try:
        yield
    finally:
        for p, flag in flags:
            p.requires_grad_(flag)


def gan_step(G, D, opt_G, opt_D, real, z):
    sp = Softplus()
    for module in (G, D):
        for p in module.parameters():
            p.grad = None
    with frozen(G):
        loss_D = torch.mean(sp(-D(real))) + torch.mean(sp(D(G(z))))
        loss_D.backward()
        opt_D.step()
    with frozen(D):
        loss_G = torch.mean(sp(-D(G(z))))
        loss_G.backward()
        opt_G.step()
    return np.float64(loss_D.item()), np.float64(loss_G.item())
