"""What fixes promise, on the corpus, the examples and random changes of them: judged by values, not by the fixer."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import category
from urllib.parse import unquote_plus

import pytest

from smsc_codec.diagnostics import Finding
from smsc_codec.linter.block import Seen
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.fixes import fix
from smsc_codec.payloads import codec
from smsc_codec.payloads.mailing import read as read_list
from smsc_codec.payloads.menu import read as read_menu
from smsc_codec.payloads.menu.model import Call, Say, Sms
from smsc_codec.payloads.phones import digits, international
from smsc_codec.text.homoglyphs import cyrillic, latin
from tests.corpus.make import entries
from tests.mending import made_worse, mended_by

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
KINDS = {".menu": "menu", ".list": "mailing"}
#: What may be put into a text, beside pieces of it: signs of the languages, look-alikes, what nobody sees.
PIECES = [*"\n:;,|#*{}0189", "\u200b", "а", "Е", "“", "end", "err:q", " 79031234567 ", "\n# note\n", "\n---\n", "\\n",
          "+8 (999) ", "wait=30", "\ncall:", " record", "\nIvanov 79031234567 Hi\n", "~~~", "\t", "\r\n",
          "; 79990000002", " / 8 (999) 000-00-03", ", a@shop.example ", " (home) ", " # Anna", " // 89990000004 ",
          " https://a.example/b ", " sec", " ext. 12345"]  # fmt: skip


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
    return " ".join(latin(word) or cyrillic(word) or word for word in seen.split(" "))


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


ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w|(?<=://)[^\s,;|{}]*[\w/]")
WORD = re.compile(r"[^\W\d_]+")
#: So many digits are a number, with or without what sets them apart.
NUMBER = re.compile(r"\d{5,}|\d(?:[ ().-]{0,2}\d){8,}")


def stands(text: str) -> Counter[str]:
    """The words, numbers and addresses that stand in a text, whatever it means: a number without its prefix (PAR-1)."""
    seen = "".join(sign for sign in text if category(sign) != "Cf")
    found = Counter(word.casefold() for word in WORD.findall(seen))
    found.update(ADDRESS.findall(seen))
    for match in NUMBER.finditer(seen):
        plain = re.sub(r"\D", "", match.group())
        found[plain[1:] if len(plain) >= 11 else plain] += 1
    return found


def named(text: str, finding: Finding) -> set[str]:
    """What a finding names of that which its safe fixes write over."""
    told = " ".join((finding.message, *finding.notes, *(label.text for label in finding.labels)))
    found = set()
    for mend in finding.fixes:
        for edit in mend.edits if mend.safe else ():
            start, end = edit.span.start, edit.span.end
            while start and text[start - 1].isalnum():
                start -= 1
            while text[end : end + 1].isalnum():
                end += 1
            found.update(stands(text[start:end]))
    told = " ".join((told, *(mend.title for mend in finding.fixes))).casefold()
    return {one for one in found if one in stands(told) or (len(one) > 1 and one in told)}


def dropped(kind: str, text: str) -> dict[str, int]:
    """What stood in a text, stands no more after its safe fixes, and was named by none of them."""
    names: set[str] = set()

    def look(new: str) -> Seen:
        seen = linter(kind).look(new)[0]
        for finding in seen.findings:
            names.update(named(new, finding))
        return seen

    after = fix(text, look).text
    if kind == "request":  # its values may be urlencoded, before or after, and twice before
        text, after = (unquote_plus(unquote_plus(said)) for said in (text, after))
    digits_before, digits_after = (re.sub(r"(?<=\d)[ ().-]{1,2}(?=\d)", "", said) for said in (text, after))
    return {
        one: count
        for one, count in (stands(text) - stands(after)).items()
        if one not in names and not (one.isdigit() and digits_after.count(one) >= digits_before.count(one))
    }


def judged(kind: str, text: str) -> None:
    """Hold the fixes of a text to what they promise."""
    own = linter(kind)
    safe, free = mended_by(own, text), mended_by(own, text, unsafe=True)
    for fixed, unsafe in ((safe, False), (free, True)):
        assert not made_worse(own, text, fixed)
        again = mended_by(own, fixed.text, unsafe=unsafe)
        assert (again.text, again.applied) == (fixed.text, 0)
    assert left(free.remaining) <= left(safe.remaining)
    assert not dropped(kind, text)
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
#: What a safe fix was once seen to drop, or may well drop, behind a menu's first item.
BEHIND = (
    "end // leave", "end # call Anna on 89990000004", "end; 79990000002", "record 30 секунд", "record: 30 sec Anna",
    "call:79990000000 / 79990000002 wait=20 ok:end err:q", "call:79990000000; 79990000002 wait=20 ok:end err:q",
    "call:79990000000 (home), 79990000002 (work) wait=20 ok:end err:q", "repeat for Anna", "end of 79990000002",
    "call:79990000000 wait=20 wait=30 ok:end err:q // 79990000002", "call:Anna 79990000000 wait=20 ok:end err:q",
    "call:8 (999) 000-00-00 ext. 12345 wait=20 ok:end err:q", "sms:$phone,Shop,Hi // see https://a.example/b",
    "call:+7 999 000 00 00 / +7 999 000 00 02 wait=20 ok:end err:q", "end (79990000002)", "back or 79990000002",
)  # fmt: skip


@pytest.mark.parametrize("said", BEHIND)
def test_fixes_drop_nothing_unnamed(said: str) -> None:
    """Every word, number and address of the source stands after safe fixes, but what a fix replaces and names."""
    assert dropped("menu", f"{HEAD}1: {said}\n2: end\nq: No.}}\n") == {}


@pytest.mark.parametrize("text", [entry["text"] for entry in entries() if entry["kind"] == "request"])
def test_fixes_of_requests_drop_nothing_unnamed(text: str) -> None:
    """The same for requests."""
    assert dropped("request", text) == {}


@pytest.mark.parametrize("ends", ["()", "[]", "（）", "(}", "[}"])
@pytest.mark.parametrize("apart", ["", "\n"])
@pytest.mark.parametrize("bye", ["Bye.", "Bye :)", "Bye (you)", "[Bye]"])
def test_fixes_close_the_menu_where_it_is_closed(ends: str, apart: str, bye: str) -> None:
    """A menu in other brackets ends at its own: brackets of its texts and numbers stay as they are (IVR-1)."""
    text = "Hi (you).\n{}menu: Press 1 (one), 2 to leave.\n1: Hi (us) [all]\n2: end{}{}\n{}\n"
    wrong = text.format(ends[0], apart, ends[1], bye)
    if not apart and bye.endswith(ends[1]) and bye.count(ends[0]) < bye.count(ends[1]):
        return  # either may be meant
    assert mended_by(linter("menu"), wrong).text == text.format("{", apart, "}", bye)


def test_a_guessed_item_is_not_moved() -> None:
    """`21:` may be the key 21: the item 1 that may begin in it is not cut out of its line by a safe fix."""
    text = "Hi.\n{menu: Press 1, 2.\n1: Hello.\n2: end 21: https://a.example/b\n}"
    assert linter("menu").look(text)[0].findings
    assert mended_by(linter("menu"), text).text == text


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


#: A bracket alone that was meant as `{menu:`, and what is spoken behind it, which may begin with any word.
BRACKETS = {
    "{Press 1.": "{menu:Press 1.",
    "{ Нажмите 1.": "{menu: Нажмите 1.",
    "{Thank you, press 1.": "{menu:Thank you, press 1.",
    "{Welcome: press 1.": "{menu:Welcome: press 1.",
    "{\nPress 1.": "{menu:\nPress 1.",
    '{"Press 1."': '{menu:"Press 1."',
    "{mneu: Press 1.": "{menu:Press 1.",
    "{мәзір: Press 1.": "{menu:Press 1.",
}


@pytest.mark.parametrize(("written", "mended"), BRACKETS.items())
def test_words_behind_a_bracket(written: str, mended: str) -> None:
    """Only a word that means a menu is taken for the macro's; any other is spoken, and stays."""
    rest = "\n1: call:79990000001 err:q\n2: end\n#: start\nq: Sorry\n}\n"
    assert mended_by(linter("menu"), written + rest).text == mended + rest


@pytest.mark.parametrize("kind", ["menu", "mailing"])
def test_other_encodings(kind: str) -> None:
    """Text of another encoding than it was read in is no mixed word to a safe fix: not a letter of it goes."""
    said = {
        "menu": "{menu: Нажмите 1.\n1: sms:79990000001,Shop,Пpивет вceм\n2: end\n}",
        "mailing": "79990000001:Пpивет",
    }
    text = said[kind].encode("koi8-r").decode("windows-1251")
    assert mended_by(linter(kind), text).text == text
    assert mended_by(linter("mailing"), said["mailing"]).text == "79990000001:Привет"
