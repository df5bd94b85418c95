"""Right: autograd.grad a micro-batch, summed by hand."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    params = [p for p in model.parameters() if p.requires_grad]
    sums = [torch.zeros_like(p) for p in params]
    count = sum(len(y) for _, y in micro_batches)
    value = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        for s, g in zip(sums, torch.autograd.grad(loss, params, allow_unused=True)):
            if g is not None:
                s += g * len(x) / count
        value += float(loss) * len(x) / count
    for p, s in zip(params, sums):
        p.grad = s
    optimizer.step()
    return value
