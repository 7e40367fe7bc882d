"""What is told of each slip that the reader meets: what it is, what is allowed, what was probably meant.

Apart from the reader, so that reading a sound menu loads none of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.grammar.runtime import Unexpected
from smsc_codec.lazy import compiled, regex
from smsc_codec.payloads.codec import Path
from smsc_codec.payloads.menu.words import CALL_PARAMETERS, OPENINGS, pattern
from smsc_codec.text.homoglyphs import latin
from smsc_codec.text.mark import TILDES
from smsc_codec.text.near import distance, nearest

# `{Menu:`, `{ menu :`, `[menu:`, `{menu ` and the like: meant as the macro, but the service would read it aloud.
_MACRO = regex(r"(?i)[{<][ \t]*(?:menu|меню)(?:[ \t]*[:;=])?(?!\w)|\[[ \t]*menu[ \t]*:")


def menu_typos(text: str, start: int = 0, end: int | None = None) -> list[Problem]:
    """Each place that looks like the macro's beginning but is not it (IVR-1)."""
    found = []
    end = len(text) if end is None else end
    alone = not any(opening in text for opening in OPENINGS)  # a second menu is one too many
    for match in _MACRO.finditer(text, start, end):
        if match.group() in OPENINGS:
            continue
        span = Span(match.start(), match.end())
        edits = [Edit(span, "{menu:")]
        closing = {"[": "]", "<": ">"}.get(match.group()[0])
        if closing:
            last = text.rfind(closing, match.end(), end)
            if last >= 0:
                edits.append(Edit(Span(last, last + 1), "}"))
        found.append(
            Problem(
                f"'{match.group()}' does not start a menu: callers would hear it as text",
                span,
                "menu-macro-typo",
                ("'{menu:'",),
                fixes=(Fix("write '{menu:'", tuple(edits), safe=alone),),
            )
        )
        if len(found) == 9:
            break
    return found


def no_menu(text: str) -> Problem:
    """There is no `{menu:` at all."""
    typos = menu_typos(text)
    if typos:
        return typos[0]
    end = len(text.rstrip())
    return Problem("this text has no voice menu", Span(end, end), expected=("'{menu:'",))


def second_menu(span: Span, opening: Span) -> Problem:
    """`{menu:` again; the page knows exactly one macro a message (IVR-1)."""
    return Problem(
        "a message can have only one menu",
        span,
        "multiple-menus",
        ("one '{menu: ...}' per message; sub-menus are items such as '21: text'",),
        labels=(Label(opening, "the first menu starts here"),),
    )


def early_comment(span: Span, opening: Span) -> Problem:
    """`\\n~~~\\n` before the menu's end: everything after the first one is a comment (CMT-1)."""
    return Problem(
        "everything after this line is a comment, including the menu",
        span,
        "param-block-misplaced",
        (f"'{TILDES}' and the call parameters after the END TEXT, at the very end",),
    )


def bad_label(text: str, span: Span) -> Problem:
    """What follows `err:` is no key and no label (IVR-7, IVR-11)."""
    label = text[span.start : span.end]
    if not label:
        return Problem(
            "'err:' has no key or label to go to",
            span,
            "invalid-label",
            ("a key such as '6' or a label such as 'sorry'",),
        )
    return label_problem(label, span)


def label_problem(label: str, span: Span) -> Problem:
    """A label with characters outside Latin letters and digits (IVR-11), each shown by its code point."""
    odd = sorted({c for c in label if not (c.isascii() and c.isalnum())})
    shown = ", ".join(f"'{c}' (U+{ord(c):04X})" for c in odd[:5])
    clean = latin(label)
    fixes: tuple[Fix, ...] = ()
    if clean and clean.isascii() and clean.isalnum():
        fixes = (Fix(f"write '{clean}' in Latin letters", (Edit(span, clean),), safe=True),)
    return Problem(
        f"label '{label}' contains {shown}",
        span,
        "invalid-label",
        ("Latin letters and digits",),
        fixes=fixes,
    )


# A line that was meant as an item: digits and signs no key has, or a word that may be a label.
_ODD_KEY = regex(r"(?P<key>[0-9*#][0-9*#.,/()-]*)[ \t]*:(?!//)")
_LABEL = regex(r"(?P<label>[^\W_][\w.-]*)[ \t]*:(?!//)")
_HIDDEN = regex(r"[\u00a0\u00ad\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufe0f\ufeff]+")


def odd_line(text: str, line: Span) -> Problem | None:
    """What is wrong with the key of a line that was probably meant as an item and is none; else None.

    The line starts with its first character that is no white space.
    """
    match = _ODD_KEY.match(text, line.start, line.end)
    if match:
        return Problem(
            f"'{match['key']}' is not a valid key",
            Span(*match.span("key")),
            "invalid-key",
            KEYS,
            notes=_no_tenth(match["key"]),
        )
    head = text[line.start : line.start + 60].partition(":")[0]
    if _HIDDEN.search(head) and pattern("_HEAD").match(_HIDDEN.sub("", text[line.start : line.start + 60])):
        hidden = list(_HIDDEN.finditer(text, line.start, line.start + len(head)))
        shown = ", ".join(dict.fromkeys(f"U+{ord(c):04X}" for m in hidden for c in m.group()))
        edits = tuple(Edit(Span(*m.span()), "") for m in hidden)
        return Problem(
            f"the key contains an invisible character ({shown})",
            Span(line.start, line.start + len(head)),
            "invalid-key",
            KEYS,
            fixes=(Fix("remove it", edits, safe=True),),
        )
    match = _LABEL.match(text, line.start, line.end)
    if match and not match["label"].isascii():
        label = match["label"]
        if latin(label) and any(c.isascii() and c.isalpha() for c in label):
            return label_problem(label, Span(*match.span("label")))
    return None


#: What a key can be (IVR-2 .. IVR-4, IVR-11).
KEYS = ("'*', '#', '0', digits 1 to 9 such as '2' or '21', or a label of Latin letters and digits",)


def _no_tenth(key: str) -> tuple[str, ...]:
    return ("a menu cannot have a tenth item: '0' only repeats the prompt",) if key == "10" else ()


def odd_digits(key: str, span: Span) -> Problem:
    """A key of digits with a `0` in it: no key that can be pressed (IVR-3)."""
    return Problem(f"'{key}' is not a valid key", span, "invalid-key", KEYS, notes=_no_tenth(key))


def stray_line(text: str, span: Span) -> Problem:
    """A line without a key after a command (IVR-14): there is no text that it could go on with."""
    whole = text[span.start : span.end]
    start = span.start + len(whole) - len(whole.lstrip())
    first = whole.strip().partition("\n")[0].rstrip()
    line = Span(start, start + len(first))
    return odd_line(text, line) or Problem(
        "expected a key and a colon; a command cannot continue on the next line",
        line,
        expected=("a key and a colon, such as '1: text'", "'}'"),
    )


def unknown_option(text: str, span: Span) -> Problem:
    """A parameter that a call does not have (IVR-7)."""
    word = text[span.start : span.end]
    name = re.match(r"[^=:]*", word)
    assert name is not None
    stem, rest = name.group(), word[name.end() :]
    meant = nearest(stem, [p.rstrip("=:") if p != "ok:end" else "ok" for p in CALL_PARAMETERS])
    fixes: tuple[Fix, ...] = ()
    notes: tuple[str, ...] = ()
    if meant:
        whole = {"wait": "wait=", "err": "err:", "ok": "ok:end", "record": "record"}[meant]
        notes = (f"did you mean '{whole}'?",)
        value = rest.lstrip("=:")
        mended = whole + (value if whole[-1] in "=:" else "")
        sound = re.fullmatch(r"wait=[0-9]{1,3}|err:[0-9A-Za-z]+|ok:end|record", mended)
        if sound and distance(stem, meant) <= 1 and (meant != "ok" or value == "end"):
            # `or` and `on` are words as often as they are meant as `ok:end`, which ends the menu.
            fixes = (Fix(f"write '{mended}'", (Edit(span, mended),), safe=True),)
    return Problem(
        f"'{word}' is not a call parameter",
        span,
        "call-unknown-parameter",
        tuple(f"'{p}'" if p[-1] not in "=:" else f"'{p}...'" for p in CALL_PARAMETERS),
        fixes=fixes,
        notes=notes,
    )


def syntax(text: str, problem: Unexpected, spans: Mapping[Path, Span], names: Mapping[str, str]) -> Problem:
    """What the parser did not expect, in words; at the end of the text that is a missing bracket."""
    at = problem.at
    expected = tuple(dict.fromkeys(names[name] for name in problem.expected if names.get(name)))
    if at == len(text) and any(name.startswith("CLOSE_") for name in problem.expected):
        opening = spans["menu", "open"]
        bracket = "}" if text[opening.start] == "{" else ">"
        last = _end_of_items(text, spans)
        return Problem(
            f"this menu is not closed: missing '{bracket}'",
            opening,
            "unclosed-menu",
            (f"'{bracket}' after the last item",),
            labels=(Label(Span(last, last), "the last item ends here"),),
            fixes=(Fix(f"add '{bracket}' after the last item", (Edit(Span(last, last), bracket),)),),
        )
    found = compiled(r"\s*([^\s,}>]{1,24}|\S)").match(text, at)
    at, stop = found.span(1) if found else (at, at)
    what = f"'{text[at:stop]}'" if found else "end of text"
    return Problem(f"unexpected {what}", Span(at, stop), expected=expected)


def _end_of_items(text: str, spans: Mapping[Path, Span]) -> int:
    """Where the last item's own line ends: text below an empty line is taken for the END TEXT."""
    last = max((span for path, span in spans.items() if len(path) == 2 and path[0] == "items"), default=None)
    if last is None:
        return len(text.rstrip())
    blank = compiled(r"\n[ \t\r]*\n").search(text, last.start, last.end)
    return blank.start() if blank else last.end
