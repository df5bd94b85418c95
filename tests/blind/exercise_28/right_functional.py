"""Right: torch.func.grad_and_value over functional_call."""
import torch
from torch.func import functional_call, grad_and_value


def average_loss(model, batches, loss_fn):
    named = {k: p for k, p in model.named_parameters() if p.requires_grad}
    params = {k: p.detach() for k, p in named.items()}

    def objective(params, x, y):
        return loss_fn(functional_call(model, params, (x,)), y)

    for p in model.parameters():
        p.grad = None
    total = 0.0
    for x, y in batches:
        grads, value = grad_and_value(objective)(params, x, y)
        total += value.item()
        for k, p in named.items():
            piece = grads[k].detach() / len(batches)
            p.grad = piece if p.grad is None else p.grad + piece
    return total / len(batches)
