"""Right: set_grad_enabled as a context manager everywhere."""
import torch as t


def predict(model: t.nn.Module, x: t.Tensor) -> t.Tensor:
    with t.set_grad_enabled(False):
        return model(x)


@t.set_grad_enabled(False)
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    with t.set_grad_enabled(mode=False):
        y = model(x)
    return y
