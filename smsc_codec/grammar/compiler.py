"""Grammars to tables: the one place that needs Lark.

    python -m smsc_codec.grammar.compiler [--check] [GRAMMARS-FOLDER]

writes `smsc_codec/grammar/compiled/NAME.py` for each `grammars/NAME.lark`, or with `--check` says which are
stale. `compile_grammar` does the same in memory, for a grammar that a plugin brings.

Lark numbers its states in set order, which changes with the hash seed; they are numbered again here, breadth
first from the start state with symbols in name order, so that the same grammar gives the same bytes everywhere.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from lark import Lark
from lark.grammar import NonTerminal, Rule, Symbol
from lark.lexer import PatternRE, PatternStr, TerminalDef
from lark.parsers.lalr_analysis import Shift
from lark.utils import sre_parse  # type: ignore[attr-defined]

from smsc_codec.grammar.runtime import Tables

#: Terminals with these names are where reading goes on after a mistake, never something to expect.
_ERROR = "ERROR"


def compile_grammar(source: str, *, folder: str | None = None) -> Tables:
    """The tables of a Lark grammar whose start rule is `start`. Raises lark.exceptions.GrammarError."""
    lark = Lark(
        source,
        parser="lalr",
        lexer="contextual",
        maybe_placeholders=False,
        propagate_positions=False,
        import_paths=[folder] if folder else [],
    )
    table = lark.parser.parser._parse_table
    rules = sorted(dict.fromkeys(lark.rules), key=_rule_key)
    number = {rule: i for i, rule in enumerate(rules)}

    order = [table.start_states["start"]]
    seen = set(order)
    for state in order:
        for symbol in sorted(table.states[state]):
            action, target = table.states[state][symbol]
            if action is Shift and target not in seen:
                seen.add(target)
                order.append(target)
    renumbered = {state: i for i, state in enumerate(order)}
    states = tuple(
        {
            str(symbol): renumbered[target] if action is Shift else ~number[target]
            for symbol, (action, target) in sorted(table.states[state].items())
        }
        for state in order
    )

    terminals = sorted(lark.terminals, key=_lexer_order)
    rank = {terminal.name: i for i, terminal in enumerate(terminals)}
    ignored = tuple(sorted(map(str, lark.ignore_tokens)))
    scanners: dict[tuple[str, ...], int] = {}
    lexers = []
    for row in states:
        accepted = tuple(sorted({*ignored, *(name for name in row if name in rank)}, key=rank.__getitem__))
        lexers.append(scanners.setdefault(accepted, len(scanners)))

    every, *_ = lark.grammar.compile(["start"], "*")
    parts = {
        str(t.name): t.pattern.to_regexp() for t in sorted(every, key=_lexer_order) if t.name not in rank
    }

    return Tables(
        terminals={str(t.name): _atomic(t.pattern.to_regexp()) for t in terminals},
        names=_names(_imported(source, folder) + source, [str(t.name) for t in terminals]),
        ignored=ignored,
        scanners=tuple(_scanner([terminals[rank[name]] for name in names]) for names in scanners),
        lexers=tuple(lexers),
        states=states,
        rules=tuple(
            (
                str(rule.origin.name),
                len(rule.expansion),
                _callback(rule),
                tuple(i for i, s in enumerate(rule.expansion) if not getattr(s, "filter_out", False)),
                bool(rule.options.expand1) and not rule.alias,
                any(not s.is_term and s.name.startswith("_") for s in rule.expansion),
            )
            for rule in rules
        ),
        start=renumbered[table.start_states["start"]],
        end=renumbered[table.end_states["start"]],
        pattern=_pattern(lark),
        parts=parts,
        written=_written({**parts, **{str(t.name): t.pattern.to_regexp() for t in terminals}}),
    )


def _rule_key(rule: Rule) -> tuple[str, list[str], str]:
    return str(rule.origin.name), [str(symbol.name) for symbol in rule.expansion], str(rule.alias)


def _callback(rule: Rule) -> str:
    """The name of a rule's tree, as Lark gives it; rules whose name starts with `_` melt into their parent."""
    if str(rule.origin.name).startswith("_"):
        return "_"
    return str(rule.alias or rule.options.template_source or rule.origin.name)


def _lexer_order(terminal: TerminalDef) -> tuple[int, int, int, str]:
    return -terminal.priority, -terminal.pattern.max_width, -len(terminal.pattern.value), terminal.name


def _scanner(terminals: list[TerminalDef]) -> tuple[tuple[str, ...], dict[str, dict[str, str]]]:
    """The terminals one state tries, in order, and the literals that stand inside a pattern's matches.

    Lark takes a literal that a pattern matches whole out of the alternation, and turns the pattern's match into
    the literal where it is equal to it; keywords and names are told apart so.
    """
    inside: dict[str, dict[str, str]] = {}
    embedded = set()
    for pattern in (t for t in terminals if isinstance(t.pattern, PatternRE)):
        for literal in (t for t in terminals if isinstance(t.pattern, PatternStr)):
            text = literal.pattern.value
            if literal.priority != pattern.priority:
                continue
            match = re.match(pattern.pattern.to_regexp(), text)
            if match and match.group() == text:
                inside.setdefault(str(pattern.name), {})[text] = str(literal.name)
                if set(literal.pattern.flags) <= set(pattern.pattern.flags):
                    embedded.add(literal.name)
    return tuple(str(t.name) for t in terminals if t.name not in embedded), inside


def _atomic(regexp: str) -> str:
    """The same matches without going back: nothing follows a terminal, so nothing ever does.

    An atomic group around the loop, since a possessive loop over a group matches too far before Python 3.11.5.
    """
    return f"(?>{regexp})" if re.search(r"(?<!\\)(?:\\\\)*\)[+*]\Z", regexp) else regexp


def _imported(source: str, folder: str | None) -> str:
    """The grammars that terminals are taken from, whose words go with them."""
    names = re.findall(r"^%import \.(\w+)", source, re.MULTILINE) if folder else []
    return "".join((Path(folder or "") / f"{name}.lark").read_text(encoding="utf-8") for name in names)


def _names(source: str, terminals: list[str]) -> dict[str, str]:
    """How people are told of each terminal: the words after `//=` on its line ("": not at all), else its name."""
    words = dict(
        re.findall(r"^([A-Z_0-9]+)(?:\.-?\d+)?[ \t]*:.*?//=[ \t]*(.*?)[ \t]*$", source, re.MULTILINE)
    )
    return {name: words.get(name, name.strip("_").lower().replace("_", " ")) for name in sorted(terminals)}


def _written(regexps: dict[str, str]) -> dict[str, str]:
    """How each terminal is written: what may be missing is left out, and of several signs the first one stands.

    `{"_COMMA": ","}` for `[ \\t]*,[ \\t]*`. Left out are those that can say different things, as a number can.
    """
    made = {name: _plainest(sre_parse.parse(regexp)) for name, regexp in sorted(regexps.items())}
    return {name: text for name, text in made.items() if text}


def _plainest(pattern: Any) -> str | None:
    """The one text that a pattern stands for; None where it stands for many."""
    text = ""
    for kind, value in pattern:
        piece: str | None = None
        if kind in (sre_parse.ASSERT, sre_parse.ASSERT_NOT, sre_parse.AT):
            piece = ""
        elif kind is sre_parse.LITERAL:
            piece = chr(value)
        elif kind is sre_parse.SUBPATTERN:
            piece = _plainest(value[3])
        elif kind is sre_parse.ATOMIC_GROUP:
            piece = _plainest(value)
        elif kind is sre_parse.IN:
            # A choice of signs; not a range, of which the first means no more than the others.
            if all(what is sre_parse.LITERAL for what, _ in value):
                piece = chr(value[0][1])
        elif kind is sre_parse.BRANCH:
            # A choice of a text and nothing, as `(?: |\Z)`.
            texts = {_plainest(way) for way in value[1]} - {""}
            piece = texts.pop() if len(texts) == 1 else None
        elif kind in (sre_parse.MAX_REPEAT, sre_parse.MIN_REPEAT, sre_parse.POSSESSIVE_REPEAT):
            once = _plainest(value[2]) if value[0] else ""
            piece = None if once is None else once * value[0]
        if piece is None:
            return None
        text += piece
    return text


#: A regular expression that matches in one way at most: characters and classes, each loop over one possessive.
_FIXED = re.compile(r"(?:(?:\[\^?\]?(?:\\.|[^\]\\])*\]|\\[^A-Za-z0-9]|[^][\\(){}*+?|^$.])(?:[*+?]\+)?)+")


class _Recursive(Exception):
    """The rule calls itself other than by a plain repetition, so that no pattern can stand for it."""


def _pattern(lark: Lark) -> str | None:
    """One pattern for the whole language, a named group for each terminal it keeps, if no rule calls itself.

    Each terminal and each loop is an atomic group: the pattern takes the longest match of every
    terminal and never goes back on it, as a lexer does. With ordinary groups it would accept other lines than the
    parser. None where the language is recursive, needs a terminal twice, or ignores some terminals.
    """
    terminals = {t.name: t.pattern.to_regexp() for t in lark.terminals}
    rules: dict[str, list[tuple[Symbol, ...]]] = {}
    for rule in lark.rules:
        rules.setdefault(rule.origin.name, []).append(tuple(rule.expansion))
    used: set[str] = set()

    def symbol(item: Symbol, path: frozenset[str]) -> str:
        if isinstance(item, NonTerminal):
            return nonterminal(item.name, path)
        regexp = terminals[item.name]
        fixed = regexp if _FIXED.fullmatch(regexp) else f"(?>{regexp})"
        if getattr(item, "filter_out", False):
            return fixed
        if item.name in used:
            raise _Recursive
        used.add(item.name)
        return f"(?P<{item.name}>{fixed})"

    def alternatives(ways: list[tuple[Symbol, ...]], path: frozenset[str]) -> str:
        """Alternatives with their common beginning and end written once."""
        ways = list(dict.fromkeys(ways))
        head: list[Symbol] = []
        tail: list[Symbol] = []
        while len(ways) > 1 and all(ways) and len({way[0] for way in ways}) == 1:
            head.append(ways[0][0])
            ways = [way[1:] for way in ways]
        while len(ways) > 1 and all(ways) and len({way[-1] for way in ways}) == 1:
            tail.insert(0, ways[0][-1])
            ways = [way[:-1] for way in ways]
        before = "".join(symbol(item, path) for item in head)
        after = "".join(symbol(item, path) for item in tail)
        if len(ways) == 1:
            return before + "".join(symbol(item, path) for item in ways[0]) + after
        groups: dict[Symbol, list[tuple[Symbol, ...]]] = {}
        for way in filter(None, ways):
            groups.setdefault(way[0], []).append(way)
        middle = "|".join(alternatives(group, path) for group in groups.values())
        # An empty alternative, not `?`: the same, and far faster in CPython for a group.
        return f"{before}(?:{middle}{'' if all(ways) else '|'}){after}"

    def nonterminal(name: str, path: frozenset[str]) -> str:
        if name in path:
            raise _Recursive
        inside = path | {name}
        loops = [way[1:] for way in rules[name] if way and way[0].name == name]
        once = [way for way in rules[name] if not (way and way[0].name == name)]
        if not loops:
            return f"(?:{alternatives(once, inside)})"
        first, again = alternatives(once, inside), alternatives(loops, inside)
        return f"(?>(?:{first})+)" if first == again else f"(?:{first})(?>(?:{again})*)"

    if lark.ignore_tokens:
        return None
    try:
        return nonterminal("start", frozenset())
    except _Recursive:
        return None


def source_of(name: str, tables: Tables) -> str:
    """The module that holds `tables`: one line a row, so that a change of the grammar is a readable diff."""

    def rows(value: Any) -> str:
        if isinstance(value, dict):
            return "{\n" + "".join(f"    {key!r}: {item!r},\n" for key, item in value.items()) + "}"
        return "(\n" + "".join(f"    {item!r},\n" for item in value) + ")"

    return (
        f'"""Made from grammars/{name}.lark by `python -m smsc_codec.grammar.compiler`: do not edit."""\n\n'
        "from smsc_codec.grammar.runtime import Tables\n\n"
        + "".join(
            f"{field} = {value if not isinstance(value, (dict, tuple)) else rows(value)}\n"
            for field, value in (
                ("terminals", tables.terminals),
                ("names", tables.names),
                ("ignored", repr(tables.ignored)),
                ("scanners", tables.scanners),
                ("lexers", repr(tables.lexers)),
                ("states", tables.states),
                ("rules", tables.rules),
                ("start", tables.start),
                ("end", tables.end),
                ("pattern", repr(tables.pattern)),
                ("parts", tables.parts),
                ("written", tables.written),
            )
        )
        + "\nTABLES = Tables(\n    terminals, names, ignored, scanners, lexers, states, rules, start, end, "
        + "pattern, parts, written\n)\n"
    )


def main(arguments: list[str]) -> int:
    """Compile every grammar of the folder; with `--check` only say which compiled form is stale."""
    check = "--check" in arguments
    rest = [a for a in arguments if a != "--check"]
    here = Path(__file__).resolve().parent
    folder = Path(rest[0]) if rest else here.parent.parent / "grammars"
    stale = []
    for path in sorted(folder.glob("*.lark")):
        made = source_of(path.stem, compile_grammar(path.read_text(encoding="utf-8"), folder=str(folder)))
        target = here / "compiled" / f"{path.stem}.py"
        if target.exists() and target.read_text(encoding="utf-8") == made:
            continue
        stale.append(path.stem)
        if not check:
            target.write_text(made, encoding="utf-8", newline="\n")
    print(f"{'stale' if check else 'compiled'}: {', '.join(stale) or 'none'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
