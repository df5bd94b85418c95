"""Foreign text made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.render.plain import _plain_inside, one_line, plain, plain_report
from grader.report import Report

ANY_TEXT = st.text(st.characters())  # lone surrogates too


@pytest.mark.parametrize(
    ("foreign", "harmless"),
    [
        ("tabs\tand\nnewlines stay", "tabs\tand\nnewlines stay"),
        ("grün, 数, 🔥", "grün, 数, 🔥"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b2Jcleared", "cleared"),
        ("\x1b]0;a new window title\x07text", "text"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPdevice\x1b\\text", "text"),
        ("\x1b]never ended\nnext line", "]never ended\nnext line"),
        ("\x1b\x1b[31m[31mnested", "[31mnested"),
        ("back\x08space, bell\x07, nul\x00, del\x7f, c1\x85", "backspace, bell, nul, del, c1"),
        ("\u202edesrever\u202c \u2066isolated\u2069", "desrever isolated"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2028line\u2029still", "one line still"),
        ("half \ud83d a pair", "half \ufffd a pair"),
    ],
)
def test_foreign_text_becomes_harmless(foreign: str, harmless: str) -> None:
    assert plain(foreign) == harmless


@given(ANY_TEXT)
def test_plain_text_encodes_and_is_already_plain(text: str) -> None:
    harmless = plain(text)
    assert harmless.encode().decode() == harmless
    assert plain(harmless) == harmless


@given(st.lists(st.text(st.characters(blacklist_characters="\r\n")), min_size=1))
def test_a_text_keeps_its_lines(lines: list[str]) -> None:
    assert plain("\n".join(lines)).count("\n") == len(lines) - 1


def test_one_line_has_no_newline_and_no_run_of_spaces() -> None:
    assert one_line(" a\n\n  name\t\x1b[1m! ") == "a name !"


def test_every_text_in_a_report_becomes_plain(failed: Report) -> None:
    bell = failed.model_copy(
        update={
            "student": "Ada\x07",
            "versions": {"torch\x07": "2\x07"},
            "hints": ("a\x07",),
            "cases": (failed.cases[0].model_copy(update={"message": "\x07"}),),
        }
    )
    harmless = plain_report(bell)
    assert harmless.student == "Ada"
    assert harmless.versions == {"torch": "2"}
    assert harmless.hints == ("a",)
    assert harmless.cases[0].message == ""


@given(ANY_TEXT, st.sampled_from(["student", "source", "hint", "message"]))
def test_no_foreign_text_passes_for_plain(failed: Report, text: str, place: str) -> None:
    case = failed.cases[0].model_copy(update={"message": text if place == "message" else ""})
    changed = {"hints": (text,)} if place == "hint" else {place: text} if place != "message" else {}
    report = failed.model_copy(update={**changed, "cases": (case,)})
    harmless = plain_report(report)
    assert harmless == Report.model_validate(_plain_inside(report.model_dump()))


@pytest.mark.parametrize("text", [r"\frac and \begin", r"C:\users\bin", "ends in \\"])
def test_a_backslash_is_plain(failed: Report, text: str) -> None:
    assert plain_report(failed.model_copy(update={"source": text})).source == text


def test_a_report_that_is_plain_stays_as_it_is(report: Report) -> None:
    assert plain_report(report) == report
