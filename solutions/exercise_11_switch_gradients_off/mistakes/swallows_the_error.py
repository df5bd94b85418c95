"""`predict_by_switch` keeps the model's error to itself

Grad mode is put back, also after an error. But the error ends in your function, which then returns as if nothing had
happened, and the caller goes on without a prediction. A `return` under `finally` does the same as an `except` that
does not raise again.

Putting things in order and dealing with an error are two tasks. Only the first one is yours; what an error of the
model means is known to the caller.
"""

import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    y = None
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        y = model(x)
    except Exception as error:
        print(error)
    torch.set_grad_enabled(before)
    return y
