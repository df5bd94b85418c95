"""Your loss is a plain number before the backward pass

The number was taken out of the tensor as soon as the loss was computed, and torch's record of how it came about
stayed behind. A Python float has no `backward`, and no memory of the model.

Use the tensor as long as gradients are needed, and take the number for the return value beside it.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y).item()
    loss.backward()
    optimizer.step()
    return loss
