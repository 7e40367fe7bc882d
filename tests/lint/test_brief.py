"""Messages and errors quote no more than a name's length, and no secret, be it in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import smsc_codec as sms
from smsc_codec.diagnostics import LONGEST_NAME, BuildError, Finding, WrongArgument, brief, shortened
from smsc_codec.linter.config import Settings

#: A sound text of each language, whose words are lengthened one by one.
TEXTS = {
    "menu": "{menu: Press 1.\n1: call:79990000000 wait=20 ok:end err:busy\n2: sms:79990000000,Shop,Hello\n3: goto:1\n"
    "4: rec:30 mail:a@b.com\n5: file:a.mp3\nbusy: y\nerr: x\n11: end}",
    "request": "https://smscentre.com/sys/send.php?login=alex&psw=1&phones=79990000000&mes=Hi&sender=Shop&time=0101120000",
    "mailing": "79990000000:Hello\nShop,3|79990000001:Hi\n# x\n",
    "message": "Hello {button,https://example.org/a,Text} there",
    "recipients": "79990000000,a@b.com,G12",
    "schedule": "01.01.27 12:00",
    "voice": "Hello\n~~~\n20,60,3",
}  # fmt: skip
LONG = ["A" * 300, "Ы" * 300, "7" * 300, "A" * 300 + "=", "A" * 300 + "('", 'B"' + "A" * 300]
SECRET = "S3CRETPW"


def told(finding: Finding) -> Iterator[str]:
    """All that a finding says."""
    yield from (finding.message, finding.primary, *finding.expected, *finding.notes)
    yield from (label.text for label in finding.labels)
    yield from (fix.title for fix in finding.fixes)


@pytest.mark.parametrize("kind", TEXTS)
def test_no_message_quotes_at_length(kind: str) -> None:
    """Whatever word of a text becomes 300 characters long, nothing that is said of it has more than 60 in a row."""
    text = TEXTS[kind]
    lengthened = 0
    for word in re.finditer(r"[\w.@+-]+", text):
        for long in LONG:
            for new in (long, word.group() + long):
                made = text[: word.start()] + new + text[word.end() :]
                for finding in sms.lint(made, kind, Settings(profile="pedantic")):
                    lengthened += 1
                    for said in told(finding):
                        assert not re.search(rf"[AЫ7]{{{LONGEST_NAME + 1}}}", said), (finding.code, said)
    assert lengthened > 20


def test_brief() -> None:
    """What is cut says so; sentences, addresses of pages and short quotations stay."""
    assert brief(f"there is no '{'a' * 61}' here") == f"there is no '{'a' * 59}…' here"
    assert brief("word " * 50) == "word " * 50
    assert brief(f"see https://{'a' * 80}") == f"see https://{'a' * 80}"
    for text in ("it's a caller's 'key'", f"'{'b ' * 40}'", f"'{'a' * 60}'"):
        assert brief(text) == text


def test_no_secret_in_a_finding() -> None:
    """A finding of `lint`, and what `fix` leaves, quotes none, be it logged as it is."""
    text = f"https://smscentre.com/sys/send.php?login=alex&psw={SECRET}&pasw={SECRET}&phones=7&mes='{SECRET}'"
    for kind in (None, *TEXTS):
        assert SECRET not in repr(sms.lint(text, kind, Settings(profile="pedantic")))
        assert SECRET not in repr(sms.fix(text, kind, unsafe=True).remaining)


WHOLE = f"login=alex&psw={SECRET}&phones=79990000000"
MISTAKEN: dict[str, Callable[[], Any]] = {
    "charset": lambda: sms.request.build(sms.GetBalance(), sms.Login("alex", SECRET), charset=WHOLE),
    "kind": lambda: sms.lint("Hi", WHOLE),
    "long kind": lambda: sms.lint("Hi", "x" * 500),
    "transport": lambda: sms.connect(sms.Login("alex", SECRET), WHOLE),
    "recipient": lambda: sms.say(WHOLE, "Hi"),
    "recipient of a row": lambda: sms.mailing_from([{"phone": WHOLE}], "Hi"),
    "column": lambda: sms.mailing_from([{WHOLE: "7"}], "Hi"),
    "long column": lambda: sms.mailing_from([{"phone": "79990000000", "x" * 500: "1"}], "{y}"),
    "time": lambda: sms.say("79990000000", "Hi", schedule=WHOLE),
}


@pytest.mark.parametrize("mistake", MISTAKEN)
def test_errors_quote_neither_secrets_nor_much(mistake: str) -> None:
    """A request given in place of a name shows no password, and a name of 500 characters is not quoted whole."""
    with pytest.raises(sms.CodecError) as caught:
        MISTAKEN[mistake]()
    said = f"{caught.value} {caught.value!r} {caught.value.args!r}"
    assert SECRET not in said
    assert "x" * (LONGEST_NAME + 1) not in said


def test_errors() -> None:
    """Both errors pass the same gate, whoever makes them."""
    wrong = WrongArgument("f", "a", f"there is no 'psw={SECRET}'")
    build = BuildError(f"extra.{'x' * 100}", f"{WHOLE!r} is none", (BuildError("a", f"no '{'x' * 100}'"),))
    for error in (wrong, build):
        assert SECRET not in f"{error} {error!r} {error.args!r}"
        assert "x" * 61 not in f"{error} {error!r}"
    assert str(BuildError("fmt", "0, 1, 2 or 3")) == "fmt: 0, 1, 2 or 3"


def test_what_is_quoted_of_a_value() -> None:
    """A message quotes 40 characters of a value, dots among them where it is longer, or as many as it says."""
    assert shortened("a" * 40) == "a" * 40
    assert shortened("a" * 41) == "a" * 37 + "..."
    assert shortened("a" * 41, 60) == "a" * 41
