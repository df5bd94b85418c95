"""Runs all forward passes first, then one backward pass after another; the mean loss still has its graph."""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(len(x) for x, _ in micro_batches)
    shares = [loss_fn(model(x), y) * len(x) / count for x, y in micro_batches]
    optimizer.zero_grad()
    for share in shares:
        share.backward()
    optimizer.step()
    return sum(shares)
