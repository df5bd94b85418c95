"""Right: the sum is built before op, which changes nothing."""
import torch


class Watch:
    def __init__(self, t):
        self.t, self.start = t, t._version

    @property
    def moved(self):
        return bool(self.t._version - self.start)


def modified_in_place(op, t):
    watch = Watch(t)
    op(t)
    return watch.moved


def safe_to_backward(t, use, op):
    total = use(t).sum()
    op(t)
    ok = False
    try:
        total.backward()
        ok = True
    except RuntimeError:
        pass
    return ok
