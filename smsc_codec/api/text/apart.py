"""Parameters that a program says one by one: arguments of Ruby, settings of YAML, `data['mes'] = ...`,
`form.append('mes', ...)`.

Taken where several that belong together stand beside the address of an endpoint; a value that is more than a literal
is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsc_codec.api.parameters.names import meant
from smsc_codec.api.text.code import Places, cautious
from smsc_codec.api.text.literals import NUMBER, PUT_IN, TEXT, Endpoints, belongs, over, text_of
from smsc_codec.api.text.mapped import Mapped, fixed
from smsc_codec.api.text.parts import Given, Parts, with_placeholders
from smsc_codec.diagnostics import Span
from smsc_codec.lazy import compiled

_ENTRY = compiled(
    r"(?:(?P<quote>['\"])(?P<quoted>[\w\[\]]{1,40})(?P=quote)[ \t]*(?:\][ \t]*=(?![=>])|=>|,|:|to\b)"
    r"|(?<![\w$.?&/'\"-])(?P<bare>[A-Za-z_]\w{0,40}):(?=[ \t]))[ \t]*"
)
#: What stands between two of them: signs, and the beginning of a statement that says the next one.
_BETWEEN = compiled(
    r"[\s,;)\]}]{0,200}(?:-[ \t]+)?(?:(?:await[ ])?(?:new[ ])?\$?[\w.:>-]{1,60}(?:<[\w, ]{0,40}>)?[\[(]|[({\[]){0,4}"
)
_ARGUMENTS = compiled(r"[ \t]*,\s*")
#: One of these, or what is called so elsewhere, is in a request that sends or asks something.
_ASKED = ("phones", "phone", "list", "mes")
_OF_YAML = compiled(r"(?:\A|\n)[ \t]*(?:-[ \t]+)?\Z")
_PLAIN = compiled(r"(?![|>&*!{\[])[^\n]*?(?=[ \t]*(?:\s#[^\n]*)?(?:\n|\Z))")
_SOMEBODY = compiled(r"['\"]?(?:\+?[0-9][0-9 ()-]{6,}|[Gg][0-9]|[{$<%])")
#: No value that a person writes is longer.
_LONGEST = 5000
_MOST = 200
_FAR = 1000


def apart(source: str, places: Places, mappings: Places) -> Iterator[Parts]:
    """The requests of a text whose parameters are said so, outside of `places` and of `mappings`."""
    endpoints = Endpoints(source, places)
    if not endpoints:
        return
    run: list[re.Match[str]] = []
    ends: list[int] = []
    at, patience = 0, 8 * len(source)
    while patience > 0 and (match := _ENTRY.search(source, at)):
        if places.hold(match.start()) or mappings.hold(match.start()):
            at = match.end()
            continue
        if run and (
            len(run) == _MOST
            or not _BETWEEN.fullmatch(source, ends[-1], match.start())
            or (match["bare"] and _indent(source, match) < _indent(source, run[0]))
        ):
            yield from _request(source, run, ends, endpoints)
            run, ends = [], []
        end = over(source, match.end(), min(len(source), match.end() + _LONGEST), "@{")
        patience -= end - match.start()
        run.append(match)
        ends.append(end)
        at = max(end, match.end())
    yield from _request(source, run, ends, endpoints)


def _indent(source: str, match: re.Match[str]) -> int:
    """How far in an entry stands that is the first of its line; far, where it is not."""
    line = source.rfind("\n", max(0, match.start() - _FAR), match.start()) + 1
    before = source[line : match.start()]
    return len(before) if not before.strip(" \t-") else _FAR


def _request(source: str, run: list[re.Match[str]], ends: list[int], endpoints: Endpoints) -> Iterator[Parts]:
    """What several entries say that belong together."""
    names = {match["quoted"] or match["bare"] for match in run}
    if not belongs(names) or not any(meant(name, _ASKED) for name in names):
        return
    span = Span(run[0].start(), ends[-1])
    place = endpoints.of(span)
    if place is None:
        return
    yaml = _is_yaml(source, run, ends)
    parts = Parts("code", span, method="POST", end=fixed("", Span(span.end, span.end)))
    between = zip(ends, run[1:], strict=False)
    parts.open = "login" not in names or not (
        yaml or all(_ARGUMENTS.fullmatch(source, end, match.start()) for end, match in between)
    )
    for match, end in zip(run, ends, strict=True):
        parts.add(_given(source, match, end, yaml))
    endpoints.address(place, parts)
    yield parts


def _given(source: str, match: re.Match[str], end: int, yaml: bool) -> Given:
    name = Mapped.of(source, *match.span("quoted" if match["quoted"] else "bare"), cautious)
    at = match.end()
    literal, number = TEXT.match(source, at), NUMBER.match(source, at)
    plain = _PLAIN.match(source, at) if yaml and not literal else None
    said = (
        literal.span("said") if literal else number.span() if number else plain.span() if plain else (at, end)
    )
    known = bool(number or plain) or (
        literal is not None and not (literal["quote"] != "'" and PUT_IN.search(literal["said"]))
    )
    value = with_placeholders(Mapped.of(source, *said, cautious))
    if literal and not yaml:
        text = text_of(source, literal, escapes=False)
        known, value = known and text is not None, text or value
    return Given(name.text, name, value, encoded=False, elsewhere=not known)


def _is_yaml(source: str, run: list[re.Match[str]], ends: list[int]) -> bool:
    """Whether each entry is a line of its own below a name, with nothing between them but line ends."""
    before = source[max(0, run[0].start() - _FAR) : run[0].start()]
    if not before.rstrip(" \t-\n").endswith(":") and before.strip():
        return False
    somebody = False
    for match, end in zip(run, ends, strict=True):
        if match["quoted"] or not _OF_YAML.search(source, max(0, match.start() - 100), match.start()):
            return False
        if source[end : end + 1] not in ("\n", "\r", ""):
            return False
        somebody |= bool(meant(match["bare"], _ASKED)) and _SOMEBODY.match(source, match.end()) is not None
    return somebody
