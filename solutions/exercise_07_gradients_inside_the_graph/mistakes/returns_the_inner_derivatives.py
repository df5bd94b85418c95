"""Your first two results are the derivatives of `y1` and `y2`, not those with respect to them

How `y1` changes with `x` is always 1, and how `y2` does is always 3. The question is the other half of the way: how
the *loss* changes with `y1`, and with `y2`.

In `dloss/dy1`, what is above the line is differentiated, and what is below is moved.
"""

import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    (of_y1,) = torch.autograd.grad(y1, x, retain_graph=True)
    (of_y2,) = torch.autograd.grad(y2, x, retain_graph=True)
    (of_x,) = torch.autograd.grad(loss, x)
    return of_y1, of_y2, of_x
