"""Right: the gradient of the dot product of gradient and v, with backward."""
import torch as t


def hvp(f, x: t.Tensor, v: t.Tensor) -> t.Tensor:
    leaf = t.nn.Parameter(x.detach().clone())
    g = t.autograd.grad(f(leaf), [leaf], create_graph=True)[0]
    (g @ v.detach()).backward()
    return leaf.grad.detach()
