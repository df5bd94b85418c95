"""Wrong: a closure that has been run before the step as well, and a second step."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    n = sum(len(x) for x, _ in micro_batches)

    def closure():
        optimizer.zero_grad()
        total = 0.0
        for x, y in micro_batches:
            loss = loss_fn(model(x), y) * len(x) / n
            loss.backward()
            total += loss.item()
        return total

    value = optimizer.step(closure)
    optimizer.step()
    return value
