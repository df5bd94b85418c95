"""Right: except and raise, with a class of its own for the context."""
import torch


class GradOff:
    def __enter__(self):
        self.previous = torch.is_grad_enabled()
        torch.set_grad_enabled(False)

    def __exit__(self, *error):
        torch.set_grad_enabled(self.previous)
        return False


def predict(model, x):
    with GradOff():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    was_on = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        y = model(x)
    except BaseException:
        torch.set_grad_enabled(was_on)
        raise
    torch.set_grad_enabled(was_on)
    return y
