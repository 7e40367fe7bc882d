"""What is looked for in a menu before its rules: what is passed over unseen holds nothing that would be found."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smsc_codec.linter.engine import check
from smsc_codec.payloads.menu.meant import commands, files, texts, understand
from smsc_codec.payloads.menu.meant.labels import Labels
from smsc_codec.payloads.menu.meant.lines import frame, lines
from smsc_codec.payloads.menu.meant.sound import is_sound

_PIECES = st.lists(
    st.sampled_from(
        "call:|sms:|record:|https://|http:|447700900101|+79990000000|5550100|,|;| |  |\t|wait=20|wait=999|ok:end|ok"
        "|err:|err:busy|err:занят|err:gone|record|$phone|$name|Shop|Магазин|your order|a.b/c|:|end|back|#|// x"
        "|доб. 1|x12|30|\u00a0|٣|\n|%s|[имя]|<file 1>|<имя>|@x@|#x#|:name|${name}|$phones|{|}"
        "|Press |Record |запись |сек|. |, |1 |9|-|goto |a |same|=|and all that people say of it |.mp3|file |Файл"
        "|/a/b.c|n days|_A|*a|**|`|~~|&nbsp;|%20|\\n|(тут |___|дд.мм| x |ХХ|null|None|TODO|]|(|/*|*/"
        "|<!--".split("|")
    ),
    min_size=1,
    max_size=8,
).map("".join)
_SOUND = (
    "end",
    "call:447700900101",
    "call:447700900101,447700900102 wait=20 ok:end err:busy record",
    "sms:$phone,Shop,Your order, $phone, is ready",
    "sms:79990000000,Shop,Call back",
    "https://example.com/ivr?a=1",
    "record: 30",
    "Press 1 for sales, 2 to leave.",
    "Our address: 5 River Street, and the doors are open.",
    "<file 1> Yoga is on Monday.",
    "все операторы сейчас заняты другими разговорами",
)


def _labels() -> Labels:
    source = "{menu: x\n1: call:447700900101 err:busy\nbusy: sorry\nзанят: sorry}"
    whole = frame(source)
    assert whole is not None
    return Labels(source, lines(source, whole))


LABELS = _labels()


def _looked_at(value: str, key: str) -> object:
    """What the patterns find in an item's value."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commands, "is_sound", lambda value, labels: False)
        return commands.look(key, value, 10, LABELS)


@pytest.mark.parametrize("value", _SOUND)
def test_a_sound_value_is_known(value: str) -> None:
    """IVR-6 .. IVR-10: what menus are mostly made of is known to be sound at one look."""
    assert is_sound(value, LABELS.defined)
    assert _looked_at(value, "1") is None


@settings(max_examples=600, deadline=None)
@given(_PIECES, st.sampled_from(("1", "0", "*")))
@example("call:447700900101, wait=20", "1")
@example("call:447700900101 err:занят", "1")
@example("sms:$phone,79990000000;text", "1")
@example("sms:Shop,$phone,text", "1")
@example("http://https://a.b", "1")
@example("Запись до 30 секунд.", "1")
@example("recor 5 30", "1")
@example("Back to the first of all the prompts of this menu", "*")
@example("a call:and all that people say of it ", "1")
@example("Record: 30 s.", "1")
@example("Goto 9", "1")
@example("Thank you, 9: end", "1")
@example("Leave us a message now record: 30", "1")
@example("<file 1>end", "1")
@example("<file 1>end)", "1")
@example("<file 1>/end", "1")
@example("Спасибо вам за звонок, до свидания. (конец)", "1")
@example("https:///a/b.c", "1")
@example("https:///b.c", "1")
def test_no_slip_is_known_as_sound(value: str, key: str) -> None:
    """A value that is passed over is one in which the patterns find nothing."""
    value = value.rstrip()
    if is_sound(value, LABELS.defined):
        assert _looked_at(value, key) is None


@settings(max_examples=600, deadline=None)
@given(_PIECES)
@example("$phones")
@example("a#name#")
@example("Order:name")
@example("x :name")
@example("<filename>")
@example("<file >")
@example("(FILE 1)")
@example("Tea: tea.OGG")
@example("see /a/b.c")
@example("<file /a/b.c>")
@example("5 (n days)")
@example("1: дд.мм")
@example("hh:mm")
@example("A_B")
@example("a **b**, _c_")
@example("(Тут вставить)")
@example("Bye // x")
@example("0: # a")
def test_no_slip_in_a_text_is_passed_over(text: str) -> None:
    """A text that has no sign of a slip has none, and a line without one is none that a pattern finds something in."""
    with pytest.MonkeyPatch.context() as patch:
        for module, signs in ((texts, "_ANY"), (texts, "_MAY_BE_FILLED"), (files, "_MAY_BE_IN")):
            patch.setattr(module, signs, re.compile("^", re.MULTILINE))
        every = [*texts.look(text)]
    assert [*texts.look(text)] == every


_CALL = "1: call:79161234567 err:err"
#: Lines of a menu, the one slip in them, what is told of it, and its fix if it has one.
SLIPS = [
    *((f"{key} call:79161234567 err:0", "IVR005", key, "write '1:'")
      for key in ("1=1:", "1 = 1:", "1==1:", "1)1:", "1=2:", "1=:", "=1:", "1: 1:", "1:1:")),
    *((f"{_CALL}\n{key} Wrong key", "IVR005", key, "write 'err:'")
      for key in ("err*:", "err#:", "err!:", "*err:", "-err:", "err.:", "ERR*:", '"err":', "(err):")),
    *((f"1: sms:{sender},{text}", "IVR212", sender, "send it to the caller: write '$phone,'")
      for sender, text in (("Shop 2", "Hi"), ("My shop 2", "Hi there"), ("Shop-2", "Hi"), ("Shop One", "Hi"))),
    ("1: sms:Hi there", "IVR212", "Hi there", ""), ("1: sms:Спасибо за звонок", "IVR212", "Спасибо за звонок", ""),
    ("1: call:44794609588 err:0", "IVR220", "44794609588", ""),
    ("1: call:4420794609 err:0", "IVR220", "4420794609", ""),
    # Two numbers, or a number and something else, are never made one.
    ("1: call:79161234567 20 err:0", "IVR220", "79161234567 20", ""),
    ("1: call:79161234567-68 err:0", "IVR220", "79161234567-68", ""),
    # A letter that is no digit's look-alike, and quotes with it.
    *((f"1: call:{number} err:0", "IVR220", place, "") for number, place in (
        ("7916123ы4567", "7916123ы4567"), ('"7916123ы4567"', '"7916123ы4567"'), ('7916"123ы4567', '7916"123ы4567'),
        ("79161234568,7916123ы4567", "7916123ы4567"))),
    ("1: sms:79161234567 5,Shop,Hi", "IVR220", "79161234567 5", ""),
    *((f"1: {before}N days left.", "IVR313", "N", "") for before in ("", "Only (", "Only-")),
    ("1: call:79161234567 err:*", "IVR101", "*", ""),
    ("1: call:79161234567 err:9\nbusy: Sorry", "IVR101", "9", "go to 'busy'"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "code", "place", "fix"), SLIPS)
def test_a_slip_is_told_once(lines: str, code: str, place: str, fix: str) -> None:
    """One error or warning for the slip, at its place, with what was meant (but a label that nothing leads to, too)."""
    head, tail = "Hi!\n\n{menu: Press 1 for sales, 2 for help, 0 to repeat.\n", "\n2: end\n0: repeat}\n"
    text = f"{head}{lines}{tail}"
    (found,) = [one for one in check(text) if one.severity != "info" and one.code != "IVR103"]
    assert (found.code, text[found.span.start : found.span.end]) == (code, place)
    assert [one.title for one in found.fixes] == ([fix] if fix else [])


@pytest.mark.parametrize(("item", "code"), [("2) edn", "IVR005"), ("41: Deep.", "IVR102")])
def test_what_is_no_menu_for_its_length(item: str, code: str) -> None:
    """PAR-3: of a text fifty times too long nobody asks what was meant, nor where calls go in it."""
    text = f"Hi!\n\n{{menu: Press 1 to leave.\n1: end\n{item}}}\n~~~\n"
    assert code in {one.code for one in check(text.ljust(50_000, "x"))}
    assert code not in {one.code for one in check(text.ljust(50_001, "x"))}


@pytest.mark.parametrize("piece", [" record", " err:busy", ", wait=5", " ok:end,"])
def test_a_long_line_takes_little_time(piece: str) -> None:
    """Thousands of parameters that end in something else are looked at once: otherwise that takes five seconds."""
    text = f"{{menu: x\n1: call:79161234567{piece * (49_000 // len(piece))} x!\n2: end}}"
    begun = process_time()
    understand(text)
    assert process_time() - begun < 1


@pytest.mark.parametrize(
    "line",
    ["1: 1:30 pm is when we close", "1: Sales.\n2: err, sorry: nobody is there", "1: sms:$phone,Shop 2,Hi"],
)
def test_sound_lines(line: str) -> None:
    """What looks like such a slip and is none stays clean."""
    text = f"Hi!\n\n{{menu: Press 1 for sales, 2 to leave.\n{line}\n2: end}}\n"
    assert not {one.code for one in check(text)} & {"IVR005", "IVR012", "IVR212"}
