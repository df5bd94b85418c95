"""Your function computes the gradients and never uses them

After the backward pass every parameter knows in which direction the loss grows. But knowing it moves nothing: a
backward pass writes to `.grad` and never to a parameter's values.

Two different parties do the two things. The loss finds the gradients; moving the parameters is the task of the one
that was made with the parameters in its hands.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    return loss.item()
