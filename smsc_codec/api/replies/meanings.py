"""The codes of replies in words: what they mean, and what to do about them (ERR-4, ERR-5, OPT-3, STA-4 .. STA-6).

An unknown code is no error: it stays a number, and its meaning is "unknown" (STA-5).
"""

from __future__ import annotations

from msgspec import Struct


class Meaning(Struct, frozen=True, gc=False):
    """What the code of a failure means, and what to do about it."""

    text: str
    advice: str


_ACCESS = Meaning(
    "the login, the password or the key is wrong, or the account does not allow this IP address",
    "check login and password, and the account's list of allowed addresses",
)
_BLOCKED = Meaning(
    "the IP address is blocked for a time, after too many wrong requests",
    "wait, and mend what asks wrongly: each further wrong request makes it last longer",
)
_WRONG = Meaning("a parameter is missing or wrong", "lint the request")


def _often(number: str, what: str) -> Meaning:
    return Meaning(
        f"more than {number} identical {what} in a minute, or fifteen or more requests at once",
        "do not repeat it within a minute, and keep fewer than fifteen requests under way",
    )


#: What is said of a message that the service does not know: a status (STA-4), or, to a question about it alone and
#: unconfirmed, an error of status.php.
NOT_FOUND, NO_SUCH_MESSAGE = -3, 3
#: ERR-4, ERR-5; LIM-1 .. LIM-4; STA-7, BAL-1.
FAILURES: dict[str, dict[int, Meaning]] = {
    "send": {
        1: _WRONG,
        2: _ACCESS,
        3: Meaning("there is not enough money on the account", "top the account up"),
        4: _BLOCKED,
        5: Meaning(
            "the time of sending is none", "write it in one of the service's forms, such as 31.01.26 09:00"
        ),
        6: Meaning(
            "the message is forbidden, for its text or its sender",
            "register the sender's name and the text's template; mass mailings need a contract",
        ),
        7: Meaning("a phone number is none", "write numbers in international form"),
        8: Meaning("the message cannot be delivered to this number", "do not send it there again as it is"),
        9: _often("one", "sendings, or more than five identical questions for a price,"),
    },
    "templates": {
        1: _WRONG,
        2: _ACCESS,
        3: Meaning("there is no such template", "ask for the list of templates"),
        4: _BLOCKED,
        5: Meaning("the template could not be saved or deleted", "try again later"),
        9: _often("three", "requests"),
    },
    "op_templates": {1: _WRONG, 2: _ACCESS, 4: _BLOCKED, 9: _often("ten", "requests")},
    "ping": {
        1: _WRONG,
        2: _ACCESS,
        3: Meaning("there is no such task group", "look the group's id up in the account"),
        4: _BLOCKED,
        9: _often("five", "notifications"),
    },
    "status": {
        1: _WRONG,
        2: _ACCESS,
        NO_SUCH_MESSAGE: Meaning(
            "there is no such message", "ask with the id and the number that it was sent with"
        ),
        4: _BLOCKED,
        9: _often("five", "requests"),
    },
    "balance": {1: _WRONG, 2: _ACCESS, 4: _BLOCKED, 9: _often("ten", "requests")},
}
_UNKNOWN = Meaning("unknown", "see what the service says of it")

#: STA-4.
STATUSES: dict[int, str] = {
    NOT_FOUND: "not found",
    -2: "stopped",
    -1: "waiting to be sent",
    0: "sent to the operator",
    1: "delivered",
    2: "read",
    3: "expired",
    4: "link opened",
    20: "cannot be delivered",
    22: "wrong number",
    23: "forbidden",
    24: "no funds",
    25: "number unavailable",
}
#: Statuses after which nothing changes any more.
FINAL = frozenset((NOT_FOUND, -2, 1, 2, 3, 4, 20, 22, 23, 24, 25))
#: Those that say that the message has arrived.
ARRIVED = frozenset((1, 2, 4))

#: STA-5.
ERRORS: dict[int, str] = {
    0: "none",
    1: "no such subscriber",
    2: "mailbox full",
    3: "mail server not found",
    4: "mailbox blocked",
    6: "subscriber offline",
    11: "service not connected",
    12: "fault in the phone",
    13: "subscriber blocked",
    21: "service not supported",
    200: "virtual sending",
    219: "SIM card changed",
    220: "operator's queue full",
    237: "no answer",
    238: "no template",
    239: "address not allowed",
    240: "busy",
    241: "conversion failed",
    242: "answering machine",
    243: "no contract",
    244: "mass sending forbidden",
    245: "no status received",
    246: "limited by time",
    247: "limit of messages",
    248: "no route",
    249: "wrong number format",
    250: "number forbidden by settings",
    251: "limit for one number",
    252: "number forbidden",
    253: "spam filter",
    254: "sender not registered",
    255: "refused by the operator",
}

#: STA-6.
TYPES: dict[int, str] = {
    0: "SMS",
    1: "flash",
    2: "binary",
    3: "WAP push",
    4: "HLR",
    5: "ping",
    6: "MMS",
    7: "call",
    8: "e-mail",
    10: "Viber",
    12: "social",
}

#: OPT-3, after `add` and after `get`.
ADDED: dict[int, str] = {
    -2: "cannot be saved",
    -1: "the sender is unknown, or not accepted by the operator",
    1: "added",
}
ASKED: dict[int, str] = {
    -1: "not found",
    0: "awaits registration",
    1: "sent for registration",
    2: "accepted",
    3: "not accepted",
    4: "disabled for a time",
}


def failure(endpoint: str, code: int) -> Meaning:
    """What the code of a failure means at an endpoint (`send`, `templates` ...)."""
    return FAILURES.get(endpoint, {}).get(code, _UNKNOWN)


def status(code: int) -> str:
    """What the status of a message means."""
    return STATUSES.get(code, "unknown")


def error(code: int) -> str:
    """What the error in a status means."""
    return ERRORS.get(code, "unknown")
