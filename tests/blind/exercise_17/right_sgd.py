"""Right: torch.optim.SGD on a parameter of its own; a tuple of points."""
import torch as t


def minimize(f, x0: t.Tensor, lr: float, steps: int):
    p = t.nn.Parameter(x0.detach().clone())
    opt = t.optim.SGD([p], lr)
    points = (p.detach().clone(),)
    for _ in range(steps):
        opt.zero_grad()
        f(p).backward()
        opt.step()
        points += (p.detach().clone(),)
    return [p.detach(), points]
