"""Which level is taken: the best that is not refused, or the one that was asked for."""

from __future__ import annotations

import pytest

from grader.errors import UsageError
from grader.sandbox import levels
from grader.sandbox.levels import Chosen, choose, level_of
from grader.sandbox.pool import LevelRefused, WarmSandbox
from grader.sandbox.portable import PortableSandbox


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """A machine that gives every level and starts nothing. What it refuses, and why, can be set; what was prepared is
    kept.
    """

    class Machine:
        refuses: dict[int, str] = {}  # noqa: RUF012  # set whole by the tests
        prepared: list[tuple[type, int]] = []  # noqa: RUF012  # as above

    def prepare(sandbox, _children=1):
        Machine.prepared.append((type(sandbox), sandbox.level))
        if sandbox.level in Machine.refuses:
            raise LevelRefused(Machine.refuses[sandbox.level])

    Machine.prepared = []
    for kind in (WarmSandbox, PortableSandbox):
        monkeypatch.setattr(kind, "prepare", prepare)
    return Machine


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("strict", 3), ("guarded", 2), ("limited", 1), ("none", 0),
        ("3", 3), ("2", 2), ("1", 1), ("0", 0),
        ("STRICT", 3), ("Limited", 1),
    ],
)  # fmt: skip
def test_a_level_is_called_by_its_number_or_its_name(text, level):
    assert level_of(text) == level


@pytest.mark.parametrize("text", ["4", "-1", "", "stric", "3 ", "three", "best"])
def test_any_other_name_is_a_wrong_call_that_says_which_there_are(text):
    with pytest.raises(UsageError) as caught:
        level_of(text)
    assert str(caught.value) == (
        f"there is no isolation level {text!r}; there are 3 (strict), 2 (guarded), 1 (limited), 0 (none)"
    )
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("refuses", "kind", "level"),
    [
        ({}, WarmSandbox, 3),
        ({3: "no bubblewrap"}, WarmSandbox, 2),
        ({3: "no bubblewrap", 2: "no Landlock"}, PortableSandbox, 1),
    ],
)
def test_the_best_level_is_taken_and_what_refused_those_above_is_kept(machine, refuses, kind, level):
    machine.refuses = refuses
    chosen = choose()
    assert type(chosen.sandbox) is kind
    assert chosen.sandbox.level == level
    assert chosen.refused == tuple(refuses.items())
    assert machine.prepared[-1] == (kind, level)
    assert len(machine.prepared) == len(refuses) + 1


@pytest.mark.parametrize(
    ("level", "reason"),
    [
        (3, "this machine gives no isolation 3 (strict): bubblewrap (bwrap) is not installed"),
        (2, "this machine gives no isolation 2 (guarded): bubblewrap (bwrap) is not installed"),
    ],
)
def test_a_level_that_was_asked_for_and_is_refused_is_a_wrong_call_and_not_replaced_by_a_lower(machine, level, reason):
    machine.refuses = {level: "bubblewrap (bwrap) is not installed"}
    with pytest.raises(UsageError) as caught:
        choose(level)
    assert str(caught.value) == reason
    assert machine.prepared == [(WarmSandbox, level)]


@pytest.mark.parametrize("level", [3, 2])
def test_a_level_that_was_asked_for_is_taken_alone(machine, level):
    assert choose(level).sandbox.level == level
    assert choose(level).refused == ()
    assert set(machine.prepared) == {(WarmSandbox, level)}


@pytest.mark.parametrize("level", [1, 0])
def test_below_2_the_portable_sandbox_is_taken_under_the_level_asked_for(machine, level):
    machine.refuses = {3: "never asked", 2: "never asked"}
    chosen = choose(level)
    assert type(chosen.sandbox) is PortableSandbox
    assert (chosen.sandbox.level, chosen.refused) == (level, ())
    assert machine.prepared == [(PortableSandbox, level)]


@pytest.mark.parametrize("warm", [True, False])
def test_whether_to_warm_up_is_passed_on(warm):
    assert choose(warm=warm).sandbox._warm is warm


def test_elsewhere_than_on_linux_the_levels_that_need_it_are_not_even_tried(machine, monkeypatch):
    monkeypatch.setattr(levels.sys, "platform", "darwin")
    chosen = choose()
    assert chosen == Chosen(chosen.sandbox, ((3, "it needs Linux"), (2, "it needs Linux")))
    assert machine.prepared == [(PortableSandbox, 1)]
    with pytest.raises(UsageError, match=r"this machine gives no isolation 2 \(guarded\): it needs Linux"):
        choose(2)


def test_every_level_has_a_name():
    assert sorted(levels.NAMES) == [0, 1, 2, 3]
    assert [level_of(name) for name in levels.NAMES.values()] == list(levels.NAMES)
