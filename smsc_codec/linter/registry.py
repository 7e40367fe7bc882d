"""Which rules and kinds there are, and which rules run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from smsc_codec.diagnostics import CodecError
from smsc_codec.payloads import ALIASES, KINDS, codec, foreign_codecs, foreign_kinds, package_of
from smsc_codec.payloads.codec import Codec
from smsc_codec.plugins import PluginError, note_broken
from smsc_codec.rules import Profile, Rule


class ConfigError(CodecError):
    """A setting that makes no sense. `where` is the option or the key's path; `reason` says what is allowed."""

    def __init__(self, where: str, reason: str) -> None:
        self.where = where
        self.reason = reason
        super().__init__(where, reason)

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


def existing_kind(kind: str, where: str) -> str:
    """The kind, if it exists; else ConfigError with the nearest one that does."""
    kind = ALIASES.get(kind, kind)
    if kind in KINDS or kind in foreign_kinds():
        return kind
    from smsc_codec.text.near import nearest

    meant = nearest(kind, (*KINDS, *foreign_kinds()))
    hint = f"did you mean '{meant}'?" if meant else f"choose one of {', '.join((*KINDS, *foreign_kinds()))}"
    raise ConfigError(where, f"unknown kind '{kind}'; {hint}")


class Rules(Mapping[str, Rule]):
    """Every rule by its code, loaded when first looked at: most runs need those of one language only.

    Those of packages of others come after the built-in ones, and are looked for only when these are not enough. A
    language with a rule whose code or name is another's has none here: `clash` tells of it.
    """

    @cached_property
    def _built_in(self) -> dict[str, Rule]:
        from smsc_codec.linter.leftovers import RULES

        rules = {rule.code: rule for kind in KINDS for rule in codec(kind).rules()}
        rules |= {rule.code: rule for rule in RULES.rules}
        return dict(sorted(rules.items()))

    @cached_property
    def _others(self) -> dict[str, Rule]:
        found = (rule for rules, _ in self._foreign.values() for rule in rules)
        return {rule.code: rule for rule in found if rule.code not in self._built_in}

    @cached_property
    def _foreign(self) -> dict[str, tuple[list[Rule], PluginError | None]]:
        """The rules of each language of others, or none and why."""
        made: dict[str, tuple[list[Rule], PluginError | None]] = {}
        taken = _by_words(self._built_in.values())
        for language in foreign_codecs():
            rules = language.rules()
            own = _by_words(rules)
            # A language may have a rule of another's, as built-in ones share those on garbled text.
            clash = next((rule for word, rule in own.items() if taken.get(word, rule) != rule), None)
            if clash:
                reason = f"its rule {clash.code} {clash.name} already exists"
                error = PluginError(package_of(language.kind), reason)
                note_broken(error)
                made[language.kind] = [], error
                continue
            made[language.kind] = sorted(rules, key=lambda rule: rule.code), None
            taken |= own
        return made

    def clash(self, kind: str) -> PluginError | None:
        """What is wrong with the rules of a language of somebody else's: a code or name is that of another rule."""
        return self._foreign[kind][1] if kind in self._foreign else None

    def __getitem__(self, code: str) -> Rule:
        return self._built_in[code] if code in self._built_in else self._others[code]

    def __iter__(self) -> Iterator[str]:
        yield from self._built_in
        yield from self._others

    def __len__(self) -> int:
        return len(self._built_in) + len(self._others)

    def built_in(self) -> Mapping[str, Rule]:
        """Those of this package alone."""
        return self._built_in


def _by_words(rules: Iterable[Rule]) -> dict[str, Rule]:
    return {word: rule for rule in rules for word in (rule.code, rule.name)}


def all_rules() -> Rules:
    """Every rule by its code."""
    return Rules()


def rules_of(language: Codec) -> list[Rule]:
    """The rules of a language. Raises PluginError where one of somebody else's has a code or name that is taken."""
    if language.kind not in KINDS:
        clash = all_rules().clash(language.kind)
        if clash:
            raise clash
    return language.rules()


def check_selectors(
    selectors: Sequence[str], rules: Mapping[str, Rule], where: str, *, items: bool = True
) -> None:
    """Raise ConfigError, with the nearest rule, for a selector that selects nothing.

    `items`: whether it may be for one item, `IVR303@4`.
    """
    if not selectors:
        return
    from smsc_codec.linter.selectors import matches

    for selector in selectors:
        bare, at, item = selector.partition("@")
        if any(matches(bare, rule) for rule in rules.values()):
            if at and items and not item:
                raise ConfigError(where, f"'{selector}': expected an item behind '@', as in 'IVR303@4'")
            if at and not items:
                raise ConfigError(
                    where, f"'{selector}': only per-file-ignores can name items, such as 'IVR303@4'"
                )
            continue
        from smsc_codec.text.near import nearest

        meant = nearest(bare, list(rules)) or nearest(bare, [rule.name for rule in rules.values()], 3)
        hint = f"; did you mean '{meant}'?" if meant else "; 'smsc-codec rule' lists them all"
        raise ConfigError(where, f"unknown rule '{bare}'{hint}")


def selected(
    rules: Iterable[Rule],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    profile: Profile = "default",
) -> list[Rule]:
    """The rules that run: those of the profile, or of `select` where it is given, without those of `ignore`.

    Where both name a rule the more exact one wins, and `ignore` where they are equal.
    """
    if not select and not ignore:
        return [rule for rule in rules if profile == "pedantic" or rule.profile == "default"]
    from smsc_codec.linter.selectors import matches

    running = []
    for rule in rules:
        wanted = max((matches(selector, rule) for selector in select), default=0)
        if not select:
            wanted = 1 if profile == "pedantic" or rule.profile == "default" else 0
        unwanted = max((matches(selector, rule) for selector in ignore), default=0)
        if wanted > unwanted:
            running.append(rule)
    return running
