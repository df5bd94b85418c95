"""Wrong: descend_ multiplies p.grad by lr in place."""
import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p.sub_(p.grad.mul_(lr))
