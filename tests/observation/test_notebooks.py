"""From a notebook come its imports, definitions and constants, each at its own line; what explores is left out."""

from __future__ import annotations

import ast

import pytest

from grader.observation.notebooks import module_of, text_of


def kept(*cells):
    """What is left of the cells, statement by statement, as Python."""
    return [ast.unparse(statement) for statement in module(*cells).body]


def joined(*cells):
    """The cells as one text, and the lines at which they start."""
    lines, starts = [], []
    for cell in cells:
        starts.append(len(lines) + 1)
        lines += cell.split("\n")
    return "\n".join(lines), tuple(starts)


def module(*cells):
    return module_of(*joined(*cells), "exercise_03.ipynb")


def run(*cells):
    space = {}
    exec(compile(module(*cells), "exercise_03.ipynb", "exec"), space)
    return space


def test_imports_definitions_and_constants_are_kept_and_calls_are_dropped():
    assert kept(
        "import math\nfrom os import path as p",
        "x = math.sin(3)\nprint(x)\nx",
        "RATE = 0.1\ndef f(x):\n    return x * RATE\nf(3)",
        "class Net:\n    pass\nnet = Net()\nnet.train()\nfor i in range(3):\n    f(i)",
        "async def g():\n    pass",
    ) == [
        "import math",
        "from os import path as p",
        "RATE = 0.1",
        "def f(x):\n    return x * RATE",
        "class Net:\n    pass",
        "async def g():\n    pass",
    ]


def test_decorated_and_nested_definitions_are_kept_whole():
    assert kept("@decorate\ndef f():\n    def g():\n        return h()\n    return g") == [
        "@decorate\ndef f():\n\n    def g():\n        return h()\n    return g"
    ]


def test_a_statement_keeps_the_line_of_its_cell():
    tree = module("import math\n\nprint(3)", "# a comment\n\ndef f():\n    return 1")
    assert [statement.lineno for statement in tree.body] == [1, 6]


@pytest.mark.parametrize(
    "constant",
    [
        "N = 5",
        "N: int = 5",
        "a = b = (1, [2, 3])",
        "a, b = (1, 2)",
        "names = {'one': 1, 'two': [2]}",
        "f = lambda x: g(x) + missing",
        "squares = [n * n for n in (1, 2, 3)]",
        "size = 3 * 7 ** 2",
        "kind = int",
    ],
)
def test_constants_are_kept(constant):
    assert kept(constant) == [constant]


@pytest.mark.parametrize(
    "statement",
    [
        "x = f()",
        "x += 1",
        "x: int",
        "x.grad = None",
        "x[0] = 1",
        "x = [f(n) for n in (1, 2)]",
        "with open(name) as file:\n    pass",
        "while True:\n    pass",
        "del x",
        "assert 1 == 1",
        "'a docstring'",
        "raise ValueError",
        "await x",
    ],
)
def test_what_calls_changes_or_runs_is_dropped(statement):
    assert kept(statement) == []


def test_a_constant_that_depends_on_a_dropped_name_is_dropped_in_turn():
    assert kept("x = load()\ny = x\nz = y + 1\nok = 1", "w = [z, 1]\nfine = ok + 1") == ["ok = 1", "fine = ok + 1"]


def test_a_name_inside_a_function_is_not_the_modules():
    assert kept("def f():\n    x = 1\n    return x", "x = f()", "y = x * 2") == ["def f():\n    x = 1\n    return x"]


def test_a_constant_that_was_made_anew_by_a_call_counts_as_dropped():
    assert kept("x = 3", "x = f()", "y = x") == ["x = 3"]
    assert kept("x = f()", "x = 3", "y = x") == ["x = 3", "y = x"]


def test_a_name_of_a_comprehension_or_lambda_is_not_the_modules():
    assert kept("squares = [n for n in (1, 2)]", "m = n", "f = lambda k: k", "j = k") == [
        "squares = [n for n in (1, 2)]",
        "f = lambda k: k",
    ]


def test_imports_that_may_fail_are_kept_with_what_they_fall_back_on():
    attempt = "try:\n    import numpy as np\nexcept ImportError:\n    np = None"
    assert kept(attempt, "other = np") == [attempt, "other = np"]
    other = "try:\n    import a\nexcept ImportError:\n    import b as a\nelse:\n    N = 1\nfinally:\n    pass"
    assert kept(other, "g = a") == [other, "g = a"]


@pytest.mark.parametrize(
    "attempt",
    [
        "try:\n    x = f()\nexcept ValueError:\n    pass",
        "try:\n    import numpy\nexcept ImportError:\n    install()",
        "try:\n    import numpy\nexcept ImportError:\n    pass\nelse:\n    run()",
        "try:\n    import numpy\nfinally:\n    run()",
    ],
)
def test_an_attempt_that_calls_anything_is_dropped(attempt):
    assert kept(attempt) == []


def test_definitions_under_a_condition_are_kept_where_the_condition_can_be_told():
    checking = "if TYPE_CHECKING:\n    from os import path\nelse:\n    path = None"
    assert kept("from typing import TYPE_CHECKING", checking) == ["from typing import TYPE_CHECKING", checking]
    assert kept("flag = ask()", "if flag:\n    import os") == []
    assert kept("if __name__ == '__main__':\n    main()") == []


def test_a_future_import_still_compiles():
    assert run("from __future__ import annotations", "print(3)", "def f(x: Missing):\n    return x")["f"](3) == 3


# Magics


@pytest.mark.parametrize(
    "magic",
    [
        "%matplotlib inline",
        "%load_ext autoreload",
        "%time y = f(x)",
        "!pip install torch",
        '!echo "it\'s"',
        "!ls | grep '(' > x",
        "files = !ls *.py",
        "a, b = !ls",
        "y = %timeit -o f(x)",
        "obj?",
        "torch.autograd.grad??",
        "torch.*grad*?",
        "?torch",
        "??torch.ones",
        "!pip install \\\n    torch \\\n    numpy",
    ],
)
def test_a_magic_line_is_left_out_and_the_lines_around_it_stay(magic):
    tree = module(f"import math\n{magic}\ndef f():\n    return 1")
    assert [ast.unparse(statement) for statement in tree.body] == ["import math", "def f():\n    return 1"]
    assert tree.body[1].lineno == 3 + magic.count("\n")


def test_a_magic_inside_a_block_is_left_out():
    assert kept("def f():\n    %time g()\n    !ls\n    return 1") == ["def f():\n    pass\n    pass\n    return 1"]
    assert kept("try:\n    import a\nexcept ImportError:\n    !pip install a") == [
        "try:\n    import a\nexcept ImportError:\n    pass"
    ]


def test_what_a_shell_command_gave_is_dropped_with_all_that_depends_on_it():
    assert kept("files = !ls", "first = files") == []


@pytest.mark.parametrize("magic", ["%%bash\nls -l | (cat", "%%html\n<b>", "%%writefile f.py\nimport os\nx = 1", "%%js"])
def test_a_cell_in_another_language_is_left_out(magic):
    assert kept("import math", magic, "N = 1") == ["import math", "N = 1"]


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 5", "%%capture out", "\n\n%%time"])
def test_a_timed_cell_is_still_python(magic):
    tree = module("import math", f"{magic}\ndef f():\n    return 1")
    assert ast.unparse(tree.body[1]) == "def f():\n    return 1"
    assert tree.body[1].lineno == 3 + magic.count("\n")


def test_a_percent_sign_that_begins_a_line_of_an_expression_is_an_operator():
    space = run("N = (17\n     % 10\n     )", 'TEXT = ("%d %s"\n%\n(3, "x"))', "%matplotlib inline")
    assert (space["N"], space["TEXT"]) == (7, "3 x")


def test_a_magic_in_a_string_is_text():
    space = run('TEXT = """\n%matplotlib inline\n!ls\nwhy?\n"""')
    assert space["TEXT"] == "\n%matplotlib inline\n!ls\nwhy?\n"


# Errors


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["import math", "def f(:\n    pass"], 2),
        (["import math\n", "\nx = 1\ny = = 2"], 5),
        (["%matplotlib inline\nx = 1 1"], 2),
        (["def f(x)  # is this right?\n    return x"], 1),
        (["%%time\n\nx = = 1"], 3),
        (["if x:\nprint(3)"], 2),
        (["x = (1,", "y = 2)"], 1),
    ],
)
def test_a_cell_that_is_no_python_is_an_error_at_its_line(cells, line):
    with pytest.raises(SyntaxError) as caught:
        module(*cells)
    assert (caught.value.lineno, caught.value.filename) == (line, "exercise_03.ipynb")


def test_a_notebook_of_empty_cells_is_an_empty_module():
    assert kept("", "# only a comment", "\n\n") == []


def test_a_call_that_a_function_needs_is_kept_with_what_it_needs_itself():
    cells = [
        "import torch",
        "name = input_name()",
        "size = len([1, 2])\ndevice = torch.device('cpu')\nmodel = train(size)",
        "def move(t):\n    return t.to(device).view(size)",
    ]
    assert kept(*cells) == [
        "import torch",
        "size = len([1, 2])",
        "device = torch.device('cpu')",
        "def move(t):\n    return t.to(device).view(size)",
    ]


def test_a_future_import_in_a_later_cell_comes_first():
    assert kept("import torch", "from __future__ import annotations")[0] == "from __future__ import annotations"


# The same as text


@pytest.mark.parametrize(
    "cells",
    [
        (
            "import math\nfrom os import path as p",
            "x = math.sin(3)\nprint(x)",
            "RATE = 0.1\ndef f(x):\n  return x * RATE",
        ),
        ("@decorate\n@twice(\n    3,\n)\nclass Net:\n    'é'\n\n    def f(self):  # ü\n        return '''a\nb'''",),
        ("é = 1; ü = 'ö'; print(é); ä = (é,\n  ü)",),
        (
            "%matplotlib inline\nimport math",
            "def f():\n    !pip install \\\n        torch\n    %time g()\n    return 1",
        ),
        ("print(3)\nfrom os import path", "from __future__ import annotations\nx = 1"),
        ("if True:\n    import math\nelse:\n    math = None", "try:\n    import a\nexcept ImportError:\n    a = None"),
        ("%%time\nasync def f():\n    pass", "%%bash\nls (", "f = lambda x: x\n\x0c\ng = f"),
        ("files = !ls", "first = files"),
        ("", "\n\n# only a comment"),
    ],
)
def test_the_text_has_the_tree_that_is_run(cells):
    assert ast.dump(ast.parse(text_of(*joined(*cells)))) == ast.dump(module(*cells))


def test_the_text_is_as_it_was_written_without_what_stands_between():
    cells = ("# who wrote it\nimport math ;import os", "def f( x ):  # why\n    return x\n\nprint(f(3))\nN = 'two'")
    assert text_of(*joined(*cells)) == "import math\nimport os\n\n\ndef f( x ):  # why\n    return x\n\n\nN = 'two'\n"
    assert text_of(*joined("print(3)")) == ""
