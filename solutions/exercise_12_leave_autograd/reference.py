"""`detach` leaves the graph, `clone` leaves the memory; the three functions differ in which of the two they need."""

import numpy as np
from torch import Tensor


def to_numpy(t: Tensor) -> np.ndarray:
    """Return the values of `t` as an array on the same memory."""
    return t.detach().numpy()


def snapshot(t: Tensor) -> Tensor:
    """Return the present values of `t`, off the graph, in memory of their own."""
    return t.detach().clone()


def shared_view(t: Tensor) -> Tensor:
    """Return a tensor off the graph on the memory of `t`."""
    return t.detach()
