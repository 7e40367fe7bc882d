"""What is prepared is what the sources say: nothing twice, nothing stopped, nothing lost."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from smsc_codec_dask.engine import Here
from smsc_codec_dask.prepare import run as preparing
from smsc_codec_dask.prepare.cutting import Rules, size_of
from smsc_codec_dask.prepare.pieces import ListPiece, NumbersPiece
from smsc_codec_dask.prepare.run import Prepared, Sources, WrongLines, prepare
from smsc_codec_dask.send.run import begin
from smsc_codec_dask.shards.folder import Folder, StorageError
from smsc_codec_dask.shards.manifest import BEGUN, MANIFEST, Manifest, Shard, digest
from smsc_codec_dask.sources import find, listed

from smsc_codec.api.operations import Send
from smsc_codec.diagnostics import BuildError, Problem, Span
from smsc_codec.payloads import mailing, phones
from smsc_codec.payloads.mailing.model import Line
from smsc_codec.payloads.schedule.model import Schedule, Window


@pytest.fixture(autouse=True)
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes die here, and no disks: what is written need not be on one."""
    monkeypatch.setattr(os, "fsync", lambda fd: None)


class Rows:
    """A piece that is rows of a test."""

    def __init__(self, *rows: tuple[Line | Problem, str]) -> None:
        self.name, self.size = "rows", 1
        self._rows = rows

    def rows(self) -> Iterator[tuple[int, Line | Problem, str]]:
        for number, (one, time) in enumerate(self._rows, 1):
            yield number, one, time


def lines_of(path: Path) -> Sources:
    (file,) = listed(Here(), find([str(path)], "list"))
    assert not file.failure
    return Sources([ListPiece(one) for one in file.slices], file.size)


def numbers_of(path: Path) -> Sources:
    (file,) = listed(Here(), find([str(path)], "list"))
    return Sources([NumbersPiece(one) for one in file.slices], file.size)


def prepared(folder: str, *rows: Any, rules: Rules | None = None, **more: Any) -> Prepared:
    pieces = [Rows(*((one, "") if isinstance(one, Line | Problem) else one for one in rows))]
    return prepare(Here(), folder, Sources(pieces, more.pop("size", 100)), rules or Rules(), name="m", **more)


def shards_of(folder: str) -> list[tuple[Shard, list[Line]]]:
    made = []
    opened = Folder(folder)
    for shard in Manifest(opened):
        octets = opened.read(shard.file)
        assert digest(octets) == shard.digest
        assert len(octets) == shard.bytes
        lines = list(mailing.parse(octets.decode()).lines)
        assert len(lines) == shard.lines
        made.append((shard, lines))
    return made


def all_lines(folder: str) -> list[Line]:
    return [line for _, lines in shards_of(folder) for line in lines]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


PHONES = st.sampled_from(
    [f"7999000000{n}" for n in range(8)] + ["89990000001", "+79990000002", "375291234567"]
)
TEXTS = st.sampled_from(["a", "b", "Ваш заказ готов", "x" * 200])
LINES = st.builds(Line, st.lists(PHONES, min_size=1, max_size=3).map(tuple), TEXTS)


@given(
    st.lists(LINES, max_size=60),
    st.sets(PHONES, max_size=3),
    st.sampled_from(["text", "number"]),
    st.integers(1, 5),
    st.integers(1, 8),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_prepared(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[Line],
    stop: set[str],
    same: Any,
    most: int,
    buckets: int,
) -> None:
    """The shards hold each message to each number once, first come, but for those that are stopped."""
    folder = str(tmp_path_factory.mktemp("shards"))
    stops = Sources([Rows(*((Line((phone,), ""), "") for phone in stop))], 1)
    made = prepared(
        folder, *lines, rules=Rules(same=same, most_lines=most), stops=stops, size=buckets * preparing.BUCKET
    )
    key = {phone: phones.international(phone) for line in lines for phone in line.phones}
    stopped = {phones.international(phone) for phone in stop}
    expected: dict[Any, Line] = {}
    given_ = [(phone, line) for line in lines for phone in line.phones]
    for phone, line in given_:
        if key[phone] not in stopped:
            expected.setdefault((key[phone], line.text if same == "text" else ""), Line((phone,), line.text))
    assert Counter(all_lines(folder)) == Counter(expected.values())
    assert made.read == len(given_)
    assert made.stopped == sum(key[phone] in stopped for phone, _ in given_)
    assert made.repeated == made.read - made.stopped - len(expected)
    assert made.header.lines == len(expected)
    assert all(shard.lines <= most for shard, _ in shards_of(folder))
    ids = [shard.id for shard, _ in shards_of(folder)]
    assert ids == [f"m-{number}" for number in range(len(ids))]


def test_the_same_sources_give_the_same_shards(tmp_path: Path) -> None:
    """Octet for octet, from real files, in slices, whoever reads them (issue: deterministic)."""
    source = tmp_path / "a.list"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(f"7999{n % 2500:07}:Заказ {n} готов\n" for n in range(6_000))
    stop = tmp_path / "stop.txt"
    stop.write_text("phone;why\n+7 999 000-00-05;asked\n89990000006\n\n", encoding="utf-8")
    for name in ("one", "two"):
        made = prepare(
            Here(), str(tmp_path / name), lines_of(source), Rules(), stops=numbers_of(stop), name="m"
        )
        assert (made.read, made.stopped, made.repeated) == (6_000, 6, 0)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert sorted(tree(tmp_path / "one"))[0] == MANIFEST, "nothing is left beside shards and manifest"


def test_a_request_is_no_larger_than_the_clients(tmp_path: Path) -> None:
    """By lines and by octets (LIST-1: the client's own bounds)."""
    prepared(
        str(tmp_path),
        *(Line((f"7999{n:07}",), "Здравствуйте! " * 10) for n in range(300)),
        rules=Rules(most_bytes=20_000),
    )
    for shard, lines in shards_of(str(tmp_path)):
        assert sum(size_of(line) for line in mailing.build_lines(lines)) <= 20_000, shard


def test_day_where_the_recipient_is(tmp_path: Path) -> None:
    """A request has one zone (PAR-8, TIM-7), the east goes first; who may be anywhere is set apart and told of."""
    hours = Window(10, 20)
    moscow, urals, far, mobile = "74951234567", "73432345678", "74232345678", "79161234567"
    own = Line(("79160000001",), "own", "Shop", 2)
    made = prepared(
        str(tmp_path),
        *(Line((one,), "x") for one in (moscow, mobile, urals, far)),
        own,
        rules=Rules(hours=hours),
    )
    found = [
        (shard.schedule, [line.phones[0] for line in lines]) for shard, lines in shards_of(str(tmp_path))
    ]
    assert found == [
        (Schedule(time=hours, tz=7), [far]),
        (Schedule(time=hours, tz=2), [urals, own.phones[0]]),
        (Schedule(time=hours, tz=0), [moscow]),
    ]
    assert (made.apart, made.prefixes) == (1, {"79": 1})
    assert Folder(str(tmp_path)).read("apart/0000.list").decode() == f"{mobile}:x\n"


def test_elsewhere_is_for_who_is_not_known(tmp_path: Path) -> None:
    """Said once, it is the zone of every number whose own says no hour."""
    made = prepared(
        str(tmp_path),
        *(Line((one,), "x") for one in ("79161234567", "12025550123", "74232345678")),
        rules=Rules(hours=Window(10, 20), elsewhere=0),
    )
    assert made.apart == 0
    assert [(shard.schedule.tz, shard.lines) for shard, _ in shards_of(str(tmp_path))] == [(7, 1), (0, 2)]


def test_by_time(tmp_path: Path) -> None:
    """Shards stand in the order in which they go, each with one time; a row without one goes at once."""
    rows = [
        (Line(("79990000001",), "c"), "02.12.26 09:00"),
        (Line(("79990000002",), "b"), "01.12.26 09:00"),
        (Line(("79990000003",), "a"), ""),
        (Line(("79990000004",), "d"), "01798767000"),
    ]
    prepared(str(tmp_path), *rows)
    assert [[line.text for line in lines] for _, lines in shards_of(str(tmp_path))] == [
        ["a"],
        ["b"],
        ["c"],
        ["d"],
    ]


def test_a_time_of_the_recipients_own(tmp_path: Path) -> None:
    """With `local` nine o'clock is nine where the recipient is, so the east's comes first."""
    rows = [(Line((one,), "x"), "01.12.26 09:00") for one in ("74951234567", "74232345678")]
    prepared(str(tmp_path), *rows, rules=Rules(local=True))
    assert [shard.schedule.tz for shard, _ in shards_of(str(tmp_path))] == [7, 0]


def test_the_same_text_at_another_time_is_no_duplicate(tmp_path: Path) -> None:
    """A pill in the morning and one in the evening are two."""
    line = Line(("79990000001",), "Take your pill")
    made = prepared(
        str(tmp_path), (line, "01.12.26 09:00"), (line, "01.12.26 21:00"), (line, "01.12.26 09:00")
    )
    assert (made.header.lines, made.repeated) == (2, 1)


def test_a_flood_goes_in_waves(tmp_path: Path) -> None:
    """The fifty-first message to one number goes a minute later (LIM-3)."""
    prepared(str(tmp_path), *(Line(("79990000001",), f"text {n}") for n in range(120)))
    assert [(shard.wave, shard.lines) for shard, _ in shards_of(str(tmp_path))] == [(0, 50), (1, 50), (2, 20)]


WRONG = [
    (Problem("no number", Span(0, 1)), ""),
    (Line(("79990000001",), "x"), "tomorrow"),
    (Line(("79990000001",), "a\\nb"), ""),
    (Line(("79990000001",), "x" * 1001), ""),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_line_that_cannot_be_sent(tmp_path: Path, wrong: Any) -> None:
    """Nothing is prepared, and it is named with its file and line; or it is left out, and counted."""
    good = Line(("79990000002",), "y")
    with pytest.raises(WrongLines) as caught:
        prepared(str(tmp_path / "a"), good, wrong)
    assert [(one.file, one.number) for one in caught.value.named] == [("rows", 2)]
    with pytest.raises(StorageError, match="prepare"):
        Manifest(Folder(str(tmp_path / "a")))
    made = prepared(str(tmp_path / "a"), good, wrong, skip_wrong=True)
    assert (made.wrong, all_lines(str(tmp_path / "a"))) == (1, [good])


def test_a_stop_list_that_is_not_understood(tmp_path: Path) -> None:
    """Somebody who is to be left alone may stand in a line that holds no number: nothing is prepared."""
    stop = tmp_path / "stop.txt"
    stop.write_text("phone\n79990000001\nask Ann\n", encoding="utf-8")
    with pytest.raises(WrongLines) as caught:
        prepared(str(tmp_path / "a"), Line(("79990000002",), "y"), stops=numbers_of(stop))
    assert [(one.number, one.reason) for one in caught.value.named] == [(3, "this is no phone number")]


class Died(Exception):
    pass


def test_killed_anywhere_and_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At whatever write it dies, nothing can be sent before it is done again, and then all is as if it had not died."""
    rows = [Line((f"7999000{n:04}",), "x") for n in range(40)]
    rules = Rules(most_lines=7)
    prepared(str(tmp_path / "whole"), *rows, rules=rules, size=3 * preparing.BUCKET)
    whole = tree(tmp_path / "whole")
    calls = ["write", "remove", "create"]
    real: dict[str, Callable[..., Any]] = {name: getattr(Folder, name) for name in calls}
    left = [0]

    def counted(name: str) -> Callable[..., Any]:
        def call(self: Folder, *arguments: Any) -> Any:
            left[0] -= 1
            if left[0] < 0:
                raise Died
            return real[name](self, *arguments)

        return call

    for name in calls:
        monkeypatch.setattr(Folder, name, counted(name))
    for limit in range(100):
        left[0] = limit
        folder = tmp_path / "killed"
        try:
            prepared(str(folder), *rows, rules=rules, size=3 * preparing.BUCKET)
        except Died:
            left[0] = 1000
            opened = Folder(str(folder))
            with pytest.raises(StorageError, match="prepare"):
                begin(opened, Send())
            prepared(str(folder), *rows, rules=rules, size=3 * preparing.BUCKET)
            assert tree(folder) == whole, limit
        else:
            break
    assert limit > 10


def test_shards_that_have_begun_are_not_touched(tmp_path: Path) -> None:
    """Not by the same sources either: what was sent is known by shard."""
    folder = str(tmp_path)
    prepared(folder, Line(("79990000001",), "x"))
    Folder(folder).create(BEGUN, b"{}")
    before = tree(tmp_path)
    with pytest.raises(StorageError, match="begun to be sent"):
        prepared(folder, Line(("79990000001",), "x"))
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["", "x" * 29, "a b", "имя", "a/b"])
def test_a_name_that_makes_no_ids(tmp_path: Path, name: str) -> None:
    """Ids are up to 40 Latin letters, digits and three signs (PAR-4)."""
    with pytest.raises(BuildError):
        prepare(Here(), str(tmp_path), Sources([], 0), Rules(), name=name)
