"""REQ027: a text without a request."""

from __future__ import annotations

from collections.abc import Iterator

from smsc_codec.api.text.context import RequestContext
from smsc_codec.api.text.read import nothing
from smsc_codec.diagnostics import Problem
from smsc_codec.rules import Ruleset

RULES = Ruleset()


@RULES.rule("REQ027", "no-request", "warning")
def no_request(context: RequestContext) -> Iterator[Problem]:
    """The text contains no request to the service.

    Nothing of it was judged, and nothing is ever changed. What is known is an address of the service, a command of
    `curl`, `wget` or HTTPie (`http`) that calls one, an HTTP message and the body of a form (REQ-2, BEY-2); in scripts,
    pages and code too. A request whose parameters a program puts together is not.

    Bad::

        requests.post("https://smscentre.com/sys/send.php", data=parameters)

    Good::

        curl https://smscentre.com/sys/send.php -d "login=$LOGIN&psw=$PSW&phones=79999999999&mes=Hello"

    Fix: none.
    Since: 0.1
    """
    if not context.requests:
        yield nothing(context.source)
