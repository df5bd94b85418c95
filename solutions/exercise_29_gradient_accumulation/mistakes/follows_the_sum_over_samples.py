"""Your step follows the sum over all samples, not their mean

Each loss times the size of its micro-batch is the sum over its samples, so all samples count alike, and the direction
is right. But nothing divides the gradient by their number. The step is as many times too long as there are samples.
For the loss that you return you have divided.

A learning rate is chosen for the gradient of the mean. It should not have to know how large a batch is.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x)
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total / count
