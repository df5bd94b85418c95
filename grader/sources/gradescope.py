"""What Gradescope gives as "Export Submissions" of a programming assignment: a folder each and one file on all.

The folders are `submission_{id}`. `submission_metadata.yml` is written by a Ruby program, so that keys begin with a
colon::

    submission_123456:
      :submitters:
      - :name: Ada Lovelace
        :sid: '1815'
        :email: ada@example.edu
      :created_at: 2023-09-21 19:02:11.402 Z
      :score: 7.0
      :results: ...
      :history: ...

A submission of a group has several submitters. The file is documented nowhere; its keys are those that public programs
read, and mean what they mean in https://gradescope-autograders.readthedocs.io/en/latest/submission_metadata/. None of
them is known to say that a submission was late; a `:late: true` is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import yaml

from grader.errors import SourceError
from grader.sources import plain
from grader.sources.group import Group, Owned, Owner
from grader.sources.tree import METADATA, METADATA_BYTES, File, Tree, shown

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEPTH = 4  # of lists and mappings: what autograders said, and it may be anything, lies deeper
_MOST_DEEP = 200  # twice what Ruby's JSON takes in; the parser's time for each part grows with it


def is_export(group: Group, tree: Tree) -> bool:
    """Whether Gradescope's file is there."""
    del tree
    return METADATA in group.by_top()


def owned(group: Group, tree: Tree) -> Iterator[Owned]:
    """Whose the files are. Where Gradescope's file cannot be read, a submission's folder stands for its student."""
    entries = _entries(group, tree)
    others = []
    for file in group.promising:
        folder = group.rest(file)[0]
        entry = entries.get(folder)
        if file.name == METADATA and len(group.rest(file)) == 1:
            continue
        if isinstance(entry, dict):
            yield file, [_owner(submitter, entry, folder, file) for submitter in _submitters(entry)]
        else:
            others.append(file)
    yield from plain.owned(group.only(others), tree, may_be_one=False)


def _entries(group: Group, tree: Tree) -> dict[str, Any]:
    """The file's content by folder. It is no left-over: it was read, or is a problem."""
    metadata = next(file for file in group.by_top()[METADATA] if len(group.rest(file)) == 1)
    tree.files = [file for file in tree.files if file is not metadata]
    try:
        entries = _parsed(metadata)
    except (SourceError, ValueError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        tree.problems.append(f"{metadata.place} is not Gradescope's ({reason}); students are named by their folders")
        return {}
    return entries


def _parsed(metadata: File) -> dict[str, Any]:
    data = metadata.read(METADATA_BYTES + 1)
    if len(data) > METADATA_BYTES:
        raise SourceError(f"it is over {METADATA_BYTES >> 20} MiB")
    events = yaml.parse(data, _LOADER)
    entries = next((_value(event, events, 0, {}) for event in events if isinstance(event, yaml.NodeEvent)), None)
    if not isinstance(entries, dict):
        raise SourceError("it holds no submissions")
    return entries


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int, anchors: dict[str | None, str]) -> Any:
    """The text, the list or the mapping that begins with an event; None for what lies too deep.

    It is read event by event since PyYAML's own loaders take the stack for what is nested, and can end the process.
    """
    if isinstance(event, yaml.ScalarEvent):
        anchors[event.anchor] = event.value
        return event.value
    if isinstance(event, yaml.AliasEvent):
        return anchors.get(event.anchor)
    if depth == _DEPTH:
        _skip(events)
        return None
    parts = (_value(each, events, depth + 1, anchors) for each in takewhile(_is_no_end, events))
    if isinstance(event, yaml.SequenceStartEvent):
        return list(parts)
    return {key: value for key, value in zip(parts, parts, strict=False) if isinstance(key, str)}


def _skip(events: Iterator[yaml.Event]) -> None:
    """Go past the end of the list or the mapping that has begun."""
    level = 1
    while level:
        event = next(events)
        if level > _MOST_DEEP:
            raise SourceError("it is nested too deeply")
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _is_no_end(event: yaml.Event) -> bool:
    return not isinstance(event, yaml.CollectionEndEvent)


def _submitters(entry: dict[str, Any]) -> list[dict[str, str]]:
    """The people who submitted; a nameless one where none is told."""
    told = entry.get(":submitters")
    people = [person for person in told if isinstance(person, dict)] if isinstance(told, list) else []
    return [
        {
            key: shown(value).strip()
            for key in ("name", "email", "sid")
            if isinstance(value := person.get(f":{key}"), str)
        }
        for person in people or [{}]
    ]


def _owner(submitter: dict[str, str], entry: dict[str, Any], folder: str, file: File) -> Owner:
    told = {key: value for key, value in submitter.items() if value}
    number = folder.removeprefix("submission_")
    name = told.get("name") or told.get("email") or told.get("sid") or folder
    by = told.get("email") or told.get("sid") or told.get("name") or folder
    return Owner(
        person=("gradescope", by.lower()),
        name=name,
        file=file.name,
        id=by,
        identity={**told, "gradescope_submission": number},
        late=str(entry.get(":late")).lower() == "true",
        submitted=str(entry.get(":created_at") or ""),
    )
