"""What people call parameters who know those of other services, and which one they mean."""

from __future__ import annotations

import re
from collections.abc import Collection

from smsc_codec.text.near import nearest

_WORDS = {
    "psw": "password passwd pass pwd passw psswd user_password пароль",
    "login": "user username user_name usr log account логин",
    "apikey": "api_key api-key key token api_token access_token apitoken",
    "phones": "phone number numbers to tel telephone mobile recipient recipients dest destination msisdn phone_number"
    " phonenumber receiver receivers телефон телефоны номер",
    "phone": "phones number to tel telephone mobile msisdn phone_number phonenumber телефон номер",
    "mes": "message text msg body content sms message_text msgtext smstext mess messages data сообщение текст",
    "msg": "message text mes body content сообщение текст",
    "sender": "from sender_name sendername originator source senderid sender_id sign from_name отправитель",
    "charset": "encoding codepage char_set coding кодировка",
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
_INDEX = re.compile(r"\[[^\[\]]{0,20}\]\Z")


def meant(name: str, allowed: Collection[str]) -> str | None:
    """Which of the `allowed` parameters was probably meant by another name, if any can be told.

    `phones[]`, as forms of PHP have it, is `phones`.
    """
    bare = _INDEX.sub("", name)
    if bare in allowed:
        return bare
    folded = bare.casefold().replace("-", "_")
    for candidate in _MEANINGS.get(folded, ()):
        if candidate in allowed:
            return candidate
    return nearest(bare, allowed)
