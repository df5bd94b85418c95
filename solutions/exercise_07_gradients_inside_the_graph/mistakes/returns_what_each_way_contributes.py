"""Your first two results are the two terms of `dloss/dx`

They add up to the gradient of `x`, so the chain rule is in good hands. But what is asked for is how the loss
changes with `y1`, and with `y2`. Each of your terms has been multiplied already by the derivative of `y1` or `y2`
with respect to `x`.

At the place where the gradient is asked for, one stops multiplying.
"""

import torch


def path_gradients(x):
    with torch.no_grad():
        y1 = x + 1
        y2 = 3 * x
        by_way_of_y1 = 2 * (y1 - y2) * 1
        by_way_of_y2 = -2 * (y1 - y2) * 3
        return by_way_of_y1, by_way_of_y2, by_way_of_y1 + by_way_of_y2
