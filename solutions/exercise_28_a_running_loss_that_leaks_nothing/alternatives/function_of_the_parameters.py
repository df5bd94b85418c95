"""Differentiates the loss as a function of the parameters with `torch.func`, and averages what it returns."""

from torch.func import functional_call, grad_and_value


def average_loss(model, batches, loss_fn):
    trainable = {name: p for name, p in model.named_parameters() if p.requires_grad}
    values = {name: p.detach() for name, p in trainable.items()}

    def loss_of(values, x, y):
        return loss_fn(functional_call(model, values, (x,)), y)

    average = 0.0
    for p in trainable.values():
        p.grad = None
    for x, y in batches:
        gradients, loss = grad_and_value(loss_of)(values, x, y)
        average += loss.item() / len(batches)
        for name, p in trainable.items():
            share = gradients[name] / len(batches)
            p.grad = share if p.grad is None else p.grad + share
    return average
