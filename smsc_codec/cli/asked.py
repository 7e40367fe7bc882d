"""What is asked of a lint run, and the settings that come of it and the configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, structs

from smsc_codec.cli.settings import Configuration
from smsc_codec.diagnostics import Severity
from smsc_codec.linter.config import Settings
from smsc_codec.linter.registry import ConfigError, check_selectors
from smsc_codec.rules import Rule


class Request(Struct, frozen=True, kw_only=True):
    """What was asked for on the command line; None leaves a setting to the configuration."""

    paths: tuple[str, ...]
    stdin_filename: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    format: str | None = None
    fail_on: str | None = None
    fix: bool = False
    fix_only: bool = False
    ask: bool = False
    watch: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    kind: str | None = None
    encoding: str | None = None
    config: str | None = None
    isolated: bool = False
    severity: Mapping[str, Severity] = {}
    explain_kind: bool = False
    baseline: str | None = None
    update_baseline: bool = False
    add_ignores: bool = False
    show_files: bool = False
    show_settings: bool = False
    gitignore: bool | None = None
    statistics: bool = False
    output_file: str | None = None
    report: tuple[str, ...] = ()
    color: str = "auto"
    #: How many processes; None leaves it to the number of files and processors.
    jobs: int | None = None
    quiet: bool = False
    #: Options of languages, by their kinds, in place of the configuration's.
    languages: Mapping[str, Any] = {}


#: What a run may do instead of telling what it finds.
_INSTEAD = ("show_settings", "show_files", "explain_kind", "update_baseline", "add_ignores")
#: The first three lint nothing, the others write something else than a report, or a diff: what asks for one of these
#: would be passed over in silence.
_PASSED_OVER = ("output_file", "report", "statistics", "diff")
_PASSED_OVER_TOO = ("watch", "fix_only", "ask", "fix")


def check_request(request: Request) -> None:
    """Raise ConfigError for options that contradict each other, of which one would be passed over."""

    def given(*names: str) -> list[str]:
        return [f"--{name.replace('_', '-')}" for name in names if getattr(request, name)]

    instead = given(*_INSTEAD)
    others = [*instead[1:], *given(*_PASSED_OVER)]
    if given(*_INSTEAD[:3]):
        others += given(*_PASSED_OVER_TOO)
    if instead and others:
        raise ConfigError(others[0], f"not together with '{instead[0]}'; leave one of them out")
    if request.ask and request.diff:
        raise ConfigError("--ask", "--diff changes nothing; leave one of them out")
    if "-" not in request.paths:
        return
    if request.ask:
        raise ConfigError("--ask", "the answers are read from standard input; leave one of them out")
    if request.watch:
        raise ConfigError("--watch", "standard input cannot be watched; name files or folders")
    if (request.baseline or request.update_baseline) and request.stdin_filename is None:
        raise ConfigError(
            "--update-baseline" if request.update_baseline else "--baseline",
            "standard input has no name there; '--stdin-filename PATH' gives it one",
        )


def settings_of(request: Request, configuration: Configuration, rules: Mapping[str, Rule]) -> Settings:
    """The configuration's settings with what was asked for. Raises ConfigError for a rule that does not exist."""
    settings, source = configuration.settings, os.path.basename(configuration.path)
    for selectors, where in (
        (request.select, "--select"),
        (request.ignore, "--ignore"),
        (settings.select, f"{source}: select"),
        (settings.ignore, f"{source}: ignore"),
        (tuple(request.severity), "--severity"),
        (tuple(settings.severity), f"{source}: severity"),
    ):
        check_selectors(selectors, rules, where, items=False)
    for glob, selectors in settings.per_file_ignores.items():
        check_selectors(selectors, rules, f"{source}: per-file-ignores.{glob}")
    return _changed(request, settings, rules)


def _changed(request: Request, settings: Settings, rules: Mapping[str, Rule]) -> Settings:
    kept = {one: grade for one, grade in settings.severity.items() if one not in request.severity}
    changes: dict[str, Any] = {
        "severity": {**kept, **request.severity},
        "languages": {**settings.languages, **request.languages},
        "unsafe_fixes": settings.unsafe_fixes or request.unsafe_fixes,
    }
    ignore = settings.ignore
    if request.select:
        from smsc_codec.linter.selectors import equal

        changes["select"] = request.select
        # What is asked for here and now runs, unless the configuration ignores it more exactly.
        ignore = tuple(i for i in ignore if not any(equal(i, s, rules.values()) for s in request.select))
    if request.select or request.ignore:
        changes["ignore"] = (*ignore, *request.ignore)
    for name in ("profile", "format", "fail_on"):
        if getattr(request, name):
            changes[name] = getattr(request, name)
    if request.profile and not request.select:
        changes["select"] = ()
    for name in ("gitignore", "baseline"):
        if getattr(request, name) is not None:
            changes[name] = getattr(request, name)
    return structs.replace(settings, **changes)
