"""Your function does not return the loss

The step is right, but the function ends without a `return`, so its result is None. Printing a number shows it to a
person; only what is returned can be used by the code that called.

The caller wants the losses in order to plot them, to compare them, or to stop when they no longer fall.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    print(f"loss: {loss.item():.4f}")
