"""The autograder.zip with which Gradescope grades an exercise by this grader.

`setup.sh` makes the image once, `run_autograder` grades a submission and writes results.json:
https://gradescope-autograders.readthedocs.io/en/latest/specs/

In it are this grader, the versions of the packages that it has here, and of the course the one exercise with its
solutions. The same content is the same file, byte for byte. A submission is graded at level 3 or 2 of isolation or not
at all, since the solutions lie in the same image; what is not graded leaves no results.json.
"""

from __future__ import annotations

import re
import secrets
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from io import BytesIO
from pathlib import Path

import grader
from grader.batch.export import made
from grader.course import CourseExercise
from grader.errors import GraderError, UsageError
from grader.render.gradescope import render_missing

FILE = "autograder.zip"
_DISTRIBUTION = "autograd-grader"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date that a zip can hold
_PROGRAM, _DATA = 0o100755, 0o100644

_SETUP = """\
#!/usr/bin/env bash
# Runs once, as root, when Gradescope builds the image. Choose an image with Python 3.11 or newer, as Ubuntu 24.04 has.
set -euo pipefail
root=${AUTOGRADER:-/autograder}

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends bubblewrap python3 python3-venv
python3 -c 'import sys; sys.exit("Python 3.11 or newer is needed: choose a newer image" * (sys.version_info < (3, 11)))'

python3 -m venv "$root/venv"

# torch without CUDA is a tenth of the size: put the index of such wheels here (pytorch.org, "Get started", names it).
torch_wheels=""
if [ -n "$torch_wheels" ]; then
    torch=$(grep '^torch==' "$root/source/requirements.txt")
    "$root/venv/bin/python" -m pip install -q --index-url "$torch_wheels" "$torch"
fi
"$root/venv/bin/python" -m pip install -q -r "$root/source/requirements.txt"

# The answer key is made once where the building machine allows it, and otherwise for each submission.
cd "$root/source/course"
export PYTHONPATH=$root/source
"$root/venv/bin/python" -m grader @EXERCISE@ solutions/*/reference.py --seed @SEED@ --out /tmp/reference --json \\
    > /dev/null || echo "no answer key was made now"
"""

_RUN = """\
#!/usr/bin/env bash
# Runs for each submission. What it prints is shown to instructors.
set -uo pipefail
root=${AUTOGRADER:-/autograder}
export PYTHONPATH=$root/source
work=$(mktemp -d)
rm -f "$root/results/results.json"
cd "$root/source/course" || exit 1

# The file of the expected name; with none, the only .py or .ipynb file.
file=$(find "$root/submission" -type f \\( -iname '@EXERCISE@.py' -o -iname '@EXERCISE@.ipynb' \\) | sort | tail -n 1)
if [ -z "$file" ]; then
    file=$(find "$root/submission" -type f \\( -iname '*.py' -o -iname '*.ipynb' \\) | sort)
    case $file in *$'\\n'*) file= ;; esac
fi
if [ -z "$file" ]; then
    cp "$root/source/missing.json" "$root/results/results.json"
    exit 0
fi

# 0 and 1 are results, full marks or less. The next level is tried where a machine refuses one (2).
for level in strict guarded; do
    "$root/venv/bin/python" -m grader @EXERCISE@ "$file" --seed @SEED@ --isolation "$level" --student student \\
        --out "$work" --json > "$work/report.json"
    code=$?
    [ "$code" -eq 2 ] || break
done
if [ "$code" -eq 2 ]; then
    exit 2
fi
# Where the submission was not graded, this says why, and writes nothing.
"$root/venv/bin/python" -m grader export "$work/report.json" --to gradescope --out "$root/results"
"""


def recipe(item: CourseExercise, seed: int = 0) -> bytes:
    """The zip for an exercise. Raises UsageError where this grader is not installed as a package, ExerciseError where
    the exercise is broken or has no reference.
    """
    item.exercise  # noqa: B018  # a broken exercise is told here, not by Gradescope
    item.reference()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, mode, content in sorted(_members(item, seed)):
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.create_system, info.external_attr = 3, mode << 16  # as on Unix
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def write_recipe(item: CourseExercise, seed: int, folder: Path) -> Path:
    """Put the zip into a folder. Raises as `recipe` does, UsageError where the folder cannot be had, and GraderError
    where there is no room.
    """
    content = recipe(item, seed)
    path = made(folder) / FILE
    temporary = path.with_name(f".{FILE}-{secrets.token_hex(4)}")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        raise GraderError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        temporary.unlink(missing_ok=True)
    return path


def _members(item: CourseExercise, seed: int) -> Iterator[tuple[str, int, bytes]]:
    words = {"@EXERCISE@": item.id, "@SEED@": str(seed)}
    for name, text in (("setup.sh", _SETUP), ("run_autograder", _RUN)):
        for word, meaning in words.items():
            text = text.replace(word, meaning)  # noqa: PLW2901  # word by word
        yield name, _PROGRAM, text.encode()
    yield "requirements.txt", _DATA, "".join(f"{each}\n" for each in _requirements()).encode()
    yield "missing.json", _DATA, render_missing(item.id).encode()
    yield from _files(Path(grader.__file__).parent, "grader")
    yield from _files(item.folder, f"course/exercises/{item.folder_name}")
    yield from _files(item.solution_folder, f"course/solutions/{item.folder_name}")


def _files(folder: Path, name: str) -> Iterator[tuple[str, int, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
            yield f"{name}/{path.relative_to(folder).as_posix()}", _DATA, path.read_bytes()


def _requirements() -> list[str]:
    """What the grader needs, in the versions that are installed here. A build's own mark, as in 2.9.1+cpu, is left out:
    there may be none for Gradescope's machines.
    """
    try:
        wanted = [line for line in requires(_DISTRIBUTION) or [] if "extra ==" not in line]
        names = [found[0] for line in wanted if (found := re.match(r"[A-Za-z0-9._-]+", line))]
        return sorted(f"{name}=={version(name).partition('+')[0]}" for name in names)
    except PackageNotFoundError as error:
        raise UsageError(f"the package {error.name} is not installed, and a recipe names its version") from None
