"""Your shares are divided by the number of samples, but not weighted by size

Each loss is already a mean over its micro-batch. Divided by the number of all samples it has become far too small: as
if the mean of eleven samples were worth one of them. Gradient and loss are both too small, and the large
micro-batches lose the most.

First make a sum over samples out of the mean that you are given. Then divide once.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) / count
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
