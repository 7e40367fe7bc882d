"""What the check of imports cannot see: parts of modules, and clocks behind a type."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: The only rooms that do what the core may not: look for packages, make ids, read and print.
EDGES = ("plugins.py", "ids.py", "cli")


def at_run_time(tree: ast.AST) -> Iterator[ast.AST]:
    """What a module does when it runs: not what it imports for its types alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        yield node
        yield from at_run_time(node)


def core() -> Iterator[tuple[str, ast.Module]]:
    folder = ROOT / "smsc_codec"
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(EDGES):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def test_only_one_room_looks_for_packages() -> None:
    """`importlib.metadata`, which reads the metadata of every package, is used by `plugins.py` alone."""
    found = [
        name
        for name, tree in core()
        for node in at_run_time(tree)
        if (isinstance(node, ast.ImportFrom) and node.module == "importlib.metadata")
        or (isinstance(node, ast.Import) and any(alias.name == "importlib.metadata" for alias in node.names))
    ]
    assert found == []


def test_the_core_opens_and_prints_nothing() -> None:
    """Nor does it ask a person: only the command line does, so that the linter is the same in an editor or a script."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in core()
        for node in at_run_time(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("open", "print", "input", "exec", "eval")
        and name != "grammar/compiler.py"  # a program of its own
    ]
    assert found == []


def test_the_core_asks_no_clock() -> None:
    """Nor does the core ask `datetime` for the time: whoever calls it gives the time."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in core()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today")
    ]
    assert found == []
