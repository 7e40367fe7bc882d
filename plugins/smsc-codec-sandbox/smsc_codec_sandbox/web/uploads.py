"""Files that came with requests: pictures to look at, anything to download."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from msgspec import Struct

from smsc_codec_sandbox.model import File
from smsc_codec_sandbox.sending import picture
from smsc_codec_sandbox.service import Answer
from smsc_codec_sandbox.web.room import Asked, Wrong

PATH = "/sandbox/page/file"
#: Whatever a stranger has sent: it runs nothing, loads nothing, and is no page of this origin.
_HARMLESS = ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox")


class Offered(Struct, frozen=True):
    """A file with the address where it is; empty where it is not kept any more."""

    file: File
    address: str


def offered(asked: Asked, request: int, files: Sequence[File]) -> tuple[Offered, ...]:
    """The files of a request as the page shows them."""
    there = bool(files) and asked.service.store.has_files(request)
    return tuple(
        Offered(file, f"{PATH}?request={request}&number={number}" if there else "")
        for number, file in enumerate(files, 1)
    )


def file(asked: Asked) -> Answer:
    """A file. Only a picture is shown by the browser, under its own type; anything else is saved."""
    request, number = asked.number("request"), asked.number("number")
    data = asked.service.store.file(request, number)
    if data is None:
        raise Wrong(asked.say("this file is not there any more"), 404)
    media = picture(data)
    way = "inline" if media and "save" not in asked.query else "attachment"
    disposition = f"{way}; filename*=UTF-8''{quote(_name(asked, request, number), safe='')}"
    return Answer(
        data, media=media or "application/octet-stream", charset="",
        headers=(_HARMLESS, ("content-disposition", disposition)),
    )  # fmt: skip


def _name(asked: Asked, request: int, number: int) -> str:
    """What a stranger named a file: the last step of it, without what no name of a file holds."""
    store = asked.service.store
    told = [one.files for one in store.chosen_requests([request])]
    told += [one.files for one in store.messages(request=str(request), limit=1)]
    name = next((files[number - 1].name for files in told if number <= len(files)), "")
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable()).lstrip(".")[:100] or "file"
