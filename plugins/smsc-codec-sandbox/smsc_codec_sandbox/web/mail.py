"""An e-mail as a page of its own that can do nothing: only what shapes a text is kept of its HTML.

The page is shown in a frame without scripts, forms, or any address to load from; what is kept here needs none of them.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

KEPT = frozenset((
    "a", "abbr", "b", "big", "blockquote", "br", "caption", "center", "code", "dd", "del", "div", "dl",
    "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "s",
    "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "tt", "u", "ul",
))  # fmt: skip
_EMPTY = frozenset(("br", "hr"))
#: Elements whose content is no text of the mail.
_DROPPED = frozenset((
    "script", "style", "title", "head", "template", "noscript", "iframe", "object", "svg", "math",
    "textarea", "select",
))  # fmt: skip
_ATTRIBUTES = frozenset((
    "align", "bgcolor", "border", "cellpadding", "cellspacing", "color", "colspan", "dir", "height",
    "rowspan", "size", "valign", "width",
))  # fmt: skip
_VALUE = re.compile(r"[\w#%., -]{0,60}")
#: What may stand in a style: nothing that loads, places over other things, or hides what it is by escapes. No repeat
#: gives back what it took, so each character is looked at once.
_STYLE = re.compile(r"\s*+(?:[a-z-]{1,40}+\s*+:[\w\s#%.,'-]{0,100}+)?+")
_NO_STYLE = re.compile(r"position|url|behavior|binding|content|cursor|filter|image|src")
_LOOKS = re.compile(r"<(?:[a-zA-Z]\w*(?:\s[^<>]*)?/?|/[a-zA-Z]\w*\s*|!doctype[^<>]*)>")


def _is_plain(style: str) -> bool:
    """Whether a style is a list of plain declarations."""
    return all(map(_STYLE.fullmatch, style.split(";"))) and not _NO_STYLE.search(style)


#: How deep elements may stand in one another.
_DEEPEST = 100
#: Said with the page: nothing runs, nothing is loaded, only the sandbox's own page frames it.
HEADERS = (
    (
        "content-security-policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'; sandbox",
    ),
    ("x-frame-options", "SAMEORIGIN"),
    ("x-dns-prefetch-control", "off"),
)


def is_html(text: str) -> bool:
    """Whether a mail's text has marks of HTML."""
    return _LOOKS.search(text) is not None


class _Keeper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[str] = []
        self._open: list[str] = []
        self._dropped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropped.append(tag)
        if self._dropped:
            return
        said = dict(attrs)
        if tag == "img":
            self.made.append(
                f"<span class=picture>[{escape(said.get('alt') or said.get('src') or '')}]</span>"
            )
        elif tag in KEPT and (tag in _EMPTY or len(self._open) < _DEEPEST):
            self.made.append(f"<{tag}{''.join(map(_attribute, attrs))}>")
            if tag == "a" and said.get("href"):
                self.made.append(f"<span class=address>[{escape(str(said['href']))}]</span> ")
            if tag not in _EMPTY:
                self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._dropped:
            while self._dropped.pop() != tag:
                pass
        elif not self._dropped and tag in self._open:
            while self._open:
                last = self._open.pop()
                self.made.append(f"</{last}>")
                if last == tag:
                    break

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.made.append(escape(data))

    def whole(self) -> str:
        self.close()
        return "".join([*self.made, *(f"</{tag}>" for tag in reversed(self._open))])


def _attribute(pair: tuple[str, str | None]) -> str:
    name, value = pair
    if value is None:
        return ""
    low = value.lower()
    fits = (
        (name in _ATTRIBUTES and _VALUE.fullmatch(value))
        or (name == "style" and len(value) < 1000 and _is_plain(low))
    )  # fmt: skip
    return f' {name}="{escape(value)}"' if fits else ""


def kept(text: str) -> str:
    """What is kept of a mail's HTML."""
    keeper = _Keeper()
    keeper.feed(text)
    return keeper.whole()


def page(text: str, subject: str, language: str) -> bytes:
    """The page of a mail."""
    body = kept(text) if is_html(text) else f"<pre>{escape(text)}</pre>"
    style = (
        "body{font:15px/1.5 system-ui,sans-serif;margin:1em;background:#fff;color:#111;overflow-wrap:anywhere}"
        "pre{font:inherit;white-space:pre-wrap;margin:0}.address,.picture{color:#555;font-size:.85em}"
    )
    return (
        f"<!doctype html><html lang={language}><meta charset=utf-8><title>{escape(subject)}</title>"
        f"<style>{style}</style><body>{body}</body></html>"
    ).encode(errors="replace")
