"""How a rule's docstring becomes its page; that every built-in page is right is tested beside the rules."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.diagnostics import Problem
from smsc_codec.linter import pages
from smsc_codec.linter.registry import all_rules
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("TST001", "made-up", "warning", profile="pedantic", fix="sometimes safe")
def made_up(_: object) -> Iterator[Problem]:
    """The first line says it.

    Why it is so,
    in two lines (IVR-7).

    Options::

        max-depth = 2

    Bad::

        Hello!

        {menu: Press 1
          1: end}

    Good::

        {menu: Fix: none of this is a heading
        1: end}

    Fix: safe: does
    something.
    Since: 0.1
    """
    return iter(())


ERR_LOOP = all_rules()["IVR104"]


def test_parts_of_a_page() -> None:
    """Each part is taken out whole; examples keep their layout, and what is indented is no heading."""
    assert pages.page(made_up) == pages.Page(
        summary="The first line says it.",
        why="Why it is so,\nin two lines (IVR-7).",
        bad="Hello!\n\n{menu: Press 1\n  1: end}\n",
        good="{menu: Fix: none of this is a heading\n1: end}\n",
        options="max-depth = 2\n",
        fix="safe: does something.",
        since="0.1",
    )


def test_page_of_nothing() -> None:
    """A rule without a docstring has an empty page, not an error."""

    @Ruleset().rule("TST002", "silent", "info")
    def silent(_: object) -> Iterator[Problem]:
        return iter(())

    assert pages.page(silent) == pages.Page("", "", "", "", "", "", "")


def test_markdown_has_everything() -> None:
    """The Markdown page shows head, reason, the bad example with its real output, the good one, and the fix."""
    text = pages.markdown(ERR_LOOP)
    shown = pages.page(ERR_LOOP)
    assert text.startswith(
        f"# IVR104 err-loop\n\n{shown.summary}\n\n*error, no fix, since 0.1*\n\n{shown.why}\n"
    )
    assert f"\n## Bad\n\n```text\n{shown.bad}```\n" in text
    assert "error[IVR104] err-loop: " in text
    assert f"\n## Good\n\n```text\n{shown.good}```\n" in text
    assert text.endswith("\n## Fix\n\nNone.\n")
    assert "\x1b" not in text


def test_head_names_profile_and_fix() -> None:
    """The head says that a rule runs only in the pedantic profile, and how safe its fix is."""
    assert "*warning, profile pedantic, sometimes safe fix, since 0.1*" in pages.markdown(made_up)
    assert "(warning, profile pedantic, sometimes safe fix, since 0.1)" in pages.text(made_up)


def test_text_indents_the_examples() -> None:
    """In a terminal examples are indented, without white space at the ends of lines."""
    lines = pages.text(ERR_LOOP).split("\n")
    assert "    Hello!" in lines
    assert all(line == line.rstrip() for line in lines)


def test_data_has_the_same() -> None:
    """As data a page has the rule's own fields and the parts of its docstring."""
    data = pages.as_data(ERR_LOOP)
    shown = pages.page(ERR_LOOP)
    assert (data["code"], data["name"], data["severity"], data["fix"]) == (
        "IVR104",
        "err-loop",
        "error",
        "none",
    )
    assert (data["summary"], data["bad"], data["good"]) == (shown.summary, shown.bad, shown.good)
    assert data["output"] == pages.output(ERR_LOOP, shown.bad)
    assert pages.as_data(made_up)["options"] == "max-depth = 2\n"


def test_examples_run_with_their_options() -> None:
    """Only the page's own rule runs on its examples."""
    assert {finding.code for finding in pages.findings(ERR_LOOP, pages.page(ERR_LOOP).bad)} == {"IVR104"}
    assert pages.findings(ERR_LOOP, pages.page(ERR_LOOP).good) == ()


def test_listing_is_one_line_a_rule() -> None:
    """The list has a line a rule, in columns, and marks the pedantic ones."""
    lines = pages.listing([made_up, ERR_LOOP]).split("\n")
    assert lines[0] == "TST001  made-up   warning  (pedantic) The first line says it."
    assert lines[1].startswith("IVR104  err-loop  error    ")


def test_folder_has_a_file_a_rule_and_an_index() -> None:
    """docs/rules: a page a rule, and an index that links each of them."""
    made = pages.folder({"IVR104": ERR_LOOP, "TST001": made_up})
    assert set(made) == {"README.md", "IVR104.md", "TST001.md"}
    assert made["IVR104.md"] == pages.markdown(ERR_LOOP)
    assert "| [TST001](TST001.md) | `made-up` | warning | pedantic | sometimes safe |" in made["README.md"]
