"""Your mean loss has weights, and your gradient has none

What you return is the mean over all samples. But `backward()` is called on each loss as `loss_fn` gives it, and what
collects in `.grad` is the sum of the micro-batches' gradients. It is too long, the longer the more micro-batches
there are, and it leans towards the small ones.

The optimizer never sees the number that you return. Only what is weighted before it goes backward has a weight in the
step.
"""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        loss.backward()
        total += loss.item() * len(x) / count
    optimizer.step()
    return total
