"""Functions whose result is not a scalar count as wrong

`backward()` without arguments works only on a result with a single element. For all other functions it raises an
error, and your function takes that error for a wrong gradient, right as it may be.

A result with many entries has many gradients. Going backward from it needs an upstream gradient, and checking it
needs several.
"""

import torch


def gradient_is_right(fn, inputs, eps=1e-6):
    own = [x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs]
    try:
        fn(*own).backward()
    except RuntimeError:
        return False
    return all(slopes_agree(fn, own, place, eps) for place in range(len(own)))


@torch.no_grad()
def slopes_agree(fn, own, place, eps):
    found = torch.zeros_like(own[place]) if own[place].grad is None else own[place].grad
    for index in range(found.numel()):
        ends = []
        for step in (eps, -eps):
            moved = [x.detach().clone() for x in own]
            moved[place].view(-1)[index] += step
            ends.append(fn(*moved))
        slope = (ends[0] - ends[1]) / (2 * eps)
        if not torch.isclose(found.view(-1)[index], slope, rtol=1e-4, atol=1e-6):
            return False
    return True
