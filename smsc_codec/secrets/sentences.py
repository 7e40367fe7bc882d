"""Secrets in sentences: a word near the word for one that looks like nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.layers import alike
from smsc_codec.secrets.said import LOOKS

_LOOKS = regex(LOOKS)
_WORD = regex(r"\S+")
_AROUND = " \t.,;:!?()[]{}<>\"'`*\u2014-"
#: How far behind a name a sentence is read, and how many words of it.
_FAR, _MOST = 150, 8
_ENDS = tuple(".!?;")
#: More names behind one: `mega_auth, mega_trn, bee_srv, tele2_srv`.
_NAMES = regex(r"(?:,[ \t]{1,3}[\w-]{1,40}){2},")
_IN_IT = regex(r"[=:/]\w")
#: `S3cret1 as the password`, `S3cret1 is my password`
_AS = regex(
    rf"(?<![\w.@-])(?P<secret>{LOOKS})[\"'`]?(?:[ \t]{{0,3}}\(|(?:[ \t]{{1,3}}(?:as|is|was|--?|\u2014"
    rf"|{'|'.join(map(alike, ('это', 'как', 'в качестве')))})){{1,2}}"
    r"[ \t]{1,3}(?:(?:a|the|my|your|his|her|our|new|old|"
    + "|".join(map(alike, ("мой", "твой", "ваш", "наш")))
    + r")[ \t]{1,3}){0,2}(?:[^\W\d]{1,12}/)?)\Z"
)


def in_sentence(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a sentence has the secret whose name stands there: `the password for the office is now S3cret1`."""
    before = text[max(0, start - _FAR) : start]
    told = _AS.search(before) if before[-1:] in (" ", "\t", "(", "/") else None
    if told:
        yield start - len(before) + told.start("secret"), start - len(before) + told.end("secret")
    if _NAMES.match(text, end):
        return
    stop = min(at for at in (text.find("\n", end, end + _FAR), end + _FAR) if at >= 0)
    for index, match in enumerate(_WORD.finditer(text, end, stop)):
        word = match.group()
        bare = word.lstrip(_AROUND)
        at = match.end() - len(bare)
        bare = bare.rstrip(_AROUND)
        if _LOOKS.fullmatch(bare):
            yield at, at + len(bare)
            return
        if index == _MOST or bare.isdigit() or (index and word.endswith(_ENDS)) or _IN_IT.search(word):
            return
