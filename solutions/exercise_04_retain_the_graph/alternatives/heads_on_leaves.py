"""Cuts the graph at `h`: each head has a leaf of its own, and one pass serves both; then the trunk is gone through twice."""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    leaf_a = h.detach().clone().requires_grad_()
    leaf_b = h.detach().clone().requires_grad_()
    (head_a(leaf_a) + head_b(leaf_b)).backward()

    x.grad = None
    h.backward(leaf_a.grad, retain_graph=True)
    gradient_a, x.grad = x.grad, None
    h.backward(leaf_b.grad)
    return gradient_a, x.grad
