"""Breaks the code in small ways, one at a time, and counts which breaks the tests notice.

    python -m tests.mutants [--seed N] [--number N] [--jobs N] [--show] [--again FILE] PLACE ...

A mutant has one comparison turned, one whole number moved by one, or one branch taken always or never. It is noticed
when a test fails or does not end: of the tests of its folder, those that reach its line. Needs the extra `test`.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import msgspec

from tests.mutants_tried import QUIETLY, Asked, Mutant

ROOT = Path(__file__).resolve().parents[1]
#: The pages of all rules, and small texts in all languages.
_RULES = ("tests/menu/test_pages.py", "tests/corpus/test_small.py")
#: The tests that answer for each folder.
TESTS = {
    "smsc_codec/client": ("tests/client", "plugins/smsc-codec-httpx/tests"),
    "smsc_codec/api": ("tests/api", *_RULES, "tests/cli/test_reply.py", "tests/cli/test_request.py"),
    "smsc_codec/payloads/binary": ("tests/binary", "tests/cli/test_decode.py", "tests/cli/test_encode.py"),
    "smsc_codec/payloads/call": ("tests/call", *_RULES, "tests/cli/test_menu_play.py"),
    "smsc_codec/payloads/mailing": ("tests/mailing", *_RULES),
    "smsc_codec/payloads/menu": (
        "tests/menu",
        "tests/corpus",
        "tests/call",
        "tests/cli/test_menu_diff.py",
        "tests/cli/test_menu_explore.py",
        "tests/cli/test_menu_graph.py",
        "tests/cli/test_menu_new.py",
        "tests/cli/test_menu_play.py",
        "tests/cli/test_menu_test.py",
        "tests/lint/test_fix_promises.py",
    ),
    "smsc_codec/payloads/message": (
        "tests/message",
        *_RULES,
        "tests/api/test_attachments.py",
        "tests/binary/test_octets.py",
        "tests/binary/test_sound.py",
    ),
    "smsc_codec/payloads/recipients": ("tests/recipients", *_RULES),
    "smsc_codec/payloads/schedule": ("tests/schedule", *_RULES),
    "smsc_codec/payloads/voice": (
        "tests/voice",
        *_RULES,
        "tests/menu/test_rules_voice.py",
        "tests/message/test_rules.py",
    ),
    "smsc_codec/secrets": ("tests/secrets", "tests/lint/test_discreet.py", "tests/cli/test_secrets.py"),
    "smsc_codec/payloads": (
        "tests/message",
        "tests/mailing",
        "tests/recipients",
        "tests/voice",
        *_RULES,
        "tests/text/test_invisible.py",
        "tests/text/test_mojibake.py",
        "tests/menu/test_rules_general.py",
        "tests/menu/test_rules_calls.py",
    ),
    "smsc_codec/text": ("tests/text", "tests/cli/test_parts.py"),
    "smsc_codec/linter": ("tests/lint", "tests/cli", "tests/corpus"),
    "smsc_codec/cli": ("tests/lint", "tests/cli", "tests/corpus"),
    "plugins/smsc-codec-sandbox": ("plugins/smsc-codec-sandbox/tests",),
    "plugins/smsc-codec-httpx": ("plugins/smsc-codec-httpx/tests",),
    "plugins/smsc-codec-smtp": ("plugins/smsc-codec-smtp/tests",),
}
_TURNED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COPIED = ("smsc_codec", "grammars", "plugins", "tests", "docs", "benchmarks", "pyproject.toml", "README.md")


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
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__"))):
            return
        case ast.Call(func=ast.Name(id="lru_cache")):  # how much is remembered changes nothing but the time
            return
        case ast.Call(func=ast.Name(id="cast"), args=[_, value]):  # a type is an annotation
            yield from _changes(value)
            return
        case ast.AnnAssign(value=value):
            yield from _changes(value) if value is not None else ()
            return
        case ast.arg():
            return
        case ast.FunctionDef(name="__repr__" | "__str__"):
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


def _all(where: str) -> Iterator[Mutant]:
    """Every mutant of a folder, of a file, or of one line of a file."""
    name, _, line = where.rstrip("/").partition(":")
    path = ROOT / name
    for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
        if not {"tests", "compiled"} & set(file.relative_to(ROOT).parts):
            yield from (mutant for mutant in mutants(file) if not line or mutant.line == int(line))


def chosen(places: list[str], number: int, seed: int) -> list[Mutant]:
    """Mutants drawn at random, the same for the same seed and code."""
    everything = [mutant for place in places for mutant in _all(place)]
    return random.Random(seed).sample(everything, min(number, len(everything)))


class Tree:
    """A copy of the project in which one mutant after the other is tried."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        for name in _COPIED:
            if (ROOT / name).is_file():
                shutil.copy2(ROOT / name, folder / name)
            else:
                shutil.copytree(ROOT / name, folder / name)
        (folder / "tmp").mkdir()
        plugins = [str(path) for path in sorted((folder / "plugins").iterdir()) if path.is_dir()]
        self.env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *plugins]), "PYTHONHASHSEED": "0",
                    "PYTHONDONTWRITEBYTECODE": "1", "CI": "true", "TMPDIR": str(folder / "tmp")}  # fmt: skip

    def tried(
        self, tests: tuple[str, ...], found: list[Mutant], patience: float
    ) -> Iterator[tuple[Mutant, bool]]:
        """Each mutant, and whether one of the tests fails, or does not end, with the mutant in place."""
        asked = self.root / "tmp" / "asked.json"
        asked.write_bytes(msgspec.json.encode(Asked(tests, _known(tests), patience, found)))
        told, answer = os.pipe()
        command = [sys.executable, "-m", "pytest", *QUIETLY, "-p", "tests.mutants_tried", *tests]
        server = subprocess.Popen(
            command, cwd=self.root, env={**self.env, "MUTANTS": f"{answer}:{asked}"}, pass_fds=[answer],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=None,
        )  # fmt: skip
        os.close(answer)
        with open(told, encoding="utf-8") as answers:
            for mutant, line in zip(found, answers, strict=True):
                yield mutant, line.startswith("noticed")
        server.wait()


def _known(tests: tuple[str, ...]) -> str:
    """Where it is kept which tests reach which lines: under a name made of the code and of these tests' folders."""
    digest = hashlib.sha256(repr((sys.version, tests)).encode())
    code = (path for name in ("smsc_codec", "grammars", "plugins") for path in (ROOT / name).rglob("*"))
    found = {path for path in code if "tests" not in path.relative_to(ROOT).parts}
    found.update((ROOT / "tests").glob("*.py"))
    for name in tests:
        path = ROOT / name
        found.update((path if path.is_dir() else path.parent).rglob("*.py"))
    for path in sorted(found):
        if path.suffix in {".py", ".lark"} and not path.name.startswith("mutants"):
            digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return str(Path(tempfile.gettempdir()) / f"smsc-codec-reached-{digest.hexdigest()[:16]}.json")


def tried(found: list[Mutant], jobs: int, patience: float) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant, and whether it was noticed."""
    groups: dict[tuple[str, ...], list[Mutant]] = {}
    for mutant in found:
        groups.setdefault(tests_of(mutant.path), []).append(mutant)
    answers: SimpleQueue[tuple[Mutant, bool] | None] = SimpleQueue()
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(jobs) as pool:
        trees = []
        for number in range(jobs):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            trees.append(Tree(folder))

        def attempt(tree: Tree, share: int) -> None:
            try:
                for tests, group in groups.items():
                    for answer in tree.tried(tests, group[share::jobs], patience):
                        answers.put(answer)
            finally:
                answers.put(None)

        running = [pool.submit(attempt, tree, share) for share, tree in enumerate(trees)]
        ended = 0
        while ended < jobs:
            answer = answers.get()
            if answer is None:
                ended += 1
            else:
                yield answer
        for one in running:
            one.result()


def main() -> int:
    """Try mutants, print those that no test notices, and give 1 where fewer than 95 of 100 are noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("places", nargs="+", metavar="PLACE", help="a folder, FILE or FILE:LINE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--patience", type=float, default=300.0, help="seconds of tests that are spent on one mutant"
    )
    parser.add_argument("--show", action="store_true", help="print the mutants and try none")
    parser.add_argument("--again", type=Path, help="try those alone that this output of an earlier run names")
    asked = parser.parse_args()
    found = chosen(asked.places, asked.number, asked.seed)
    if asked.again:
        silent = set(asked.again.read_text(encoding="utf-8").split("\n"))
        found = [one for one in found if f"not noticed: {one}" in silent]
    if asked.show:
        print(*found, sep="\n")
        return 0
    noticed = 0
    for number, (mutant, seen) in enumerate(tried(found, asked.jobs, asked.patience), 1):
        noticed += seen
        if not seen:
            print(f"not noticed: {mutant}", flush=True)
        elif number % 20 == 0:
            print(f"{noticed} of {number} noticed", flush=True)
    print(f"{noticed} of {len(found)} noticed ({noticed / max(1, len(found)):.1%})")
    return 0 if noticed >= 0.95 * len(found) else 1


if __name__ == "__main__":
    sys.exit(main())
