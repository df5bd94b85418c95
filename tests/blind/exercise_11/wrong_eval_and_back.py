"""Wrong: predict_by_decorator runs the model in eval mode and puts the flag back."""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    was = model.training
    model.eval()
    try:
        return model(x)
    finally:
        model.train(was)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
