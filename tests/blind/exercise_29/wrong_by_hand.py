"""Wrong: plain descent with the optimizer's lr; its own rule is not applied."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / n
        loss.backward()
        total += loss.item()
    with torch.no_grad():
        for p in model.parameters():
            if p.grad is not None:
                p -= optimizer.param_groups[0]["lr"] * p.grad
    return total
