"""`mailing_from`: a table and a template to messages; what stands in the table is data."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import smsc_codec as sms

CSV = "phone;name;sum\n79990000000;Иван;10\n79990000001;Ann;20,50\n"
TEMPLATE = "Hello, {name}! You owe {sum}."
TEXTS = ["Hello, Иван! You owe 10.", "Hello, Ann! You owe 20,50."]


class Frame:
    """What pandas calls a DataFrame, as far as it matters here."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    def to_dict(self, form: str) -> list[dict[str, Any]]:
        assert form == "records"
        return self.rows


class Polars:
    """What polars calls a DataFrame."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    def iter_rows(self, named: bool) -> Any:
        assert named
        return iter(self.rows)


ROWS = [
    {"phone": "79990000000", "name": "Иван", "sum": "10"},
    {"phone": "79990000001", "name": "Ann", "sum": "20,50"},
]
TABLES: dict[str, Any] = {
    "dicts": ROWS,
    "a generator": (row for row in ROWS),
    "a CSV text": CSV,
    "an open file": io.StringIO(CSV, newline=""),
    "a file of Excel": io.StringIO("\ufeff" + CSV.replace("\n", "\r\n"), newline=""),
    "tabs": CSV.replace(";", "\t"),
    "commas and quotes": 'phone,name,sum\n79990000000,Иван,10\n79990000001,Ann,"20,50"\n',
    "a DataFrame": Frame([{**row, "phone": int(row["phone"])} for row in ROWS]),
    "a DataFrame with gaps": Frame([{**row, "phone": float(row["phone"])} for row in ROWS]),
    "polars": Polars(ROWS),
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_a_table_becomes_messages(rows: Any) -> None:
    """Each row is one message to its number, whatever the table is kept in (LIST-1)."""
    made = sms.mailing_from(rows, TEMPLATE)
    assert [line.text for line in made.lines] == TEXTS
    assert [line.phones for line in made.lines] == [("79990000000",), ("79990000001",)]


def test_preview_and_price() -> None:
    """SEG-1: one looks before one pays: the first messages, how many parts they take, and what that costs."""
    made = sms.mailing_from(CSV, TEMPLATE)
    assert made.preview(1) == "79990000000 (1 SMS): Hello, Иван! You owe 10.\n... and 1 more"
    assert (made.parts, made.price("2.50")) == (2, Decimal("5.00"))
    assert sms.mailing.parse(sms.mailing.build(made.mailing)) == made.mailing


WRONG: dict[str, tuple[Any, str, str]] = {
    "no such column": (
        CSV,
        "Hi {nane}",
        "rows[1]: no column 'nane' for the template; the columns are 'phone', ",
    ),
    "no numbers": (
        "a;b\n1;2\n",
        "Hi",
        "rows[1]: no column 'phone' with the phone number; the columns are 'a', 'b'",
    ),
    "an empty cell": ("phone;name\n79990000000;\n", "Hi {name}", "rows[1].name: is empty"),
    "nothing in a DataFrame": (
        Frame([{"phone": "79990000000", "name": float("nan")}]),
        "Hi {name}",
        "rows[1].name",
    ),
    "no number in a row": ("phone;name\n79990000000;a\n;b\n", "Hi {name}", "rows[2].phone: is empty"),
    "a number that is none": ("phone\nhello\n", "Hi", "rows[1].phone: 'hello': "),
    "a number of a spreadsheet": ("phone\n7.9999E+10\n", "Hi", "rows[1].phone"),
}


@pytest.mark.parametrize(("rows", "template", "told"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_sent_names_its_row(rows: Any, template: str, told: str) -> None:
    """Nothing is made of a table with a wrong row: the error names row and column."""
    with pytest.raises(sms.BuildError) as caught:
        sms.mailing_from(rows, template)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("rows", [5, None, {"phone": "7"}, b"phone", [5]], ids=repr)
def test_what_is_no_table_is_told(rows: Any) -> None:
    """Whatever holds no rows is a wrong argument."""
    with pytest.raises(sms.WrongArgument):
        sms.mailing_from(rows, "Hi")


HOSTILE = [
    "{menu: 1: end}",
    "{button,https://a.example,Go}",
    "<file 1>",
    "x\n~~~\ny",
    "x\n79990000009:paid",
    "a|b",
    "__CALL__: x",
    "{no_unsub}",
    "{name}",
    "\\n",
]


@given(
    st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=30), min_size=1, max_size=3),
    st.sampled_from(["{name}", "Hi {name}!", "{name}{button,https://a.example,Go}", "__CALL__: {name}"]),
)
def test_data_never_becomes_structure(names: list[str], template: str) -> None:
    """LIST-9: whatever a row holds, there are as many messages as rows, each to its own number, and no macro, prefix or
    comment more than the template has; or it is refused.
    """
    rows = [{"phone": f"7999000000{i}", "name": name} for i, name in enumerate(names)]
    try:
        made = sms.mailing_from(rows, template)
    except sms.BuildError:
        return
    back = sms.mailing.parse("".join(sms.mailing.build_lines(made.lines)))
    assert [line.phones for line in back.lines] == [(row["phone"],) for row in rows]
    shape = _shape(template.replace("{name}", "x"))
    for line in back.lines:
        assert line.comment is None
        assert _shape(line.text) == shape


def _shape(text: str) -> Any:
    """What a message is, whatever its words."""
    said = sms.message.read(text).value
    parts = (said.text,) if isinstance(said.text, str) else said.text
    return said.channel, said.comment, [type(part) for part in parts if not isinstance(part, str)]
