"""Fixes as an editor offers them: one alone, or any of them together, on lists and requests with several slips."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import pytest

import smsc_codec as sms
from smsc_codec.diagnostics import Edit, Fix
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.payloads import codec
from tests.lint import test_fix_promises as promises

SEND = "https://smscentre.com/sys/send.php?"
#: Slips of lists, each a line or two; any of them may stand beside any other.
LINES = [
    "79990000001:Hello",
    "8 (999) 000-00-02:Hello",
    "+7 999 000 00 03; Hi there",
    "79990000004,79990000004:twice",
    "79990000005;79990000006:two of them",
    "79990000007:Пpивет, Mapия",
    "79990000008:see https://shop.ru/cкидки now",
    "79990000009 : blanks around",
    "79990000010\u200b:unseen",
    "Shop,3|79990000011:Hi",
    "Shоp|79990000012:Hi",
    "79990000013\tTab between",
    "Hello;79990000014",
    "# for Tuesday",
    "---",
    "Ivanov 79990000015 Hello B",
    "79990000016:Hi\\n79990000017:Ho",
    "79990000018:Hi {button,https://shop.ru,Shop}",
    "79990000019:“Quoted” – and № 5 of it",
    "79990000020,Hello",
    "79990000021|Hello",
    "",
]  # fmt: skip
#: Parameters of a request with a slip each.
PARAMETERS = {
    "login": ["login=alex"],
    "psw": ["psw=a1b2", "psw=a%26b", "password=a1b2"],
    "phones": ["phones=79990000001", "phones=8 (999) 000-00-01", "phone=79990000001", "phones=79990000001,79990000001",
               "phones=79990000001;79990000002", "phones=+79990000001", "phones=+89990000001", "to=79990000001"],
    "mes": ["mes=Hello", "mes=Hello world & more", "mes=Привет", "mes=Пpивет", "mes=%CF%F0%E8%E2%E5%F2", "mes=a%2520b",
            "message=Hello", "text=Hello", "mes=1%%202"],
    "fmt": ["fmt=3", "fmt=9", "format=3", "fmt=1"],
    "time": ["time=0101120000", "time=01.01.27 12:00", "tz=3", "time=22-6"],
    "charset": ["charset=utf-8", "charset=UTF8", "charset=windows-1251", "charset=cp1251"],
    "more": ["sender=Shop", "sender=Shоp", "translit=2", "flash=yes", "id=5", "id=5&id=6", "cost=9", "",
             "foo=1", "voice=w7"],
}  # fmt: skip
WAYS = [
    SEND + "{}", "curl '" + SEND + "{}'", "curl -d '{}' https://smscentre.com/sys/send.php",
    "POST /sys/send.php HTTP/1.1\nHost: smscentre.com\nContent-Type: application/x-www-form-urlencoded\n\n{}",
    "x = \"" + SEND + "{}\"\n",
]  # fmt: skip


@cache
def linter(kind: str) -> Linter:
    return Linter(codec(kind), Settings(profile="pedantic"))


def with_edits(text: str, edits: Sequence[Edit]) -> str | None:
    """The text with the edits, as an editor makes them; None where two of them touch the same place."""
    done = sorted(set(edits), key=lambda edit: (edit.span.start, edit.span.end))
    if any(one.span.end > other.span.start or one.span == other.span for one, other in pairwise(done)):
        return None
    for edit in reversed(done):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


#: Letters that look alike, each as its Latin one.
SEEN = str.maketrans("аеорсухкмтвнАЕОРСУХКМТВН", "aeopcyxkmtbhAEOPCYXKMTBH")


def gets(text: str) -> Counter[tuple[Any, ...]]:
    """Who gets what by a list, as it is seen."""
    made: Counter[tuple[Any, ...]] = Counter()
    for (*who, said, comment), times in promises.gets(text).items():
        made[(*who, said.translate(SEEN), comment)] += times
    return made


def asked(text: str) -> Any:
    """What a request asks, where it can be read, as it is seen; a number as it is dialled."""
    try:
        found = repr(sms.request.parse(text)).translate(SEEN)
    except sms.ParseError:
        return None
    return re.sub(
        r"Phone\(number='(\d+)', plus=(True|False)\)",
        lambda match: promises.number("+" * (match[2] == "True") + match[1]),
        found,
    )


def errors(kind: str, text: str) -> set[str]:
    return {
        f.code
        for f in (*linter(kind).look(text)[0].findings, *linter(kind).look(text)[0].hidden)
        if f.severity == "error"
    }


def fixes(kind: str, text: str) -> list[Fix]:
    return [fix for finding in linter(kind).look(text)[0].findings for fix in finding.fixes]


def held(kind: str, text: str, chosen: Sequence[Fix]) -> bool:
    """Hold some fixes together to their promise; gives whether there was anything to hold."""
    made = with_edits(text, [edit for fix in chosen for edit in fix.edits])
    if made is None:
        return False
    told = f"{text!r}\n -> {made!r}\n by {[fix.title for fix in chosen]}"
    if all(fix.safe for fix in chosen):
        assert errors(kind, made) <= errors(kind, text), told
        if kind == "mailing":
            assert gets(text) <= gets(made), told
        elif asked(text) is not None:
            assert asked(made) == asked(text), told
    if kind == "mailing":
        touched = {text[edit.span.start : edit.span.end] for fix in chosen for edit in fix.edits}
        for phone in {one[0] for one in gets(text)} - {one[0] for one in gets(made)}:
            assert any(phone[-4:] in piece.replace("-", "").replace(" ", "") for piece in touched), told
    return True


def texts(kind: str, chance: random.Random) -> str:
    if kind == "mailing":
        return "\n".join(chance.choice(LINES) for _ in range(chance.randint(1, 5))) + "\n"
    said = [chance.choice(ways) for ways in PARAMETERS.values()]
    return chance.choice(WAYS).replace("{}", "&".join(filter(None, said)))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kind", ["mailing", "request"])
def test_alone_and_together(kind: str, seed: int) -> None:
    """Each fix alone, each two, and some drawn at random: safe ones change nothing that is sent, and bring no error."""
    chance = random.Random(seed)
    tried = 0
    for _ in range(30):
        text = texts(kind, chance)
        offered = fixes(kind, text)
        several = [*((fix,) for fix in offered), *combinations(offered, 2)][:25]
        several += [
            tuple(chance.sample(offered, chance.randint(2, len(offered))))
            for _ in range(5)
            if len(offered) > 2
        ]
        tried += sum(held(kind, text, chosen) for chosen in several)
    assert tried > 40
