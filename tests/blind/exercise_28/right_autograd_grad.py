"""Right: autograd.grad a batch, added up by hand and put into .grad."""
import torch


def average_loss(model, batches, loss_fn):
    params = [p for p in model.parameters() if p.requires_grad]
    sums = [None] * len(params)
    total = 0.0
    n = len(batches)
    for x, y in batches:
        loss = loss_fn(model(x), y)
        grads = torch.autograd.grad(loss, params, allow_unused=True)
        total += float(loss.detach())
        for i, g in enumerate(grads):
            if g is not None:
                sums[i] = g / n if sums[i] is None else sums[i] + g / n
    for p, g in zip(params, sums):
        p.grad = g
    return total / n
