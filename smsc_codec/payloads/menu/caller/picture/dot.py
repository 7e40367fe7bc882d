"""A picture as DOT, the language of Graphviz."""

from __future__ import annotations

from smsc_codec.payloads.menu.caller.picture.mermaid import MOST
from smsc_codec.payloads.menu.caller.picture.sketch import Box, Edge, Sketch


def dot(sketch: Sketch) -> str:
    """The graph; texts stand in quotes that nothing in them can end."""
    names = {box.key: f"n{number}" for number, box in enumerate(sketch.boxes)}
    lines = [
        f"digraph {_quoted(sketch.title or 'menu')} {{",
        "  rankdir=LR;",
        '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif"];',
        '  edge [fontname="sans-serif"];',
    ]
    lines += [f"  {names[box.key]} [{_box(box)}];" for box in sketch.boxes]
    lines += [f"  {names[edge.source]} -> {names[edge.target]} [{_edge(edge)}];" for edge in sketch.edges]
    return "\n".join([*lines, "}"]) + "\n"


def _box(box: Box) -> str:
    texts = [box.key] if box.key else []
    texts += [" ".join(filter(None, (line.does, line.words))) for line in box.lines]
    label = "\\n".join(_escaped(text[:MOST] + "…" if len(text) > MOST else text) for text in texts)
    look = f'label="{label}"'
    if box.grey:
        return look + ', fillcolor="#eeeeee", color="#bbbbbb", fontcolor="#888888"'
    return look + (', color="#c62828", penwidth=2' if box.red else "")


def _edge(edge: Edge) -> str:
    look = [f"label={_quoted(edge.target[-1] if edge.kind == 'key' else edge.kind)}"]
    if edge.kind != "key":
        look.append("style=dashed" if edge.kind == "no answer" else "style=dotted")
    if edge.red:
        look.append('color="#c62828", penwidth=2')
    elif edge.grey:
        look.append('color="#bbbbbb"')
    return ", ".join(look)


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    words = "".join(sign if sign.isprintable() else " " for sign in text)
    return words.replace("\\", "\\\\").replace('"', '\\"')
