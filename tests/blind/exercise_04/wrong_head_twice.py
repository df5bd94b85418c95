"""Wrong: calls head_a a second time to print its value; each head is called once."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    with torch.no_grad():
        print("a =", head_a(h).item())
    ga = torch.autograd.grad(head_a(h), x, retain_graph=True)[0]
    gb = torch.autograd.grad(head_b(h), x)[0]
    return ga, gb
