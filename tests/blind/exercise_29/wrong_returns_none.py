"""Wrong: returns what optimizer.step() returns without a closure, None."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    for x, y in micro_batches:
        (loss_fn(model(x), y) * len(x) / n).backward()
    return optimizer.step()
