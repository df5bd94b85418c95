"""Your function returns the loss after the step

The step itself is right, but the returned loss was measured with the parameters that have already moved. It is the
loss of a second prediction, which cost another pass through the model, and belongs to the parameters of the next step
rather than this one.

The loss from which the gradients came was computed before the step. It does not change when the parameters do.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss_fn(model(x), y).backward()
    optimizer.step()
    return loss_fn(model(x), y).item()
