"""A menu as a picture: what stands in it (`sketch`), where (`layout`), and three ways to write it down."""

from __future__ import annotations

from typing import Literal

from smsc_codec.payloads.menu.caller.picture.sketch import sketch
from smsc_codec.payloads.menu.model import Menu
from smsc_codec.payloads.menu.options import MenuOptions

Form = Literal["svg", "mermaid", "dot"]


def graph(
    menu: Menu,
    form: Form = "svg",
    options: MenuOptions | None = None,
    title: str = "",
    here: str | None = None,
) -> str:
    """A picture of a menu, with what is wrong drawn in, under the policy of `options`.

    `form` is `svg`, `mermaid` or `dot`; `title` what the picture is called. SVG lights the box of the key `here`, that
    of the outermost menu where it is empty. Never raises for any menu. What nothing
    leads to is grey, circles of calls that nobody answers and places without a way out are red, the way of a call that
    nobody answers is dashed.
    """
    made = sketch(menu, options or MenuOptions(), title)
    if form == "mermaid":
        from smsc_codec.payloads.menu.caller.picture.mermaid import mermaid

        return mermaid(made)
    if form == "dot":
        from smsc_codec.payloads.menu.caller.picture.dot import dot

        return dot(made)
    from smsc_codec.payloads.menu.caller.picture.svg import svg

    return svg(made, here)
