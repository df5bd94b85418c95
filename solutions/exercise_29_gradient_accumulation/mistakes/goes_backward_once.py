"""Your function goes backward once, through all micro-batches

The losses are added up, or the micro-batches joined, and one backward pass goes through everything. Step and loss are
right. But until that pass all graphs are there at the same time, with all that they have saved, and this is what the
batch was cut up to avoid.

A sum can go backward term by term, since `.grad` does the adding.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / count
        total += loss
    total.backward()
    optimizer.step()
    return total.item()
