"""Wrong: vmap, imported from torch."""
import torch as t
from torch import vmap as over_rows


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    y = f(z)
    return over_rows(lambda v: t.autograd.grad(y, z, v, retain_graph=True)[0])(t.eye(len(y), dtype=y.dtype))
