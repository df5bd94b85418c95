"""Wrong: model.train() on a model that came in eval mode."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    model.train()
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / n
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
