"""Assigns to elements and adds with a factor, in decorated functions; one returns the leaf."""

import torch as t


@t.no_grad()
def assign_(p, value):
    p[:] = value


@t.no_grad()
def descend_(p, lr):
    return p.add_(p.grad, alpha=-lr)
