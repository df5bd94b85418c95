"""Differentiates the model as a pure function of its parameters with `torch.func`, and assigns the gradients."""

from torch.func import functional_call, grad_and_value


def train_step(model, optimizer, loss_fn, x, y):
    trainable = {name: p for name, p in model.named_parameters() if p.requires_grad}

    def loss_of(values):
        return loss_fn(functional_call(model, values, (x,)), y)

    grads, loss = grad_and_value(loss_of)({name: p.detach() for name, p in trainable.items()})
    for name, p in trainable.items():
        p.grad = grads[name]
    optimizer.step()
    return loss.item()
