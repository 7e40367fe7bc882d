"""What a command has no need of it does not load: that is what keeps each run short."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.cli.session_files import FILES

#: What is loaded where it is needed, not before.
LAZY = {
    *(f"smsc_codec.cli.{name}" for name in (
        "added_ignores answers gitignored helping jobs known mending menu.calls menu.changed menu.explored menu.junit "
        "menu.recording menu.speaker parts_picture reporting shown_settings trouble watching"
    ).split()),
    *(f"smsc_codec.linter.{name}" for name in (
        "asking causes embedded gitignore globs leftovers pages reports.frame reports.statistics reports.totals "
        "reports.unified reports.width selectors words.russian words.sentences"
    ).split()),
    "smsc_codec.secrets.told", "smsc_codec.text.charsets", "tomllib",
}  # fmt: skip
#: A command, and what of that it needs.
NEEDED = {
    "lint clean.menu": "linter.reports.totals",
    "lint a.sms": "linter.reports.totals text.charsets",
    "lint none.menu": "linter.reports.frame linter.reports.totals linter.reports.width",
    "lint error.menu": "linter.causes linter.reports.frame linter.reports.totals linter.reports.width secrets.told",
    "lint --format concise clean.menu": "linter.reports.width",
    "lint --format concise error.menu": "linter.causes linter.reports.width secrets.told",
    "lint --format json error.menu": "linter.causes linter.reports.statistics linter.reports.width secrets.told",
    "lint --fix clean.menu": "cli.mending linter.reports.totals linter.reports.unified linter.reports.width",
    "lint --jobs 1 clean.menu": "linter.reports.totals",
    "lint --explain-kind error.menu t.csv": "text.charsets",
    "lint --show-files error.menu": "",
    "fmt --check clean.menu": "cli.trouble linter.reports.unified linter.reports.width",
    "parse clean.menu": "cli.trouble",
    "schema menu": "",
    "parts --json a.sms": "cli.trouble text.charsets",
    "menu play shop.menu": "cli.menu.calls",
    "menu test good.call": "cli.menu.calls cli.menu.junit linter.reports.totals",
    "menu explore clean.menu": "cli.menu.explored cli.trouble linter.reports.totals linter.reports.width",
    "menu diff shop.menu shop.menu": "cli.menu.changed cli.menu.explored linter.reports.totals",
    "menu graph --format dot clean.menu": "cli.trouble",
    "menu new --from t.csv -": "",
    "reply none.txt": "text.charsets",
}


@pytest.mark.parametrize(("command", "needed"), NEEDED.items(), ids=NEEDED)
def test_what_is_not_needed_is_not_loaded(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, needed: str
) -> None:
    """A command does the same where all that it has no need of cannot be loaded."""
    for name, text in FILES.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "pyproject.toml").write_text("[tool.other]\n")
    done = cli(*command.split())
    with monkeypatch.context() as without:
        for name in LAZY - {f"smsc_codec.{one}" for one in needed.split()} - set(needed.split()):
            without.setitem(sys.modules, name, None)
        again = cli(*command.split())
    assert again == done
