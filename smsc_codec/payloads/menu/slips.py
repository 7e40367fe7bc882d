"""What is told of each slip that the reader meets: what it is, what is allowed, what was probably meant.

Apart from the reader, so that reading a sound menu loads none of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from smsc_codec.diagnostics import Edit, Fix, Label, Problem, Span
from smsc_codec.grammar.runtime import Unexpected
from smsc_codec.payloads.codec import Path
from smsc_codec.text.homoglyphs import latin
from smsc_codec.text.near import distance, nearest

#: The parameters of a call, as the page writes them (IVR-7).
CALL_PARAMETERS = ("wait=", "ok:end", "err:", "record")

_BLANKS = re.compile(r"\s*")
# `{Menu:`, `{ menu :`, `[menu:`, `{menu ` and the like: meant as the macro, but the service would read it aloud.
_MACRO = re.compile(r"(?i)[{<\[(][ \t]*(?:menu|меню)(?P<colon>[ \t]*[:;=])?(?![\w])")


def menu_typos(text: str, start: int = 0, end: int | None = None) -> list[Problem]:
    """Each place that looks like the macro's beginning but is not it (IVR-1)."""
    found = []
    for match in _MACRO.finditer(text, start, len(text) if end is None else end):
        if match.group() in ("{menu:", "<menu:"):
            continue
        span = Span(match.start(), match.end())
        edits = [Edit(span, "{menu:")]
        closing = {"[": "]", "(": ")", "<": ">"}.get(match.group()[0])
        if closing:
            last = text.rfind(closing, match.end())
            if last >= 0:
                edits.append(Edit(Span(last, last + 1), "}"))
        found.append(
            Problem(
                f"'{match.group()}' does not begin a menu: the service would read it aloud",
                span,
                "menu-macro-typo",
                ("'{menu:'",),
                fixes=(Fix("write '{menu:'", tuple(edits), safe=True),),
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
    return Problem("there is no menu in this text", Span(end, end), expected=("'{menu:'",))


def second_menu(span: Span, opening: Span) -> Problem:
    """`{menu:` again; the page knows exactly one macro a message (IVR-1)."""
    return Problem(
        "a second menu begins here",
        span,
        "multiple-menus",
        ("one '{menu: ...}' a message; sub-menus are items such as '21: text'",),
        labels=(Label(opening, "the menu began here"),),
    )


def early_comment(span: Span, opening: Span) -> Problem:
    """`\\n~~~\\n` before the menu's end: everything after the first one is a comment (CMT-1)."""
    return Problem(
        "everything after this line would be a comment, the menu with it",
        Span(span.start + 1, span.start + 4),
        "param-block-misplaced",
        ("'~~~' and the call's parameters after the END TEXT, at the very end",),
    )


def bad_label(text: str, span: Span) -> Problem:
    """What follows `err:` is no key and no label (IVR-7, IVR-11)."""
    label = text[span.start : span.end]
    if not label:
        return Problem(
            "'err:' without a key or label to go to", span, "invalid-label", ("a key such as '6' or a label such as 'sorry'",)
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
        f"the label '{label}' holds {shown}",
        span,
        "invalid-label",
        ("Latin letters and digits",),
        fixes=fixes,
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
        if sound and distance(stem, meant, 1) <= 1 and (meant in ("wait", "err") or value in ("", "end")):
            fixes = (Fix(f"write '{mended}'", (Edit(span, mended),), safe=True),)
    return Problem(
        f"'{word}' is no parameter of a call",
        span,
        "call-unknown-parameter",
        tuple(f"'{p}'" if p[-1] not in "=:" else f"'{p}...'" for p in CALL_PARAMETERS),
        fixes=fixes,
        notes=notes,
    )


def syntax(text: str, problem: Unexpected, spans: Mapping[Path, Span], names: Mapping[str, str]) -> Problem:
    """What the parser did not expect, in words; at the end of the text that is a missing bracket."""
    at = problem.at
    expected = tuple(dict.fromkeys(names[name] for name in problem.expected if name in names))
    if at == len(text) and any(name.startswith("CLOSE_") for name in problem.expected):
        opening = spans["menu", "open"]
        bracket = "}" if text[opening.start] == "{" else ">"
        last = _end_of_items(text, spans)
        return Problem(
            f"the menu that begins here has no closing '{bracket}'",
            opening,
            "unclosed-menu",
            (f"'{bracket}' after the last item",),
            labels=(Label(Span(last, last), f"the last item ends here: no '{bracket}' up to the end of the text"),),
            fixes=(Fix(f"close the menu with '{bracket}' after its last item", (Edit(Span(last, last), bracket),)),),
        )
    if text[at : at + 1] in ("\n", "\r"):  # a line without a key after a command: nothing for it to go on from
        blanks = _BLANKS.match(text, at)
        start = blanks.end() if blanks else at
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        words = text[start:stop].split("}")[0].rstrip()
        return Problem(
            "this line has no key, and the command above it cannot go on",
            Span(start, start + len(words)),
            expected=expected,
        )
    found = re.compile(r"[^\s,}>]{1,24}|.").match(text, at)
    stop = found.end() if found else at
    what = f"'{text[at:stop]}'" if found else "the end of the text"
    return Problem(f"{what} cannot stand here", Span(at, stop), expected=expected)


def _end_of_items(text: str, spans: Mapping[Path, Span]) -> int:
    """Where the last item's own line ends: text below an empty line is taken for the END TEXT."""
    last = max((span for path, span in spans.items() if len(path) == 2 and path[0] == "items"), default=None)
    if last is None:
        return len(text.rstrip())
    blank = re.compile(r"\n[ \t\r]*\n").search(text, last.start, last.end)
    return blank.start() if blank else last.end
