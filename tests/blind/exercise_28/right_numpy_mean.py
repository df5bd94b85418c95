"""Right: NumPy's mean of detached losses, a NumPy scalar."""
import numpy as np
import torch


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    losses = np.empty(len(batches))
    for i, (x, y) in enumerate(batches):
        loss = loss_fn(model(x), y)
        torch.autograd.backward([loss], [torch.ones_like(loss) / len(batches)])
        losses[i] = loss.detach().numpy()
    return losses.mean()
