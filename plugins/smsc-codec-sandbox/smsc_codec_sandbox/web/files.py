"""The page's files: styles, scripts, pictures. Only what is in the folder is served."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from smsc_codec_sandbox.service import Answer

ROOT = "/sandbox/static/"
_MEDIA = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@cache
def _all() -> dict[str, bytes]:
    folder = files("smsc_codec_sandbox").joinpath("web", "static")
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.name.rpartition(".")[2] in _MEDIA}


def answer(path: str) -> Answer:
    """A file."""
    name = path[len(ROOT) :]
    data = _all().get(name)
    if data is None:
        return Answer(b"there is no such file\n", status=404)
    return Answer(data, media=_MEDIA[name.rpartition(".")[2]])
