"""The room that identifies: by the configuration, what was asked for, a name's ending, or the content of a text."""

from __future__ import annotations

from smsc_codec.lazy import regex
from smsc_codec.payloads import ALIASES, KINDS, codec, foreign_codecs, foreign_kinds

#: The endings of our kinds, longer ones first.
_ENDINGS = sorted(
    ((end, kind) for kind, (_, ends) in KINDS.items() for end in ends), key=lambda pair: -len(pair[0])
)
#: Endings that say nothing of what a file is: no package of somebody else's is looked for because of them.
_SILENT = (".txt", ".text", ".md")
#: Lines of which two tell what was meant, though none is as it should be.
_LIKELY = {
    "mailing": regex(r"(?m)^[^\n]{0,60}(?<![\w.])\+?[0-9][0-9 ()-]{9,16}[0-9][ \t]*[:;,|\t]"),
    "menu": regex(r"(?m)^[ \t]*[0-9#*]{1,2}[ \t]*[:.)=-][ \t]*[^\W\d]"),
}


class Guessed(str):
    """A kind that nothing speaks for."""

    __slots__ = ()


def kind_of(path: str, text: str, *, globs: dict[str, str], asked: str | None = None) -> tuple[str, str]:
    """The kind of a file and why, in words. `globs` is the configuration's `kinds`.

    Raises PluginError where nothing says what it is, and the language it may be of is one of a broken package.
    """
    for glob, kind in globs.items():
        from smsc_codec.linter.globs import fits

        if fits(path, glob):
            return ALIASES.get(kind, kind), f"the configuration says so for '{glob}'"
    if asked:
        return asked, "asked for"
    by_ending = ending(path)
    if by_ending:
        return by_ending[0], f"its name ends in '{by_ending[1]}'"
    for kind in KINDS:
        if codec(kind).looks_like(text):
            return kind, f"its content looks like a {codec(kind).title}"
    if _may_be_of_others(path):
        for kind in foreign_kinds():
            if codec(kind).looks_like(text):
                return kind, f"its content looks like a {codec(kind).title}"
    if _holds_access(text):
        return "request", "it holds a password or key"
    for kind, lines in _LIKELY.items():
        if len(lines.findall(text, 0, 4000)) > 1:
            return kind, f"its content looks like a {codec(kind).title}"
    return Guessed(next(iter(KINDS))), "nothing says otherwise"


def _holds_access(text: str) -> bool:
    """Whether a text that nothing else is known of has what only requests have: it must be read as nothing else."""
    low = text.lower()
    if not any(word in low for word in ("psw", "apikey", "authorization", "://", "curl")):
        return False
    from smsc_codec.secrets import spans

    return bool(spans(text))


def ending(path: str) -> tuple[str, str] | None:
    """The kind whose ending a file's name has, and the longest such ending."""
    name = path.lower()
    for end, kind in _ENDINGS:
        if name.endswith(end):
            return kind, end
    if not _may_be_of_others(name):
        return None
    found = [
        (end, language.kind)
        for language in foreign_codecs()
        for end in getattr(language, "endings", ())
        if name.endswith(end)
    ]
    if not found:
        return None
    end, kind = max(found, key=lambda pair: len(pair[0]))
    return kind, end


def _may_be_of_others(path: str) -> bool:
    """Whether a file's name has an ending that says something, to somebody else."""
    return "." in path.replace("\\", "/").rpartition("/")[2] and not path.lower().endswith(_SILENT)
