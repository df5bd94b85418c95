"""Your mean loss is the average of the micro-batches' means

The step is right: each micro-batch has its weight there. The loss that you return is another mean, in which a small
micro-batch counts as much as a large one. It is not the quantity whose gradient you have followed.

Loss and gradient belong to one and the same mean, so they have the same weights.
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
    return total / len(micro_batches)
