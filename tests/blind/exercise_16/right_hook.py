"""Right: post-accumulate hooks do the update and clear; they are removed."""
import torch


def fit(x, y, w, b, lr, steps):
    @torch.no_grad()
    def update(p):
        p.add_(p.grad, alpha=-lr)
        p.grad = None

    w.grad = b.grad = None
    handles = [p.register_post_accumulate_grad_hook(update) for p in (w, b)]
    losses = []
    for _ in range(steps):
        loss = 0.5 * (w * x**2 + b).sub(y).pow(2).sum()
        loss.backward()
        losses.append(loss.item())
    for h in handles:
        h.remove()
    return losses
