"""Your function leaves no gradients

The average is right, and nothing leaks. But when the function returns every `.grad` is None: either nothing was
recorded, since gradients were off, or they were cleared after the last batch, with what is stale and with what is
new.

Without a graph there is no way back to the parameters, so each batch needs one for a while. The graph is not the
leak. It becomes one when it outlives its use.
"""

import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        with torch.no_grad():
            loss = loss_fn(model(x), y) / len(batches)
        total += loss.item()
    return total
