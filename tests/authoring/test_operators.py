"""Each operator on a small source, with the exact text that comes out; and what holds for every mutant."""

from __future__ import annotations

import ast
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.authoring.operators import OPERATORS, mutants

ROOT = Path(__file__).resolve().parent.parent.parent
STEP = """\
def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()  # nothing stale
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
"""
LOOP = """\
def train(optimizer, losses):
    for loss in losses:
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
"""


def made(operator: str, source: str) -> list[str]:
    """The mutants of that operator, in their order."""
    return [each.source for each in mutants(textwrap.dedent(source)) if each.operator == operator]


def in_function(line: str) -> str:
    return f"import torch\n\n\ndef f(x, w):\n    {line}\n"


ONE_LINE = [
    # operator, a line of a function of x and w, the mutated lines
    ("drop-clone", "return x.clone()", ["return x"]),
    ("drop-clone", "return torch.clone(x)", ["return x"]),
    ("drop-clone", "return x.detach().clone().requires_grad_()", []),
    ("drop-detach", "return x.detach().sum()", ["return x.sum()"]),
    ("drop-detach", "return x.grad.detach()", []),
    ("drop-detach", "return float(x.detach())", []),
    ("drop-requires_grad_", "return x.detach().requires_grad_()", ["return x.detach()"]),
    ("drop-requires_grad", "return torch.ones(3, requires_grad=True)", ["return torch.ones(3)"]),
    ("drop-requires_grad", "return torch.ones(3, requires_grad=False)", []),
    ("drop-backward", "w(x).backward()", ["w(x)"]),
    ("drop-retain_graph", "w.backward(retain_graph=True)", ["w.backward()"]),
    ("drop-retain_graph", "return torch.autograd.grad(w, x, retain_graph=True, create_graph=True)", []),
    (
        "drop-create_graph",
        "return torch.autograd.grad(w, x, create_graph=True)",
        ["return torch.autograd.grad(w, x)"],
    ),
    ("drop-item", "return w.item() + float(x)", ["return w + float(x)", "return w.item() + x"]),
    ("sum-mean", "return x.sum(), torch.mean(w)", ["return x.mean(), torch.mean(w)", "return x.sum(), torch.sum(w)"]),
    ("sum-mean", 'return loss(x, w, reduction="sum")', ["return loss(x, w, reduction='mean')"]),
    ("sum-mean", "return x.clamp(min=0)", ["return x.clamp(max=0)"]),
    ("sum-mean", "return sum(x)", []),
    ("zeros-ones", "return torch.zeros_like(x)", ["return torch.ones_like(x)"]),
    ("flip-sign", "return x - w", ["return x + w"]),
    ("flip-sign", "return -x", ["return x"]),
    ("flip-sign", "x += w", ["x -= w"]),
    ("flip-sign", "return x.sum(dim=-1)", []),
    ("flip-sign", "return w / (x + 1e-12)", []),
    ("arithmetic", "return x * (w + 1)", ["return x / (w + 1)"]),
    ("arithmetic", "return (x + w) * x", ["return (x + w) / x"]),
    ("arithmetic", "return x**2", ["return x * 2"]),
    ("arithmetic", "return x * 1", []),
    ("loop-bound", "yield [x for _ in range(w)]", [f"yield [x for _ in range(w {step} 1)]" for step in "-+"]),
    ("loop-bound", "return [x for _ in range(3)]", ["return [x for _ in range(2)]", "return [x for _ in range(4)]"]),
    ("loop-bound", "return [x for x in w]", ["return [x for x in list(w)[:-1]]"]),
    ("index", "return x[0]", ["return x[1]"]),
    ("index", "return x[-1]", ["return x[-2]"]),
    ("index", "return x[w, 1:]", ["return x[w - 1, 1:]", "return x[w, :]"]),
    ("index", "x[:-1] = w", ["x[:] = w"]),
    ("dim", "return x.sum(dim=1)", ["return x.sum()", "return x.sum(dim=0)"]),
    ("dim", "return torch.softmax(x, -1)", ["return torch.softmax(x, -2)"]),
    ("dim", "return x.mean(0)", ["return x.mean(1)"]),
    ("constant", "return 2 * x + 0.5", ["return 3 * x + 0.5", "return 2 * x + 1.5"]),
    ("constant", "return True", ["return False"]),
    ("constant", "torch.manual_seed(0)", []),
    ("constant", "return w[3], x.sum(1), 'text'", []),
    ("comparison", "return x < w", ["return x <= w", "return x > w"]),
    ("comparison", "return x is None", ["return x is not None"]),
    ("condition", "return x if w else 2", ["return x if not w else 2"]),
    ("condition", "return x if not w else 2", ["return x if w else 2"]),
    ("condition", "return x and w", ["return x or w"]),
    ("condition", "return [p for p in x if p.requires_grad]", ["return [p for p in x]"]),
    ("transpose", "return x.T @ w.transpose(0, 1)", ["return x @ w.transpose(0, 1)", "return x.T @ w"]),
    ("keepdim", "return x - x.mean(1, keepdim=True)", ["return x - x.mean(1)"]),
    ("keepdim", "return x - x.mean(dim=1)", ["return x - x.mean(dim=1, keepdim=True)"]),
    ("keepdim", "return x.norm(dim=1).mean()", []),
    ("in-place", "return x + 1", ["return x.add_(1)"]),
    ("in-place", "return (x * 2).sum()", ["return (x.mul_(2)).sum()"]),
    ("in-place", "return x.relu()", ["return x.relu_()"]),
    ("in-place", "x.add_(w)", ["x.add(w)"]),
    ("in-place", "x -= w", ["x = x - w"]),
    ("in-place", "x = x - w", ["x -= w", "x = x.sub_(w)"]),
    ("data", "return x.data + 1", ["return x + 1"]),
    ("swap-arguments", "return torch.where(w, x, 0)", ["return torch.where(x, w, 0)", "return torch.where(w, 0, x)"]),
    ("swap-arguments", "return torch.maximum(x, w)", []),
    ("swap-arguments", "return x - w", ["return w - x"]),
    ("swap-arguments", "return (x - w).abs() + torch.square(x - w)", []),
    ("return-order", "return x, w", ["return w, x"]),
    ("return-order", "return [x, w, 1]", ["return [w, x, 1]", "return [x, 1, w]"]),
    ("upstream", "w.backward(x)", ["w.backward()"]),
    ("upstream", "torch.autograd.grad(w, x, grad_outputs=w)", ["torch.autograd.grad(w, x)"]),
    ("upstream", "w.backward(torch.ones_like(w))", []),
    ("upstream", "torch.autograd.backward(w)", []),
]  # fmt: skip


@pytest.mark.parametrize(("operator", "line", "expected"), ONE_LINE, ids=lambda value: str(value)[:60])
def test_an_operator_changes_a_line_and_nothing_else(operator, line, expected):
    assert made(operator, in_function(line)) == [in_function(each) for each in expected]


@pytest.mark.parametrize("name", ["zero_grad", "backward", "step"])
def test_a_call_that_is_a_statement_is_dropped_with_its_line_and_comment(name):
    lines = [line for line in STEP.split("\n") if f".{name}()" not in line]
    assert made(f"drop-{name}", STEP) == ["\n".join(lines)]


@pytest.mark.parametrize("mode", ["eval", "train"])
def test_the_mode_of_a_model_is_not_set_or_set_too_late(mode):
    source = f"def f(model, x):\n    model.{mode}()\n    n = len(x)\n    y = model(x)\n    return y\n"
    lines = source.split("\n")
    assert made(f"drop-{mode}", source) == ["\n".join([lines[0], *lines[2:]])]
    assert made(f"move-{mode}", source) == ["\n".join([lines[0], *lines[2:4], lines[1], *lines[4:]])]


def test_the_only_statement_of_a_block_becomes_pass():
    assert made("drop-zero_", "def f(x):\n    if x:\n        x.grad.zero_()\n") == [
        "def f(x):\n    if x:\n        pass\n"
    ]


def test_save_for_backward_is_dropped():
    source = "def forward(ctx, x):\n    ctx.save_for_backward(x)\n    return x\n"
    assert made("drop-save_for_backward", source) == ["def forward(ctx, x):\n    return x\n"]


class TestNoGrad:
    def test_a_block_loses_it_and_keeps_its_comments(self):
        source = """\
        def f(x, w):
            with torch.no_grad():
                w -= x  # the step

                w *= 2  # once
            return w
        """
        assert made("drop-no_grad", source) == [
            "def f(x, w):\n    w -= x  # the step\n\n    w *= 2  # once\n    return w\n"
        ]

    def test_a_decorated_function_loses_it(self):
        source = "@torch.no_grad()\ndef f(x):\n    return 2 * x\n"
        assert made("drop-no_grad", source) == ["def f(x):\n    return 2 * x\n"]

    def test_what_only_reads_a_number_and_what_is_off_anyway_keeps_it(self):
        assert made("drop-no_grad", "def f(x):\n    with torch.no_grad():\n        n = x.sum().item()\n") == []
        source = "def forward(ctx, x):\n    with torch.no_grad():\n        return ctx.f(x)\n"
        assert made("drop-no_grad", source) == []

    def test_statements_leave_it_and_come_under_it(self):
        source = "def f(x):\n    y = x * 2\n    with torch.no_grad():\n        x += y\n        x *= 3\n    return y\n"
        assert made("move-no_grad", source) == [
            "def f(x):\n    with torch.no_grad():\n        y = x * 2\n        x += y\n        x *= 3\n    return y\n",
            "def f(x):\n    y = x * 2\n    x += y\n    with torch.no_grad():\n        x *= 3\n    return y\n",
            "def f(x):\n    y = x * 2\n    with torch.no_grad():\n        x += y\n    x *= 3\n    return y\n",
        ]


class TestMoves:
    def test_zero_grad_goes_past_the_backward_pass_and_not_merely_past_its_neighbour(self):
        lines = STEP.split("\n")
        assert made("move-zero_grad", STEP) == ["\n".join([lines[0], *lines[2:4], lines[1], *lines[4:]])]

    def test_a_step_goes_before_the_backward_pass(self):
        lines = STEP.split("\n")
        assert made("move-step", STEP) == ["\n".join([*lines[:3], lines[4], lines[3], *lines[5:]])]

    def test_clearing_by_hand_moves_out_of_the_loop(self):
        source = "def f(x, losses):\n    for loss in losses:\n        x.grad = None\n        loss.backward()\n"
        assert made("move-zero_grad", source) == [
            "def f(x, losses):\n    for loss in losses:\n        loss.backward()\n        x.grad = None\n",
            "def f(x, losses):\n    x.grad = None\n    for loss in losses:\n        loss.backward()\n",
            "def f(x, losses):\n    for loss in losses:\n        loss.backward()\n    x.grad = None\n",
        ]

    def test_a_step_moves_out_of_the_loop_with_its_indent(self):
        after = LOOP.replace("        optimizer.step()", "    optimizer.step()")
        assert after in made("move-step", LOOP)

    def test_nothing_moves_past_a_return(self):
        assert made("move-backward", "def f(x, z):\n    z.backward()\n    return x.grad\n") == []


def test_another_pass_retains_the_graph_too():
    source = "def f(a, b):\n    a.backward(retain_graph=True)\n    b.backward()\n"
    assert made("add-retain_graph", source) == [source.replace("b.backward()", "b.backward(retain_graph=True)")]
    assert made("add-retain_graph", "def f(b):\n    b.backward()\n") == []


def test_an_upstream_gradient_is_taken_for_ones():
    source = "def backward(ctx, upstream):\n    return upstream * ctx.mask.to(upstream.dtype)\n"
    ones = "upstream.new_ones(upstream.shape)"
    assert made("upstream", source) == [source.replace("return upstream", f"return {ones}")]


def test_a_computed_value_is_cut_off_its_graph():
    source = "def f(trunk, head, x):\n    h = trunk(x)\n    return head(h), len(h)\n"
    assert made("data", source) == [source.replace("head(h)", "head(h.data)")]
    assert made("data", f"import numpy as np\n\n\n{source}") == []


class TestStatements:
    def test_any_other_statement_is_dropped(self):
        source = (
            "def f(xs):\n    total = 0\n    total = total + 1\n    for x in xs:\n        xs[0] = x\n    return total\n"
        )
        lines = source.split("\n")
        assert made("drop-statement", source) == [
            "\n".join(lines[:1] + lines[2:]),
            "\n".join(lines[:2] + lines[3:]),
            "\n".join(lines[:3] + lines[5:]),
            "\n".join([*lines[:4], "        pass", *lines[5:]]),
            "\n".join(lines[:5] + lines[6:]),
        ]

    def test_one_without_which_a_name_would_be_missing_is_not(self):
        assert made("drop-statement", "def f(x):\n    y = g(x)\n    a, b = y\n    print(a)\n    return y\n") == [
            "def f(x):\n    y = g(x)\n    a, b = y\n    print(a)\n"
        ]


class TestWhatStaysAsItIs:
    def test_docstrings_hints_imports_texts_and_main_blocks_are_not_mutated(self):
        source = '''\
        """Adds 1."""

        from a import b


        def f(x: T[1], *, y: "int" = ...) -> tuple[int, 2]:
            """Adds 2."""
            z: Literal[3]
            raise ValueError(f"{x + 1}", 3)


        if __name__ == "__main__":
            f(1)
        '''
        assert [each.operator for each in mutants(textwrap.dedent(source))] == ["drop-statement"]

    def test_columns_after_letters_of_several_bytes_are_right(self):
        source = 'def f(x):\n    return {"größe, 日本": x + 1}, x - 2  # ok\n'
        assert made("flip-sign", source) == [source.replace("x + 1", "x - 1"), source.replace("x - 2", "x + 2")]

    def test_a_text_that_cannot_be_cut_is_written_anew(self):
        source = "def f(x):\n    y = x.grad; x.grad.zero_(); return y\n"
        assert made("drop-zero_", source) == ["def f(x):\n    y = x.grad\n    return y\n"]

    def test_an_operand_over_several_lines_keeps_them(self):
        source = "def f(x, w):\n    return (\n        x.sin()\n        - w.cos(  # far\n        )\n    )\n"
        assert made("flip-sign", source) == [
            "def f(x, w):\n    return (\n        x.sin() + w.cos(  # far\n        )\n    )\n"
        ]

    def test_windows_line_ends_are_read(self):
        assert made("flip-sign", "def f(x):\r\n    return -x\r\n") == ["def f(x):\n    return x\n"]


class TestFingerprints:
    def test_are_twelve_hexadecimal_digits_that_no_yaml_takes_for_a_number(self):
        assert all(re.fullmatch("[a-f][0-9a-f]{11}", each.fingerprint) for each in mutants(STEP))

    def test_are_the_same_on_every_machine(self):
        found = {each.operator: each.fingerprint for each in mutants(STEP)}
        assert found["drop-item"] == "ee7e20953e1b"

    def test_stay_when_other_code_changes(self):
        before = {each.fingerprint for each in mutants(STEP)}
        after = {
            each.fingerprint for each in mutants(f"import torch\n\nSCALE = 3\n\n\n{STEP}\n\ndef g(x):\n    return -x\n")
        }
        assert before < after

    def test_tell_modules_functions_and_equals_apart(self):
        source = "def f(x):\n    return -x, -x\n\n\ndef g(x):\n    return -x\n"
        one = [each.fingerprint for each in mutants(source, "one") if each.operator == "flip-sign"]
        two = [each.fingerprint for each in mutants(source, "two") if each.operator == "flip-sign"]
        assert len({*one, *two}) == 6


def test_every_operator_makes_a_mutant_of_some_source_here():
    others = [
        STEP,
        LOOP,
        "def f(model, x):\n    model.eval()\n    y = model(x)\n    model.train()\n    return model(y)\n",
        "def f(x):\n    x.requires_grad_()\n    x.grad.zero_()\n    x.sum().backward()\n",
        "def f(x, y):\n    x.backward(create_graph=True)\n    x.backward(retain_graph=True)\n    y.backward()\n",
        "def f(x):\n    with torch.no_grad():\n        x += 1\n        x *= 2\n    return x\n",
        "def forward(ctx, x):\n    ctx.save_for_backward(x)\n    return x\n",
    ]
    sources = [*others, *(in_function(line) for _, line, _ in ONE_LINE)]
    assert {each.operator for source in sources for each in mutants(source)} == set(OPERATORS)


LINES = st.sampled_from([line for _, line, _ in ONE_LINE])
BLOCKS = st.sampled_from(
    [
        "for i in range(x):\n    {0}\n    {1}",
        "with torch.no_grad():\n    {0}\n    {1}",
        "if x:\n    {0}\nelse:\n    {1}",
        "while x > w: {0}",
        "{0}; {1}",
        "{0}\n{1}",
        "try:\n    {0}\nfinally:\n    {1}",
    ]
)


@st.composite
def modules(draw):
    """Modules of a function or two with some of the lines above in blocks."""
    functions = []
    for number in range(draw(st.integers(1, 2))):
        blocks = [draw(BLOCKS).format(draw(LINES), draw(LINES)) for _ in range(draw(st.integers(1, 3)))]
        functions.append(f"def f{number}(x, w):\n" + textwrap.indent("\n".join(blocks), "    ") + "\n")
    return "import torch\n\n\n" + "\n\n".join(functions)


@settings(max_examples=40)
@given(modules())
def test_every_mutant_compiles_and_differs_and_has_a_fingerprint_of_its_own_that_stays(source):
    found = mutants(source)
    trees = [ast.dump(ast.parse(each.source)) for each in found]
    for each in found:
        compile(each.source, "mutant", "exec")
    assert len({*trees, ast.dump(ast.parse(source))}) == len(found) + 1
    fingerprints = [each.fingerprint for each in found]
    assert len(set(fingerprints)) == len(found)
    above = "import os\n\n\ndef above(z):\n    return z\n\n\n"
    moved = [each for each in mutants(above + source) if each.line > 7]
    assert [each.fingerprint for each in moved] == fingerprints
    assert [each.line - 7 for each in moved] == [each.line for each in found]


def test_a_mutant_of_a_reference_keeps_all_other_lines():
    for path in ROOT.glob("solutions/exercise_0[1-5]*/reference.py"):
        source = path.read_text(encoding="utf-8")
        for each in mutants(source):
            if each.operator != "drop-statement":
                assert len(set(source.split("\n")) - set(each.source.split("\n"))) <= 1, each.operator
