"""Your second backward pass finds that the graph has been freed

The first row is there. But the pass that computed it freed what the graph had saved, and all outputs share that
graph; so torch raises an error about going backward a second time. With a single output there is no second pass,
and all is well.

Who will need the graph again, and after which pass does nobody?
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = [torch.autograd.grad(element, leaf)[0] for element in y]
    return torch.stack(rows)
