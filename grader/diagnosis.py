"""Which mistake it is, in words. By example, not by rules: a submission that behaves as a known mistake does *is* that
mistake.

A mistake differs from the reference in some cases. A submission whose observations equal the mistake's in every one of
those cases has the same behaviour; what it does in other cases does not matter. Where several mistakes fit, the one
that differs from the reference in most places (a case, a trial, an observed name) is the most specific. Further ones
are named for the cases that are still unexplained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from grader.comparison import same
from grader.exercise import Exercise, Tolerance
from grader.judge import Verdict, missing_names
from grader.observation import CaseSeen, Ended, Error, Observation, Trial, Value
from grader.report import Diagnosis
from grader.torch_errors import Explanation, explain

Place = tuple[int, int, str]  # case, trial, observed name; the name is "" for how the trial ended
_Seen = Value | Ended | None


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A wrong answer from the solutions: its name, its docstring as title and Markdown, and what was observed of it.

    `places` is where that differs from the reference, once somebody has looked.
    """

    name: str
    title: str
    text: str
    observation: Observation
    places: frozenset[Place] | None = None

    def compared(self, exercise: Exercise, reference: Observation) -> KnownMistake:
        """The same, with its places."""
        if self.places is not None:
            return self
        return replace(self, places=frozenset(differing_places(exercise, reference, self.observation)))


def diagnose(
    exercise: Exercise,
    reference: Observation,
    mistakes: tuple[KnownMistake, ...],
    student: Observation,
    verdicts: tuple[Verdict, ...],
) -> tuple[Diagnosis, ...]:
    """What explains the verdicts that are not "passed", the most telling first. Nothing for full marks."""
    if all(verdict.status == "passed" for verdict in verdicts):
        return ()
    broken = list(_broken_rules(exercise, student))
    if student.loaded is None or student.loaded.error is not None:
        return tuple(broken + list(_not_imported(student)))
    known, settled = [], set[int]()
    for mistake in matching(exercise, reference, mistakes, student):
        cases = {place[0] for place in mistake.places or ()}
        known.append(_of_mistake(mistake, exercise, student, sorted(cases)))
        settled |= cases
    explained = list(_errors(student, verdicts, settled)) + list(_calls(exercise, student, verdicts, settled))
    return tuple(broken + list(_missing(exercise, student)) + known + explained)


def matching(
    exercise: Exercise, reference: Observation, mistakes: tuple[KnownMistake, ...], student: Observation
) -> list[KnownMistake]:
    """The mistakes whose behaviour the submission has, most specific first; each explains something that those before
    it do not. They come with their places.
    """
    fitting = []
    for mistake in (each.compared(exercise, reference) for each in mistakes):
        places = mistake.places or frozenset()
        cases = {place[0] for place in places}
        if cases and not differ(exercise, mistake.observation, student, cases):
            fitting.append((-len(places), mistake.name, cases, mistake))
    chosen, explained = [], set[int]()
    for _, _, cases, mistake in sorted(fitting, key=lambda item: item[:2]):
        if not cases & explained:
            chosen.append(mistake)
            explained |= cases
    return chosen


def differing_places(exercise: Exercise, reference: Observation, other: Observation) -> set[Place]:
    """Where an observation differs from the reference's, or another's: a trial that ended in an error counts as one
    place.
    """
    places = _places(exercise, reference, other, range(len(exercise.cases)))
    return {place for place in places if not _same_at(place, exercise, reference, other)}


def differ(exercise: Exercise, first: Observation, second: Observation, cases: Iterable[int] | None = None) -> bool:
    """Whether two observations differ anywhere in these cases, or in any."""
    places = _places(exercise, first, second, range(len(exercise.cases)) if cases is None else cases)
    return any(not _same_at(place, exercise, first, second) for place in places)


def _places(exercise: Exercise, first: Observation, second: Observation, cases: Iterable[int]) -> Iterator[Place]:
    for index in cases:
        case = exercise.cases[index]
        for trial in range(case.trials):
            ended = any(_at((index, trial, ""), each) is not None for each in (first, second))
            if ended:
                yield index, trial, ""
            else:
                yield from ((index, trial, name) for name in case.observe)


def _same_at(place: Place, exercise: Exercise, first: Observation, second: Observation) -> bool:
    return _alike(_at(place, first), _at(place, second), exercise.cases[place[0]].tolerance)


def _at(place: Place, observation: Observation) -> _Seen:
    """What was seen at a place; None where nothing was."""
    index, trial, name = place
    if observation.loaded is not None and observation.loaded.error is not None:
        return observation.loaded.error if not name else None
    case = observation.cases[index]
    if isinstance(case, Ended):
        return case if not name else None
    seen = case.trials[trial] if trial < len(case.trials) else Trial()
    return seen.error if not name else dict(seen.values).get(name)


def _alike(one: _Seen, two: _Seen, tolerance: Tolerance) -> bool:
    if one is None or two is None:
        return one is two
    if isinstance(one, Ended) or isinstance(two, Ended):
        return isinstance(one, Ended) and isinstance(two, Ended) and one.kind is two.kind
    if isinstance(one, Error) and isinstance(two, Error):
        return one.type == two.type and _gist(one) == _gist(two)
    return same(one, two, tolerance)


def _gist(error: Error) -> str:
    """What an error says, without what varies between two programs that make the same mistake."""
    explanation = explain(error)
    if explanation:
        return explanation.key
    return re.sub(r"0x[0-9a-f]+|\d+", "", error.message)


# In words


def _of_mistake(mistake: KnownMistake, exercise: Exercise, student: Observation, cases: list[int]) -> Diagnosis:
    """A known mistake at the line that raised, or else at the function that these cases call."""
    errors = [error for index in cases for error in _errors_of(student.cases[index])]
    raised = next((error.line for error in errors if error.line), None)
    spoiled = next((error for error in errors if error.forward_line), None)
    return Diagnosis(
        mistake=mistake.name,
        title=mistake.title,
        text=mistake.text + (_forward_note(spoiled) if spoiled else ""),
        line=raised or (spoiled.forward_line if spoiled else None) or _definition_line(exercise, student, cases),
    )


def _errors_of(case: CaseSeen | Ended) -> Iterator[Error]:
    """All errors of a case, those that ended a trial and those that were observed, and the warnings."""
    for trial in case.trials if isinstance(case, CaseSeen) else ():
        if trial.error:
            yield trial.error
        yield from (value for _, value in trial.values if isinstance(value, Error))
        yield from trial.warnings


def _definition_line(exercise: Exercise, student: Observation, cases: list[int]) -> int | None:
    """Where the function is defined that all of these cases call."""
    lines = dict(student.loaded.lines) if student.loaded else {}
    used = [exercise.cases[index].uses() for index in cases]
    common = frozenset.intersection(*used) if used else frozenset()
    return min((lines[name] for name in common or frozenset().union(*used) if name in lines), default=None)


def _broken_rules(exercise: Exercise, student: Observation) -> Iterator[Diagnosis]:
    for violation in student.loaded.violations if student.loaded else ():
        if violation.rule >= len(exercise.rules):
            continue
        rule = exercise.rules[violation.rule]
        names = " or ".join(f"`{name}`" for name in rule.names)
        title = (
            f"{names} is used, which the exercise forbids"
            if rule.forbid
            else f"{names} is not used, which the exercise asks for"
        )
        yield Diagnosis(
            mistake=f"rule: {', '.join(rule.names)}",
            title=title,
            text=rule.why,
            line=violation.line,
            source=violation.source,
            certainty="found in the code",
        )


def _not_imported(student: Observation) -> Iterator[Diagnosis]:
    error = student.loaded.error if student.loaded else None
    if error is None:
        return
    explanation = explain(error)
    if explanation:
        yield _of_error(explanation, error)
        return
    title, text = _import_words(error)
    yield Diagnosis(
        mistake=f"import: {error.type}",
        title=title,
        text=text,
        line=error.line,
        source=error.source,
        certainty="same error",
    )


def _import_words(error: Error) -> tuple[str, str]:
    match error.type:
        case "SyntaxError" | "IndentationError" | "TabError":
            return f"The file is not valid Python: {error.message}", (
                "Python could not read the file, so nothing in it was run. "
                "The mistake is at the line shown, or just before it."
            )
        case "ModuleNotFoundError":
            return f"A package is imported that is not there: {error.message}", (
                "Only what the exercise needs is installed where it is graded: torch, NumPy and Python's own library."
            )
        case "SystemExit" | "KeyboardInterrupt":
            return "The file ends the program while it is imported", (
                "A grader imports your file to call the functions in it. Code at the top level runs at that moment; "
                "put what is only "
                'for running the file by itself under `if __name__ == "__main__":`.'
            )
        case _:
            return f"The file fails while it is imported: {error.type}", (
                f"{error.message}\n\n"
                "Code at the top level runs when the file is imported, before any function is called."
            )


def _missing(exercise: Exercise, student: Observation) -> Iterator[Diagnosis]:
    missing = missing_names(exercise, student)
    if not missing or student.loaded is None:
        return
    others = [f"`{name}`" for name, _ in student.loaded.defined if name not in exercise.define]
    found = f"The file defines {', '.join(others[:8])}." if others else "The file defines no other function or class."
    wanted = "\n".join(f"- `{name}{_signature(exercise.define[name])}`" for name in missing)
    yield Diagnosis(
        mistake=f"missing: {', '.join(missing)}",
        title=f"{' and '.join(f'`{name}`' for name in missing)} {'is' if len(missing) == 1 else 'are'} not defined",
        text=f"The exercise asks for\n\n{wanted}\n\n{found}",
        certainty="found in the code",
    )


def _signature(text: str) -> str:
    return text if text.startswith("(") else f": {text}"


def _errors(student: Observation, verdicts: tuple[Verdict, ...], settled: set[int]) -> Iterator[Diagnosis]:
    """An explanation for each different error of torch's in cases that no known mistake settles."""
    told = set()
    for index, (case, verdict) in enumerate(zip(student.cases, verdicts, strict=True)):
        if index in settled or verdict.status in ("passed", "skipped"):
            continue
        for error in _errors_of(case):
            explanation = explain(error)
            if explanation and explanation.key not in told:
                told.add(explanation.key)
                yield _of_error(explanation, error)


def _of_error(explanation: Explanation, error: Error) -> Diagnosis:
    text = explanation.text
    line, source = error.line, error.source
    if error.forward_line:
        text += _forward_note(error)
        if line is None:
            line, source = error.forward_line, error.forward_source
    key = f"torch: {explanation.key}"
    return Diagnosis(mistake=key, title=explanation.title, text=text, line=line, source=source, certainty="same error")


def _forward_note(error: Error) -> str:
    """Where the value was made that was overwritten, as Markdown to go on with."""
    line = _indented(error.forward_source)
    return f"\n\nThe value that was overwritten was made in line {error.forward_line}:\n\n{line}"


def _indented(source: str | None) -> str:
    """A line as a Markdown code block, which no text in it can end."""
    return "\n".join(f"    {line}" for line in (source or "").splitlines())


def _calls(
    exercise: Exercise, student: Observation, verdicts: tuple[Verdict, ...], settled: set[int]
) -> Iterator[Diagnosis]:
    """The first call that Python refused: the function takes other arguments than the exercise passes."""
    for index, (case, verdict) in enumerate(zip(student.cases, verdicts, strict=True)):
        if index in settled or verdict.status != "error" or isinstance(case, Ended):
            continue
        error = case.trials[verdict.trial].error if verdict.trial < len(case.trials) else None
        name = _refused(error, exercise) if error else None
        if error and name:
            yield Diagnosis(
                mistake="call: arguments",
                title=f"`{name}` cannot be called as the exercise calls it",
                text=f"The exercise calls `{name}{_signature(exercise.define[name])}`. Python says: {error.message}",
                line=dict(student.loaded.lines).get(name) if student.loaded else None,
                certainty="same error",
            )
            return


def _refused(error: Error, exercise: Exercise) -> str | None:
    """The function whose call failed before any line of the student's ran."""
    if error.type != "TypeError" or error.line is not None:
        return None
    return next((name for name in exercise.define if f"{name}(" in error.message or f"{name}." in error.message), None)
