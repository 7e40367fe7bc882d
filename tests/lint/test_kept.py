"""What a text carries, and which edits keep it."""

from __future__ import annotations

import re

import pytest

from smsc_codec.diagnostics import Edit, Span
from smsc_codec.linter.block import Text
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.kept import kept
from smsc_codec.payloads import codec
from smsc_codec.payloads.carried import Carried

#: `key=words,`: a key that is a number, whose words are carried; `key!`: what is carried without words.
_ONE = re.compile(r"(?P<who>\d)(?:=(?P<words>[^,]*),|!)")


def carried(text: str) -> list[Carried]:
    """What such a text carries."""
    found = []
    for match in _ONE.finditer(text):
        words = Span(*match.span("words")) if match["words"] is not None else Span(0, 0)
        found.append(Carried((match["who"],), words, (Span(*match.span("who")),)))
    return found


def edited(text: str, edits: list[Edit]) -> str:
    """The text after the edits, made from the end on."""
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


# A text in which `[a>b]` is an edit; whether it keeps all, and whether it keeps what it does not touch.
KEPT = {
    "nothing changes": ("1=a,2=b,", True, True),
    "what is carried by nobody": ("x[x>y]1=a,", True, True),
    "words inside": ("1=a[a>x]a,2=c,", True, True),
    "words at their beginning and end": ("1=[a>x]a[a>],", True, True),
    "all of the words": ("1=[a>x],", True, True),
    "what is written before and behind the words": ("1=[>x]a[>y],", True, True),
    "one more": ("1=a,[>2=b,]", True, True),
    "one that could not be read": ("1=a,2[_>=]b,", True, True),
    "a key": ("[1>2]=a,", False, True),
    "a key with others": ("[1>3]=a,2=b,", False, True),
    "a key that says all": ("[1>2]!3!", False, True),
    "one is taken out": ("1=a,[2=b,>]3=c,", False, True),
    "one that says all is taken out": ("1![2!>]3!", False, True),
    "words go to another": ("1=a[,2=>]b,", False, False),
    "words go on with what belonged to nobody": ("1=a[,\n>;]b,", False, True),
    "two are taken for one": ("1=a,[1=a,>]", False, True),
    "the first of two equal ones": ("[1=a,>]1=a,", False, True),
    "changed to what is there already": ("1=a,1=[b>a],", True, True),
    "moved among others": ("[1=a,>]2=b,[>1=a,]", True, True),
    "moved past one of its own": ("[1=a,>]1=b,[>1=a,]", False, True),
    "the words of two change places": ("1=[a>b],2=[b>a],", True, True),
    "the keys of two change places": ("[1>2]=a,[2>1]=b,", False, True),
    "two become alike": ("1=[a>x],1=[b>x],", True, True),
    "three become alike": ("1=[a>x],1=[b>x],1=[c>x],", True, True),
    "two become alike, and one goes": ("1=[a>x],1=[b>x],[1=c,>]", False, True),
    "blanks around words say nothing": ("1= a[ >],", True, True),
    "one changes and another one goes": ("1=[a>b],[2=c,>]", False, True),
}


@pytest.mark.parametrize(("written", "wholly", "otherwise"), KEPT.values(), ids=KEPT)
def test_kept(written: str, wholly: bool, otherwise: bool) -> None:
    """A safe fix keeps all, with the words as its edits leave them; any fix keeps what it does not touch."""
    before, edits = "", []
    at = 0
    for match in re.finditer(r"\[([^\]>]*)>([^\]]*)\]", written):
        before += written[at : match.start()]
        edits.append(Edit(Span(len(before), len(before) + len(match[1])), match[2]))
        before += match[1]
        at = match.end()
    before += written[at:]
    after = edited(before, edits)
    assert kept(before, carried(before), after, carried(after), edits, wholly=True) is wholly
    assert kept(before, carried(before), after, carried(after), edits, wholly=False) is otherwise


def test_what_edits_do_not_touch_may_not_go() -> None:
    """Where what is carried hangs together, an edit may change what it does not touch: that is never kept."""
    before, after = "1=a,2=b,", "1=x,2=b,"
    there = [Carried(("1",), Span(2, 3), ()), Carried(("2", "because of a"), Span(6, 7), ())]
    then = [Carried(("1",), Span(2, 3), ()), Carried(("2", "because of x"), Span(6, 7), ())]
    for wholly in (True, False):
        assert not kept(before, there, after, then, [Edit(Span(2, 3), "x")], wholly=wholly)


_SEND = "https://smscentre.com/sys/send.php?login=a&psw=b"
#: A text, and what of it is who's: the words, and by what it is named.
OF_WHOM = [
    (
        "menu",
        "Hi {menu: Press 1\n1: sms:79990000001,S,Hello\n2: end}",
        [
            (("start_text",), "Hi ", []),
            (("menu_text",), "Press 1", []),
            (("1", "key"), None, ["1"]),
            (("1", "Sms"), None, ["1", "sms:79990000001,S,Hello"]),
            (("1", "Sms", "phone", "79990000001"), None, ["1", "79990000001"]),
            (("1", "Sms", "sender", "S"), None, ["1", "S"]),
            (("1", "Sms", "text"), "Hello", ["1"]),
            (("2", "key"), None, ["2"]),
            (("2", "End"), None, ["2", "end"]),
        ],
    ),
    (
        "mailing",
        "79990000000:Hi\n79990000001:Ho\n",
        [
            (("79990000000", None, None, None), "Hi", ["79990000000"]),
            (("79990000001", None, None, None), "Ho", ["79990000001"]),
        ],
    ),
    ("message", "Hi", [(("", "text"), "Hi", [])]),
    (
        "request",
        f"{_SEND}&call=1&phones=79990000000&mes=Hi%20{{menu:%20Press%201%0A1:%20end}}",
        [
            ((("recipients", "to"), "Phone", "79990000000"), None, ["79990000000"]),
            ((("message", "call"), "text"), "Hi%20{menu:%20Press%201%0A1:%20end}", []),
            ((("message", ("menu", "start_text")),), "Hi%20", []),
            ((("message", ("menu", "menu_text")),), "Press%201", []),
            ((("message", ("menu", "1")), "key"), None, ["1"]),
            ((("message", ("menu", "1")), "End"), None, ["1", "end"]),
        ],
    ),
    (
        "request",
        f"{_SEND}&list=79990000000:Hi%0A79990000001:Ho",
        [
            ((("mailing", "79990000000"), None, None, None), "Hi", ["79990000000"]),
            ((("mailing", "79990000001"), None, None, None), "Ho", ["79990000001"]),
        ],
    ),
    (
        "request",
        f"{_SEND}&phones=79990000000&bin=1&mes=0048",
        [((("recipients", "to"), "Phone", "79990000000"), None, ["79990000000"])],
    ),
    (
        "request",
        f"{_SEND}&phones=79990000000&time=9-21&mes=Hi",
        [
            ((("recipients", "to"), "Phone", "79990000000"), None, ["79990000000"]),
            ((("message", "sms"), "text"), "Hi", []),
        ],
    ),
    (
        "menu",
        "{menu: Привeт\n1: end}",
        [
            (("menu_text",), "Привeт", []),
            (("1", "key"), None, ["1"]),
            (("1", "End"), None, ["1", "end"]),
        ],
    ),
    ("schedule", "9-21", None),
]


@pytest.mark.parametrize(("kind", "text", "whose"), OF_WHOM)
def test_what_a_text_carries(kind: str, text: str, whose: list[object] | None) -> None:
    """What the texts inside a text carry counts with its own, once and in its place; some kinds do not say."""
    (block,) = Linter(codec(kind), Settings()).blocks(Text(text))
    found = block.seen().carried
    assert whose == (
        found
        and [
            (
                one.who,
                None if one.words == Span(0, 0) else text[one.words.start : one.words.end],
                [text[name.start : name.end] for name in one.names],
            )
            for one in found
        ]
    )
