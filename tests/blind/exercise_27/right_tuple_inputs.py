"""Right: with tuples in and out."""
import torch
from torch.autograd.functional import hessian as _hessian, jacobian as _jacobian


def jacobian(f, x):
    ((block,),) = (_jacobian(lambda *a: f(*a), (x,)),)
    return block


def hessian(g, x):
    ((block,),) = _hessian(lambda *a: g(*a), (x,))
    return block
