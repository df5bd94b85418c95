"""Wrong: the first node that receives NaN, one after the one that made it."""
import torch


def nan_operation(f, x):
    x = x.detach().clone().requires_grad_()
    out = f(x).sum()
    found = []

    def watch(node):
        def hook(grad_inputs, grad_outputs):
            if any(g is not None and g.isnan().any() for g in grad_outputs):
                found.append(node.name())
        node.register_hook(hook)

    seen, stack = set(), [out.grad_fn]
    while stack:
        node = stack.pop()
        if node is not None and node not in seen:
            seen.add(node)
            watch(node)
            stack.extend(n for n, _ in node.next_functions)
    out.backward()
    return found[0] if found else None


def safe_norm(x):
    squares = (x * x).sum(1)
    zero = squares == 0
    return torch.where(zero, 0.0, torch.sqrt(torch.where(zero, 1.0, squares)))
