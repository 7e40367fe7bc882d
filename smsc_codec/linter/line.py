"""The line of rooms that a text goes through: identify, judge, suppress, mend.

Before them somebody reads, behind them somebody reports; every front end comes in here or by the gate.
"""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Finding
from smsc_codec.linter.block import Block, Text
from smsc_codec.linter.config import Settings
from smsc_codec.linter.engine import Linter, running
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.severities import Severities
from smsc_codec.linter.suppressions import Suppressions
from smsc_codec.payloads import codec
from smsc_codec.rules import Rule


class Line:
    """The rooms under some settings, for many texts."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rules = all_rules()
        self.suppressions = Suppressions(settings.per_file_ignores)
        self.severities = Severities(settings.severity, self.rules)
        self._judges: dict[str, Linter] = {}

    def identify(self, text: Text, asked: str | None = None) -> tuple[str, str]:
        """The kind of a text and why, in words; `asked` goes before all but the configuration."""
        from smsc_codec.linter.kinds import kind_of

        return kind_of(text.known, text.text, globs=self.settings.kinds, asked=asked)

    def judge(self, kind: str, text: Text) -> Iterator[Block]:
        """The text, or each block of a long one, with what is found in it and not hidden by the configuration.

        Raises PluginError where somebody else's package is broken.
        """
        from smsc_codec.linter.kinds import Guessed

        known = "" if isinstance(kind, Guessed) and text.text.strip() else kind
        judge = self._judges.get(known)
        if judge is None:
            judge = self._judges[known] = Linter(codec(kind), self.settings)
            if not known:
                from smsc_codec.linter.leftovers import unknown_kind

                judge.rules = running([unknown_kind], self.settings)
        for block in judge.blocks(text):
            yield self.suppressions.suppress(text.known, block, self.rules)

    def runs(self, code: str) -> bool:
        """Whether a rule runs; one that there is no more does, and finds nothing."""
        rule = self.rules.get(code)
        return rule is None or bool(running([rule], self.settings))

    def unused(self, configuration: str, configured: Settings) -> tuple[Finding, ...]:
        """What hid nothing, in the configuration's text: SUP001 where that runs.

        Of rules that its settings run, and these here do not, nothing is known.
        """
        from smsc_codec.linter.leftovers import unused_suppression

        if not running([unused_suppression], self.settings):
            return ()
        skipped: list[Rule] = []
        if self.settings != configured:
            rules = list(self.rules.values())
            now = running(rules, self.settings)
            skipped = [rule for rule in running(rules, configured) if rule not in now]
        return self.suppressions.unused(configuration, skipped)
