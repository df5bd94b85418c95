"""Your parameters do not move

The gradients are collected with the right weights, and then nobody uses them: the optimizer never steps, or finds
`.grad` already cleared when it does. The loss is right, and will be the same at the next call.

What the micro-batches have brought is waiting in `.grad` for one who reads it.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / count
        loss.backward()
        total += loss.item()
    optimizer.zero_grad()
    optimizer.step()
    return total
