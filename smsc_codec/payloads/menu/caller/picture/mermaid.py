"""A picture as a Mermaid flowchart, which GitHub and others draw inside Markdown."""

from __future__ import annotations

from smsc_codec.payloads.menu.caller.picture.sketch import Box, Edge, Sketch

#: A text in a box is cut there.
MOST = 60


def mermaid(sketch: Sketch) -> str:
    """The flowchart. No text of the menu becomes a part of it: what is no letter or digit is written by its number."""
    names = {box.key: f"n{number}" for number, box in enumerate(sketch.boxes)}
    lines = ["flowchart LR"]
    lines += [f'  {names[box.key]}["{label(box)}"]' for box in sketch.boxes]
    lines += [f"  {names[edge.source]} {_arrow(edge)} {names[edge.target]}" for edge in sketch.edges]
    for look, style in (
        ("grey", "fill:#eee,stroke:#bbb,color:#888"),
        ("red", "stroke:#c62828,stroke-width:2px"),
    ):
        keys = [names[box.key] for box in sketch.boxes if getattr(box, look)]
        if keys:
            lines += [f"  classDef {look} {style}", f"  class {','.join(keys)} {look}"]
    for look, style in (("grey", "stroke:#bbb"), ("red", "stroke:#c62828,stroke-width:2px")):
        numbers = [str(number) for number, edge in enumerate(sketch.edges) if getattr(edge, look)]
        if numbers:
            lines.append(f"  linkStyle {','.join(numbers)} {style}")
    return "\n".join(lines) + "\n"


def label(box: Box) -> str:
    """What stands in a box, with line ends that Mermaid knows."""
    lines = [box.key] if box.key else []
    lines += [" ".join(filter(None, (line.does, line.words))) for line in box.lines]
    return "<br/>".join(_quoted(line[:MOST] + "…" if len(line) > MOST else line) for line in lines)


def _arrow(edge: Edge) -> str:
    if edge.kind == "key":
        return f'-- "{_quoted(edge.target[-1])}" -->'
    return f'-. "{edge.kind}" .->'


def _quoted(text: str) -> str:
    return "".join(sign if sign.isalnum() or sign in " .…" else f"#{ord(sign)};" for sign in text)
