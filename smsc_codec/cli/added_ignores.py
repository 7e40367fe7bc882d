"""`lint --add-ignores`: what is found now goes into the configuration as per-file ignores."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from smsc_codec.cli import terminal
from smsc_codec.cli.asked import Request
from smsc_codec.cli.discover import Found, relative_name
from smsc_codec.cli.files import Unreadable, read
from smsc_codec.cli.outputs import Output
from smsc_codec.cli.settings import Configuration
from smsc_codec.cli.writing import write
from smsc_codec.linter.added_ignores import NotEdited, with_ignores
from smsc_codec.linter.registry import ConfigError
from smsc_codec.linter.reports import FileReport
from smsc_codec.linter.reports.totals import plural

_NEW = "smsc-codec.toml"


def add_ignores(
    request: Request, configuration: Configuration, found: Sequence[Found], reports: Iterable[FileReport]
) -> bool:
    """Write the rules that find something in each file into the configuration; gives whether all could be done.

    Where there is no configuration one is made in the current folder. Raises ConfigError where it cannot be written.
    """
    if request.isolated:
        raise ConfigError("--add-ignores", "'--isolated' means no configuration; leave one of them out")
    codes: dict[str, set[str]] = {}
    whole = True
    for report in reports:
        if report.failure is not None:
            whole = False
            terminal.say(f"{report.path}: {report.failure}")
        for finding in report.findings:
            codes.setdefault(report.path, set()).add(finding.code)
    new = {}
    for file in found:
        if file.name not in codes:
            continue
        glob = _glob(file.known)
        if glob is None:
            whole = False
            terminal.say(f"{file.name}: it is outside the configuration's folder, so no ignore can name it")
        else:
            new[glob] = sorted(codes[file.name])
    path = configuration.path or _NEW
    if new:
        _written(path, dict(sorted(new.items())), exists=bool(configuration.path))
    terminal.say(f"{relative_name(path)}: {plural(sum(map(len, new.values())), 'ignore')} added")
    return whole


def _glob(known: str) -> str | None:
    """The glob that is for one file alone; None for a file that no glob can name."""
    if os.path.isabs(known) or known.startswith("../") or known == "<stdin>":
        return None
    try:
        known.encode()
    except UnicodeEncodeError:  # octets that are no UTF-8
        return None
    return known if "/" in known else f"./{known}"


def _written(path: str, new: dict[str, list[str]], *, exists: bool) -> None:
    table = ("tool", "smsc-codec") if os.path.basename(path).endswith("pyproject.toml") else ()
    try:
        if exists:
            source = read(path, "utf-8")
            write(path, source, with_ignores(source.text, new, table))
        elif os.path.lexists(path):
            raise ConfigError("--add-ignores", f"'{path}' was created in the meantime; run this again")
        else:
            with Output(path) as file:
                file.write(with_ignores("", new, table))
    except (Unreadable, NotEdited) as error:
        raise ConfigError("--add-ignores", f"'{relative_name(path)}': {error}") from None
