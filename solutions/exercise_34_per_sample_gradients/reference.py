"""Makes the loss of one sample a function of the parameters, differentiates that, and maps it over the batch."""

from torch.func import functional_call, grad, vmap


def per_sample_gradients(model, loss_fn, x, y):
    def loss_of(values, sample, target):
        prediction = functional_call(model, values, (sample[None],))
        return loss_fn(prediction, target[None])

    values = {name: parameter.detach() for name, parameter in model.named_parameters()}
    return vmap(grad(loss_of), in_dims=(None, 0, 0))(values, x, y)
