"""Right: a hook on each loss scales its gradient."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    values = []
    for x, y in batches:
        loss = loss_fn(model(x), y)
        loss.register_hook(lambda g: g / len(batches))
        loss.backward()
        values.append(loss.detach())
    return torch.stack(values).mean().item()
