"""Your first two results are in the wrong order

First comes the gradient with respect to `y1`, then that with respect to `y2`. Yours stand the other way round; here
they differ just by their sign.
"""

import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    of_x, of_y2, of_y1 = torch.autograd.grad(loss, (x, y1, y2))
    return of_y1, of_y2, of_x
