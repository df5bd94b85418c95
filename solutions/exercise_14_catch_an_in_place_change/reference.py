"""One function reads the counter, the other asks the backward pass itself."""

from collections.abc import Callable

from torch import Tensor


def modified_in_place(op: Callable[[Tensor], object], t: Tensor) -> bool:
    """Call `op(t)`, and tell whether the version counter of `t` moved meanwhile."""
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t: Tensor, use: Callable[[Tensor], Tensor], op: Callable[[Tensor], object]) -> bool:
    """Tell whether a backward pass from `use(t)` succeeds after `op(t)`. Fills `.grad` of the leaves."""
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
