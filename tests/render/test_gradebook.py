"""Whose row is whose: the surest key decides, and what is not certain is left alone."""

from __future__ import annotations

import pytest

from grader.render.gradebook import Matches, amount, keys, match, name_keys

NOBODY: frozenset[str] = frozenset()


def test_the_surest_key_decides() -> None:
    rows = {1: (keys("901"), keys("ada"), name_keys("Lovelace, Ada")), 2: (keys("902"), keys("eve"), name_keys("Eve"))}
    people = {"a": (keys("902"), keys("ada"), name_keys("Ada Lovelace"))}
    assert match(rows, people) == Matches({"a": 2}, (), ())


def test_a_key_of_two_rows_is_nobodys() -> None:
    rows = {1: (keys("1"), name_keys("Jo Smith")), 2: (keys("2"), name_keys("Smith, Jo"))}
    assert match(rows, {"jo": (NOBODY, name_keys("jo smith"))}) == Matches({}, (), ("jo",))


def test_two_students_who_claim_one_row_by_the_same_kind_of_key_both_go_without() -> None:
    rows = {1: (keys("1"), name_keys("Jo Smith"))}
    people = {"jo": (NOBODY, name_keys("Jo Smith")), "JO": (NOBODY, name_keys("Smith, Jo"))}
    assert match(rows, people) == Matches({}, (), ("jo", "JO"))


def test_of_two_who_claim_one_row_the_one_with_the_surer_key_has_it() -> None:
    rows = {1: (keys("1"), name_keys("Jo Smith"))}
    people = {"other": (NOBODY, name_keys("Jo Smith")), "jo": (keys("1"), name_keys("Jo Smith"))}
    assert match(rows, people) == Matches({"jo": 1}, (), ("other",))


def test_who_has_no_key_in_common_with_any_row_is_unknown() -> None:
    assert match({1: (keys("1"),)}, {"ada": (keys("2"),), "eve": ()}) == Matches({}, ("ada", "eve"), ())


@pytest.mark.parametrize("name", ["Lovelace, Ada", "lovelaceada", "ADA LOVELACE", "Ada  Love-lace"])
def test_a_name_is_the_same_in_any_case_order_and_spelling_of_a_platform(name) -> None:
    assert name_keys(name) & name_keys("Lovelace, Ada")


def test_composed_and_decomposed_letters_are_the_same_and_nothing_is_the_key_of_all() -> None:
    assert keys("\u00c5sa") == keys("A\u030asa")
    assert name_keys("", None, "...") == keys("", "  ", None) == NOBODY


@pytest.mark.parametrize(
    ("cell", "value"),
    [("10", 10.0), (" 7.50 ", 7.5), ("7,5", 7.5), ("1.000,00", 1000.0), ("1,000.25", 1000.25), ("0", 0.0)],
)
def test_numbers_are_read_with_a_point_or_a_comma(cell, value) -> None:
    assert amount(cell) == value


@pytest.mark.parametrize("cell", ["", "(read only)", "EX", "N/A", "-1", "85%", "nan", "1e3", "٣"])
def test_anything_else_is_no_number(cell) -> None:
    assert amount(cell) is None
