"""What people call parameters who know those of other services, and which one they mean."""

from __future__ import annotations

from collections.abc import Collection

from smsc_codec.lazy import compiled
from smsc_codec.text.homoglyphs import latin
from smsc_codec.text.near import nearest

_WORDS = {
    "psw": "password passwd pass pwd passw psswd user_password пароль parol",
    "login": "user username user_name usr log account логин логін",
    "apikey": "api_key api-key key token api_token access_token apitoken",
    "phones": "phone number numbers to tel telephone mobile recipient recipients dest destination msisdn phone_number"
    " phonenumber receiver receivers телефон телефоны номер"
    " номера telefon telefony nomer nomera phonenumbers phone_numbers",
    "phone": "phones number to tel telephone mobile msisdn phone_number phonenumber телефон номер telefon"
    " nomer",
    "mes": "message text msg body content sms message_text msgtext smstext mess messages data сообщение текст"
    " soobshenie soobschenie tekst",
    "msg": "message text mes body content сообщение текст",
    "sender": "from sender_name sendername originator source senderid sender_id sign from_name отправитель otpravitel",
    "charset": "encoding codepage char_set coding кодировка kodirovka",
    "fmt": "format response output",
    "time": "date datetime send_time sendtime schedule send_at",
    "subj": "subject title",
    "id": "message_id messageid sms_id smsid msgid msg_id ids",
    "cost": "price",
    "valid": "ttl validity lifetime",
    "translit": "transliterate",
}  # fmt: skip
_MEANINGS: dict[str, list[str]] = {}
for _name, _others in _WORDS.items():
    for _other in _others.split():
        _MEANINGS.setdefault(_other, []).append(_name)
#: Parameters that a request may begin with.
PARAMETERS = frozenset(
    (*_WORDS, "list", "flash", "bin", "push", "hlr", "ping", "mms", "mail", "soc", "viber", "whatsapp", "call", "tg",
     "add", "chg", "del", "get", "name", "all", "cur", "tinyurl", "tz", "voice", "param", "nl", "op", "err")
)  # fmt: skip
_INDEX = compiled(r"\[[^\[\]]{0,20}\]\Z")


def meant(name: str, allowed: Collection[str]) -> str | None:
    """Which of the `allowed` parameters was probably meant by another name, if any can be told.

    `phones[]`, as forms of PHP have it, is `phones`.
    """
    bare = _INDEX.sub("", name)
    if bare in allowed:
        return bare
    folded = bare.casefold().replace("-", "_")
    for word in (folded, (latin(bare) or bare).casefold()):
        if word in allowed:
            return word
        for candidate in _MEANINGS.get(word, ()):
            if candidate in allowed:
                return candidate
    # In order, so that of several that are as near it is always the same one.
    near = nearest(bare, sorted(allowed))
    return near or _of_near_words(folded, allowed)


def _of_near_words(word: str, allowed: Collection[str]) -> str | None:
    """What a word means that is nearly one of those of other services: `massage`, `pasword`."""
    if len(word) < _LEAST_WORD:
        return None
    other = nearest(word, [known for known in _MEANINGS if len(known) >= _LEAST_WORD])
    return next((name for name in _MEANINGS.get(other or "", ()) if name in allowed), None)


#: Shorter words are near to too many.
_LEAST_WORD = 6
