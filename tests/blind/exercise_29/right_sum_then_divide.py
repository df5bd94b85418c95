"""Right: the gradient of the sum over samples, divided before the step, and .grad cleared afterwards."""
import torch as t


def accumulated_step(model: t.nn.Module, optimizer: t.optim.Optimizer, loss_fn, micro_batches) -> float:
    model.zero_grad()
    total, count = 0.0, 0
    for batch in micro_batches:
        summed = loss_fn(model(batch[0]), batch[1]) * batch[0].shape[0]
        summed.backward()
        total += summed.item()
        count += batch[0].shape[0]
    for p in model.parameters():
        if p.grad is not None:
            p.grad.div_(count)
    optimizer.step()
    optimizer.zero_grad()
    return total / count
