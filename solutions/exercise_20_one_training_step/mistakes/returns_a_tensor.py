"""Your function returns the loss as a tensor, not as a float

The number is right, but it is still wrapped in a tensor. One that comes straight from the loss function even knows
its graph, so whoever keeps it, in a list of losses for a plot, say, keeps the graph of that step in memory, too. With
`detach()` the graph is gone, but it is a tensor still.

What is wanted is the number inside. A tensor with a single element can give it to you.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss
