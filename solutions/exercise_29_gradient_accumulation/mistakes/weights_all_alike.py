"""Every micro-batch has the same weight in your step

Dividing each loss by the number of micro-batches gives the average of their means. If they were of equal size this
would be the mean over all samples. Here a sample in a micro-batch of two counts several times as much as one in a
micro-batch of eleven, in the gradient and in the loss that you return.

How a batch was cut should not be seen in the step. Then a micro-batch can only have the weight of what is in it.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) / len(micro_batches)
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
