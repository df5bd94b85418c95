"""`layer_gradient` clears the parameters' `.grad`

Your backward pass adds to every parameter's `.grad`, and you clear them so that nothing of it remains. But with that
also the gradients are gone that were there before the call, and that somebody has not used yet.

To leave something as it was is not the same as to leave it empty. It is easiest for what was never touched.
"""


def layer_gradient(model, x, layer):
    outputs = []

    def keep(module, inputs, output):
        output.retain_grad()
        outputs.append(output)

    handle = model.get_submodule(layer).register_forward_hook(keep)
    model(x).sum().backward()
    handle.remove()
    model.zero_grad()
    return outputs[0].grad


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
