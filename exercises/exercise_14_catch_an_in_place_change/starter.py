import torch


def modified_in_place(op, t):
    """Call op(t) and tell whether autograd would notice a change of t."""
    before = t.clone()
    op(t)
    return not torch.equal(before, t)


def safe_to_backward(t, use, op):
    """Compute use(t), call op(t), and tell whether a backward pass still succeeds."""
    out = use(t)
    op(t)
    out.sum().backward()
    return True


if __name__ == "__main__":
    t = torch.tensor([1.0, 2.0], dtype=torch.float64)
    print("t.mul_(3):     ", modified_in_place(lambda t: t.mul_(3), t))
    print("t * 3:         ", modified_in_place(lambda t: t * 3, t))
    print("t.data.mul_(3):", modified_in_place(lambda t: t.data.mul_(3), t))
    w = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    print("t + 1:         ", safe_to_backward(w * 5, lambda t: t + 1, lambda t: t.mul_(3)))
    print("t**2:          ", safe_to_backward(w * 5, lambda t: t**2, lambda t: t.mul_(3)))
