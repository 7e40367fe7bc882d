"""Draws the parts of a message: a bar and the text of each, and a caret under what makes it expensive."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.cli.parts_report import Part, Report, Rewritten, Sign
from smsc_codec.diagnostics import Lines
from smsc_codec.linter.reports import Style
from smsc_codec.linter.reports.cells import cells
from smsc_codec.linter.reports.frame import paint
from smsc_codec.linter.reports.row import Row
from smsc_codec.linter.reports.totals import plural
from smsc_codec.linter.reports.width import visible, wrap
from smsc_codec.linter.words import said
from smsc_codec.text.mark import MARK, TILDES

#: Where nothing limits the lines, a bar is as long as is pleasant to look at.
_BAR = 40
_GREEN, _CYAN, _RED, _BLUE, _BOLD = "32", "36", "31", "1;34", "1"
_ENCODINGS = {"gsm7": "GSM 7-bit (Latin rate)", "ucs2": "UCS-2 (Cyrillic rate)"}


def picture(name: str, text: str, report: Report, style: Style, blocks: str) -> Iterator[str]:
    """The lines, without their endings. `blocks`: what a filled and an empty step of a bar are drawn with."""
    yield from _wrapped(paint(style, _BOLD, f"{visible(name)}:"), _summary(report), style)
    for note in _notes(report, text):
        yield from _wrapped(paint(style, _BLUE, "="), note, style)
    yield ""
    for number, part in enumerate(report.each, 1):
        yield from _part(number, part, report, style, blocks)
    if report.charset.misfit:
        yield ""
        words = f"{report.charset.asked} cannot carry {report.charset.misfit.name}"
        able = f"; {report.charset.able[0]} can" if report.charset.able else ""
        yield from _pointed(text, report.charset.misfit, "not carried", words + able, style, _RED)
    if report.costly:
        yield ""
        yield from _costly(text, report, style)
    if report.cut and report.cut.lost:
        yield ""
        yield from _lost(report, style)


def _summary(report: Report) -> str:
    units, one = plural(report.units, "unit"), report.parts == 1
    taken = f"{units} of {report.limit}" if one else f"{units}, {report.limit} a part"
    left = f"{report.left} left{'' if one else ' in the last'}"
    return f"{plural(report.parts, 'part')}, {_ENCODINGS[report.encoding]}, {taken}, {left}"


def _notes(report: Report, text: str) -> Iterator[str]:
    tables = [
        f"{language} {kind}"
        for kind, language in (("locking shift", report.locking), ("single shift", report.single))
        if language
    ]
    if tables:
        yield f"with the {' and '.join(tables)} table"
    able = ", ".join(report.charset.able) or "none of the service's"
    yield f"charset: {able}"
    if report.comment:
        yield f"the comment after {TILDES} is not counted"
    elif MARK.replace("\n", "\r\n") in text:
        yield f"the {TILDES} here does not start a comment and is counted: its line must end in LF, not CR LF"
    if report.cut and not report.cut.lost:
        yield f"maxsms={report.cut.maxsms} cuts nothing"


def _part(number: int, part: Part, report: Report, style: Style, blocks: str) -> Iterator[str]:
    total = report.parts
    digits = len(str(total))
    head = f"{number:>{digits}}/{total}"
    size = f"{part.units:>3}/{report.limit}"
    room = _BAR if not style.width else max(5, min(style.width - len(head) - len(size) - 2, 60))
    filled = -(-part.units * room // report.limit)
    drawn = paint(style, _CYAN, blocks[0] * filled) + blocks[1] * (room - filled)
    yield f"{head} {drawn} {size}"
    indent = " " * len(head)
    last = number == total
    shown = list(_shown(part.text, (style.width or 0) - len(indent) - 4))
    for at, line in enumerate(shown):
        end = at == len(shown) - 1
        mark = paint(style, _GREEN, f"|{'' if last else '>'}") if end else ""
        yield f"{indent} {line}{mark}"


def _shown(text: str, room: int) -> Iterator[str]:
    """The text in lines of at most `room` columns (0 or less: any), its own line ends kept and not hidden."""
    for line in text.split("\n"):
        row, used = "", 0
        for shown, width, _ in cells(line, tab=0):
            if 0 < room < used + width and used:
                yield row
                row, used = "", 0
            row += shown
            used += width
        yield row


def _costly(text: str, report: Report, style: Style) -> Iterator[str]:
    costly = report.costly
    assert costly
    if costly.replacement is None:
        words = f"{costly.first.name}: nothing in the Latin alphabet says the same"
    else:
        words = f"{costly.first.name}: '{visible(costly.replacement)}' says the same"
    title = "expensive: 1 character that the Latin alphabet lacks"
    if costly.count > 1:
        title = f"expensive: {costly.count} characters that the Latin alphabet lacks; the first"
    yield from _pointed(text, costly.first, title, words, style, "1;33")
    if report.replaced:
        what = "with all of them replaced" if costly.count > 1 else "with it replaced"
        yield from _saving(what, report, report.replaced, style)
    elif costly.lasting < costly.count:
        words = f"{costly.lasting} of {costly.count} have no replacement, and replacing some saves nothing"
        yield from _wrapped("  =", words, style)
    for number, made in report.translit.items():
        yield from _saving(f"with translit={number}", report, made, style)
    for made in report.translit.values():
        sample = next(line for line in made.text.splitlines() if line.strip())
        words = (
            f"translit begins `{visible(sample[:40])}`, by the usual letters: the service publishes no table"
        )
        yield from _wrapped("  =", words, style)
        break


def _saving(what: str, report: Report, made: Rewritten, style: Style) -> Iterator[str]:
    saved = report.parts - made.parts
    words = (
        f"{plural(made.parts, 'part')} instead of {report.parts}"
        if saved
        else f"still {plural(made.parts, 'part')}"
    )
    if saved > 0:
        words += f", saves {saved}"
    elif saved < 0:
        words += f", {-saved} more"
    if made.encoding == "ucs2":
        words += ", since other characters keep it UCS-2"
    yield from _wrapped(paint(style, _GREEN, "  =") if saved > 0 else "  =", f"{what}: {words}", style)


def _pointed(text: str, sign: Sign, title: str, words: str, style: Style, color: str) -> Iterator[str]:
    """A character in its line, with a caret under it."""
    gutter = len(str(sign.line))
    room = max(20, (style.width or 100) - gutter - 3)
    row = Row(text, Lines(text).span(sign.line), sign.column - 1, sign.column, room)
    start, end = row.columns(sign.column - 1, sign.column)
    bar = paint(style, _BLUE, " " * gutter + " |")
    place = said(f"line {sign.line}, column {sign.column}", style.language)
    yield f"{paint(style, color, said(title, style.language))}: {place}"
    yield bar
    yield f"{paint(style, _BLUE, f'{sign.line:>{gutter}} |')} {row.text}"
    yield f"{bar} {' ' * start}{paint(style, color, '^' * (end - start))}"
    yield from _wrapped("  =", words, style)


def _lost(report: Report, style: Style) -> Iterator[str]:
    cut = report.cut
    assert cut
    cuts = said(f"maxsms={cut.maxsms} cuts", style.language)
    lost = said(f"after character {cut.kept}: {plural(len(cut.lost), 'character')} lost", style.language)
    yield f"{paint(style, _RED, cuts)} {lost}"
    for line in _shown(cut.lost, (style.width or 0) - 6):
        yield f"  {paint(style, _RED, '-')} {line}"


def _wrapped(head: str, words: str, style: Style) -> Iterator[str]:
    words = said(words, style.language)
    first, *rest = wrap(words, max(20, style.width - 4)) if style.width else [words]
    yield f"{head} {first}"
    yield from (f"    {line}" for line in rest)
