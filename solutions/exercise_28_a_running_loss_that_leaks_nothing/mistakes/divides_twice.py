"""Your average is divided by the number of batches twice

The loss that you go backward from is already the batch's share, divided by the number of batches. The number taken
from it is divided once more, so it is too small. The gradients are right.

Whether a loss has been divided already is easy to lose sight of where one name stands for both.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total += loss.item()
    return total / len(batches)
