"""The Russian sentences, by their English ones: a module for each part of what can be said."""

from __future__ import annotations

from smsc_codec.linter.words.russian import (
    addresses,
    big,
    binary,
    call,
    callers,
    command,
    common,
    help,
    mailing,
    menu,
    message,
    parts,
    request,
    rules,
    sending,
    slips,
    values,
)

SENTENCES: dict[str, str] = {
    **common.SENTENCES,
    **menu.SENTENCES,
    **addresses.SENTENCES,
    **mailing.SENTENCES,
    **message.SENTENCES,
    **parts.SENTENCES,
    **request.SENTENCES,
    **rules.SENTENCES,
    **binary.SENTENCES,
    **call.SENTENCES,
    **callers.SENTENCES,
    **command.SENTENCES,
    **help.SENTENCES,
    **values.SENTENCES,
    **sending.SENTENCES,
    **slips.SENTENCES,
    **big.SENTENCES,
}
