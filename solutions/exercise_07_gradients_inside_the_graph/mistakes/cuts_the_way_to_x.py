"""Your `y1` and `y2` are new leaves, and no way leads from them back to `x`

The gradients of `y1` and `y2` are right, because leaves keep theirs. But a detached tensor has forgotten what it
was computed from, so the pass ends there, and nothing arrives at `x`: its `.grad` is what it was before.

A tensor need not be a leaf in order to keep its gradient.
"""


def path_gradients(x):
    x.grad = None
    y1 = (x + 1).detach().requires_grad_()
    y2 = (3 * x).detach().requires_grad_()
    loss = (y1 - y2) ** 2
    loss.backward()
    return y1.grad, y2.grad, x.grad
