"""What a text has that some rules are about, at a glance: it is soon told by octets, one for each character."""

from __future__ import annotations

#: What ordinary text does not hold, and a sign of typography.
ODD, SIGN = "odd", "sign"
#: Question marks where letters were.
LOST = "lost"
#: A Cyrillic capital behind a small letter, or four of them together; a Russian letter beside a Latin one, or with a
#: digit that looks like a letter.
ODD_CASE, MIXED = "odd-case", "mixed"

_LATIN, _RUSSIAN, _UKRAINIAN = "abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "іїєґ"
_ASCII = "\t\n\r" + "".join(map(chr, range(0x20, 0x7F)))


def _table(other: bytes, *kinds: tuple[bytes, str]) -> bytes:
    """For each octet of windows-1251 the kind that its character is of, the last one if of several."""
    table = bytearray(other * 256)
    for kind, characters in kinds:
        for octet in characters.encode("windows-1251"):
            table[octet] = kind[0]
    return bytes(table)


_KINDS = _table(
    b"?",
    (b" ", f"{_ASCII}{_RUSSIAN}{_RUSSIAN.upper()}{_UKRAINIAN}{_UKRAINIAN.upper()}"),
    (b'"', "«»„“”‘’–—…№"),
)
_CASES = _table(b" ", (b"a", _RUSSIAN + _UKRAINIAN), (b"A", _RUSSIAN.upper() + _UKRAINIAN.upper()))
_ALPHABETS = _table(
    b" ", (b"l", _LATIN + _LATIN.upper()), (b"r", _RUSSIAN + _RUSSIAN.upper()), (b"d", "0346")
)


def traits(text: str) -> set[str]:
    """Which of these a text has."""
    octets = text.encode("ascii" if text.isascii() else "windows-1251", "replace")
    kinds = octets.translate(_KINDS)
    has = set()
    if b"?" in kinds or octets.count(b"?") != text.count("?"):
        has.add(ODD)
    if "??? ??" in text:
        has.add(LOST)
    if text.isascii():
        return has
    cases = octets.translate(_CASES)
    alphabets = octets.translate(_ALPHABETS)
    if b'"' in kinds:
        has.add(SIGN)
    if b"aA" in cases or b"AAAA" in cases:
        has.add(ODD_CASE)
    if any(map(alphabets.__contains__, (b"rl", b"lr", b"rdr", b" drr"))) or alphabets.startswith(b"drr"):
        has.add(MIXED)
    return has
