"""Rules GEN001 and GEN002: text read with a wrong table, characters that nobody sees; and no rule ever raises."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.payloads import general
from smsc_codec.payloads.menu import CODEC
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.menu.structure import structure
from smsc_codec.rules import asked
from smsc_codec.text.mojibake import find_mojibake
from tests.menu.rule_cases import DEFAULT, RULES, Bad, Good, applied, check_bad, check_good, unmarked
from tests.menu.strategies import hostile, text

SCHOOL = "Добрый вечер! Нажмите 1, чтобы услышать про экскурсию, 2, чтобы закончить."


def in_menu(head: str) -> str:
    return f"{head}\n{{menu: 1 2\n1: end\n2: end}}"


BAD = [
    Bad(
        "GEN001",
        in_menu("Hello! ‹Ќажмите 1 дл€ первого пункта, 2 дл€ второго› 2."),
        in_menu("Hello! Нажмите 1 для первого пункта, 2 для второго 2."),
        safe=False,
        says="read as MacCyrillic",
    ),
    Bad(
        "GEN001",
        in_menu("‹РњСѓР·РµР№, РІ РїСЏС‚РЅРёС†Сѓ›"),
        in_menu("Музей, в пятницу"),
        safe=False,
        says="read as windows-1251",
    ),
    Bad("GEN002", "‹\ufeff›Hello!\n{menu: 1\n1: end}", "Hello!\n{menu: 1\n1: end}", says="(U+FEFF)"),
    Bad("GEN002", "1: Sa‹\u200b›les\n2: a‹\u2060\u00ad›b", "1: Sales\n2: ab", says="zero width space"),
    Bad("GEN002", "1: Скидка ‹\u200e›10%\u202c", "1: Скидка 10%", says="left-to-right mark"),
    Bad("GEN002", "1: a‹\x08›b", "1: ab", safe=False, says="U+0008"),
    Bad("GEN002", "1: 👨\u200d👩\u200d👧 family‹\u200d›", "1: 👨\u200d👩\u200d👧 family"),
]

GOOD = [
    Good("GEN001", in_menu(SCHOOL + " Café «Ёж» — ООО «РЖД», ЦСКА, №5, 20 °C, 100 €, µкм, iPhone и МегаФон")),
    Good("GEN001", in_menu("Ihre Bestellung für Größe 38 — garçon, señor, ÅÄÖ, naïve, ½ ±")),
    Good("GEN002", "1: Цена 1\u00a0000\u00a0₽ — «дёшево», “cheap”, it’s…\r\n2: tab\there\u2009thin"),
    Good("GEN002", "1: שלום \u200fabc\u200f שלום\n2: می\u200cخواهم\n3: ❤\ufe0f 🏳\ufe0f\u200d🌈"),
    # A soft hyphen that belongs to what was read with a wrong table is needed to read it again.
    Good(
        "GEN002", in_menu("Р\u00adРєСЃРєСѓСЂСЃРёСЏ РІ РјСѓР·РµР№ РІ РїСЏС‚РЅРёС†Сѓ, СЃР±РѕСЂ Сѓ РІС…РѕРґР°")
    ),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.code} {case.text!a}")
def test_bad(case: Bad) -> None:
    """What was damaged on its way into the file is reported, and read again or taken out: PAR-3."""
    check_bad(case)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: f"{case.code} {case.text!a}")
def test_good(case: Good) -> None:
    """Ordinary text of any language, emojis and typography in prose are left alone: PAR-3."""
    check_good(case)


STRUCTURE = [
    ("1:‹\u00a0›call:79990000000", "1: call:79990000000"),
    ("1: Sales\n2‹\u200b›: call:7999‹\u200b›0000000", "1: Sales\n2: call:79990000000"),
    ("1: call:+7‹\u00a0›999‹\u00a0›000 wait=5", "1: call:+7 999 000 wait=5"),
    ("1: call:8‹–›999‹\u2011›000", "1: call:8-999-000"),
    ("1: sms:79990000000,Sh‹–›op,Скидка\u00a0«10»", "1: sms:79990000000,Sh-op,Скидка\u00a0«10»"),
    ("1: sms:79990000000,“Shop”,Скидка\u00a0«10»", None),
    ("1: record:‹\u202f›10", "1: record: 10"),
    ("1: Да\u00a0— «нет»\n2‹\u00a0›: Нет", "1: Да\u00a0— «нет»\n2 : Нет"),
    ("1: A\n‹\u00a0›2: B", "1: A\n 2: B"),
    ("1: https://x.example/«a–b»", None),
    ("1: Note\u00a0: B\nNota\u00a0: C", None),
]


@pytest.mark.parametrize(("items", "fixed"), STRUCTURE, ids=[ascii(items) for items, _ in STRUCTURE])
def test_typography_in_structure(items: str, fixed: str | None) -> None:
    """No-break spaces, quotes and dashes are reported where they stand for a key's or command's plain ones only.

    Quotes round a whole sender have a rule of their own.
    """
    source, spans = unmarked(items)
    context = CODEC.context(source, DEFAULT)
    found = sorted(general.invisible_character.check(context), key=lambda problem: problem.span)
    assert [edit.span for problem in found for edit in problem.fixes[0].edits] == spans
    if fixed is not None:
        mended = applied(source, [edit for problem in found for edit in problem.fixes[0].edits])
        assert mended == unmarked(fixed)[0]


def test_any_text_will_do() -> None:
    """A context needs `source` only, and a text without a macro has no structure."""
    context = SimpleNamespace(source="79990000000:Привет\u200b")
    assert [problem.span.start for problem in general.invisible_character.check(context)] == [18]
    assert list(general.mojibake.check(context)) == []
    assert structure(CODEC.context("No menu\u00a0here", DEFAULT)) == []


@given(st.text("Приветмир «»„“—…№Ёё ЯQa€ЎљўРСѓ°\u0090", max_size=40))
@settings(max_examples=200, deadline=None)
def test_nothing_damaged_is_passed_over(words: str) -> None:
    """The quick look that saves most texts the search never loses anything that the search would find."""
    found = list(general.mojibake.check(SimpleNamespace(source=words)))
    assert bool(found) == bool(find_mojibake(words))


STRICT = MenuOptions(
    registered_numbers=("79990000000",), max_options=1, max_depth=1, max_call_seconds=1, max_prompt_seconds=1
)


@given(st.one_of(hostile, text, st.text(max_size=80).map(lambda t: f"{{menu: {t}}}")))
@settings(max_examples=200, deadline=None)
def test_no_rule_ever_raises(source: str) -> None:
    """Whatever the text, a rule reports places inside it, and its fixes edit such places, which do not overlap.

    A rule that is about what the text has not finds nothing.
    """
    context = CODEC.context(source, STRICT)
    told = asked([*RULES.values()], context)
    for rule in RULES.values():
        for problem in rule.check(context):
            assert rule in told
            spans = [problem.span, *(label.span for label in problem.labels)]
            for fix in problem.fixes:
                places = sorted({edit.span for edit in fix.edits})
                assert all(a.end <= b.start for a, b in pairwise(places))
                spans += places
            assert all(0 <= span.start <= span.end <= len(context.source) for span in spans)
