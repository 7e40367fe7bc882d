"""What stands in files and their names orders nothing of a terminal or a CI service that shows our output."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest

from smsc_codec.diagnostics import Edit, Finding, Fix, Label, Span
from smsc_codec.linter.reports import FORMATS, FileReport, Style, render
from tests.cli.conftest import Cli

DANGEROUS = {
    "escape": "a\x1b[2Jb",
    "one-byte escape": "a\x9b2Jb",
    "bell and title": "a\x1b]0;x\x07b",
    "backspaces": "abc\b\b\bxyz",
    "delete": "a\x7fb",
    "return": "a\rb",
    "return and an order": "a\r::error::b",
    "feeds": "a\x0bb\x0cc",
    "separators": "a\x1cb\x1db\x1ec",
    "next line": "a\x85::error::b",
    "line separator": "a\u2028::error::b",
    "paragraph separator": "a\u2029##[error]b",
    "right to left": "a\u202egnp.exe",
    "isolates": "a\u2066b\u2069\u061c",
    "zero width": "a\u200bb\u200cc\u2060d\ufeff",
    "tags": "a\U000e0041b",
    "private use": "a\ue000b",
    "half a pair": "a\udcffb",
    "mark on nothing": "\u0301a",
    "order": "::error::x",
    "order behind a blank": " ::stop-commands::x",
    "order behind blanks": "\t \u00a0\u2003::set-output name=x::y",
    "order after a line end": "a\n::add-mask::b",
    "old order": "##[error]x",
    "old order in a line": "a ##[set-env name=x]y",
    "order of Azure": "a ##vso[task.setvariable variable=x]y",
    "order of Azure in capitals": "##VSO[task.complete]y",
    "order of TeamCity": "##teamcity[buildStop x]",
    "more signs than one order needs": "####[error]x",
    "section of GitLab": "section_start:1:x\r\x1b[0K",
    "long words": "x" * 70 + " ::error::y " + "z" * 70,
}
OURS = re.compile(r"::(error|warning|notice) file=[^:]*::[^\n]*")
AZURE = re.compile(r"##vso\[task\.logissue type=(error|warning);sourcepath=[^]]*\](?!.*##\w*\[)")


def harmless(out: str, *, diff: bool = False, orders: bool = False) -> str:
    """What is dangerous in an output, "" if nothing is. `orders`: lines may be orders as we write them."""
    if diff:
        out = out.replace("\r\n", "\n").replace("\t", " ")
    odd = {
        c for c in out if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    }
    if odd:
        return f"characters {odd!r}"
    for line in out.split("\n"):
        if line.lstrip().startswith("::") and not (orders and OURS.fullmatch(line)):
            return f"an order at a line's start: {line!r}"
        if re.search(r"##\w*\[", line) and not (orders and AZURE.match(line)):
            return f"an old order: {line!r}"
    return ""


def finding(words: str, text: str) -> Finding:
    """One that says the words wherever it can say anything."""
    at = Span(0, len(text))
    fix = Fix(words, (Edit(at, words),), safe=True)
    return Finding("X001", "odd", "error", words, at, (words,), (Label(at, words),), (fix,), (words,), words)


@pytest.mark.parametrize("width", [None, 40])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("words", DANGEROUS.values(), ids=DANGEROUS)
def test_reports(words: str, form: str, width: int | None) -> None:
    """No format lets through what stands in the name of a file, in its text, in a finding, or in a failure."""
    reports = [
        FileReport(words, f"{words}\n", (finding(words, words),)),
        FileReport(f"d/{words}", f"a\n{words}\n{words}", (finding(words, f"a\n{words}"),)),
        FileReport(words, failure=words),
    ]
    out = "".join(render(form, reports, style=Style(width=width), rules={}, version="1"))
    assert not harmless(out, orders=form in ("github", "azure"))


@pytest.mark.parametrize("words", DANGEROUS.values(), ids=DANGEROUS)
def test_command_lines(cli: Cli, folder: Path, words: str) -> None:
    """Nor does any way to run `lint` and `fmt`: reports, diffs, kinds, statistics, remarks on files and folders."""
    name = f"{words.strip('/')}.list"
    Path(folder, name).write_bytes(
        f"79990000001:x\r\n79990000002;{words}\r\n{words}\r\n".encode("utf-8", "surrogateescape")
    )
    menu = f"{words}.menu"
    Path(folder, menu).write_bytes(
        f"{words}\n\n{{menu: {words} 1\n1 :   {words} \n2: end}}\n{words}\n".encode(
            "utf-8", "surrogateescape"
        )
    )
    (folder / f"{words}d").mkdir()
    Path(folder, f"{words}l.list").symlink_to(name)
    runs = [["lint", "--format", form] for form in FORMATS]
    runs += [
        ["lint", "--diff", "--unsafe-fixes"],
        ["lint", "--explain-kind"],
        ["lint", "--statistics"],
        ["fmt", "--diff"],
    ]
    runs += [["lint", "--fix"], ["fmt"]]
    for run in runs:
        done = cli(*run, "-", name, menu, f"{words}d", f"{words}l.list", f"{words}gone")
        told = harmless(
            done.out, diff="--diff" in run, orders=bool({"github", "azure"} & {*run})
        ) or harmless(done.err)
        assert not told, (run, told)


def test_a_diff_is_still_a_patch(cli: Cli, folder: Path) -> None:
    """What is not dangerous stays octet for octet: tabs, the returns of line ends, emoji, letters of any script."""
    text = "79990000001:a\tb 👩‍👩‍👧 й é\r\n79990000002;c # ## d :: e\r\n"
    (folder / "a.list").write_bytes(text.encode())
    shown = cli("lint", "--diff", "a.list").raw.decode()
    for line in text.split("\n")[:-1]:
        assert f" {line}\n" in shown or f"-{line}\n" in shown
    assert os.listdir(folder / ".git") == []
