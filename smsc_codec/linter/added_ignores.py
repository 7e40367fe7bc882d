"""Ignores written into a configuration's text: what stands there stays as it is, with its remarks and its layout.

The text is edited, not written anew; what the edited text says is read back and compared, so that a layout that is not
understood is refused, never damaged.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import CodecError
from smsc_codec.lazy import regex

#: A string, a remark, a line's end, a word of a key, blanks, or one sign.
_TOKEN = regex(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|\r?\n|[\w-]+|[ \t]+|.',
    re.DOTALL,
)
_NAME = "per-file-ignores"
_OPEN, _CLOSED = "[{", "]}"


class NotEdited(CodecError):
    """A configuration whose layout is not understood; says what to write into it by hand."""


class _Statement(Struct, frozen=True):
    """`key = value`, or a `[header]`, which has no value. `path` is the whole key, that of the header before it."""

    path: tuple[str, ...]
    start: int
    #: Where the last word of the key begins.
    word: int
    #: Where the value begins and ends; for a header where it ends.
    value: int
    end: int

    @property
    def header(self) -> bool:
        return self.value == self.end


def with_ignores(text: str, new: Mapping[str, Sequence[str]], table: Sequence[str]) -> str:
    """The text of a configuration with more per-file ignores: globs to the codes that are added to theirs.

    `table` is where the settings stand: `()` in smsc-codec.toml, `("tool", "smsc-codec")` in pyproject.toml. Raises
    NotEdited where the text cannot be edited so that it says what it said, and these.
    """
    whole = (*table, _NAME)
    wanted = tomllib.loads(text)
    inside = wanted
    for part in whole:
        inside = inside.setdefault(part, {})
    line_end = "\r\n" if "\r\n" in text else "\n"
    more = {glob: codes for glob, codes in new.items() if glob not in inside}
    made = text
    for glob in new.keys() - more.keys():
        made = _into_array(made, (*whole, glob), new[glob], line_end)
    if more:
        made = _into_table(made, whole, more, line_end)
    for glob, codes in new.items():
        inside[glob] = [*inside.get(glob, ()), *codes]
    if _said(made) != wanted:
        lines = "; ".join(_line(glob, codes) for glob, codes in new.items())
        raise NotEdited(f"its layout is too unusual to edit; add to '{'.'.join(whole)}': {lines}")
    return made


def _said(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _line(glob: str, codes: Sequence[str]) -> str:
    return f"{_string(glob)} = [{', '.join(map(_string, codes))}]"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _into_array(text: str, path: tuple[str, ...], codes: Sequence[str], line_end: str) -> str:
    """Codes behind those of an array."""
    for one in _statements(text):
        if one.path != path or not text.startswith("[", one.value):
            continue
        said = [
            t for t in _TOKEN.finditer(text, one.value, one.end - 1) if not t[0].isspace() and t[0][0] != "#"
        ]
        last = said[-1]
        comma = "" if last[0] in ("[", ",") else ","
        if "\n" not in text[one.value : one.end]:
            blank = " " if last[0] != "[" else ""
            return _put(text, last.end(), f"{comma}{blank}{', '.join(map(_string, codes))}")
        # Each on a line of its own, below the last one and what is remarked on it.
        below = text.find("\n", last.end())
        below -= text[below - 1] == "\r"
        first = said[min(1, len(said) - 1)]
        row = text[: first.start()].rpartition("\n")[2]
        indent = row if row.isspace() else "    "
        added = "".join(f"{line_end}{indent}{_string(code)}," for code in codes)
        return _put(_put(text, below, added), last.end(), comma)
    return text


def _into_table(text: str, whole: tuple[str, ...], more: Mapping[str, Sequence[str]], line_end: str) -> str:
    """Entries behind those of the table, however it is written; a table of its own where there is none."""
    statements = list(_statements(text))
    lines = [_line(glob, codes) for glob, codes in more.items()]
    for one in statements:
        if one.path == whole and text.startswith("{", one.value):
            entries = ", ".join(lines)
            there = text[one.value : one.end].removesuffix("}").rstrip()
            return _put(text, one.value + len(there), f" {entries} " if there == "{" else f", {entries}")
    for at, one in enumerate(statements):
        if one.path == whole and one.header:
            last = one
            for below in statements[at + 1 :]:
                if below.header:
                    break
                last = below
            return _below(text, last.end, lines, line_end)
    dotted = [one for one in statements if one.path[:-1] == whole and not one.header]
    if dotted:
        last = dotted[-1]
        return _below(text, last.end, [text[last.start : last.word] + line for line in lines], line_end)
    above = whole[:-1]
    ours = [one.end for one in statements if above and one.path[: len(above)] == above]
    header = f"[{'.'.join(whole)}]"
    end = max(ours, default=len(text))
    return _below(text, end, ["", header, *lines], line_end)


def _below(text: str, at: int, lines: Sequence[str], line_end: str) -> str:
    """The text with lines below the one that a place is in."""
    rest, feed, tail = text[at:].partition("\n")
    head = text[:at] + rest + feed
    if head and not head.endswith("\n"):
        head += line_end
    return head + "".join(f"{line}{line_end}" for line in lines[not head.strip() and not lines[0] :]) + tail


def _put(text: str, at: int, added: str) -> str:
    return text[:at] + added + text[at:]


def _statements(text: str) -> Iterator[_Statement]:
    """The headers and the keys of a TOML text, which is one: in order, with their places."""
    above: tuple[str, ...] = ()
    tokens = list(_TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        said = tokens[at][0]
        if said.isspace() or said[0] == "#":
            at += 1
            continue
        start = at
        if said == "[":
            while tokens[at][0] not in ("\n", "\r\n") and at < len(tokens) - 1 and tokens[at][0][0] != "#":
                at += 1
            keys = [t for t in tokens[start : at + 1] if _is_key(t[0])]
            above = tuple(_key(t[0]) for t in keys)
            end = max(t.end() for t in tokens[start : at + 1] if t[0] == "]")
            yield _Statement(above, tokens[start].start(), keys[-1].start(), end, end)
            at += 1
            continue
        while tokens[at][0] != "=":
            at += 1
        keys = [t for t in tokens[start:at] if _is_key(t[0])]
        at += 1
        while tokens[at][0].isspace():
            at += 1
        value, depth, end = tokens[at].start(), 0, tokens[at].end()
        while at < len(tokens) and (depth or tokens[at][0] not in ("\n", "\r\n")):
            one = tokens[at][0]
            depth += (one in _OPEN) - (one in _CLOSED)
            if not one.isspace() and one[0] != "#":
                end = tokens[at].end()
            at += 1
        yield _Statement(
            (*above, *(_key(t[0]) for t in keys)), tokens[start].start(), keys[-1].start(), value, end
        )


def _is_key(token: str) -> bool:
    return token[0] in "\"'" or token.replace("-", "").replace("_", "").isalnum()


def _key(token: str) -> str:
    if token[0] not in "\"'":
        return token
    read: str = tomllib.loads(f"k = {token}")["k"]
    return read
