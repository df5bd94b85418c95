"""Your function steps after every second micro-batch

A fixed number of micro-batches to a step is usual where they come from an endless loader. Here the list *is* the
batch, however long it is. Yours is cut into several steps, and with an odd number of micro-batches the last one is
never used, or waits in `.grad` for the next call.

Where the list ends, the batch ends, and there is the place for the step.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for i, (x, y) in enumerate(micro_batches):
        loss = loss_fn(model(x), y) * len(x) / count
        loss.backward()
        total += loss.item()
        if (i + 1) % 2 == 0:
            optimizer.step()
            optimizer.zero_grad()
    return total
