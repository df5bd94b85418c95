"""Your gradients are those of the sum of the losses

The number that you return is divided by the number of batches, but what you go backward from is not. So what collects
in `.grad` is the gradient of the sum: the right direction, and too long, by a factor that changes with the number of
batches.

Every share has to be that of the average before it is added, or the whole must be divided afterwards. Number and
gradient are two accounts.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y)
        loss.backward()
        total += loss.item()
    return total / len(batches)
