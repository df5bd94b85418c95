"""Wrong: takes the first micro-batch's size for all."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    size = len(micro_batches[0][0])
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * size / n
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
