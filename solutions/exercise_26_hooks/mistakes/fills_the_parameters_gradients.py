"""`layer_gradient` adds gradients to the parameters' `.grad`

What you return is right. But `backward()` goes on past the layer to every leaf, and adds to `.grad` there. Whoever
looks at a model during training would change its next step by looking.

You want one gradient, and you know of which tensor. There is a way to ask for that one alone.
"""


def layer_gradient(model, x, layer):
    outputs = []

    def keep(module, inputs, output):
        output.retain_grad()
        outputs.append(output)

    handle = model.get_submodule(layer).register_forward_hook(keep)
    total = model(x).sum()
    handle.remove()
    total.backward()
    return outputs[0].grad


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
