"""The Hessian is all zeros, since the inner Jacobian is off the graph

The Hessian is the Jacobian of the gradient, and so you have written it. But `functional.jacobian` returns numbers
without a graph, and to the outer one a gradient without a graph is a constant. The derivative of a constant is 0, so
there is no error, only zeros.

The gradient that is to be differentiated has to be recorded.
"""

from torch.autograd import functional


def jacobian(f, x):
    return functional.jacobian(f, x)


def hessian(g, x):
    return functional.jacobian(lambda x: functional.jacobian(g, x), x)
