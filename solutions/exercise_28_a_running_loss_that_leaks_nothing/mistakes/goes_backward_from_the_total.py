"""Your graph grows through all batches before anything is freed

You add the losses up as tensors and go backward once, from the average. Number and gradients are right. But until
that one backward pass the graph of every batch is there, with all that it has saved. With a hundred batches you need
the memory of a batch of a hundred times the size, and had no need to cut the data into batches.

A sum can be differentiated term by term. Think of what each term would have to leave behind, so that it could go.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y)
        total = total + loss
    average = total / len(batches)
    average.backward()
    return average.item()
