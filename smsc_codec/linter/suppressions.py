"""Findings that the configuration hides: by file, by rule and by item. Nothing in a payload can hide one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from smsc_codec.diagnostics import Finding, Problem, Span
from smsc_codec.linter.selectors import matches
from smsc_codec.rules import Rule, Ruleset

RULES = Ruleset()


@RULES.rule("SUP001", "unused-suppression", "warning")
def unused_suppression(_: object) -> Iterator[Problem]:
    """An ignore in the configuration hides nothing.

    `per-file-ignores` names a rule, or a rule at an item (`IVR303@4`), for files in which it finds nothing any more.
    Such leftovers hide the next real finding. It is reported at the entry in the configuration, and only when a
    file that the entry is about was linted.

    Fix: none: take the entry out of the configuration.
    Since: 0.1
    """
    return iter(())


class Suppressions:
    """The `per-file-ignores` of the configuration, and which of them hid something."""

    def __init__(self, ignores: Mapping[str, Sequence[str]]) -> None:
        self._entries = [
            (glob, one) for glob, selectors in ignores.items() for one in dict.fromkeys(selectors)
        ]
        self._seen: set[tuple[str, str]] = set()
        self._used: set[tuple[str, str]] = set()

    def kept(
        self, path: str, findings: Sequence[Finding], rules: Mapping[str, Rule], item_at: object
    ) -> tuple[Finding, ...]:
        """The findings of a file that no entry hides. `item_at` gives the key of the item at an offset, or is None."""
        entries = [entry for entry in self._entries if fits(path, entry[0])]
        if not entries:
            return tuple(findings)
        self._seen.update(entries)
        kept = []
        for finding in findings:
            hiding = [entry for entry in entries if _hides(entry[1], finding, rules, item_at)]
            self._used.update(hiding)
            if not hiding:
                kept.append(finding)
        return tuple(kept)

    def unused(self, text: str, skipped: Sequence[Rule] = ()) -> tuple[Finding, ...]:
        """SUP001 for each entry that was about a linted file and hid nothing, placed in the configuration's text.

        Of an entry that names one of the `skipped` rules it is not known whether it would have hidden something.
        """
        found = []
        for glob, selector in self._entries:
            bare = selector.partition("@")[0]
            if (glob, selector) not in self._seen - self._used or any(
                matches(bare, rule) for rule in skipped
            ):
                continue
            message = f"'{selector}' hides nothing in the files '{glob}'"
            found.append(
                Finding("SUP001", "unused-suppression", "warning", message, _place(text, glob, selector))
            )
        return tuple(sorted(found, key=lambda finding: finding.span))


def _place(text: str, glob: str, selector: str) -> Span:
    """Where an entry stands in a configuration, which may hold the tables of other tools before ours."""
    table = re.search(r"^\s*\[\s*tool\s*\.\s*[\"']?smsc-codec\b", text, re.MULTILINE)
    start = max(text.find("per-file-ignores", table.start() if table else 0), 0)
    entry = rf"{re.escape(glob)}[\"']?\s*=\s*\[[^\]]*?[\"']({re.escape(selector)})[\"']"
    found = re.compile(entry).search(text, start)
    return Span(*found.span(1)) if found else Span(start, start)


def _hides(selector: str, finding: Finding, rules: Mapping[str, Rule], item_at: object) -> bool:
    bare, _, item = selector.partition("@")
    rule = rules.get(finding.code)
    if rule is None or not matches(bare, rule):
        return False
    return not item or (callable(item_at) and item_at(finding.span.start) == item)


def fits(path: str, glob: str) -> bool:
    """Whether a relative path with forward slashes fits a glob.

    `*` and `?` stay within a folder, `**` does not; a glob without a slash is for the file's name alone.
    """
    return bool(_pattern(glob).fullmatch(path if "/" in glob else path.rpartition("/")[2]))


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    out = ""
    for piece in re.findall(r"\*\*/|\*\*|\*|\?|[^*?]+", glob.removeprefix("./")):
        out += {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece) or re.escape(piece)
    return re.compile(out, re.DOTALL)
