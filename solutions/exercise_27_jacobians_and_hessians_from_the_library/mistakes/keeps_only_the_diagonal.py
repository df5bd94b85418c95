"""Your Hessian has only its diagonal

You have the second derivatives with respect to each entry alone, and zeros between. For a function that treats each
entry by itself this would be all. In general the slope with respect to one entry also changes when another entry
moves, and these mixed derivatives are the rest of the matrix.
"""

from torch.autograd import functional


def jacobian(f, x):
    return functional.jacobian(f, x)


def hessian(g, x):
    return functional.hessian(g, x).diagonal().diag()
