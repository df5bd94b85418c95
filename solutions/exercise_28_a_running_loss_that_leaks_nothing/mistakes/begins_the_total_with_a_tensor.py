"""Your total begins as the first loss itself

All later losses are added as plain numbers. But the first one *is* the total, a tensor that knows its graph, and a
tensor plus a number is again a tensor with that graph behind it. So the first batch outlives all the others.

One leak that does not grow is easily overlooked. A total that begins as a number remains a number.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = None
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total = loss if total is None else total + loss.item()
    return total.item()
