"""Large files: a list is linted block by block in bounded memory, with the report that reading it whole gives."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli import files, large, mending, terminal
from smsc_codec.cli.mending import _first
from smsc_codec.linter.block import Block
from smsc_codec.linter.fixes import Mended
from smsc_codec.linter.reports import FORMATS
from smsc_codec.payloads.mailing import stream
from tests.cli.conftest import Cli
from tests.cli.test_terminal import Screen

ROWS = [f"7999{n:07}:Message {n}" for n in range(400)]
ROWS[7] = "79990000007 no separator"
ROWS[100:103] = ["79990000100:Hello", "there", "79990000101:"]
ROWS[250] = "Магазин|79990000250:Ваш заказ готов"
ROWS[399] = "8 (999) 000-03-99:last"
TEXT = "\r\n".join(ROWS) + "\r\n"


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of more than 1000 bytes is large, and a block has about 2000 characters."""
    monkeypatch.setattr(large, "LARGE", 1000)
    monkeypatch.setattr(large, "CHUNK", 701)
    monkeypatch.setattr(stream, "LEAST", 2000)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["list.list", "-"])
def test_report_is_that_of_the_whole(
    cli: Cli, request: pytest.FixtureRequest, folder: Path, form: str, name: str
) -> None:
    """In every format a list that is read by blocks has the lines, totals and fingerprints of one read at once."""
    (folder / "list.list").write_bytes(TEXT.encode())
    (folder / "other.list").write_text("x", encoding="utf-8")
    arguments = ["lint", "--format", form, "--stdin-filename", "in.list", name, "other.list"]
    whole = cli(*arguments, stdin=TEXT)
    request.getfixturevalue("small_blocks")
    apart = cli(*arguments, stdin=TEXT)
    assert apart == whole
    assert whole.code == 1
    assert "400" in whole.out


@pytest.mark.usefixtures("small_blocks")
def test_nothing_is_held_whole(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large list is never decoded whole; one that is to be mended is."""
    (folder / "a.list").write_bytes(TEXT.encode())
    with large.reading("a.list") as read:
        assert isinstance(read, large.Large)
    with monkeypatch.context() as patch:
        patch.setattr(files, "decode", None)
        assert cli("lint", "--format", "concise", "a.list").out.count("\n") == 5
    cli("lint", "--fix", "--unsafe-fixes", "a.list")
    assert b"79990000100:Hello\\nthere\r\n" in (folder / "a.list").read_bytes()


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("rows", [(), (1,), (200,), (398,), (1, 200, 398)])
@pytest.mark.parametrize("path", ["a.list", "-"])
def test_only_what_is_mended_changes(cli: Cli, folder: Path, rows: tuple[int, ...], path: str) -> None:
    """Of a large list the lines that are mended change, in whatever block they stand, and all others stay."""
    sound = [f"7999{n:07}:Message {n}" for n in range(400)]
    wrong = [row.replace(":", ";") if number in rows else row for number, row in enumerate(sound)]
    (folder / "a.list").write_text("\n".join(wrong), encoding="utf-8")
    done = cli("lint", "--fix", "--stdin-filename", "b.list", path, stdin="\n".join(wrong))
    mended = done.out if path == "-" else (folder / "a.list").read_text(encoding="utf-8")
    assert (done.code, mended) == (0, "\n".join(sound))
    assert f"{len(rows)} problem" in done.err


@pytest.mark.usefixtures("small_blocks")
def test_what_cannot_be_written_is_told_as_it_is(cli: Cli, folder: Path) -> None:
    """Of a large list that must not be written the report is about what stands there still."""
    (folder / "real.list").write_bytes(TEXT.encode())
    (folder / "a.list").symlink_to("real.list")
    before = cli("lint", "--format", "concise", "a.list")
    done = cli("lint", "--fix", "--unsafe-fixes", "--format", "concise", "a.list")
    assert (done.code, done.out) == (1, before.out)
    assert "is a symbolic link" in done.err
    assert "0 problems fixed" in done.err
    assert (folder / "real.list").read_bytes() == TEXT.encode()


@pytest.mark.usefixtures("small_blocks")
def test_a_block_keeps_its_last_line(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a fix takes the end of a block's last line, which the next line needs, the block stays as it was."""

    def cut(blocks: Iterable[Block], *, unsafe: bool) -> Iterator[Mended]:
        assert not unsafe
        return (Mended(one, one.again(one.text.removesuffix("\r\n")), 1) for one in blocks)

    (folder / "a.list").write_bytes(TEXT.encode())
    before = cli("lint", "--format", "concise", "a.list")
    monkeypatch.setattr(mending, "mend", cut)
    done = cli("lint", "--fix", "--format", "concise", "a.list")
    assert (done.code, done.out, done.err) == (1, before.out, "smsc-codec: 0 problems fixed\n")
    assert (folder / "a.list").read_bytes() == TEXT.encode()


PIECEWISE = {
    "a NUL at the beginning": (b"\0ab", None, "not a text: NUL byte at offset 0"),
    "a NUL": (b"ab\0", None, "not a text: NUL byte at offset 2"),
    "a NUL behind a mark": (b"\xef\xbb\xbf\0", None, "not a text: NUL byte at offset 3"),
    "a NUL in UTF-16": ("\ufeffab\0c".encode("utf-16-le"), None, "not a text: NUL as character 2"),
    "a NUL at the beginning of UTF-16": (
        "\ufeff\0a".encode("utf-16-be"),
        None,
        "not a text: NUL as character 0",
    ),
    "not what was asked for": ("ab\u044f".encode("cp1251"), "utf-8", "not utf-8: byte 0xFF at offset 2"),
    "UTF-8 but for one octet": (
        "При".encode() + b"\xff",
        None,
        "broken UTF-8 (byte 0xFF at offset 6)",
    ),
    "neither": (
        b"a\xff\x98",
        None,
        "neither UTF-8 (byte 0xFF at offset 1) nor windows-1251 (byte 0x98 at offset 2)",
    ),
}


@pytest.mark.parametrize("chunk", [1, 2, 100])
@pytest.mark.parametrize(("data", "encoding", "reason"), PIECEWISE.values(), ids=PIECEWISE)
def test_a_large_file_that_is_no_text(
    monkeypatch: pytest.MonkeyPatch, data: bytes, encoding: str | None, reason: str, chunk: int
) -> None:
    """What is no text is refused with the byte and its offset, however the file is cut."""
    monkeypatch.setattr(large, "LARGE", 0)
    monkeypatch.setattr(large, "CHUNK", chunk)
    with pytest.raises(files.Unreadable) as caught:
        large.large(io.BytesIO(data), encoding)
    assert str(caught.value).startswith(reason)


@pytest.mark.parametrize(("size", "is_large"), [(9, False), (10, False), (11, True)])
def test_what_is_large(monkeypatch: pytest.MonkeyPatch, size: int, is_large: bool) -> None:
    """A file of as many octets as are the bound is small, one more makes it large."""
    monkeypatch.setattr(large, "LARGE", 10)
    assert (large.large(io.BytesIO(b"a" * size)) is not None) is is_large


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("length", range(6))
def test_the_beginning_of_a_text(length: int) -> None:
    """As many characters as are asked for, whatever pieces they come in."""
    assert "".join(_first(["ab", "c", "de"], length)) == "abcde"[:length]


def test_ignores_at_a_line(cli: Cli, folder: Path) -> None:
    """`per-file-ignores` hides a finding at its line of the file, far below the first block."""
    (folder / "a.list").write_bytes(TEXT.encode())
    (folder / "smsc-codec.toml").write_text(
        '[per-file-ignores]\n"a.list" = ["LST003@400", "LST010@251", "LST009@9"]\n', encoding="utf-8"
    )
    out = cli("lint", "--format", "concise", "a.list").out
    assert [line.split(": ")[0] for line in out.splitlines()] == [
        "a.list:8:13",
        "a.list:102:1",
        "a.list:103:13",
        "smsc-codec.toml:2:42",
    ]


@pytest.mark.usefixtures("small_blocks")
def test_another_kind_is_read_whole(cli: Cli, folder: Path) -> None:
    """A large file of a kind that is not read by blocks is linted as a small one is."""
    (folder / "a.menu").write_text("Hello!\n" * 300 + "{menu: a", encoding="utf-8")
    assert "a.menu:301" in cli("lint", "--format", "concise", "a.menu").out


@pytest.mark.usefixtures("small_blocks")
def test_guessed_encoding_is_said(cli: Cli, folder: Path) -> None:
    """A large list in windows-1251 is read as that, which is said with the offset of the byte that is no UTF-8."""
    data = TEXT.encode("cp1251")
    (folder / "a.list").write_bytes(data)
    done = cli("lint", "--format", "concise", "a.list")
    offset = data.index("М".encode("cp1251"))
    assert f"a.list: not UTF-8 (byte 0xCC at offset {offset}), so read as windows-1251" in done.err
    assert "'Магазин'" in done.out


PIECES = ["a", "\n", "я", "🎉", "\r\n", "п", "\ufeff", "79990000001:x"]
BYTES = st.one_of(
    st.binary(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=20).flatmap(
        lambda parts: st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"]).map(
            lambda name: "".join(parts).encode(name, "ignore")
        )
    ),
    st.lists(
        st.sampled_from([b"a", b"\xd1\x8f", b"\xd1", b"\x98", b"\xcf", b"\n", b"\xf0\x9f"]), max_size=40
    ).map(b"".join),
)


@settings(max_examples=300, deadline=None)
@given(
    BYTES,
    st.sampled_from([None, "utf-8", "utf-8-sig", "cp1251", "koi8-r", "latin-1", "utf-16", "utf-16-le"]),
    st.integers(1, 9),
)
def test_pieces_are_the_text(data: bytes, encoding: str | None, chunk: int) -> None:
    """Read by pieces, a file has the text, the encoding, the note and the failure that reading it whole has."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "LARGE", 0)
        patch.setattr(large, "CHUNK", chunk)
        try:
            apart = large.large(io.BytesIO(data), encoding)
            if apart is None:
                return
            text = "".join(apart)
        except files.Unreadable as error:
            with pytest.raises(files.Unreadable) as whole:
                files.decode(data, encoding)
            assert str(error) == str(whole.value) or "NUL" in str(error)
            return
        source = files.decode(data, encoding)
        assert (text, apart.encoding, apart.note) == (source.text, source.encoding, source.note)
        assert data[len(apart.mark) :].decode(apart.encoding) == text


def test_a_file_that_changes_is_told() -> None:
    """What was UTF-8 in the first pass and is not any more ends in the reason, not in a traceback."""
    with pytest.raises(files.Unreadable, match="changed while it was being read"):
        list(large.Large(io.BytesIO("я".encode()[:1]), "utf-8"))


def test_progress_of_a_large_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a line says how far the list is, and is taken away."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    progress = terminal.Progress()
    progress.lines("a.list", 1)
    progress.lines("a.list", 2000)
    progress.clear()
    assert screen.getvalue() == "\ra.list: line 1\ra.list: line 2000\r\x1b[K"


@pytest.mark.slow
def test_a_million_lines_fit_in_60_mebibytes(folder: Path) -> None:
    """A list of a million lines is linted with a peak below 60 MiB of the process, and each finding has its line."""
    with (folder / "big.list").open("w", encoding="utf-8") as file:
        for n in range(1_000_000):
            separator = " " if n % 10_000 == 9_999 else ":"
            file.write(f"7999{n:07}{separator}Message {n} your order is ready, come and fetch it\n")
    program = (
        "import resource,sys;from smsc_codec.cli import run;code=run(sys.argv[1:]);"
        "print(code,resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    lint = [sys.executable, "-c", program, "lint", "--format", "concise", "big.list"]
    # A child counts the peak of the process it was forked from, so it is started by a small one.
    starter = "import subprocess,sys;subprocess.run(sys.argv[1:],check=True)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", starter, *lint], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    *found, measured = done.stdout.splitlines()
    assert [line.split(":")[1] for line in found] == [str(n) for n in range(10_000, 1_000_001, 10_000)]
    code, peak = map(int, measured.split())
    assert code == 1
    assert peak / 1024 < 60


@pytest.mark.usefixtures("small_blocks")
def test_how_far_a_large_file_is(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that comes in blocks the first line of each is told; of another one nothing."""
    (folder / "a.list").write_bytes(TEXT.encode())
    (folder / "b.list").write_text(ROWS[0], encoding="utf-8")
    told: list[tuple[str, int]] = []
    monkeypatch.setattr(terminal.Progress, "lines", lambda _, name, number: told.append((name, number)))
    cli("lint", "a.list", "b.list")
    assert {name for name, _ in told} == {"a.list"}
    assert [number for _, number in told] == sorted({number for _, number in told})
    assert told[0] == ("a.list", 1)
    assert len(told) > 3
