"""The words that name a secret, and whether a text has any: most texts have none, and no pattern is tried on them."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.lazy import regex
from smsc_codec.secrets.layers import alike

#: Nobody uses these for anything else, wherever in a name they stand: `SMSC_PASSWORD`, `userPwd`, `X-Api-Key`.
ANYWHERE = (
    "psw", "passw", "passphrase", "passcode", "pwd", "api[-_. ]?key", "api[-_]id", "secret(?!ar|ion)", "token(?!i[sz])",
    "credential", "secure-?string",
    "authori[sz]ation", "cookie(?![-_ ]?jar)", "private[-_ ]?key", "access[-_ ]?key",
    "sess(?:ion)?[-_]?id",
    # Of other people's languages.
    "kennwort", "mot[-_ ]?de[-_ ]?passe",
    "contrase[nñ]a", "wachtwoord", "has[lł]o", "sifre", "şifre", "密[码碼]", "パスワード",
    # Of Russian ones, each as it is, and as its octets look when windows-1251, or KOI8-R, is taken for Latin-1.
    alike("парол"), "ïàðîë", "ðáòïì",
    alike("секрет") + "(?!ap|h)", "ñåêðåò", "óåëòåô",
    alike("токен"), "òîêåí", "ôïëåî",
)  # fmt: skip
#: These are other words as well, so they have to be a whole part of a name: `SMSC_PASS`, `user-key`, not `bypass`.
WHOLE = (
    "pass", "key", "auth", "oauth", "pw", "parol", "senha", "md5", "sha1", "sha256", "crc32", "hmac", "jwt",
    alike("ключа"), alike("ключом"), alike("ключ"),
)  # fmt: skip
#: One of these is in whatever a pattern of `ANYWHERE` finds: looking for all of them takes less than compiling it.
HINTS = (
    "psw", "passw", "passphrase", "passcode", "pwd", "apikey", "api-key", "api_key", "api.key", "api key", "api-id",
    "api_id", "secret", "token", "credential", "securestring", "secure-string", "authori", "cookie", "private",
    "accesskey", "access-key", "access_key", "access key", "sessid", "sess-id", "sess_id", "sessionid", "session-id",
    "session_id", "kennwort", "passe", "contrase", "wachtwoord", "haslo", "hasło", "ifre", "密", "パスワード",
    *(word.partition("(")[0] for word in ANYWHERE[-9:]),
)  # fmt: skip
#: The names of the service's parameters, and the word.
_SPELT = ("psw", "apikey", "password", "passwd")
#: Where the slip is not in the first letter, that is one of these; else the rest is this.
_FIRST, _LAST = tuple({word[0] for word in _SPELT}), tuple({word[2:] for word in _SPELT})
#: What gives a value to the word before it, where one may stand there.
_GIVES = regex(r"[=:](?<=[a-z_\"' ].)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz_"
_LONGEST_SLIP = 9


def may_name(text: str) -> bool:
    """Whether a word for a secret may stand in a text that `alike` has made plain."""
    low = text.lower()
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


def slips(text: str) -> Iterator[tuple[int, int]]:
    """Where names that are given a value stand with a slip in them, in order."""
    low = text.lower()
    for sign in _GIVES.finditer(low):
        end = sign.start()
        end -= low[end - 1 : end] == " "
        end -= low[end - 1 : end] in ("'", '"')
        near = low[max(0, end - _LONGEST_SLIP - 1) : end]
        before = near.rstrip(_LETTERS)
        word, last = near[len(before) :], before[-1:]
        if is_slip(word) and not (last.isalnum() or last in ("_", "$", "-")):
            yield end - len(word), end


def is_slip(word: str) -> bool:
    """Whether a word is one of the names but for a letter more, less, another, or two that are swapped."""
    if not word.startswith(_FIRST) and not word.endswith(_LAST):
        return False
    return any(_is_near(word, right) for right in _SPELT) and word not in _SPELT


def _is_near(word: str, right: str) -> bool:
    longer = len(word) - len(right)
    at = 0
    while at < len(right) and word[at : at + 1] == right[at]:
        at += 1
    one, other = word[at:], right[at:]
    if longer < 0:
        return one == other[1:]
    # The letter may be any small one: what stands in a name between words is another matter.
    if one[:1] != "_" and one[1:] == other[1 - max(longer, 0) :]:
        return True
    return not longer and one[:2] == other[1::-1] and one[2:] == other[2:]
