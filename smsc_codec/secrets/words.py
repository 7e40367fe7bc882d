"""The words that name a secret, and whether a text has any: most texts have none, and no pattern is tried on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from smsc_codec.lazy import regex
from smsc_codec.secrets.layers import alike

#: Words of Russian, each as it is, and as its octets look when windows-1251, or KOI8-R, is taken for Latin-1.
_RUSSIAN = (
    alike("пасворд"), alike("пассворд"), alike("пороль"), alike("логопас"), alike("ключ[-_ ]?апи"),
    alike("парол"), "ïàðîë", "ðáòïì",
    alike("секрет") + "(?!ap|h)", "ñåêðåò", "óåëòåô",
    alike("токен"), "òîêåí", "ôïëåî",
)  # fmt: skip
#: Nobody uses these for anything else, wherever in a name they stand: `SMSC_PASSWORD`, `userPwd`, `X-Api-Key`.
ANYWHERE = (
    "psw", "passw", "passphrase", "passcode", "pwd", "api[-_. ]?key", "api[-_]id", "secret(?!ar|ion)", "token(?!i[sz])",
    "credential", "secure-?string",
    "authori[sz]ation", "cookie(?![-_ ]?jar)", "private[-_ ]?key", "access[-_ ]?key",
    "sess(?:ion)?[-_]?id", "mypass", "dbpass", "userpass", "smscpass", "passfrase", "pasphrase",
    # Of other people's languages.
    "kennwort", "mot[-_ ]?de[-_ ]?passe",
    "contrase[nñ]a", "wachtwoord", "has[lł]o", "sifre", "şifre", "密[码碼]", "パスワード",
    *_RUSSIAN,
)  # fmt: skip
#: These are other words as well, so they have to be a whole part of a name: `SMSC_PASS`, `user-key`, not `bypass`.
WHOLE = (
    "pass", "key", "auth", "oauth", "pw", "parol", "senha", "md5", "sha1", "sha256", "crc32", "hmac", "jwt",
    "creds", alike("креды"), alike("пасс"),
    alike("ключа"), alike("ключом"), alike("ключ"),
)  # fmt: skip
#: One of these is in whatever a pattern of `ANYWHERE` finds: looking for all of them takes less than compiling it.
HINTS = (
    "psw", "passw", "passphrase", "passcode", "pwd", "apikey", "api-key", "api_key", "api.key", "api key", "api-id",
    "api_id", "secret", "token", "credential", "securestring", "secure-string", "authori", "cookie", "private",
    "accesskey", "access-key", "access_key", "access key", "sess", "mypass", "dbpass", "userpass", "smscpass",
    "passfrase", "pasphrase", "kennwort", "passe", "contrase", "wachtwoord", "haslo", "hasło", "ifre", "密",
    "パスワード", alike("ключапи"), alike("ключ-апи"), alike("ключ_апи"), alike("ключ апи"),
    *(word.partition("(")[0] for word in _RUSSIAN if "[" not in word),
)  # fmt: skip
_RARE = "_-jqzxvgfbw"


def by_sign(words: Iterable[str]) -> dict[str, list[str]]:
    """The words by a sign of each that few texts have, where it has such a sign."""
    made: dict[str, list[str]] = {}
    for word in words:
        sign = next(filter(word.__contains__, _RARE), "") if word.isascii() else max(word)
        made.setdefault(sign, []).append(word)
    return made


def holds(text: str, words: Mapping[str, Iterable[str]]) -> bool:
    """Whether a text has any of some words; each is asked only where its sign is, too."""
    return any(sign in text and any(map(text.__contains__, some)) for sign, some in words.items())


def _shortest(words: Iterable[str]) -> list[str]:
    """Of words those that have no other in them."""
    found: list[str] = []
    for word in sorted(words, key=len):
        if not any(map(word.__contains__, found)):
            found.append(word)
    return found


#: One of these is in each of those words: few texts have any.
_SHORTEST = by_sign(_shortest((*HINTS, *WHOLE)))
#: The names of the service's parameters, and the words for them, as people misspell them.
_SPELT = ("psw", "pswd", "apikey", "password", "passwd", alike("пароль"))
#: The same, but for another letter in place of one, or one more: too many other words are so near (`taken`).
_SWAPPED = ("token", "secret", "passphrase")
#: So near to a word for a secret that only `=` tells.
_BEFORE_EQUALS = ("pas", "pss", "paas")
#: A slip leaves the first half of the name as it is, or what is behind the letter in its middle.
_HALVES = {word: (word[: len(word) // 2], word[len(word) // 2 + 1 :]) for word in (*_SPELT, *_SWAPPED)}
_HEADS, _TAILS = map(tuple, zip(*_HALVES.values(), strict=True))
#: The heads of all names but the shortest, which is not far from its end.
_HEAD = regex("|".join(head for head in _HEADS if len(head) > 1))
#: What may stand before what gives a value.
_BEFORE = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя_\"' ")
_LETTERS = "_-abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяё"
_LONGEST_SLIP = 12
#: With what is before it, a quote and a blank.
_FAR = _LONGEST_SLIP + 3
#: Slips of so few letters are other words' ends, too.
_SHORT = 4
#: How long slips are that are known at the end of another word, too: `userpasword`.
_SUFFIXES = (9, 8, 7, 6)
_JOINED = regex("[-_]")


def may_name(low: str) -> bool:
    """Whether a text in small letters has what could be a word for a secret."""
    return holds(low, _SHORTEST)


def names_any(text: str, low: str) -> bool:
    """Whether a word for a secret may stand in a text that `alike` has made plain; `low` is in small letters."""
    return any(map(low.__contains__, HINTS)) or any(
        _is_there(text, low, word) for word in WHOLE if word in low
    )


def _is_there(text: str, low: str, word: str) -> bool:
    at = low.find(word)
    while at >= 0:
        if is_whole(text, at, at + len(word)):
            return True
        at = low.find(word, at + 1)
    return False


def is_whole(text: str, start: int, end: int) -> bool:
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


def slips(low: str) -> Iterator[tuple[int, int]]:
    """Where names that are given a value stand with a slip in them, in order: `pasword=`, `x_pasword=`, `api_ky=`.

    `low` is the text in small letters.
    """
    at = -1
    *pieces, _ = low.replace("=", ":").split(":")
    for piece in pieces:
        at += len(piece) + 1
        if piece[-1:] in _BEFORE:
            length, between = _before(piece[-_FAR:], low[at])
            if length:
                yield at - between - length, at - between


@lru_cache(1024)  # texts have few names, again and again
def _before(near: str, sign: str) -> tuple[int, int]:
    """How many letters of what stands before a sign are a name with a slip in it; and what stands between them."""
    bare = near.removesuffix(" ")
    if bare.endswith(("'", '"')):
        bare = bare[:-1]
    between = len(near) - len(bare)
    near = bare[-_LONGEST_SLIP - 1 :]
    if (
        near.endswith(_TAILS)
        or "p" in near[-_SHORT:]
        or "_" in near
        or "-" in near
        or _HEAD.search(near) is not None
    ):
        word = near[len(near.rstrip(_LETTERS)) :]
        return (_slip(word, near[: -len(word)][-1:], sign) if word else 0), between
    return 0, between


def _slip(word: str, before: str, sign: str) -> int:
    """How many of the last letters of a word are a name with a slip in it."""
    last = joined = word
    if "_" in word or "-" in word:
        last, joined = _JOINED.split(word)[-1], _JOINED.sub("", word)
    if last.endswith(_SPELT):
        return 0
    alone = last == word and not (before.isalnum() or before == "$")
    if is_slip(last) if alone or len(last) > _SHORT else any(_is_near(last, right, True) for right in _SPELT):
        return len(last)
    if last != word and (joined in _SPELT or (len(joined) > _SHORT and is_slip(joined))):
        return len(word)
    if sign == "=" and last in _BEFORE_EQUALS:
        return len(last)
    for size in _SUFFIXES:
        if len(last) > size and is_slip(last[-size:]):
            return size
    return 0


def is_slip(word: str) -> bool:
    """Whether a word is one of the names but for a letter more, less, another, or two that are swapped."""
    if not (word.startswith(_HEADS) or word.endswith(_TAILS)) or word in _HALVES:
        return False
    return any(
        _is_near(word, right, right in _SWAPPED)
        for right, (head, tail) in _HALVES.items()
        if word.startswith(head) or word.endswith(tail)
    )


def _is_near(word: str, right: str, swapped: bool) -> bool:
    """`swapped`: two letters stand in each other's place, one is missing from a long word, or doubled."""
    longer = len(word) - len(right)
    if not -1 <= longer <= 1:
        return False
    at = 0
    while at < len(right) and word[at : at + 1] == right[at]:
        at += 1
    one, other = word[at:], right[at:]
    if longer < 0:
        return one == other[1:] and not (swapped and len(right) <= _SHORT)
    if not longer and one[:2] == other[1::-1] and one[2:] == other[2:]:
        return True
    if swapped and (longer < 1 or one[:1] != word[at - 1 : at]):
        return False
    # The letter may be any small one: what stands in a name between words is another matter.
    return one[:1] not in ("_", "-", "") and one[1:] == other[1 - longer :]
