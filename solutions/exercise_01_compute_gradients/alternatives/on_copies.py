"""Runs the backward pass on copies that are leaves of their own, once for each gradient; `w` and `b` are only read."""


def gradient_of(function, value):
    leaf = value.detach().clone().requires_grad_()
    function(leaf).backward()
    return leaf.grad


def gradients(x, w, b):
    dw = gradient_of(lambda leaf: leaf * x + b.detach(), w)
    db = gradient_of(lambda leaf: w.detach() * x + leaf, b)
    return [dw, db]
