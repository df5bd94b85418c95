"""Your backward passes free nothing

With `retain_graph=True` a backward pass leaves all that was saved where it is. It stays until the name `loss` gets
its next tensor. That is after the next forward pass, so there are always two batches in memory where one would do.

The option is for those who go through the same graph again. If an error led you to it, the error said that two
batches had become one graph.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward(retain_graph=True)
        total += loss.item()
    return total
