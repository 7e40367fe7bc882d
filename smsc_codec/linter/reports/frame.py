"""A finding drawn over its source: its lines, a mark under each place, and what each place means."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from smsc_codec.diagnostics import Finding, Lines, Span
from smsc_codec.linter.reports import Style, place
from smsc_codec.linter.reports.change import changes
from smsc_codec.linter.reports.links import linked
from smsc_codec.linter.reports.row import WIDEST, Row
from smsc_codec.linter.reports.width import visible, width, wrap
from smsc_codec.linter.reports.words import details, fix_title
from smsc_codec.linter.words import said

#: The lines of a longer span are not all drawn, only its first and its last.
_WHOLE = 4
#: What a change shows at most of the lines it removes, and of those it adds.
_SHOWN = 8

_COLORS = {"error": "1;31", "warning": "1;33", "info": "1;36"}
_BLUE, _RED, _GREEN, _BOLD = "1;34", "31", "32", "1"


class _Mark(Struct, frozen=True, gc=False):
    """A mark under the characters `start` to `end` of one line."""

    line: int
    start: int
    end: int
    char: str
    text: str
    main: bool


def paint(style: Style, color: str, text: str) -> str:
    """The text in a colour, if the reader wants colours."""
    return f"\x1b[{color}m{text}\x1b[0m" if style.color and text else text


def frame(path: str, lines: Lines, finding: Finding, style: Style) -> str:
    """The whole finding, each line with its ending."""
    marks = list(_marks(lines, finding))
    fixes = [(fix, list(changes(lines, fix))) for fix in finding.fixes]
    last = max([mark.line for mark in marks] + [block.last for _, blocks in fixes for block in blocks])
    gutter = len(str(last))
    room = max(20, (style.width or WIDEST) - gutter - 3)
    bar = paint(style, _BLUE, " " * gutter + " |")
    at = place(lines, finding.span)
    color = _COLORS[finding.severity]

    code = f"[{linked(finding.code, style)}]" if finding.code else ""
    title = paint(style, color, f"{said(finding.severity, style.language)}{code}")
    out = [
        f"{title} {finding.name}: {paint(style, _BOLD, visible(finding.message))}",
        f"{paint(style, _BLUE, ' ' * gutter + '-->')} {visible(path)}:{at.line}:{at.column}",
        bar,
    ]
    out += _source(lines, marks, gutter, room, style, color)
    notes = details(finding, style.language)
    if notes:
        out.append(bar)
    for note in notes:
        first, *rest = wrap(visible(note), room)
        out.append(f"{' ' * gutter} {paint(style, _BLUE, '=')} {first}")
        out += [f"{' ' * gutter}   {line}" for line in rest]
    for fix, blocks in fixes:
        out.append(
            f"{paint(style, _GREEN, said('help', style.language))}: {visible(fix_title(fix, style.language))}"
        )
        for block in blocks:
            out += _change(block.line, block.old, block.new, "-", gutter, room, style)
            out += _change(block.new_line, block.new, block.old, "+", gutter, room, style)
    return "".join(line.rstrip(" ") + "\n" for line in out)


def unread(path: str, failure: str, style: Style) -> str:
    """What is shown of a file that could not be read."""
    title = paint(style, _COLORS["error"], said("error", style.language))
    arrow = paint(style, _BLUE, " -->")
    return f"{title}: {paint(style, _BOLD, visible(failure))}\n{arrow} {visible(path)}\n"


def _marks(lines: Lines, finding: Finding) -> Iterator[_Mark]:
    yield from _split(lines, finding.span, finding.primary, True)
    for label in finding.labels:
        yield from _split(lines, label.span, label.text, False)


def _split(lines: Lines, span: Span, text: str, main: bool) -> Iterator[_Mark]:
    """A span, line by line; its text goes to the last line."""
    at = place(lines, span)
    char = "^" if main else "-"
    last = at.end_line
    if last > at.line and at.end_column == 1:
        last -= 1  # the span ends with a line's ending, not with the line after it
    for line in range(at.line, last + 1) if last - at.line < _WHOLE else (at.line, last):
        here = lines.span(line)
        length = here.end - here.start
        end = min(length, at.end_column - 1) if line == at.end_line else length
        start = min(end, at.column - 1 if line == at.line else _indent(lines.text, here))
        if start < end or line in (at.line, last):
            yield _Mark(line, start, end, char, text if line == last else "", main)


def _indent(text: str, line: Span) -> int:
    at = line.start
    while at < line.end and text[at].isspace():
        at += 1
    return at - line.start


def _source(
    lines: Lines, marks: list[_Mark], gutter: int, room: int, style: Style, color: str
) -> Iterator[str]:
    """The marked lines and their marks; lines between them are left out, but never just one."""
    by_line: dict[int, list[_Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.line, []).append(mark)
    for number in list(by_line):
        if number + 2 in by_line:
            by_line.setdefault(number + 1, [])
    shown = False
    for number in sorted(by_line):
        if shown and number - 1 not in by_line:
            yield paint(style, _BLUE, "...")
        shown = True
        here = lines.span(number)
        there = by_line[number]
        row = Row(lines.text, here, *_focus(there, room), room)
        yield f"{paint(style, _BLUE, f'{number:>{gutter}} |')} {row.text}"
        for under in _under(row, there, room, style, color):
            yield f"{paint(style, _BLUE, ' ' * gutter + ' |')} {under}"


def _focus(marks: list[_Mark], room: int) -> tuple[int, int]:
    """The characters that must be seen: those of all marks if they fit, else of the main one."""
    if not marks:
        return 0, 0
    first, last = min(mark.start for mark in marks), max(mark.end for mark in marks)
    if last - first > room:
        main = max(marks, key=lambda mark: mark.main)
        return main.start, main.end
    return first, last


def _under(row: Row, marks: list[_Mark], room: int, style: Style, color: str) -> Iterator[str]:
    """The rows of marks under one line, from left to right; a mark with a text closes its row."""
    under, used = "", 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end, not mark.main)):
        start, end = row.columns(mark.start, mark.end)
        paint_code = color if mark.main else _BLUE
        if used and start <= used:
            yield under
            under, used = "", 0
        under += " " * (start - used) + paint(style, paint_code, mark.char * (end - start))
        used = end
        if mark.text:
            text = visible(mark.text)
            if end + 1 + width(text) <= room:
                yield f"{under} {paint(style, paint_code, text)}"
            else:
                yield under
                parts = wrap(text, room)
                indent = max(0, min(start, room - max(map(width, parts))))
                for part in parts:
                    yield " " * indent + paint(style, paint_code, part)
            under, used = "", 0
    if under:
        yield under


def _change(
    number: int, mine: list[str], other: list[str], sign: str, gutter: int, room: int, style: Style
) -> Iterator[str]:
    """The lines that a fix removes or adds, each cut around what differs from its counterpart."""
    color = _RED if sign == "-" else _GREEN
    for index, line in enumerate(mine[:_SHOWN]):
        against = other[index] if index < len(other) else ""
        row = Row(line, Span(0, len(line)), *_difference(line, against), room)
        yield f"{number + index:>{gutter}} {paint(style, color, f'{sign} {row.text}')}"
    if len(mine) > _SHOWN:
        yield paint(style, _BLUE, said(f"... and {len(mine) - _SHOWN} more", style.language))


def _difference(line: str, other: str) -> tuple[int, int]:
    """The characters of `line` between what both begin with and what both end with."""
    same = 0
    for mine, its in zip(line, other, strict=False):
        if mine != its:
            break
        same += 1
    end, its_end = len(line), len(other)
    while min(end, its_end) > same and line[end - 1] == other[its_end - 1]:
        end, its_end = end - 1, its_end - 1
    return same, end
