"""A transcript's text, brought up to what the menu does now: only lines that do not fit are written anew."""

from __future__ import annotations

from collections.abc import Sequence

from smsc_codec.diagnostics import Lines
from smsc_codec.payloads.call.events import fits, sayable
from smsc_codec.payloads.call.model import Anything, Given, Happens, Nothing, Step, Transcript
from smsc_codec.payloads.call.playing import Misfit, Turn, happens, judged, options_of, turns
from smsc_codec.payloads.call.read import read
from smsc_codec.payloads.call.write import line
from smsc_codec.payloads.menu.model import Menu
from smsc_codec.payloads.menu.options import MenuOptions
from smsc_codec.payloads.menu.player import NotPossible, Player

#: So many comparisons are made to keep lines that fit further on; beyond them all are written anew.
_MOST = 100_000


def updated(text: str, menu: Menu, options: MenuOptions | None = None) -> tuple[str, Misfit | None]:
    """The text of a transcript with what happens now, and what is in the way: what cannot come from outside any more.

    Comments, layout, and every line that fits stay as they are. A transcript that says nothing of what happens gets
    all of it. A text with problems stays as it is.
    """
    reading = read(text)
    transcript: Transcript = reading.value
    if reading.problems:
        return text, None
    blank = all(isinstance(step, Given) for step in transcript.steps)
    player = Player(menu, options_of(transcript, options or MenuOptions()))
    lines = Lines(text)
    rows = [
        lines.position(reading.spans["steps", number].start)[0] - 1 for number in range(len(transcript.steps))
    ]
    new: _New = {}
    left: Misfit | None = None
    for turn in turns(transcript.steps):
        try:
            came = happens(player, transcript, turn)
        except NotPossible as error:
            assert turn.given is not None
            left = Misfit(turn.given, str(error))
            break
        if blank:
            made = [*map(_written, came or (Nothing(),))]
            if turn.given is not None:
                new[rows[turn.given]] = [*new.get(rows[turn.given], [None]), *made]
            elif rows:
                new[rows[0]] = [*made, None]
            else:  # headers and comments alone
                new[lines.last - 1] = [None, *made]
        elif misfit := judged(transcript, turn, came):
            _mend(transcript, turn, misfit, rows, new)
    return _joined(text, new), left


#: What stands in place of some of the text's rows, each by its number; None is the row as it was.
_New = dict[int, list[str | None]]


def _written(step: Happens) -> str:
    return line(sayable(step))


def _mend(transcript: Transcript, turn: Turn, misfit: Misfit, rows: list[int], new: _New) -> None:
    """Write the lines of a turn anew from the one that does not fit on."""
    old = [
        number for number in turn.lines if number > misfit.step or (number == misfit.step and not misfit.more)
    ]
    kept = dict(_aligned([transcript.steps[number] for number in old], misfit.came))
    at = 0
    for index, number in enumerate(old):
        new[rows[number]] = []
        if index in kept:
            new[rows[number]] = [*map(_written, misfit.came[at : kept[index]]), None]
            at = kept[index] + 1
    last = rows[old[-1] if old else misfit.step]
    rest = misfit.came[at:]
    if not rest and len(old) == len(turn.lines) and not kept:
        rest = (Nothing(),)
    new[last] = [*new.get(last, [None]), *map(_written, rest)]


def _aligned(old: Sequence[Step], came: Sequence[Happens]) -> list[tuple[int, int]]:
    """As many lines as can stay, in order, each with the number of what came that it fits."""
    if len(old) * len(came) > _MOST:
        return []
    best = [[0] * (len(came) + 1) for _ in range(len(old) + 1)]
    fit = [[not isinstance(a, Given | Anything) and fits(a, b) for b in came] for a in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(came) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + fit[i][j])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(came):
        if fit[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _joined(text: str, new: _New) -> str:
    """The text with some of its rows written anew, in its own line ends."""
    end = "\r\n" if "\r\n" in text else "\n"
    made: list[str] = []
    last = text.count("\n")
    for number, row in enumerate(text.split("\n")):
        source = row + "\n" if number < last else row
        for one in new.get(number, [None]):
            if made and not made[-1].endswith("\n"):
                made[-1] += end
            if piece := source if one is None else one + end:
                made.append(piece)
    return "".join(made)
