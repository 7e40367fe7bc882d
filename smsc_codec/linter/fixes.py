"""Findings mended: fixes tried on the text one code after the other, and kept only where they make nothing worse."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum

from msgspec import Struct

from smsc_codec.diagnostics import SEVERITIES, Edit, Finding, Fix, Span
from smsc_codec.linter.block import Block, Seen
from smsc_codec.linter.kept import kept


class Fixed(Struct, frozen=True):
    """The mended text, how many fixes were applied to it, and what is still found in it."""

    text: str
    applied: int
    remaining: tuple[Finding, ...]


class Level(IntEnum):
    """What a fix may do: each level goes when nothing is left to do on those before it."""

    #: What the text carries stays as it is.
    KEEPING = 0
    #: What the fix touches may change.
    CHANGING = 1
    #: It may go. Last, so that no fix takes away what another one would give a use.
    LOSING = 2

    def first(self, finding: Finding) -> Fix | None:
        """The first fix of a finding for this level: a safe one, and above the first level an unsafe one."""
        return next((fix for fix in finding.fixes if fix.safe is (self is Level.KEEPING)), None)


#: A finding with the edits of one of its fixes, in order of place.
_Chosen = tuple[Finding, list[Edit]]
#: After so many fixes of a code that were refused one by one, the others are not tried one by one: it would take long
#: where a large text has many of them. A text of a million characters has so many, a shorter one more.
_MOST_REFUSED = 12
#: So many pairs of findings are compared by their places.
_MOST_COMPARED = 100_000
#: So often may fixes of what a fix reveals be tried together with it.
_MOST_FOLLOWING = 3


def fix(text: str, look: Callable[[str], Seen], *, unsafe: bool = False, limit: int = 100) -> Fixed:
    """The text after its safe fixes, or with `unsafe` after all fixes, and what is still found in it.

    `look` says what is found in a text. The fixes of one code are tried together, and one by one where that fails. They
    are accepted only if what they mend is gone, no code has more errors or warnings than before, and what the text
    carries is kept, but for what an unsafe fix touches. So a text that was fixed has nothing left to fix. `limit` is
    how often texts are gone over.
    """
    return Mender(look, unsafe).mend(text, limit)


class Mended(Struct, frozen=True):
    """A block as it was, as it is after its fixes, and how many were applied."""

    before: Block
    after: Block
    applied: int = 0


def mend(blocks: Iterable[Block], *, unsafe: bool = False) -> Iterator[Mended]:
    """The room that mends: each block after its fixes."""
    for block in blocks:
        fixed = _mended(block, unsafe) if any(finding.fixes for finding in block.findings) else None
        if fixed is None:
            yield Mended(block, block)
        else:
            yield Mended(block, block.again(fixed.text), fixed.applied)


def _mended(block: Block, unsafe: bool) -> Fixed:
    return fix(block.text, lambda text: block.again(text).seen(), unsafe=unsafe)


class Mender:
    """Tries fixes on texts; `applied` is how many of them held."""

    def __init__(self, look: Callable[[str], Seen], unsafe: bool) -> None:
        self._look = look
        self._levels = tuple(Level) if unsafe else (Level.KEEPING,)
        self.texts: set[str] = set()
        self.applied = 0
        self._refused = 0

    def mend(self, text: str, limit: int) -> Fixed:
        """The text after all fixes that hold, gone over so often at most."""
        here = self._look(text)
        self.texts.add(text)
        for _ in range(limit):
            new = self._gone_over(here)
            if new is here:
                break
            here = new
        return Fixed(here.text, self.applied, here.findings)

    def tried_alone(
        self, here: Seen, finding: Finding, level: Level
    ) -> tuple[Seen, list[Sequence[Edit]]] | None:
        """The text with the fix of one finding, and with what that brings with it, if it holds."""
        chosen = _choice(here, finding, level)
        return self._tried(here, chosen, level) if chosen else None

    def _gone_over(self, here: Seen) -> Seen:
        """The text after the first level on which anything is accepted."""
        for level in self._levels:
            tried: set[str] = set()
            before = here
            while group := _next_group(here, level, tried):
                tried.add(group[0][0].code)
                self._refused = 0
                here, _ = self._accepted(here, group, level)
            if here is not before:
                break
        return here

    def _accepted(
        self, here: Seen, group: Sequence[_Chosen], level: Level
    ) -> tuple[Seen, list[Sequence[Edit]]]:
        """The text with those of the fixes that hold, and the edits that made it, one lot after the other."""
        found = self._tried(here, group, level)
        if found:
            return found
        if len(group) == 1:
            self._refused += 1
            return here, []
        if self._refused >= _MOST_REFUSED * max(1, 1_000_000 // (len(here.text) + 1)):
            return here, []
        half = len(group) // 2
        here, lots = self._accepted(here, group[:half], level)
        rest = _moved(group[half:], lots)
        if rest:
            here, more = self._accepted(here, rest, level)
            lots += more
        return here, lots

    def _tried(
        self, here: Seen, group: Sequence[_Chosen], level: Level
    ) -> tuple[Seen, list[Sequence[Edit]]] | None:
        """The text with all of the fixes, and with those of what they reveal, if that makes nothing worse."""
        edits = _together(group)
        after = self._with(here, edits, level)
        if after is None:
            return None
        lots: list[Sequence[Edit]] = [edits]
        count = len(group)
        for _ in range(_MOST_FOLLOWING):
            worse = _worse(here, after, group)
            if not worse:
                break
            following = _apart(
                choice
                for finding in after.findings
                if finding.code in worse
                for choice in (_choice(after, finding, Level.KEEPING) or _choice(after, finding, level))
            )
            if not following:
                return None
            edits = _together(following)
            new = self._with(after, edits, level)
            if new is None:
                return None
            after = new
            lots.append(edits)
            count += len(following)
        if _worse(here, after, group) or not _gone(here, after, group, lots) or after.text in self.texts:
            return None
        if level is Level.CHANGING and _loses(here, after, group):
            return None
        self.texts.add(after.text)
        self.applied += count
        return after, lots

    def _with(self, here: Seen, edits: Sequence[Edit], level: Level) -> Seen | None:
        """The text after some edits; None where they do not keep what it carries."""
        after = self._look(_edited(here.text, edits))
        if here.carried is None or after.carried is None:
            return after
        wholly = level is Level.KEEPING
        return (
            after if kept(here.text, here.carried, after.text, after.carried, edits, wholly=wholly) else None
        )


# -- what is better and what is worse ------------------------------------------------------------


def _worse(before: Seen, after: Seen, group: Sequence[_Chosen]) -> set[str]:
    """The codes of which there is more than before: of errors as they are told, of warnings as they are.

    What is told for information only may come where something worse goes.
    """
    limit = "warning" if any(finding.severity != "info" for finding, _ in group) else "info"
    return _more(before.findings, after.findings, "error") | _more(
        (*before.findings, *before.hidden), (*after.findings, *after.hidden), limit
    )


def _more(before: Iterable[Finding], after: Iterable[Finding], limit: str) -> set[str]:
    more = _counts(after, limit)
    more.subtract(_counts(before, limit))
    return {code for code, count in more.items() if count > 0}


def _counts(findings: Iterable[Finding], limit: str) -> Counter[str]:
    return Counter(f.code for f in findings if SEVERITIES[f.severity] <= SEVERITIES[limit])


def _gone(before: Seen, after: Seen, group: Sequence[_Chosen], lots: Sequence[Sequence[Edit]]) -> bool:
    """Whether what some fixes of a code are for is gone: there is less by as many, or none is where it was."""
    code = group[0][0].code
    left = [finding.span for finding in after.findings if finding.code == code]
    if len(left) <= sum(finding.code == code for finding in before.findings) - len(group):
        return True
    if len(left) * len(group) > _MOST_COMPARED:
        return False
    places = [finding.span for finding, _ in group]
    for lot in lots:
        places = [place_after(place, lot) for place in places]
    return not any(
        one.start == place.start or max(one.start, place.start) < min(one.end, place.end)
        for one in left
        for place in places
    )


def _loses(before: Seen, after: Seen, group: Sequence[_Chosen]) -> bool:
    if before.carried is not None and after.carried is not None:
        return len(after.carried) < len(before.carried)
    return any(not edit.text and edit.span.end > edit.span.start for _, edits in group for edit in edits)


# -- choosing ------------------------------------------------------------------------------------


def _next_group(here: Seen, level: Level, tried: set[str]) -> list[_Chosen]:
    """The fixes of the next code: of the worst findings first, those that do not meet, in order of place."""
    open_ = [finding for finding in here.findings if finding.fixes and finding.code not in tried]
    worst: dict[str, int] = {}
    for finding in open_:
        grade = SEVERITIES[finding.severity]
        worst[finding.code] = min(grade, worst.get(finding.code, grade))
    for code in sorted(worst, key=lambda code: (worst[code], code)):
        group = _apart(
            choice for finding in open_ if finding.code == code for choice in _choice(here, finding, level)
        )
        if group:
            return group
    return []


def _choice(here: Seen, finding: Finding, level: Level) -> list[_Chosen]:
    """The first fix of a finding for a level: a safe one, and above the first level an unsafe one."""
    for fix in finding.fixes:
        if fix.safe is (level is Level.KEEPING):
            edits = _edits(here.text, fix)
            if edits:
                return [(finding, edits)]
    return []


def _apart(choices: Iterable[_Chosen]) -> list[_Chosen]:
    """Those that can be made together: where two meet the earlier one is, unless both make the very same edits."""
    taken: list[_Chosen] = []
    accepted: list[Edit] = []
    known: set[Edit] = set()
    for finding, edits in sorted(choices, key=lambda choice: choice[1][0].span):
        new = [edit for edit in edits if edit not in known]
        if any(_clashes(edit, accepted) for edit in new):
            continue
        taken.append((finding, edits))
        known.update(new)
        for edit in reversed(new):
            accepted.insert(bisect_left(accepted, edit.span, key=_span), edit)
    return taken


def _edits(text: str, fix: Fix) -> list[Edit]:
    """The edits of a fix in order of place; none where it leaves the text, contradicts itself or changes nothing."""
    edits = sorted(dict.fromkeys(fix.edits), key=_span)
    at = 0
    for edit in edits:
        if not at <= edit.span.start <= edit.span.end <= len(text):
            return []
        at = edit.span.end
    changes = any(text[edit.span.start : edit.span.end] != edit.text for edit in edits)
    return edits if changes else []


def _clashes(edit: Edit, accepted: Sequence[Edit]) -> bool:
    """Whether it overlaps an accepted edit; one that inserts must not even touch: who comes first would be chance."""
    at = bisect_left(accepted, edit.span, key=_span)
    start, end = edit.span.start, edit.span.end
    for other in accepted[max(0, at - 1) : at + 1]:
        touches = other.span.start <= end and start <= other.span.end
        overlaps = other.span.start < end and start < other.span.end
        if overlaps or (touches and (start == end or other.span.start == other.span.end)):
            return True
    return False


# -- edits ---------------------------------------------------------------------------------------


def _span(edit: Edit) -> Span:
    return edit.span


def _together(group: Sequence[_Chosen]) -> list[Edit]:
    """The edits of all, each once, in order of place; what one fix inserts at a place keeps its order."""
    return sorted(dict.fromkeys(edit for _, edits in group for edit in edits), key=_span)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    parts = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def place_after(place: Span, edits: Sequence[Edit]) -> Span:
    """Where a place is after some edits; what is written at it belongs to it."""
    start, end = place.start, place.end
    for edit in edits:
        by = len(edit.text) - (edit.span.end - edit.span.start)
        if edit.span.end < place.start or (edit.span.end == place.start and edit.span.start < place.start):
            start += by
        elif edit.span.start < place.start:
            start += edit.span.start - place.start
        if edit.span.end <= place.end:
            end += by
        elif edit.span.start < place.end:
            end += edit.span.start + len(edit.text) - place.end
    return Span(start, max(start, end))


def _moved(group: Sequence[_Chosen], lots: Sequence[Sequence[Edit]]) -> list[_Chosen]:
    """The fixes where they stand after some edits; without those that these edits touch."""
    for lot in lots:
        starts, made_already = [edit.span.start for edit in lot], set(lot)
        shifts = [0]
        for edit in lot:
            shifts.append(shifts[-1] + len(edit.text) - (edit.span.end - edit.span.start))
        rest = []
        for finding, edits in group:
            edits = [edit for edit in edits if edit not in made_already]
            if any(_clashes(edit, lot) for edit in edits):
                continue
            made = []
            for edit in edits:
                by = shifts[bisect_left(starts, edit.span.start)]
                made.append(Edit(Span(edit.span.start + by, edit.span.end + by), edit.text))
            if made:
                rest.append((finding, made))
        group = rest
    return list(group)
