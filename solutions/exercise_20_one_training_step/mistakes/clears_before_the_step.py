"""Your optimizer finds no gradients when it steps

When `step()` runs, every `.grad` is empty: it was cleared after the backward pass, or there was no backward pass at
all. A parameter without gradient is skipped without a word, so nothing moves and the loss stays as it is, for ever.

Backward pass and step belong together. One leaves the gradients, the other picks them up, and in between nobody may
take them away.
"""


def train_step(model, optimizer, loss_fn, x, y):
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()
