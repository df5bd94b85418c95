"""Your function returns a sum of losses

The weighted shares go backward, but what you add up for the return value are the losses without weights. Their sum
grows with the number of micro-batches, and is the mean of nothing.

If what goes backward is a share of the mean, then the sum of these shares is the mean.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        (loss * len(x) / count).backward()
        total += loss.item()
    optimizer.step()
    return total
