"""Columns whose head names a secret: CSV, tabs, tables of Markdown and of databases."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.names import spots

_HEAD = regex(r"[\w.$-]{0,40}(?: [\w.$-]{1,30}){0,2}")
_CELLS = {sign: regex(rf"[ \t]*(?:\"(?:[^\"]|\"\")*\"|[^{sign}\n]*)") for sign in ",;\t|"}
_SETTING = regex(r"[:=]")
_LINE = regex(r"[^\n]*")
_RULE = regex(r"[\s|:+=-]*")


def cells(text: str, words: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the cells of such columns stand; `words` are the places of words for secrets."""
    at = 0
    for spot, _ in words:
        if spot < at:
            continue
        start = text.rfind("\n", at, spot) + 1 or at
        at = _end(text, spot)
        for sign in "\t|;,":
            row = _row(text, start, at, sign)
            if text[row[-1][1] : at].strip():  # a cell goes on behind its quotes: this is JSON, or code
                continue
            heads = [text[low:high].strip(" \t\r\"'`*") for low, high in row]
            # Something may stand before a table's first line: a comment's sign, a quotation's.
            if _is_setting(heads):
                continue
            if len(heads) > 1 and "(" not in heads[0] and all(map(_HEAD.fullmatch, heads[1:])):
                secret = [index for index, head in enumerate(heads) if next(spots(head), None)]
                if secret:
                    at = yield from _below(text, at, sign, len(heads), secret)
                    break


def _is_setting(heads: list[str]) -> bool:
    """Whether a row is one name with its value in a program: `'psw': PSW,`."""
    return not any(heads[1:]) and bool(_SETTING.search(heads[0]))


def _below(
    text: str, at: int, sign: str, width: int, secret: list[int]
) -> Generator[tuple[int, int], None, int]:
    """The cells of the rows below a head, and where the last row ends."""
    while at < len(text):
        start, end = at + 1, _end(text, at + 1)
        row = _row(text, start, end, sign)
        if len(row) < min(width, secret[-1] + 1) or len(row) < 2:
            break
        if not _RULE.fullmatch(text, start, end):
            yield from (row[index] for index in secret)
        at = end
    return at


def _row(text: str, start: int, end: int, sign: str) -> list[tuple[int, int]]:
    made: list[tuple[int, int]] = []
    at = start
    while True:
        cell = _CELLS[sign].match(text, at, end)
        assert cell is not None
        made.append(cell.span())
        if text[cell.end() : cell.end() + 1] != sign:
            return made
        at = cell.end() + 1


def _end(text: str, at: int) -> int:
    line = _LINE.match(text, at)
    assert line is not None
    return line.end()
