"""What a `.gitignore` says of paths, as Git reads it: octet by octet, and in time that a pattern cannot blow up."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

#: What `**` is among the steps of a pattern: any number of folders.
_FOLDERS = None
_Step = Callable[[bytes], object] | None

_CLASSES = {
    b"alnum": b"0-9A-Za-z", b"alpha": b"A-Za-z", b"blank": b" \t", b"cntrl": b"\x00-\x1f\x7f", b"digit": b"0-9",
    b"graph": b"!-~", b"lower": b"a-z", b"print": b" -~", b"punct": b"!-/:-@\\[-`{-~", b"space": b" \t-\r",
    b"upper": b"A-Z", b"xdigit": b"0-9A-Fa-f",
}  # fmt: skip
_NAMED = re.compile(rb"\[:([^]]*):\]").match


class _Pattern(Struct, frozen=True):
    """One line. `name` is for the last part of a path, `steps` for all of them; one of the two is there."""

    hides: bool
    folders_only: bool
    name: _Step = None
    steps: Sequence[_Step] = ()


class Patterns:
    """The patterns of one file, for paths relative to the file's folder."""

    def __init__(self, data: bytes) -> None:
        lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
        made = (_pattern(line.removesuffix(b"\r")) for line in lines if line[:1] != b"#")
        self._patterns = [one for one in made if one is not None]
        self._patterns.reverse()

    def hides(self, path: str, *, folder: bool) -> bool | None:
        """Whether the last pattern that fits hides a path with forward slashes; None where none fits."""
        parts = path.encode("utf-8", "surrogateescape").split(b"/")
        for pattern in self._patterns:
            if pattern.folders_only and not folder:
                continue
            if pattern.name(parts[-1]) if pattern.name else _fits(parts, pattern.steps):
                return pattern.hides
        return None


def _pattern(line: bytes) -> _Pattern | None:
    """The pattern of a line; None for a line that can hide nothing."""
    line = _trimmed(line)
    shows = line[:1] == b"!"
    if shows:
        line = line[1:]
    folders_only = line[-1:] == b"/"
    if folders_only:
        line = line[:-1]
    if b"/" not in line:
        step = _step(line)
        return step and _Pattern(not shows, folders_only, name=step)
    parts = _parts(line.removeprefix(b"/"))
    steps = [_FOLDERS if len(part) > 1 and not part.strip(b"*") else _step(part) for part in parts]
    if any(step is None and part.strip(b"*") for step, part in zip(steps, parts, strict=True)):
        return None
    if steps[-1] is _FOLDERS:  # all that is inside, but not itself
        steps.append(_step(b"*"))
    return _Pattern(not shows, folders_only, steps=steps)


def _trimmed(line: bytes) -> bytes:
    """The line without the blanks at its end that no backslash keeps."""
    bare = line.rstrip(b" ")
    backslashes = len(bare) - len(bare.rstrip(b"\\"))
    return line[: len(bare) + 1] if backslashes % 2 and bare != line else bare


def _parts(line: bytes) -> list[bytes]:
    """A pattern at its slashes, but for those in brackets."""
    parts, start, at = [], 0, 0
    while sign := line[at : at + 1]:
        if sign == b"[":
            at = _bracket(line, at)[1]
        elif line.startswith((b"/", b"\\/"), at):
            parts.append(line[start:at])
            at = start = line.index(b"/", at) + 1
        else:
            at += 1 + (sign == b"\\")
    return [*parts, line[start:]]


def _step(part: bytes) -> _Step:
    """Whether a name fits a part of a pattern; None for a part that nothing fits."""
    pieces, at = [b""], 0
    while sign := part[at : at + 1]:
        if sign == b"*":
            pieces.append(b"")
            at += 1
        elif sign == b"[":
            inside, at = _bracket(part, at)
            if not inside:
                return None
            pieces[-1] += inside
        else:
            if sign == b"\\":
                at += 1
                sign = part[at : at + 1]
                if not sign:
                    return None
                pieces[-1] += re.escape(sign)
            else:
                pieces[-1] += b"." if sign == b"?" else re.escape(sign)
            at += 1
    first, *rest = pieces
    if not rest:
        return re.compile(first + rb"\Z", re.DOTALL).match
    # Of all ways to go on behind a `*` the shortest leaves most for the others: none else need be tried.
    between = b"".join(b"(?>.*?%b)" % piece for piece in rest[:-1] if piece)
    return re.compile(b"%b%b.*%b\\Z" % (first, between, rest[-1]), re.DOTALL).match


def _bracket(part: bytes, at: int) -> tuple[bytes, int]:
    """The class of octets that begins at a place, as a regular expression, and where it ends; b"" if nothing fits."""
    at += 1
    negated = part[at : at + 1] in (b"!", b"^")
    at += negated
    inside, before, first = b"", b"", True
    while first or part[at : at + 1] != b"]":
        first = False
        sign = part[at : at + 1]
        if sign == b"-" and before and part[at + 1 : at + 2] not in (b"", b"]"):
            at += 1 + (part[at + 1 : at + 2] == b"\\")
            sign = part[at : at + 1]
            # A range the wrong way has only its beginning.
            inside += b"%b-%b" % (re.escape(before), re.escape(max(before, sign)))
            before = b""
        elif named := _NAMED(part, at):
            if named[1] not in _CLASSES:
                return b"", len(part)
            inside += _CLASSES[named[1]]
            at, before = named.end() - 1, b""
        else:
            at += sign == b"\\"
            before = sign = part[at : at + 1]
            inside += re.escape(sign)
        if not sign:
            return b"", len(part)
        at += 1
    return b"[%b%b]" % (b"^" * negated, inside), at + 1


def _fits(parts: Sequence[bytes], steps: Sequence[_Step]) -> bool:
    """Whether the parts of a path fit the steps of a pattern, all ways through it gone at once."""
    here = {0}
    for part in parts:
        after = set()
        for at, step in enumerate(steps):
            if at not in here:
                continue
            if step is _FOLDERS:
                here.add(at + 1)  # it may be no folder at all
                after.add(at)
            elif step(part):
                after.add(at + 1)
        here = after
    return len(steps) in here
