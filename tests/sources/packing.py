"""Folders and archives for tests, from a mapping of names to contents."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from pathlib import Path

from grader.sources.collect import collect
from grader.sources.found import Collection

EXERCISES = tuple(f"exercise_{number:02}" for number in range(1, 12))
Files = dict[str, bytes]


def folder(root: Path, files: Files) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    root.mkdir(exist_ok=True)
    return root


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()


def tarred(files: Files, mode: str = "w:") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode, format=tarfile.PAX_FORMAT) as archive:
        for name, content in files.items():
            archive.addfile(tar_member(name, len(content)), io.BytesIO(content))
    return target.getvalue()


def tar_member(name: str, size: int = 0, **fields: object) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = size
    for field, value in fields.items():
        setattr(member, field, value)
    return member


def tar_gz(files: Files) -> bytes:
    return tarred(files, "w:gz")


def packed(path: Path, files: Files) -> Path:
    """A folder, or an archive of the kind that the name says."""
    if path.name.endswith(".zip"):
        path.write_bytes(zipped(files))
    elif path.name.endswith((".tar.gz", ".tgz")):
        path.write_bytes(tar_gz(files))
    elif path.name.endswith(".tar"):
        path.write_bytes(tarred(files))
    else:
        folder(path, files)
    return path


KINDS = ("class", "class.zip", "class.tar", "class.tar.gz")


def submissions(collection: Collection) -> dict[tuple[str, str], bytes]:
    """By student and exercise, the content."""
    return {(each.student, each.exercise): each.read(1 << 20) for each in collection.found}


def reasons(collection: Collection) -> dict[str, str]:
    """By place, without the source's own name, why it was left over."""
    return {each.place.partition(": ")[2] or each.place.partition("/")[2]: each.reason for each in collection.left_over}


def collected(path: Path, data: bytes | Files) -> Collection:
    """What is collected of an archive's bytes, or of files that are packed as the path's name says."""
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        packed(path, data)
    return collect(path, EXERCISES)


def with_flag(data: bytes, flag: int) -> bytes:
    """A zip whose members all have a general purpose flag set, in both headers of each."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", changed, at + offset)
            struct.pack_into("<H", changed, at + offset, flags | flag)
            at = data.find(signature, at + 4)
    return bytes(changed)
