"""Your function takes this step's gradients away before the caller can see them

The step is right, and nothing stale enters it. But the gradients are cleared once more at the end, and the exercise
asks that they stay: after the call somebody may want to look at them, for instance to see how large they are.

Cleared once per step is enough, as long as it is before the backward pass adds.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()
