"""The pages of the rules: made from their docstrings, with the real output of their examples.

A rule's docstring has a summary, paragraphs that say why, the blocks `Bad::` and `Good::` (whole payloads), and the
lines `Options:`, `Fix:` and `Since:`.
"""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Mapping
from inspect import cleandoc
from typing import Any

from msgspec import Struct

from smsc_codec.diagnostics import Finding
from smsc_codec.linter.config import settings_from
from smsc_codec.linter.engine import Linter, shown
from smsc_codec.linter.registry import all_rules
from smsc_codec.linter.reports import FileReport, Style, render
from smsc_codec.linter.words import Language, said
from smsc_codec.payloads import KINDS, codec, foreign_codecs
from smsc_codec.rules import Rule


class Page(Struct, frozen=True):
    """A rule's docstring, taken apart.

    `bad` and `good` are payloads, "" where a rule is not about one; `options` is the configuration, as TOML, that the
    examples need.
    """

    summary: str
    why: str
    bad: str
    good: str
    options: str
    fix: str
    since: str


def page(rule: Rule) -> Page:
    """The page of a rule."""
    lines = cleandoc(rule.page).split("\n")
    parts: dict[str, list[str]] = {
        "why": [],
        "Options::": [],
        "Bad::": [],
        "Good::": [],
        "Fix:": [],
        "Since:": [],
    }
    current = "why"
    for line in lines[1:]:
        head = line.split(" ")[0]
        if head in parts and line == line.lstrip():
            current = head
            line = line[len(head) :].strip()
        elif head == "Options:" and line == line.lstrip():
            current = "why"
        parts[current].append(line)
    bad, good, options = (
        cleandoc("\n".join(parts[key])).strip("\n") for key in ("Bad::", "Good::", "Options::")
    )
    return Page(
        lines[0],
        "\n".join(parts["why"]).strip(),
        bad and bad + "\n",
        good and good + "\n",
        options and options + "\n",
        " ".join(" ".join(parts["Fix:"]).split()),
        " ".join(parts["Since:"]).strip(),
    )


def kind_of_rule(rule: Rule) -> str:
    """The kind of payload that a rule is about."""
    for kind in KINDS:
        if rule in codec(kind).rules():
            return kind
    return next(
        (language.kind for language in foreign_codecs() if rule in language.rules()), next(iter(KINDS))
    )


def findings(rule: Rule, text: str) -> tuple[Finding, ...]:
    """What the linter finds in a text when only this rule runs, with the options of its page."""
    kind = kind_of_rule(rule)
    table = {"select": [rule.code], kind: tomllib.loads(page(rule).options)}
    return Linter(codec(kind), settings_from(table, rule.code)).check(text)[0]


def output(rule: Rule, text: str, language: Language = "en") -> str:
    """What the linter prints for a text when only this rule runs."""
    kind = kind_of_rule(rule)
    report = FileReport(f"example.{kind}", shown(codec(kind), text), findings(rule, text))
    return "".join(
        render("full", [report], style=Style(language=language), rules={rule.code: rule}, version="")
    )


def _head(rule: Rule, language: Language = "en") -> str:
    profile = "" if rule.profile == "default" else f", {said('profile', language)} {rule.profile}"
    fix = said("no fix" if rule.fix == "none" else f"{rule.fix} fix", language)
    return f"{said(rule.severity, language)}{profile}, {fix}, {said('since', language)} {page(rule).since}"


def markdown(rule: Rule) -> str:
    """The page as Markdown."""
    parts = page(rule)
    text = f"# {rule.code} {rule.name}\n\n{parts.summary}\n\n*{_head(rule)}*\n\n{parts.why}\n"
    if parts.options:
        text += f"\n## Options of the examples\n\n```toml\n{parts.options}```\n"
    if parts.bad:
        text += f"\n## Bad\n\n```text\n{parts.bad}```\n\n```text\n{output(rule, parts.bad).rstrip()}\n```\n"
    if parts.good:
        text += f"\n## Good\n\n```text\n{parts.good}```\n"
    return text + f"\n## Fix\n\n{parts.fix[:1].upper()}{parts.fix[1:]}\n"


def text(rule: Rule, language: Language = "en") -> str:
    """The page for a terminal: what the rule is about, and what it says of the example, in a language."""
    parts = page(rule)

    def block(text: str) -> str:
        return "".join(f"    {line}".rstrip() + "\n" for line in text.rstrip("\n").split("\n"))

    def heading(words: str) -> str:
        return said(words, language)

    why, fix = _body(rule, parts, language)
    out = f"{rule.code} {rule.name}: {said(parts.summary, language)}\n({_head(rule, language)})\n\n{why}\n"
    if parts.options:
        out += f"\n{heading('Options of the examples:')}\n{block(parts.options)}"
    if parts.bad:
        out += f"\n{heading('Bad:')}\n{block(parts.bad)}\n{block(output(rule, parts.bad, language))}"
    if parts.good:
        out += f"\n{heading('Good:')}\n{block(parts.good)}"
    return out + f"\n{heading('Fix:')} {fix}\n"


def _body(rule: Rule, parts: Page, language: Language) -> tuple[str, str]:
    """Why a rule is there and what its fix does; in English where another language has no words for it."""
    if language == "ru":
        from smsc_codec.linter.words.russian.pages import PAGES

        if all_rules().built_in().get(rule.code) is rule:
            why, fix = PAGES[rule.code]
            return textwrap.fill(why, 115, break_long_words=False, break_on_hyphens=False), fix
    return parts.why, parts.fix


def listing(rules: list[Rule], language: Language = "en") -> str:
    """One line a rule."""
    wide = max(len(rule.name) for rule in rules)
    return "\n".join(
        f"{rule.code}  {rule.name:{wide}}  {rule.severity:7}  {'' if rule.profile == 'default' else '(pedantic) '}"
        f"{said(page(rule).summary, language)}"
        for rule in rules
    )


def as_data(rule: Rule) -> dict[str, Any]:
    """The page as data."""
    parts = page(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "profile": rule.profile,
        "fix": rule.fix,
        "summary": parts.summary,
        "why": parts.why,
        "options": parts.options,
        "bad": parts.bad,
        "output": output(rule, parts.bad) if parts.bad else "",
        "good": parts.good,
        "fix_safety": parts.fix,
        "since": parts.since,
    }


def folder(rules: Mapping[str, Rule]) -> dict[str, str]:
    """Every page as a file of docs/rules, and their index."""
    rows = "".join(
        f"| [{code}]({code}.md) | `{rule.name}` | {rule.severity} | {rule.profile} | {rule.fix} "
        f"| {page(rule).summary} |\n"
        for code, rule in rules.items()
    )
    index = (
        "# Rules\n\nMade by `smsc-codec rule --write docs/rules` from the rules themselves.\n\n"
        "| code | name | severity | profile | fix | what it finds |\n|---|---|---|---|---|---|\n" + rows
    )
    return {"README.md": index} | {f"{code}.md": markdown(rule) for code, rule in rules.items()}
