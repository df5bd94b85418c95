"""Your gradients have a graph of their own

`create_graph=True` records the backward pass, so that the gradients can be differentiated once more. Then `.grad`
itself requires grad, and is the end of a graph that leads through all batches. Nothing can be freed as long as the
model lives.

For second derivatives that is the price. Here nobody asks for them.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward(create_graph=True)
        total += loss.item()
    return total
