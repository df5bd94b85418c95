"""Right: one function under three names."""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


predict_by_decorator = predict
predict_by_switch = predict
