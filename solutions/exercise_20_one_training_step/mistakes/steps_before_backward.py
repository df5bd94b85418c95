"""Your optimizer steps before the gradients are there

`step()` moves the parameters by what `.grad` holds at that moment, and your backward pass comes after it. The old
gradients have just been cleared, so the optimizer finds nothing and moves nothing. The gradients then arrive too
late, and are thrown away at the beginning of the next call.

The loss does not reach the optimizer by itself. It does so through `.grad`, and only after the backward pass.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    optimizer.step()
    loss.backward()
    return loss.item()
