"""The parts of a request as text: where each parameter stands, before any is understood."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from msgspec import Struct

from smsc_codec.api.access import SECRETS
from smsc_codec.api.form import octets
from smsc_codec.api.parameters.names import PARAMETERS
from smsc_codec.api.received import MOST_PARAMETERS
from smsc_codec.api.text import placeholders
from smsc_codec.api.text.mapped import Mapped, fixed, joined
from smsc_codec.diagnostics import Edit, Fix, Problem, Span
from smsc_codec.lazy import compiled
from smsc_codec.text.near import nearest

#: What people call a secret, well or badly spelt; nothing of its value is shown.
_MISSPELT = (*SECRETS, "password")
_SECRET = compiled(
    r"(?i)p(?:ass(?:word|wd|wort)?|s+w+d?|wd)|(?:api|access)?[_-]?(?:key|token)|secret|md5|sha1|crc32"
)


@lru_cache(256)
def _is_secret(name: str) -> bool:
    if _SECRET.fullmatch(name):
        return True
    # `push` is two slips away from `psw`, and means what it says.
    return name not in PARAMETERS and nearest(name, _MISSPELT) is not None


class Given(Struct):
    """One parameter as it stands: its name, and its value before urlencoding is undone.

    `encoded` is false where the value stands for itself, as in a form with files; `elsewhere` is true where it is in
    a file that is not looked at; `in_body` tells the body of a POST from the address.
    """

    name: str
    at: Mapped
    value: Mapped
    encoded: bool = True
    in_body: bool = True
    elsewhere: bool = False

    def read(self, charset: str) -> tuple[bytes, Mapped]:
        """The octets of the value, and their text."""
        if self.encoded:
            return self.value.decoded(charset)
        return self.value.text.encode(charset, "replace"), self.value

    def octets(self) -> Mapped:
        """The octets of the value (BIN-1), each as the character of its number."""
        if self.encoded or self.value.text.isascii():
            return self.read("latin-1")[1]
        return fixed(self.read("utf-8")[0].decode("latin-1"), self.value.span())

    @property
    def is_secret(self) -> bool:
        """Whether nobody may see the value."""
        return _is_secret(self.name)

    @property
    def is_opaque(self) -> bool:
        """Whether all or some of the value is not said here, but put in by something else: it is not judged."""
        return self.elsewhere or bool(self.value.holes) or placeholders.is_one(self.name, self.value.text)


class Parts(Struct):
    """A request taken apart. `form` is how it is written: an address, a body, a curl command, an HTTP message.

    `span` is the place of all of it; `files` are the names of files whose contents are elsewhere, `files_at` their
    places; `hidden` are places that nobody may see, beside those of secret parameters; `end` is where another parameter
    can be written, `options` where another `option` of curl can; `json`: a JSON object says the parameters; `open`:
    there may be more of them than are seen here.
    """

    form: str
    span: Span = Span(0, 0)
    method: str = "GET"
    scheme: str = ""
    host: str = ""
    path: str | None = None
    address: Mapped | None = None
    given: list[Given] = []
    files: list[str] = []
    files_at: list[Span] = []
    problems: list[Problem] = []
    hidden: list[Span] = []
    end: Mapped | None = None
    options: int | None = None
    option: str = "-d"
    json: bool = False
    full: bool = False
    open: bool = False
    #: In HTML and XML `&amp;` is how an `&` is written.
    markup: bool = False

    def add(self, given: Given) -> bool:
        """Take one more parameter, if it is not one too many; nothing of the others is shown."""
        if len(self.given) < MOST_PARAMETERS:
            self.given.append(given)
            return True
        if len(self.given) == MOST_PARAMETERS and not self.full:
            told = f"more than {MOST_PARAMETERS} parameters: the rest are not checked"
            self.problems.append(Problem(told, given.at.span(), "request-syntax"))
            self.full = True
        self.hidden.append(given.value.span())
        return False

    def odd(self, told: str, span: Span, *expected: str, **more: object) -> None:
        """Note what is wrong with how the request is written."""
        self.problems.append(Problem(told, span, "request-syntax", expected, **more))  # type: ignore[arg-type]

    def adding(self, parameter: str) -> Edit | None:
        """The edit that adds a parameter to others, if there is a place for it."""
        if self.options is not None:
            return Edit(Span(self.options, self.options), f" {self.option} {parameter}")
        assert self.end is not None  # whatever has parameters is an address, or has options or a body
        written = self.end.write(f"&{parameter}")
        return None if written is None else Edit(self.end.span(), written)


#: What stands between parameters; an `&` that was written for HTML counts where a parameter follows.
_BETWEEN = compiled(r"&(?:(?P<escaped>(?:amp|#38|#x26);(?=[\w\[\]%.-]{1,40}=))|&*(?!amp;|#38;|#x26;))?")


#: A `;` where an `&` belongs: before parameters that every request may have.
_SEMICOLON = compiled(
    r"[;,|][ \t]*(?=(?:login|psw|apikey|phones|mes|list|fmt|charset|sender|time|tz|id|cost|op|err)=)"
)


def other_signs(word: Mapped) -> list[Span]:
    """Where another sign than `&` stands before parameters, always the same one."""
    found = [
        Span(*match.span()) for match in _SEMICOLON.finditer(word.text) if not word.in_hole(match.start())
    ]
    return found if len({word.text[span.start] for span in found}) == 1 else []


def _parted_otherwise(word: Mapped) -> Problem:
    """Another sign than `&` between parameters: the service takes all of them for the first one's value."""
    found = other_signs(word)
    edits = [word.edit(Edit(span, "&")) for span in found]
    fixes = (Fix("write '&'", tuple(edit for edit in edits if edit)),) if None not in edits else ()
    return Problem(
        f"'{word.text[found[0].start]}' does not separate parameters: all of this is the value of the first one",
        word.span(found[0]),
        "request-syntax",
        ("'&'",),
        fixes=fixes,
    )


def pairs(word: Mapped, parts: Parts, *, in_body: bool = True) -> None:
    """Take the parameters of an urlencoded text."""
    word = with_placeholders(word)
    escaped: list[Span] = []
    plain: list[Span] = []
    begin = 0
    between = _BETWEEN
    if "&" not in word.text and len(other_signs(word)) > 1:
        between = _SEMICOLON
        parts.problems.append(_parted_otherwise(word))
    for match in [*between.finditer(word.text), None]:
        start, end = match.span() if match else (len(word.text), len(word.text))
        if match and (word.in_hole(start) or _is_plain(word.text, begin, start, end)):
            plain += [] if word.in_hole(start) else [Span(start, start + 1)]
            continue
        if match and between is _BETWEEN and match["escaped"]:
            escaped.append(Span(start, end))
        if start > begin and not _pair(word, begin, start, parts, in_body):
            parts.hidden.append(word.span(Span(begin, len(word.text))))
            break
        begin = end
    if escaped and not parts.markup:
        parts.problems.append(_escaped(word, escaped))
    if plain:
        edits = [word.edit(Edit(span, "%26")) for span in plain]
        parts.odd(
            "the value ends at this '&', and what follows it is lost", word.span(plain[0]), "'%26'",
            fixes=(Fix("write '%26'", tuple(edit for edit in edits if edit)),) if None not in edits else (),
        )  # fmt: skip


_OF_TEXT = compiled(r"(?:mes|msg|subj|name)=")


def _is_plain(text: str, begin: int, start: int, end: int) -> bool:
    """Whether an `&` stands between two words of a text, `Rock & Roll`, and was meant as one."""
    blanks = text[start - 1 : start] in (" ", "\t") and text[end : end + 1] in (" ", "\t")
    if end - start != 1 or not blanks or not _OF_TEXT.match(text, begin):
        return False
    stop = text.find("&", end)
    return "=" not in text[end : stop if stop >= 0 else len(text)]


def _pair(word: Mapped, begin: int, end: int, parts: Parts, in_body: bool) -> bool:
    """Take one parameter, if it is not one too many."""
    sign = word.find("=", begin, end)
    sign = end if sign < 0 else sign
    name = word.part(begin, sign)
    blanks = 0
    if name.holes:  # one more, or some, whose names are not known
        parts.open = True
        return True
    if name.text != name.text.strip(" \t") and "\n" not in name.text:
        if name.text[-1:].isspace():
            value = word.text[sign + 1 : end]
            blanks = len(value) - len(value.lstrip(" \t"))
        parts.problems.append(_blank(name, word.part(begin, min(sign + 1 + blanks, end))))
        name = name.part(len(name.text) - len(name.text.lstrip()), len(name.text.rstrip()))
    colon = name.text.find(":") if sign == end else -1
    if colon > 0 and name.text[:colon] in PARAMETERS:
        parts.problems.append(_other_sign(word, begin + colon, begin + colon + 1))
        name, sign = word.part(begin, begin + colon), begin + colon
    elif word.text.startswith("==", sign) and name.text in PARAMETERS:
        parts.problems.append(_other_sign(word, sign, sign + 2))
        sign += 1
    said = octets(name.text).decode("utf-8", "replace")
    return parts.add(Given(said, name, word.part(min(sign + 1 + blanks, end), end), in_body=in_body))


def _blank(name: Mapped, head: Mapped) -> Problem:
    """` phones=`, `phones = `: the blank is sent as a part of the name; `head` goes up to the value."""
    bare = name.text.strip()
    sign = "=" if "=" in head.text else ""
    edit = head.edit(Edit(Span(0, len(head.text)), bare + sign))
    fixes = (Fix("remove the space", (edit,)),) if edit else ()
    told = f"a space beside the name '{bare[:40]}': the service will not recognize the parameter"
    return Problem(told, name.span(), "request-syntax", (f"'{bare[:40]}='",), fixes=fixes)


def _other_sign(word: Mapped, start: int, end: int) -> Problem:
    """`login:alex`, `login==alex`: what stands between a name and its value is one `=`."""
    edit = word.edit(Edit(Span(start, end), "="))
    fixes = (Fix("write '='", (edit,)),) if edit else ()
    told = f"'{word.text[start:end]}' does not separate a parameter's name from its value"
    return Problem(told, word.span(Span(start, end)), "request-syntax", ("'='",), fixes=fixes)


def _escaped(word: Mapped, escaped: list[Span]) -> Problem:
    """`&amp;` where an `&` belongs: the service takes `amp;` for the beginning of a name."""
    edits = [word.edit(Edit(span, "&")) for span in escaped]
    fixes = (Fix("write '&'", tuple(edit for edit in edits if edit), safe=True),) if None not in edits else ()
    sign = word.text[escaped[0].start : escaped[0].end]
    return Problem(
        f"'{sign}' is an HTML-escaped '&': the service will not recognize the parameter after it",
        word.span(escaped[0]),
        "html-escaped",
        ("'&'",),
        fixes=fixes,
    )


#: The service's own word for the caller's number, in menus (IVR-8), and what menus have: the macro, a line with a key.
_OWN = "$phone"
_MENU = compiled(
    r"(?i)(?:\{|<|%7B|%3C)(?:\s|\+|%20)*menu"
    r"|(?:\n|\\n|%0A|%5Cn)(?:\s|\+|%20)*[0-9*#]{1,4}(?:\s|\+|%20)*(?::|%3A)"
)


def with_placeholders(word: Mapped) -> Mapped:
    """The text with the placeholders of templates as holes, beside what a shell puts in."""
    if word.searched:
        return word
    found = list(placeholders.find(word.text))
    if found and _MENU.search(word.text):
        found = [span for span in found if word.text[span.start : span.end] != _OWN]
    word = word.with_holes(found)
    word.searched = True
    return word


def trimmed(source: str, start: int = 0, end: int | None = None) -> Mapped:
    """A part of the source without white space around it."""
    text = source[start:end]
    begin = start + len(text) - len(text.lstrip())
    return Mapped.of(source, begin, max(begin, start + len(text.rstrip())))


#: The end of a line, with empty lines and remarks behind it, which addresses may have between their lines.
_BREAK = compiled(r"[ \t]*+\r?\n[ \t]*+")
_BREAK_OR_REMARK = compiled(r"[ \t]*+\r?\n(?>(?:[ \t]*+(?:(?:#|//)[^\n]*)?\r?\n)*)[ \t]*+")


def unwrapped(word: Mapped, *, remarks: bool = False) -> Mapped:
    """The address without the line ends that it was broken at, as the page prints long ones."""
    pattern = _BREAK_OR_REMARK if remarks else _BREAK
    found = (m for m in pattern.finditer(word.text) if word.text.startswith(("&", "?", "/"), m.end()))
    breaks = list(islice(found, MOST_PARAMETERS))
    if not breaks:
        return word
    pieces, at = [], 0
    for match in breaks:
        pieces.append(word.part(at, match.start()))
        at = match.end()
    return joined([*pieces, word.part(at, len(word.text))], word.write)
