"""Wrong: divides the learning rate instead of the gradient and leaves it so."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x)
        loss.backward()
        total += loss.item()
    for group in optimizer.param_groups:
        group["lr"] /= n
    optimizer.step()
    return total / n
