"""Wrong: keeps the last three losses undetached, so a graph older than the batch just before is alive."""
from collections import deque


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    recent, total = deque(maxlen=3), 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        recent.append(loss)
        total += loss.item()
    return total
