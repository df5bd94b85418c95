"""Wrong: .grad is put back as zeros where it held values."""
import torch


def per_sample_gradients(model, loss_fn, x, y):
    grads = {n: [] for n, _ in model.named_parameters()}
    had = [p.grad is not None for p in model.parameters()]
    for i in range(len(x)):
        model.zero_grad()
        loss_fn(model(x[i:i + 1]), y[i:i + 1]).backward()
        for n, p in model.named_parameters():
            grads[n].append(p.grad.clone())
    for p, h in zip(model.parameters(), had):
        p.grad = torch.zeros_like(p) if h else None
    return {n: torch.stack(g) for n, g in grads.items()}
