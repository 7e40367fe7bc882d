"""A list that is linted block by block gives what it gives as a whole, wherever it is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from smsc_codec.diagnostics import Edit, Finding, Fix, Label, Span
from smsc_codec.linter.block import Block, Text
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.fixes import mend
from smsc_codec.linter.reports.unified import Unified, diff
from smsc_codec.payloads import codec
from smsc_codec.payloads.mailing import MailingOptions, stream

_HEADER = "name;phone;text"
_TURNED = "one line;79990000001"
#: Lines of every rule, and lines that hang together with those around them.
ROWS = [
    "79990000001:Hello",
    "79990000001:Hello",
    "79990000002;Hello",
    "+7 (999) 000-00-02: Hello",
    "79990000003,79990000001:Hello",
    "79990000003,79990000003:Hi",
    "there",
    "and there",
    "",
    "  ",
    _HEADER,
    "# remark",
    "79990000004 no separator",
    "79990000004:",
    "Shop,+3|79990000005:Ваш заказ готов",
    "Магазин|79990000005:Пpивет",
    "G777:We are closed",
    "79990000006:a,79990000007:b",
    "79990000008:{button,x}",
    "79990000008:<file x> {menu: Press 1 or 2\\n1: end",
    "79990000009:Press 1\\n~~~ note",
    "79990000009:x\rthere",
    _TURNED,
]
KINDS = (
    Settings(profile="pedantic"),
    Settings(profile="pedantic", languages={"mailing": MailingOptions(nl=True)}),
    Settings(profile="pedantic", languages={"mailing": MailingOptions(channel="call")}),
)
# Blocks of one line, which only tests have, see no table below its header, and no message below a blank line: a list
# has one header at most, and begins with something. A turned line, once mended, may be there already, which a second
# run takes out: it is there once.
LISTS = (
    st.lists(st.sampled_from(ROWS), max_size=12)
    .filter(
        lambda rows: max(rows.count(_HEADER), rows.count(_TURNED)) < 2 and (not rows or bool(rows[0].strip()))
    )
    .flatmap(lambda rows: st.sampled_from(["\n", "\r\n"]).map(lambda end: end.join(rows)))
)
ALIKE = [f"7999000000{n}:Closed" for n in range(6)]


def judge(settings: Settings) -> Linter:
    return Linter(codec("mailing"), settings)


def cut(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def blocks(settings: Settings, text: str, size: int) -> Iterator[Block]:
    """The text in the smallest blocks that there are, from pieces of a size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "LEAST", 1)
        yield from judge(settings).blocks(Text("", pieces=cut(text, size)))


def moved(finding: Finding, by: int) -> Finding:
    def place(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    fixes = tuple(
        Fix(fix.title, tuple(Edit(place(edit.span), edit.text) for edit in fix.edits), fix.safe)
        for fix in finding.fixes
    )
    labels = tuple(Label(place(label.span), label.text) for label in finding.labels)
    return structs.replace(finding, span=place(finding.span), labels=labels, fixes=fixes)


def whole(settings: Settings, text: str) -> list[Finding]:
    return [_near(finding) for finding in judge(settings).check(text)[0]]


def apart(made: Iterator[Block], text: str) -> list[Finding]:
    at, line, found = 0, 1, []
    for block in made:
        assert block.first_line == line
        assert text.startswith(block.text, at)
        found += [_near(moved(finding, at)) for finding in block.findings]
        at, line = at + len(block.text), line + block.text.count("\n")
    assert at == len(text)
    return found


def _near(finding: Finding) -> Finding:
    """The fix of LST007 is for all lines, and a block's finding can only have those of its block."""
    if finding.code != "LST007":
        return finding
    fixes = tuple(Fix(fix.title, fix.edits[:1], fix.safe) for fix in finding.fixes)
    return structs.replace(finding, fixes=fixes)


@pytest.mark.parametrize(("settings", "end"), [(KINDS[0], "\n"), (KINDS[1], "\r\n")], ids=["lines", "nl"])
def test_cut_at_every_place(settings: Settings, end: str) -> None:
    """LIST-1, LIST-3, LIST-5: a list with every mistake has the same findings wherever it is cut in two."""
    text = end.join([*ROWS, *ROWS[:8], ""])
    expected = whole(settings, text)
    assert {"LST001", "LST005", "LST007"} <= {finding.code for finding in expected}
    for size in range(1, len(text) + 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(stream, "LEAST", 1)
            made = judge(settings).blocks(Text("", pieces=[text[:size], text[size:]]))
            assert apart(made, text) == expected, size


@given(LISTS, st.integers(1, 40), st.sampled_from(KINDS))
@settings(max_examples=60, deadline=None)
def test_any_list(text: str, size: int, how: Settings) -> None:
    """Lists of any lines have, block by block, the findings that they have as a whole."""
    assert apart(blocks(how, text, size), text) == whole(how, text)


@pytest.mark.parametrize(
    "last", [[], ["79990000009:Open"], ["79990000009 odd"]], ids=["alike", "one", "wrong"]
)
def test_all_alike(last: Sequence[str]) -> None:
    """LST017 is told of a long list too, on its first line, with the number of its messages."""
    text = "\n".join([*ALIKE, *last])
    found = [f for f in apart(blocks(KINDS[0], text, 9), text) if f.code == "LST017"]
    assert [(f.message, f.span.start) for f in found] == (
        [] if last else [("all 6 lines have the same text", 12)]
    )


@given(LISTS, st.integers(1, 40), st.booleans())
@settings(max_examples=40, deadline=None)
def test_mended_block_by_block(text: str, size: int, unsafe: bool) -> None:
    """What is mended block by block has nothing left to mend, and its findings, as one text."""
    done = list(mend(blocks(KINDS[0], text, size), unsafe=unsafe))
    made = "".join(one.after.text for one in done)
    # That all lines are alike was asked of the list as it was.
    left = [f for f in apart(iter([one.after for one in done]), made) if f.code != "LST017"]
    assert left == [f for f in whole(KINDS[0], made) if f.code != "LST017"]
    again = list(mend(blocks(KINDS[0], made, size), unsafe=unsafe))
    assert "".join(one.after.text for one in again) == made


CHANGED = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n"]), max_size=40)


@given(st.lists(st.tuples(CHANGED, CHANGED.map(lambda c: c[:3]), st.booleans()), max_size=8))
@settings(max_examples=200, deadline=None)
def test_diff_block_by_block(parts: list[tuple[list[str], list[str], bool]]) -> None:
    """A diff that is given in blocks is the diff of the whole where equal blocks say what is equal, and patches it."""
    pairs = [("".join(some), "".join(some if same else others)) for some, others, same in parts]
    told = Unified("x")
    shown = "".join([piece for pair in pairs for piece in told.add(*pair)] + list(told.end()))
    before, after = "".join(b for b, _ in pairs), "".join(a for _, a in pairs)
    assert patched(before, shown) == after
    if all(one == other for one, other in pairs):
        assert shown == ""
    if len(pairs) == 1:
        assert shown == diff("x", before, after)


def patched(text: str, patch: str) -> str:
    """A text after a patch, every hunk of which must be just where it says."""
    lines, made, at = text.split("\n"), [], 0
    for row in patch.split("\n")[2:-1]:
        if row.startswith("@@"):
            start, _, count = row.split(" ")[1][1:].partition(",")
            first = int(start) - (count != "0")
            made += lines[at:first]
            at = first
            continue
        if row[0] in " -":
            assert lines[at] == row[1:]
            at += 1
        if row[0] in " +":
            made.append(row[1:])
    return "\n".join([*made, *lines[at:]])


def test_long_hunks_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of a million lines is told in hunks of bounded length, each with its place."""
    monkeypatch.setattr("smsc_codec.linter.reports.unified._LONGEST", 50)
    before = "x\n" * 5 + "".join(f"{n}\n" for n in range(300)) + "y\n" * 5
    told, shown = Unified("x"), []
    for at in range(0, len(before), 100):
        cut_at, end = before.rfind("\n", 0, at) + 1, before.rfind("\n", 0, at + 100) + 1
        block = before[cut_at:end]
        shown += told.add(
            block, "".join(f"{line}!\n" if line.isdigit() else f"{line}\n" for line in block.splitlines())
        )
    tail = before[end:]
    shown += [*told.add(tail, tail), *told.end()]
    after = "x\n" * 5 + "".join(f"{n}!\n" for n in range(300)) + "y\n" * 5
    assert patched(before, "".join(shown)) == after
    assert max(piece.count("\n") for piece in shown) < 400
