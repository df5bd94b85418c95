"""Differentiates each share as a function of the parameters with `torch.func`; the sums become the gradients."""

from torch.func import functional_call, grad_and_value


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    trainable = {name: p for name, p in model.named_parameters() if p.requires_grad}
    values = {name: p.detach() for name, p in trainable.items()}
    count = sum(len(x) for x, _ in micro_batches)

    def share(values, x, y):
        return loss_fn(functional_call(model, values, (x,)), y) * len(x) / count

    for p in trainable.values():
        p.grad = None
    total = 0
    for x, y in micro_batches:
        gradients, loss = grad_and_value(share)(values, x, y)
        total += loss
        for name, p in trainable.items():
            p.grad = gradients[name] if p.grad is None else p.grad + gradients[name]
    optimizer.step()
    return total
