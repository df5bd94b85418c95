"""Your function returns the loss of the last batch

The gradients have a share of every batch in them. The number is what happened to be in `loss` when the loop ended. On
the last batch the model may be good or bad by chance, which is what an average is for.

What is to be known of each batch after the loop has to be collected within it.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
    return loss.item() * len(batches)
