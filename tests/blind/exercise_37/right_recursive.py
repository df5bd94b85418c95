"""Right: recursion over the inputs, full_like zeros off the graph."""
import torch


def gradients_or_zeros(loss, inputs):
    if len(inputs) == 0:
        return ()
    first, rest = inputs[0], inputs[1:]
    (g,) = torch.autograd.grad([loss], [first], allow_unused=True, retain_graph=True)
    g = torch.full_like(first, 0.0).detach() if g is None else g
    return (g,) + tuple(gradients_or_zeros(loss, rest))
