"""Wrong: the last micro-batch is only used for the value."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for i, (x, y) in enumerate(micro_batches):
        loss = loss_fn(model(x), y) * len(x) / n
        if i == len(micro_batches) - 1:
            optimizer.step()
        loss.backward()
        total += loss.item()
    return total
