"""Bodies of requests in texts: which request a body alone is, and bodies in parts."""

from __future__ import annotations

import pytest

from smsc_codec.api import AddOperatorTemplate, AddTemplate, DeleteTemplate, GetStatus, GetTemplates, Send
from smsc_codec.api.parameters.names import meant
from smsc_codec.api.text import read
from smsc_codec.payloads.recipients.model import Phone

_WHO = "login=alex&psw=123"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("phones=79990000000&mes=Hi", Send),
        ("phones=79990000000&phone=1&mes=Hi", Send),
        ("list=79990000000:Hi", Send),
        ("phone=79990000000&mes=Hi", Send),
        ("phone=79990000000&text=Hi", Send),
        ("phone=79990000000&msg=Hi", Send),
        ("phone=79990000000&id=1", GetStatus),
        ("get=1", GetTemplates),
        ("del=1&id=1", DeleteTemplate),
        ("add=1&name=a&msg=b", AddTemplate),
        ("add=1&name=a&msg=b&sender=Shop", AddTemplate),
        ("add=1&msg=b&sender=Shop&soc=1", AddOperatorTemplate),
        ("get=1&phones=79990000000&mes=Hi", Send),
    ],
)
def test_which_request_a_body_is(body: str, kind: type) -> None:
    """Without an address, parameters that only one endpoint has tell which it is (PAR-1, STA-1, TPL-1, OPT-1)."""
    for text in (f"{_WHO}&{body}", f"{body}&{_WHO}", f"?{body}&{_WHO}"):
        assert type(read(text).value.operation) is kind


@pytest.mark.parametrize(
    "text",
    [
        f"{_WHO}&phones=79990000000&mes=Hi\ncurl -x a",
        f"{_WHO}&phones=79990000000&mes=see /sys/send.php?a",
        f"{_WHO}&phones=79990000000&mes=Hi\nlogin=bob\npsw=456",
        f"x=1&{_WHO}&phones=79990000000&mes=Hi\nthe end",
        f"{_WHO}\n{_WHO}",
        "login=alex",
    ],
)
def test_what_is_no_body(text: str) -> None:
    """A text that only begins like a body, or lacks what makes it one to the service, is left alone."""
    assert read(text).value is None


def parts(line_end: str, *fields: str, boundary: str = "xyz", mark: str = "xyz") -> str:
    lines = ["POST /sys/send.php HTTP/1.1", "Host: smscentre.com"]
    lines += [f"Content-Type: multipart/form-data; boundary={boundary}", ""]
    for field in fields:
        lines += [f"--{mark}", field]
    return line_end.join([*lines, f"--{mark}--", ""])


def field(name: str, value: str, line_end: str) -> str:
    return f'Content-Disposition: form-data; name="{name}"{line_end}{line_end}{value}'


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_body_in_parts(line_end: str) -> None:
    """REQ-5: each part is a parameter; a line with another mark belongs to a text, and a file has its name."""
    said = [
        field("login", "alex", line_end),
        field("psw", "123", line_end),
        field("phones", "79990000000", line_end),
        field("mes", f"Hi{line_end}--other{line_end}there", line_end),
    ]
    operation = read(parts(line_end, *said)).value.operation
    assert operation.phones.items == (Phone("79990000000"),)
    assert operation.message.text == f"Hi{line_end}--other{line_end}there"
    assert operation.files == ()
    file = field("f", "ID3", line_end).replace('"f"', '"f"; filename="a.mp3"')
    operation = read(parts(line_end, *said, file)).value.operation
    assert [one.name for one in operation.files] == ["a.mp3"]
    assert read(parts(line_end, *said[:2], *said[3:])).value.operation.phones is None


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("phones", "phones"),
        ("phones[]", "phones"),
        ("phnes[]", "phones"),
        ("phnes", "phones"),
        ("zzzzzz[]", None),
    ],
)
def test_which_parameter_is_meant(name: str, wanted: str | None) -> None:
    """REQ-2: brackets of forms and slips of one letter are understood."""
    assert meant(name, ("phones", "mes")) == wanted
