"""The same text has the same findings wherever it stands: every rule's own bad example in every place for its language.

The rows are the rules' pages, the columns the places; what a place cannot have, and why, is a table.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest

from smsc_codec.linter.config import Settings, settings_from
from smsc_codec.linter.engine import Linter
from smsc_codec.linter.pages import kind_of_rule, page
from smsc_codec.linter.registry import all_rules
from smsc_codec.payloads import codec

URL = "https://smscentre.com/sys/send.php"
LOGIN = "login=alex&apikey=KEY"
HEADERS = "POST /sys/send.php HTTP/1.1\nHost: smscentre.com\nContent-Type: "

Encode = Callable[[str], str]


class Place(NamedTuple):
    """Where a text can stand: the kind of the whole, what is before it and behind it, how its characters are written.

    `before` and `after` have `{flags}` for the parameters that say the text's options.
    """

    name: str
    kind: str
    before: str
    encode: Encode
    after: str = ""


def plain(character: str) -> str:
    """As it is."""
    return character


def urlencoded(character: str) -> str:
    """As in an address."""
    return quote(character, safe="")


def quoted(character: str) -> str:
    """Within the single quotes of a shell."""
    return "'\\''" if character == "'" else character


def in_json(character: str) -> str:
    """Within a string of JSON."""
    return json.dumps(character, ensure_ascii=False)[1:-1]


def written(character: str) -> str:
    """Within a line of a list (LIST-3)."""
    return "\\n" if character == "\n" else character


def both(first: Encode, then: Encode) -> Encode:
    """A text within a text within a third one."""
    return lambda character: "".join(map(then, first(character)))


def parameters(character: str) -> str:
    """What is a piece of an address itself."""
    return character if character in "=&" else quote(character, safe="")


TO = "phones=79990000001&"
HEAD = "79990000001:"
CALL = "__CALL__: "


def _requests(name: str, before: str, encode: Encode, rest: str) -> Iterator[Place]:
    """A parameter in requests of every form: `before` stands in front of the text within its value."""
    given = f"{LOGIN}&{rest}charset=utf-8{{flags}}"
    raw = "".join(map(encode, before))
    coded = "".join(map(both(encode, urlencoded), before))
    url = both(encode, urlencoded)
    yield Place(f"{name} in an address", "request", f"{URL}?{given}&{name}={coded}", url, "\n")
    yield Place(f"{name} of curl -d", "request", f"curl -d '{given}&{name}={coded}", url, f"' {URL}\n")
    yield Place(
        f"{name} of curl --data-urlencode", "request",
        f"curl -d '{given}' --data-urlencode '{name}={raw}", both(encode, quoted), f"' {URL}\n",
    )  # fmt: skip
    yield Place(
        f"{name} of curl in cmd", "request", f'curl.exe -d "{given}&{name}={coded}', url, f'" {URL}\n'
    )
    yield Place(
        f"{name} of a message of HTTP", "request",
        f"{HEADERS}application/x-www-form-urlencoded\n\n{given}&{name}={coded}", url,
    )  # fmt: skip
    members = ", ".join(
        json.dumps(one.partition("=")[0]) + ": " + json.dumps(one.partition("=")[2])
        for one in f"{LOGIN}&{rest}charset=utf-8".split("&")
    )
    yield Place(
        f"{name} in JSON", "request", f'{HEADERS}application/json\n\n{{{members}{{members}}, "{name}": "{raw}',
        both(encode, in_json), '"}\n',
    )  # fmt: skip
    if (
        "call=1" in rest or CALL in before or name != "mes"
    ):  # in code other parameters may say how a text goes
        yield Place(f"{name} of fetch", "request", f'fetch("{URL}?{given}&{name}={coded}', url, '")\n')


PLACES: dict[str, list[Place]] = {
    "message": [
        Place("a line of a list", "mailing", HEAD, written, "\n"),
        Place("a line among others", "mailing", f"79990000002:Hello\nShop|{HEAD}", written, "\n79990000003:Hello\n"),
        *_requests("mes", "", plain, TO),
        *_requests("list", HEAD, written, ""),
    ],
    "menu": [
        Place("a call as SMS", "message", CALL, plain),
        Place("a call in a line", "mailing", HEAD + CALL, written, "\n"),
        Place("a call in a line below", "mailing", f"79990000002:Hello\n79991112233|{HEAD}{CALL}", written, "\n"),
        *_requests("mes", CALL, plain, TO),
        *_requests("mes", "", plain, TO + "call=1&"),
        *_requests("list", HEAD + CALL, written, ""),
        *_requests("list", HEAD, written, "call=1&"),
    ],
    "mailing": [*_requests("list", "", plain, "")],
    "recipients": [*_requests("phones", "", plain, "mes=Hello&")],
    "schedule": [
        Place("an address", "request", f"{URL}?{LOGIN}&{TO}mes=Hello&", parameters, "\n"),
        Place("curl -d", "request", f"curl -d '{LOGIN}&{TO}mes=Hello&", parameters, f"' {URL}\n"),
    ],
    "voice": [
        Place("an address", "request", f"{URL}?{LOGIN}&{TO}mes=Hello&call=1&", parameters, "\n"),
        Place("curl -d", "request", f"curl -d '{LOGIN}&{TO}mes=Hello&call=1&", parameters, f"' {URL}\n"),
        Place("behind a call", "message", "__CALL__: Hello!\n~~~\n", plain),
        Place("behind a menu", "menu", "Hi!\n\n{menu: Press 1\n1: end}\n\nBye!\n~~~\n", plain),
        Place("behind a call in a line", "mailing", "79990000001:__CALL__: Hello!\\n~~~\\n", written, "\n"),
    ],
}  # fmt: skip

#: Where a rule finds something else on purpose: its code and a part of the place's name, and why.
SILENT: dict[tuple[str, str], str] = {
    **dict.fromkeys(
        ((code, form) for code in ("IVR313", "IVR214", "MAI002") for form in ("--data-urlencode", "JSON")),
        "a name in brackets that is not urlencoded may be a blank that a program fills in",
    ),
    **dict.fromkeys(
        (("REQ026", "list"), ("REQ026", "a line")), "LST008 tells of the message and of its line"
    ),
    **dict.fromkeys(
        (("GEN001", "list"), ("GEN001", "a call in a line")), "a message is one line there, and told as one"
    ),
    **dict.fromkeys(
        (("LST022", "mes "), ("LST022", "list ")), "a program may put something into the text of a request"
    ),
    **dict.fromkeys((("FIL009", "list"), ("FIL009", "a line")), "a list brings no file, not even the first"),
    **dict.fromkeys(
        (
            (code, f"list {word}")
            for code in ("BIN001", "BIN002", "BIN003", "REQ006", "REQ007")
            for word in ("in", "of")
        ),
        "a list is of texts: REQ017 tells of 'bin' and 'push' beside it",
    ),
    ("REQ009", "mes"): "the request says its charset: LST018",
    ("REQ009", "list"): "the request says its charset: LST018",
    **dict.fromkeys(
        (("REQ006", "a line among others"), ("REQ007", "a line among others")),
        "the lines beside it are wrong as well",
    ),
    **dict.fromkeys(
        (("TIM003", "an address"), ("TIM003", "curl -d")), "REQ013 tells of a name that no parameter has"
    ),
    **dict.fromkeys(
        (("RCP003", place) for place in ("phones in", "phones of curl", "phones of a message")),
        "REQ024 tells of an address that gets no SMS",
    ),
    ("VOX003", "behind"): "behind a text there is no voice, only `param`",
    ("VOX008", "behind"): "VOX001 tells it there",
}


def flags(options: dict[str, Any]) -> dict[str, str] | None:
    """The options of a page as parameters of a request; None where no request can say them."""
    said = {}
    if channel := options.get("channel"):
        if channel == "event":
            return None
        said[str(channel)] = "2" if channel == "bin" else "1"
    if "max-sms" in options:
        said["maxsms"] = str(options["max-sms"])
    if options.get("charset", "utf-8") != "utf-8" or "files" in options:
        return None
    if options.get("nl"):
        said["nl"] = "1"
    return said


@cache
def example(code: str) -> tuple[str, dict[str, Any]]:
    """The bad example of a rule without its last line end, and the options of its page."""
    shown = page(all_rules()[code])
    return shown.bad.removesuffix("\n"), tomllib.loads(shown.options)


@cache
def linter(code: str, kind: str) -> Linter:
    """One rule alone on texts of a kind, with the options of its page."""
    own, options = kind_of_rule(all_rules()[code]), example(code)[1]
    table: dict[str, Any] = {"select": [code], own: options}
    if kind == "mailing" and own == "message":
        table["mailing"] = {
            name: options[name] for name in ("channel", "charset", "max-sms") if name in options
        }
    return Linter(codec(kind), settings_from(table, code))


def found(code: str, kind: str, text: str) -> set[tuple[int, int]]:
    """Where a rule finds something in a text of a kind."""
    return {(one.span.start, one.span.end) for one in linter(code, kind).check(text)[0]}


def there(
    code: str, place: Place, alone: set[tuple[int, int]]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Where the rule finds something in its example at a place, and where it should."""
    text, options = example(code)
    said = (flags(options) if place.kind == "request" else {}) or {}
    before = place.before.replace("{flags}", "".join(f"&{name}={value}" for name, value in said.items()))
    before = before.replace("{members}", "".join(f', "{name}": "{value}"' for name, value in said.items()))
    pieces = list(map(place.encode, text))
    at = list(accumulate(map(len, pieces), initial=len(before)))
    whole = before + "".join(pieces) + place.after
    return found(code, place.kind, whole), {(at[start], at[end]) for start, end in alone}


CODES = [
    rule.code
    for rule in all_rules().built_in().values()
    if not rule.code.startswith("SUP") and rule.code != "GEN003" and kind_of_rule(rule) in PLACES
]


@pytest.mark.parametrize("code", CODES)
def test_a_text_has_the_same_findings_everywhere(code: str) -> None:
    """What a rule finds in its own language it finds at the same letters where the text stands in another one."""
    kind = kind_of_rule(all_rules()[code])
    text, options = example(code)
    alone = found(code, kind, text)
    assert alone
    for place in PLACES[kind]:
        if place.kind == "request" and flags(options) is None:
            continue
        told, expected = there(code, place, alone)
        if any(one == code and part in place.name for one, part in SILENT):
            assert told != expected, f"{place.name}: no exception any more"
        else:
            assert told == expected, place.name


def test_exceptions_are_of_places_that_there_are() -> None:
    """Each exception names a rule and a place."""
    for code, part in SILENT:
        assert [place for place in PLACES[kind_of_rule(all_rules()[code])] if part in place.name]


#: Menus with slips that rules of several languages could tell of: in any place the same rules tell of the same letters.
SLIPS = {
    "two alphabets in texts": (
        "Дoбрый день!\n{menu: Нажмите 1, чтобы закoнчить\n#: start\n1: Спaсибо\n1: end}\nПoка", ["LST014"] * 4,
    ),
    "two alphabets in a command": (
        "Привет!\n{menu: Нажмите 1, чтобы закончить\n#: start\n1: еnd}\nПока", ["IVR009"],
    ),
    "two alphabets in the macro": (
        "Привет!\n{mеnu: Нажмите 1, чтобы закончить\n#: start\n1: sms:$phone,Shop,Привет\n1: end}", ["IVR004"],
    ),
    "no bracket": ("Привет!\nmenu: Нажмите 1, чтобы закончить\n#: start\n1: end\n}\nПока", ["IVR004"]),
    "a placeholder above": ("Hi CLIENT_NAME!\n{menu: Press 1 to leave\n#: start\n1: end}", ["IVR313"]),
    "HTML below": ("Hi!\n{menu: Press 1 to leave\n#: start\n1: end}\nBye<br>", ["IVR312"]),
    "a file in braces": ("{file https://a.ru/a.mp3>\nHi!\n{menu: Press 1 to leave\n#: start\n1: end}", ["IVR312"]),
    "files of a menu": ("<file 1> Hi!\n{menu: <file 2>\n#: start\n1: <file 3>\n1: end}\n<file 4>", []),
    "no macro of calls": ("Hi! {no_unsub}\n{menu: Press 1 to leave\n#: start\n1: end}", ["MAI005"]),
    "a dash in a number": (
        "Hi!\n{menu: Press 1 for sales.\n#: start\n1: call:7999000–0001 wait=20 ok:end}", ["GEN002"],
    ),
    "a second menu": ("Hi!\n{menu: Press 1 to leave\n#: start\n1: end}\n{menu: Press 1 to go\n1: end}", ["IVR003"]),
    "Latin letters that make an SMS dear": (
        "Olá!\n{menu: Para terminar pulse 1, muchas gracias por su llamada, hasta la tarde, señora\n1: end}", [],
    ),
}  # fmt: skip
#: What tells of the place and not of the text in it.
OF_PLACES = {"FIL009", "REQ009", "REQ023"}


@pytest.mark.parametrize("name", SLIPS)
@pytest.mark.parametrize("place", PLACES["menu"], ids=lambda place: place.name)
def test_all_rules_together_tell_the_same(name: str, place: Place) -> None:
    """IVR-1: whatever the rules of the menu, the message, the list and the request find, each slip is told once."""
    text, codes = SLIPS[name]
    whole = place.before.replace("{flags}", "").replace("{members}", "") + "".join(map(place.encode, text))
    whole += place.after
    told = Linter(codec(place.kind), Settings()).check(whole)[0]
    loud = [one.code for one in told if one.severity != "info" and one.code not in OF_PLACES]
    assert loud == codes
    assert "LST013" not in {one.code for one in told}  # no call has parts


@pytest.mark.parametrize("name", SLIPS)
def test_a_menu_by_itself_tells_the_same(name: str) -> None:
    """Nothing around a menu tells more of it than its own rules do."""
    text, codes = SLIPS[name]
    told = [one.code for one in Linter(codec("menu"), Settings()).check(text)[0] if one.severity != "info"]
    assert told == codes
