"""Hostile and broken archives: nothing leads out, nothing grows without end, and what can be read is read."""

from __future__ import annotations

import gzip
import io
import os
import re
import struct
import tarfile
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packing import (
    EXERCISES,
    collected,
    folder,
    packed,
    reasons,
    submissions,
    tar_gz,
    tar_member,
    tarred,
    with_flag,
    zipped,
)

from grader.errors import GraderError, SourceError, UsageError
from grader.sources import archives, shared, zips
from grader.sources.collect import collect
from grader.sources.tar import HEADER_BYTES
from grader.sources.tree import DEPTH
from grader.submission import NOTEBOOK_BYTES, cap_of

BOB = {"bob/exercise_03.py": b"bob"}
HERE = {("bob", "exercise_03"): b"bob"}
NO_END = "it was not copied or downloaded whole"


def tar_of(*members: tarfile.TarInfo, after: bytes = b"") -> bytes:
    """A tar of members without content, and bob's."""
    return b"".join(member.tobuf(tarfile.PAX_FORMAT) for member in members) + (after or tarred(BOB))


# Names


@pytest.mark.parametrize(
    "name",
    ["../exercise_04.py", "ada/../../exercise_04.py", "/etc/exercise_04.py", "//x/exercise_04.py", "C:/exercise_04.py"],
)
@pytest.mark.parametrize("kind", ["class.zip", "class.tar", "class.tar.gz"])
def test_a_name_that_leads_out_is_left_over(tmp_path, kind, name) -> None:
    collection = collected(tmp_path / kind, {**BOB, name: b""})
    assert submissions(collection) == HERE
    assert reasons(collection) == {name: "its name leads out of the archive"}


@pytest.mark.parametrize("name", ["..\\..\\exercise_04.py", "C:\\exercise_04.py", "\\\\host\\share\\exercise_04.py"])
def test_a_windows_name_that_leads_out_is_left_over(tmp_path, name) -> None:
    collection = collected(tmp_path / "class.zip", {**BOB, name: b""})
    assert submissions(collection) == HERE
    assert list(reasons(collection).values()) == ["its name leads out of the archive"]


def test_back_slashes_in_a_zip_are_between_folders(tmp_path) -> None:
    collection = collected(tmp_path / "class.zip", {**BOB, "ada\\src\\exercise_03.py": b"ada"})
    assert submissions(collection) == {**HERE, ("ada", "exercise_03"): b"ada"}


def test_a_name_with_a_nul_is_left_over(tmp_path) -> None:
    data = zipped({**BOB, "ada/exercise_04.pyX.txt": b""}).replace(b"exercise_04.pyX", b"exercise_04.py\0")
    collection = collected(tmp_path / "class.zip", data)
    assert submissions(collection) == HERE
    assert reasons(collection) == {"ada/exercise_04.py\0.txt": "its name is none that a file can have"}


@pytest.mark.parametrize("kind", ["class.zip", "class.tar"])
def test_a_name_deeper_than_any_honest_one_is_left_over(tmp_path, kind) -> None:
    collection = collected(tmp_path / kind, {**BOB, "d/" * DEPTH + "exercise_04.py": b""})
    assert submissions(collection) == HERE
    assert list(reasons(collection).values()) == [f"it lies more than {DEPTH} folders deep"]


def test_dots_and_double_slashes_in_names_say_nothing(tmp_path) -> None:
    collection = collected(tmp_path / "class.tar", {".//./ada//exercise_03.py": b"ada", **BOB})
    assert submissions(collection) == {**HERE, ("ada", "exercise_03"): b"ada"}


def test_utf_8_names_are_read_as_such_even_where_the_zip_does_not_say_so(tmp_path) -> None:
    data = bytearray(zipped({**BOB, "josé/exercise_03.py": b"j"}))
    for signature, offset in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        data[data.rfind(signature) + offset] &= ~0x08
    assert ("josé", "exercise_03") in submissions(collected(tmp_path / "class.zip", bytes(data)))


def test_names_in_the_code_page_of_old_zips_are_read(tmp_path) -> None:
    data = zipped({**BOB, "josX/exercise_03.py": b""}).replace(b"josX", b"jos\x82")
    assert ("josé", "exercise_03") in submissions(collected(tmp_path / "class.zip", data))


def test_tar_names_that_are_not_utf_8_are_read_and_stay_apart(tmp_path) -> None:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:", format=tarfile.GNU_FORMAT, encoding="latin-1") as archive:
        for name in ("josé", "josè"):
            archive.addfile(tar_member(f"{name}/exercise_03.py", 1), io.BytesIO(b"x"))
    found = collected(tmp_path / "class.tar", target.getvalue()).found
    assert [each.student for each in found] == [r"jos\udce8", r"jos\udce9"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", ["class.zip", "class.tar"])
def test_of_two_members_of_one_name_the_later_counts_as_it_does_when_unpacking(tmp_path, kind) -> None:
    target = io.BytesIO()
    if kind.endswith("zip"):
        with zipfile.ZipFile(target, "w") as archive:
            for content in (b"first", b"second"):
                archive.writestr("ada/exercise_03.py", content)
    else:
        with tarfile.open(fileobj=target, mode="w:") as archive:
            for content in (b"first", b"second"):
                archive.addfile(tar_member("ada/exercise_03.py", len(content)), io.BytesIO(content))
    collection = collected(tmp_path / kind, target.getvalue())
    assert submissions(collection) == {("ada", "exercise_03"): b"second"}
    assert reasons(collection) == {
        "ada/exercise_03.py": "the archive has another member of this name further on, and that one counts"
    }


def test_a_student_whom_an_extended_header_names_is_found(tmp_path) -> None:
    long = "a" * 150
    assert submissions(collected(tmp_path / "class.tar", {f"{long}/exercise_03.py": b"x", **BOB})) == {
        (long, "exercise_03"): b"x",
        **HERE,
    }


# Kinds of members


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (tarfile.SYMTYPE, "a link, and links are not followed"),
        (tarfile.LNKTYPE, "a link, and links are not followed"),
        (tarfile.CHRTYPE, "no regular file"),
        (tarfile.BLKTYPE, "no regular file"),
        (tarfile.FIFOTYPE, "no regular file"),
    ],
)
def test_a_tar_member_that_is_no_file_is_left_over(tmp_path, kind, reason) -> None:
    member = tar_member("ada/exercise_03.py", type=kind, linkname="../../etc/passwd")
    collection = collected(tmp_path / "class.tar", tar_of(member))
    assert submissions(collection) == HERE
    assert reasons(collection) == {"ada/exercise_03.py": reason}


def test_a_sparse_member_is_left_over(tmp_path) -> None:
    header = tar_member("ada/exercise_03.py", type=tarfile.GNUTYPE_SPARSE).tobuf(tarfile.GNU_FORMAT)
    collection = collected(tmp_path / "class.tar", header + tarred(BOB))
    assert submissions(collection) == HERE
    assert reasons(collection) == {"ada/exercise_03.py": "a sparse file, and these are not read"}


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        (0o120777, "a link, and links are not followed"),
        (0o010644, "no regular file"),
        (0o020644, "no regular file"),
        (0o140644, "no regular file"),
    ],
)
def test_a_zip_member_that_is_no_file_is_left_over(tmp_path, mode, reason) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("bob/exercise_03.py", b"bob")
        info = zipfile.ZipInfo("ada/exercise_03.py")
        info.external_attr = mode << 16
        archive.writestr(info, "/etc/passwd")
    collection = collected(tmp_path / "class.zip", target.getvalue())
    assert submissions(collection) == HERE
    assert reasons(collection) == {"ada/exercise_03.py": reason}


# Broken ones


def damaged(data: bytes, content: bytes) -> bytes:
    return data.replace(content, content[:-1] + b"?")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (with_flag(zipped({"ada/exercise_03.py": b"ada"}), 0x1), "it is encrypted"),
        (
            damaged(zipped({"ada/exercise_03.py": b"ada ada"}, zipfile.ZIP_STORED), b"ada ada"),
            "it is damaged (its checksum is not that of its content)",
        ),
        (
            zipped({"ada/exercise_03.py": b"ada"}, zipfile.ZIP_BZIP2),
            "it is compressed with bzip2, and only deflate is read",
        ),
        (
            zipped({"ada/exercise_03.py": b"ada"}, zipfile.ZIP_LZMA),
            "it is compressed with LZMA, and only deflate is read",
        ),
        (
            zipped({"ada/exercise_03.py": b"ada"}).replace(b"\x08\0", b"\x63\0"),
            "it is compressed with AES, and only deflate is read",
        ),
    ],
)
def test_a_member_that_cannot_be_read_is_found_and_says_why(tmp_path, data, reason) -> None:
    (found,) = collected(tmp_path / "class.zip", data).found
    with pytest.raises(SourceError) as caught:
        found.read(100)
    assert str(caught.value) == f"class.zip: ada/exercise_03.py cannot be read: {reason}"


def test_one_damaged_member_costs_no_other(tmp_path) -> None:
    data = damaged(zipped({"ada/exercise_03.py": b"ada ada", **BOB}, zipfile.ZIP_STORED), b"ada ada")
    ada, bob = collected(tmp_path / "class.zip", data).found
    assert bob.read(100) == b"bob"
    with pytest.raises(SourceError):
        ada.read(100)


def test_a_damaged_stream_says_so(tmp_path) -> None:
    data = bytearray(zipped({"ada/exercise_03.py": os.urandom(64).hex().encode() * 9}))
    data[60:80] = b"\xff" * 20
    (found,) = collected(tmp_path / "class.zip", bytes(data)).found
    with pytest.raises(SourceError, match=r"ada/exercise_03\.py cannot be read: it is damaged"):
        found.read(10_000)


@pytest.mark.parametrize("cut", [10, 40, 90])
def test_a_zip_that_was_cut_off_cannot_be_read(tmp_path, cut) -> None:
    with pytest.raises(SourceError, match=f"class.zip cannot be read: the list of members.* missing; {NO_END}"):
        collected(tmp_path / "class.zip", zipped(BOB)[:cut])


@pytest.mark.parametrize("cut", [3 * 512 - 100, 3 * 512, 5 * 512, 5 * 512 + 100])
def test_a_tar_that_was_cut_off_gives_what_came_before(tmp_path, cut) -> None:
    data = tarred({**BOB, "ada/exercise_03.py": b"a" * 600, "carl/exercise_03.py": b""})[:cut]
    collection = collected(tmp_path / "class.tar", data)
    assert submissions(collection.__class__(collection.found[-1:])) == HERE
    assert len(collection.problems) == 1
    assert collection.problems[0].startswith("class.tar cannot be read after ")


def test_a_tar_without_its_end_says_so(tmp_path) -> None:
    collection = collected(tmp_path / "class.tar", tarred(BOB)[:1024])
    assert submissions(collection) == HERE
    assert collection.problems == (f"class.tar cannot be read after bob/exercise_03.py: its end is missing; {NO_END}",)


def test_a_member_whose_content_is_cut_off_says_so_when_it_is_read(tmp_path) -> None:
    data = tarred({"ada/exercise_03.py": b"a" * 600})[:700]
    (found,) = collected(tmp_path / "class.tar", data).found
    assert found.read(100) == b"a" * 100
    with pytest.raises(SourceError, match="the archive ends in the middle of it"):
        found.read(601)


def test_a_tar_that_is_damaged_in_the_middle_gives_what_came_before_and_says_so(tmp_path) -> None:
    data = bytearray(tarred({**BOB, "carl/exercise_03.py": b"carl"}))
    data[1024 + 148] ^= 0x55
    collection = collected(tmp_path / "class.tar", bytes(data))
    assert submissions(collection) == HERE
    assert collection.problems == ("class.tar cannot be read after bob/exercise_03.py: what follows is damaged",)


def test_a_tar_gz_that_was_cut_off_gives_what_came_before(tmp_path) -> None:
    data = tar_gz({**BOB, "carl/exercise_03.py": os.urandom(50_000)})
    collection = collected(tmp_path / "class.tar.gz", data[:-20_000])
    assert submissions(collection.__class__(collection.found[:1])) == HERE
    assert f"its end is missing; {NO_END}" in collection.problems[0]
    with pytest.raises(SourceError, match="the archive ends in the middle of it"):
        collection.found[1].read(1 << 20)


def test_a_tar_gz_of_which_nothing_is_left_cannot_be_read(tmp_path) -> None:
    with pytest.raises(SourceError, match=NO_END):
        collected(tmp_path / "class.tar.gz", tar_gz(BOB)[:15])


def test_something_compressed_that_is_no_tar_cannot_be_read(tmp_path) -> None:
    with pytest.raises(SourceError, match=r"class\.tar\.gz is compressed, but what it holds is no tar archive"):
        collected(tmp_path / "class.tar.gz", gzip.compress(b"x = 1\n"))


@pytest.mark.parametrize("name", ["class.zip", "class.tar", "class.tgz"])
def test_a_page_that_was_saved_as_an_archive_is_told_by_how_it_begins(tmp_path, name) -> None:
    with pytest.raises(SourceError, match="is named as an archive, but is none: it begins with b'<!DOCTYPE html>"):
        collected(tmp_path / name, b"<!DOCTYPE html><title>Log in</title>" + bytes(1000))


@pytest.mark.parametrize("begin", [b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x01\x00", b"\xfd7zXZ\x00", b"BZh91AY"])
def test_other_kinds_of_archives_are_a_wrong_call(tmp_path, begin) -> None:
    with pytest.raises(UsageError, match=r"zip, tar or tar\.gz"):
        collected(tmp_path / "class.7z", begin + bytes(600))


def test_an_archive_is_known_by_what_it_is_and_not_by_its_name(tmp_path) -> None:
    assert submissions(collected(tmp_path / "class.tar", zipped(BOB))) == HERE
    assert submissions(collected(tmp_path / "class", tar_gz(BOB))) == HERE


@given(data=st.binary(max_size=400), begin=st.sampled_from([b"PK\x03\x04", b"\x1f\x8b\x08\0", b"", zipped(BOB)]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_it_fail_in_any_other_way(tmp_path_factory, data, begin) -> None:
    path = tmp_path_factory.mktemp("any") / "class.zip"
    _reads_or_says_why(path, begin + data)


@given(at=st.integers(0, 3000), to=st.integers(0, 255), pack=st.sampled_from([zipped, tarred, tar_gz]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_change_of_a_byte_makes_it_fail_in_any_other_way(tmp_path_factory, at, to, pack) -> None:
    data = bytearray(pack({**BOB, "ada/exercise_03.py": b"ada" * 50, "ada/hw.zip": zipped({"exercise_04.py": b""})}))
    data[at % len(data)] = to
    _reads_or_says_why(tmp_path_factory.mktemp("any") / "class.zip", bytes(data))


def _reads_or_says_why(path, data) -> None:
    try:
        for found in collected(path, data).found:
            found.read(1000)
    except GraderError:
        return


# Too much


def test_a_hundred_thousand_empty_members_are_a_matter_of_seconds(tmp_path) -> None:
    header = tar_member("ada/exercise_03.py").tobuf(tarfile.PAX_FORMAT)
    started = time.perf_counter()
    collection = collected(tmp_path / "class.tar", header * 100_000 + tarred(BOB))
    assert time.perf_counter() - started < 20
    assert len(collection.left_over) == 99_999
    assert ("bob", "exercise_03") in submissions(collection)


def test_more_members_than_any_class_has_end_a_tar(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archives, "MEMBERS", 2)
    collection = collected(tmp_path / "class.tar", {f"s{number}/exercise_03.py": b"" for number in range(5)})
    assert [each.student for each in collection.found] == ["s0", "s1"]
    assert collection.problems == ("class.tar has more than 2 members; the rest was not looked at",)


def test_a_zip_with_more_members_than_any_class_has_is_not_listed(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(zips, "MEMBERS", 4)
    with pytest.raises(SourceError, match=r"class\.zip cannot be read: it has more than 4 members"):
        collected(tmp_path / "class.zip", {f"s{number}/exercise_03.py": b"" for number in range(5)})


def test_a_list_of_members_that_claims_to_be_endless_is_not_read(tmp_path) -> None:
    path = tmp_path / "class.zip"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(5 << 30)  # a hole: it takes no room
        file.seek(0, 2)
        file.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 4 << 30 >> 1, 0, 0))
    with pytest.raises(SourceError, match="its list of members is over 64 MiB"):
        collect(path, EXERCISES)


def test_a_member_that_unpacks_to_very_much_is_read_as_far_as_asked(tmp_path) -> None:
    data = zipped({"ada/exercise_03.ipynb": bytes(NOTEBOOK_BYTES + 100)})
    assert len(data) < 20_000
    (found,) = collected(tmp_path / "class.zip", data).found
    assert len(found.read(cap_of(found.file) + 1)) == NOTEBOOK_BYTES + 1
    assert len(found.read(10)) == 10


def test_what_a_zip_says_of_a_size_is_not_believed(tmp_path) -> None:
    size, claimed = struct.pack("<L", 0x10203), struct.pack("<L", 0x7FFFFFFF)
    data = zipped({"ada/exercise_03.py": b"#" * 0x10203}).replace(size, claimed)
    (found,) = collected(tmp_path / "class.zip", data).found
    assert found.read(1 << 20) == b"#" * 0x10203


@pytest.mark.parametrize("size", [1 << 33, (1 << 63) - 1, -1, -(1 << 40)])
@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME])
def test_what_a_tar_says_of_a_size_is_not_believed(tmp_path, size, kind) -> None:
    header = tar_member("ada/exercise_04.py", size, type=kind).tobuf(tarfile.GNU_FORMAT)
    collection = None
    started = time.perf_counter()
    try:
        collection = collected(tmp_path / "class.tar", tarred(BOB)[:1024] + header + bytes(1024))
    except SourceError:
        pytest.fail("what came before is there")
    assert time.perf_counter() - started < 2
    assert submissions(collection.__class__(collection.found[-1:])) == HERE
    assert len(collection.problems) == 1


def test_a_header_of_nothing_but_digits_takes_no_time(tmp_path) -> None:
    digits = b"1" * (HEADER_BYTES - 512)
    header = tar_member("x", len(digits), type=tarfile.XHDTYPE).tobuf(tarfile.USTAR_FORMAT)
    started = time.perf_counter()
    with pytest.raises(SourceError, match="a number of more than 1,000 digits"):
        collected(tmp_path / "class.tar", header + digits + tarred(BOB))
    assert time.perf_counter() - started < 2


def test_headers_of_headers_without_end_are_told(tmp_path) -> None:
    one = tar_member("x", 10, type=tarfile.XHDTYPE).tobuf(tarfile.USTAR_FORMAT) + b"10 path=a\n".ljust(512, b"\0")
    with pytest.raises(SourceError, match=r"class\.tar cannot be read: "):
        collected(tmp_path / "class.tar", one * 3000 + tarred(BOB))


def test_a_tar_gz_that_grows_without_end_is_unpacked_so_far(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archives, "RATIO_FROM_BYTES", 4 << 20)
    header = tar_member("ada/exercise_04.py", 100 << 20).tobuf(tarfile.GNU_FORMAT)
    data = gzip.compress(tarred(BOB)[:1024] + header + bytes(32 << 20), 1)
    collection = collected(tmp_path / "class.tar.gz", data)
    assert submissions(collection.__class__(collection.found[-1:])) == HERE
    assert re.fullmatch(
        r"class\.tar\.gz was not unpacked further than [4-9] MiB: it grows without end", collection.problems[0]
    )


def test_zeros_without_end_are_an_empty_tar(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archives, "RATIO_FROM_BYTES", 4 << 20)
    with pytest.raises(SourceError, match="it grows without end"):
        collected(tmp_path / "class.tar.gz", gzip.compress(bytes(32 << 20), 1))


# Archives in archives


@pytest.mark.parametrize("inner", [zipped, tarred, tar_gz])
@pytest.mark.parametrize("outer", ["class", "class.zip", "class.tar", "class.tar.gz"])
def test_an_archive_in_the_source_is_a_folder_of_its_name(tmp_path, outer, inner) -> None:
    suffix = {zipped: ".zip", tarred: ".tar", tar_gz: ".tar.gz"}[inner]
    files = {f"ada{suffix}": inner({"src/exercise_03.py": b"ada", "notes.txt": b""}), **BOB}
    collection = collected(tmp_path / outer, files)
    assert submissions(collection) == {**HERE, ("ada", "exercise_03"): b"ada"}
    assert collection.found[0].place.endswith(f"ada{suffix}: src/exercise_03.py")
    assert [each.reason for each in collection.left_over] == ["neither a .py nor an .ipynb file"]


def test_a_folder_of_archives_of_archives_is_looked_into(tmp_path) -> None:
    inner = zipped({"ada.zip": zipped({"exercise_03.py": b"ada"}), **BOB})
    collection = collect(folder(tmp_path / "exports", {"class.zip": inner}), EXERCISES)
    assert submissions(collection) == {**HERE, ("ada", "exercise_03"): b"ada"}


def test_an_archive_in_an_archive_in_an_archive_is_not_opened(tmp_path) -> None:
    deepest = zipped({"exercise_03.py": b"ada"})
    collection = collected(tmp_path / "class.zip", {"ada/hw.zip": zipped({"hw.zip": deepest}), **BOB})
    assert submissions(collection) == HERE
    assert reasons(collection) == {"ada/hw.zip: hw.zip": "an archive in a student's archive, and these are not opened"}


def test_a_bomb_of_archives_in_archives_is_not_opened(tmp_path) -> None:
    bomb = zipped({f"{number}.ipynb": bytes(1 << 20) for number in range(4)})
    for _ in range(3):
        bomb = zipped({f"{number}.zip": bomb for number in range(4)})
    started = time.perf_counter()
    collection = collected(tmp_path / "class.zip", {"ada/hw.zip": bomb, **BOB})
    assert time.perf_counter() - started < 2
    assert submissions(collection) == HERE
    assert len(collection.left_over) == 4


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no zip, tar or tar.gz archive"),
        (b"Rar!\x1a\x07\x01\x00", "it is no zip, tar or tar.gz archive"),
        (zipped(BOB)[:50], f"the list of members at its end is missing; {NO_END}"),
        (gzip.compress(b"x"), "is compressed, but what it holds is no tar archive"),
    ],
    ids=["nothing", "another kind", "truncated", "not a tar"],
)
def test_an_archive_of_a_student_that_cannot_be_read_is_left_over_and_costs_nobody(tmp_path, content, reason) -> None:
    collection = collected(tmp_path / "class.zip", {"ada/hw.zip": content, **BOB})
    assert submissions(collection) == HERE
    assert reasons(collection) == {"ada/hw.zip": f"an archive that cannot be read: {reason}"}


def test_an_encrypted_file_in_a_students_archive_is_found_and_says_why(tmp_path) -> None:
    files = {"ada.zip": with_flag(zipped({"exercise_03.py": b"ada"}), 0x1), **BOB}
    ada, bob = collected(tmp_path / "class.zip", files).found
    assert bob.read(100) == b"bob"
    with pytest.raises(SourceError, match=r"class\.zip: ada\.zip: exercise_03\.py cannot be read: it is encrypted"):
        ada.read(100)


def test_what_is_taken_out_of_a_students_archive_is_bounded(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archives, "NESTED_BYTES", 3000)
    inner = zipped({f"exercise_{number:02}.py": b"#" * 1000 for number in range(1, 7)})
    collection = collected(tmp_path / "class.zip", {"ada.zip": inner, **BOB})
    assert [len(each.read(2000)) for each in collection.found[:3]] == [1000] * 3
    for found in collection.found[3:6]:
        with pytest.raises(SourceError, match="what is taken out of an archive is over"):
            found.read(2000)
    assert collection.found[6].read(10) == b"bob"


def test_a_students_archive_that_is_too_large_is_left_over(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archives, "NESTED_BYTES", 1 << 20)
    files = {"ada.zip": zipped({"exercise_03.py": os.urandom(2 << 20)}), **BOB}
    collection = collect(folder(tmp_path / "class", files), EXERCISES)
    assert submissions(collection) == HERE
    assert reasons(collection) == {"ada.zip": "an archive that cannot be read: it is over 1 MiB; grade it on its own"}


def test_large_contents_go_to_a_file_and_come_back_the_same(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(shared, "_IN_MEMORY_BYTES", 1000)
    files = {f"s{number}.zip": zipped({"exercise_03.py": b"%d" % number * 400}) for number in range(20)}
    found = collected(tmp_path / "class.zip", files).found
    assert all(each.read(1 << 20) == each.student.removeprefix("s").encode() * 400 for each in found)
    assert len(found) == 20


def test_a_zip64_archive_is_read(tmp_path) -> None:
    target = io.BytesIO()
    name = zipfile.ZipInfo("ada/exercise_03.py")
    with zipfile.ZipFile(target, "w") as archive, archive.open(name, "w", force_zip64=True) as member:
        member.write(b"ada")
    assert submissions(collected(tmp_path / "class.zip", target.getvalue())) == {("ada", "exercise_03"): b"ada"}


def test_a_zip_behind_something_else_is_no_zip_by_its_begin_and_said_so(tmp_path) -> None:
    with pytest.raises(SourceError, match="is named as an archive, but is none"):
        collected(tmp_path / "class.zip", b"#!/bin/sh\n" + zipped(BOB))


def test_streamed_zips_whose_sizes_come_after_the_content_are_read(tmp_path) -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ada/exercise_03.py", b"ada")
    assert submissions(collected(tmp_path / "class.zip", pipe.data)) == {("ada", "exercise_03"): b"ada"}


def test_contents_are_not_held_in_memory(tmp_path) -> None:
    import tracemalloc

    files = {f"s{number}/exercise_03.py": os.urandom(60_000) for number in range(400)}
    packed(tmp_path / "class.tar.gz", files)
    tracemalloc.start()
    found = collect(tmp_path / "class.tar.gz", EXERCISES).found
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 400
    assert held < 4 << 20
