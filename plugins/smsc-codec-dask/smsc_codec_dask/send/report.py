"""What became of a whole mailing, in bounded memory: counts, and the first shards that somebody has to look at."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from smsc_codec_dask.send.jobs import Result, State

#: So many shards of each kind are named; a file has them all.
_NAMED = 20


class Count(Struct):
    """So many shards, and the lines in them."""

    shards: int = 0
    lines: int = 0

    def add(self, lines: int) -> None:
        """One more shard."""
        self.shards += 1
        self.lines += lines


class Report(Struct, kw_only=True):
    """What is known of all shards. `stopped` says what ended the run early; nothing more is known of those `left`.

    `repeated` lines may have gone out twice, `taken` ones count as sent though nobody saw the service take them.
    """

    shards: int
    lines: int
    sent: Count = field(default_factory=Count)
    skipped: Count = field(default_factory=Count)
    unclear: Count = field(default_factory=Count)
    failed: Count = field(default_factory=Count)
    busy: Count = field(default_factory=Count)
    left: Count = field(default_factory=Count)
    repeated: Count = field(default_factory=Count)
    taken: Count = field(default_factory=Count)
    cnt: int = 0
    stopped: str = ""
    named: dict[str, list[Result]] = field(default_factory=dict)

    def note(self, result: Result) -> None:
        """What became of one more shard."""
        state: State = "busy" if result.state == "late" else result.state
        count: Count = getattr(self, state)
        count.add(result.lines)
        if state in ("sent", "skipped"):
            self.cnt += result.cnt
        else:
            self._name(state, result)
        if result.repeated:
            self.repeated.add(result.lines)
            self._name("repeated", result)
        if result.taken:
            self.taken.add(result.lines)
            self._name("taken", result)

    def end(self) -> None:
        """No more shards are tried."""
        known = (self.sent, self.skipped, self.unclear, self.failed, self.busy)
        self.left = Count(
            self.shards - sum(one.shards for one in known), self.lines - sum(one.lines for one in known)
        )

    @property
    def whole(self) -> bool:
        """Whether every line is sent."""
        return self.sent.lines + self.skipped.lines == self.lines

    def _name(self, kind: str, result: Result) -> None:
        some = self.named.setdefault(kind, [])
        if len(some) < _NAMED:
            some.append(result)

    def told(self) -> Iterator[str]:
        """In words, what whoever pays has to know."""
        for kind, words in _WORDS.items():
            count: Count = getattr(self, kind)
            if not count.shards:
                continue
            yield f"{count.lines} lines in {count.shards} shards {words}"
            for one in self.named.get(kind, ()):
                why = f": {one.reason}" if one.reason and kind in ("unclear", "failed", "busy") else ""
                yield f"  shard {one.shard} ({one.lines} lines, id {one.id}){why}"
            more = count.shards - _NAMED
            if more > 0:
                yield f"  and {more} more"
        if self.left.shards:
            yield (
                f"{self.left.lines} lines in {self.left.shards} shards were not tried, or only their journals say what "
                f"became of them: {self.stopped}"
            )


_WORDS = {
    "repeated": "were sent again: perhaps twice",
    "taken": "were taken for sent",
    "unclear": "may have been sent: nobody knows, and they were not repeated",
    "failed": "were not sent",
    "busy": "are another run's just now, or may still be",
}
