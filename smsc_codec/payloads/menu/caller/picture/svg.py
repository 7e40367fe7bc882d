"""A picture as SVG: well-formed, without script, for a light and a dark page."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.lazy import compiled
from smsc_codec.payloads.menu.caller.picture.layout import PADDING, ROW, WIDTH, Layout, Line, Place, layout
from smsc_codec.payloads.menu.caller.picture.sketch import Edge, Sketch
from smsc_codec.payloads.menu.caller.picture.words import Row, width

#: What XML 1.0 cannot hold, however it is written.
_UNSAYABLE = compiled("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIGHT = {
    "paper": "#ffffff", "box": "#ffffff", "border": "#c6ccd8", "top": "#eef4ff", "topborder": "#7d9ee0",
    "text": "#1c2433", "quiet": "#687186", "edge": "#8e98ab", "dashed": "#b26a00", "key": "#e8edf7",
    "keytext": "#22386b", "does": "#2257c4", "wrong": "#c62828", "grey": "#f1f2f4", "greytext": "#8b919c",
}  # fmt: skip
_DARK = {
    "paper": "#14181f", "box": "#1e242e", "border": "#3c4656", "top": "#1c2b45", "topborder": "#5078c2",
    "text": "#e6eaf1", "quiet": "#98a2b3", "edge": "#74809a", "dashed": "#e0a040", "key": "#2c3a55",
    "keytext": "#cfdcf8", "does": "#8ab0ff", "wrong": "#ff7b72", "grey": "#191d24", "greytext": "#6d7583",
}  # fmt: skip
_LEGEND = 34


def svg(sketch: Sketch, here: str | None = None) -> str:
    """The picture as a document of its own; it also stands well inside a page. The box of the key `here` is lit."""
    heading = 30 if sketch.title else 0
    made = layout(sketch, heading)
    legend = list(_kinds(made))
    height = made.height + (_LEGEND if legend else 0)
    wide = max(made.width, 40 + sum(len(words) * 7 + 56 for _, words in legend))
    size = f'width="{wide:.0f}" height="{height:.0f}" viewBox="0 0 {wide:.0f} {height:.0f}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
        f"<title>{_escaped(sketch.title or 'Voice menu')}</title>",
        f"<style>{_style()}</style>",
        _arrows(),
        f'<rect class="paper" width="{wide:.0f}" height="{height:.0f}" rx="10"/>',
    ]
    if sketch.title:
        parts.append(f'<text class="title" x="24" y="34">{_escaped(sketch.title)}</text>')
    parts += map(_line, sorted(made.lines, key=lambda line: line.edge.red))
    parts += (_box(place, here) for place in made.places)
    parts += _legend(legend, made.height)
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def _style() -> str:
    shape = (
        "text{font:13px 'Segoe UI','Helvetica Neue',Arial,'Noto Sans','DejaVu Sans',sans-serif}"
        ".title{font-size:17px;font-weight:600}.does{font-size:12px;font-weight:600}"
        ".keytext{font-weight:700;text-anchor:middle}.legend{font-size:12px}"
        ".edge{fill:none;stroke-width:1.5}.dash{stroke-dasharray:6 4}.dot{stroke-dasharray:2 4}"
        ".box,.top,.greybox,.redbox{stroke-width:1.2}.redbox{stroke-width:2}"
    )
    return f"{shape}{_colors(_LIGHT)}@media (prefers-color-scheme:dark){{{_colors(_DARK)}}}"


def _colors(c: dict[str, str]) -> str:
    return (
        f".paper{{fill:{c['paper']}}}text,.title{{fill:{c['text']}}}.legend{{fill:{c['quiet']}}}"
        f".box,.redbox{{fill:{c['box']}}}.box{{stroke:{c['border']}}}.redbox{{stroke:{c['wrong']}}}"
        f".top{{fill:{c['top']};stroke:{c['topborder']}}}.greybox{{fill:{c['grey']};stroke:{c['border']}}}"
        f".greytext{{fill:{c['greytext']}}}.key{{fill:{c['key']}}}.keytext{{fill:{c['keytext']}}}"
        f".here>rect:first-child{{stroke:{c['does']};stroke-width:4}}.does{{fill:{c['does']}}}.wrong{{fill:{c['wrong']}}}"
        f".edge{{stroke:{c['edge']}}}.dash{{stroke:{c['dashed']}}}.ghost{{stroke:{c['border']}}}"
        f".red{{stroke:{c['wrong']};stroke-width:2}}"
        f".head{{fill:{c['edge']}}}.dashhead{{fill:{c['dashed']}}}.ghosthead{{fill:{c['border']}}}"
        f".redhead{{fill:{c['wrong']}}}"
    )


def _arrows() -> str:
    heads = "".join(
        f'<marker id="{name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path class="{name}" d="M0,0.5 L8,4 L0,7.5 Z"/></marker>'
        for name in ("head", "dashhead", "ghosthead", "redhead")
    )
    return f"<defs>{heads}</defs>"


def _look(edge: Edge) -> tuple[str, str]:
    """The classes of an edge, and its arrow's."""
    classes = ["edge"]
    head = "head"
    if edge.kind == "no answer":
        classes, head = ["edge", "dash"], "dashhead"
    elif edge.kind == "wrong key":
        classes = ["edge", "dot"]
    if edge.red:
        return " ".join([*classes, "red"]), "redhead"
    if edge.grey:
        return " ".join([*classes, "ghost"]), "ghosthead"
    return " ".join(classes), head


def _line(line: Line) -> str:
    classes, head = _look(line.edge)
    told = f"{line.edge.source or 'the menu'}, {line.edge.kind}: {line.edge.target or 'the menu'}"
    return f'<path class="{classes}" d="{line.path}" marker-end="url(#{head})"><title>{_escaped(told)}</title></path>'


def _box(place: Place, here: str | None) -> str:
    box = place.box
    kind = "greybox" if box.grey else "redbox" if box.red else "box" if box.key else "top"
    lit = ' class="here"' if box.key == here else ""
    parts = [
        f'<g data-key="{_escaped(box.key)}"{lit}>'
        f'<rect class="{kind}" x="{place.x:g}" y="{place.y:g}" width="{WIDTH}" height="{place.height:g}" rx="7"/>'
    ]
    for number, row in enumerate(place.rows):
        parts += _row(
            row, place.x + PADDING, place.y + PADDING + number * ROW, " greytext" if box.grey else ""
        )
    return "".join(parts) + "</g>"


def _row(row: Row, x: float, y: float, grey: str) -> Iterator[str]:
    base = y + 13.5
    if row.key:
        yield f'<rect class="key" x="{x:g}" y="{y - 2:g}" width="{row.key_width:.1f}" height="20" rx="5"/>'
        middle = f'x="{x + row.key_width / 2:.1f}" y="{base - 0.5:g}"'
        yield f'<text class="keytext{grey}" {middle}>{_escaped(row.key)}</text>'
    wrong = " wrong" if row.wrong else grey
    if row.does:
        at = x + row.x - width(row.does) * 0.95 - 8
        yield f'<text class="does{wrong}" x="{at:.1f}" y="{base:g}">{_escaped(row.does)}</text>'
    if row.words:
        yield f'<text class="words{wrong}" x="{x + row.x:.1f}" y="{base:g}">{_escaped(row.words)}</text>'


def _kinds(made: Layout) -> Iterator[tuple[str, str]]:
    """What needs an explanation in this picture: the classes of a line or box, and the words."""
    edges = [line.edge for line in made.lines]
    if any(edge.kind == "no answer" and not edge.red for edge in edges):
        yield "edge dash", "nobody answers"
    if any(edge.kind == "wrong key" for edge in edges):
        yield "edge dot", "a wrong key"
    if any(edge.red for edge in edges):
        yield "edge dash red", "dialled in a circle"
    if any(place.box.red for place in made.places):
        yield "redbox", "no way out"
    if any(place.box.grey for place in made.places):
        yield "greybox", "nothing leads here"


def _legend(kinds: list[tuple[str, str]], top: float) -> Iterator[str]:
    x, y = 24.0, top + 12
    for classes, words in kinds:
        if classes.startswith("edge"):
            yield f'<path class="{classes}" d="M{x:g},{y:g} h32"/>'
        else:
            yield f'<rect class="{classes}" x="{x:g}" y="{y - 7:g}" width="32" height="14" rx="4"/>'
        yield f'<text class="legend" x="{x + 40:g}" y="{y + 4:g}">{words}</text>'
        x += 56 + len(words) * 7


def _escaped(text: str) -> str:
    text = _UNSAYABLE.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
