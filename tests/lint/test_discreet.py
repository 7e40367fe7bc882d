"""No report, diff or error of any language shows a secret, whatever the text was taken for."""

from __future__ import annotations

import msgspec
import pytest

from smsc_codec import ParseError
from smsc_codec.diagnostics import Edit, Finding, Fix, Label, Span
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import check
from smsc_codec.linter.gate import lint
from smsc_codec.linter.reports import FORMATS, FileReport, Style, render
from smsc_codec.linter.reports.unified import Unified, diff
from smsc_codec.payloads import codec
from tests.secrets.test_secrets import FORMS, SECRET

KINDS = ["request", "menu", "message", "mailing", "recipients", "schedule", "voice", "viber"]


@pytest.mark.parametrize("kind", KINDS)
def test_reports(kind: str) -> None:
    """Every form, taken for half of the languages, in every format; and the error where it does not parse."""
    settings = Settings(profile="pedantic")
    leaks = []
    for form, text in list(FORMS.items())[KINDS.index(kind) % 2 :: 2]:
        report = FileReport("a", text, check(text, kind, settings))
        for format in FORMATS:
            shown = "".join(render(format, [report], style=Style(), rules={}, version="1"))
            leaks += [(form, format)] if SECRET in shown else []
        try:
            codec(kind).parse(text)
        except ParseError as error:
            told = f"{error} {error!r} {error.args!r} {error.source!r} {error.problems!r} {vars(error)!r}"
            leaks += [(form, "error")] if SECRET in told else []
    assert leaks == []


@pytest.mark.parametrize("kind", ["request", "message"])
def test_what_a_program_is_given(kind: str) -> None:
    """Findings that a program gets by `lint`, which it may log, hold no secret, nor does a fix of theirs."""
    settings = Settings(profile="pedantic")
    told = {form: lint(text, kind, settings) for form, text in FORMS.items()}
    assert sum(map(len, told.values())) > 20
    assert [form for form, found in told.items() if SECRET in str(msgspec.to_builtins(found))] == []


def test_what_is_told() -> None:
    """A message that quotes a secret, short or long, escaped or not, has stars there; a fix that writes one is gone."""
    text = "login=alex&psw=ab%26c1&key=S3CRETPW&mes=ab and 123&token=123"
    finding = Finding(
        "X001", "x", "error", "no 'ab&c1', but 'S3CRETPW' and psw=123, of 1234 abcd", Span(0, 5),
        expected=("'S3CRETPW'",), labels=(Label(Span(0, 1), "S3CRETPW"),), notes=("token: 123",), primary="ab%26c1",
        fixes=(Fix("write S3CRETPW", (Edit(Span(0, 1), "x"),)), Fix("no", (Edit(Span(0, 1), "a=S3CRETPW"),))),
    )  # fmt: skip
    for format in FORMATS:
        shown = "".join(
            render(format, [FileReport("a", text, (finding,))], style=Style(), rules={}, version="1")
        )
        for secret in ("S3CRETPW", "ab&c1", "ab%26c1", "ab\\u0026c1", "psw=123", "token: 123"):
            assert secret not in shown, (format, shown)
        assert "1234 abcd" in shown


@pytest.mark.parametrize("form", FORMS)
def test_diffs(form: str) -> None:
    """Neither side of a diff shows a secret."""
    text = FORMS[form]
    assert SECRET not in diff("a", text, f"{text}\nmore")
    assert SECRET not in diff("a", f"one\n{text}\n", f"two\n{text}\n")


#: What a fix may take away that told of the secret, and what is left of each side.
TORN = [
    ("password\n--------\nS3CRETPW\n", "S3CRETPW\n"),
    ("login\tpsw\nalex\tS3CRETPW\n", "login psw alex:S3CRETPW\n"),
    ("S3CRETPW\n", "psw=S3CRETPW\n"),
    ("psw: ab12\nx: 1\n", "psw\n: (ab12)\n"),
]


@pytest.mark.parametrize(("before", "after"), TORN)
def test_diffs_of_what_tells(before: str, after: str) -> None:
    """What is secret on one side is on the other, too, where nothing tells of it any more."""
    told = diff("a", before, after)
    assert "+" in told
    assert SECRET not in told
    assert "ab12" not in told


def test_the_end_of_what_did_not_change() -> None:
    """Of a block without a change the last lines are shown, and what they hold is told by the lines above them."""
    made = Unified("a")
    list(made.add(f"psw: |\n  x\n  y\n  z\n  {SECRET}\n", f"psw: |\n  x\n  y\n  z\n  {SECRET}\n"))
    told = "".join([*made.add("one\n", "two\n"), *made.end()])
    assert "-one\n+two\n" in told
    assert SECRET not in told
