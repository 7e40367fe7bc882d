"""The room of figures: messages, parts, money and findings over time, what cost most, and what would cost less."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from smsc_codec_sandbox.figures import Bar, Sum
from smsc_codec_sandbox.service import Answer
from smsc_codec_sandbox.web.room import Asked, Room
from smsc_codec_sandbox.web.views import CHANNELS

#: The picture, in units of its own; a bar's share of its place.
WIDTH, HEIGHT, LEFT, FOOT = 720, 190, 48, 22
_FILLED = 0.8
_SEVERITIES = ("error", "warning", "info")
#: The greatest numbers that an axis ends at, times powers of ten.
_ROUND = (1, 2, 5, 10)
_MOST_SENDERS = 10


class Piece(Struct, frozen=True):
    """A piece of a bar: where it stands, which colour it has (`kind`), and what it says."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    told: str


class Chart(Struct, frozen=True):
    """A picture of bars: its pieces, the numbers of its axis and the times below, each with a place."""

    title: str
    pieces: list[Piece]
    marks: list[tuple[float, str]]
    times: list[tuple[float, int]]
    kinds: list[tuple[str, str]]


def _top(most: Decimal) -> Decimal:
    """The number that an axis up to `most` ends at."""
    if most <= 0:
        return Decimal(1)
    power = Decimal(10) ** most.adjusted()
    return next(n * power for n in map(Decimal, _ROUND) if n * power >= most)


def chart(
    title: str, bars: list[Bar], values: list[dict[str, Decimal]], kinds: dict[str, str], when: list[str]
) -> Chart:
    """Bars on one another; `values` by kind for each bar, `kinds` what they are called, `when` each bar's time."""
    top = _top(max((sum(one.values(), Decimal()) for one in values), default=Decimal()))
    high = HEIGHT - FOOT - 8
    place = (WIDTH - LEFT) / max(len(bars), 1)
    pieces = []
    for number, mine in enumerate(values):
        y = float(HEIGHT - FOOT)
        for kind in kinds:
            value = mine.get(kind, Decimal())
            if value:
                height = float(value / top) * high
                y -= height
                x = LEFT + (number + (1 - _FILLED) / 2) * place
                told = f"{when[number]}, {kinds[kind]}: {value:f}"
                pieces.append(
                    Piece(round(x, 1), round(y, 1), round(place * _FILLED, 1), round(height, 1), kind, told)
                )
    marks = [(HEIGHT - FOOT - high * part, f"{(top * Decimal(part)).normalize():f}") for part in (0, 0.5, 1)]
    every = max(1, len(bars) // 6)
    times = [(LEFT + (number + 0.5) * place, bars[number].at) for number in range(0, len(bars), every)]
    used = [(kind, name) for kind, name in kinds.items() if any(kind in one for one in values)]
    return Chart(title, pieces, marks, times, used)


def _charts(asked: Asked) -> dict[str, object]:
    figures = asked.service.figures
    more = figures.update()
    step, bars = figures.bars()
    from smsc_codec_sandbox.web.render import moment

    when = [moment(bar.at) for bar in bars]
    names = {channel: asked.say(name) for channel, name in CHANNELS.items()}

    def by(kind: str) -> list[dict[str, Decimal]]:
        return [{name: Decimal(getattr(made, kind)) for name, made in bar.channels.items()} for bar in bars]

    found: list[dict[str, Decimal]] = [{n: Decimal(c) for n, c in bar.findings.items()} for bar in bars]
    charts = [
        chart(asked.say("Messages"), bars, by("messages"), names, when),
        chart(asked.say("Parts and seconds"), bars, by("parts"), names, when),
        chart(asked.say("Money"), bars, by("cost"), names, when),
        chart(asked.say("Findings"), bars, found, {name: asked.say(name) for name in _SEVERITIES}, when),
    ]
    return {
        "charts": charts if bars else [],
        "step": step,
        "total": figures.total,
        "findings": {name: figures.findings[name] for name in _SEVERITIES},
        "channels": _rows({names.get(name, name): made for name, made in figures.channels.items()}),
        "senders": _rows(figures.senders)[:_MOST_SENDERS],
        "dearest": figures.dearest(),
        "names": names,
        "more": more,
        "size": (WIDTH, HEIGHT, LEFT, HEIGHT - FOOT),
    }


def _rows(sums: dict[str, Sum]) -> list[tuple[str, Sum]]:
    return sorted(sums.items(), key=lambda pair: -pair[1].cost)


def page(asked: Asked) -> Answer:
    """The page."""
    return asked.page("dashboard.html", **_charts(asked), room=ROOM)


def figures(asked: Asked) -> Answer:
    """What stands in it."""
    return asked.fragment("figures.html", **_charts(asked))


ROOM = Room(
    "Figures",
    "/sandbox/figures",
    {("GET", "/sandbox/figures"): page, ("GET", "/sandbox/page/figures"): figures},
)
