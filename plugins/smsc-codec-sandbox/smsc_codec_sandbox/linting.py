"""Requests as text, and what the linter finds in them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable

from msgspec import Struct

from smsc_codec.api import form, multipart
from smsc_codec.diagnostics import Fix, Lines, discreet
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from smsc_codec.secrets.told import Hidden
from smsc_codec_sandbox.model import Change, Mend, Noted

#: Longer requests are not linted while a client waits for the reply.
LONGEST = 100_000
#: How much of a request's text is kept.
KEPT = 20_000
STARS = "***"
#: The same message goes to many, so the findings of so many of the last texts are remembered.
_REMEMBERED = 100
_HIDDEN = re.compile("[^ -~]")
#: So many fixes of a finding, changes of a fix and characters of a change are kept.
_FIXES, _CHANGES, _LONGEST_CHANGE = 3, 5, 300


class Kept:
    """A text with three stars for each of its secrets, however long it is, and the way of its places there."""

    def __init__(self, text: str, secrets: Iterable[tuple[int, int]]) -> None:
        self._cuts: list[tuple[int, int]] = []
        for start, end in secrets:
            if self._cuts and start <= self._cuts[-1][1]:
                self._cuts[-1] = self._cuts[-1][0], max(end, self._cuts[-1][1])
            elif start < end:
                self._cuts.append((start, end))
        pieces: list[str] = []
        at = 0
        for start, end in self._cuts:
            pieces += (text[at:start], STARS)
            at = end
        self.text = "".join([*pieces, text[at:]])

    def place(self, at: int) -> int:
        """Where a place of the text is now; one inside a secret is behind it."""
        moved = at
        for start, end in self._cuts:
            if at > start:
                moved += len(STARS) - (end - start) + max(end - at, 0)
        return moved


class Linted(Struct, frozen=True):
    """A request's text without its secrets, the findings or why there are none, and the text of `phones`.

    `hidden` knows the secrets, for whatever else is told of the request: finding them takes as long as the rules do.
    """

    hidden: Hidden
    text: str = ""
    findings: tuple[Noted, ...] = ()
    unlinted: str = ""
    phones: str = ""


class RequestLinter:
    """Lints requests; made once, since a linter's rules are loaded when it is."""

    def __init__(self) -> None:
        self._linter = Linter(codec("request"), Settings(), remembered=_REMEMBERED)

    def lint(self, text: str) -> Linted:
        """Lint a request; one that is too long is not."""
        if len(text) > LONGEST:
            why = f"longer than {LONGEST} characters: lint it with smsc-codec lint"
            return Linted(Hidden(text), unlinted=why)
        findings, context = self._linter.check(text)
        hidden = Hidden(text, context.shown)
        kept = Kept(text, hidden.places)
        lines = Lines(kept.text)
        noted = []
        for finding in (discreet(one, hidden) for one in findings):
            start, end = kept.place(finding.span.start), kept.place(finding.span.end)
            line, column = lines.position(start)
            noted.append(
                Noted(
                    code=finding.code,
                    name=finding.name,
                    severity=finding.severity,
                    message=finding.message,
                    start=start,
                    end=end,
                    line=line,
                    column=column,
                    expected=finding.expected,
                    fixes=tuple(_mend(fix, kept) for fix in finding.fixes[:_FIXES]),
                )
            )
        phones = context.requests[0].written.texts.get("phones") if context.requests else None
        return Linted(hidden, kept.text[:KEPT], tuple(noted), phones="" if phones is None else phones.text)


def _mend(fix: Fix, kept: Kept) -> Mend:
    changes = (
        Change(kept.place(edit.span.start), kept.place(edit.span.end), edit.text[:_LONGEST_CHANGE])
        for edit in fix.edits[:_CHANGES]
    )
    return Mend(fix.title, fix.safe, tuple(changes))


def as_text(method: str, target: str, content: str, body: bytes) -> str | None:
    """A request as people write it: an HTTP message, or a `curl` command where there are files (REQ-5).

    None for a body that cannot be read; of one that is cut, what it says before.
    """
    target = _visible(target)
    kind = content.partition(";")[0].strip().lower()
    if body and kind == "multipart/form-data":
        parts, error = multipart.read(content, body)
        if error is not None and not parts:
            return None
        if any(part.filename for part in parts):
            return _command(target, parts)
        return f"POST {target}\n\n{form.encode({part.name: part.data for part in parts})}"
    word = "POST" if body or method == "POST" else "GET"
    if not body:
        return f"{word} {target}\n"
    text = (
        body.decode("utf-8", "replace")
        if kind == "application/json"
        else _visible(body.decode("latin-1").strip("\r\n"))
    )
    return f"{word} {target}\n\n{text}"


def _visible(text: str) -> str:
    """Octets that were not urlencoded, urlencoded, so that they are the same in any charset."""
    return _HIDDEN.sub(lambda letter: form.quoted(letter[0].encode("latin-1", "replace")), text)


def _command(target: str, parts: Iterable[multipart.Part]) -> str:
    words = ["curl"]
    for part in parts:
        if part.filename:
            words.append(f"-F {shlex.quote(f'{part.name}=@{part.filename}')}")
        else:
            words.append(
                f"--form-string {shlex.quote(f'{part.name}=' + part.data.decode('utf-8', 'replace'))}"
            )
    return " ".join([*words, shlex.quote(f"http://localhost{target}")])
