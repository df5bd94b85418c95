"""Wrong: the step is right, the loss returned is the mean of the micro-batches' losses."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    losses = []
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        (loss * len(x) / n).backward()
        losses.append(loss.item())
    optimizer.step()
    return sum(losses) / len(losses)
