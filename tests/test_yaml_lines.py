"""YAML with line numbers, and without the parts of YAML that surprise."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.yaml_lines import FILE_BYTES, Document, YamlError, parse, read

DOCUMENT = """\
# a comment
title: Zero
teaches: [one,
  two]
cases:
  - name: first
    run: |
      a = 1

      b = 2
  - name: "second
      half"
    run: >-
      folded
"""


def error_of(text: str) -> str:
    with pytest.raises(YamlError) as caught:
        parse(text)
    return str(caught.value)


def test_a_document_is_plain_python() -> None:
    assert parse(DOCUMENT).data == {
        "title": "Zero",
        "teaches": ["one", "two"],
        "cases": [{"name": "first", "run": "a = 1\n\nb = 2\n"}, {"name": "second half", "run": "folded"}],
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("teaches",), 3),
        (("teaches", 1), 4),
        (("cases",), 5),
        (("cases", 0), 6),
        (("cases", 0, "run"), 7),
        (("cases", 1), 11),
        (("cases", 1, "run"), 13),
    ],
)
def test_keys_and_list_items_have_the_line_on_which_they_stand(path, line) -> None:
    assert parse(DOCUMENT).lines[path] == line


@pytest.mark.parametrize(("path", "line"), [(("cases", 0), 6), (("cases", 1, "absent"), 11), (("absent", 3, "x"), 2)])
def test_a_part_that_is_not_there_has_the_line_of_what_it_would_stand_in(path, line) -> None:
    assert parse(DOCUMENT).line((*path, "missing")) == line


def test_an_empty_document_has_line_one_for_everything() -> None:
    assert parse("# nothing\n") == Document(None)
    assert parse("").line(("a", 0)) == 1


def test_a_text_begins_below_its_key_as_a_block_and_beside_it_otherwise() -> None:
    document = parse(DOCUMENT)
    assert document.text_lines["cases", 0, "run"] == 8
    assert document.text_lines["cases", 1, "run"] == 14
    assert document.text_lines["cases", 0, "name"] == 6
    assert document.text_lines["title",] == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-5", 1e-5),
        ("1E5", 1e5),
        (".5", 0.5),
        ("-2.", -2.0),
        ("+3", 3),
        ("012", 12),
        ("-.inf", -math.inf),
        (".Inf", math.inf),
        ("~", None),
        ("", None),
        ("Null", None),
        ("true", True),
        ("False", False),
    ],
)
def test_null_truth_and_numbers_are_those_of_the_core_schema(text, value) -> None:
    found = parse(f"a: {text}").data["a"]
    assert found == value
    assert type(found) is type(value)


def test_not_a_number_is_a_number() -> None:
    assert math.isnan(parse("a: .NaN").data["a"])


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no",
        "on",
        "off",
        "y",
        "tRUE",
        "2020-01-01",
        "2020-01-01T10:00:00",
        "12:30:45",
        "0x1f",
        "0o7",
        "1_000",
        "=",
        ".",
        "e5",
        "1e",
        "inf",
        "nan",
    ],
)
def test_everything_else_stays_text(text) -> None:
    assert parse(f"a: {text}").data == {"a": text}


@pytest.mark.parametrize("text", ["'1'", '"1"', "|\n  1", ">-\n  1"])
def test_a_quoted_number_is_text(text) -> None:
    assert parse(f"a: {text}").data["a"].strip() == "1"


def test_keys_are_text_whatever_they_look_like() -> None:
    assert parse("1: a\nnull: b\ntrue: c\n<<: d").data == {"1": "a", "null": "b", "true": "c", "<<": "d"}


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a: 1\nb: &here 2", "2: an anchor (&here) is not allowed"),
        ("&here a: 1", "1: an anchor (&here) is not allowed"),
        ("a: &here [1]", "1: an anchor (&here) is not allowed"),
        ("a: 1\nb: *here", "2: an alias (*here) is not allowed; write it out"),
        ("*here : 1", "1: an alias (*here) is not allowed; write it out"),
        ("a: !!python/name:os.system x", "1: a tag (tag:yaml.org,2002:python/name:os.system) is not allowed"),
        ("a: !!str 1", "1: a tag (tag:yaml.org,2002:str) is not allowed"),
        ("\n- ! 1", "2: a tag (!) is not allowed"),
        ("a: 1\nb: 2\na: 3", "3: the key 'a' stands there twice"),
        ("{a: 1, a: 2}", "1: the key 'a' stands there twice"),
        ("1: a\n'1': b", "2: the key '1' stands there twice"),
        ("a: 1\n? [b]\n: 2", "2: a key must be text"),
        ("{{a: 1}: 2}", "1: a key must be text"),
        ("a: 1\nb: " + "9" * 301, "2: a number of more than 300 digits"),
        (
            "a:\n  b: outcome(lambda: f(x))",
            "2: not YAML: mapping values are not allowed here; text with a colon and a space in it goes in quotes",
        ),
        ("a: %", "1: not YAML: while scanning for the next token found character '%' that cannot start any token"),
        ('a: 1\nb: "c', "2: not YAML: while scanning a quoted scalar found unexpected end of stream"),
        ("a: 1\n---\nb: 2", "2: not YAML: expected a single document in the stream but found another document"),
        ("a: 1\nb: \0", "2: not YAML: the character U+0000 is not allowed"),
        ("a: \ud800", "1: not YAML: the character U+D800 is not allowed"),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_named_with_its_line(text, error) -> None:
    assert error_of(text) == error


def test_three_hundred_digits_are_a_number() -> None:
    assert parse("9" * 300).data == 10**300 - 1


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "[" * 5000 + "]" * 5000,
        "{a: " * 5000 + "}" * 5000,
        "\n".join(" " * i + "a:" for i in range(1000)),
    ],
)
def test_deep_nesting_is_an_error_and_no_crash(text) -> None:
    assert error_of(text) == "1: nested too deeply"


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: \xc3\xa9\n")
    assert read(path).data == {"a": "é"}


def test_a_byte_that_is_not_utf_8_is_named_with_its_line(tmp_path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(YamlError) as caught:
        read(path)
    assert (caught.value.line, caught.value.reason) == (2, "the file is not UTF-8: byte 0xe9")


def test_a_file_of_one_mebibyte_is_read_and_one_byte_more_is_refused(tmp_path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n#" + b"-" * (FILE_BYTES - 6))
    assert read(path).data == {"a": 1}
    path.write_bytes(b"a: 1\n#" + b"-" * (FILE_BYTES - 5))
    with pytest.raises(YamlError, match=r"^1: the file is over 1024 KiB$"):
        read(path)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "absent.yaml")


@given(st.text(st.sampled_from("ab1:-?[]{}&*!|>'\"%@#,.~ \n\t\0é"), max_size=40))
def test_any_text_is_read_or_refused_with_a_line_of_it(text) -> None:
    line = 1
    try:
        parse(text)
    except YamlError as error:
        line = error.line
    assert 1 <= line <= text.count("\n") + 1
