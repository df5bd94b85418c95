"""Your losses are held as tensors, and their graphs with them

Each batch goes backward, and what it has saved is freed. But the loss itself stays, because a total that is a tensor
leads to it (or because it stands in a list), and behind the loss all nodes of its graph stay as well. They are small,
there are many, and no batch ever lets go of them before the function returns.

A graph is gone when nobody can reach it any more. What you want to keep of a loss is only its value.
"""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total = total + loss
    return total.item()
