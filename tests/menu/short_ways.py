"""Which patterns the linter asks of a menu because of one line in it. Writes short_ways.txt anew.

    python -m tests.menu.short_ways

Most patterns take longer to compile than a menu to lint: one that a line cannot need is not to be found below it. First
stands what every menu needs.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import smsc_codec as sms
from smsc_codec.lazy import _Regex
from smsc_codec.payloads import menu
from tests.told import shown

PATH = Path(__file__).parent / "short_ways.txt"
_HEAD = "Hello!\n\n{menu: Press 1 for sales, 2 for the end.\n1: call:447700900101 wait=20 ok:end err:busy record\n"
_TAIL = "2: end\nbusy: Nobody is free.\n0: repeat\n*: back\n#: start}\n\nGoodbye!"
#: Lines of the menu.
ITEMS = (
    "1: Sales (all of them).", "1: Sales <b", "1: <file 1>", "1: Tea & milk", "1: Cost 5%", "1: Ours: 9",
    "1: Nine #1", "1: Tea *", "1: *Tea*", "1: «Tea»", "1: _", "1: __", "1: `", "1: a/b", "1: \\a", "1: Tea; milk",
    "1: Tea {x", "1: [tea", "1: tea](x", "1: [/tea", "1: a@b", "1: $phone, $phone.", "1: $phones", "1: Tea:milk",
    "1: Tea :milk", "1: Tea #milk", "1: /* tea", "1: <!-- tea", "3: sms:$phone,Shop,Your order, ask $phone",
    "3: sms:$phone,Shop,Hi $number", "3: sms:$phone,Shop,Order: 5", "3: sms:Shop,Hi", "3: https://a.ru/x",
    "3: https://a.ru:80/x", "3: see https://a.ru/x", "3: record: 30", "3: record", "3: Record it.", "3: end of it",
    "3: end # of it", "3: Call us at 5", "3: call:447700900101", "3: call:447700900101 err:busy",
    "3: call:447700900101 wait=20", "3: call:447700900101 ok:end", "3: call:447700900101 record",
    "3: sms:447700900101,Shop,Hi", "3: sms:447700900101,Shop", "3: sms:447700900,Shop,Hi", "3: sms:44770090,Shop,Hi",
    "3: sms:447700900101234,Shop,Hi", "3: sms:4477009001012345,Shop,Hi", "3: record:30", "3: http://a.ru/x",
    "1: 5 teas and all the rest too", "1: 2k:tea", "1: k2:tea", "1: a:_b", "1: Press 1 to 3.", "1: From 3 to 1.",
    "3: call:447700900102,447700900103", "3: call:+447700900101", "3: call:447700900101 err:Занято", "1: 79990000000",
    "1: 79990000000 ok", "1: Go to 1", "1: Menus 1", "1: Going", "1: 5 tea", "1: - tea", "1: tea",
    "1: a tea of the best sort", "1: 5 teas and all the rest", "1: Tea\n  and milk", "11: Tea.", "err: No such key.",
    "3: Sorry", "# tea", "-tea", "Tea", "1: See www.a.ru", "1: a  b", "1: Tea - 5 cups", "1:Tea", "1: Tea\\",
    "1: 100%", "1: %0A", "1: Прuвет",
)  # fmt: skip
#: What stands behind the menu.
ENDS = (
    "\nNote: x", "\nBye - x", "\nBye // x", "\n}", "\nBye -- x", "\nBye 1: x", "\n~~~\n# note", "\nTODO list", " <b",
    " {x", "\nBye\n 1: }", " 1",
)  # fmt: skip
#: Whole texts.
TEXTS = ("", "Hi", "{menu: x\n1: end}", "a:tea\n\n{menu: x\n1: end}", "{menu: x\n1: Tea.\n2: end}")
_PATTERNS = {
    f"{info.name.removeprefix(menu.__name__ + '.')}.{name}": pattern
    for info in pkgutil.walk_packages(menu.__path__, menu.__name__ + ".")
    for name, pattern in vars(importlib.import_module(info.name)).items()
    if isinstance(pattern, _Regex)
}


def lines() -> Iterator[str]:
    """The lines of short_ways.txt."""
    always = asked(_HEAD + _TAIL)
    yield f"  {' '.join(always)}"
    for line in ITEMS:
        yield from _beside(line, asked(f"{_HEAD}{line}\n{_TAIL}"), always)
    for text in TEXTS:
        yield from _beside(text, asked(text), [])
    for end in ENDS:
        yield from _beside(end, asked(_HEAD + _TAIL + end), always)


def asked(text: str) -> list[str]:
    """The patterns that are asked of a menu."""
    for pattern in _PATTERNS.values():
        for method in vars(pattern).keys() - {"_how"}:
            delattr(pattern, method)
    sms.lint(text, "menu")
    return [name for name, pattern in _PATTERNS.items() if len(vars(pattern)) > 1]


def _beside(line: str, needed: list[str], always: list[str]) -> Iterator[str]:
    yield f"| {shown(line)}"
    yield f"  {' '.join(name for name in needed if name not in always)}".rstrip()


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
