"""Whatever a student writes, a page stays the page that the template says, and a terminal is not driven."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.render import html, terminal
from grader.report import CaseReport, Cell, Diagnosis, Evidence, Report, Shown

Render = Callable[[Report], str]

TAGS = """html head meta title style body header main section article div p h1 h2 h3 h4 dl dt dd svg rect path figure
    figcaption pre code a ol ul li span strong em mark table caption thead tbody tr th td details summary
    blockquote hr br"""
ATTRIBUTES = """lang charset http-equiv content name class id href role tabindex scope start aria-label aria-labelledby
    aria-hidden viewbox preserveaspectratio x y width height d"""
MARKUP = (
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "<img src=x onerror=alert(1)>",
    "</pre></code></title></main>",
    '"]]>',
    '" onmouseover="alert(1)',
    "' style='x",
    "{{7*7}}{% raw %}",
    "<!--",
    "&#x202e;&lt;b&gt;",
    "[x](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org>",
    "```html\n<b>\n```",
    '```&#x202e;" onclick="x\n<b>\n```',
)
CONTROLS = ("\u202eright to left", "nul \x00", "\ud800 half", "\x1b[2J\x1b]0;title\x07", "\x9b31m", "\r\n\x85\u2028")

HOSTILE = st.lists(st.sampled_from(MARKUP + CONTROLS) | st.text(st.characters(), max_size=12), max_size=4).map("".join)
NUMBER = st.floats(0, 1e308) | st.integers(0, 10).map(float)
LINE = st.none() | st.integers(-2, 9)


@st.composite
def hostile_reports(draw: st.DrawFn) -> Report:
    """Reports with any text wherever a text may be."""
    rows = st.lists(st.lists(HOSTILE, max_size=3).map(tuple), max_size=3).map(tuple)
    shown = st.builds(Shown, text=HOSTILE, rows=rows)
    pairs = st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 3)), max_size=3).map(tuple)
    evidence = st.builds(Evidence, name=HOSTILE, message=HOSTILE, expected=shown, found=shown, differs=pairs)
    case = st.builds(
        CaseReport, name=HOSTILE, points=NUMBER, max_points=NUMBER, message=HOSTILE, feedback=HOSTILE,
        evidence=st.lists(evidence, max_size=2).map(tuple),
    )  # fmt: skip
    diagnosis = st.builds(
        Diagnosis, mistake=HOSTILE, title=HOSTILE, text=HOSTILE, line=LINE, cell=LINE, source=st.none() | HOSTILE
    )
    report = st.builds(
        Report, exercise=HOSTILE, title=HOSTILE, student=HOSTILE, file=HOSTILE, reason=HOSTILE,
        score=NUMBER, max_score=NUMBER, cases=st.lists(case, max_size=2).map(tuple),
        diagnosis=st.lists(diagnosis, max_size=2).map(tuple), versions=st.dictionaries(HOSTILE, HOSTILE, max_size=2),
        prompt=HOSTILE, hints=st.lists(HOSTILE, max_size=2).map(tuple), links=st.lists(HOSTILE, max_size=2).map(tuple),
        source=HOSTILE, cells=st.lists(st.builds(Cell, number=st.integers(-2, 9), first_line=st.integers(-2, 9)),
        max_size=3).map(tuple), output=HOSTILE, command=HOSTILE,
    )  # fmt: skip
    return draw(report)


def _filled(report: Report, text: str) -> Report:
    """The report with a text in each place that a student could reach, and in the others too."""
    shown = Shown(text=text, rows=((text, text),))
    evidence = Evidence(name=text, message=text, expected=shown, found=shown, differs=((0, 1),))
    case = CaseReport(
        name=text, status="failed", points=0, max_points=1, message=text, feedback=text, evidence=(evidence,)
    )
    diagnosis = Diagnosis(mistake=text, title=text, text=text, line=1, source=text)
    texts = dict.fromkeys(
        ("exercise", "title", "student", "file", "reason", "prompt", "source", "output", "command"), text
    )
    lists = {"hints": (text,), "links": (text,), "versions": {text: text}}
    return report.model_copy(update={**texts, **lists, "cases": (case,), "diagnosis": (diagnosis,)})


class Audit(HTMLParser):
    """Fails at the first tag or attribute that the template does not use, and at a tag closed out of turn."""

    VOID = frozenset(("meta", "br", "hr"))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS.split()
        for name, value in attrs:
            assert name in ATTRIBUTES.split()
            assert name != "href" or (value or "").startswith("#")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data!r}")

    def handle_pi(self, data: str) -> None:
        pytest.fail(f"a processing instruction: {data!r}")

    def unknown_decl(self, data: str) -> None:
        pytest.fail(f"a declaration: {data!r}")

    def handle_data(self, data: str) -> None:
        self.text += data


def _assert_harmless(text: str) -> None:
    """No control but tab and newline, nothing that turns the direction, nothing that a file cannot hold."""
    assert text.encode()
    assert not [c for c in text if (ord(c) < 32 and c not in "\t\n") or 0x7F <= ord(c) < 0xA0]
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@pytest.mark.parametrize("text", MARKUP + CONTROLS)
def test_a_hostile_text_in_every_field_stays_text_on_the_page(failed: Report, text: str) -> None:
    page = html.render(_filled(failed, text))
    _assert_harmless(page)
    Audit(page)


@pytest.mark.parametrize("text", MARKUP)
def test_a_hostile_text_can_be_read_on_the_page_as_it_was_typed(failed: Report, text: str) -> None:
    page = Audit(html.render(failed.model_copy(update={"student": text, "output": text})))
    assert page.text.count(text) >= 2


@pytest.mark.parametrize("text", MARKUP + CONTROLS)
def test_a_hostile_text_in_every_field_stays_text_at_the_terminal(
    failed: Report, render_terminal: Render, text: str
) -> None:
    drawn = render_terminal(_filled(failed, text))
    _assert_harmless(drawn.replace("\x1b", ""))
    assert "\x1b[2J" not in drawn
    assert "\x1b]" not in drawn


@given(hostile_reports())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_text_at_all_becomes_markup(report: Report) -> None:
    page = html.render(report)
    _assert_harmless(page)
    Audit(page)


@given(hostile_reports(), st.integers(1, 120))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_text_at_all_becomes_an_escape_code(report: Report, width: int) -> None:
    _assert_harmless(terminal.render(report, width=width, color=False))


@pytest.mark.parametrize("text", ["> " * 200 + "x", "- " * 200 + "x", "*" * 3000, "[" * 3000, "`" * 3001 + "x"])
def test_markdown_nested_beyond_reason_is_drawn_all_the_same(failed: Report, render: Render, text: str) -> None:
    assert render(_filled(failed, text))
