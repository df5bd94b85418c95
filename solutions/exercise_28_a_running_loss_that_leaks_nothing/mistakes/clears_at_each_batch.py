"""Your gradients are those of the last batch alone

Before each backward pass everything that earlier batches have brought is cleared. In a loop of training steps that is
right, because each step uses up its gradient. Here the batches make one gradient together, and adding is what you
want from `backward()`.

Ask of what is in `.grad` whether it is stale, or a part of the result.
"""


def average_loss(model, batches, loss_fn):
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        model.zero_grad()
        loss.backward()
        total += loss.item()
    return total
