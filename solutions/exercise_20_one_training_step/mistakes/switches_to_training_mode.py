"""Your step switches the model to training mode

`model.train()` sets the mode of the model and of every part in it. A part that the caller had put in evaluation mode,
such as a dropout layer or the normalisation of a frozen half, now behaves differently: in this step, and in all that
come after it.

The mode belongs to the loop around the step, which knows what it is training. The step only uses it.
"""


def train_step(model, optimizer, loss_fn, x, y):
    model.train()
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
