"""The room that suppresses: the configuration hides findings by file, rule and item; nothing in a payload can."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from smsc_codec.diagnostics import Finding, Span
from smsc_codec.lazy import regex
from smsc_codec.linter.block import Block
from smsc_codec.rules import Rule


class Suppressions:
    """The `per-file-ignores` of the configuration, and which of them hid something."""

    def __init__(self, ignores: Mapping[str, Sequence[str]]) -> None:
        self._entries = [
            (glob, one) for glob, selectors in ignores.items() for one in dict.fromkeys(selectors)
        ]
        self._seen: set[tuple[str, str]] = set()
        self._used: set[tuple[str, str]] = set()

    def suppress(self, known: str, block: Block, rules: Mapping[str, Rule], *, noted: bool = True) -> Block:
        """The block without what is hidden in the file that is `known` to globs so; "" is no file's name."""
        if not self._entries or not known:
            return block
        told, hidden = (
            self.kept(known, some, rules, block.item_at, noted=noted)
            for some in (block.findings, block.hidden)
        )

        def again(text: str) -> Block:
            return self.suppress(known, block.again(text), rules, noted=False)

        return structs.replace(block, findings=told, hidden=hidden, again=again)

    def kept(
        self,
        path: str,
        findings: Sequence[Finding],
        rules: Mapping[str, Rule],
        item_at: object,
        *,
        noted: bool = True,
    ) -> tuple[Finding, ...]:
        """The findings of a file that no entry hides. `item_at` gives the key of the item at an offset, or is None.

        What hid something is `noted`, unless this is not how the file is but how it might be.
        """
        from smsc_codec.linter.globs import fits

        entries = [entry for entry in self._entries if fits(path, entry[0])]
        if not entries:
            return tuple(findings)
        if noted:
            self._seen.update(entries)
        kept = []
        for finding in findings:
            hiding = [entry for entry in entries if _hides(entry[1], finding, rules, item_at)]
            if noted:
                self._used.update(hiding)
            if not hiding:
                kept.append(finding)
        return tuple(kept)

    def noted(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """The entries that were about a file so far, and those that hid something."""
        return sorted(self._seen), sorted(self._used)

    def also(self, seen: Iterable[tuple[str, str]], used: Iterable[tuple[str, str]]) -> None:
        """Note what somebody else has `noted` under the same configuration."""
        self._seen.update(seen)
        self._used.update(used)

    def unused(self, text: str, skipped: Sequence[Rule] = ()) -> tuple[Finding, ...]:
        """SUP001 for each entry that was about a linted file and hid nothing, placed in the configuration's text.

        Of an entry that names one of the `skipped` rules it is not known whether it would have hidden something.
        """
        from smsc_codec.linter.selectors import matches

        found = []
        places = _Places(text)
        idle = self._seen - self._used
        for glob, selector in self._entries:
            bare = selector.partition("@")[0]
            if (glob, selector) not in idle or any(matches(bare, rule) for rule in skipped):
                continue
            message = f"'{selector}' no longer hides anything in the files '{glob}'"
            place = places.of(glob, selector)
            found.append(Finding("SUP001", "unused-suppression", "warning", message, place))
        return tuple(sorted(found, key=lambda finding: finding.span))


class _Places:
    """Where the entries stand in a configuration, which may hold the tables of other tools before ours."""

    def __init__(self, text: str) -> None:
        table = re.search(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?smsc-codec\b", text, re.MULTILINE)
        self._start = max(text.find("per-file-ignores", table.start() if table else 0), 0)
        self._found: dict[tuple[str, str], Span] = {}
        # The string before an array is its key; in an array there are strings and commas alone.
        key, words = "", ""
        inside = False
        for token in _TOKENS.finditer(text, self._start):
            said = token.group()
            if said[0] in "\"'":
                words = said[1:-1]
                if inside:
                    self._found.setdefault((key, words), Span(token.start() + 1, token.end() - 1))
            elif said[0] == "=":
                key, inside = words, True
            elif said == "]":
                inside = False
            else:  # a comment does not stand between a key and its sign
                words = said

    def of(self, glob: str, selector: str) -> Span:
        """Where an entry stands; where the entries begin if it is not found."""
        return self._found.get((glob, selector), Span(self._start, self._start))


#: What a key or a selector can be, and the signs between them; comments are passed over.
_TOKENS = regex(r"#[^\n]*|\"[^\"\n]*\"|'[^'\n]*'|=\s*\[|\]|[\w-]+")


def _hides(selector: str, finding: Finding, rules: Mapping[str, Rule], item_at: object) -> bool:
    from smsc_codec.linter.selectors import matches

    bare, _, item = selector.partition("@")
    rule = rules.get(finding.code)
    if rule is None or not matches(bare, rule):
        return False
    return not item or (callable(item_at) and item_at(finding.span.start) == item)
