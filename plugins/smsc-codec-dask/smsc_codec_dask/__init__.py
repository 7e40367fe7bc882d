"""Lists of any length on Dask: linted, priced, prepared and sent by many processes, on this machine or on others.

::

    import smsc_codec_dask as big

    report = big.lint(["s3://mailings/july/*.csv.zst"], template="{name}, your order is ready")
    print(report.counts)

Nothing heavy is loaded before one of the functions is called. `engine` says where the work is done, `sources` what
is read; `smsc-codec big` is the same on the command line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smsc_codec_dask.engine import Cluster, Engine, Here
    from smsc_codec_dask.sources import Listed, Slice, Source, find, listed

#: Where each public name stands, loaded when it is asked for.
_PLACES = {
    "Cluster": "smsc_codec_dask.engine",
    "Engine": "smsc_codec_dask.engine",
    "Here": "smsc_codec_dask.engine",
    "Listed": "smsc_codec_dask.sources",
    "Slice": "smsc_codec_dask.sources",
    "Source": "smsc_codec_dask.sources",
    "find": "smsc_codec_dask.sources",
    "listed": "smsc_codec_dask.sources",
}

__all__ = ["Cluster", "Engine", "Here", "Listed", "Slice", "Source", "find", "listed"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
