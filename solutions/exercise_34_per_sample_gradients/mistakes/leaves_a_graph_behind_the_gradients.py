"""The gradients have a graph behind them

What you return requires grad. Either the passes were recorded by `create_graph=True`, or `torch.func.grad` was given
the parameters themselves: it differentiates what it is given, and autograd, for which the parameters require grad,
records all of that from outside.

Nobody is going to differentiate these gradients. Parameters have values, and the values alone are enough here.
"""

from torch.func import functional_call, grad, vmap


def per_sample_gradients(model, loss_fn, x, y):
    def loss_of(values, sample, target):
        return loss_fn(functional_call(model, values, (sample[None],)), target[None])

    return vmap(grad(loss_of), in_dims=(None, 0, 0))(dict(model.named_parameters()), x, y)
