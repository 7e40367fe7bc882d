"""Files of all kinds by all channels: what becomes of them when a request is built, and when one is received.

    python -m tests.api.files

writes files.txt anew. Behind `|` are the channel, the text or the list, `fileurl` and the files with their sizes, below
it what is odd to both, behind `>` what keeps it from being built alone, behind `<` what is told of a request alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import smsc_codec.api as api
from smsc_codec.api.operations.send import Upload
from smsc_codec.api.parameters.attachments import oddities
from smsc_codec.api.parameters.table import Oddity
from smsc_codec.payloads.mailing.model import Line, Mailing
from smsc_codec.payloads.message import read
from tests.api.taken import TO
from tests.told import shown

PATH = Path(__file__).parent / "files.txt"
MB = 1 << 20
_LISTS = ("Hi", "Hi <file 1> <file 2>", "<file 1>", "__CALL__: Hi", "__VIBER__: Hi", "__VIBER__: Hi <file https://a.ru/1.jpg>",
          "__VIBER__: https://a.ru/1.jpg", "__MAIL__: Hi", "see https://a.ru/x", "__PING__")  # fmt: skip
_TEXTS = (
    "Hi", "<file 1>", "<file 2> <file 1>", "<file https://a.ru/1.jpg>", "<file https://a.ru/1.mp3>",
    "<file https://a.ru/1>", "<file /upload/files/sms/a/b.exe>", "Hi https://a.ru/1.jpg", "Hi https://a.ru/1.jpg https://a.ru/2.png",
    "<file 1> https://a.ru/1.jpg", "<file 1> <file https://a.ru/1.jpg>", "{button,https://a.ru,Go}",
    "Hi {button,https://a.ru,Go}", "Hi {button,https://a.ru,Go} {button,https://b.ru,Go}",
    "https://a.ru/1.jpg {button,https://a.ru,Go}", "Hi\n\n{menu: <file 3> Press 1.\n1: end}\n",
)  # fmt: skip
_FILES: tuple[tuple[tuple[str, int], ...], ...] = (
    (), (("a.jpg", 1),), (("a.mp3", 1),), (("a.exe", 1),), (("noend", 1),), (("a.jpg", 1), ("b.png", 1)),
    (("a.jpg", 0),),
    (("", 1),), (("a\nb.jpg", 1),), (("a.jpg", MB),), (("a.jpg", MB + 1),),
    (("a.jpg", 10 * MB), ("b.jpg", 10 * MB + 1)),
    (("a.jpg", 1),) * 11,
)  # fmt: skip
#: The channel, the text or lines, `fileurl` and the files.
SENDINGS: tuple[tuple[str, str | tuple[str, ...] | None, str | None, tuple[tuple[str, int], ...]], ...] = (
    *((channel, "Hi", None, files) for channel in ("sms", "mms", "mail", "viber", "call", "tg", "soc")
      for files in _FILES),
    *((channel, text, None, files) for channel in ("viber", "call", "mms") for text in _TEXTS for files in _FILES[:2]),
    *((channel, "Hi", f"https://a.ru/{name}", ()) for channel in ("sms", "mms", "viber", "call")
      for name in ("a.jpg", "a.mp3", "a.exe", "a")),
    *(("viber", text, "https://a.ru/a.jpg", files) for text in (None, *_TEXTS[:4], *_TEXTS[7:11])
      for files in _FILES[:2]),
    *((channel, (text,), "https://a.ru/a.jpg", ()) for channel in ("sms", "viber", "mms") for text in _LISTS),
    *((channel, _LISTS, None, files) for channel in ("sms", "viber") for files in _FILES[:2]),
    ("sms", ("__CALL__: Hi", "__VIBER__: Hi <file https://a.ru/1.jpg>"), "https://a.ru/a.jpg", ()),
    ("viber", ("__CALL__: Hi",), "https://a.ru/a.mp3", ()), ("call", ("__VIBER__: Hi",), "https://a.ru/a.mp3", ()),
)  # fmt: skip


def lines() -> Iterator[str]:
    """The lines of files.txt."""
    for channel, said, fileurl, files in SENDINGS:
        uploads = tuple(Upload(name, bytes(size)) for name, size in files)
        send = api.Send(
            phones=TO if isinstance(said, str | None) else None, channel=channel if channel != "tg" else "sms",
            message=read(said).value if isinstance(said, str) else None, fileurl=fileurl, files=uploads,
            list=Mailing(tuple(Line(("79990000000",), line) for line in said)) if isinstance(said, tuple) else None,
        )  # fmt: skip
        named = ", ".join(f"{name} {size}" for name, size in files[:3])
        yield shown(f"| {channel} {said!r} {fileurl or '-'} {len(files)} files: {named}").rstrip()
        built, received = ([*map(_told, oddities(send, channel, received=one))] for one in (False, True))
        yield from (f"  {one}" for one in built if one in received)
        yield from (f"> {one}" for one in built if one not in received)
        yield from (f"< {one}" for one in received if one not in built)


def _told(one: Oddity) -> str:
    problem = one.problem
    words = "; ".join((problem.message, *problem.expected))
    return shown(f"{one.parameter} {problem.severity or 'error'} {problem.kind}: {words}")


if __name__ == "__main__":
    PATH.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
