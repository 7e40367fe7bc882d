"""`big price`: parts and money are those of adding up line by line, however the lists are cut."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click import UsageError
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from smsc_codec_dask.commands import command as group
from smsc_codec_dask.engine import Here
from smsc_codec_dask.prepare.pieces import pieces_of
from smsc_codec_dask.price.run import Priced, price
from smsc_codec_dask.price.table import PriceError, Prices, in_words, read_prices
from smsc_codec_dask.shuffle import scratch
from smsc_codec_dask.sources import find
from smsc_codec_dask.sources.tables import Filling

from smsc_codec.payloads.mailing import read
from smsc_codec.payloads.phones import international
from smsc_codec.text import count

PRICES = "prefix;price\n7;2,50\n7916;2.1\n# Belarus\n375;0.000001\n"
LINES = [
    "79160000001:Hello",
    "79160000001,79990000002:Hello",
    "+7 (916) 000-00-01:Hello",
    "89160000001:Hello",
    "375290000001:Привет",
    "79990000003:" + "я" * 71,
    "79990000004:" + "a" * 161,
    "79990000004:" + "№" + "a" * 150,
    "12025550100:abroad",
    "alex@example.org,G777,79990000005:three",
    "no head",
    "79990000006:",
]


def priced(paths: list[Path], filling: Filling | None = None) -> Priced:
    with scratch(None) as place:
        pieces = pieces_of(Here(), find([str(path) for path in paths]), None, filling)
        return price(Here(), place, pieces, read_prices("p.csv", PRICES))


def by_hand(text: str) -> tuple[Counter[str], Counter[str]]:
    """What each text costs, and how many parts each prefix has, without the code under test."""
    costs = {"7916": Decimal("2.1"), "7": Decimal("2.5"), "375": Decimal("0.000001")}
    money: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    for line in read(text).value.lines:
        for phone in line.phones:
            if "@" in phone or phone[0] == "G":
                continue
            number = international(phone) or ""
            prefix = next((one for one in costs if number.startswith(one)), "none")
            parts[prefix] += count(line.text).parts
            if prefix != "none":
                money[line.text] += int(count(line.text).parts * costs[prefix] * 10**6)
    return money, parts


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=60))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@pytest.mark.usefixtures("small")
def test_sums_are_those_of_every_line(tmp_path: Path, lines: list[str]) -> None:
    """SEG-1, LIST-2: each recipient pays each part, by the longest prefix; the dearest texts are the dearest."""
    (tmp_path / "a.list").write_text("\n".join(lines), encoding="utf-8")
    made = priced([tmp_path / "a.list"])
    money, parts = by_hand("\n".join(lines))
    assert made.total.money == sum(money.values())
    assert Counter({prefix: held.parts for prefix, held in made.by_prefix.items()}) == parts - Counter(
        none=10**9
    )
    assert made.unpriced.parts == parts["none"]
    assert [text.money for text in made.texts] == sorted(money.values(), reverse=True)[:10]
    assert all(money[text.text] == text.money for text in made.texts)
    assert all(lines[text.line - 1].endswith(text.text) for text in made.texts)


@pytest.mark.usefixtures("small")
def test_what_texts_would_cost(tmp_path: Path) -> None:
    """SEG-1: a text that takes more parts for a few characters is told in fewer, with the money that saves."""
    (tmp_path / "a.list").write_text("\n".join([LINES[7]] * 3 + [LINES[5]]), encoding="utf-8")
    numero, russian = priced([tmp_path / "a.list"]).texts
    assert (numero.parts, numero.messages, numero.money) == (3, 3, 3 * 3 * 2_500_000)
    assert [(one.how, one.parts, one.money) for one in numero.otherwise][:1] == [
        ("plain characters", 1, 3 * 2_500_000)
    ]
    assert russian.otherwise[0].parts == 1
    assert russian.otherwise[0].money == 2_500_000


def test_tables_are_priced(tmp_path: Path) -> None:
    """CSV and Parquet with a template cost what the list of their messages does; a bad row is counted, not fatal."""
    import pyarrow as pa
    from pyarrow import parquet

    rows = [{"phone": f"7916000{n:04}", "name": f"Name {n}"} for n in range(2500)]
    rows[1200]["phone"] = "nobody"
    (tmp_path / "a.csv").write_text(
        "phone,name\n" + "".join(f"{row['phone']},{row['name']}\n" for row in rows), encoding="utf-8"
    )
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=700)
    for name in ("a.csv", "a.parquet"):
        made = priced([tmp_path / name], Filling("{name}, your order is ready"))
        assert (made.lines, made.wrong, made.total.parts) == (2500, 1, 2499)
        assert made.total.money == 2499 * 2_100_000


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("p.csv", "", "no prices"),
        ("p.csv", "7", "expected a prefix and a price"),
        ("p.csv", "7,a", "'a' is no price"),
        ("p.csv", "7,-1", "'-1' is no price"),
        ("p.csv", "7,nan", "'nan' is no price"),
        ("p.csv", "7,1e9", "'1e9' is no price"),
        ("p.csv", "7,0.0000001", "more than 6 digits"),
        ("p.csv", "7,1\n7,2", "p.csv:2: '7' has a price already"),
        ("p.csv", "phone,1\nGermany,2", "p.csv:1: 'phone' is no beginning"),
        ("p.toml", "prices = 1", "expected a table"),
        ("p.toml", "[prices", "not TOML"),
        ("p.toml", '[prices]\n"7x" = 1', "'7x' is no beginning"),
    ],
)
def test_wrong_tables_are_told(name: str, text: str, told: str) -> None:
    """What is wrong with a table of prices is said with its place."""
    with pytest.raises(PriceError, match=told.replace("'", "'")):
        read_prices(name, text)


def test_tables_in_both_forms() -> None:
    """TOML and CSV say the same; the longest prefix counts, and `default` is for all others."""
    made = read_prices("p.toml", '[prices]\n"+7" = 2.5\n"7916" = "2,10"\ndefault = 9\n')
    assert made == Prices({"7": 2_500_000, "7916": 2_100_000, "": 9_000_000})
    assert made == read_prices("p.csv", "\ufeffprefix\tprice\n7\t2.5\n7916\t2.1\n*\t9\n")
    assert [made.prefix_of(number) for number in ("79160000001", "7915", "375", "")] == ["7916", "7", "", ""]
    assert [in_words(amount) for amount in (2_500_000, 1, 1_234_567_890_000)] == [
        "2.50",
        "0.000001",
        "1,234,567.89",
    ]


def run(*arguments: str) -> Result:
    @contextmanager
    def here(*args: Any, **given: Any) -> Any:
        yield Here()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("smsc_codec_dask.engine.engine", here)
        return CliRunner().invoke(group, ["price", *arguments], standalone_mode=False)


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For people and as JSON; what has no price makes the exit code 1, what is asked wrongly is said."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.list").write_text("\n".join(LINES), encoding="utf-8")
    (tmp_path / "p.csv").write_text(PRICES, encoding="utf-8")
    done = run("--prices", "p.csv", "a.list")
    assert done.return_value == 1
    assert "no price is known of 1 messages" in done.output
    assert "with plain characters: 1 parts" in done.output
    assert json.loads(run("--prices", "p.csv", "--json", "a.list").output)["total"]["parts"] == 14
    (tmp_path / "b.csv").write_text("phone\n79990000001\n", encoding="utf-8")
    for arguments in (["b.csv"], ["a.list", "--to", "x"], ["none.list"]):
        assert isinstance(run("--prices", "p.csv", *arguments).exception, UsageError)
