"""Right: torch.func.grad_and_value over functional_call, one call a micro-batch."""
import torch
from torch.func import functional_call, grad_and_value


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    named = {k: p for k, p in model.named_parameters() if p.requires_grad}
    params = {k: p.detach() for k, p in named.items()}
    count = sum(len(x) for x, _ in micro_batches)

    def share(params, x, y):
        return loss_fn(functional_call(model, params, (x,)), y) * len(x) / count

    results = [grad_and_value(share)(params, x, y) for x, y in micro_batches]
    for k, p in named.items():
        p.grad = sum(grads[k] for grads, _ in results)
    optimizer.step()
    return sum(value for _, value in results)
