"""YAML with a line number for everything in it, and without the parts of YAML that surprise.

Safe by construction: of YAML's types there are null, true and false, numbers (`1e-5` is one), text, lists and
mappings, as in the core schema of YAML 1.2; there are no tags, anchors or aliases, no duplicate keys, no keys but
text, and no dates.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FILE_BYTES = 1 << 20
Path_ = tuple[str | int, ...]


class YamlError(Exception):
    """What is wrong with the text, and at which line (from 1)."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"{line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class Document:
    """A file's content as plain Python, and where each part of it stands.

    `lines` has for each path (keys and list indices from the top) the line of its key or list item, and `text_lines`
    for each text that spans lines of its own (`|`) the line where it begins.
    """

    data: Any
    lines: dict[Path_, int] = field(default_factory=dict)
    text_lines: dict[Path_, int] = field(default_factory=dict)

    def line(self, path: Path_) -> int:
        """The line of the nearest part at or above `path` that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader, kept to the core schema."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as PyYAML declares it: a class attribute by design

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]  # PyYAML's stubs leave it untyped
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise YamlError(line, f"an alias (*{event.anchor}) is not allowed; write it out")
        if getattr(event, "anchor", None):
            raise YamlError(line, f"an anchor (&{event.anchor}) is not allowed")
        if getattr(event, "tag", None):
            raise YamlError(line, f"a tag ({event.tag}) is not allowed")
        return super().compose_node(parent, index)


def _resolve(tag: str, pattern: str, first: str) -> None:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


_resolve("null", r"~|null|Null|NULL|", "~nN")
_Loader.yaml_implicit_resolvers.setdefault("", []).append(("tag:yaml.org,2002:null", re.compile("^$")))
_resolve("bool", r"true|True|TRUE|false|False|FALSE", "tTfF")
_resolve("int", r"[-+]?[0-9]+", "-+0123456789")
_resolve(
    "float",
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
    "-+.0123456789",
)


def read(path: Path) -> Document:
    """Read a file. Raises YamlError for what is not allowed, and OSError as `open` does."""
    with path.open("rb") as file:
        data = file.read(FILE_BYTES + 1)
    if len(data) > FILE_BYTES:
        raise YamlError(1, f"the file is over {FILE_BYTES // 1024} KiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError(line, f"the file is not UTF-8: byte 0x{data[error.start]:02x}") from None
    return parse(text)


def parse(text: str) -> Document:
    """Read YAML text. Raises YamlError."""
    try:
        root = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = " ".join(part for part in (error.context, error.problem) if part)
        if "mapping values are not allowed" in reason:
            reason += "; text with a colon and a space in it goes in quotes"
        raise YamlError(mark.line + 1 if mark else 1, f"not YAML: {reason}") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError(line, f"not YAML: the character U+{error.character:04X} is not allowed") from None
    except RecursionError:
        raise YamlError(1, "nested too deeply") from None
    document = Document(None)
    return Document(None if root is None else _convert(root, (), document), document.lines, document.text_lines)


def _convert(node: yaml.Node, path: Path_, document: Document) -> Any:
    document.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_convert(item, (*path, index), document) for index, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    block = node.style in ("|", ">")
    document.text_lines[path] = node.start_mark.line + (2 if block else 1)
    return _scalar(node)


def _mapping(node: yaml.MappingNode, path: Path_, document: Document) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise YamlError(line, "a key must be text")
        key = key_node.value
        if key in found:
            raise YamlError(line, f"the key {key!r} stands there twice")
        document.lines[(*path, key)] = line
        found[key] = _convert(value_node, (*path, key), document)
    return found


def _scalar(node: yaml.Node) -> Any:
    kind, text = node.tag.rpartition(":")[2], node.value
    if kind == "int" and len(text) > 300:
        raise YamlError(node.start_mark.line + 1, "a number of more than 300 digits")
    match kind:
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(text)
        case "float":
            return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        case _:
            return text
