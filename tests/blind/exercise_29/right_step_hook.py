"""Right: a pre-step hook of the optimizer divides the summed gradients, and is removed."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    seen = []

    def divide(opt, args, kwargs):
        for group in opt.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    p.grad.div_(sum(seen))

    handle = optimizer.register_step_pre_hook(divide)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y).mul(len(x))
        loss.backward()
        seen.append(len(x))
        total += loss.item()
    optimizer.step()
    handle.remove()
    return total / sum(seen)
