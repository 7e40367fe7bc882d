"""`big lint` beside one process: every list of the project, and long ones in every encoding with faults at borders."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from smsc_codec_dask.engine import Here
from smsc_codec_dask.sources import blocks
from test_big_lint import MARKS, NL, PLAIN, big, one_process

from smsc_codec.cli import large
from smsc_codec.linter.config import Settings
from smsc_codec.payloads.mailing import MailingOptions, memory, stream

ROOT = Path(__file__).resolve().parents[3]
LISTS = sorted(
    str(path.relative_to(ROOT))
    for folder in ("docs", "tests", "plugins")
    for path in (ROOT / folder).rglob("*.list")
    if "node_modules" not in path.parts
)
#: So many lines have the long lists, and so many octets their pieces. SMSC_BIG_LINES=200000 takes minutes, with
#: pieces as they really are.
LINES = int(os.environ.get("SMSC_BIG_LINES", "2000"))
PIECE = large.CHUNK if LINES > 100_000 else 1 << 13


def test_there_are_lists() -> None:
    """Those of the documents, of the corpus, and of the editors' highlighting are found."""
    assert len(LISTS) > 40


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_the_project(
    name: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """LIST-1, LIST-5: as one text, and cut into slices, each has the report of one process octet for octet."""
    monkeypatch.chdir(ROOT)
    assert big(Here(), [name], PLAIN, "json") == one_process([name], PLAIN, "json")
    request.getfixturevalue("small")
    for how in (PLAIN, NL):
        assert big(Here(), [name], how, "json") == one_process([name], how, "json")


FAULTS = [
    "79{n:09} ваш заказ готов",
    "79{n:09}:",
    "без получателя {n}",
    "79{n:09};ваш заказ готов",
    "8 (9{n:09} не номер:ваш заказ готов",
    "МагазинСОченьДлиннымИменем|79{n:09}:ваш заказ готов",
    "79000000001:это идёт на один номер снова и снова",
    "Shop,+25|79{n:09}:Пpивет",
    "79{n:09}:перенос\r\nна новой строке",
    "79{n:09}: " + "длинно " * 200,
]


def mark_of(encoding: str) -> bytes:
    return codecs.BOM_UTF8 if encoding == "utf-8-sig" else MARKS.get(encoding, b"")


def lines(encoding: str, border: int) -> Iterator[str]:
    """Lines as long as one another is not, a fault in each that stands at a border of the file."""
    at = first = len(mark_of(encoding))
    fault = 0
    encoding = encoding.removesuffix("-sig")
    for n in range(LINES):
        line = f"79{n:09}:Заказ № {n} собран{' и ждёт вас' * (n % 4)}, улица Ленина, дом {n % 90}\n"
        size = len(line.encode(encoding, "replace"))
        if (at - first) // border != (at + size - first) // border:
            line = FAULTS[fault % len(FAULTS)].format(n=n) + "\n"
            fault += 1
        at += len(line.encode(encoding, "replace"))
        yield line


@pytest.mark.parametrize(
    ("encoding", "asked"),
    [
        ("utf-8", None), ("utf-8-sig", None), ("utf-16-le", None), ("utf-16-be", None), ("cp1251", None),
        ("cp1251", "windows-1251"), ("koi8-r", "koi8-r"),
    ],
)  # fmt: skip
def test_long_lists_in_every_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, asked: str | None
) -> None:
    """REQ-6: faults at the borders of blocks and of slices, of octets as well as of characters, are found as by one."""
    monkeypatch.setattr(large, "LARGE", PIECE)
    monkeypatch.setattr(large, "CHUNK", PIECE)
    monkeypatch.setattr(stream, "LEAST", PIECE // 5)
    monkeypatch.setattr(memory, "_MOST", 4 << LINES.bit_length())
    monkeypatch.setattr(blocks, "SLICE", 2 * PIECE)
    path = tmp_path / "a.list"
    text = "".join(lines(encoding, PIECE))
    path.write_bytes(mark_of(encoding) + text.encode(encoding.removesuffix("-sig"), "replace"))
    for how in (Settings(), Settings(languages={"mailing": MailingOptions(nl=True)})):
        expected = one_process([str(path)], how, "json", asked)
        assert len(set(re.findall('"code":"[A-Z0-9]+"', expected))) > 5
        assert big(Here(), [str(path)], how, "json", encoding=asked) == expected
