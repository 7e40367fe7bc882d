"""`say`, `call`, `viber`, `mail`: one call, one message, and plain text that stays text."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smsc_codec as sms
from tests.menu.strategies import menus

NUMBER = "79990000000"
LOGIN = sms.Login("alex", "123")


def mes(operation: sms.Send) -> str:
    """The text that an operation sends, once it has been built."""
    sms.request.build(operation, LOGIN)
    return sms.request.parameters(operation)["mes"]


@given(menus)
def test_a_menu_is_called_in_one_line(value: sms.menu.Menu) -> None:
    """IVR-1: a menu value is sent as the call that it is, by `call` and `say`; what arrives is the same menu."""
    for operation in (
        sms.call(NUMBER, value),
        sms.say(NUMBER, value),
        sms.say(NUMBER, value, channel="call"),
    ):
        assert operation.channel == "call"
        assert operation.message is not None
        assert sms.menu.parse(sms.message.build(operation.message)) == value


@pytest.mark.parametrize("text", ["{menu: 1: end}", "<file 1>", "{button,https://a.example,Go}", "a\n~~~\nb"])
@pytest.mark.parametrize("make", [sms.say, sms.call, sms.viber], ids=["say", "call", "viber"])
def test_plain_text_never_becomes_structure(make: Any, text: str) -> None:
    """LIST-9: a text that reads as a macro or a comment is refused where it is built, never sent as one."""
    with pytest.raises(sms.BuildError):
        mes(make(NUMBER, text))


def test_viber_has_kinds() -> None:
    """VIB-1 .. VIB-3: button and picture are said as such, and read back as such."""
    operation = sms.viber(
        NUMBER, "Hello", button=("https://a.example", "Go"), picture="https://a.example/a.png"
    )
    assert operation.channel == "viber"
    back = sms.viber.parse(mes(operation))
    assert back.text == (
        "Hello",
        sms.viber.Button("https://a.example", "Go"),
        sms.viber.Remote("https://a.example/a.png"),
    )


def test_mail_says_all_that_a_mail_needs() -> None:
    """PAR-14: subject, text and sender."""
    said = sms.request.parameters(sms.mail("a@b.example", "News", "Hello", sender="shop@b.example"))
    assert (said["mail"], said["subj"], said["sender"], said["mes"]) == (
        "1",
        "News",
        "shop@b.example",
        "Hello",
    )


def test_every_field_of_a_message_has_a_parameter() -> None:
    """A misspelt parameter is a TypeError for Python and for type checkers: `say` takes no others than it names."""
    parameters = inspect.signature(sms.say).parameters
    assert not [one for one in parameters.values() if one.kind in (one.VAR_KEYWORD, one.VAR_POSITIONAL)]
    left_out = {
        "phones",
        "message",
        "binary",
        "raw",
        "push",
        "list",
        "nl",
        "imgcode",
        "userip",
        "smsreq",
        "bot",
    }
    assert set(sms.Send.__struct_fields__) - left_out <= set(parameters)
    with pytest.raises(TypeError):
        sms.say(NUMBER, "Hello", sendr="Shop")  # type: ignore[call-arg]


WRONG: dict[str, tuple[Any, str]] = {
    "a number for a text": (lambda: sms.say(79990000000, "Hello"), 'such as "79990000000", not int'),
    "numbers for texts": (lambda: sms.say([79990000000], "Hello"), 'such as "79990000000", not int'),
    "no recipient": (lambda: sms.say(None, "Hello"), "a phone number as text"),
    "octets for a recipient": (lambda: sms.say(b"79990000000", "Hello"), "a phone number as text"),
    "no text": (lambda: sms.say(NUMBER, None), "a text, a Message or a Menu, not NoneType"),
    "octets": (lambda: sms.menu.parse(b"x"), "decode the octets first, not bytes"),
    "nothing to parse": (lambda: sms.menu.parse(None), "takes a text (str), not NoneType"),
    "nothing to lint": (lambda: sms.lint(None), "takes a text (str), not NoneType"),
    "an unknown kind": (lambda: sms.lint("x", "meny"), "one of menu, "),
    "a menu by SMS": (lambda: sms.say(NUMBER, sms.menu.Menu(), channel="viber"), "a voice menu goes by call"),
    "a wrong time": (lambda: sms.say(NUMBER, "x", schedule=5), "a time such as"),
    "no transport": (lambda: sms.connect(LOGIN, "carrier-pigeon"), "there is no transport 'carrier-pigeon'"),
}


@pytest.mark.parametrize(("make", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_argument_teaches(make: Any, told: str) -> None:
    """Whatever is no argument at all is told in words: which one, what it takes, what it was given."""
    with pytest.raises(sms.WrongArgument) as caught:
        make()
    assert told in str(caught.value)
    assert isinstance(caught.value, TypeError)


@given(st.text(max_size=40))
def test_any_text_is_said_or_refused(text: str) -> None:
    """A text is sent character for character, or refused by a BuildError: nothing else comes of it."""
    try:
        said = mes(sms.say(NUMBER, text))
    except sms.BuildError:
        return
    assert said == text
