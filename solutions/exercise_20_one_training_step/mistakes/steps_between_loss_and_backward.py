"""Your optimizer moves the parameters while the backward pass still needs them

For the backward pass, autograd keeps the values that the loss was computed with, and among them are the parameters
themselves. Your `step()` changes them in place before `backward()` has used them. Where old gradients are left to
step with, the backward pass then fails: a variable that it needs "has been modified by an inplace operation". Where
none are left, nothing moves at all.

From the forward pass to the end of the backward pass the parameters have to stay as they are.
"""


def train_step(model, optimizer, loss_fn, x, y):
    loss = loss_fn(model(x), y)
    optimizer.step()
    optimizer.zero_grad()
    loss.backward()
    return loss.item()
