"""What torch's errors about autograd mean, in plain words, as one table.

An entry is found by the error's type and by fragments of its text that have stood unchanged through many releases of
torch; a test provokes each with the installed one. Nothing is graded by these texts: they only explain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.observation import Error


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error in words: `key` names it, `text` is Markdown for the student."""

    key: str
    types: tuple[str, ...]
    pattern: str
    title: str
    text: str

    def fits(self, error: Error) -> bool:
        """Whether this is the explanation of `error`."""
        return error.type in self.types and re.search(self.pattern, error.message, re.DOTALL) is not None


_RUNTIME = ("RuntimeError",)
_MEMORY = (
    "The program asked for more memory than it may use",
    (
        "An answer to this exercise needs little memory. Something grew far beyond the inputs: a tensor made with "
        "the wrong sizes, a list that is never emptied, a graph that is kept from turn to turn.\n\n"
        "Print the shapes of what you make, and look for what a loop holds on to."
    ),
)

EXPLANATIONS = (
    Explanation(
        "second-backward",
        _RUNTIME,
        r"backward through the graph a second time",
        "The graph was used for a second backward pass",
        "The forward pass keeps the numbers that the backward pass will need, and the first backward pass "
        "throws them away as it goes: the graph is used up. A second pass through the same part of it finds "
        "nothing to compute with.\n\n"
        "Ask whether the second pass should exist at all. Often a loss, or something it was computed from, "
        "was made once and used in every turn of a loop: then the forward pass belongs into the loop. Where "
        "two passes through one graph are meant, all but the last must keep it.",
    ),
    Explanation(
        "leaf-in-place",
        _RUNTIME,
        r"a (?:view of a )?leaf Variable that requires grad is being used in an in-place operation",
        "A leaf that requires grad was changed in place",
        "A leaf is a tensor that no operation made: where the graph begins, and where the gradient is "
        "collected. Changing it in place would make it the result of an operation, and there would be no leaf "
        "left for the gradient to belong to, so torch refuses.\n\n"
        "If you want a new value for a computation, make a new tensor with an ordinary operation. If you want "
        "to update the leaf itself, as an optimizer does, it must happen where gradients are not recorded.",
    ),
    Explanation(
        "modified-in-place",
        _RUNTIME,
        r"has been modified by an inplace operation",
        "A value that the backward pass needs was overwritten",
        "Some operations keep their input or their result, because their derivative is computed from it: "
        "`sigmoid`, `exp` and `sqrt` keep the result, `pow` and `*` their inputs. An in-place operation "
        "(`+=`, `mul_`, `x[i] = ...`) then wrote over that memory. Every tensor counts such changes, and the "
        "backward pass saw that the count had moved.\n\n"
        "Look for the in-place operation *after* the value was made, and let it make a new tensor instead.",
    ),
    Explanation(
        "no-grad-fn",
        _RUNTIME,
        r"element 0 of tensors does not require grad and does not have a grad_fn",
        "backward() was called on something that has no graph",
        "The tensor at the end of the computation is not connected to any tensor that requires grad, so there "
        "is nothing to differentiate. The connection was never made (no input requires grad), or it was cut "
        "on the way: by `detach()`, `.data`, `.item()`, `torch.no_grad()`, gradients that were switched off and "
        "never on again, a trip through NumPy, or by wrapping a result in `torch.tensor(...)` again.\n\n"
        "Print `.requires_grad` along the way, from the inputs on: the first False where you expect True is "
        "the place.",
    ),
    Explanation(
        "not-a-scalar",
        _RUNTIME,
        r"grad can be implicitly created only for scalar outputs",
        "backward() was called on a tensor with several elements",
        "A backward pass begins with the gradient of the output with respect to itself. For a single number "
        "that is 1 and needs no saying. For a tensor with several elements there is no such default: each "
        "element may weigh differently in what you want.\n\n"
        "Either reduce the output to one number first, or say how much each element counts by passing a "
        "tensor of the output's shape.",
    ),
    Explanation(
        "numpy-of-requires-grad",
        _RUNTIME,
        r"Can't call numpy\(\) on Tensor that requires grad",
        "A tensor that requires grad was turned into a NumPy array",
        "NumPy knows nothing of the graph: whatever it does to the numbers would be missing from the "
        "gradient, silently. So torch wants you to leave the graph on purpose first.\n\n"
        "If only the numbers matter from here on, take a tensor that is off the graph. If the gradient should "
        "reach through, stay with torch's own operations.",
    ),
    Explanation(
        "non-leaf-grad",
        ("UserWarning",),
        r"\.grad attribute of a Tensor that is not a leaf Tensor is being accessed",
        "The .grad of a tensor that is not a leaf was read",
        "A backward pass stores gradients in the `.grad` of leaves alone: of the tensors that you made, not "
        "of those that were computed. The gradient of a computed tensor is used on the way and dropped, so "
        "its `.grad` is None. `x = x * 2`, `.to(...)`, `.double()` or `.reshape(...)` are computations too: "
        "the name then stands for a new tensor that is no leaf.\n\n"
        "Read the gradient of the leaf. Where the one in the middle is what you want, torch must be told "
        "before the backward pass.",
    ),
    Explanation(
        "unused-input",
        _RUNTIME,
        r"differentiated Tensors? (?:at index \d+ )?appears to not have been used in the graph",
        "A gradient was asked for with respect to a tensor that was not used",
        "`torch.autograd.grad` was asked for the derivative with respect to a tensor that the output does not "
        "depend on. Often it depends on an earlier tensor of the same name: after `x = x.clone()` the old graph "
        "knows only the old `x`.\n\n"
        "Follow the output back to its inputs: is the tensor in your list the very object that the "
        "computation used?",
    ),
    Explanation(
        "input-without-grad",
        _RUNTIME,
        r"differentiated Tensors? (?:at index \d+ )?does not require grad",
        "A gradient was asked for with respect to a tensor that does not require grad",
        "Autograd follows a tensor from the moment it requires grad. One that does not is a constant to it, "
        "and has no gradient.\n\n"
        "Ask who should have made the tensor require grad, or who switched that off.",
    ),
    Explanation(
        "optimizer-non-leaf",
        ("ValueError",),
        r"can't optimize a non-leaf Tensor",
        "An optimizer was given a tensor that is not a leaf",
        "An optimizer reads the `.grad` of its parameters and changes them in place; both work for leaves "
        "alone. A tensor that came out of an operation (`torch.randn(3, requires_grad=True) * 0.1`, "
        "`.to(...)`, `.double()`) is not one.\n\n"
        "Finish computing the initial value first, and let the result begin to require grad after that.",
    ),
    Explanation(
        "integer-requires-grad",
        _RUNTIME,
        r"[Oo]nly Tensors of floating point(?: and complex)? dtype can require gradients",
        "A tensor of integers was asked to require grad",
        "A derivative tells how the output moves when the input moves a little. An integer cannot move a "
        "little, so only floating point and complex tensors can require grad. `torch.tensor([1, 2, 3])` is a "
        "tensor of integers.\n\n"
        "Make the numbers floating point where they are made.",
    ),
    Explanation(
        "function-gradient-count",
        _RUNTIME,
        r"returned an incorrect number of gradients",
        "backward returned the wrong number of gradients",
        "A custom Function's `backward` answers for every argument of its `forward` (without `ctx`), in the "
        "same order: a gradient, or None for an argument that has none, such as a number or a flag.\n\n"
        "Count the arguments of `forward`, and what `backward` returns.",
    ),
    Explanation(
        "function-gradient-shape",
        _RUNTIME,
        r"returned an invalid gradient at index \d+ - got .* but expected shape compatible with",
        "backward returned a gradient of the wrong shape",
        "The gradient of an input has that input's shape: one number for each element, telling how the loss "
        "moves with it. A custom Function's `backward` returned something of another shape.\n\n"
        "Compare the shape of each argument of `forward` with that of its gradient.",
    ),
    Explanation(
        "legacy-function",
        _RUNTIME,
        r"Legacy autograd function with non-static forward method",
        "The Function was used the old way",
        "A `torch.autograd.Function` is never made into an object: its `forward` and `backward` are static "
        "methods, and it is called by `apply` on the class. Calling an instance was torch's way many years "
        "ago.\n\n"
        "Look at the decorators of `forward` and `backward`, and at how the Function is called.",
    ),
    Explanation(
        "out-of-memory",
        ("RuntimeError", "OutOfMemoryError"),
        r"can't allocate memory|not enough memory",
        *_MEMORY,
    ),
    Explanation("out-of-memory", ("MemoryError",), "", *_MEMORY),
)


def explain(error: Error) -> Explanation | None:
    """The explanation of an error or a warning, or None for one that is not in the table."""
    return next((each for each in EXPLANATIONS if each.fits(error)), None)
