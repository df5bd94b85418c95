"""Wrong: clears the optimizer's first parameter group alone, so the others keep stale gradients."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    for p in optimizer.param_groups[0]["params"]:
        p.grad = None
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
