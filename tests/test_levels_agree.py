"""The same submission gets the same report at every isolation level, but for the stamp."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.answers import answer_key
from grader.course import Course
from grader.grading import Circumstances, grade
from grader.report import Report
from grader.sandbox.levels import choose
from grader.submission import Submission

COURSE = Course(Path(__file__).resolve().parent.parent)
LEVELS = (3, 2, 1, 0)
FAULTS = {
    "syntax error": "def broken(:\n",
    "fails at import": "import math\nmath.sqrt(-1)\n",
    "leaves": "import os\n\n\ndef two_heads(*a):\n    os._exit(3)\n",
    "crashes": "import os, signal\n\n\ndef two_heads(*a):\n    os.kill(os.getpid(), signal.SIGSEGV)\n",
    "aborts": "import os\n\n\ndef two_heads(*a):\n    os.abort()\n",
    "out of memory": "import torch\n\n\ndef two_heads(*a):\n    return torch.empty(1 << 38).fill_(1)\n",
    "prints": "def two_heads(x, *a):\n    print('é' * 100, x.shape)\n    return x, x\n",
}


@pytest.fixture(scope="module")
def sandboxes():
    found = {level: choose(level, warm=False).sandbox for level in LEVELS}
    yield found
    for sandbox in found.values():
        sandbox.close()


def timeless(report: Report) -> dict[str, object]:
    """The report without what differs between any two runs, and without the stamp."""
    fields = report.model_dump(exclude={"isolation"})
    for case in fields["cases"]:
        case.pop("seconds")
    return fields


@pytest.mark.parametrize("number", [4, 5])
def test_known_mistakes_and_faults_are_reported_alike(sandboxes, number):
    item = COURSE.find(str(number))
    sources = {each.name: each.source for each in (item.reference(), *item.mistakes()[:5])}
    sources |= FAULTS if number == 4 else {"starter": item.starter()}
    key = answer_key(item, 0, sandboxes[3], None)
    for name, source in sources.items():
        submission = Submission("ada", f"{item.id}.py", source)
        reports = {
            level: timeless(grade(item, submission, key, sandbox, Circumstances(level, 0)))
            for level, sandbox in sandboxes.items()
        }
        for level in LEVELS[1:]:
            assert reports[level] == reports[3], f"{name} at level {level}"
