"""Tensors and other objects that are not what they seem. The probe records what they are, and goes on."""

from __future__ import annotations

import pytest
from attacking import attempt, block, outcome, seen


def nested(core, depth=15):
    return nested([core], depth - 1) if depth else core


# What `probe_it` returns, and what is recorded of it.

OBJECTS = {
    "a subclass of Tensor": ("class T(torch.Tensor): pass\nreturn torch.zeros(2).as_subclass(T)", "<T>"),
    "a subclass that raises in everything": (
        (
            "class T(torch.Tensor):\n    @classmethod\n    def __torch_function__(*a, **k): raise RuntimeError('no')\n"
            "return torch.zeros(2).as_subclass(T)"
        ),
        "<T>",
    ),
    "a subclass that never returns": (
        (
            "class T(torch.Tensor):\n    @classmethod\n    def __torch_function__(*a, **k):\n        while True: pass\n"
            "return torch.zeros(2).as_subclass(T)"
        ),
        "<T>",
    ),
    "a subclass with a dispatcher": (
        (
            "class T(torch.Tensor):\n    @staticmethod\n    def __new__(cls):\n"
            "        return torch.Tensor._make_wrapper_subclass(cls, (2,))\n    @classmethod\n"
            "    def __torch_dispatch__(*a, **k): raise RuntimeError('no')\nreturn T()"
        ),
        "<T>",
    ),
    "a lying class": ("class T:\n    __class__ = torch.Tensor\nreturn T()", "<T>"),
    "a class with a lying metaclass": (
        (
            "class M(type):\n    __instancecheck__ = __subclasscheck__ = lambda *a: True\n    __name__ = 'Tensor'\n"
            "class T(metaclass=M): pass\nreturn T()"
        ),
        "<T>",
    ),
    "an object whose attributes leave": (
        "class T:\n    def __getattribute__(self, name): os._exit(3)\nreturn T()",
        "<T>",
    ),
    "an object whose repr leaves": (
        "class T:\n    def __repr__(self): os._exit(3)\n    __str__ = __repr__\nreturn T()",
        "<T>",
    ),
    "a list that iterates otherwise": (
        "class T(list):\n    __iter__ = lambda self: iter([7])\n    __len__ = lambda self: 10**9\nreturn T([1, 2])",
        [1, 2],
    ),
    "a dict that iterates otherwise": (
        "class T(dict):\n    items = keys = values = __iter__ = lambda self: os._exit(3)\nreturn T(a=1)",
        {"a": 1},
    ),
    "a str in a class": ("class T(str):\n    encode = lambda *a: os._exit(3)\nreturn T('x')", "<T>"),
    "an int in a class": ("class T(int):\n    __eq__ = lambda *a: True\nreturn T(3)", "<T>"),
    "a bool that is an int": ("return [True, 1]", [True, 1]),
    "a storage resized to nothing": (
        "x = torch.ones(1000)\nx.untyped_storage().resize_(0)\nreturn x",
        "<Tensor> its storage is smaller than its shape",
    ),
    "a view beyond its storage": (
        "x = torch.ones(4)\ny = x[2:]\nx.untyped_storage().resize_(8)\nreturn y",
        "<Tensor> its storage is smaller than its shape",
    ),
    "a set_ to another storage": ("x = torch.ones(2)\nx.set_(torch.zeros(2))\nreturn x", [0, 0]),
    "an expanded tensor of a petabyte": (
        "return torch.ones(1).expand(2**48)",
        "<Tensor> shape [281474976710656] is 1073741824 MiB, more than is recorded of one submission",
    ),
    "an expanded tensor over the cap": (
        "return torch.ones(1).expand(2**25)",
        "<Tensor> shape [33554432] is 128 MiB, more than is recorded of one submission",
    ),
    "a sparse tensor of a petabyte": (
        "return torch.sparse_coo_tensor([[0]], [1.0], (2**48,))",
        "<Tensor> shape [281474976710656] is 1073741824 MiB, more than is recorded of one submission",
    ),
    "a sparse tensor with an index outside": (
        "return torch.sparse_coo_tensor([[2**40]], [1.0], (4,), check_invariants=False)",
        "crashed: it crashed with SIGSEGV (Segmentation fault)",
    ),
    "overlapping strides": ("return torch.arange(3.).as_strided((2, 2), (1, 1))", [[0, 1], [1, 2]]),
    "no elements in a huge shape": ("return list(torch.empty(0, 2**40).shape)", [0, 2**40]),
    "a nested tensor": (
        "return torch.nested.nested_tensor([torch.ones(2), torch.ones(3)])",
        "<Tensor> a nested tensor",
    ),
    "a tensor on no device": (
        "return torch.empty(2**50, device='meta')",
        "Tensor(dtype='float32', shape=(1125899906842624,), data=None, layout='strided', device='meta')",
    ),
    "a tensor of a transform": (
        "kept = []\ntorch.vmap(lambda x: kept.append(x) or x)(torch.ones(2))\nreturn kept[0]",
        "<Tensor> a tensor that belongs to a function transform (torch.func) that has ended",
    ),
    "a conjugate view": ("return torch.tensor([1j]).conj()", [-1j]),
    "a tensor that requires a gradient": ("return torch.ones(1, requires_grad=True)", [1]),
    "a hook that would change it": (
        "x = torch.ones(1, requires_grad=True)\nx.register_hook(lambda g: os._exit(3))\nreturn x",
        [1],
    ),
    "a list in itself": ("x = []\nx.append(x)\nreturn x", nested("<list> nested more than 16 deep")),
    "a dict in itself": ("x = {}\nx['x'] = x\nreturn [*x, len(x)]", ["x", 1]),
    "lists nested a million deep": (
        "x = []\nfor _ in range(10**5): x = [x]\nreturn x",
        nested("<list> nested more than 16 deep"),
    ),
    "a list of ten million": ("return [0] * 10**7", "<list> 10000000 items; at most 10000 are recorded of one case"),
    "a tree that doubles": (
        "x = [1]\nfor _ in range(14): x = [x, x]\nreturn x",
        "<sequence> too many or too long values to record",
    ),
    "three hundred tensors": (
        "return [torch.ones(1)] * 300",
        [[1.0]] * 256 + ["<Tensor> more than 256 tensors in one case"] * 44,
    ),
    "an endless iterator": ("return iter(int, 1)", "<callable_iterator>"),
    "an integer of a million digits": ("return 10**10**6", "<int> an integer of 3321929 bits"),
    "text of a megabyte": ("return 'x' * 10**6", "<str> text of 1000000 characters"),
    "half a character": ("return 'half ' + chr(0xD800)", "half ?"),
    "a type with an endless name": ("return type('T' * 10**6, (), {})()", "<" + "T" * 200 + ">"),
    "a type named as a tag": ("return type('<b>', (), {})()", "<<b>>"),
    "an array of objects": ("return np.array([object()])", "<ndarray> of dtype object"),
    "an array over the cap": (
        "return np.broadcast_to(np.zeros(1), (2**40,))",
        "<ndarray> shape [1099511627776] is 8388608 MiB, more than is recorded of one submission",
    ),
    "an array in a class": ("class A(np.ndarray): pass\nreturn np.zeros(2).view(A)", "<A>"),
    "an array of records": ("return np.zeros(2, dtype=[('a', 'f8')])", "<ndarray> of dtype void64"),
    "an exception whose text leaves": ("class E(Exception):\n    def __str__(self): raise SystemExit\nraise E", "E: "),
    "an exception whose text is endless": ("raise ValueError('x' * 10**7)", "ValueError: " + "x" * 4000),
    "an exception that has itself as cause": ("e = ValueError('round')\ne.__cause__ = e\nraise e", "ValueError: round"),
    "an exception of no kind": ("class E(BaseException): pass\nraise E('bare')", "E: bare"),
    "an exception whose arguments leave": (
        "raise type('E', (Exception,), {'args': property(lambda s: os._exit(3))})('x')",
        "E: x",
    ),
    "an exception whose traceback leaves": (
        "raise type('E', (Exception,), {'__traceback__': property(lambda s: os._exit(3))})('x')",
        "E: x",
    ),
    "a keyboard interrupt": ("raise KeyboardInterrupt", "KeyboardInterrupt: "),
    "a generator's exit": ("raise GeneratorExit", "GeneratorExit: "),
    "a group of errors": (
        "raise ExceptionGroup('many', [ValueError()] * 1000)",
        "ExceptionGroup: many (1000 sub-exceptions)",
    ),
}


@pytest.mark.parametrize(("body", "recorded"), OBJECTS.values(), ids=OBJECTS)
def test_an_object_is_recorded_as_what_it_is(strict, body, recorded):
    found = attempt(strict, block(body))
    assert (found if isinstance(recorded, list | dict) else str(found)) == recorded


# The recording of one thing does not spoil what is recorded after it

SPOILS = """
import os, torch
kept = []

def probe_it():
    return 1

def with_it():
    class T(torch.Tensor):
        @classmethod
        def __torch_function__(*a, **k): raise RuntimeError("no")
    kept.append(torch.ones(2).as_subclass(T))
    torch.Tensor.detach = torch.Tensor.numel = torch.Tensor.contiguous = lambda *a: os._exit(3)
    torch.no_grad = lambda: kept.clear()
    return kept[:]

def after_it():
    return torch.ones(2)
"""


def test_a_case_that_was_tampered_with_costs_itself_alone(strict):
    observed = seen(
        strict, SPOILS, "student.probe_it()", "student.with_it()", "student.probe_it()", "student.probe_it()"
    )
    assert [outcome(observed, index) for index in (0, 2, 3)] == [1, 1, 1]


# Objects as honest answers have them

HONEST = {
    "a tensor": ("return torch.arange(3)", [0, 1, 2]),
    "a strided view": ("return torch.arange(6).view(2, 3).T", [[0, 3], [1, 4], [2, 5]]),
    "an expanded tensor": ("return torch.ones(1).expand(3)", [1, 1, 1]),
    "a parameter": ("return torch.nn.Parameter(torch.ones(2))", [1, 1]),
    "a sparse tensor": ("return torch.eye(2).to_sparse()", [[1, 0], [0, 1]]),
    "nothing in it": ("return torch.empty(0, 3)", []),
    "infinities": ("return torch.tensor([1, -1]) / 0", [float("inf"), float("-inf")]),
    "a tuple of both kinds": ("return torch.ones(1), [2.5, None]", [[1], [2.5, None]]),
    "a named tuple": ("return torch.ones(3).max(0)", [1, 0]),
    "a dict": ("return {'a': torch.ones(1), 2: True}", {"a": [1], 2: True}),
    "an array": ("return np.arange(2)", None),
    "a complex number": ("return 1 + 2j", 1 + 2j),
    "a long integer": ("return 2**100", 2**100),
    "text": ("return 'é'", "é"),
    "an error of its own": ("raise ValueError('no')", "ValueError: no"),
}


@pytest.mark.parametrize(("body", "recorded"), HONEST.values(), ids=HONEST)
def test_an_honest_object_is_recorded(held, body, recorded):
    found = attempt(held, block(body))
    assert found == recorded if recorded is not None else found.shape == (2,)


NOT_A_NUMBER = "return [torch.tensor(float('nan')), float('nan')]"


def test_a_nan_arrives_as_one(held):
    assert [found != found for found in attempt(held, block(NOT_A_NUMBER))] == [True, True]  # noqa: PLR0124


def test_a_nan_equals_no_number(strict, mark):
    report = mark(
        strict, "import torch\ndef gradient(f, x):\n    f(x)\n    f(x)\n    return x.detach() * float('nan')\n"
    )
    assert (report.status, report.score, report.cases[0].status) == ("graded", 0.0, "failed")
