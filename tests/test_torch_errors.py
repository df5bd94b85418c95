"""The errors that the table explains, raised by the installed torch."""

from __future__ import annotations

import warnings

import pytest
import torch

from grader.observation import Error
from grader.torch_errors import EXPLANATIONS, explain

pytestmark = pytest.mark.filterwarnings("default")


def leaf(*values: float) -> torch.Tensor:
    return torch.tensor(values or (1.0, 2.0), requires_grad=True)


def second_backward():
    loss = leaf().pow(2).sum()
    loss.backward()
    loss.backward()


def leaf_in_place():
    x = leaf()
    x += 1


def view_of_a_leaf_in_place():
    leaf()[0] = 5.0


def modified_in_place():
    y = leaf().sigmoid()
    y.mul_(2)
    y.sum().backward()


def no_grad_fn():
    torch.ones(3).sum().backward()


def not_a_scalar():
    (leaf() * 2).backward()


def numpy_of_requires_grad():
    leaf().numpy()


def non_leaf_grad():
    y = leaf() * 2
    y.sum().backward()
    assert y.grad is None


def unused_input():
    torch.autograd.grad(leaf().sum(), leaf())


def input_without_grad():
    torch.autograd.grad(leaf().sum(), torch.ones(2))


def optimizer_non_leaf():
    torch.optim.SGD([leaf() * 2], lr=0.1)


def integer_requires_grad():
    torch.tensor([1, 2], requires_grad=True)


def integer_asked_to_require_grad():
    torch.tensor([1, 2]).requires_grad_()


class Returns(torch.autograd.Function):
    """x + y, with a backward that returns whatever it is told to."""

    gradients = ()

    @staticmethod
    def forward(_, x, y):
        return x + y

    @staticmethod
    def backward(_, __):
        return Returns.gradients


def function_gradient_count():
    Returns.gradients = (torch.ones(2),)
    Returns.apply(leaf(), leaf()).sum().backward()


def function_gradient_shape():
    Returns.gradients = (torch.ones(2), torch.ones(3))
    Returns.apply(leaf(), leaf()).sum().backward()


class Instance(torch.autograd.Function):
    def forward(self, x):
        return x


def legacy_function():
    Instance()(leaf())


def out_of_memory():
    torch.empty(2**46)


def out_of_memory_in_python():
    [0] * 2**60


PROVOKED = {
    second_backward: "second-backward",
    leaf_in_place: "leaf-in-place",
    view_of_a_leaf_in_place: "leaf-in-place",
    modified_in_place: "modified-in-place",
    no_grad_fn: "no-grad-fn",
    not_a_scalar: "not-a-scalar",
    numpy_of_requires_grad: "numpy-of-requires-grad",
    non_leaf_grad: "non-leaf-grad",
    unused_input: "unused-input",
    input_without_grad: "input-without-grad",
    optimizer_non_leaf: "optimizer-non-leaf",
    integer_requires_grad: "integer-requires-grad",
    integer_asked_to_require_grad: "integer-requires-grad",
    function_gradient_count: "function-gradient-count",
    function_gradient_shape: "function-gradient-shape",
    legacy_function: "legacy-function",
    out_of_memory: "out-of-memory",
    out_of_memory_in_python: "out-of-memory",
}


def raised(run) -> Error:
    """What `run` raises, or else the first thing it warns of, as it would be observed."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            run()
        except Exception as error:
            return Error(type(error).__name__, str(error))
    return Error(caught[0].category.__name__, str(caught[0].message))


@pytest.mark.parametrize("run", PROVOKED, ids=lambda run: run.__name__)
def test_what_torch_raises_is_explained(run) -> None:
    error = raised(run)
    explanation = explain(error)
    assert explanation, error
    assert explanation.key == PROVOKED[run]


@pytest.mark.parametrize("run", PROVOKED, ids=lambda run: run.__name__)
def test_no_two_explanations_fit_one_error(run) -> None:
    error = raised(run)
    assert sum(each.fits(error) for each in EXPLANATIONS) == 1


def test_every_entry_of_the_table_is_provoked() -> None:
    errors = [raised(run) for run in PROVOKED]
    assert [each.key for each in EXPLANATIONS if not any(each.fits(error) for error in errors)] == []


@pytest.mark.parametrize(
    "error",
    [
        Error("ValueError", "backward through the graph a second time"),
        Error("RuntimeError", "something else"),
        Error("RuntimeError", ""),
        Error("UserWarning", "can't optimize a non-leaf Tensor"),
        Error("DeprecationWarning", "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed"),
    ],
)
def test_an_error_of_another_type_or_text_is_not_explained(error) -> None:
    assert explain(error) is None


@pytest.mark.parametrize("explanation", EXPLANATIONS, ids=lambda each: f"{each.key}-{each.types[0]}")
def test_an_explanation_is_a_title_and_at_least_two_paragraphs(explanation) -> None:
    assert explanation.title[0].isupper() or explanation.title.startswith("backward")
    assert not explanation.title.endswith(".")
    assert len(explanation.text.split("\n\n")) >= 2
