"""`layer_gradient` returns None, because the output did not keep its gradient

The output of a layer is not a leaf. The backward pass computes its gradient, hands it on, and forgets it, so its
`.grad` is None, as you know from exercise 7. (The leaves, on the other hand, the parameters, have got theirs, which
was not wanted.)

Either the output must be told beforehand to keep it, or somebody must be asked for it.
"""


def layer_gradient(model, x, layer):
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    model(x).sum().backward()
    handle.remove()
    return outputs[0].grad


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
