"""`predict` detaches the prediction, but the model ran with gradients on

What you return does not require grad. But to detach a result is to let go of a graph that has been built: while the
model ran, everything was recorded, and each intermediate result that a backward pass would need was kept until then.
That is the time and the memory that were to be saved.

Nothing is gained by clearing up after the record was made. It must not be made.
"""

import torch


def predict(model, x):
    return model(x).detach()


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
