"""Text that was decoded with the wrong table, and what it likely was (rule GEN001).

A line is suspected when it holds what ordinary text does not: a capital after a small letter, a symbol or a
letter of another language inside a word, a long word in capitals. It is then read back through each pair of
tables that are confused in practice. There is a guess only if every character beyond ASCII comes from one table,
the line as it stands has pairs of letters that no text has, and read back it is good Russian or Ukrainian, by
how its letters follow one another, or valid UTF-8. A damaged word in a sound line is therefore not found.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from smsc_codec.lazy import compiled

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ"
#: How usual it is that the column's letter follows the row's in Russian or Ukrainian words: 9 = a fiftieth of
#: all pairs and more, a digit less for every factor of about two and a half, 0 = next to never.
_FOLLOWS = (
    "3787877675788883688855777650003771770",
    "7333277227047458275480421255732457001",
    "8454688658057578567662346531750059010",
    "7123666007046259273360002200001006000",
    "8563588648167578666571344422652267010",
    "5677877674778895688845666660000450430",
    "5677877674778895688845666660000450430",
    "6402688207045175013060024000030125000",
    "8665666316145676564360022302650156000",
    "6676788587878886678834867650002680550",
    "1532522420044567226501145500000010000",
    "8352266538036359386780150350002008000",
    "8214388518055268236471203210682778010",
    "8442188028055578635273033000743268000",
    "9445699339073189247775265640871588040",
    "3898877776888885788845667650004761750",
    "7200277017046059594460043200531047000",
    "9466588528364679556774544620763468010",
    "7472588217087678767974555503582487020",
    "9482488329065479487673234111782568030",
    "5676755753477662677713547650003630260",
    "5201066006014116053344000000210006000",
    "6051044005004357053650200000012006000",
    "6140077017041124112540010000560568000",
    "7010088107054176031760014500050036000",
    "6040077007055256222550010000050106000",
    "5000077006000038000040000000040004000",
    "0000055000000000000000000000000040000",
    "0564477343757750556600714510000030000",
    "0444355054480577207503143630000550020",
    "0131300010354340343703100100000000000",
    "1553600341143340044700135260000400050",
    "0565655452485660345700545250000540040",
    "6686811670778686468723556640000673760",
    "0050300340402470003300600000000000500",
    "0052400010011540234601020400000500400",
    "0000000000000000020000000000000000000",
)

#: The tables that text is written in, and those that it is then read with by mistake.
_WRITTEN = ("windows-1251", "koi8-r", "cp866", "MacCyrillic")
_READ = (*_WRITTEN, "windows-1252")
_PYTHON_NAME = {"MacCyrillic": "mac_cyrillic"}

_SMALL, _CAPITAL = "а-яёіїєґ", "А-ЯЁІЇЄҐ"
#: What stands beside letters in no Russian, Ukrainian or Western text, but in what was read with a wrong table:
#: symbols, box drawing, controls, letters of other Cyrillic alphabets.
_STRANGE = "\x7f-\x9f¡-¦¨ª¬\xad¯²-¶¸-º¼-¿÷ƒˆЂЃЈЉЊЋЌЎЏЅђѓјљњћќўџѕ†‡‰‹›€∂∆∏∑−√∞∫≈≠≤≥◊\u2219⌠⌡─-╿▀-▟■"
_IS_STRANGE = compiled(f"[{_STRANGE}]")
_MISPLACED = compiled(f"[{_STRANGE}À-ÿ]|[{_CAPITAL}](?<=[{_SMALL}].)")
#: What is suspected, with the rest of its line.
_SUSPECT = compiled(rf"(?:[{_STRANGE}À-ÿ]|[{_CAPITAL}](?:(?<=[{_SMALL}].)|[{_CAPITAL}]{{4}}))[^\n]*")
_LOST = "\ufffd"
_PLAUSIBLE = compiled("[\t -~\xa0-\u052f\u2000-\u2bff\ufe0f\ufffd\U0001f000-\U0001faff]+")
_NOT_ASCII = compiled("[^\0-\x7f]+")
_BEFORE_WORDS, _AFTER_WORDS = "«„‘©§№", "»’…®™"

#: How natural a guess must be: a pair of letters on the average, and by more than how much than the line as it
#: stands in all: the second number where all that is suspected is a word in capitals.
_GOOD, _GAIN, _GAIN_IN_CAPITALS = 5.5, 11, 39


class Guess(Struct, frozen=True, gc=False):
    """What stands from `start` to `end` is likely `original`, `written` in one table and `read` with another."""

    start: int
    end: int
    original: str
    written: str
    read: str


def find_mojibake(text: str) -> tuple[Guess, ...]:
    """The places that were likely decoded with the wrong table, at most one a line, in order."""
    if text.isascii():
        return ()
    guesses = []
    for suspect in _SUSPECT.finditer(text):
        start = text.rfind("\n", 0, suspect.start()) + 1
        line = text[start : suspect.end()]
        guesses.append(_from_utf8(line, start) or _from_single(line, start))
    return tuple(filter(None, guesses))


def _from_single(line: str, start: int) -> Guess | None:
    """The line as the pair of one-byte tables reads it that makes it most natural, if any makes it so."""
    pairs = _pairs(line)
    before, _, bad = _judge(pairs, {})
    if bad < 2 or len({pair for pair in pairs if pair[0] != pair[1] and _natural(*pair) == 0}) < 2:
        return None  # one sign again and again is an ornament: `€€€€`, `════`
    best = before + (_GAIN if _MISPLACED.search(line) else _GAIN_IN_CAPITALS)
    found = None
    characters = _beyond_ascii(line)
    for read in _READ:
        if characters - _bytes(read).keys():
            continue
        for written in _WRITTEN:
            table = _reread(read, written)
            after, count, worse = _judge(pairs, table)
            if after > best and after >= _GOOD * count and worse <= count // 20 and worse + 2 <= bad:
                best = after
                found = table, written, read
    if found is None:
        return None
    table, written, read = found
    runs = list(_NOT_ASCII.finditer(line))
    first, last = runs[0].start(), runs[-1].end()
    original = "".join(table.get(character, character) for character in line[first:last])
    return Guess(start + first, start + last, original, written, read)


def _from_utf8(line: str, start: int) -> Guess | None:
    """The line as UTF-8, if its bytes are (a few may be lost) and it has pairs that no text has."""
    runs = list(_NOT_ASCII.finditer(line))
    if not any(_natural(*pair) == 0 for pair in {pair for run in runs for pair in pairwise(run[0])}):
        return None
    first, last = runs[0].start(), runs[-1].end()
    characters = _beyond_ascii(line) - {_LOST}
    for read in _READ:
        table = _bytes(read)
        if characters - table.keys():
            continue
        octets = {ord(one): chr(table.get(one, 0xFF)) for one in (*characters, _LOST)}
        original = line[first:last].translate(octets).encode("latin-1").decode("utf-8", "replace")
        made = len(original) - len(original.encode("ascii", "ignore"))
        if 5 * original.count(_LOST) > made or (made == 1 and max(original) < "\u2000"):
            continue
        after, count, _ = _judge(_pairs(original), {})
        if after >= _GOOD * count and _PLAUSIBLE.fullmatch(original):
            return Guess(start + first, start + last, original, "utf-8", read)
    return None


def _beyond_ascii(line: str) -> set[str]:
    return {character for character in set(line) if not character.isascii()}


def _pairs(line: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(line))


def _judge(pairs: Counter[tuple[str, str]], table: dict[str, str]) -> tuple[int, int, int]:
    """Read through `table`: how natural the pairs are in all, how many say anything, how many are wrong."""
    total = count = wrong = 0
    for (before, after), times in pairs.items():
        natural = _natural(table.get(before, before), table.get(after, after))
        if natural >= 0:
            total += natural * times
            count += times
            if not natural:
                wrong += times
    return total, count, wrong


def naturalness(text: str) -> tuple[int, int, int]:
    """How natural the pairs of letters of a Russian text are in all, how many there are, how many no text has."""
    return _judge(_pairs(text), {})


@lru_cache(4096)
def _natural(before: str, after: str) -> int:
    """How natural it is that `after` follows `before`, from 0 to 9; -1 if that says nothing."""
    follows = _follows().get(before.lower() + after.lower())
    if follows is not None:
        return 0 if before.islower() and after.isupper() else follows
    letters = before.isalpha() + after.isalpha()
    if not letters or (before.isascii() and after.isascii()):
        return 0 if _IS_STRANGE.match(before) and _IS_STRANGE.match(after) else -1
    if _IS_STRANGE.match(before) or _IS_STRANGE.match(after):
        return 0
    if letters == 2:
        western = (before < "\u0250") + (after < "\u0250")
        return 0 if western == 1 or (western == 2 and not before.isascii() and not after.isascii()) else -1
    return 0 if before in _AFTER_WORDS or after in _BEFORE_WORDS else -1


@cache
def _follows() -> dict[str, int]:
    return {
        before + after: int(digit)
        for before, row in zip(_LETTERS, _FOLLOWS, strict=True)
        for after, digit in zip(_LETTERS, row, strict=True)
    }


@cache
def _bytes(table: str) -> dict[str, int]:
    """Each character beyond ASCII that a table has, and its byte; a byte without one is a control character."""
    found = {chr(byte): byte for byte in range(0x80, 0xA0)}
    name = _PYTHON_NAME.get(table, table)
    for byte in range(0x80, 0x100):
        character = bytes((byte,)).decode(name, "replace")
        found[chr(byte) if character == "\ufffd" else character] = byte
    return found


@cache
def _reread(read: str, written: str) -> dict[str, str]:
    """What each character of text read with one table is in the other."""
    characters = {byte: character for character, byte in _bytes(written).items()}
    return {
        character: characters[byte]
        for character, byte in _bytes(read).items()
        if characters[byte] != character
    }
