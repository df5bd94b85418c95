"""Right: the counter of a detached alias is the tensor's own; ones_like in place of the sum."""
import contextlib
from typing import Callable

import torch as th


def modified_in_place(op: Callable, t: th.Tensor) -> bool:
    alias = t.detach()
    version = alias._version
    op(t)
    return alias._version > version


def safe_to_backward(t: th.Tensor, use: Callable, op: Callable) -> bool:
    out = use(t)
    op(t)
    with contextlib.suppress(RuntimeError):
        out.backward(th.ones_like(out))
        return True
    return False
