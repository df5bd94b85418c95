"""A student's file as text, whatever the file is."""

from __future__ import annotations

import json
import os
import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.submission import NOTEBOOK_BYTES, SOURCE_BYTES, SourceCell, Submission, read


@pytest.fixture
def submitted(tmp_path):
    """The submission that a file of these bytes is."""

    def submission(data: bytes, name: str = "exercise_03.py") -> Submission:
        (tmp_path / name).write_bytes(data)
        return read(tmp_path / name, "ada")

    return submission


def code(source: object, **fields: object) -> dict[str, object]:
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None, **fields}


def text(source: str) -> dict[str, object]:
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def notebook(*cells: object, **fields: object) -> bytes:
    return json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **fields}).encode()


# Modules


def test_a_file_is_its_text_under_its_name(submitted) -> None:
    assert submitted("x = 'é'\n".encode()) == Submission("ada", "exercise_03.py", "x = 'é'\n")


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (b"x = 1\r\ny = 2\r\n", "x = 1\ny = 2\n"),
        (b"x = 1\ry = 2", "x = 1\ny = 2"),
        (b"x = 1\x0c\ny = '\x0b'", "x = 1\x0c\ny = '\x0b'"),
        (b"\xef\xbb\xbfx = 1\n", "x = 1\n"),
        (b"# coding: latin-1\nx = '\xe9'\n", "# coding: latin-1\nx = 'é'\n"),
        (b"#!/bin/python\n# -*- coding: cp1252 -*-\nx = '\x80'", "#!/bin/python\n# -*- coding: cp1252 -*-\nx = '€'"),
        (b"x = '\0'\n", "x = '\0'\n"),
    ],
)  # fmt: skip
def test_a_file_is_decoded_as_python_would_decode_it(submitted, data, source) -> None:
    assert (submitted(data).source, submitted(data).problem) == (source, "")


UNKNOWN = "the file cannot be read in the encoding that its first two lines name; save it as UTF-8"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (b"x = 1\ny = '\xe9'\n", "the file is not UTF-8 (byte 0xe9 in line 2); save it as UTF-8"),
        (b"\xff\xfex\0 \0=\0", "the file is not UTF-8 (byte 0xff in line 1); save it as UTF-8"),
        (b"# coding: no-such-encoding\n", UNKNOWN),
        (b"\xef\xbb\xbf# coding: latin-1\n", UNKNOWN),
        (b"# coding: undefined\nx", UNKNOWN),
        (b"# coding: rot13\nx", UNKNOWN),
        (b"# coding: zlib\nx", UNKNOWN),
        (b"# coding: utf-7\n+2AA-", UNKNOWN),
        (b"# coding: raw_unicode_escape\n\\ud800", UNKNOWN),
        (b"#" * (SOURCE_BYTES + 1), "the file is over 256 KiB; an answer is a page of code"),
    ],
)
def test_a_file_without_readable_code_is_a_submission_with_a_problem(submitted, data, problem) -> None:
    assert submitted(data) == Submission("ada", "exercise_03.py", "", (), problem)


def test_a_file_of_just_the_cap_is_read(submitted) -> None:
    assert len(submitted(b"#" * SOURCE_BYTES).source) == SOURCE_BYTES


@given(
    st.sampled_from(["utf-7", "utf-16", "idna", "punycode", "cp1252", "shift_jis", "undefined", "utf-8", "ascii", "x"]),
    st.binary(max_size=30),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_in_any_encoding_are_text_that_can_be_written_or_a_problem(submitted, encoding, data) -> None:
    found = submitted(f"# coding: {encoding}\n".encode() + data)
    assert bool(found.source.encode()) != bool(found.problem)
    assert "\r" not in found.source


# What is no file


def test_what_is_not_a_regular_file_is_refused(tmp_path) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, "ada")
    assert str(caught.value) == f"{tmp_path} is a folder; a .py or .ipynb file is expected"
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "absent.py", "ada")
    assert str(caught.value) == f"{tmp_path / 'absent.py'} cannot be read: No such file or directory"


@pytest.mark.timeout(10)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("name", ["pipe.py", "pipe.ipynb"])
def test_a_pipe_is_refused_and_never_waited_for(tmp_path, name) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(UsageError, match=r" is no regular file; a .py or .ipynb file is expected$"):
        read(tmp_path / name, "ada")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the system has no sockets in its file system")
def test_a_socket_is_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.py")
        with pytest.raises(UsageError, match=r"^.*socket.py cannot be read: "):
            read(tmp_path / "socket.py", "ada")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="the system has no devices as files")  # noqa: PTH110
def test_a_link_to_a_device_is_refused(tmp_path) -> None:
    (tmp_path / "zero.py").symlink_to("/dev/zero")
    with pytest.raises(UsageError, match=r" is no regular file; a .py or .ipynb file is expected$"):
        read(tmp_path / "zero.py", "ada")


def test_a_folder_is_refused_where_the_system_opens_folders_too(tmp_path, monkeypatch) -> None:
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("grader.submission.os.open", refuse)
    with pytest.raises(UsageError, match=r"is a folder; a .py or .ipynb file is expected$"):
        read(tmp_path, "ada")


# Notebooks


def test_a_notebook_is_its_code_cells_one_after_another(submitted) -> None:
    found = submitted(
        notebook(
            text("# Title"), code("x = 1\ny = 2"), text("words"), code(["def f():\n", "    return x\n"]), code("z")
        ),
        "a.ipynb",
    )
    assert found.source == "x = 1\ny = 2\ndef f():\n    return x\n\nz"
    assert found.cells == (SourceCell(2, 1), SourceCell(4, 3), SourceCell(5, 6))
    assert found.problem == ""


@pytest.mark.parametrize("name", ["a.IPYNB", "a.ipynb"])
def test_a_notebook_with_ids_a_mark_and_other_line_ends_is_read(submitted, name) -> None:
    cells = (code("x = 1\r\ny = 2", id="a"), code("z", id="a"))
    found = submitted(b"\xef\xbb\xbf" + notebook(*cells), name)
    assert (found.source, found.cells) == ("x = 1\ny = 2\nz", (SourceCell(1, 1), SourceCell(2, 3)))


def test_a_notebook_of_an_older_form_is_read(submitted) -> None:
    cell = {"cell_type": "code", "input": "x = 1", "outputs": [], "language": "python", "metadata": {}}
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [cell]}]}
    assert submitted(json.dumps(old).encode(), "a.ipynb").source == "x = 1"


def test_half_a_character_in_a_notebook_is_replaced(submitted) -> None:
    assert submitted(notebook(code("x = '\ud800'")), "a.ipynb").source == "x = '?'"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\n", "the file is empty"),
        (b"\xff", "the notebook is not UTF-8"),
        (b"{", "the file is not a notebook that can be read (NotJSONError: Notebook does not appear to be JSON: '{')"),
        (b"[" * 100_000, "the file is not a notebook that can be read (RecursionError: "),
        (b"[]", "the file is not a notebook that can be read (AttributeError: 'list' object has no attribute 'get')"),
        (b"{}", "the file is not a notebook that can be read ("),
        (notebook(code("x"), nbformat=9), "the file is not a notebook that can be read ("),
        (notebook(cells={"0": code("x")}), "the file is not a notebook that can be read ("),
        (notebook(5), "the file is not a notebook that can be read ("),
        (notebook({"cell_type": "code"}), "the file is not a notebook that can be read ("),
        (notebook(), "the notebook has no code cells"),
        (notebook(text("x = 1")), "the notebook has no code cells"),
        (notebook(code(" \n"), code("")), "the notebook has no code cells"),
        (notebook(code("#" * SOURCE_BYTES), code("x")), "the notebook's code is over 256 KiB"),
        (b" " * (NOTEBOOK_BYTES + 1), "the file is over 16384 KiB; an answer is a page of code"),
    ],
    ids=range(15),
)  # fmt: skip
def test_a_notebook_without_readable_code_is_a_submission_with_a_problem(submitted, data, problem) -> None:
    found = submitted(data, "a.ipynb")
    assert (found.source, found.cells) == ("", ())
    assert found.problem.startswith(problem)
    assert "\n" not in found.problem
    assert len(found.problem) < 300


def test_the_outputs_of_a_notebook_do_not_count(submitted) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": "x" * (2 * SOURCE_BYTES)}
    assert submitted(notebook(code("x = 1", outputs=[output])), "a.ipynb").source == "x = 1"
