"""Your mean loss is measured after the step

The step is right. But the loss is computed once more, when the parameters have moved, and a little smaller than it
was. It belongs to the next step, and it costs another forward pass for each micro-batch.

The losses that went backward know the number already.
"""

import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / count
        loss.backward()
    optimizer.step()
    with torch.no_grad():
        return sum(loss_fn(model(x), y).item() * len(x) for x, y in micro_batches) / count
