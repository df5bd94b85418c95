"""Your function goes backward twice in one step

Each backward pass adds its gradient to `.grad`, also the second pass from the same loss. The optimizer then finds
twice the gradient of this batch, and steps too far; an optimizer that scales its steps hides this, but `.grad` shows
it.

`zero_grad()` at the beginning takes care of what was there before. What you add yourself is counted as often as you
add it.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward(retain_graph=True)
    loss.backward()
    optimizer.step()
    return loss.item()
