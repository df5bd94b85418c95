"""Right: autograd.grad for each player's own parameters, put into .grad."""
import torch


def _step(optimizer, loss):
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    for p, g in zip(parameters, torch.autograd.grad(loss, parameters, allow_unused=True)):
        p.grad = g
    optimizer.step()
    return loss.item()


def gan_step(G, D, opt_G, opt_D, real, z):
    def soft(t):
        return torch.logaddexp(t, torch.zeros_like(t)).mean()

    first = _step(opt_D, soft(-D(real)) + soft(D(G(z))))
    second = _step(opt_G, soft(-D(G(z))))
    return [first, second]
