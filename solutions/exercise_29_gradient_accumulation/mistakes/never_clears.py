"""Your step contains what was in `.grad` before the call

Adding up is what you want here, from the first micro-batch of this call on. But the first one adds, too: to the
gradients of the last call, or whatever else was left.

Accumulation needs a beginning. It is the moment where `.grad` has to be empty.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / count
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
