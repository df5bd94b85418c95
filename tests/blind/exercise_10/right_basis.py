"""Right: unit vectors from eye as grad_outputs."""
import torch as t


def jacobian(f, x: t.Tensor) -> t.Tensor:
    z = x.detach().requires_grad_(True)
    y = f(z)
    basis = t.eye(y.numel(), dtype=y.dtype)
    return t.vstack([t.autograd.grad(y, [z], e, retain_graph=True)[0] for e in basis])
