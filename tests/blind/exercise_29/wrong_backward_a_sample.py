"""Wrong: a backward a sample."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    total = 0.0
    for xs, ys in micro_batches:
        for i in range(len(xs)):
            loss = loss_fn(model(xs[i : i + 1]), ys[i : i + 1]) / n
            loss.backward()
            total += loss.item()
    optimizer.step()
    return total
