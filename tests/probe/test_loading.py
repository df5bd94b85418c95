"""A student's source becomes a module, or an error at the right line; nothing that is wrong with it is raised."""

from __future__ import annotations

import sys
import warnings

import pytest
import torch

from grader.observation import Violation
from grader.observation.job import Job, RuleCode, Run
from grader.probe.loading import load, versions

NAME = "exercise_03.py"


@pytest.fixture(autouse=True)
def restored():
    """What a module may change in its process is put back."""
    limit, path, dtype = sys.getrecursionlimit(), list(sys.path), torch.get_default_dtype()
    yield
    sys.setrecursionlimit(limit)
    sys.path[:] = path
    sys.modules.pop("student", None)
    torch.set_default_dtype(dtype)
    torch.set_grad_enabled(True)


def loaded(source, *, define=(), rules=(), cells=(), index=0):
    return module_and_frame(source, define=define, rules=rules, cells=cells, index=index)[1]


def module_and_frame(source, *, define=(), rules=(), cells=(), index=0):
    run = Run(source, NAME, tuple(cells), (), ())
    return load(Job((), tuple(rules), tuple(define), (run,)), run, index)


def error_of(source, **options):
    error = loaded(source, **options).error
    return error.type, error.message, error.line, error.source


def test_a_good_module_is_loaded_with_its_names_and_lines():
    frame = loaded(
        "import torch\nfrom math import sin\n\ndef f(x):\n    return x\n\nclass Net(torch.nn.Module):\n    pass\n\n"
        "@decorator\nasync def g(): pass\n".replace("@decorator\n", "")
        + "N = 3\n_hidden = f\nalias = f\nW = torch.ones(2)\n",
        define=["W", "f", "missing"],
        index=4,
    )
    assert frame.error is None
    assert frame.run == 4
    assert frame.defined == (
        ("W", "Tensor"),
        ("f", "function"),
        ("Net", "type"),
        ("g", "function"),
        ("alias", "function"),
    )
    assert frame.lines == (("f", 4), ("Net", 7), ("g", 10))
    assert frame.violations == ()


def test_functions_that_were_imported_are_not_the_modules_own():
    frame = loaded("from torch.nn.functional import relu\nfrom os.path import join\n")
    assert frame.defined == ()


def test_objects_that_lie_are_listed_by_their_real_type():
    frame = loaded(
        "def no(*_):\n    raise RuntimeError\n"
        "class Lie:\n    __class__ = property(no)\n    __getattr__ = __eq__ = no\n    __hash__ = None\n"
        "thing = Lie()\nglobals()[5] = 1\nno.__module__ = thing\n",
        define=["thing"],
    )
    assert frame.error is None
    assert frame.defined == (("thing", "Lie"), ("no", "function"), ("Lie", "type"))


def test_rules_are_checked_even_where_the_import_fails():
    frame = loaded("y = x.data\n", rules=[RuleCode((".data",), ())])
    assert frame.violations == (Violation(0, 1, "y = x.data"),)
    assert frame.error.type == "NameError"


# Errors of reading


@pytest.mark.parametrize(
    ("source", "kind", "line", "text"),
    [
        ("def f(x):\n    return x +\n", "SyntaxError", 2, "return x +"),
        ("def f(x):\nreturn x\n", "IndentationError", 2, "return x"),
        ("if True:\n\tx = 1\n        y = 2\n", "TabError", 3, "y = 2"),
        ("x = (1,\n\n", "SyntaxError", 1, "x = (1,"),
        ("x = '''\n", "SyntaxError", 1, "x = '''"),
        ("return 3\n", "SyntaxError", 1, "return 3"),
        ("break\n", "SyntaxError", 1, "break"),
        ("x = 1\nfrom __future__ import annotations\n", "SyntaxError", 2, "from __future__ import annotations"),
        ("x = " + "(" * 300 + ")" * 300, "SyntaxError", 1, ("x = " + "(" * 300 + ")" * 300)[:500]),
    ],
)
def test_a_module_that_is_no_python_is_an_error_at_its_line(source, kind, line, text):
    found = error_of(source)
    assert (found[0], found[2], found[3]) == (kind, line, text)
    assert found[1]


def test_the_message_of_a_syntax_error_is_the_parsers_own_words_without_the_place():
    assert error_of("x = = 1")[1] == "invalid syntax"


def test_a_notebook_is_read_cell_by_cell():
    assert error_of("import math\n%matplotlib inline\nx = = 2", cells=[1, 2]) == (
        "SyntaxError",
        "invalid syntax",
        3,
        "x = = 2",
    )
    assert loaded("%time x = 3\ndef f(): pass", cells=[1]).defined == (("f", "function"),)


@pytest.mark.parametrize(
    "source",
    [
        "x = 1\0",
        "x = '\ud800'",
        "x = " + "-" * 5_000 + "1",
        "x = " + "-" * 100_000 + "1",
        "x = " + "+".join("1" * 5_000),
        "f = None\nif f:\n    f" + "()" * 5_000,
        "import torch\nif not torch:\n    torch" + ".a" * 20_000,
        "x = 0" + "9" * 10_000,
    ],
    ids=["NUL", "half a character", "deep", "very deep", "long sum", "calls", "attributes", "digits"],
)
def test_source_that_breaks_the_parser_is_an_error_of_the_module(source):
    kind, _, _, _ = error_of(source, rules=[RuleCode(("torch.a",), ())])
    assert kind in {"SyntaxError", "ValueError", "UnicodeEncodeError", "RecursionError", "MemoryError"}


def test_a_questionable_spelling_is_no_error_even_where_warnings_are():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        assert loaded("x = 1 is 1\npattern = '\\d'\n").error is None


# Errors of importing


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import torch\n\nx = torch.ones(2) @ torch.ones(3)", ("RuntimeError", 3, "x = torch.ones(2) @ torch.ones(3)")),
        ("def f():\n    raise KeyError('a')\n\nf()", ("KeyError", 2, "raise KeyError('a')")),
        ("import no_such_package", ("ModuleNotFoundError", 1, "import no_such_package")),
        ("exit()", ("SystemExit", 1, "exit()")),
        ("import sys\nsys.exit(3)", ("SystemExit", 2, "sys.exit(3)")),
        ("raise KeyboardInterrupt", ("KeyboardInterrupt", 1, "raise KeyboardInterrupt")),
        ("def f():\n    return f()\nf()", ("RecursionError", 2, "return f()")),
        ("exec('x = = 1')", ("SyntaxError", 1, "exec('x = = 1')")),
        ("raise SyntaxError('own')", ("SyntaxError", 1, "raise SyntaxError('own')")),
        ("raise GeneratorExit", ("GeneratorExit", 1, "raise GeneratorExit")),
        ("assert False, 'no'", ("AssertionError", 1, "assert False, 'no'")),
    ],
)
def test_what_an_import_raises_is_the_modules_error_at_its_line(source, expected):
    kind, _, line, text = error_of(source)
    assert (kind, line, text) == expected


def test_after_a_failed_import_nothing_is_defined_but_lines_are_known():
    frame = loaded("def f(): pass\n1 / 0\ndef g(): pass")
    assert (frame.defined, frame.lines, frame.error.type) == ((), (("f", 1), ("g", 3)), "ZeroDivisionError")


def test_the_main_part_of_a_script_is_not_run():
    assert loaded("if __name__ == '__main__':\n    raise RuntimeError").error is None


def test_the_folder_of_the_source_is_not_searched_for_imports(tmp_path, monkeypatch):
    (tmp_path / "beside_the_exercise.py").write_text("secret = 3")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if entry])
    assert error_of("import beside_the_exercise")[0] == "ModuleNotFoundError"


# What a module finds


def test_dataclasses_and_their_annotations_work_in_the_module():
    module, frame = module_and_frame(
        "from __future__ import annotations\nimport dataclasses, typing\n"
        "@dataclasses.dataclass\nclass Step:\n    rate: float = 0.1\n    next: typing.ClassVar[Step] = None\n"
        "hints = typing.get_type_hints(Step)\n"
    )
    assert frame.error is None
    assert module.Step(0.5) == module.Step(rate=0.5)
    assert module.hints["rate"] is float


def test_the_modules_own_source_can_be_asked_for():
    module, frame = module_and_frame("import inspect\n\ndef f(x):\n    return x\n\ntext = inspect.getsource(f)\n")
    assert frame.error is None
    assert module.text == "def f(x):\n    return x\n"


def test_a_module_can_import_itself_and_pickle_its_classes():
    module, frame = module_and_frame(
        "import copy, pickle, sys\nclass A:\n    pass\nb = pickle.loads(pickle.dumps(A()))\n"
        "me = sys.modules[__name__]\n"
    )
    assert frame.error is None
    assert type(module.b) is module.A
    assert module.me is module


def test_the_graders_own_future_imports_do_not_reach_the_module():
    module, _ = module_and_frame("def f(x: 1 + 1): pass")
    assert module.f.__annotations__ == {"x": 2}


def test_each_module_of_a_job_finds_a_fresh_start():
    draw = (
        "import random, numpy, torch\n"
        "drawn = (random.random(), float(numpy.random.rand()), torch.rand(1).item())\n"
        "found = (torch.get_default_dtype(), torch.is_grad_enabled())\n"
    )
    first, _ = module_and_frame(draw + "torch.set_default_dtype(torch.float64)\ntorch.set_grad_enabled(False)\n")
    second, _ = module_and_frame(draw)
    assert second.found == first.found == (torch.float32, True)
    assert second.drawn == first.drawn


def test_many_names_are_cut_at_two_hundred():
    frame = loaded("\n".join(f"def f{n}(): pass" for n in range(300)), define=["f299"])
    assert (len(frame.defined), len(frame.lines)) == (200, 200)
    assert frame.defined[0] == ("f299", "function")


def test_versions_name_what_results_depend_on():
    assert dict(versions())["torch"] == torch.__version__
    assert [name for name, _ in versions()] == ["torch", "numpy", "python"]
