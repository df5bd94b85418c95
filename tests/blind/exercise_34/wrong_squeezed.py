"""Wrong: squeezes, so a parameter of shape (1,) loses its axis."""
import torch


def per_sample_gradients(model, loss_fn, x, y):
    names, params = zip(*model.named_parameters())
    grads = {name: [] for name in names}
    for i in range(len(x)):
        loss = loss_fn(model(x[i:i + 1]), y[i:i + 1])
        for name, g in zip(names, torch.autograd.grad(loss, params)):
            grads[name].append(g)
    return {name: torch.stack(gs).squeeze() for name, gs in grads.items()}
