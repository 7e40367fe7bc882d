"""Every way a mailing can go, searched through; and that the search notices when a promise is broken."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from smsc_codec_testing import Fault, MemoryStore, Search

from smsc_codec.client import ClientError, Entry, MemoryJournal, flow, journal, mailing
from smsc_codec.client.journal import TABLE, Step
from smsc_codec.client.results import State

kinds = pytest.mark.parametrize("kind", ["blocking", "asynchronous"])


@kinds
@pytest.mark.parametrize(("lines", "most_lines"), [(1, 1), (2, 2)])
def test_one_request(kind: Any, lines: int, most_lines: int) -> None:
    """LIM-1: nothing goes out twice untold and no line is lost, over any number of runs, whatever happens in them.

    Every reply, every failure and every death, at each write and each exchange; every policy; until nothing is new.
    """
    search = Search(MemoryStore(), lines=lines, most_lines=most_lines, kind=kind, most=4 - lines).all()
    assert search.states > 50
    assert search.runs > 5000


@pytest.mark.slow
def test_two_requests() -> None:
    """The same of two requests, of which one may stop the mailing after the other, by both clients in turn."""
    assert Search(MemoryStore(), lines=2, kind="in turn", most=2).all().states > 500


class Stale(MemoryJournal):
    """Gives what stood in it when it was opened, and not what was written since."""

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__(entries)
        self._opened = tuple(entries)

    def read(self) -> tuple[Entry, ...]:
        return self._opened


#: What was wrong once, and the search has to find: how it is taken back, and what is told of it.
FAULTS: dict[str, tuple[Any, str]] = {
    "a journal that is used again has forgotten": (lambda patch: None, "went out twice, and nobody was told"),
    "a repetition that fails frees the request": (
        lambda patch: patch.setitem(TABLE, ("begun", "refused"), Step("refused", -1)),
        "was sent again, though nobody said so",
    ),
    "a repetition by a run that dies is not told": (
        lambda patch: (
            patch.setitem(TABLE, ("begun", "begun"), Step("begun")),
            patch.setitem(TABLE, ("unclear", "begun"), Step("begun")),
        ),
        "went out twice, and nobody was told",
    ),
    "any code of an error is a refusal": (
        lambda patch: patch.setattr(flow, "refuses", lambda operation, failure: True),
        "went out twice, and nobody was told",
    ),
    "a redirect is a refusal": (
        lambda patch: patch.setattr(mailing, "ServiceError", ClientError),
        "went out twice, and nobody was told",
    ),
}


@kinds
@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_found(kind: Any, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the faults that there were is found when its mending is taken back."""
    take_back, told = FAULTS[fault]
    take_back(monkeypatch)
    store = MemoryStore(Stale) if "used again" in fault else MemoryStore()
    with pytest.raises(Fault, match=told):
        Search(store, kind=kind).all()


def mutants() -> dict[str, tuple[tuple[State, journal.Event], Step | None]]:
    """Each row of the table gone, with another state after it, or with other times."""
    made: dict[str, tuple[Any, Step | None]] = {}
    for row, step in TABLE.items():
        name = " ".join(row)
        made[f"{name}: gone"] = row, None
        for times in (step.times - 1, step.times + 1):
            made[f"{name}: {times:+} times"] = row, Step(step.after, times, step.earlier)
        for state in get_args(State):
            if state != step.after:
                made[f"{name}: then {state}"] = row, Step(state, step.times, step.earlier)
            if state not in (step.after, step.earlier):
                made[f"{name}: then {state}, if earlier"] = row, Step(step.after, step.times, state)
    return made


MUTANTS = mutants()
#: `begun` and `unclear` are alike to who goes on: they differ in what is told of a run that is under way.
ALIKE = {
    "begun unclear: then begun", "begun unclear: then begun, if earlier", "begun refused: then begun, if earlier"
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("mutant", sorted(MUTANTS.keys() - ALIKE))
def test_the_table_is_needed(mutant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No row of the table can be left out or changed without the search noticing."""
    row, step = MUTANTS[mutant]
    if step is None:
        monkeypatch.delitem(TABLE, row)
    else:
        monkeypatch.setitem(TABLE, row, step)
    with pytest.raises(Fault):
        Search(MemoryStore()).all()
