"""Your optimizer steps once for each micro-batch

The gradients add up as they should, but the optimizer does not wait for the last of them. It moves after the first
micro-batch, then again by the sum of two, and the later losses belong to a model that has already moved.

One large batch would have made one step. `step()` comes when all that it should rest on has arrived.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / count
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total
