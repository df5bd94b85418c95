import torch
from torch import nn


def predict(model, x):
    """Return model(x), computed with gradients off."""
    return model(x).detach()


def predict_by_decorator(model, x):
    """The same, by the decorator."""
    return model(x)


def predict_by_switch(model, x):
    """The same, by torch.set_grad_enabled."""
    torch.set_grad_enabled(False)
    return model(x)


if __name__ == "__main__":
    model = nn.Linear(2, 1, dtype=torch.float64)
    x = torch.tensor([[3.0, 5.0]], dtype=torch.float64)
    for function in (predict, predict_by_decorator, predict_by_switch):
        y = function(model, x)
        print(function.__name__, y, "gradients are on:", torch.is_grad_enabled())
        torch.set_grad_enabled(True)
