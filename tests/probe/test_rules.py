"""A rule finds what the code names, however it is imported, at the line where it stands; never in text or comments."""

from __future__ import annotations

import ast

import pytest

from grader.observation import Violation
from grader.observation.job import RuleCode
from grader.probe.rules import violations


def broken(source, *, forbid=(), require=()):
    tree = ast.parse(source)
    return violations(tree, (RuleCode(tuple(forbid), tuple(require)),), source.split("\n"))


def line_of(source, *names):
    """The line at which one of the names is found to be used; None where none is."""
    found = broken(source, forbid=names)
    return found[0].line if found else None


FUNCTIONAL = "torch.autograd.functional"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("import torch\n\ntorch.autograd.functional.jacobian(f, x)", 3),
        ("import torch as t\nt.autograd.functional.jacobian(f, x)", 2),
        ("import torch.autograd as ag\nag.functional.hessian(f, x)", 2),
        ("import torch.autograd.functional\n", 1),
        ("import torch.autograd.functional as F\n", 1),
        ("from torch.autograd import functional as f\n", 1),
        ("from torch.autograd import (\n    grad,\n    functional,\n)", 3),
        ("from torch.autograd.functional import jacobian as j\nj(f, x)", 1),
        ("from torch.autograd.functional import *\n", 1),
        ("from torch import autograd\n\nautograd.functional.vjp(f, x)", 3),
        ("from torch import autograd as a\njvp = a.functional.jvp", 2),
        ("import torch\nfunctional = torch.autograd.functional", 2),
        ("def f():\n    import torch.autograd.functional as F\n    return F", 2),
        ("import torch\ny = (torch\n    .autograd\n    .functional\n    .jacobian(f, x))", 4),
        ("import os, torch.autograd.functional", 1),
    ],
)
def test_a_forbidden_module_is_found_through_every_import(source, line):
    assert line_of(source, FUNCTIONAL) == line


@pytest.mark.parametrize(
    "source",
    [
        "import torch\n# torch.autograd.functional.jacobian",
        'import torch\n"""torch.autograd.functional"""\nname = "torch.autograd.functional.jacobian"',
        "import torch.nn.functional as F\nF.relu(x)",
        "from torch.nn import functional\nfunctional.relu(x)",
        "import torch\ntorch.nn.functional.relu(x)",
        "import torch\ntorch.autograd.grad(y, x)",
        "import torch\ntorch.autograd.functionality",
        "from torch.autograd import functional_grad",
        "def functional(): pass\nfunctional()",
        "class torch: pass\nx.torch.autograd.functional",
        "from . import functional",
        "",
    ],
)
def test_a_forbidden_module_is_not_found_in_text_or_under_another_name(source):
    assert line_of(source, FUNCTIONAL) is None


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("y = x.data", 1),
        ("\nx.data += 1", 2),
        ("f(x)[0].data.clone()", 1),
        ("torch.ones(3).data", 1),
        ("import torch\ntorch.ones(3).data", 2),
        ("getattr(x, 'data')", 1),
        ("setattr(x, 'data', y)", 1),
        ("getattr(x, 'data', None)", 1),
        ("y = (\n    x\n    .detach()\n    .data\n)", 4),
        ("class Own:\n    def f(self):\n        self.data = 3", 3),
    ],
)
def test_a_forbidden_attribute_is_found_on_any_object(source, line):
    assert line_of(source, ".data") == line


@pytest.mark.parametrize(
    "source",
    [
        "import torch.utils.data",
        "import torch\ntorch.utils.data.DataLoader(x)",
        "from torch.utils import data\ndata.DataLoader(x)",
        "from torch.utils.data import DataLoader",
        "data = 3\nprint(data)",
        "f(data=3)",
        "x.database",
        "getattr(x, name)",
        "getattr(x, 'database')",
        "# x.data\n'x.data'",
        "x['data']",
    ],
)
def test_a_forbidden_attribute_is_no_module_variable_argument_or_text(source):
    assert line_of(source, ".data") is None


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("grad(y, x, is_grads_batched=True)", "is_grads_batched", 1),
        ("grad(\n    y,\n    x,\n    is_grads_batched=\n        True,\n)", "is_grads_batched", 4),
        ("y.backward()", "backward", 1),
        ("import torch\ntorch.vmap(f)", "vmap", 2),
        ("from torch import vmap as v\n", "vmap", 1),
        ("vmap(f)", "vmap", 1),
        ("for i in range(3):\n    eval('x')", "eval", 2),
        ("getattr(y, 'backward')()", "backward", 1),
    ],
)
def test_a_bare_name_is_found_as_argument_attribute_and_name(source, name, line):
    assert line_of(source, name) == line


@pytest.mark.parametrize("source", ["is_grads_batched_too = 1", "'is_grads_batched'", "f(**options)", "# vmap"])
def test_a_bare_name_is_not_found_in_text_or_within_another(source):
    assert line_of(source, "is_grads_batched", "vmap") is None


@pytest.mark.parametrize(
    "source",
    [
        "import torch",
        "import torch as t",
        "from torch import nn",
        "import torch.nn as nn",
        "from torch.nn.functional import relu",
        "from torch import *",
        "import numpy, torch.nn",
    ],
)
def test_a_package_can_be_forbidden_altogether(source):
    assert line_of("import numpy as np\n" + source, "torch") == 2


def test_another_package_is_not_forbidden_with_it():
    assert line_of("import numpy as np\nimport torchvision\nnp.ones(3)\nfrom pytorch import x", "torch") is None


def test_the_first_place_of_all_the_forbidden_names_is_given_with_its_source():
    source = "import torch\ndef f(x):\n    x.detach()\n    return x.data\nf(y).data"
    assert broken(source, forbid=[".data", ".detach"]) == (Violation(0, 3, "x.detach()"),)


def test_each_rule_is_broken_once_and_known_by_its_index():
    rules = (RuleCode((".data",), ()), RuleCode(("eval",), ()), RuleCode((), ("torch.func", "torch.vmap")))
    source = "x.data\nx.data\nx.item()"
    assert violations(ast.parse(source), rules, source.split("\n")) == (
        Violation(0, 1, "x.data"),
        Violation(2, None, None),
    )


@pytest.mark.parametrize(
    "source",
    [
        "import torch\nclass Own(torch.autograd.Function): pass",
        "from torch.autograd import Function",
        "from torch import autograd as a\nclass Own(a.Function): pass",
    ],
)
def test_a_required_name_is_there_however_it_is_imported(source):
    assert broken(source, require=["torch.autograd.Function"]) == ()


@pytest.mark.parametrize("source", ["", "import torch", "# torch.autograd.Function", "class Function: pass"])
def test_a_required_name_that_is_absent_is_a_violation_without_a_line(source):
    assert broken(source, require=["torch.autograd.Function"]) == (Violation(0, None, None),)


def test_one_of_several_required_names_is_enough():
    assert broken("y.backward()", require=["torch.autograd.grad", "backward"]) == ()


def test_a_chain_of_attributes_as_long_as_the_parser_takes_is_read():
    assert line_of("import torch\ntorch" + ".a" * 900, "torch.a.a.a") == 2
