"""Your function takes a whole training step at each micro-batch

Clear, forward, backward, step, once for each: that is an epoch over small batches, as in exercise 21. Each of these
steps rests on a few samples, and its direction on their accidents. Many small steps are not one step along the mean.
The losses that you average belong to as many different models, and in their average a small micro-batch counts as
much as a large one.

Of the five moves of a training step, only some are repeated for a micro-batch.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    total = 0.0
    for x, y in micro_batches:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(micro_batches)
