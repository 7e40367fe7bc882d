"""Makes docs/conformance.md: for each fact where it is implemented, which test cases prove it, and what is assumed.

    python -m tests.conformance [--check]

A case is a test function or a row of its parameters. It proves a fact when the function's own docstring, or the
parameter's id, has the fact's whole id in it. What a module's docstring or a comment says, and a span of ids, proves
nothing. Of code, a file implements a fact when it names its id, in a span or not.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "conformance.md"
_FACT = re.compile(r"^\| ([A-Z]+-[0-9]+) \| (.*?) \|", re.MULTILINE)
_NAMED = re.compile(r"\b([A-Z]{2,4})-([0-9]+)((?:\s*\.\.\s*(?:[A-Z]{2,4}-)?[0-9]+|,\s*[0-9]+(?![0-9.:]))*)")
_MORE = re.compile(r"\.\.\s*(?:[A-Z]{2,4}-)?([0-9]+)|,\s*([0-9]+)")
#: One id that stands for itself: neither end of a span.
_ALONE = re.compile(r"(?<!\.\.)(?<!\.\. )\b[A-Z]{2,4}-[0-9]+\b(?!\s*\.\.)")
#: Where things are made, and where they are proved.
_CODE = ("smsc_codec/**/*.py", "grammars/*.lark", "plugins/*/smsc_codec_*/**/*.py")
_TESTS = ("tests/**/*.py", "plugins/*/tests/**/*.py")


class Case(Struct, frozen=True, order=True):
    """A test function of a file; where `row` is not empty, those of its rows that have this in their id."""

    path: str
    test: str
    row: str = ""

    def __str__(self) -> str:
        return f"{self.path}::{self.test}" + (f" [{self.row}]" if self.row else "")


def facts() -> dict[str, str]:
    """Each fact's id and text, in the order of docs/facts.md."""
    return dict(_FACT.findall((ROOT / "docs" / "facts.md").read_text(encoding="utf-8")))


def named(text: str) -> Iterator[str]:
    """The ids that a text names, spans and lists written out."""
    for match in _NAMED.finditer(text):
        group, last = match[1], int(match[2])
        yield f"{group}-{last}"
        for end, other in _MORE.findall(match[3]):
            numbers = range(last + 1, int(end) + 1) if end else (int(other),)
            if len(numbers) > 50:
                continue
            for last in numbers:
                yield f"{group}-{last}"


def files(patterns: Iterable[str]) -> dict[str, set[str]]:
    """The files of some patterns that name each id."""
    found: dict[str, set[str]] = {}
    for path in _paths(patterns):
        for fact in named(path.read_text(encoding="utf-8")):
            found.setdefault(fact, set()).add(path.relative_to(ROOT).as_posix())
    return found


def cases() -> dict[str, set[Case]]:
    """The cases that prove each fact."""
    found: dict[str, set[Case]] = {}
    for path in _paths(_TESTS):
        for fact, test, row in cases_of(path.read_text(encoding="utf-8")):
            found.setdefault(fact, set()).add(
                Case(path.relative_to(ROOT).as_posix(), test, fact if row else "")
            )
    return {fact: _shortest(some) for fact, some in found.items()}


def cases_of(source: str) -> Iterator[tuple[str, str, bool]]:
    """What a file of tests proves: the fact, the test function, and whether rows of it prove it, not the whole."""
    tree = ast.parse(source)
    tables = _tables(tree)
    for name, test in _functions(tree):
        for fact in _ALONE.findall(ast.get_docstring(test) or ""):
            yield fact, name, False
        for decorator in test.decorator_list:
            for fact in _rows(decorator, tables):
                yield fact, name, True


def _shortest(some: set[Case]) -> set[Case]:
    """The cases without rows of a test that proves it as a whole."""
    whole = {(case.path, case.test) for case in some if not case.row}
    return {case for case in some if not case.row or (case.path, case.test) not in whole}


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for one in node.body:
                if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name.startswith("test"):
                    yield f"{node.name}::{one.name}", one
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test"):
            yield node.name, node


def _tables(tree: ast.Module) -> dict[str, ast.expr]:
    """What a module's names stand for, those that it takes from other modules of tests with them."""
    tables: dict[str, ast.expr] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                tables[name] = value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                tables[name] = value
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("tests."):
                taken = _imported(module)
                tables.update({one.asname or one.name: taken[one.name] for one in names if one.name in taken})
    return tables


@cache
def _imported(module: str) -> dict[str, ast.expr]:
    path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    return _tables(ast.parse(path.read_text(encoding="utf-8"))) if path.exists() else {}


def _rows(decorator: ast.expr, tables: dict[str, ast.expr]) -> Iterator[str]:
    """The facts in the ids of the rows of a `parametrize`: a row's words are its id, where it has no other."""
    match decorator:
        case ast.Call(func=ast.Attribute(attr="parametrize"), args=[_, *values], keywords=keywords):
            pass
        case _:
            return
    waiting = [*values, *(keyword.value for keyword in keywords)]
    seen: set[str] = set()
    while waiting:
        for node in ast.walk(waiting.pop()):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from _ALONE.findall(node.value)
            elif isinstance(node, ast.Name) and node.id in tables and node.id not in seen:
                seen.add(node.id)
                waiting.append(tables[node.id])


def _paths(patterns: Iterable[str]) -> Iterator[Path]:
    for pattern in patterns:
        for path in ROOT.glob(pattern):
            if path.name not in ("conformance.py", "test_conformance.py") and "compiled" not in path.parts:
                yield path


def assumptions() -> dict[str, str]:
    """What docs/assumptions.md says is done, by the fact."""
    rows = (ROOT / "docs" / "assumptions.md").read_text(encoding="utf-8").split("\n")
    made: dict[str, str] = {}
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        if len(cells) == 3 and re.fullmatch(r"[A-Z]+-[0-9]+", cells[0]):
            made[cells[0]] = f"{made[cells[0]]}; {cells[2]}" if cells[0] in made else cells[2]
    return made


def page() -> str:
    """The whole page."""
    code, proved, assumed = files(_CODE), cases(), assumptions()
    lines = [
        "# Conformance",
        "",
        "Made by `python -m tests.conformance`. What proves a fact is a test function whose docstring has its id, or,",
        "in brackets, rows of its parameters that have it in theirs. [The facts](facts.md) in full.",
        "",
        "| fact | what it says | implemented in | proved by | assumed |",
        "|---|---|---|---|---|",
    ]
    for fact, text in facts().items():
        open_ = re.search(r"\b(?:open|ours)\b[:;]? ?(.*)", text)
        told = "; ".join(filter(None, (open_[0] if open_ else "", assumed.get(fact, ""))))
        files_ = "<br>".join(f"`{path}`" for path in sorted(code.get(fact, ())))
        tests = "<br>".join(_link(case) for case in sorted(proved.get(fact, ())))
        lines.append("| " + " | ".join((fact, _short(text), files_, tests, told)) + " |")
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87].rpartition(" ")[0].rstrip("`,;:") + " ..."


def _link(case: Case) -> str:
    row = f" \\[{case.row}\\]" if case.row else ""
    return f"[{case.path.rpartition('/')[2]}::{case.test}](../{case.path}){row}"


def main(arguments: list[str]) -> int:
    """Write the page; with `--check` only say whether it is stale."""
    made = page()
    stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != made
    if stale and "--check" not in arguments:
        PAGE.write_text(made, encoding="utf-8", newline="\n")
    print("stale" if stale else "fresh")
    return int(stale and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
