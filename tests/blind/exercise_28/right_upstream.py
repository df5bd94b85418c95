"""Right: the weight 1/n goes in as the upstream gradient; stale gradients are zeroed in place."""
import torch


def average_loss(model, batches, loss_fn):
    for p in model.parameters():
        if p.grad is not None:
            p.grad.zero_()
    n = len(batches)
    running = torch.zeros((), dtype=torch.float64)
    for batch in batches:
        x, y = batch
        loss = loss_fn(model(x), y)
        loss.backward(torch.full_like(loss, 1 / n))
        running += loss.detach()
    return (running / n).item()
