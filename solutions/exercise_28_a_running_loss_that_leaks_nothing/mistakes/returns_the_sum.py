"""Your function returns the sum of the losses

The gradients that you leave are those of the average, but the number grows with the number of batches. The two do not
belong together: gradients of one quantity, value of another.

Both should be divided by the same number, and each exactly once.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y)
        (loss / len(batches)).backward()
        total += loss.item()
    return total
