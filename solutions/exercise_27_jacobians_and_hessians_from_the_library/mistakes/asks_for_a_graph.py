"""`create_graph=True` puts the results on the graph

The numbers are right, and they require grad, always. `create_graph=True` says that somebody will differentiate the
result again. For a Hessian it sounds as if one needed it, since something *is* differentiated twice; but the library
does that inside.

It is a question about what is to come after, not about what is computed.
"""

from torch.autograd import functional


def jacobian(f, x):
    return functional.jacobian(f, x, create_graph=True)


def hessian(g, x):
    return functional.hessian(g, x, create_graph=True)
