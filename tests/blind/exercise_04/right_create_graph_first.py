"""Right: create_graph keeps the graph for the second pass; the result is detached and the second pass frees."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    ga = torch.autograd.grad(a, x, create_graph=True)[0].detach().clone()
    gb = torch.autograd.grad(b, x)[0]
    return ga, gb


if __name__ == "__main__":
    leaf = torch.arange(3.0, requires_grad=True)
    print(two_heads(leaf, torch.exp, torch.sum, torch.mean))
