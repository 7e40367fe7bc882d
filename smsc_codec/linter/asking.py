"""Findings mended one by one, each as somebody wants it. A fix is offered only where it holds, as when all are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from smsc_codec.diagnostics import Edit, Finding, Fix, Span
from smsc_codec.linter.block import Block, Seen
from smsc_codec.linter.fixes import Level, Mended, Mender, place_after

#: Make it; leave it; make it and all others; leave it and all others.
Answer = Literal["yes", "no", "all", "quit"]


class Offer(Struct, frozen=True):
    """A fix that could be made: what it is for, and the text before and after it, with what it brings with it."""

    block: Block
    finding: Finding
    fix: Fix
    before: str
    after: str


class _Chance(Struct, frozen=True):
    """An offer, and what comes of it: the text, how many fixes that is, and the edits that made it."""

    offer: Offer
    here: Seen
    applied: int
    lots: Sequence[Sequence[Edit]]


#: A fix that is not wanted: the code, the title, and where.
_Refused = tuple[str, str, Span]


def mend_asking(
    blocks: Iterable[Block], ask: Callable[[Offer], Answer], *, unsafe: bool = False
) -> Iterator[Mended]:
    """Each block after those of its fixes that `ask` wants. What was wanted before it says `"quit"` stays."""
    for block in blocks:
        yield _Asking(block, ask, unsafe).mended()


class _Asking:
    def __init__(self, block: Block, ask: Callable[[Offer], Answer], unsafe: bool) -> None:
        self._block = block
        self._ask = ask
        self._unsafe = unsafe
        self._refused: list[_Refused] = []
        #: What the text was on the way: it never goes back.
        self._texts = {block.text}

    def _look(self, text: str) -> Seen:
        return self._block.again(text).seen()

    def mended(self) -> Mended:
        here, applied = self._look(self._block.text), 0
        while True:
            chance = self._chance(here)
            answer = "quit" if chance is None else self._ask(chance.offer)
            if chance is None or answer == "quit":
                break
            finding, fix = chance.offer.finding, chance.offer.fix
            if answer == "no":
                self._refused.append((finding.code, fix.title, finding.span))
                continue
            here = chance.here
            applied += chance.applied
            self._texts.add(here.text)
            for lot in chance.lots:
                self._refused = [
                    (code, title, place_after(place, lot)) for code, title, place in self._refused
                ]
        if not applied:
            return Mended(self._block, self._block)
        return Mended(self._block, self._block.again(here.text), applied)

    def _chance(self, here: Seen) -> _Chance | None:
        """The next fix that holds: safe ones first, in order of place."""
        for level in tuple(Level) if self._unsafe else (Level.KEEPING,):
            for finding in here.findings:
                fix = level.first(finding)
                if fix is None or (finding.code, fix.title, finding.span) in self._refused:
                    continue
                mender = Mender(self._look, self._unsafe)
                mender.texts |= self._texts
                made = mender.tried_alone(here, finding, level)
                if made:
                    after, lots = made
                    offer = Offer(self._block, finding, fix, here.text, after.text)
                    return _Chance(offer, after, mender.applied, lots)
        return None
