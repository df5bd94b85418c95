"""Right: a running mean; earlier gradients are scaled down as samples come in; the micro-batches go backwards."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    optimizer.zero_grad()
    seen, mean = 0, 0.0
    for x, y in reversed(micro_batches):
        n = len(x)
        for p in model.parameters():
            if p.grad is not None:
                p.grad *= seen / (seen + n)
        loss = loss_fn(model(x), y)
        (loss * (n / (seen + n))).backward()
        mean += (loss.item() - mean) * n / (seen + n)
        seen += n
    optimizer.step()
    return mean
