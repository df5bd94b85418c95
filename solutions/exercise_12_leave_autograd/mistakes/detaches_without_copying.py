"""Your snapshot is no copy: it changes with `t`

`detach()` leaves the graph, but it does not leave the memory. When `t` is changed in place, by an optimizer, say, the
new numbers appear in your snapshot as well. A list of such snapshots holds the same numbers in every place: the
latest.

Being off the graph says nothing about whose memory it is.
"""


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach()


def shared_view(t):
    return t.detach()
