"""What the pieces of a request are to a reader. There is no grammar of requests: each piece is known by itself."""

from __future__ import annotations

from smsc_codec.api.parameters.names import PARAMETERS
from smsc_codec.api.parameters.send import TABLE

_NAMES = "|".join(
    sorted({*PARAMETERS, *(parameter.name for parameter in TABLE)}, key=lambda name: (-len(name), name))
)
#: Each piece on a line with its role: the first one that stands at a place counts. Python's `re` and TextMate's
#: engine read these patterns alike.
PIECES: tuple[tuple[str, str], ...] = (
    (r"^\s*#.*$", "comment"),
    (r"^(?:GET|POST|PUT|HEAD)\b|\bcurl\b", "command"),
    (r"^[A-Z][A-Za-z-]+(?=: )", "parameter"),
    (r"""https?://[^\s?'"&]+""", "address"),
    (rf"""(?<=[?&\s'"])(?:{_NAMES})(?==)|^(?:{_NAMES})(?==)""", "parameter"),
    (r"""(?<=[?&])[A-Za-z_]+(?==)""", "name"),
    (r"(?<=\s)--?[A-Za-z][A-Za-z-]*", "choice"),
    (r"%[0-9A-Fa-f]{2}", "variable"),
    (r"[&?=](?=[^\s])", "sign"),
)
