"""`lint --watch`: lints again whenever a file or the configuration changes, until it is interrupted."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from smsc_codec.cli import CLEAN, USAGE, terminal
from smsc_codec.cli.asked import Request, check_request, settings_of
from smsc_codec.cli.discover import discover, globs_of, relative_name
from smsc_codec.cli.linting import lint
from smsc_codec.cli.settings import Configuration, load
from smsc_codec.linter.config import Settings
from smsc_codec.linter.registry import ConfigError, all_rules
from smsc_codec.linter.reports.totals import plural

#: How often is looked for changes, in seconds.
INTERVAL = 0.5
#: So many of the changed files are named.
_NAMED = 3
_CLEARED = "\x1b[2J\x1b[3J\x1b[H"

#: What is known of each file: when it was written, how long it is, which file it is; nothing of one that is gone.
State = Mapping[str, tuple[int, int, int] | None]


def wait() -> None:
    """Let some time pass."""
    time.sleep(INTERVAL)


def watch(request: Request) -> int:
    """Lint, then again after each change. Ctrl-C ends it, and is no failure."""
    try:
        check_request(request)
        _check_watchable(request.paths)
    except ConfigError as error:
        terminal.say(str(error))
        return USAGE
    try:
        before = state(request)
        while True:
            if sys.stdout.isatty():
                sys.stdout.write(_CLEARED)
            lint(request)
            sys.stdout.flush()
            files = plural(sum(known is not None for known in before.values()), "file")
            terminal.say(f"watching {files}; Ctrl-C ends it")
            # What changed while it was linted is seen, since that was looked at before.
            now = state(request)
            while now == before:
                wait()
                now = state(request)
            changed = [name for name in {**before, **now} if before.get(name) != now.get(name)]
            names = ", ".join(map(relative_name, changed[:_NAMED]))
            more = f" and {len(changed) - _NAMED} more" if len(changed) > _NAMED else ""
            terminal.say(f"changed: {names}{more}")
            before = now
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return CLEAN


def _check_watchable(paths: Iterable[str]) -> None:
    """Raise ConfigError for a pipe or a device: it says a thing once, and whoever waits for more waits for ever."""
    for path in paths:
        with suppress(OSError):
            mode = os.stat(path).st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise ConfigError(
                    "--watch",
                    f"'{path}' is a pipe or a device, which cannot be watched; name files or folders",
                )


def state(request: Request) -> State:
    """What is there now of all that decides what a run says."""
    return {path: _known(path) for path in _watched(request)}


def _watched(request: Request) -> Iterator[str]:
    yield from _configurations(request)
    try:
        configuration = load(request.config, isolated=request.isolated)
        settings = settings_of(request, configuration, all_rules())
    except ConfigError:  # the run has told of it
        configuration = Configuration(Settings())
        settings = configuration.settings
    for file in discover(request.paths or (".",), globs_of(settings, configuration.folder, request.kind))[0]:
        yield file.path


def _configurations(request: Request) -> Iterator[str]:
    """Where a configuration stands or may come up."""
    if request.config is not None:
        yield request.config
        return
    here = os.path.abspath(".")
    while not request.isolated:
        for name in ("smsc-codec.toml", "pyproject.toml"):
            yield os.path.join(here, name)
        above = os.path.dirname(here)
        if above == here or os.path.exists(os.path.join(here, ".git")):
            return
        here = above


def _known(path: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
