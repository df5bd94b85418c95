"""Your step also contains the gradients of earlier batches

`backward()` adds to `.grad`, and nothing in your function empties it first. So the optimizer moves the parameters by
the sum of this batch's gradient and everything that was left from the batches before. It looks like training that
gets more and more restless.

The optimizer does not clear what it has used. It cannot know whether somebody still wants it.
"""


def train_step(model, optimizer, loss_fn, x, y):
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
