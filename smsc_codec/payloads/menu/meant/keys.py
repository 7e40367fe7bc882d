"""Keys in other shapes, and lines that begin like an item and are none."""

from __future__ import annotations

import re
from collections.abc import Collection

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.payloads.menu.meant.key_shapes import (
    ALONE,
    APART,
    ARGUMENTS,
    BRACKETED,
    DOUBLED,
    GLUED,
    JOINED,
    KEY_WORDS,
    KEYLESS,
    LABEL_WORDS,
    LEVELS,
    LOOSE,
    NAMED,
    NUMBERED,
    ODD,
    REFERENCE,
    SIGNED,
    TWICE,
    UNITS,
)
from smsc_codec.payloads.menu.meant.lines import COMMAND, Line
from smsc_codec.payloads.menu.meant.slip import Slip, slip
from smsc_codec.payloads.menu.meant.words import KEYS, ORDINALS
from smsc_codec.payloads.menu.words import RESERVED, WITH_COLON

_STARS = str.maketrans("＃♯✱⋆∗×№", "##****#")
#: Letters and signs that look like a key which has one command of its own (IVR-2).
_LOOK_LIKE = {"O": "0", "o": "0", "О": "0", "о": "0", "x": "*", "х": "*", "X": "*", "Х": "*"}
#: Letters that look like a figure.
_FIGURES = {"З": "3", "з": "3", "б": "6", "Б": "6", "Ч": "4", "l": "1", "I": "1", "І": "1"}
_CIRCLED = str.maketrans("❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒⑴⑵⑶⑷⑸⑹⑺⑻⑼", "123456789" * 4)
_EXPECTED = ("a key and a colon, such as '3: text'",)


def plain(key: str) -> str:
    """A key in plain digits: full-width, circled and keycap ones are the same to a reader."""
    if key.isascii():
        return key
    from unicodedata import normalize

    signs = normalize("NFKC", re.sub("[\ufe0f\u20e3]", "", key.translate(_CIRCLED).translate(_STARS)))
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in signs)


def is_key(label: str, value: str) -> bool:
    """Whether what looks like a label is a key in other signs: `②`, or a letter O before `repeat`."""
    return (
        plain(label).isdigit()
        or RESERVED.get(_LOOK_LIKE.get(label, "")) == value.strip()
        or label in _FIGURES
    )


def _said(word: str) -> str | None:
    """The key that a word or a letter stands for."""
    return KEYS.get(word) or KEYS.get(word.casefold()) or _FIGURES.get(word)


def _may_mean(word: str) -> bool:
    """Whether a word or a letter may stand for a key."""
    return word in _LOOK_LIKE or word.casefold() in ORDINALS or _said(word) is not None


class Keys:
    """What is known of a menu's keys while its lines are looked at one after the other."""

    def __init__(self, known: Collection[str], targets: frozenset[str]) -> None:
        self.known, self.targets = known, targets
        self.last = ""
        #: The last key of digits, which the next one goes on from whatever stands between them.
        self._counted = ""
        self._value, self._end = "end", 0

    def take(self, line: Line) -> None:
        """Go on behind an item that has no slip."""
        self.last, self._value, self._end = line.key, line.value, line.end
        if self.last.isdigit():
            self._counted = self.last

    def look(self, line: Line) -> Slip | None:
        """The slip in the key of a line, if there is one; to be called with every other line, in order."""
        if not line.text.strip():
            return None
        if line.key:  # what a pattern cannot find is not asked of it: compiling it takes longer than all else
            key, value = line.key, line.value
            found = self._named(line) if key.isalpha() and _may_mean(key) else None
            if not found and value.startswith((":", "：", key)):
                found = self._doubled(line)
            if not found and not (key.isalpha() or key.isdigit() or key in "*#"):
                found = self._glued(line) or self._numbered(line)
            if not found and (key.isalpha() or value[:1].isdigit()):
                found = self._leading(line)
            found = found or self._arguments_alone(line)
            if found is None or found.mend[0].text[:1] != " ":
                self.last, self._value = key, value
        else:
            found = (
                self._named(line)
                or self._odd(line)
                or self._loosely(line, worded=True)
                or self._joined(line)
                or self._glued(line)
                or self._leading(line)
                or self._signed(line)
                or self._loosely(line)
                or self._keyless(line)
            )
        if self.last.isdigit():
            self._counted = self.last
        if found:
            self.last = found.mend[0].text.partition(":")[0].strip() or self.last
            self._value = line.value if line.key else line.text
        self._end = line.end
        return found

    @property
    def after_command(self) -> bool:
        """Whether the item that was looked at last is a command, with which no text goes on."""
        return COMMAND.match(self._value.strip()) is not None

    def _named(self, line: Line) -> Slip | None:
        match = NAMED.match(line.text)
        if match is None or (match["sep"] != ":" and not COMMAND.match(match["rest"])):
            return None
        word = match["key"]
        ordinal = ORDINALS.get(word.casefold())
        if ordinal and word not in self.targets and (self._is_next(ordinal) or COMMAND.match(match["rest"])):
            return self._shape(line, match, ordinal, certain=False)
        key = _LOOK_LIKE[word] if word in _LOOK_LIKE and is_key(word, match["rest"]) else _said(word)
        if key is None or word in self.targets or (key == "err" and key in self.known):
            return None
        return self._shape(line, match, key)

    def _doubled(self, line: Line) -> Slip | None:
        match = DOUBLED.match(line.text) or TWICE.match(line.text)
        return self._shape(line, match, match["key"]) if match else None

    def _odd(self, line: Line) -> Slip | None:
        match = ODD.match(line.text)
        if match is None:
            return None
        written = plain(match["key"])
        apart = APART.fullmatch(written) is not None
        key = re.sub(r"[^0-9]" if apart else r"[^0-9*#]|(?<=[*#])[*#]", "", written)
        chapters = (apart and self._goes_on_there(key)) or written in ("**", "##")
        if not chapters and re.search(r"[^0-9*#]", written):
            return self._several(line, match, re.findall(r"[0-9]", written))
        colon = any(sign in match["sep"] for sign in ":：︰")
        rest = match["rest"]
        goes_on = self.after_command and key == self.last  # no text goes on behind a command
        if match["sep"].strip() in (";", ",", "|", ">") and not goes_on and not self._is_missing(key, rest):
            return None
        if (
            not colon
            and not COMMAND.match(rest)
            and ((key in self.known and key != self.last) or rest[:1].isdigit())
        ):
            return None  # `9 - 18`, `2. Main Street` in a text
        certain = match["again"] in (None, "", key) and ">" not in written and "# " not in match["whole"]
        return self._shape(line, match, key, certain)

    def _goes_on_there(self, key: str) -> bool:
        """Whether a path is one that the menu has, or a new one below an item that it has."""
        return key in self.known or key[:-1] in self.known

    def _is_missing(self, key: str, rest: str) -> bool:
        """Whether an item of this key belongs here: a command follows, or nothing else has it but its sub-items."""
        if COMMAND.match(rest):
            return True
        above = key[:-1] == "" or key[:-1] in self.known
        return rest[:1].isalpha() and key not in self.known and above

    def _glued(self, line: Line) -> Slip | None:
        """A key with something glued on, where an item of that key is missing."""
        match = GLUED.match(line.text)
        if (
            match is None
            or not (match["before"] or match["behind"])
            or (match["before"] and not match["sep"])
        ):
            return None
        key, rest, behind = match["key"], match["rest"], match["behind"] or ""
        written = match["whole"].strip().rstrip(":：").rstrip()
        command = COMMAND.match(rest) is not None
        goes_on = (match["sep"] is not None and self._is_next(key)) or (
            key == self.last and (command or self.after_command)
        )
        taken = key in self.known and not goes_on
        if written in self.targets or taken or (key[:-1] and key[:-1] not in self.known):
            return None
        letters = written.strip("0123456789")
        if any(
            name != written != name.strip("0123456789") == letters for name in (*self.known, *self.targets)
        ):
            return None  # one of several labels that are numbered (IVR-11)
        named = match["sep"] is not None or behind.lstrip("-–").casefold() not in UNITS
        follows = self._is_next(key) or (self.after_command and key == self.last)
        if not COMMAND.match(rest) and not (follows and named and (match["sep"] or rest[0].isupper())):
            return None
        return self._shape(line, match, key, certain=False)

    def _numbered(self, line: Line) -> Slip | None:
        """`key4: call:...`, which reads as a label that nothing leads to."""
        match = NUMBERED.match(line.text)
        if match is None or match["whole"] in self.targets:
            return None
        return self._shape(line, match, match["key"] or match["behind"], certain=False)

    def _leading(self, line: Line) -> Slip | None:
        """`err: sorry: text`, `4:2: text`: what stands before the colon in two parts."""
        begins = line.text.lstrip(" \t")[:5]
        match = (
            REFERENCE.match(line.text) if begins.startswith(LABEL_WORDS) and ":" in line.text[5:] else None
        )
        if match and match["key"] in self.targets and line.key in ("", "err"):
            return self._shape(line, match, match["key"], certain=False)
        levels = line.key.isdigit() and line.value[:1].isdigit() and line.value[1:2] == ":"
        match = LEVELS.match(line.text) if levels else None
        if match is None:
            return None
        key = match["key"].replace(":", "")
        if key in self.known or key == self.last:
            belongs = COMMAND.match(match["rest"]) is not None
        else:
            belongs = self._is_next(key)
        return self._shape(line, match, key, certain=False) if belongs else None

    def _loosely(self, line: Line, worded: bool = False) -> Slip | None:
        """A number with anything around it, where an item of that key is the next, and no text can be meant."""
        numbered = any(sign in line.text[:45] for sign in "0123456789*#")
        match = LOOSE.match(line.text) if numbered else None
        if match is None or not match["head"].replace("\t", " ").isprintable():
            return None  # an invisible character has a rule of its own
        written = "".join(re.findall(r"[0-9*#]", match["head"]))
        words = re.findall(r"[^\W\d_]+", match["head"])
        known = all(KEY_WORDS.match(word) for word in words)
        command = COMMAND.match(match["rest"]) is not None
        if worded and not (command and words and match["head"][:1].isdigit()):
            return None  # `4 then call:...`
        if not (command or ((known or self.after_command) and ":" in match["whole"])):
            return None
        for key in (written, self.last[:-1] + written):
            if self._is_next(key) or (command and key == self.last):
                return self._shape(line, match, key, certain=False)
        return None

    def _signed(self, line: Line) -> Slip | None:
        """A label that something leads to, or `err`, with a sign glued on, where no item has it yet."""
        bracketed = line.text.lstrip(" \t")[:1] in tuple("[({<")
        match = (BRACKETED.match(line.text) if bracketed else None) or SIGNED.match(line.text)
        if match is None or match["whole"].rstrip(":： \t") == match["key"]:
            return None
        key = match["key"] if match["key"] in self.targets else match["key"].casefold()
        taken = key in self.known and not self.after_command
        if taken or not (key in self.targets or key == "err"):
            return None
        return self._shape(line, match, key, certain=False)

    def _is_next(self, key: str) -> bool:
        """Whether an item of this key would go on with the items before it."""
        if key == "1" and not self.last.isdigit():
            return True
        if not self._counted:
            return False
        if len(key) > len(self._counted):
            return key == f"{self._counted}1"
        above, last = self._counted[: len(key)][:-1], self._counted[: len(key)][-1]
        return key[:-1] == above and key.isdigit() and int(key[-1]) == int(last) + 1

    def _shape(self, line: Line, match: re.Match[str], key: str, certain: bool = True) -> Slip | None:
        start, end = line.start + match.start("whole"), line.start + match.start("rest")
        written = match["whole"].strip()
        if "0" in key and key != "0":
            return None  # told as what it is: no key has a 0 in it
        sure = certain and COMMAND.match(match["rest"]) is not None
        mend = (Edit(Span(start, end), f"{key}: "),)
        return slip(
            "IVR005",
            f"'{written}' is not a valid key",
            Span(start, start + len(written)),
            mend,
            title=f"write '{key}:'",
            safe=sure,
            expected=(f"'{key}:'",),
        )

    def _several(self, line: Line, match: re.Match[str], digits: list[str]) -> Slip | None:
        if re.search(r"[-–]", match["key"]) and len(digits) == 2:
            first, last = map(int, digits)
            digits = [str(n) for n in range(first, last + 1)] or digits
        if "0" in digits or not any(sign in match["sep"] for sign in ":：)"):
            return None
        free = [key for key in digits if key not in self.known] or digits[-1:]
        rest = match["rest"]
        start = line.start + match.start("whole")
        written = match["whole"].strip()
        span = Span(start, line.end)
        mend = (Edit(span, f"{free[-1]}: {rest}"),)
        return slip(
            "IVR005",
            f"'{written}' is not a valid key: each key needs its own line",
            Span(start, start + len(written)),
            mend,
            title="write one line per key" if len(free) == len(digits) else "",
            fix=(Edit(span, "\n".join(f"{key}: {rest}" for key in free)),),
            expected=tuple(f"'{key}: ...'" for key in digits[:3]),
        )

    def _joined(self, line: Line) -> Slip | None:
        match = JOINED.match(line.text)
        if match is None or match["rest"][0] in ":：=)-–—":
            return None
        key, rest = re.sub(r"[^0-9A-Za-z*#]", "", match["key"]), match["rest"]
        sure = COMMAND.match(rest) is not None
        if key != match["key"] and not self._is_next(key):
            return None  # `2.5 Percent`
        follows = key in self.known or self.last[:-1] == key[:-1] or key[:-1] == self.last
        is_label = key[0].isalpha()
        if is_label and ((key == "err" and key in self.known) or key not in (*self.targets, "err")):
            return None
        if is_label and not rest[0].isupper() and not sure:
            return None  # a text may go on with such a word
        if not sure and not is_label and not (self.after_command or (follows and rest[0].isupper())):
            return None
        start = line.start + match.start("whole")
        mend = (Edit(Span(start, line.start + match.start("rest")), f"{key}: "),)
        return slip(
            "IVR012",
            f"missing colon after '{match['key']}': the line continues the one above",
            Span(start, start + len(match["key"])),
            mend,
            title=f"write '{key}:'",
            safe=sure,
            expected=(f"'{key}:'",),
            severity="warning",
        )

    def _keyless(self, line: Line) -> Slip | None:
        match = KEYLESS.match(line.text)
        if match and match["key"]:
            return self._shape(line, match, match["key"], certain=False)
        if match is None or not self.last:
            return self._command_alone(line) if self.last else None
        start = line.start + match.start("whole")
        key = self._belongs()
        mend = (Edit(Span(start, start + 1), f"{key}:"),)
        return slip(
            "IVR012", "missing key before the colon", Span(start, start + 1), mend, title=f"write '{key}:'",
            expected=_EXPECTED, severity="warning",
        )  # fmt: skip

    def _command_alone(self, line: Line) -> Slip | None:
        """`end` on a line of its own: callers hear it with the text above."""
        word = line.text.strip()
        address = self._value and word.startswith("http") and COMMAND.match(word)
        if word not in ALONE and word != "record" and not address:
            return None
        return self._without_key(line, word)

    def _arguments_alone(self, line: Line) -> Slip | None:
        """`call:79161234501` on a line of its own, which reads as a label with a command's name."""
        if line.key not in WITH_COLON or line.key in self.targets or not self.last:
            return None
        word = line.text.strip()
        if not ARGUMENTS.match(word):
            return None
        return self._without_key(line, word)

    def _without_key(self, line: Line, word: str) -> Slip:
        """A command that stands on a line without a key; where the line above has a key alone, it belongs there."""
        start = line.start + line.text.index(word)
        if not self._value.strip():
            return slip(
                "IVR001", "a command cannot continue on the next line", Span(start, start + len(word)),
                (Edit(Span(self._end, start), " "),), title="write it on one line", safe=True,
                expected=("the command on the same line as its key",),
            )  # fmt: skip
        key = self._belongs()
        return slip(
            "IVR012", "missing key and colon before the command: it is read aloud with the text above",
            Span(start, start + len(word)), (Edit(Span(start, start), f"{key}: "),),
            title=f"write '{key}: {word}'", expected=_EXPECTED, severity="warning",
        )  # fmt: skip

    def _belongs(self) -> str:
        """The key that a line without one was meant to have: nothing goes on with `end`, nor with a key such as `*`."""
        if self.last not in RESERVED and self._value.strip() != "end":
            return self.last
        return f"{self._counted[:-1]}{min(9, int(self._counted[-1]) + 1)}" if self._counted else "1"
