"""Only the last micro-batch moves your parameters

The gradients are cleared at each micro-batch, as in a loop of ordinary training steps. There each batch has its own
step, and its gradient is used up. Here the step comes at the end, and by then only the share of the last one is left.

Between two micro-batches nothing in `.grad` is stale.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    total = 0.0
    for x, y in micro_batches:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y) * len(x) / count
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
