"""`menu new`: a sound menu from a table or from answers; what stands in a cell is data, whatever it says."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsc_codec.cli.menu import table
from smsc_codec.diagnostics import BuildError
from smsc_codec.linter.engine import check
from smsc_codec.payloads.menu import build, parse
from smsc_codec.payloads.menu.draft import Row, drafted
from smsc_codec.payloads.menu.model import Call, Say
from tests.cli.conftest import Cli
from tests.menu.test_build import ATTACKS

CSV = "key,text,number\n1,Sales,79990000000\n2,We are open daily.,\n3,News,\n31,Fresh news,\n32,Archive,79990000001\n"
MADE = """\
Hello!

{menu: Press 1 for Sales, 2 for We are open daily, 3 for News, 9 to leave, star to go back, hash to start again, 0 to repeat.
*: back
#: start
0: repeat
1: call:79990000000 wait=20 ok:end err:busy
2: We are open daily.
3: News. Press 1 for Fresh news, 2 for Archive.
31: Fresh news
32: call:79990000001 wait=20 ok:end err:busy
9: end
busy: Nobody is free now. Please choose another item or call us later.
err: There is no such item. Press 0 to repeat.}

Goodbye!
"""  # noqa: E501

ITEMS = [
    {"key": 1, "text": "Sales", "number": 79990000000},
    {"key": "2", "text": "We are open daily.", "number": None},
    {"key": 3, "text": "News"},
    {"key": 31, "text": "Fresh news"},
    {"key": 32, "text": "Archive", "number": ["79990000001"]},
]
YAML = """\
- {key: 1, text: Sales, number: +7 (999) 000-00-00}
- key: 2
  text: We are open daily.
- {key: 3, text: News}
- {key: 31, text: Fresh news}
- key: 32
  text: Archive
  number: [79990000001]
"""
TABLES = {
    "t.csv": CSV,
    "semicolon.csv": CSV.replace(",", ";"),
    "tab.tsv": CSV.replace(",", "\t"),
    "bom.csv": "\ufeff" + CSV.replace("\n", "\r\n"),
    "russian.csv": CSV.replace("key,text,number", "Клавиша,Текст,Телефон"),
    "order.csv": "number,key,text\n79990000000,1,Sales\n,2,We are open daily.\n,3,News\n,31,Fresh news\n"
    "79990000001,32,Archive",
    "bare.csv": CSV.partition("\n")[2],
    "marks.csv": CSV.replace("79990000000", "8 (999) 000-00-00"),
    "t.json": json.dumps(ITEMS),
    "whole.json": json.dumps({"items": ITEMS}),
    "t.yaml": YAML,
    "t.YML": YAML,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_becomes_a_menu(cli: Cli, folder: Path, name: str) -> None:
    """CSV with any separator, JSON and YAML say the same; the menu that is written lints clean and is formatted."""
    (folder / name).write_text(TABLES[name], encoding="utf-8", newline="")
    done = cli("menu", "new", "--from", name, "shop.menu")
    assert (done.code, done.out, done.err) == (0, "", "smsc-codec: shop.menu: written\n")
    assert (folder / "shop.menu").read_text(encoding="utf-8") == MADE
    assert cli("lint", "shop.menu").code == 0
    assert cli("fmt", "--check", "shop.menu").code == 0
    assert cli("menu", "new", "--from", name, "-").out == MADE


def test_a_menu_in_russian(cli: Cli, folder: Path) -> None:
    """A table in Russian makes a Russian menu that lints clean; greeting and goodbye are the table's or an option's."""
    table = {
        "greeting": "Магазин «Ромашка».",
        "goodbye": "Приходите!",
        "items": [
            {"key": "1", "name": "отдел продаж", "text": "Соединяю.", "number": "79990000000;79990000001"},
            {"key": "2", "text": "Мы работаем ежедневно с девяти до двадцати одного часа, без перерыва."},
        ],
    }
    (folder / "t.json").write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    done = cli("menu", "new", "--from", "t.json", "--goodbye", "Всё!", "--wait", "30", "-")
    assert done.code == 0, done.err
    menu = parse(done.out)
    assert str(menu.start_text).strip() == "Магазин «Ромашка»."
    assert str(menu.end_text).strip() == "Всё!"
    actions = [item.action for item in menu.items if item.key == "1"]
    assert actions == [Say("Соединяю."), Call(("79990000000", "79990000001"), 30, True, "busy")]
    assert check(done.out) == ()


ANSWERS = "Hello there!\n1\nsales\n\n8 999 000 00 00\n2\nnews\nNo news today.\n\n\nSee you!\n"


def test_answers_become_a_menu(cli: Cli, folder: Path) -> None:
    """Without a table a few questions are asked; answers that are piped in do the same."""
    done = cli("menu", "new", "shop.menu", stdin=ANSWERS)
    assert done.code == 0, done.err
    text = (folder / "shop.menu").read_text(encoding="utf-8")
    assert text.startswith("Hello there!\n\n{menu: Press 1 for sales, 2 for news, 9 to leave, ")
    assert "1: call:79990000000 wait=20 ok:end err:busy\n2: No news today.\n" in text
    assert text.endswith("\n\nSee you!\n")
    assert cli("lint", "shop.menu").code == 0


@pytest.mark.parametrize("answers", ["", "Hello\n", "Hello\n1\n", "Hello\n\n"])
def test_too_few_answers(cli: Cli, folder: Path, answers: str) -> None:
    """Where there is nothing for a menu, none is written."""
    done = cli("menu", "new", "shop.menu", stdin=answers)
    assert done.code == 1
    assert not (folder / "shop.menu").exists()
    assert "the answers: row" in done.err


WRONG: list[tuple[str, str, str]] = [
    ("t.csv", "", "rows: a menu has at least one key"),
    ("t.csv", "key,text\n", "rows: a menu has at least one key"),
    ("t.csv", "key,text\n1,a\n1,b\n", "row 2, key: 1 is that of row 1 already"),
    ("t.csv", "key,text\n0,a\n", "row 1, key: '0' is none: a key from 1 to 9"),
    ("t.csv", "key,text\n*,a\n", "row 1, key: '*' is none"),
    ("t.csv", "key,text\n１,a\n", "row 1, key: '１' is none"),
    ("t.csv", "key,text\n,a\n", "row 1, key: is empty"),
    ("t.csv", "key,text\n21,a\n", "row 1, key: 21 is below 2, but there is no key 2"),
    ("t.csv", "key,text\n1,\n", "row 1, text: is empty: say what this key is for"),
    ("t.csv", "key,text,number\n1,a,7999\n", "row 1, number: '7999' is not a number in international form"),
    ("t.csv", "key,text,number\n1,a,7.999E+10\n", "row 1, number: '7.999E+10' is not a number"),
    (
        "t.csv",
        "key,text,number\n1,a,79990000000\n11,b,\n",
        "row 1, number: a key that calls a number has no keys below",
    ),
    ("t.csv", "key,text,nubmer\n1,a,\n", "row 1: there is no column 'nubmer'; did you mean 'number'?"),
    (
        "t.csv",
        "key,text,price\n1,a,5\n",
        "row 1: there is no column 'price'; there is key, text, number, name",
    ),
    ("t.csv", "key,text,key\n1,a,2\n", "row 1: the column 'key' appears twice"),
    ("t.csv", "key,text,phone,number\n1,a,,\n", "row 1: the column 'number' appears twice"),
    ("t.csv", "key,text\n1,a, b\n", "row 1: 3 cells in 2 columns; a comma in a text needs quotes"),
    ("t.csv", 'key,text\n1,"a\n', "not CSV: unexpected end of data"),
    ("t.csv", "key,text\n" + "".join(f"{n},a\n" for n in range(1, 10)), "rows: all nine keys are taken"),
    ("t.json", "{", "not JSON: "),
    ("t.json", "[" * 100_000, "not JSON: "),
    ("t.json", "5", "expected a list of rows, or a table with 'greeting', 'items' and 'goodbye'"),
    ("t.json", '{"rows": []}', "there is no 'rows' in a table"),
    ("t.json", '{"items": {}}', "'items' must be a list of rows"),
    ("t.json", '[["1", "a"]]', "row 1: expected named columns"),
    ("t.json", '[{"key": true, "text": "a"}]', "row 1, key: expected a text or a whole number, not bool"),
    ("t.json", '[{"key": 1.5, "text": "a"}]', "row 1, key: expected a text or a whole number, not float"),
    ("t.json", '[{"key": 1, "text": {"a": 1}}]', "row 1, text: expected a text or a whole number, not dict"),
    (
        "t.json",
        '[{"key": 1, "text": "a", "number": [["7"]]}]',
        "row 1, number: expected a text or a whole number, not list",
    ),
    ("t.json", json.dumps([{"key": "1", "text": "a"}] * 501), "more than 500 rows"),
    ("t.yaml", "a: [", "not YAML: "),
    ("t.yaml", "[" * 10_000, "not YAML: "),
    ("t.yaml", "- &a {key: 1, text: x}\n- *a", "not YAML: references (*) are not followed"),
    ("t.yaml", "- !!python/object/apply:os.system ['echo']", "not YAML: "),
    ("t.yaml", "", "expected a list of rows"),
    ("t.xls", "x", "expected a table named .csv, .json or .yaml"),
    ("t.csv", "\0", "not a text: NUL byte"),
]


@pytest.mark.parametrize(("name", "table", "told"), WRONG, ids=[f"{told} {name}" for name, _, told in WRONG])
def test_what_is_wrong_with_a_table_is_said(cli: Cli, folder: Path, name: str, table: str, told: str) -> None:
    """A table that makes no menu is told of, with row and column; nothing is written, exit code 1."""
    (folder / name).write_text(table, encoding="utf-8")
    done = cli("menu", "new", "--from", name, "shop.menu")
    assert (done.code, done.out) == (1, "")
    assert f"{name}: {told}" in done.err
    assert "Traceback" not in done.err
    assert not (folder / "shop.menu").exists()


def test_yaml_is_taken_as_it_stands(cli: Cli, folder: Path) -> None:
    """No word of YAML's own becomes another: `no` is a text, `011` no octal number, a phone number keeps its digits."""
    (folder / "t.yaml").write_text(
        "- {key: 1, text: no, number: 79990000000}\n- {key: 2, name: yes, text: 1e3}\n", encoding="utf-8"
    )
    done = cli("menu", "new", "--from", "t.yaml", "-")
    assert "Press 1 for no, 2 for yes, " in done.out
    assert "2: 1e3\n" in done.out


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ('key,text\n1,"sales, 2 for news"\n', "IVR304"),  # the prompt would announce a key that is none
        ("key,text\n1,Your number is $phone\n", "IVR215"),
        ("key,text\n1,a" + " very long text" * 90 + "\n", "IVR309"),
    ],
)
def test_what_would_not_lint_clean_is_not_written(cli: Cli, folder: Path, table: str, code: str) -> None:
    """A menu that the linter would find fault with is shown with what it finds, and not written, exit code 1."""
    (folder / "t.csv").write_text(table, encoding="utf-8")
    done = cli("menu", "new", "--from", "t.csv", "shop.menu")
    assert done.code == 1
    assert f"[{code}]" in done.err or "characters" in done.err
    assert not (folder / "shop.menu").exists()


def test_nothing_is_written_over(cli: Cli, folder: Path) -> None:
    """A file that is there, a link that leads nowhere too, is left as it is, exit code 2."""
    (folder / "t.csv").write_text(CSV, encoding="utf-8")
    (folder / "a.menu").write_text("mine", encoding="utf-8")
    os.symlink("nowhere", folder / "b.menu")
    for name in ("a.menu", "b.menu", "no/folder.menu"):
        assert cli("menu", "new", "--from", "t.csv", name).code == 2
    assert (folder / "a.menu").read_text(encoding="utf-8") == "mine"
    assert not (folder / "nowhere").exists()
    assert cli("menu", "new", "--from", "none.csv", "c.menu").code == 1


MORE = ["end", "back", "1:", "1: end", "a\n1: end", "a\r\n*: back", "}", "{menu: x", "a}\n\n{menu: b", "a\n~~~\nb",
        "call:79990000000", "sms:7,S,x", "record", "https://a.b", "<file 1>", "$phone", ",9 to leave",
        "=1+1", "\u2028"]  # fmt: skip


@pytest.mark.parametrize("cell", [*ATTACKS, *MORE])
@pytest.mark.parametrize("column", ["text", "name", "greeting", "goodbye", "number", "key", "below"])
def test_a_cell_never_becomes_structure(cell: str, column: str) -> None:
    """Whatever a cell says it is spoken, or refused by its row and column: never an item, a command, a number more."""
    if column == "number" and not cell.strip():
        return  # an empty cell is no number
    rows = [Row("1", "Sales", ("79990000000",)), Row("2", "News"), Row("21", "Today")]
    plain = drafted(rows, greeting="Hi", goodbye="Bye", language="en")
    around = {"greeting": "Hi", "goodbye": "Bye"}
    match column:
        case "text":
            rows[1] = Row("2", cell, name="News")
        case "name":
            rows[0] = Row("1", "Sales", ("79990000000",), cell)
        case "number":
            rows[0] = Row("1", "Sales", (cell,))
        case "key":
            rows[1] = Row(cell, "News")
        case "below":
            rows[2] = Row("21", cell)
        case _:
            around[column] = cell
    try:
        menu = drafted(rows, language="en", **around)
        text = build(menu)
    except BuildError as error:
        assert error.field.startswith(("row ", column, "menu")), error
        assert error.reason
        return
    again = parse(text)
    assert again == menu
    assert _bones(again, "Sales" if column == "name" else "") == _bones(
        plain, "Sales" if column == "name" else ""
    )


def _bones(menu, extra: str) -> list[object]:
    """All of a menu that is no spoken text; a name beside a number adds the text that is spoken before it."""
    return [
        (item.key, type(item.action), getattr(item.action, "phones", ()))
        for item in menu.items
        if not (extra and item.action == Say(extra))
    ]


_WORDS = st.sampled_from(
    "sales, news opening hours. delivery our address: Main Street! отдел продаж доставка «Ромашка» цены, где?".split()
)
words = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(words, st.booleans()), min_size=1, max_size=4),
    st.lists(words, max_size=3),
    st.sampled_from(["en", "ru"]),
)
def test_ordinary_tables_lint_clean(top: list[tuple[str, bool]], below: list[str], language: str) -> None:
    """A table of a few ordinary texts and numbers makes a menu in which the default profile finds nothing."""
    rows = [Row(str(n), text, ("79990000000",) if called else ()) for n, (text, called) in enumerate(top, 1)]
    parent = next((row.key for row in rows if not row.numbers), None)
    if parent:
        rows += [Row(f"{parent}{n}", text) for n, text in enumerate(below, 1)]
    text = build(drafted(rows, language=language))  # type: ignore[arg-type]
    assert [(one.code, one.message) for one in check(text)] == []


def test_a_table_has_an_end() -> None:
    """Of five hundred rows each is read, and of one more none: no menu has room for them."""
    rows = [{"key": str(number), "text": "a"} for number in range(501)]
    assert len([*table._rows(rows[:500])]) == 500
    with pytest.raises(table.TableError, match="more than 500 rows"):
        [*table._rows(rows)]
