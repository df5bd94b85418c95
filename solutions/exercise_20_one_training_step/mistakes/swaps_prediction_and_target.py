"""Your loss function gets the target first and the prediction second

For a squared error the order makes no difference, which is why this can go unnoticed for long. Other losses treat the
two differently: one that punishes too high more than too low, or cross entropy, whose target is not even of the same
kind as the prediction.

In torch, and in this exercise, what the model says comes first, and what is true comes second.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(y, model(x))
    loss.backward()
    optimizer.step()
    return loss.item()
