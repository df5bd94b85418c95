"""`assign_` puts the memory of `value` under the leaf

An assignment to `p.data` copies no numbers. `p` now lies where `value` lies: whatever is done to `value` later is
done to the leaf as well, and a view of the old memory of `p` does not see the new values.

The values were to come to where the leaf is, not the leaf to where the values are.
"""

import torch


def assign_(p, value):
    p.data = value.detach()


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
