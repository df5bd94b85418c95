"""`to_numpy` makes an array with memory of its own

The values are right at the moment of the call. Then `t` is changed, and the array does not follow: on the way from
`t` to the array there is a step that copies, such as `np.array`, `clone`, or `copy`.

A copy is the safe choice where nobody else is to see your changes. Here it is asked to be the other way round.
"""

import numpy as np


def to_numpy(t):
    return np.array(t.detach())


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
