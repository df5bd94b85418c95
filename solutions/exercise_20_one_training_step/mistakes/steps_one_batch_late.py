"""Your optimizer steps with the gradients of the batch before

Your `step()` comes first, when `.grad` still holds what the last call left there, and that is what the parameters are
moved by. The gradients of this batch are computed afterwards, and used only in the next call, if nobody clears them
until then. In the very first call there are none, and nothing moves.

The step of this batch belongs after its backward pass. What `.grad` holds when your function begins is from another
time.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.step()
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    return loss.item()
