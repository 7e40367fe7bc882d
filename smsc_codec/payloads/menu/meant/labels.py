"""Labels that are spelled one way where they stand, and another way where `err:` names them (IVR-7, IVR-11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.diagnostics import Edit, Label, Span
from smsc_codec.lazy import regex
from smsc_codec.payloads.menu.meant.key_shapes import KEY_WORDS
from smsc_codec.payloads.menu.meant.keys import is_key
from smsc_codec.payloads.menu.meant.lines import COMMAND, Line
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.meant.words import KEYS, ORDINALS
from smsc_codec.payloads.menu.words import ALONE, CALL_PARAMETERS, WITH_COLON
from smsc_codec.text.homoglyphs import latin
from smsc_codec.text.near import nearest

_NAMED = regex(r"[eе]rr[ \t]*[:=]+[ \t]*(?P<label>[^\s,}>]+)")
_DEFINED = regex(
    r"[ \t]*(?P<label>_?(?:[0-9]{1,3}(?=[^\W\d]))?[^\W\d][\w.-]*(?:[ \t]+[\w.-]+){0,3})[ \t]*:(?!//)"
)
_ENDS = regex(r"[ \t]*(?:(?:wait=|ok:|record\b)[^\r\n]*)?(?=[\r\n}>]|\Z)")
#: Words behind a label that are no parameters: a text stands where a label belongs.
_MORE = regex(
    r"(?:[ \t]+(?!(?:wait|ok|err|record)\b)[^\W\d][^\s=:,}>]*)+(?=[ \t]*(?:(?:wait=|ok:|record\b)[^\r\n]*)?\Z)"
)
_QUOTES = "\"'»”`,;"
_OPENED = regex(r"[(\[][ \t]*(?:wait|ok|err|record)\b")
_QUOTED_VALUE = regex(r"[^:]*:[ \t]*[\"'«“`]call[ \t]*:")
_EXPECTED = ("Latin letters and digits, the same after 'err:' and before the colon",)


def _is_good(label: str) -> bool:
    """Whether a label is one as it should be (IVR-11)."""
    return (label.isascii() and label.isalnum()) or label in ("*", "#")


def _plain(label: str) -> str:
    """A name without what a label cannot have."""
    return re.sub(r"[^0-9A-Za-z]", "", latin(label) or label)


class Labels:
    """Where labels are named and where they stand."""

    def __init__(self, source: str, found: list[Line]) -> None:
        self._source = source
        #: How many items each key has.
        self.known: dict[str, int] = {}
        self.named: dict[str, list[Span]] = {}
        self._cleaned: dict[str, str] = {}
        self.defined: dict[str, list[Span]] = {}
        #: The start of each line that was taken for a label's although no item may begin so.
        self.odd_lines: dict[int, str] = {}
        for line in found:
            if line.key:
                self.known[line.key] = self.known.get(line.key, 0) + 1
                if line.is_pressed:
                    self.defined[line.key] = []
        for line in found:
            if line.err:
                self._name(
                    line.err, line.start + line.text.index(CALL_PARAMETERS[2]) + len(CALL_PARAMETERS[2])
                )
            elif "rr" in line.text:
                self._names(line)
        #: Labels whose spelling is told with that of their `err:`.
        self.paired: set[str] = set()
        self._lost_so_far = [name for name in self.named if name not in self.known]
        above: Line | None = None
        for line in found:
            if not line.is_pressed:
                self._define(line, above)
            above = line
        self.lost = [name for name in self.named if name not in self.defined]
        self.unused = [
            name
            for name in self.defined
            if not name.isdigit() and name not in ("*", "#", "err") and name not in self.named
        ]

    def _names(self, line: Line) -> None:
        """The labels that a line names that is not as it should be."""
        for match in _NAMED.finditer(line.text, line.text.find(":") + 1):
            name = match["label"]
            if name[-1] in ")]" and _OPENED.search(line.text):  # brackets round all parameters
                name = name[:-1]
            if name[-1] in _QUOTES and _QUOTED_VALUE.match(
                line.text
            ):  # the quotes are round the whole command
                name = name.rstrip(_QUOTES)
            more = (
                name not in self.known
                and "=" not in match.group()
                and _MORE.match(line.text, match.end("label"))
            )
            if more and self.known.keys().isdisjoint(
                (*more.group().split(), name + "".join(more.group().split()))
            ):
                name += more.group()
            self._name(name, line.start + match.start("label"))

    def _name(self, name: str, begin: int) -> None:
        span = Span(begin, begin + len(name))
        if name in self.named:
            self.named[name].append(span)
        else:
            self.named[name] = [span]

    def _define(self, line: Line, above: Line | None) -> None:
        """The label that a line is for, if there is one."""
        if line.key:
            label, at, behind = line.key, line.text.index(line.key), line.value
        elif match := _DEFINED.match(line.text):
            label, at, behind = match["label"], match.start("label"), line.text[match.end() :]
        else:
            return
        if (label not in self.named and is_key(label, behind)) or label.casefold() in (*ALONE, *WITH_COLON):
            return
        if line.key or self._meant(label, above):
            self.defined.setdefault(label, []).append(Span(line.start + at, line.start + at + len(label)))
            if not line.key:
                self.odd_lines[line.start] = label

    def _meant(self, label: str, above: Line | None) -> bool:
        """Whether the beginning of a line that is no item was meant as a label; no text goes on with a command."""
        if label.casefold() in map(str.casefold, self.named) or label.split()[-1] in self.named:
            return True
        if re.search(r"[^0-9A-Za-z]\w", label) and _plain(label) in self.named:
            return True  # `sor-ry`
        if re.fullmatch(r"[A-Za-z]\w*_\w+", label) and self._lost_so_far:
            return True  # `busy_all`: no text begins so
        lost = self._lost_so_far[0] if len(self._lost_so_far) == 1 else label
        if lost != label.strip(".-") and above and COMMAND.match(above.value):
            words = re.findall(r"[^\W\d_]+", label.casefold())
            if lost.casefold() in words:
                return True  # `busy 2`
            if not re.search(r"[0-9]", label) and not any(
                word in KEYS or KEY_WORDS.match(word) for word in words
            ):
                return True
        clean = latin(label)
        if clean in self.named:
            return True
        if re.search(r"[0-9]", label) and len(re.sub(r"[0-9]", "", label)) <= 2:
            return False  # a key with a letter glued on
        # One word in another alphabet, while `err:` names something that does not stand anywhere.
        return len(label.split()) == 1 and not label.isascii() and label.casefold() not in {*KEYS, *ORDINALS}

    def slips(self) -> Iterator[Slip]:
        """Each pair that belongs together and does not meet, once."""
        for name, spans in self.named.items():
            if name in self.defined and not _is_good(name):
                yield self._both(name, spans)
        lost = [name for name in self.lost if not name.isdigit()]
        for name in lost:
            meant = self._counterpart(name, lost)
            if meant is not None:
                self.paired.add(meant)
                yield self._pair(name, meant)
            elif " " in name:
                instead = next((key for key in self.defined if key[0].isalpha()), "#")
                yield slip(
                    "IVR101", f"'err:{name}' leads nowhere: 'err:' takes a label", self.named[name][0],
                    tuple(Edit(span, instead) for span in self.named[name]), expected=_EXPECTED,
                )  # fmt: skip
        for label in self.odd_lines.values():
            clean = _plain(label)
            if clean in self.named and clean in self.defined and clean != label:
                yield self._pair(clean, label)

    def _counterpart(self, name: str, lost: list[str]) -> str | None:
        if not name.isprintable():
            return None  # an invisible character has a rule of its own
        for other in self.unused:
            if other.casefold() == name.casefold() or latin(other) == name or latin(name) == other:
                return other
            if other.split()[-1] == name:
                return other
        near = nearest(name, [other for other in self.unused if other.isascii()])
        if near is not None:
            return near
        if len(lost) == 1 and len(self.unused) == 1:
            only = self.unused[0]
            if not _is_good(name) or not _is_good(only) or self._ends(name):
                return only
        # One that something else leads to, spelled or typed another way here: `err:занято` for `zanyato`.
        others = [other for other in self.defined if other.isascii() and other.isalpha() and len(other) > 3]
        if name.isascii():
            return nearest(name, others, 1 if len(name) < 6 else 2)
        from smsc_codec.text.translit import transliterate

        return latin(name) if latin(name) in others else nearest(transliterate(name, 1), others, 2)

    def _ends(self, name: str) -> bool:
        """Whether nothing but parameters stands behind a name, each time: then it is meant as one label, and whole."""
        return name not in CALL_PARAMETERS and all(
            _ENDS.match(self._source, span.end) for span in self.named[name]
        )

    def _both(self, name: str, spans: list[Span]) -> Slip:
        clean = self._clean(name)
        places = [*spans, *self.defined[name]]
        return slip(
            "IVR007",
            f"label '{name}' has characters other than Latin letters and digits",
            spans[0],
            tuple(Edit(span, clean) for span in places),
            title=f"use '{clean}' in both places",
            safe=True,
            expected=_EXPECTED,
            labels=tuple(Label(span, "also here") for span in self.defined[name][:1]),
        )

    def _clean(self, name: str, leads: str = "") -> str:
        """A name that is allowed, near to this one, and no other label's; `leads` is what leads to this one."""
        made = _plain(name) or "sorry"
        if name not in self._cleaned:
            taken = {*self.defined, *self.named, *ALONE, *WITH_COLON, *self._cleaned.values()} - {leads}
            while made in taken:
                made += "1"
            self._cleaned[name] = made
        return self._cleaned[name]

    def _pair(self, name: str, meant: str) -> Slip:
        here, there = self.named[name], self.defined[meant]
        if not _is_good(meant):  # the label itself cannot stand so
            clean = name if _is_good(name) else self._clean(meant, name)
            edits = tuple(Edit(span, clean) for span in there)
            if clean != name:
                edits += tuple(Edit(span, clean) for span in here)
            return slip(
                "IVR007",
                f"label '{meant}' has characters other than Latin letters and digits, so 'err:{name}' does not find it",
                there[0],
                edits,
                title=f"write '{clean}:'",
                safe=name.casefold() == meant.casefold() or name in (latin(meant), self._clean(meant, name)),
                expected=_EXPECTED,
                labels=(Label(here[0], "this should lead to it"),),
            )
        # Of two that are as many, the one in small letters is as labels are.
        capital = len(here) == len(there) and name.islower() and not meant.islower()
        at_definition = (len(here) > len(there) or capital) and meant in self.unused
        edits = (
            tuple(Edit(span, name) for span in there)
            if at_definition and _is_good(name)
            else tuple(Edit(span, meant) for span in here)
        )
        shown = there[0] if at_definition and _is_good(name) else here[0]
        other = here[0] if shown is there[0] else there[0]
        code = "IVR101" if _is_good(name) else "IVR007"
        return slip(
            code,
            f"'err:{name}' leads nowhere, and nothing leads to '{meant}'"
            if meant in self.unused
            else f"'err:{name}' leads nowhere: this menu has no '{name}'",
            shown,
            edits,
            title=f"write '{edits[0].text}'",
            safe=name.casefold() == meant.casefold(),
            expected=_EXPECTED,
            labels=(Label(other, f"did you mean '{edits[0].text}'?"),),
        )
