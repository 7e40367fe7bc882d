"""Makes docs/conformance.md: for each fact where it is implemented, which tests prove it, and what is assumed.

    python -m tests.conformance [--check]

A file implements or proves a fact when it names its id. `LIST-1 .. LIST-4`, `FIL-1..FIL-3` and `PAR-8, 9` name all
that they span.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "conformance.md"
_FACT = re.compile(r"^\| ([A-Z]+-[0-9]+) \| (.*?) \|", re.MULTILINE)
_NAMED = re.compile(r"\b([A-Z]{2,4})-([0-9]+)((?:\s*\.\.\s*(?:[A-Z]{2,4}-)?[0-9]+|,\s*[0-9]+(?![0-9.:]))*)")
_MORE = re.compile(r"\.\.\s*(?:[A-Z]{2,4}-)?([0-9]+)|,\s*([0-9]+)")
#: Where things are made, and where they are proved.
_CODE = ("smsc_codec/**/*.py", "grammars/*.lark", "plugins/*/smsc_codec_*/**/*.py")
_TESTS = ("tests/**/*.py", "plugins/*/tests/**/*.py")


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
    for pattern in patterns:
        for path in ROOT.glob(pattern):
            if path.name in ("conformance.py", "test_conformance.py") or "compiled" in path.parts:
                continue
            for fact in named(path.read_text(encoding="utf-8")):
                found.setdefault(fact, set()).add(path.relative_to(ROOT).as_posix())
    return found


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
    code, tests, assumed = files(_CODE), files(_TESTS), assumptions()
    lines = [
        "# Conformance",
        "",
        "Made by `python -m tests.conformance` from the ids that code and tests name. [The facts](facts.md) in full.",
        "",
        "| fact | what it says | implemented in | proved by | assumed |",
        "|---|---|---|---|---|",
    ]
    for fact, text in facts().items():
        open_ = re.search(r"\b(?:open|ours)\b[:;]? ?(.*)", text)
        told = "; ".join(filter(None, (open_[0] if open_ else "", assumed.get(fact, ""))))
        cells = (fact, _short(text), _paths(code.get(fact, ())), _paths(tests.get(fact, ())), told)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87].rpartition(" ")[0].rstrip("`,;:") + " ..."


def _paths(paths: Iterable[str]) -> str:
    return "<br>".join(f"`{path}`" for path in sorted(paths))


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
