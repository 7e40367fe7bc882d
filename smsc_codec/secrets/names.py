"""The words that name a secret, in programs and in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from smsc_codec.lazy import regex
from smsc_codec.secrets.layers import alike

#: Nobody uses these for anything else, wherever in a name they stand: `SMSC_PASSWORD`, `userPwd`, `X-Api-Key`.
_ANYWHERE = (
    "psw", "passw", "passphrase", "passcode", "pwd", "api[-_. ]?key", "api[-_]id", "secret(?!ar|ion)", "token(?!i[sz])",
    "credential", "secure-?string",
    "authori[sz]ation", "cookie(?![-_ ]?jar)", "private[-_ ]?key", "access[-_ ]?key",
    "sess(?:ion)?[-_]?id",
    # Of other people's languages.
    "kennwort", "mot[-_ ]?de[-_ ]?passe",
    "contrase[nñ]a", "wachtwoord", "has[lł]o", "sifre", "şifre", "密[码碼]", "パスワード",
)  # fmt: skip
_RUSSIAN = ("парол", "секрет(?!ар|н)", "токен")
#: These are other words as well, so they have to be a whole part of a name: `SMSC_PASS`, `user-key`, not `bypass`.
_WHOLE = (
    "pass",
    "key",
    "auth",
    "oauth",
    "pw",
    "parol",
    "senha",
    "md5",
    "sha1",
    "sha256",
    "crc32",
    "hmac",
    "jwt",
)
_WHOLE_RUSSIAN = ("ключа", "ключом", "ключ")
#: In the words of programs, `=` and quotes tell; in sentences these are too common to be followed by a blank alone.
_IN_PROGRAMS = regex(r"(?i:psw|pwd|passwd|api[-_. ]?key)|[_$-]|[a-z][A-Z]")
_COMMON = regex("(?i)key|pass|" + "|".join(map(alike, _WHOLE_RUSSIAN)))
_HEADER = regex(r"(?i)cookie|authori[sz]ation")


def _misread(word: str) -> Iterator[str]:
    """A Russian word as it is, and as octets of it look that were taken for another charset's."""
    plain = word.partition("(")[0]
    yield word
    for charset in ("cp1251", "koi8-r"):
        yield plain.encode(charset).decode("latin-1").lower()


_ANY = [*_ANYWHERE, *(alike(form) for word in _RUSSIAN for form in _misread(word))]
_IS_ANYWHERE = regex("|".join(_ANY))


def _by_letter(words: Iterable[str]) -> str:
    """The words as one pattern, first by their first letter, which makes it fast to search."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items())


#: Searched in small letters.
_SPOT = regex(_by_letter([*_ANY, *_WHOLE, *map(alike, _WHOLE_RUSSIAN)]))
_BEFORE = regex(r"[\w$.-]*")  # backwards
#: What else belongs to the name: `psw_2`, `password.value`, `token-id`.
_BEHIND = regex(r"[\w$]{0,40}(?:[.-][\w$]{1,40}){0,4}")
#: What gives a value to the word before it, where one may stand there.
_GIVES = regex(r"[=:](?<=[a-z_\"' ].)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz_"
_NOTHING_ELSE = regex(r"[\W_]*(?:your|my|the)?[\W_]*(?:smsc)?[\W_]*(?:login|word|ord)?[\W_]*")
_LONGEST = 60


def spots(text: str) -> Iterator[tuple[int, int]]:
    """Where words for secrets stand in a text that `alike` has made plain, in order."""
    low = text.lower()
    for match in _SPOT.finditer(low):
        if _IS_ANYWHERE.match(low, match.start()) or _is_whole(text, *match.span()):
            yield match.span()


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a word is a part of a name by itself: `SMSC_KEY`, `api.key2`, `userKey`."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if not before.isalpha():
        return not behind.isalpha() or (text[start:end].islower() and behind.isupper())
    return (
        before.islower()
        and text[start].isupper()
        and not behind.islower()
        and text[start + 1 : end].islower()
    )


def names(text: str, words: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where names of secrets stand, well or badly spelt, in order; `words` are the places of words for secrets."""
    slips = _misspelt(text.lower())
    slip = next(slips, None)
    at = 0
    for start, end in words:
        if start < at:
            continue
        while slip is not None and slip[1] <= start:
            yield slip
            slip = next(slips, None)
        behind = _BEHIND.match(text, end)
        before = _BEFORE.match(text[max(0, start - _LONGEST) : start][::-1])
        assert behind is not None
        assert before is not None
        at = behind.end()
        yield start - before.end(), at
    while slip is not None:
        yield slip
        slip = next(slips, None)


def _misspelt(low: str) -> Iterator[tuple[int, int]]:
    """Where a word that has a value is a name with a slip in it: `pws=`, `"apikei" :`."""
    for sign in _GIVES.finditer(low):
        end = sign.start()
        end -= low[end - 1 : end] == " "
        end -= low[end - 1 : end] in ("'", '"')
        near = low[max(0, end - _LONGEST_SLIP - 1) : end]
        before = near.rstrip(_LETTERS)
        word = near[len(before) :]
        if word in _slips() and not _IN_WORD.match(before[-1:]):
            yield end - len(word), end


def in_programs(name: str) -> bool:
    """Whether a name is one of programs rather than a word of a sentence."""
    return bool(_IN_PROGRAMS.search(name))


def is_common(name: str) -> bool:
    """Whether a name is a word that sentences use for other things, too."""
    return bool(_COMMON.fullmatch(name))


def is_header(name: str) -> bool:
    """Whether its value is the whole of a header, signs that separate and all."""
    return bool(_HEADER.search(name))


def is_name(text: str) -> bool:
    """Whether a text is a name of a secret and nothing else, as a placeholder for it is."""
    rest = _SPOT.sub("", alike(text).lower())
    return rest != text.lower() and bool(_NOTHING_ELSE.fullmatch(rest))


#: What a word goes on with before its letters.
_IN_WORD = regex(r"[\w$-]")
_LONGEST_SLIP = 9


@cache
def _slips() -> frozenset[str]:
    """The names of the service's parameters, and the word, one slip away."""
    letters = _LETTERS.rstrip("_")
    made: set[str] = set()
    words = ("psw", "apikey", "password", "passwd")
    for word in words:
        for at in range(len(word) + 1):
            before, behind = word[:at], word[at:]
            made.add(before + behind[1:])
            made.add(before + behind[1:2] + behind[:1] + behind[2:])
            made.update(before + letter + behind[cut:] for letter in letters for cut in (0, 1))
    return frozenset(made.difference(words))  # they themselves are found anyhow
