"""Your function switches the model to evaluation mode

An average over many batches looks like an evaluation, but the text leaves the mode to the caller. Layers that behave
differently in the two modes now give another loss and other gradients, and after the call the model stays in the mode
that you have set.

The same pass may be part of a training step, where the mode is that of training.
"""


def average_loss(model, batches, loss_fn):
    model.eval()
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total += loss.item()
    return total
