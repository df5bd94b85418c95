"""Each observer answers with the right value for what it is meant for, and with something for any other object."""
# ruff: noqa: NPY002  # the state of NumPy's global generator is what is observed

from __future__ import annotations

import copy
import random
import weakref

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from grader.observation import Error
from grader.observation.frames import CALLS_TOLD
from grader.probe.observers import (
    Observers,
    Tally,
    apart,
    grad_mode,
    graph,
    raised,
    random_state,
    requires_grad,
    same_memory,
    saved_elements,
)

SOURCE = ["import torch", "", "def explode(x):", "    raise RuntimeError('not like this')"]


@pytest.fixture
def observers():
    return Observers("exercise_03.py", SOURCE)


class Liar:
    """Says that it is a tensor, and falls over when it is treated as one."""

    __class__ = torch.Tensor

    def __getattr__(self, name):
        raise RuntimeError(name)


class Refusing(torch.Tensor):
    """A tensor that lets no function of torch near it."""

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        raise RuntimeError("keep off")


class RefusingToIterate(list):
    def __iter__(self):
        raise RuntimeError("keep off")


def leaked_from_grad():
    leaked = []
    torch.func.grad(lambda x: (leaked.append(x), x.pow(2).sum())[1])(torch.ones(2))
    return leaked[0]


def self_containing():
    items = [torch.ones(1, requires_grad=True)]
    items.append(items)
    return items


ODD = {
    "a liar": Liar,
    "a refusing tensor": lambda: torch.ones(3).as_subclass(Refusing),
    "a refusing list": lambda: RefusingToIterate([1, 2]),
    "a leaked tensor": leaked_from_grad,
    "a meta tensor": lambda: torch.empty(3, device="meta"),
    "a sparse tensor": lambda: torch.eye(3).to_sparse(),
    "a list in itself": self_containing,
    "a class": lambda: Liar,
    "None": lambda: None,
}


# counted, alive_graphs


def test_counted_counts_each_call_and_passes_arguments_and_result(observers):
    f = observers.counted(lambda x, scale=1: x * scale)
    assert (f(2), f(2, scale=5), f.calls) == (2, 10, 2)


def test_counted_counts_a_call_that_raises(observers):
    f = observers.counted(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        f()
    assert f.calls == 1


def test_a_counted_module_still_has_its_parameters(observers):
    layer = observers.counted(nn.Linear(3, 2))
    assert [tuple(parameter.shape) for parameter in layer.parameters()] == [(2, 3), (2,)]
    assert layer(torch.ones(1, 3)).shape == (1, 2)
    assert layer.calls == 1


def test_copies_of_a_counted_function_count_with_it(observers):
    layer = observers.counted(nn.Linear(3, 2))
    for other in (copy.copy(layer), copy.deepcopy(layer)):
        other(torch.ones(1, 3))
    assert layer.calls == 2
    assert copy.deepcopy(layer).weight is not layer.weight
    with pytest.raises(AttributeError, match="no_such"):
        _ = layer.no_such


def test_alive_graphs_counts_results_that_are_still_held(observers):
    f = observers.counted(lambda x: x.exp())
    x = torch.ones(2, requires_grad=True)
    first, second = f(x), f(x)
    assert observers.alive_graphs() == 2
    del first
    assert observers.alive_graphs() == 1
    del second
    assert observers.alive_graphs() == 0


def test_a_backward_pass_alone_does_not_end_a_graph_that_is_still_held(observers):
    f = observers.counted(lambda x: x.exp().sum())
    loss = f(torch.ones(2, requires_grad=True))
    loss.backward()
    assert observers.alive_graphs() == 1
    del loss
    assert observers.alive_graphs() == 0


def test_a_running_total_keeps_every_graph_alive_and_a_total_of_numbers_none(observers):
    f = observers.counted(lambda x: x.exp().sum())
    x = torch.ones(2, requires_grad=True)
    total = sum(f(x) for _ in range(3))
    assert observers.alive_graphs() == 3
    del total
    plain = sum(f(x).item() for _ in range(3))
    assert (observers.alive_graphs(), round(plain, 3)) == (0, 16.31)


def test_detached_results_and_leaves_have_no_graph_to_watch(observers):
    f = observers.counted(lambda x: x)
    leaf = f(torch.ones(2, requires_grad=True))
    cut = f((leaf * 2).detach())
    assert (f.calls, observers.alive_graphs(), cut.tolist()) == (2, 0, [2.0, 2.0])


def test_tensors_in_a_returned_tuple_are_watched_each(observers):
    f = observers.counted(lambda x: (x.exp(), x.sin(), "text"))
    x = torch.ones(2, requires_grad=True)
    result = f(x)
    assert observers.alive_graphs() == 2
    del result
    assert observers.alive_graphs() == 0


def test_graphs_of_one_trial_are_not_counted_in_another(observers):
    x = torch.ones(2, requires_grad=True)
    held = observers.counted(torch.exp)(x)
    assert (Observers("exercise_03.py", SOURCE).alive_graphs(), observers.alive_graphs()) == (0, 1)
    del held


def test_a_counted_function_works_inside_function_transforms(observers):
    f = observers.counted(lambda x: x.pow(2).sum())
    assert torch.func.grad(f)(torch.tensor([1.0, 2.0])).tolist() == [2.0, 4.0]
    assert torch.func.vmap(f)(torch.ones(2, 3)).tolist() == [3.0, 3.0]
    assert f.calls == 2


@pytest.mark.parametrize("odd", ODD)
def test_a_counted_function_may_return_anything(observers, odd):
    thing = ODD[odd]()
    f = observers.counted(lambda: thing)
    assert f() is thing


# raised, outcome


def test_raised_names_the_type_of_the_exception_or_says_none():
    def fail():
        raise FileNotFoundError("no such file")

    assert raised(fail) == "FileNotFoundError"
    assert raised(lambda: 3) is None


def test_raised_is_not_taken_in_by_a_metaclass():
    class Renamed(type):
        @property
        def __name__(cls):
            return "RuntimeError"

    class OwnError(Exception, metaclass=Renamed):
        pass

    def fail():
        raise OwnError

    assert raised(fail) == "OwnError"


def test_outcome_is_the_result_or_the_error_as_something_to_observe(observers):
    space = {}
    exec(compile("\n".join(SOURCE), "exercise_03.py", "exec"), space)
    assert observers.outcome(lambda: 7) == 7
    assert observers.outcome(lambda: space["explode"](1)) == Error(
        "RuntimeError", "not like this", 4, "raise RuntimeError('not like this')"
    )


@pytest.mark.parametrize("thrown", [KeyboardInterrupt, SystemExit])
def test_neither_raised_nor_outcome_holds_back_an_exit(observers, thrown):
    def leave():
        raise thrown

    with pytest.raises(thrown):
        observers.outcome(leave)
    with pytest.raises(thrown):
        raised(leave)


# same_memory, apart


def memory_pairs():
    base = torch.arange(12.0).reshape(3, 4)
    numbers = np.arange(12.0).reshape(3, 4)
    shared = torch.from_numpy(numbers)
    return {
        "itself": (base, base, True),
        "a clone": (base, base.clone(), False),
        "detached": (base, base.detach(), True),
        "a view of another shape": (base, base.view(4, 3), True),
        "a row and its matrix": (base[1], base, True),
        "two rows": (base[0], base[1], False),
        "one row twice": (base[2], base[2], True),
        "interleaved columns": (base[:, 0], base[:, 1], False),
        "every other and the rest": (base.flatten()[::2], base.flatten()[1::2], False),
        "every other and every third": (base.flatten()[::2], base.flatten()[1::3], True),
        "a column and a row that cross": (base[:, 1], base[2], True),
        "transposed": (base.t(), base, True),
        "expanded and its origin": (base[:1, :1].expand(5, 5), base, True),
        "expanded from beside it": (base[:1, :1].expand(5, 5), base[0, 1:], False),
        "nothing of it": (base[:0], base, False),
        "another dtype on the same bytes": (base.view(torch.int32), base, True),
        "real parts and imaginary parts": (*torch.view_as_real(torch.ones(3, dtype=torch.complex64)).unbind(-1), False),
        "a tensor and the array it shares with": (shared, numbers, True),
        "the shared array's other row": (shared[0], numbers[1], False),
        "an array and its reverse": (numbers[::-1], numbers[:1], True),
        "halves reversed": (numbers.ravel()[5::-1], numbers.ravel()[6:], False),
        "two arrays": (numbers, numbers.copy(), False),
        "meta tensors": (torch.empty(3, device="meta"), torch.empty(3, device="meta"), False),
        "a tensor and a list": (base, [base], False),
        "two Nones": (None, None, False),
        "sparse": (torch.eye(2).to_sparse(), torch.eye(2).to_sparse(), False),
    }


@pytest.mark.parametrize("pair", memory_pairs())
def test_same_memory_is_about_elements_not_about_storages(pair):
    first, second, expected = memory_pairs()[pair]
    assert same_memory(first, second) is expected
    assert same_memory(second, first) is expected


def test_same_memory_of_a_huge_expanded_tensor_costs_nothing():
    one = torch.ones(2)
    huge = one[:1].expand(10**12)
    assert same_memory(huge, one) is True
    assert same_memory(huge, one[1:]) is False


def test_ranges_of_many_elements_that_overlap_are_taken_to_share():
    base = torch.zeros(2_400_000)
    assert same_memory(base[::2], base[1::2]) is True
    assert same_memory(base[:1_200_000], base[1_200_000:]) is False


@pytest.mark.parametrize("odd", ODD)
def test_same_memory_and_apart_answer_for_anything(odd):
    thing = ODD[odd]()
    assert same_memory(thing, torch.ones(2)) is False
    assert apart([thing, torch.ones(2)]) is True
    assert apart(thing) is True


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 4))] * 2))
def test_same_memory_agrees_with_the_positions_that_two_slices_have_in_common(slices):
    positions = list(range(10))
    first, second = (slice(start, stop, step) for start, stop, step in slices)
    expected = bool(set(positions[first]) & set(positions[second]))
    base = torch.zeros(10)
    assert same_memory(base[first], base[second]) is expected
    assert same_memory(base.numpy()[first], base.numpy()[second]) is expected


def test_apart_looks_at_every_pair_in_lists_tuples_and_dicts():
    base = torch.ones(4, 4)
    separate = [base[0], base[1], base[2].clone(), None, "text"]
    assert apart(separate) is True
    assert apart(tuple(separate)) is True
    assert apart({"a": base[0], "b": base[1]}) is True
    assert apart([base[0], base[1], base[0]]) is False
    assert apart({"a": base, "b": base[3]}) is False
    assert apart([base, base]) is False
    assert apart([]) is True


def test_apart_of_what_is_no_container_is_true():
    assert apart(torch.ones(3)) is True
    assert apart(None) is True


# requires_grad, grad_mode


def test_requires_grad_follows_lists_tuples_and_dicts():
    on, off = torch.ones(1, requires_grad=True), torch.ones(1)
    assert requires_grad(on) is True
    assert requires_grad(off) is False
    assert requires_grad([on, (off, on), {"a": off, "b": [on]}, 3]) == [
        True,
        [False, True],
        {"a": False, "b": [True]},
        None,
    ]
    assert requires_grad("text") is None


@pytest.mark.parametrize(
    ("odd", "expected"),
    [
        ("a liar", None),
        ("a refusing tensor", False),
        ("a refusing list", [None, None]),
        ("a meta tensor", False),
        ("a sparse tensor", False),
        ("a class", None),
    ],
)
def test_requires_grad_answers_for_anything(odd, expected):
    assert requires_grad(ODD[odd]()) == expected


def test_requires_grad_of_a_list_that_contains_itself_ends():
    flags = requires_grad(self_containing())
    for _ in range(15):
        assert flags[0] is True
        flags = flags[1]


def test_grad_mode_is_that_of_the_moment():
    assert grad_mode() is True
    with torch.no_grad():
        assert grad_mode() is False


# random_state


@pytest.mark.parametrize(
    "draw",
    [
        lambda: torch.rand(1),
        lambda: nn.functional.dropout(torch.ones(3), 0.5),
        np.random.rand,
        random.random,
        lambda: torch.manual_seed(0),
    ],
    ids=["torch.rand", "dropout", "numpy", "random", "a new seed"],
)
def test_random_state_changes_when_someone_draws_or_seeds(draw):
    torch.manual_seed(1)
    before = random_state()
    draw()
    assert random_state() != before


@pytest.mark.parametrize(
    "quiet",
    [
        lambda: torch.ones(3).sum(),
        lambda: torch.rand(3, generator=torch.Generator().manual_seed(5)),
        lambda: np.random.default_rng(5).random(),
        lambda: random.Random(5).random(),
        random_state,
    ],
    ids=["a sum", "an own torch generator", "an own NumPy generator", "an own Python generator", "asking"],
)
def test_random_state_stays_when_nobody_draws_from_the_global_generators(quiet):
    before = random_state()
    quiet()
    assert random_state() == before


def test_random_state_is_equal_after_equal_seeds():
    def seeded():
        torch.manual_seed(3)
        np.random.seed(3)
        random.seed(3)
        return random_state()

    assert seeded() == seeded()


# graph


def test_graph_names_nodes_breadth_first_with_their_edges():
    x = torch.ones(3, requires_grad=True)
    y = torch.ones(3)
    assert graph((x * y).sin().sum()) == {
        "nodes": ["SumBackward0", "SinBackward0", "MulBackward0", "torch::autograd::AccumulateGrad"],
        "edges": [[0, 1], [1, 2], [2, 3]],
    }


def test_graph_has_a_shared_node_once_with_an_edge_for_each_use():
    x = torch.ones(3, requires_grad=True)
    shared = x.exp()
    assert graph(shared * shared + x) == {
        "nodes": ["AddBackward0", "MulBackward0", "torch::autograd::AccumulateGrad", "ExpBackward0"],
        "edges": [[0, 1], [0, 2], [1, 3], [1, 3], [3, 2]],
    }


def test_graph_names_a_students_own_function():
    class Square(torch.autograd.Function):
        @staticmethod
        def forward(_, x):
            return x * x

        @staticmethod
        def backward(_, upstream):
            return upstream

    assert graph(Square.apply(torch.ones(1, requires_grad=True)))["nodes"][0] == "SquareBackward"


def test_graph_frees_and_keeps_nothing():
    x = torch.ones(3, requires_grad=True)
    y = x.exp().sum()
    assert graph(y) == graph(y)
    y.backward()
    assert x.grad.tolist() == pytest.approx([2.71828] * 3, rel=1e-5)
    token = weakref.ref(y)
    del y
    assert token() is None


@pytest.mark.parametrize(
    "without",
    [torch.ones(2), torch.ones(2, requires_grad=True), None, 3, "text", Liar()],
    ids=lambda thing: type(thing).__name__,
)
def test_graph_of_what_has_none_is_none(without):
    assert graph(without) is None


def test_graph_reads_a_tensor_that_refuses_functions():
    tensor = torch.ones(2, requires_grad=True).exp().as_subclass(Refusing)
    with torch._C.DisableTorchFunctionSubclass():
        expected = tensor.grad_fn.name()
    assert graph(tensor)["nodes"][0] == expected


# saved_elements


def test_saved_elements_counts_what_backward_will_need():
    x, y = torch.ones(5, requires_grad=True), torch.ones(5, requires_grad=True)
    assert saved_elements(lambda: x * y) == 10
    assert saved_elements(lambda: x + y) == 0
    assert saved_elements(x.exp) == 5
    assert saved_elements(lambda: x * x) == 5


def test_saved_elements_counts_views_once_and_rows_for_themselves():
    x = torch.ones(6, 4, requires_grad=True)
    assert saved_elements(lambda: (x * x, x.view(4, 6).pow(2), x.t().pow(2))) == 24
    assert saved_elements(lambda: [x[0].pow(2), x[3].pow(2), x[0].pow(3)]) == 8
    assert saved_elements(lambda: (x[:2].pow(2), x.pow(2))) == 24
    assert saved_elements(lambda: x[:, :1].expand(6, 1000).pow(2)) == 6


def test_saved_elements_without_gradients_is_zero():
    x = torch.ones(5, requires_grad=True)

    def silent():
        with torch.no_grad():
            return x * x

    assert saved_elements(silent) == 0


def test_saved_elements_does_not_count_what_a_checkpoint_will_compute_again():
    from torch.utils.checkpoint import checkpoint

    x = torch.ones(7, requires_grad=True)

    def block(x):
        return x.sin().sin().sin()

    assert saved_elements(lambda: block(x)) == 21
    assert saved_elements(lambda: checkpoint(block, x, use_reentrant=False)) == 7  # its input, to begin again from


def test_saved_elements_does_not_fail_on_what_has_no_memory_of_its_own():
    dense = torch.ones(3, 2, requires_grad=True)
    assert saved_elements(lambda: torch.sparse.mm(torch.eye(3).to_sparse(), dense)) == 9


def test_saved_elements_lets_the_functions_own_error_through():
    with pytest.raises(ZeroDivisionError):
        saved_elements(lambda: 1 / 0)


def test_the_scope_of_an_exercise_has_every_observer_that_the_authors_guide_lists(observers):
    assert set(observers.scope()) == {
        *("torch", "nn", "F", "np"),
        *("counted", "raised", "outcome", "same_memory", "apart", "requires_grad", "grad_mode", "random_state"),
        *("graph", "alive_graphs", "saved_elements"),
    }


def test_calls_are_told_as_they_happen_and_not_beyond_the_cap():
    told = []
    tally = Tally(told.append)
    function = Observers("exercise_03.py", SOURCE, tally).counted(lambda: None)
    other = Observers("exercise_03.py", SOURCE, tally).counted(lambda: None)
    for call in (function, other, function):
        call()
    assert told == [0, 1, 0]
    assert tally.counts == [2, 1]
    for _ in range(CALLS_TOLD):
        function()
    assert function.calls == CALLS_TOLD + 2
    assert told.count(0) == CALLS_TOLD
