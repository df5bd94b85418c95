"""Your gradient of `y2` has the wrong sign

`y2` is subtracted in the loss: what raises the difference when `y1` grows lowers it when `y2` does. The inner
derivative of `y1 - y2` with respect to `y2` is -1, and it belongs in the product.

Everything that is computed from that gradient, such as the one of `x`, inherits the sign.
"""

import torch


def path_gradients(x):
    with torch.no_grad():
        y1 = x + 1
        y2 = 3 * x
        of_y1 = 2 * (y1 - y2)
        of_y2 = 2 * (y1 - y2)
        return of_y1, of_y2, of_y1 + 3 * of_y2
