"""Right: parameter hooks weight each micro-batch's gradient, and are removed."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    weight = [0.0]
    handles = [p.register_hook(lambda g: g * weight[0]) for p in model.parameters() if p.requires_grad]
    optimizer.zero_grad()
    mean = 0.0
    try:
        for x, y in micro_batches:
            weight[0] = len(x) / total
            loss = loss_fn(model(x), y)
            loss.backward()
            mean += weight[0] * loss.item()
    finally:
        for h in handles:
            h.remove()
    optimizer.step()
    return mean
