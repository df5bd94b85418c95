"""Your gradients require grad themselves

The numbers are right, but the gradients were computed in a way that is itself recorded: with `create_graph=True`, by
a formula from `x` while gradients are on, or by `torch.func.grad` of a tensor that requires grad. So they hang on a
graph that leads back to `x`, and keep it in memory.

That is wanted when a gradient is to be differentiated once more. Here it is a result to be read, so it should be a
plain tensor.
"""


def gradient_of_sum(x):
    return 2 * x


def gradient_of_mean(x):
    return 2 * x / len(x)


def gradients_of_two(x1, x2):
    return 2 * x1 + x2, 2 * x2 + x1
