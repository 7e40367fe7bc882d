"""FIL011, MAI001, MMS002, PFX005, REQ017, REQ018, REQ024, REQ025, VIB013, VOX007: one sending as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from smsc_codec.api.parameters.combinations import BY_LIST
from smsc_codec.api.text.context import OneRequest
from smsc_codec.diagnostics import Problem
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("MAI001", "mail-incomplete", "error")
def mail_incomplete(request: OneRequest) -> Iterator[Problem]:
    """An e-mail has no subject, text or sender.

    All three have to be there (PAR-14).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=alex%40mysite.com&mes=Hello&mail=1

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=alex%40mysite.com&mes=Hello&mail=1&subj=Privet&sender=alex2%40mysite2.com

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("mail-incomplete")


@RULES.rule("MMS002", "mms-no-text", "error")
def mms_no_text(request: OneRequest) -> Iterator[Problem]:
    """An MMS has neither a subject nor a text.

    One of them has to be there (PAR-14).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mms=1&fileurl=https%3A%2F%2Fmysite.com%2F1.jpg

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mms=1&fileurl=https%3A%2F%2Fmysite.com%2F1.jpg&subj=Holiday

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("mms-no-text")


@RULES.rule("PFX005", "prefix-flag-conflict", "error")
def prefix_flag_conflict(request: OneRequest) -> Iterator[Problem]:
    """The prefix of the text selects one channel, the request another.

    A prefix such as `__VIBER__:` says how the message goes (PFX-1 .. PFX-3), and so does `call=1` (PAR-10).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=__VIBER__%3A+Hello&call=1

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=__VIBER__%3A+Hello

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("prefix-flag-conflict")


@RULES.rule("REQ017", "exclusive-parameters", "error")
def exclusive_parameters(request: OneRequest) -> Iterator[Problem]:
    """Two parameters cannot be used together.

    A message goes by one channel (PAR-10), holds one kind of content (BIN-1, PUSH-1), and has its recipients either
    in `phones` or in the lines of `list` (REQ-4).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello&call=1&viber=1

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello&call=1

    Fix: none.
    Since: 0.1
    """
    told = request.problems("channel-conflict", "content-conflict", "list-conflict")
    by_list = [problem for problem in told if problem.message.endswith(BY_LIST)]
    if len(by_list) > 1:  # who says both has one message too many
        first, *others = by_list
        told = [
            replace(
                first,
                message="'phones' and 'mes' cannot be used with 'list', which sets them for each message",
            )
            if problem is first
            else problem
            for problem in told
            if problem not in others
        ]
    yield from told


@RULES.rule("REQ018", "unused-parameter", "warning")
def unused_parameter(request: OneRequest) -> Iterator[Problem]:
    """A parameter has no effect in this request.

    `voice` and `param` are for calls (PAR-12, PAR-13), `nl` for lists (LIST-5), `subj` for MMS and e-mail (PAR-14);
    `mes` is not used by `hlr` and `ping` (HLR-1).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello&voice=w

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello&voice=w&call=1

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("unused-parameter")


@RULES.rule("REQ024", "recipient-channel", "error")
def recipient_channel(request: OneRequest) -> Iterator[Problem]:
    """The channel of the message cannot reach a recipient.

    E-mail addresses are for `mail=1` (PAR-2), names and ids of Telegram for `tg=1` (BEY-7, unconfirmed).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=alex%40mysite.com&mes=Hello

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=alex%40mysite.com&mes=Hello&mail=1&subj=Privet&sender=alex2%40mysite2.com

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("recipient-channel")


@RULES.rule("REQ025", "list-zone", "info", profile="pedantic")
def list_zone(request: OneRequest) -> Iterator[Problem]:
    """The time zones in a list have no effect.

    A zone in a line (LIST-4) says in which zone the request's `time` is meant, and acts only with a full date
    (BEY-8, unconfirmed).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&list=Shop,2|79999999999:Hello

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&list=Shop,2|79999999999:Hello&time=0101120000

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("list-zone")


@RULES.rule("VOX007", "sender-not-number", "info", profile="pedantic")
def sender_not_number(request: OneRequest) -> Iterator[Problem]:
    """The sender of a call is not a phone number.

    A call shows a number, which has to be registered in the account (PAR-5).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello&call=1&sender=MyShop

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&mes=Hello&call=1&sender=79991234567

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("sender-not-number")


@RULES.rule("FIL011", "request-files", "error")
def request_files(request: OneRequest) -> Iterator[Problem]:
    """The files of a request do not fit its channel.

    MMS, calls and Viber have formats of their own (FIL-5, FIL-7, FIL-8), which the name of an uploaded file or the
    address in `fileurl` says; each takes so many files (FIL-5 .. FIL-8). An address whose ending says nothing of a
    format is left alone.

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&call=1&fileurl=http://mysite.com/voice.ogg

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&call=1&fileurl=http://mysite.com/voice.mp3

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("file-format", "attachments")


@RULES.rule("VIB013", "picture-beside-picture", "error")
def picture_beside_picture(request: OneRequest) -> Iterator[Problem]:
    """A Viber message has a picture in its text and another one beside it.

    A message has one picture (VIB-2), whether a mark in the text, `fileurl` or an uploaded file brings it (VIB-3).

    Bad::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&viber=1&mes=Hi+%3Cfile+https://mysite.com/1.jpg%3E&fileurl=https://mysite.com/2.jpg

    Good::

        https://smscentre.com/sys/send.php?login=alex&psw=123&phones=79999999999&viber=1&mes=Hi&fileurl=https://mysite.com/2.jpg

    Fix: none.
    Since: 0.1
    """
    yield from request.problems("viber-picture")
