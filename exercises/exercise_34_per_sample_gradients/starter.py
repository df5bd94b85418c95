import torch
from torch import nn


def per_sample_gradients(model, loss_fn, x, y):
    """Return a dict with the gradients of each sample's loss, for each parameter's name."""
    loss = loss_fn(model(x), y)
    gradients = torch.autograd.grad(loss, list(model.parameters()))
    names = [name for name, _ in model.named_parameters()]
    return dict(zip(names, gradients))


if __name__ == "__main__":
    model = nn.Linear(1, 1, dtype=torch.float64)
    nn.init.ones_(model.weight)
    nn.init.zeros_(model.bias)
    x = torch.tensor([[1.0], [2.0], [3.0]], dtype=torch.float64)
    y = torch.tensor([[3.0], [2.0], [0.0]], dtype=torch.float64)
    for name, gradient in per_sample_gradients(model, nn.functional.mse_loss, x, y).items():
        print(name, gradient.shape, gradient)
