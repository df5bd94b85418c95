"""Your function goes backward once for each sample

Each sample by itself needs no weights: all count alike. The step is right, at the price of as many backward passes as
there are samples. The micro-batches were made as large as the memory allows so that there are few.

A pass through a micro-batch costs little more than one through a single sample.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        for i in range(len(x)):
            loss = loss_fn(model(x[i : i + 1]), y[i : i + 1]) / count
            loss.backward()
            total += loss.item()
    optimizer.step()
    return total
