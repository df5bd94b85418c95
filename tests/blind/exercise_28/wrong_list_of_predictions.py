"""Wrong: the losses are floats, but a list keeps the predictions and their graphs."""
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    outputs, total = [], 0.0
    for x, y in batches:
        out = model(x)
        outputs.append(out)
        loss = loss_fn(out, y) / len(batches)
        loss.backward()
        total += loss.item()
    return total
