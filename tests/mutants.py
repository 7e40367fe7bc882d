"""Breaks the code in small ways, one at a time, and counts which breaks the tests notice.

    python -m tests.mutants [--seed N] [--number N] [--jobs N] [--show] FOLDER ...

A mutant has one comparison turned, one whole number moved by one, or one branch taken always or never. It is noticed
when a test fails or does not end: of the tests of its folder, those that reach its line. Needs the extra `test`.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[1]
#: The tests that answer for each folder.
TESTS = {
    "smsc_codec/client": ("tests/client", "plugins/smsc-codec-httpx/tests"),
    "smsc_codec/api": ("tests/api", "tests/cli/test_reply.py", "tests/cli/test_request.py"),
    "smsc_codec/payloads/binary": ("tests/binary", "tests/cli/test_decode.py", "tests/cli/test_encode.py"),
    "smsc_codec/payloads/mailing": ("tests/mailing",),
    "smsc_codec/payloads/menu": ("tests/menu",),
    "smsc_codec/payloads/message": ("tests/message",),
    "smsc_codec/payloads/recipients": ("tests/recipients",),
    "smsc_codec/payloads/schedule": ("tests/schedule",),
    "smsc_codec/payloads/voice": ("tests/voice",),
    "smsc_codec/payloads": ("tests/message", "tests/mailing", "tests/menu", "tests/voice", "tests/lint"),
    "smsc_codec/text": ("tests/text", "tests/cli/test_parts.py"),
    "smsc_codec/linter": ("tests/lint", "tests/cli"),
    "smsc_codec/cli": ("tests/cli", "tests/lint"),
    "plugins/smsc-codec-sandbox": ("plugins/smsc-codec-sandbox/tests",),
    "plugins/smsc-codec-httpx": ("plugins/smsc-codec-httpx/tests",),
    "plugins/smsc-codec-smtp": ("plugins/smsc-codec-smtp/tests",),
}
_TURNED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
#: In seconds. A mutant whose tests take longer hangs, which is noticed.
_LONGEST = 120


class Mutant(Struct, frozen=True):
    """One break: the file, the line, what stood there and what stands there now."""

    path: str
    line: int
    before: str
    after: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before}  ->  {self.after}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file, in order."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, new in _changes(ast.parse(source)):
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        before = source[begin:end].decode()
        text = (source[:begin] + f"({new})".encode() + source[end:]).decode()
        yield Mutant(path.relative_to(ROOT).as_posix(), node.lineno, " ".join(before.split()), new, text)


def _changes(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Each expression that can be broken, with what takes its place."""
    match tree:
        case (
            ast.JoinedStr() | ast.Assert() | ast.Raise()
        ):  # places in f-strings are not told; words are no code
            return
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return
        case ast.AnnAssign(value=value):
            yield from _changes(value) if value is not None else ()
            return
        case ast.arg():
            return
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            for part in [tree.args, *tree.body]:
                yield from _changes(part)
            return
        case ast.Compare():
            ops = [_TURNED[type(tree.ops[0])](), *tree.ops[1:]]
            yield tree, ast.unparse(ast.Compare(tree.left, ops, tree.comparators))
        case ast.Constant(value=int() as number) if not isinstance(number, bool):
            yield tree, str(number + 1)
        case ast.UnaryOp(op=ast.Not()):
            yield tree, ast.unparse(tree.operand)
        case ast.BoolOp():
            other = ast.Or() if isinstance(tree.op, ast.And) else ast.And()
            yield tree, ast.unparse(ast.BoolOp(other, tree.values))
        case ast.If() | ast.IfExp():
            yield tree.test, "False"
            yield tree.test, "True"
    for child in ast.iter_child_nodes(tree):
        yield from _changes(child)


def tests_of(path: str) -> tuple[str, ...]:
    """The tests that answer for a file."""
    for folder in sorted(TESTS, key=len, reverse=True):
        if path.startswith(f"{folder}/"):
            return TESTS[folder]
    raise SystemExit(f"{path}: no tests are named for it in tests/mutants.py")


def _files(folder: str) -> list[Path]:
    found = [ROOT / folder] if folder.endswith(".py") else sorted((ROOT / folder).rglob("*.py"))
    return [path for path in found if not {"tests", "compiled"} & set(path.relative_to(ROOT).parts)]


def chosen(folders: list[str], number: int, seed: int) -> list[Mutant]:
    """Mutants drawn at random, the same for the same seed and code."""
    everything = [mutant for folder in folders for path in _files(folder) for mutant in mutants(path)]
    return random.Random(seed).sample(everything, min(number, len(everything)))


class Tree:
    """A copy of the project in which one mutant after the other is tried."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        for name in (
            "smsc_codec",
            "grammars",
            "plugins",
            "tests",
            "docs",
            "benchmarks",
            "pyproject.toml",
            "README.md",
        ):
            copy = shutil.copy2 if (ROOT / name).is_file() else shutil.copytree
            copy(ROOT / name, folder / name)
        plugins = [str(path) for path in sorted((folder / "plugins").iterdir()) if path.is_dir()]
        self.env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *plugins]),
                    "PYTHONDONTWRITEBYTECODE": "1", "CI": "true"}  # fmt: skip

    def pytest(self, *arguments: str, timeout: float | None = None) -> int:
        """Run tests; the exit code, or -1 for tests that do not end."""
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-m",
            "not slow and not packaging",
        ]
        done = subprocess.Popen(
            [*command, *arguments], cwd=self.root, env=self.env, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            return done.wait(timeout)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(done.pid, 9)
            done.wait()
            return -1

    def reached(self, tests: tuple[str, ...]) -> dict[tuple[str, int], set[str]]:
        """Which tests reach each line, and "" where it is run as the module is loaded."""
        data = self.root / ".coverage"
        data.unlink(missing_ok=True)
        code = self.pytest("--cov=smsc_codec", "--cov=plugins", "--cov-context=test", "--cov-report=", *tests)
        if code != 0:
            raise SystemExit(f"{' '.join(tests)}: fails before anything is broken")
        from coverage.numbits import numbits_to_nums

        with contextlib.closing(sqlite3.connect(data)) as store:
            rows = store.execute(
                "select path, context, numbits from line_bits"
                " join file on file.id = file_id join context on context.id = context_id"
            ).fetchall()
        lines: dict[tuple[str, int], set[str]] = {}
        for path, context, numbits in rows:
            name = Path(path).resolve().relative_to(self.root.resolve()).as_posix()
            for line in numbits_to_nums(numbits):
                lines.setdefault((name, line), set()).add(context.rpartition("|")[0])
        return lines

    def notices(self, mutant: Mutant, tests: list[str]) -> bool:
        """Whether one of the tests fails, or does not end, with the mutant in place."""
        path = self.root / mutant.path
        before = path.read_bytes()
        try:
            path.write_text(mutant.text, encoding="utf-8")
            return self.pytest("-x", *tests, timeout=_LONGEST) != 0
        finally:
            path.write_bytes(before)


def tried(found: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant, and whether it was noticed."""
    with tempfile.TemporaryDirectory() as scratch:
        trees: SimpleQueue[Tree] = SimpleQueue()
        made = []
        for number in range(jobs):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            made.append(Tree(folder))
            trees.put(made[-1])
        reach = {
            tests: made[0].reached(tests) for tests in sorted({tests_of(mutant.path) for mutant in found})
        }

        def attempt(mutant: Mutant) -> tuple[Mutant, bool]:
            tests = tests_of(mutant.path)
            names = reach[tests].get((mutant.path, mutant.line), set())
            if "" in names or len(names) > 2000:
                selected = list(tests)
            else:
                selected = sorted(names)
            if not selected:
                return mutant, False
            tree = trees.get()
            try:
                return mutant, tree.notices(mutant, selected)
            finally:
                trees.put(tree)

        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(attempt, found)


def main() -> int:
    """Try mutants, print those that no test notices, and give 1 where fewer than 95 of 100 are noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--show", action="store_true", help="print the mutants and try none")
    asked = parser.parse_args()
    found = chosen([folder.rstrip("/") for folder in asked.folders], asked.number, asked.seed)
    if asked.show:
        print(*found, sep="\n")
        return 0
    noticed = 0
    for number, (mutant, seen) in enumerate(tried(found, asked.jobs), 1):
        noticed += seen
        if not seen:
            print(f"not noticed: {mutant}", flush=True)
        elif number % 20 == 0:
            print(f"{noticed} of {number} noticed", flush=True)
    print(f"{noticed} of {len(found)} noticed ({noticed / max(1, len(found)):.1%})")
    return 0 if noticed >= 0.95 * len(found) else 1


if __name__ == "__main__":
    sys.exit(main())
