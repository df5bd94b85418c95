"""Wrong: create_graph, so the gradients require grad; a returned gradient is plain."""
import torch


def gradient_of_each_call(f, x, calls):
    return [torch.autograd.grad(f(x), x, create_graph=True)[0] for _ in range(calls)]
