"""Uses `functional.jacobian` for both; the inner one keeps its graph, so that the outer one can differentiate it."""

from torch.autograd.functional import jacobian as library_jacobian


def jacobian(f, x):
    return library_jacobian(f, x, vectorize=True)


def hessian(g, x):
    def gradient(x):
        return library_jacobian(g, x, create_graph=True)

    return library_jacobian(gradient, x)
