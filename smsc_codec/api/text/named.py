"""What is known of the endpoints that the service's page only names: their parameters, and which of them are flags.

The facts END, WTC, GET, INF, SND, JOB, PHO, USR, DOC, TNY, RCV, MNP. They come from few sources, so that only what is
nearly one of these names is told, and what cannot be a flag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from smsc_codec.api.parameters.names import meant
from smsc_codec.api.parameters.table import Oddity
from smsc_codec.api.text.parts import Given
from smsc_codec.diagnostics import Problem, Span, shortened

_ALL = ("login", "psw", "apikey", "fmt", "charset")
#: The flags of each endpoint that ask for something, and the other parameters.
_NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "wait_call": (
        (),
        ("phone",),
    ),
    "get": (
        (
            "get_messages", "get_answers", "get_stat", "get_price", "get_mega_accounts", "get_senders", "mycur",
            "balance2",
        ),
        (
            "start", "end", "phone", "email", "format", "cnt", "prev_id", "hour", "after_id", "to_phone",
            "account",
        ),
    ),
    "info": (
        ("get_operator",),
        ("phone",),
    ),
    "senders": (
        ("get", "all", "add", "chg", "del", "send_code", "check_code",),
        (
            "sender", "id", "cmt", "code", "doc_info", "fio", "inn", "site", "email", "address", "desc", "subj",
            "user", "operators", "from_date", "prev_id", "cnt", "mega", "mega_step", "mts", "mts_step", "tele2",
            "tele2_step", "bee_step", "motiv_step", "ua_reg", "ua_int",
        ),
    ),
    "phones": (
        (
            "add", "chg", "del", "get", "add_group", "chg_group", "del_group", "get_group", "add_black",
            "del_black",
        ),
        (
            "phone", "name", "grp", "num", "mail", "new_phone", "new_mail", "lnm", "fnm", "mnm", "fio", "bd",
            "myid", "cmt", "tags", "pho", "type", "search", "after_id", "move_group",
        ),
    ),
    "jobs": (
        ("add", "del", "cancel", "get", "get_all", "mail", "flash", "viber", "call", "push", "hlr", "ping", "mms"),
        (
            "id", "name", "phones", "mes", "list", "tpl", "start", "end", "rpt", "rptn", "sender", "sender2", "mes2",
            "time", "tz", "period", "freq", "translit", "tinyurl", "bin", "soc", "whatsapp", "tg", "bot", "voice",
            "param", "subj", "cost", "nl", "valid", "maxsms", "fileurl", "imgcode", "userip", "err", "op", "pp",
        ),
    ),
    "tinyurls": (
        ("get",),
        ("link", "id",),
    ),
    "receive_phones": (
        ("get", "buy", "chg", "noprolong",),
        ("phone",),
    ),
    "get_mnp": (
        (),
        ("date",),
    ),
}  # fmt: skip


def oddities(path: str, given: Iterable[Given], opaque: Set[str]) -> Iterator[Oddity]:
    """What is told of the parameters of an endpoint that is known by its name."""
    endpoint = path.rpartition("/")[2].removesuffix(".php")
    if endpoint not in _NAMES:
        return
    flags, others = _NAMES[endpoint]
    known = {*_ALL, *flags, *others}
    there = list(given)
    names = {one.name for one in there}
    for one in there:
        if one.name not in known:
            near = meant(one.name, sorted(known - names))
            if near:
                told = f"unknown parameter '{shortened(one.name)}': it is ignored"
                yield Oddity(
                    one.name,
                    Problem(told, Span(0, 0), "unknown-parameter", (f"'{near}'",), severity="warning"),
                )
        elif one.name in flags and one.name not in opaque:
            said = one.read("utf-8")[1].text
            if said not in ("0", "1", ""):
                told = f"must be '0' or '1', not '{shortened(said)}'"
                yield Oddity(one.name, Problem(told, Span(0, len(said)), "request-parameter", ("'0'", "'1'")))
