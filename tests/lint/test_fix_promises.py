"""What fixes promise, on the corpus, the examples and random changes of them: judged by values, not by the fixer."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from smsc_codec.diagnostics import Finding
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from smsc_codec.payloads.mailing import read as read_list
from smsc_codec.payloads.menu import read as read_menu
from smsc_codec.payloads.menu.model import Call, Say, Sms
from smsc_codec.payloads.phones import digits, international
from smsc_codec.text.homoglyphs import latin
from tests.corpus.make import entries
from tests.mending import made_worse, mended_by

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
KINDS = {".menu": "menu", ".list": "mailing"}
#: What may be put into a text, beside pieces of it: signs of the languages, look-alikes, what nobody sees.
PIECES = [*"\n:;,|#*{}0189", "\u200b", "а", "Е", "“", "end", "err:q", " 79031234567 ", "\n# note\n", "\n---\n", "\\n",
          "+8 (999) ", "wait=30", "\ncall:", " record", "\nIvanov 79031234567 Hi\n", "~~~", "\t", "\r\n"]  # fmt: skip


@cache
def samples() -> list[tuple[str, str]]:
    """The kinds and texts of the corpus and of the examples."""
    found = [(entry["kind"], entry["text"]) for entry in entries() if entry["kind"] in KINDS.values()]
    for path in sorted(EXAMPLES.rglob("*")):
        if path.suffix in KINDS and path.stat().st_size < 4000:
            found.append((KINDS[path.suffix], path.read_bytes().decode("utf-8", "replace")))
    return found


def changed(text: str, chance: random.Random) -> str:
    """The text with one to three pieces taken out, put in, or put elsewhere."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        stop = min(len(text), at + chance.choice((0, 0, 1, 1, 2, 12)))
        piece = chance.choice((*PIECES, text[at:stop]))
        text = text[:at] + piece + text[stop:]
    return text


@cache
def linter(kind: str) -> Linter:
    return Linter(codec(kind), Settings())


def number(phone: str) -> str:
    """A number as it is dialled: after a plus nothing is corrected (PAR-1)."""
    written = digits(phone)
    return (
        phone.casefold()
        if written is None
        else written
        if phone[0] == "+"
        else international(phone) or written
    )


def plainer(text: str) -> str:
    """A text as it is seen."""
    seen = "".join(c for c in text if c.isprintable() or c == "\n")
    return " ".join(latin(word) or word for word in seen.split(" "))


def gets(text: str) -> Counter[tuple[Any, ...]]:
    """Who gets what by a list."""
    return Counter(
        (number(phone), plainer(line.sender or ""), line.tz, plainer(line.text), line.comment)
        for line in read_list(text).value.lines
        for phone in line.phones
    )


def numbers(text: str) -> Counter[tuple[str, str]]:
    """The numbers that a menu, as it was meant, calls or writes to, by their keys."""
    menu = linter("menu").look(text)[1].menu
    found: Counter[tuple[str, str]] = Counter()
    for item in menu.items:
        phones = item.action.phones if isinstance(item.action, Call) else ()
        found.update((item.key, number(phone)) for phone in phones)
        if isinstance(item.action, Sms) and item.action.phone:
            found[item.key, number(item.action.phone.strip("${}"))] += 1
    return found


def texts(text: str) -> Counter[tuple[str, str]]:
    """What a menu, as it was meant, speaks at its keys."""
    menu = linter("menu").look(text)[1].menu
    return Counter(
        (item.key, plainer(str(item.action.text))) for item in menu.items if isinstance(item.action, Say)
    )


def judged(kind: str, text: str) -> None:
    """Hold the fixes of a text to what they promise."""
    own = linter(kind)
    safe, free = mended_by(own, text), mended_by(own, text, unsafe=True)
    for fixed, unsafe in ((safe, False), (free, True)):
        assert not made_worse(own, text, fixed)
        again = mended_by(own, fixed.text, unsafe=unsafe)
        assert (again.text, again.applied) == (fixed.text, 0)
    assert left(free.remaining) <= left(safe.remaining)
    if kind == "mailing":
        assert gets(text) <= gets(safe.text)
    elif read_menu(text).value is not None:
        assert numbers(text) <= numbers(safe.text)
        assert {key for key, _ in texts(text)} <= {key for key, _ in texts(safe.text)}


def left(findings: tuple[Finding, ...]) -> int:
    """How many errors are left: leave to do more never leaves more."""
    return sum(finding.severity == "error" for finding in findings)


@pytest.mark.parametrize("number", range(len(samples())))
def test_fixes_of_samples(number: int) -> None:
    """Safe fixes keep who gets what, and each key with its numbers; fixing settles and makes nothing worse."""
    judged(*samples()[number])


@pytest.mark.parametrize("seed", range(8))
def test_fixes_of_changed_samples(seed: int) -> None:
    """The same for samples that are changed at random."""
    chance = random.Random(seed)
    for _ in range(25):
        kind, text = chance.choice(samples())
        text = changed(text, chance)
        try:
            judged(kind, text)
        except AssertionError as error:
            raise AssertionError(f"{kind}: {text!r}") from error


HEAD = "Hello!\n\n{menu: Press 1 for sales, 2 to leave.\n"
# A menu's items, what safe fixes make of them, and what all fixes make of them.
TOGETHER = {
    "a label that is spelled otherwise": (
        "1: call:79990000000 wait=20 ok:end err:bussy\n2: end\nbusy: Sorry.}\n",
        None,
        "1: call:79990000000 wait=20 ok:end err:busy\n2: end\nbusy: Sorry.}\n",
    ),
    "the label stands first": (
        "busy: Sorry.\n1: call:79990000000 wait=20 ok:end err:bussy\n2: end}\n",
        None,
        "busy: Sorry.\n1: call:79990000000 wait=20 ok:end err:busy\n2: end}\n",
    ),
    "a label that is named in another way": (
        "1: call:79990000000 wait=20 ok:end err=q\n2: end\nq: No.}\n",
        "1: call:79990000000 wait=20 ok:end err:q\n2: end\nq: No.}\n",
        "1: call:79990000000 wait=20 ok:end err:q\n2: end\nq: No.}\n",
    ),
    "quotes around a number": (
        "1: call:79990000000 wait=“30” ok:end err:q\n2: end\nq: No.}\n",
        "1: call:79990000000 wait=30 ok:end err:q\n2: end\nq: No.}\n",
        "1: call:79990000000 wait=30 ok:end err:q\n2: end\nq: No.}\n",
    ),
    "what never happens": (
        "1: end\n1: sms:$phone,Shop,Hi\n2: end}\n",
        None,
        "1: sms:$phone,Shop,Hi\n1: end\n2: end}\n",
    ),
    "a number twice": (
        "1: call:79990000001,79990000001 wait=20 ok:end err:q\n2: end\nq: No.}\n",
        None,
        "1: call:79990000001 wait=20 ok:end err:q\n2: end\nq: No.}\n",
    ),
}


@pytest.mark.parametrize(("items", "safe", "free"), TOGETHER.values(), ids=TOGETHER)
def test_fixes_together(items: str, safe: str | None, free: str) -> None:
    """Fixes made together keep what each of them alone would keep (IVR-5, IVR-7, IVR-11)."""
    own = Linter(codec("menu"), Settings(ignore=("IVR113",)))
    assert mended_by(own, HEAD + items).text == HEAD + (safe or items)
    assert mended_by(own, HEAD + items, unsafe=True).text == HEAD + free
