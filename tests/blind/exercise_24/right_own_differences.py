"""Right: central differences against the rows of the Jacobian, entry by entry."""
import torch as t


def gradient_is_right(fn, inputs: tuple[t.Tensor, ...]) -> bool:
    xs = [x.detach().to(t.float64).clone() for x in inputs]
    leaves = [x.clone().requires_grad_(True) for x in xs]
    with t.enable_grad():
        out = fn(*leaves)
    m = out.numel()
    rows = []
    for i in range(m):
        v = t.zeros_like(out).reshape(-1)
        v[i] = 1.0
        try:
            grads = t.autograd.grad(out, leaves, v.reshape(out.shape), retain_graph=True, allow_unused=True)
        except RuntimeError:
            grads = None
            if out.requires_grad:
                return False
        rows.append([t.zeros_like(x) if g is None else g for x, g in zip(xs, grads or [None] * len(xs))])
    h = 1e-6
    for k, x in enumerate(xs):
        for j in range(x.numel()):
            def at(delta):
                moved = [y.clone() for y in xs]
                moved[k].view(-1)[j] += delta
                return fn(*moved).detach().reshape(-1)
            numeric = (at(h) - at(-h)) / (2 * h)
            analytic = t.stack([row[k].reshape(-1)[j] for row in rows])
            if not t.allclose(numeric, analytic, rtol=1e-3, atol=1e-4):
                return False
    return True
