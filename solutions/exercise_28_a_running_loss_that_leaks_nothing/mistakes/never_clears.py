"""Your gradients contain what was there before the call

Within the function it is right that each batch adds to the ones before. But the first one adds, too, and what it
finds is left over from somebody else: the last step, or the last call.

The sum needs an empty place to begin at, once.
"""


def average_loss(model, batches, loss_fn):
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total += loss.item()
    return total
