"""Wrong: the loss returned is right, the step's gradient weighs micro-batches equally."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        (loss / len(micro_batches)).backward()
        total += loss.item() * len(x) / n
    optimizer.step()
    return total
